//! Whatever stands in the texts, there is an outcome; with wrong input it names its place.

use crate::advisor::Library;
use crate::options::Options;
use crate::problem::{self, Kind, Problem};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

const DAY: &str = r#"{"asOn":"2026-11-22"}"#;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let mut library = Library::new();
    library.texts("nl", steunwijzer_rules::WORDS_NL).unwrap();
    library.texts("nl", steunwijzer_rules::SCHEMES_NL).unwrap();
    library
});

fn wrong(answers: &str) -> Vec<Problem> {
    LIBRARY.ask(answers, DAY).err().unwrap()
}

fn places(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|problem| problem.path.as_str()).collect()
}

#[test]
fn every_mistake_is_named_with_its_place() {
    let answers = r#"{"org.legal_form": "gmbh", "hires": [{"hours": null}], "org.fte": 1.5}"#;
    let problems = wrong(answers);
    assert_eq!(places(&problems), ["org.legal_form", "hires[0].hours", "org.fte"]);
    assert!(problems.iter().all(|one| one.kind == Kind::Answers && !one.repair.is_empty()));
}

#[test]
fn names_of_the_language_javascript_are_no_keys() {
    for key in ["__proto__", "constructor", "toString"] {
        assert_eq!(places(&wrong(&json!({ key: {} }).to_string())), [key]);
    }
}

#[test]
fn options_are_read_strictly() {
    for (options, path) in [
        (r#"{}"#, "options.asOn"),
        (r#"{"asOn":"2026-02-30"}"#, "options.asOn"),
        (r#"{"asOn":"2026-11-22","lang":"de"}"#, "options.lang"),
        (r#"{"asOn":"2026-11-22","as_on":"2026-11-22"}"#, "options.as_on"),
        (r#"{"asOn":"2026-11-22","schemes":[1]}"#, "options.schemes"),
        (r#"[]"#, "options"),
    ] {
        assert_eq!(places(&Options::read(options).unwrap_err()), [path], "{options}");
    }
}

#[test]
fn a_scheme_that_is_not_there_is_named_with_the_nearest() {
    let problems = LIBRARY.explain("lks-participatiewett", "{}", DAY).err().unwrap();
    assert_eq!(problems[0].kind, Kind::Scheme);
    assert!(problems[0].message.contains("`lks-participatiewet`"));
}

#[test]
fn an_outcome_is_one_object_with_its_kind_in_words() {
    let outcome: Value = serde_json::from_str(&problem::json(LIBRARY.explain("x", "{}", DAY))).unwrap();
    assert_eq!(outcome["ok"], false);
    assert_eq!(outcome["error"]["kind"], "scheme");
    assert_eq!(outcome["errors"][0], outcome["error"]);
}

#[test]
fn words_of_one_kind_are_no_words_of_the_other() {
    assert!(Library::new().texts("nl", steunwijzer_rules::SCHEMES_NL).is_err());
    let mut library = Library::new();
    library.texts("nl", steunwijzer_rules::WORDS_NL).unwrap();
    assert!(library.texts("nl", steunwijzer_rules::WORDS_NL).is_err());
}

/// Any value as JSON has it.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        prop::sample::select(vec!["?", "bv", "GM0855", "GM9999", "2026-13-01", "1e400", "55 %", "-0"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let key = prop_oneof![
            prop::sample::select(vec!["any", "from", "to", "yes", "no", "province", "__proto__"])
                .prop_map(str::to_owned),
            ".{0,6}",
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..4)
                .prop_map(|all| Value::Object(all.into_iter().collect())),
        ]
    })
}

/// Answers with keys that exist, and anything behind them.
fn any_answers() -> impl Strategy<Value = String> {
    let keys = [
        "org.legal_form",
        "org.place",
        "org.founded",
        "org.turnover",
        "org.fte",
        "hires",
        "needs",
        "received_aid",
    ];
    let answers = prop::collection::vec((prop::sample::select(keys.to_vec()), any_json()), 0..4);
    answers.prop_map(|all| {
        Value::Object(all.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()).to_string()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_an_outcome(answers in ".{0,60}", options in ".{0,30}") {
        let outcome = problem::json(LIBRARY.advise(&answers, &options));
        prop_assert!(serde_json::from_str::<Value>(&outcome).unwrap()["ok"].is_boolean());
    }

    #[test]
    fn any_value_behind_a_key_has_an_outcome(answers in any_answers()) {
        let outcome = problem::json(LIBRARY.ask(&answers, DAY));
        prop_assert!(serde_json::from_str::<Value>(&outcome).unwrap()["ok"].is_boolean());
    }

    #[test]
    fn any_options_have_an_outcome(value in any_json()) {
        let options = json!({ "asOn": "2026-11-22", "lang": value, "schemes": value }).to_string();
        prop_assert!(LIBRARY.questions(&options).is_err());
    }
}
