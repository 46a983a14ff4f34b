//! Worked cases inside schemes and definitions.

use super::reader::{Entry, Fields};
use crate::diagnostic::{At, Placed};
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::notation::Written;

/// A worked case: what was answered and what must come out.
#[derive(Debug)]
pub(crate) struct Case<E> {
    pub(crate) at: At,
    pub(crate) name: String,
    pub(crate) as_on: Date,
    pub(crate) answers: Vec<(Placed<String>, Placed<Written>)>,
    pub(crate) expect: Placed<E>,
    pub(crate) source: String,
}

/// What must come out of a scheme.
#[derive(Debug)]
pub(crate) struct Expected {
    pub(crate) verdict: Verdict,
    pub(crate) failing: Option<Placed<String>>,
    pub(crate) open: Vec<Placed<String>>,
    pub(crate) amounts: Vec<(Placed<String>, Placed<Written>)>,
}

/// The words for a verdict.
pub(crate) const VERDICTS: &[(&str, Verdict)] =
    &[("fits", Verdict::Fits), ("does-not-fit", Verdict::DoesNotFit), ("cannot-tell", Verdict::CannotTell)];

/// Reads the cases of a definition: a value comes out.
pub(super) fn of_definition(fields: &Fields<'_>) -> Vec<Case<Written>> {
    fields.list("case", |entry| entry.fields("a case", |fields| case(fields, |entry| entry.anything())))
}

/// Reads the cases of a scheme: a verdict and amounts come out.
pub(super) fn of_scheme(fields: &Fields<'_>) -> Vec<Case<Expected>> {
    fields.list("case", |entry| entry.fields("a case", |fields| case(fields, expected)))
}

fn case<E>(fields: &Fields<'_>, expect: impl FnOnce(Entry<'_>) -> Option<Placed<E>>) -> Option<Case<E>> {
    let name = fields.required("name", Entry::text);
    let as_on = fields.required("as_on", Entry::day);
    let answers = fields.required("answers", by_name);
    let expect = fields.required("expect", expect);
    let source = fields.required("source", Entry::text);
    Some(Case {
        at: fields.at,
        name: name?.value,
        as_on: as_on?.value,
        answers: answers?,
        expect: expect?,
        source: source?.value,
    })
}

fn by_name(entry: Entry<'_>) -> Option<Vec<(Placed<String>, Placed<Written>)>> {
    entry.fields("a table of answers", |fields| {
        let entries = fields.entries().into_iter();
        Some(entries.filter_map(|(name, entry)| Some((name, entry.anything()?))).collect())
    })
}

fn expected(entry: Entry<'_>) -> Option<Placed<Expected>> {
    let at = entry.at;
    let value = entry.fields("what must come out", |fields| {
        let verdict = fields.required("verdict", |entry| entry.one_of(VERDICTS));
        let failing = fields.optional("failing", Entry::hyphen_id);
        let open = fields.list("open", Entry::hyphen_id);
        let amounts = fields.optional("amounts", by_name).unwrap_or_default();
        Some(Expected { verdict: verdict?, failing, open, amounts })
    })?;
    Some(Placed { value, at })
}
