//! Output for programs: JSON, as `docs/advice.schema.json` describes it.
//!
//! Sentences are those of the page; beside them stand ids, decimals as texts and answers in the
//! machine notation of `docs/answers.md`.

mod amount;
mod calc;
mod diff;
mod dossier;
mod links;
mod lists;
mod names;
mod needed;
mod overview;
mod plan;
mod scheme;

pub(crate) use calc::{calculation, calculators};
pub(crate) use diff::diff;
pub(crate) use dossier::dossier;
pub(crate) use links::links;
pub(crate) use lists::{questions, schemes};
pub(crate) use needed::needed;
pub(crate) use overview::overview;
pub(crate) use plan::plan;

use crate::edition::words;
use names::{key_of, verdict};
use scheme::SchemeReport;
use serde::Serialize;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::View;
use steunwijzer_compiler::Edition;
use steunwijzer_engine::advice::{Advice, Ask, OpenQuestion};
use steunwijzer_engine::answers::{Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{Rulebook, SchemeId};
use steunwijzer_engine::{advise, open_questions as ranked};

/// Answers with the advice they give.
pub(crate) struct Judged {
    pub(crate) answers: Answers,
    pub(crate) advice: Advice,
    questions: Vec<OpenQuestion>,
}

impl Judged {
    pub(crate) fn new(rulebook: &Rulebook, answers: Answers, as_on: Date) -> Judged {
        let advice = advise(rulebook, &answers, as_on);
        let questions = ranked(rulebook, &answers, as_on);
        Judged { answers, advice, questions }
    }

    pub(crate) fn view<'a>(&'a self, edition: &'a Edition, lang: Lang) -> View<'a> {
        View {
            rulebook: &edition.rulebook,
            words: words(edition, lang),
            lang,
            answers: &self.answers,
            advice: &self.advice,
            questions: &self.questions,
        }
    }
}

#[derive(Serialize)]
struct Report {
    edition: EditionReport,
    as_on: String,
    lang: &'static str,
    counts: CountsReport,
    schemes: Vec<SchemeReport>,
    open_questions: Vec<OpenReport>,
    find_out: Vec<FindOutReport>,
    conflicts: Vec<ConflictReport>,
    coverage: CoverageReport,
}

#[derive(Serialize)]
struct EditionReport {
    date: String,
    hash: String,
    answers_for: String,
}

#[derive(Serialize)]
struct CountsReport {
    fits: u16,
    cannot_tell: u16,
    does_not_fit: u16,
}

#[derive(Serialize)]
struct OpenReport {
    /// The key as `compare` takes it: `org.fte`, `hires[0].hours`, or a list.
    key: String,
    text: String,
    help: String,
    decides: Vec<String>,
    helps: Vec<String>,
    usefulness: u32,
    exact: bool,
}

#[derive(Serialize)]
struct FindOutReport {
    key: String,
    text: String,
    help: String,
}

#[derive(Serialize)]
struct ConflictReport {
    id: String,
    text: String,
    keys: Vec<String>,
}

#[derive(Serialize)]
struct CoverageReport {
    municipality: Option<String>,
    municipal: usize,
    regional: usize,
    sentences: Vec<String>,
}

#[derive(Serialize)]
struct Difference {
    scheme: String,
    name: String,
    was: Side,
    becomes: Side,
}

#[derive(Serialize)]
struct Side {
    verdict: &'static str,
    amount: String,
    reason: String,
}

/// A whole advice.
pub(crate) fn advice(view: &View<'_>) -> String {
    let counts = view.advice.counts;
    let coverage = view.coverage();
    json(&Report {
        edition: edition(view),
        as_on: view.advice.as_on.to_string(),
        lang: view.lang.code(),
        counts: CountsReport {
            fits: counts.fits,
            cannot_tell: counts.cannot_tell,
            does_not_fit: counts.does_not_fit,
        },
        schemes: view.advice.schemes.iter().filter_map(|one| scheme::report(view, one.scheme)).collect(),
        open_questions: asks(view),
        find_out: find_out(view),
        conflicts: conflicts(view),
        coverage: CoverageReport {
            municipality: coverage.municipality,
            municipal: coverage.municipal,
            regional: coverage.regional,
            sentences: coverage.sentences,
        },
    })
}

/// One scheme of an advice.
pub(crate) fn scheme(view: &View<'_>, id: SchemeId) -> String {
    json(&scheme::report(view, id))
}

/// The open questions.
pub(crate) fn open_questions(view: &View<'_>) -> String {
    json(&asks(view))
}

/// Which verdicts and amounts differ.
pub(crate) fn differences(before: &View<'_>, after: &View<'_>) -> String {
    let found = before.advice.schemes.iter().filter_map(|judged| {
        let (old, new) = (before.row(judged.scheme)?, after.row(judged.scheme)?);
        let differs = old.verdict != new.verdict || old.amount.text != new.amount.text;
        let side = |row: &steunwijzer_advisor::present::Row| Side {
            verdict: verdict(row.verdict),
            amount: row.amount.text.clone(),
            reason: row.reason.clone(),
        };
        differs.then(|| Difference {
            scheme: old.id.clone(),
            name: old.name.clone(),
            was: side(&old),
            becomes: side(&new),
        })
    });
    json(&found.collect::<Vec<Difference>>())
}

fn edition(view: &View<'_>) -> EditionReport {
    let edition = &view.rulebook.edition;
    EditionReport {
        date: edition.date.to_string(),
        hash: edition.hash.clone(),
        answers_for: view.words.get(edition.answers_for).to_owned(),
    }
}

fn asks(view: &View<'_>) -> Vec<OpenReport> {
    let ids = |schemes: &[SchemeId]| -> Vec<String> {
        schemes
            .iter()
            .filter_map(|id| view.rulebook.schemes.get(id.row()))
            .map(|one| one.id.clone())
            .collect()
    };
    let rows = view.questions.iter().zip(view.asks());
    rows.map(|(open, row)| OpenReport {
        key: match open.ask {
            Ask::List(list) => {
                view.rulebook.lists.get(list.row()).map_or(String::new(), |list| list.id.clone())
            }
            Ask::Question(question, whose) => key_of(view.rulebook, question, whose),
        },
        text: row.text,
        help: row.help,
        decides: ids(&open.decides),
        helps: ids(&open.helps),
        usefulness: open.usefulness,
        exact: open.exact,
    })
    .collect()
}

fn find_out(view: &View<'_>) -> Vec<FindOutReport> {
    let rows = view.to_find_out().into_iter();
    rows.map(|row| FindOutReport {
        key: key_of(view.rulebook, row.question, row.whose),
        text: row.text,
        help: row.help,
    })
    .collect()
}

fn conflicts(view: &View<'_>) -> Vec<ConflictReport> {
    let found = view.advice.conflicts.iter().zip(view.conflicts()).filter_map(|(found, text)| {
        let conflict = view.rulebook.conflicts.get(usize::from(found.conflict))?;
        let whose = |question: &steunwijzer_engine::rulebook::Question| match question.list {
            None => Whose::Organisation,
            Some(_) => found.whose,
        };
        let keys = conflict
            .questions
            .iter()
            .filter_map(|&id| Some(key_of(view.rulebook, id, whose(view.rulebook.questions.get(id.row())?))));
        Some(ConflictReport { id: conflict.id.clone(), text, keys: keys.collect() })
    });
    found.collect()
}

/// Pretty, with an end of line. Maps have texts as keys, so this cannot fail.
fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string_pretty(value).map(|text| text + "\n").unwrap_or_default()
}
