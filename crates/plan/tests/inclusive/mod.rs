//! Hires over the real rules, for the tests of the plan.

#![allow(dead_code)] // each file of tests uses its own part
#![allow(clippy::expect_used, clippy::panic)] // a test that cannot go on stops

use rust_decimal::Decimal;
use std::sync::LazyLock;
use steunwijzer_engine::answers::{Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::notation::{Written, read};
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::Rulebook;
use steunwijzer_plan::hires::Labour;

pub(crate) static RULES: LazyLock<Rulebook> = LazyLock::new(steunwijzer_rules::rulebook);
pub(crate) static LABOUR: LazyLock<Labour> =
    LazyLock::new(|| Labour::new(&RULES).expect("the rules have every name"));

/// The day on which everything is judged.
pub(crate) const TODAY: &str = "2026-11-21";

/// The employee of scenario S6.
pub(crate) const TILBURG: &[(&str, &str)] = &[
    ("place", "GM0855"),
    ("age", "27"),
    ("hours", "28"),
    ("loonwaarde", "55 %"),
    ("start", "2026-12-01"),
    ("pays_minimum", "true"),
    ("register", "true"),
    ("lks_group", "true"),
    ("job_kind", "ordinary"),
    ("benefit", "bijstand"),
    ("history", "none"),
    ("papers", "[]"),
];

/// Another employee in another municipality.
pub(crate) const UTRECHT: &[(&str, &str)] = &[
    ("place", "GM0344"),
    ("age", "40"),
    ("hours", "20"),
    ("loonwaarde", "20 %"),
    ("start", "2026-12-01"),
    ("pays_minimum", "true"),
    ("register", "true"),
    ("lks_group", "true"),
    ("job_kind", "ordinary"),
    ("benefit", "bijstand"),
    ("history", "none"),
    ("papers", "[]"),
];

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

pub(crate) fn euro(text: &str) -> Number {
    Number::exactly(decimal(text))
}

pub(crate) fn between(low: &str, high: &str) -> Number {
    Number::Between(decimal(low), decimal(high))
}

pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

/// A hire with some answers replaced or added.
pub(crate) fn with<'t>(base: &[(&'t str, &'t str)], other: &[(&'t str, &'t str)]) -> Vec<(&'t str, &'t str)> {
    let kept = base.iter().filter(|(key, _)| !other.iter().any(|(name, _)| name == key));
    kept.chain(other).copied().collect()
}

/// Answers that tell these hires.
pub(crate) fn hired(hires: &[&[(&str, &str)]]) -> Answers {
    let list = RULES.list_id("hires").expect("a list");
    let mut answers = Answers::new(&RULES);
    answers.tell_none(list);
    for hire in hires {
        let row = answers.add_record(&RULES, list).expect("room in the list");
        for (key, value) in *hire {
            let id = RULES.question_id(&format!("hire.{key}")).expect("a question");
            let answer = read(&RULES, &RULES.questions[id.row()], &written(value));
            let answer = answer.unwrap_or_else(|wrong| panic!("{key}: {wrong}"));
            answers.set(&RULES, id, Whose::Record(list, row), Some(answer)).expect("inside the bounds");
        }
    }
    answers
}

fn written(value: &str) -> Written {
    match (value, value.split_once("..")) {
        ("true", _) => Written::Bool(true),
        ("false", _) => Written::Bool(false),
        ("[]", _) => Written::List(Vec::new()),
        (_, Some((from, to))) => Written::Table(vec![
            ("from".to_owned(), Written::Text(from.to_owned())),
            ("to".to_owned(), Written::Text(to.to_owned())),
        ]),
        (text, None) => Written::Text(text.to_owned()),
    }
}
