//! Worked cases inside schemes and definitions.

use super::reader::{Entry, Fields};
use crate::diagnostic::{At, Placed};
use crate::nearest::did_you_mean;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::notation::Written;

/// A worked case: what was answered and what must come out.
#[derive(Debug)]
pub(crate) struct Case<E> {
    pub(crate) at: At,
    pub(crate) name: String,
    pub(crate) as_on: Date,
    pub(crate) answers: Answers,
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
    all(fields, |entry| entry.anything())
}

/// Reads the cases of a scheme: a verdict and amounts come out.
pub(super) fn of_scheme(fields: &Fields<'_>) -> Vec<Case<Expected>> {
    all(fields, expected)
}

/// Reads all cases. A case that is `like` an earlier one takes over its day and its answers, and
/// tells only what differs.
fn all<E>(fields: &Fields<'_>, expect: impl Fn(Entry<'_>) -> Option<Placed<E>>) -> Vec<Case<E>> {
    let mut cases: Vec<Case<E>> = Vec::new();
    for entry in fields.optional("case", Entry::elements).unwrap_or_default() {
        let found = entry.fields("a case", |fields| case(fields, &cases, &expect));
        cases.extend(found);
    }
    cases
}

fn case<E>(
    fields: &Fields<'_>,
    earlier: &[Case<E>],
    expect: impl FnOnce(Entry<'_>) -> Option<Placed<E>>,
) -> Option<Case<E>> {
    let name = fields.required("name", Entry::text);
    let (as_on, answers) = if fields.has("like") {
        let model = fields.required("like", |entry| model(entry, earlier));
        let as_on = fields.optional("as_on", Entry::day).map(|day| day.value);
        let changed = fields.optional("answers", by_name).unwrap_or_default();
        (
            as_on.or(model.map(|model| model.as_on)),
            model.map(|model| changed_answers(&model.answers, changed)),
        )
    } else {
        (fields.required("as_on", Entry::day).map(|day| day.value), fields.required("answers", by_name))
    };
    let expect = fields.required("expect", expect);
    let source = fields.required("source", Entry::text);
    Some(Case {
        at: fields.at,
        name: name?.value,
        as_on: as_on?,
        answers: answers?,
        expect: expect?,
        source: source?.value,
    })
}

/// The earlier case with the name that stands here.
fn model<'c, E>(entry: Entry<'_>, earlier: &'c [Case<E>]) -> Option<&'c Case<E>> {
    let name = entry.text()?;
    let found = earlier.iter().find(|case| case.name == name.value);
    if found.is_none() {
        let help = did_you_mean(&name.value, earlier.iter().map(|case| case.name.as_str()));
        entry.error(format!("no earlier case here is called \"{}\"", name.value), help);
    }
    found
}

type Answers = Vec<(Placed<String>, Placed<Written>)>;

/// The answers of the model, with those that are told anew in their place.
fn changed_answers(model: &Answers, changed: Answers) -> Answers {
    let kept = model.iter().filter(|(name, _)| changed.iter().all(|(other, _)| other.value != name.value));
    let mut answers: Answers = kept.cloned().collect();
    answers.extend(changed);
    answers
}

pub(super) fn by_name(entry: Entry<'_>) -> Option<Vec<(Placed<String>, Placed<Written>)>> {
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
