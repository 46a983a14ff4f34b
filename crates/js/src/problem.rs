//! What is wrong, for a program and for the person who wrote it.

use serde::Serialize;
use steunwijzer_advisor::answers_file::Mistake;

/// What kind of thing is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// An answer.
    Answers,
    /// An option.
    Options,
    /// There is no such scheme.
    Scheme,
    /// What was asked needs texts or a module that were not loaded, or these are of another edition.
    NotLoaded,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Problem {
    pub(crate) kind: Kind,
    /// Where: `hires[0].hours`, `options.asOn`; empty for the whole.
    pub(crate) path: String,
    pub(crate) message: String,
    pub(crate) repair: String,
}

impl Problem {
    pub(crate) fn new(
        kind: Kind,
        path: &str,
        message: impl Into<String>,
        repair: impl Into<String>,
    ) -> Problem {
        Problem { kind, path: path.to_owned(), message: message.into(), repair: repair.into() }
    }
}

impl From<Mistake> for Problem {
    fn from(mistake: Mistake) -> Problem {
        Problem::new(Kind::Answers, &mistake.key, mistake.problem, mistake.allowed)
    }
}

/// What a function gives: a value, or all that is wrong, the first of it apart.
#[derive(Serialize)]
#[serde(untagged)]
enum Outcome<T> {
    Good { ok: bool, value: T },
    Bad { ok: bool, error: Problem, errors: Vec<Problem> },
}

/// The outcome as JSON.
pub(crate) fn json<T: Serialize>(result: Result<T, Vec<Problem>>) -> String {
    let outcome = match result {
        Ok(value) => Outcome::Good { ok: true, value },
        Err(errors) => {
            let unsaid = || Problem::new(Kind::Options, "", "nothing can be given", "");
            Outcome::Bad { ok: false, error: errors.first().cloned().unwrap_or_else(unsaid), errors }
        }
    };
    // Maps have texts as keys, so this cannot fail.
    serde_json::to_string(&outcome).unwrap_or_default()
}
