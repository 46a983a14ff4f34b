//! A whole advice, its open questions, and what differs between two.

use crate::names::{key_of, verdict};
use crate::scheme::{self, SchemeReport};
use serde::Serialize;
use steunwijzer_advisor::present::View;
use steunwijzer_engine::advice::Ask;
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::rulebook::{Rulebook, SchemeId, Words};

/// A whole advice.
#[derive(Serialize)]
pub struct AdviceReport {
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

/// Which edition judged, and who answers for it.
#[derive(Serialize)]
pub struct EditionReport {
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

/// An open question.
#[derive(Serialize)]
pub struct OpenReport {
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

/// A scheme of which the verdict or the amount differs.
#[derive(Serialize)]
pub struct Difference {
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

/// A whole advice; of these schemes alone if they are named. The counts are of all.
pub fn advice(view: &View<'_>, only: Option<&[SchemeId]>) -> AdviceReport {
    let counts = view.advice.counts;
    let coverage = view.coverage();
    let asked = view.advice.schemes.iter().filter(|one| only.is_none_or(|only| only.contains(&one.scheme)));
    AdviceReport {
        edition: edition(view),
        as_on: view.advice.as_on.to_string(),
        lang: view.lang.code(),
        counts: CountsReport {
            fits: counts.fits,
            cannot_tell: counts.cannot_tell,
            does_not_fit: counts.does_not_fit,
        },
        schemes: asked.filter_map(|one| scheme::report(view, one.scheme)).collect(),
        open_questions: open_questions(view),
        find_out: find_out(view),
        conflicts: conflicts(view),
        coverage: CoverageReport {
            municipality: coverage.municipality,
            municipal: coverage.municipal,
            regional: coverage.regional,
            sentences: coverage.sentences,
        },
    }
}

/// Which verdicts and amounts differ.
pub fn differences(before: &View<'_>, after: &View<'_>) -> Vec<Difference> {
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
    found.collect()
}

/// The edition of a view.
pub fn edition(view: &View<'_>) -> EditionReport {
    edition_of(view.rulebook, view.words)
}

pub(crate) fn edition_of(rulebook: &Rulebook, words: &Words) -> EditionReport {
    let edition = &rulebook.edition;
    EditionReport {
        date: edition.date.to_string(),
        hash: edition.hash.clone(),
        answers_for: words.get(edition.answers_for).to_owned(),
    }
}

/// The open questions, the most useful first.
pub fn open_questions(view: &View<'_>) -> Vec<OpenReport> {
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
