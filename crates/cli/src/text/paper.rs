//! The two pages as text.

use super::Lines;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::paper as messages;
use steunwijzer_advisor::paper::{Counted, Paper, PaperGroup, Second, Support};
use steunwijzer_advisor::present::verdict_word;

/// The same paper as the page prints, without its look.
pub(crate) fn paper(paper: &Paper, lang: Lang) -> String {
    let mut lines = Lines::default();
    lines.line(0, &paper.frame.stamp);
    lines.heading(0, &paper.title);
    lines.line(0, &paper.lead);
    let counts: Vec<String> = paper.counts.iter().map(|row| format!("{} {}", row.count, row.word)).collect();
    lines.line(0, &format!("{} {}", counts.join(", "), paper.of));
    lines.heading(0, &messages::told(lang).to_uppercase());
    for fact in &paper.told.facts {
        lines.line(2, &format!("{}: {}", fact.label, fact.value));
    }
    lines.line(2, &paper.told.rest);
    for one in &paper.groups {
        group(one, lang, &mut lines);
    }
    foot(paper, 0, &mut lines);
    second(&paper.second, lang, &mut lines);
    foot(paper, 1, &mut lines);
    lines.text()
}

fn foot(paper: &Paper, page: usize, lines: &mut Lines) {
    let number = paper.frame.numbers.get(page).map_or("", String::as_str);
    lines.heading(0, &format!("{} {number}", paper.frame.code));
}

fn group(group: &PaperGroup, lang: Lang, lines: &mut Lines) {
    lines.heading(0, &format!("{}: {}", verdict_word(lang, group.verdict).to_uppercase(), group.count));
    for row in &group.rows {
        lines.heading(2, format!("{}  {}", row.name, row.amount).trim_end());
        let notes: Vec<String> = row.notes.iter().map(usize::to_string).collect();
        lines.line(4, format!("{} {} [{}]", row.about, row.reason, notes.join(", ")).trim_start());
        if let Some(action) = &row.action {
            lines.line(4, format!("{} {}", action.label, action.text).trim_end());
        }
        lines.line(4, &row.working);
    }
}

fn second(page: &Second, lang: Lang, lines: &mut Lines) {
    let settles: Vec<String> =
        page.settles.iter().map(|one| format!("{} {}", one.question, one.why)).collect();
    numbered(messages::settles(lang), messages::settles_none(lang), &settles, lines);
    let steps: Vec<String> = page.steps.iter().map(|(what, why)| format!("{what} {why}")).collect();
    numbered(messages::steps(lang), messages::steps_none(lang), &steps, lines);
    if let Some(one) = &page.support {
        support(one, lang, lines);
    }
    counted(messages::conflicts(lang), &page.conflicts, lines);
    counted(messages::find_out(lang), &page.find_out, lines);
    counted(messages::assumptions(lang), &page.assumptions, lines);
    lines.heading(0, &messages::known(lang).to_uppercase());
    for sentence in &page.coverage {
        lines.line(2, sentence);
    }
    numbered(&page.sources_title, "", &page.sources, lines);
    lines.heading(0, &messages::reopen(lang).to_uppercase());
    lines.line(2, &page.reopen);
}

fn numbered(title: &str, none: &str, items: &[String], lines: &mut Lines) {
    lines.heading(0, &title.to_uppercase());
    for (number, item) in (1..).zip(items) {
        lines.line(2, &format!("{number}. {item}"));
    }
    if items.is_empty() {
        lines.line(2, none);
    }
}

fn counted(title: &str, counted: &Counted, lines: &mut Lines) {
    if counted.shown.is_empty() && counted.more.is_empty() {
        return;
    }
    lines.heading(0, &title.to_uppercase());
    for item in &counted.shown {
        lines.line(2, item);
    }
    lines.line(2, &counted.more);
}

fn support(support: &Support, lang: Lang, lines: &mut Lines) {
    lines.heading(0, &messages::municipality(lang).to_uppercase());
    for (role, text) in &support.roles {
        lines.line(2, &format!("{role} {text}"));
    }
    lines.line(2, &support.involve);
    for row in &support.rows {
        lines.line(
            2,
            &format!(
                "{} ({}: {}; {}: {})",
                row.name,
                messages::decides(lang),
                row.decides,
                messages::watch(lang),
                row.watch
            ),
        );
    }
}
