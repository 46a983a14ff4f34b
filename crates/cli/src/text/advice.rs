//! A whole advice, as text.

use super::Lines;
use steunwijzer_advisor::messages::{ask, cli, conflict};
use steunwijzer_advisor::present::{Row, View, verdict_word};
use steunwijzer_advisor::show;
use steunwijzer_engine::advice::Verdict;

/// How many open questions stand below an advice.
const ASKED: usize = 3;

pub(crate) fn advice(view: &View<'_>) -> String {
    let lang = view.lang;
    let mut lines = Lines::default();
    let edition = &view.rulebook.edition;
    let as_on = show::day(lang, view.advice.as_on);
    lines.line(0, &cli::as_on(lang, &as_on, &show::day(lang, edition.date), &edition.hash));
    lines.line(0, &view.counts());
    conflicts(view, &mut lines);
    let groups = view.groups();
    for (verdict, schemes) in [
        (Verdict::Fits, groups.fits),
        (Verdict::CannotTell, groups.cannot_tell),
        (Verdict::DoesNotFit, groups.does_not_fit),
    ] {
        let heading = format!("{} ({})", verdict_word(lang, verdict), schemes.len());
        lines.heading(0, &heading.to_uppercase());
        for id in schemes {
            if let Some(scheme) = view.row(id) {
                row(&scheme, &mut lines);
            }
        }
    }
    lines.heading(0, &cli::questions(lang).to_uppercase());
    for row in view.asks().iter().take(ASKED) {
        lines.line(2, &format!("{} {}", row.text, row.reason));
        lines.line(4, &row.help);
    }
    let find_out = view.to_find_out();
    if !find_out.is_empty() {
        lines.heading(0, &ask::find_out(lang).to_uppercase());
        for row in find_out {
            lines.line(2, &row.text);
            lines.line(4, &row.help);
        }
    }
    lines.heading(0, &cli::coverage(lang).to_uppercase());
    for sentence in view.coverage().sentences {
        lines.line(2, &sentence);
    }
    lines.heading(0, cli::not_decision(lang));
    lines.line(0, view.words.get(edition.answers_for));
    lines.text()
}

fn conflicts(view: &View<'_>, lines: &mut Lines) {
    let found = view.conflicts();
    if !found.is_empty() {
        lines.heading(0, conflict::heading(view.lang));
        for text in found {
            lines.line(2, &text);
        }
    }
}

fn row(row: &Row, lines: &mut Lines) {
    lines.heading(2, &format!("{} ({})", row.name, row.id));
    lines.line(4, &format!("{} · {}", row.amount.text, row.term));
    lines.line(4, &row.amount.small);
    lines.line(4, &row.reason);
    if let Some(action) = &row.action {
        lines.line(4, format!("{} {}", action.label, action.text).trim_end());
    }
    lines.line(4, &format!("{} · {} · {}", row.kind, row.provider, row.claim_word));
}
