//! Calculators as text.

use super::Lines;
use super::explanation::{citations, line_row};
use crate::calc::Filled;
use steunwijzer_advisor::calculators::{Outcome, keys};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{amount, calculator as messages, cli};
use steunwijzer_advisor::present::{SchemePage, SubjectPage, verdict_word};
use steunwijzer_advisor::show;
use steunwijzer_engine::calculators::Calculators;
use steunwijzer_engine::rulebook::{Rulebook, Words};

/// All calculators with their keys.
pub(crate) fn calculators(rulebook: &Rulebook, words: &Words, all: &Calculators) -> String {
    let mut lines = Lines::default();
    for calculator in &all.all {
        lines.heading(0, &format!("{}  {}", calculator.id, words.get(calculator.title)));
        lines.line(2, words.get(calculator.summary));
        for key in keys(rulebook, calculator) {
            let ask = rulebook.questions.get(key.question.row()).map_or("", |found| words.get(found.ask));
            lines.line(4, &format!("{}  {ask}", key.key));
            lines.line(8, &key.allowed);
        }
    }
    lines.text()
}

/// The outcome of one.
pub(crate) fn calculation(filled: &Filled<'_>) -> String {
    let view = filled.view();
    let lang = view.lang;
    let sheet = filled.sheet();
    let mut lines = Lines::default();
    lines.line(0, view.words.get(filled.calculator.title));
    lines.line(0, view.words.get(filled.calculator.explanation));
    let edition = &view.rulebook.edition;
    let as_on = show::day(lang, view.advice.as_on);
    lines.line(0, &cli::as_on(lang, &as_on, &show::day(lang, edition.date), &edition.hash));
    for (page, subject) in &sheet.schemes {
        scheme(lang, page, subject, &mut lines);
    }
    outcome(lang, &sheet.result, &mut lines);
    lines.heading(0, cli::not_decision(lang));
    lines.text()
}

fn scheme(lang: Lang, page: &SchemePage, subject: &SubjectPage, lines: &mut Lines) {
    let verdict = verdict_word(lang, subject.verdict);
    lines.heading(0, &format!("{} ({}): {verdict}", page.row.name, page.row.id));
    lines.line(2, &subject.reason);
    lines.line(2, &subject.amount.text);
    lines.line(2, &subject.amount.small);
    subject.lines.iter().for_each(|row| line_row(4, row, lines));
    subject.holds.iter().for_each(|sentence| lines.line(4, sentence));
}

fn outcome(lang: Lang, result: &Outcome, lines: &mut Lines) {
    if let Some(found) = &result.finding {
        lines.heading(0, &found.text);
        lines.line(2, &found.reason);
    }
    if !result.lines.is_empty() {
        lines.heading(0, messages::working(lang));
    }
    for line in &result.lines {
        line_row(4, &line.row, lines);
        if !line.row.open.is_empty() {
            lines.line(8, &amount::open_one(lang, &line.row.open.join(", ")));
        }
    }
    if !result.notes.is_empty() {
        lines.heading(0, messages::notes(lang));
        result.notes.iter().for_each(|note| lines.line(2, note));
    }
    if !result.citations.is_empty() {
        lines.heading(0, messages::sources(lang));
        citations(2, &result.citations, lines);
    }
}
