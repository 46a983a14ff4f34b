//! Output for people: the same words as the page.

mod advice;
mod batch;
mod calc;
mod diff;
mod dossier;
mod explanation;
mod links;
mod municipal;
mod needed;
mod overview;
mod paper;
mod plan;
mod table;

pub(crate) use advice::advice;
pub(crate) use batch::{changes, counts};
pub(crate) use calc::{calculation, calculators};
pub(crate) use diff::diff;
pub(crate) use dossier::dossier;
pub(crate) use explanation::explanation;
pub(crate) use links::links;
pub(crate) use municipal::municipal;
pub(crate) use needed::needed;
pub(crate) use overview::overview;
pub(crate) use paper::paper;
pub(crate) use plan::plan;

use crate::edition::words;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{ask, cli};
use steunwijzer_advisor::present::{View, claim_word, kind_word, verdict_word};
use steunwijzer_compiler::Edition;
use steunwijzer_engine::notation;

/// Lines of output, each ended.
#[derive(Default)]
pub(crate) struct Lines(String);

impl Lines {
    /// A line, after this many spaces.
    pub(crate) fn line(&mut self, indent: usize, text: &str) {
        if !text.is_empty() {
            self.0.push_str(&" ".repeat(indent));
            self.0.push_str(text);
            self.0.push('\n');
        }
    }

    /// A heading, after an empty line.
    pub(crate) fn heading(&mut self, indent: usize, text: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.line(indent, text);
    }

    pub(crate) fn text(self) -> String {
        self.0
    }
}

pub(crate) fn schemes(edition: &Edition, lang: Lang) -> String {
    let words = words(edition, lang);
    let mut lines = Lines::default();
    for scheme in &edition.rulebook.schemes {
        let name = words.get(scheme.texts.name);
        lines.line(0, &format!("{}  {name}", scheme.id));
        let kind = kind_word(lang, scheme.kind);
        let provider = words.get(scheme.texts.provider);
        lines.line(4, &format!("{kind} · {} · {provider}", claim_word(lang, scheme.claim, scheme.level)));
    }
    lines.text()
}

pub(crate) fn questions(edition: &Edition, lang: Lang) -> String {
    let words = words(edition, lang);
    let mut lines = Lines::default();
    for topic in &edition.rulebook.topics {
        lines.heading(0, words.get(topic.title));
        for id in &topic.questions {
            let Some(question) = edition.rulebook.questions.get(id.row()) else { continue };
            lines.line(2, &format!("{}  {}", question.id, words.get(question.ask)));
            lines.line(6, &notation::allowed(&edition.rulebook, question));
        }
    }
    lines.text()
}

pub(crate) fn open_questions(view: &View<'_>) -> String {
    let mut lines = Lines::default();
    for row in view.asks() {
        lines.line(0, &row.text);
        lines.line(4, &row.reason);
        lines.line(4, &row.help);
    }
    match lines.text() {
        text if text.is_empty() => format!("{}\n", ask::no_use(view.lang)),
        text => text,
    }
}

/// Which verdicts and amounts differ.
pub(crate) fn differences(before: &View<'_>, after: &View<'_>) -> String {
    let lang = before.lang;
    let mut lines = Lines::default();
    for judged in &before.advice.schemes {
        let (Some(old), Some(new)) = (before.row(judged.scheme), after.row(judged.scheme)) else { continue };
        if old.verdict == new.verdict && old.amount.text == new.amount.text {
            continue;
        }
        lines.line(0, &format!("{} ({})", new.name, new.id));
        for (when, row) in [(cli::was(lang), &old), (cli::becomes(lang), &new)] {
            let verdict = verdict_word(lang, row.verdict);
            lines.line(4, &format!("{when}: {verdict} · {}", row.amount.text));
        }
        lines.line(4, &new.reason);
    }
    match lines.text() {
        text if text.is_empty() => format!("{}\n", cli::no_change(lang)),
        text => text,
    }
}
