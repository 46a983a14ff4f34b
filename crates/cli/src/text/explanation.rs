//! Everything about one scheme, as text.

use super::Lines;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{action, cli, condition};
use steunwijzer_advisor::present::{
    CitationRow, ConditionRow, FigureRow, LineRow, RelationRow, Remark, SchemePage, SubjectPage, View,
    verdict_word,
};
use steunwijzer_advisor::show;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::rulebook::SchemeId;

pub(crate) fn explanation(view: &View<'_>, scheme: SchemeId) -> String {
    let lang = view.lang;
    let mut lines = Lines::default();
    let Some(page) = view.page(scheme) else { return String::new() };
    lines.line(0, &format!("{} ({})", page.row.name, page.row.id));
    lines.line(0, &page.summary);
    lines.line(0, &format!("{} · {} · {}", page.row.kind, page.row.claim_word, page.row.term));
    lines.line(0, &cli::provider(lang, &page.row.provider));
    lines.line(0, &cli::decides(lang, &page.decides));
    lines.line(0, &page.lead_time);
    lines.line(0, &page.url);
    lines.line(0, &format!("{}, {}", page.checked, page.check_again));
    let edition = &view.rulebook.edition;
    let as_on = show::day(lang, view.advice.as_on);
    lines.line(0, &cli::as_on(lang, &as_on, &show::day(lang, edition.date), &edition.hash));
    for one in &page.subjects {
        subject(lang, one, &mut lines);
    }
    rest(lang, &page, &mut lines);
    lines.heading(0, cli::not_decision(lang));
    lines.text()
}

fn subject(lang: Lang, page: &SubjectPage, lines: &mut Lines) {
    let heading = format!("{}: {}", cli::subject(lang, &page.name), verdict_word(lang, page.verdict));
    lines.heading(0, &heading.to_uppercase());
    lines.line(2, &page.reason);
    lines.line(2, page.municipality.as_deref().unwrap_or_default());
    lines.line(2, &page.amount.text);
    lines.line(2, &page.amount.small);
    if let Some(action) = &page.action {
        lines.line(2, format!("{} {}", action.label, action.text).trim_end());
    }
    for change in page.changes.iter().skip(1) {
        lines.line(2, &format!("{} {change}", action::changes_it(lang)));
    }
    lines.line(2, page.overdue.as_deref().unwrap_or_default());
    lines.heading(2, &format!("{}: {}", cli::conditions(lang), page.checked_of));
    for row in &page.conditions {
        condition_row(lang, 4, row, lines);
    }
    if page.verdict != Verdict::DoesNotFit && !page.lines.is_empty() {
        lines.heading(2, cli::amounts(lang));
        for row in &page.lines {
            line_row(4, row, lines);
        }
        for sentence in &page.holds {
            lines.line(4, sentence);
        }
    }
}

fn condition_row(lang: Lang, indent: usize, row: &ConditionRow, lines: &mut Lines) {
    lines.line(indent, &format!("[{}] {}", row.state_word, row.text));
    for answer in &row.answers {
        let told = format!("{}: {}", answer.label, answer.text);
        lines.line(indent + 4, &condition::you_answered(lang, &told));
    }
    if let Some(link) = &row.refer {
        lines.line(indent + 4, &format!("{} {} ({})", action::possible(lang), link.name, link.id));
    }
    citations(indent + 4, &row.citations, lines);
    for route in &row.routes {
        condition_row(lang, indent + 4, route, lines);
    }
}

pub(super) fn line_row(indent: usize, row: &LineRow, lines: &mut Lines) {
    let ceiling = row.ceiling.as_ref().map(|most| format!(" ({most})")).unwrap_or_default();
    lines.line(indent, &format!("{}: {}{ceiling}", row.label, row.value));
    lines.line(indent + 4, &row.formula);
    for figure in &row.figures {
        figure_row(indent + 4, figure, lines);
    }
    citations(indent + 4, &row.citations, lines);
}

fn figure_row(indent: usize, figure: &FigureRow, lines: &mut Lines) {
    let period = if figure.period.is_empty() { String::new() } else { format!(", {}", figure.period) };
    lines.line(indent, &format!("{}: {}{period}", figure.label, figure.value));
    lines.line(indent + 4, figure.assumption.as_deref().unwrap_or_default());
    citations(indent + 4, &figure.citations, lines);
}

pub(super) fn citations(indent: usize, rows: &[CitationRow], lines: &mut Lines) {
    for row in rows {
        let parts = [&row.name(), &row.content, &row.checked];
        let mut told: Vec<&str> =
            parts.iter().map(|part| part.as_str()).filter(|part| !part.is_empty()).collect();
        told.extend(row.unconfirmed);
        lines.line(indent, &format!("- {}", told.join(", ")));
        lines.line(indent + 2, &row.url);
    }
}

fn rest(lang: Lang, page: &SchemePage, lines: &mut Lines) {
    for (heading, texts) in [(cli::steps(lang), &page.steps), (cli::documents(lang), &page.documents)] {
        if !texts.is_empty() {
            lines.heading(0, heading);
            for (row, text) in texts.iter().enumerate() {
                lines.line(2, &format!("{}. {text}", row + 1));
            }
        }
    }
    if !page.pitfalls.is_empty() {
        lines.heading(0, cli::pitfalls(lang));
        for pitfall in &page.pitfalls {
            remark(pitfall, lines);
        }
    }
    if !page.relations.is_empty() {
        lines.heading(0, cli::relations(lang));
        for relation in &page.relations {
            relation_row(relation, lines);
        }
    }
}

fn remark(remark: &Remark, lines: &mut Lines) {
    lines.line(2, &remark.text);
    citations(4, &remark.citations, lines);
}

fn relation_row(relation: &RelationRow, lines: &mut Lines) {
    remark(&relation.remark, lines);
    for link in &relation.with {
        lines.line(4, &format!("{} ({})", link.name, link.id));
    }
}
