//! The published test kit of DMN against our subset of FEEL.
//!
//! The checks stand outside this repository: in the folder named by `STEUNWIJZER_CONFORMANCE`, or
//! beside the workspace in `../shared/conformance`. Every difference must be allowed, with a reason,
//! in `allowed_differences.toml`; an allowed difference that no longer differs fails too.

#![allow(clippy::expect_used, clippy::panic, clippy::wildcard_enum_match_arm, reason = "helpers of tests")]

mod book;

use book::{Book, day, number, options};
use rust_decimal::Decimal;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use steunwijzer_compiler::feel::{Scope, Tables, value};
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::evaluate;
use steunwijzer_engine::rulebook::{AnswerType, QuestionId, Rulebook, Unit};
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::value::Value;
use steunwijzer_engine::world::World;

/// What an expression gives. FEEL's `null` is our "not known", and what does not compile.
#[derive(Clone, Debug, PartialEq)]
enum Outcome {
    Refused(String),
    Unknown,
    Truth(bool),
    Number(Decimal),
    Date(Date),
    /// What we have no values for, such as texts.
    Other(String),
}

impl Outcome {
    fn is_null(&self) -> bool {
        matches!(self, Outcome::Refused(_) | Outcome::Unknown)
    }

    fn agrees(&self, expected: &Outcome) -> bool {
        self == expected || self.is_null() && expected.is_null()
    }
}

/// A value that a check gives to an input.
#[derive(Clone, Debug)]
enum Given {
    /// `null`: an answer that is not known, of any type that fits.
    Null,
    Known(Outcome),
}

/// One line of the data.
struct Check {
    key: String,
    suite: String,
    expression: String,
    inputs: Vec<(String, Given)>,
    expected: Outcome,
}

/// Longest first: names of functions in FEEL and ours.
const RENAMED: [&str; 5] =
    ["years and months duration", "round half down", "round half up", "round down", "round up"];

/// Types that a null may have.
const TYPES: [fn() -> AnswerType; 3] = [
    || AnswerType::YesNo,
    || number(Unit::Plain, 2, -10_000_000, 10_000_000),
    || AnswerType::Date { min: day("1900-01-01"), max: day("2100-12-31") },
];

fn data() -> Option<String> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/conformance");
    let folder = std::env::var_os("STEUNWIJZER_CONFORMANCE").map_or_else(beside, PathBuf::from);
    std::fs::read_to_string(folder.join("dmn-tck-subset.jsonl")).ok()
}

fn outcome(json: &Json) -> Outcome {
    let Some(text) = json.get("text").and_then(Json::as_str) else {
        return if json.is_null() { Outcome::Unknown } else { Outcome::Other(json.to_string()) };
    };
    match json.get("type").and_then(Json::as_str) {
        Some("boolean") => Outcome::Truth(text == "true"),
        Some("decimal") => Outcome::Number(text.parse().expect("a number in the data")),
        Some("date") => Outcome::Date(day(text)),
        Some("duration") => match evaluated(&format!("duration(\"{text}\")"), &[], TYPES[0]) {
            Outcome::Refused(why) => panic!("{text}: {why}"),
            months => months,
        },
        _ => Outcome::Other(text.to_owned()),
    }
}

/// A name without spaces.
fn renamed(expression: &str, name: &str) -> String {
    expression.replace(name, &name.replace(' ', "_"))
}

fn check(line: &str) -> Check {
    let json: Json = serde_json::from_str(line).expect("a line of JSON");
    let text = |field: &str| json[field].as_str().unwrap_or_default().to_owned();
    let mut expression = RENAMED.iter().fold(text("expr"), |expression, name| renamed(&expression, name));
    let mut inputs = Vec::new();
    for (name, given) in json["given"].as_object().expect("inputs") {
        expression = renamed(&expression, name);
        let given = if given.is_null() { Given::Null } else { Given::Known(outcome(given)) };
        inputs.push((name.replace(' ', "_"), given));
    }
    while let Some(at) = expression.find("null") {
        let name = format!("unknown_{}", inputs.len());
        expression.replace_range(at..at + 4, &name);
        inputs.push((name, Given::Null));
    }
    Check {
        key: format!("{} {} {}", text("suite"), text("id"), text("decision")),
        suite: text("suite"),
        expression,
        inputs,
        expected: outcome(&json["expected"]),
    }
}

/// Compiles and evaluates; a null takes the first type with which the expression compiles.
fn run(check: &Check) -> Outcome {
    let outcomes = TYPES.map(|null| evaluated(&check.expression, &check.inputs, null));
    let found = outcomes.iter().find(|outcome| !matches!(outcome, Outcome::Refused(_)));
    found.unwrap_or(&outcomes[0]).clone()
}

fn evaluated(expression: &str, inputs: &[(String, Given)], null: fn() -> AnswerType) -> Outcome {
    let mut book = Book::default();
    for (name, given) in inputs {
        book.ask(name, answer_type(given, null));
    }
    let mut tables = Tables::new();
    let compiled = match value(expression, &book, Scope::default(), None, &mut tables) {
        Ok(compiled) => compiled,
        Err(mistake) => return Outcome::Refused(mistake.message),
    };
    let rulebook = book.rulebook(&tables);
    let answers = answers(&rulebook, inputs);
    let world = World::new(&rulebook, &answers, day("2026-11-21"));
    match evaluate::Scope::new(&world, &[]).value(compiled.node) {
        Value::Truth(Truth::Yes) => Outcome::Truth(true),
        Value::Truth(Truth::No) => Outcome::Truth(false),
        Value::Number(number) => number.single().map_or(Outcome::Unknown, Outcome::Number),
        Value::Days(first, last) if first == last => Outcome::Date(first),
        Value::Truth(Truth::Open)
        | Value::Days(..)
        | Value::Options(_)
        | Value::Choices(_)
        | Value::Places(_) => Outcome::Unknown,
    }
}

fn answer_type(given: &Given, null: fn() -> AnswerType) -> AnswerType {
    match given {
        Given::Null => null(),
        Given::Known(Outcome::Truth(_)) => TYPES[0](),
        Given::Known(Outcome::Number(_)) => TYPES[1](),
        Given::Known(Outcome::Date(_)) => TYPES[2](),
        Given::Known(Outcome::Other(text)) => AnswerType::Choice(options(&[text])),
        Given::Known(Outcome::Refused(_) | Outcome::Unknown) => null(),
    }
}

fn answers(rulebook: &Rulebook, inputs: &[(String, Given)]) -> Answers {
    let mut answers = Answers::new(rulebook);
    for (row, (name, given)) in (0..).zip(inputs) {
        let slot = match given {
            Given::Known(Outcome::Truth(truth)) => Slot::yes_no(*truth),
            Given::Known(Outcome::Number(number)) => {
                let cents = (number * Decimal::ONE_HUNDRED).normalize().to_string();
                Slot::exactly(cents.parse().expect("a number with two decimals"))
            }
            Given::Known(Outcome::Date(day)) => Slot::exactly(day.day_number()),
            Given::Known(Outcome::Other(_)) => Slot::option(0),
            Given::Null | Given::Known(Outcome::Refused(_) | Outcome::Unknown) => continue,
        };
        let known = Some(Answer::Known(slot));
        answers.set(rulebook, QuestionId(row), Whose::Organisation, known).expect(name);
    }
    answers
}

/// Every difference that is allowed: its reason, by the key of the check.
fn allowed() -> BTreeMap<String, String> {
    let text = include_str!("allowed_differences.toml");
    let file: toml_edit::DocumentMut = text.parse().expect("allowed_differences.toml");
    let mut all = BTreeMap::new();
    let differences = file["difference"].as_array_of_tables().expect("[[difference]]");
    for difference in differences {
        let reason = difference["reason"].as_str().expect("a reason");
        for check in difference["checks"].as_array().expect("checks") {
            let key = check.as_str().expect("the key of a check").to_owned();
            assert!(all.insert(key.clone(), reason.to_owned()).is_none(), "{key} stands there twice");
        }
    }
    all
}

/// Counts of one suite.
#[derive(Default)]
struct Counts {
    agree: u32,
    refused: u32,
    differ: u32,
}

#[test]
fn differs_from_the_dmn_test_kit_only_as_allowed_or_is_skipped_without_its_data() {
    let Some(data) = data() else {
        println!("skipped: conformance data not present");
        return;
    };
    let allowed = allowed();
    let mut suites: BTreeMap<String, Counts> = BTreeMap::new();
    let mut differing = BTreeSet::new();
    let mut wrong = Vec::new();
    for check in data.lines().map(check) {
        let found = run(&check);
        let counts = suites.entry(check.suite.clone()).or_default();
        counts.refused += u32::from(matches!(found, Outcome::Refused(_)));
        if found.agrees(&check.expected) {
            counts.agree += 1;
            continue;
        }
        counts.differ += 1;
        if !allowed.contains_key(&check.key) {
            let Check { key, expression, expected, .. } = &check;
            wrong.push(format!("{key}: {expression}\n  expected {expected:?}, found {found:?}"));
        }
        differing.insert(check.key);
    }
    println!("{:52} agree  differ  (refused)", "suite");
    for (suite, Counts { agree, refused, differ }) in &suites {
        println!("{suite:52} {agree:5}  {differ:6}  {refused:9}");
    }
    let stale: Vec<&String> = allowed.keys().filter(|key| !differing.contains(*key)).collect();
    assert!(wrong.is_empty(), "differences that are not allowed:\n{}", wrong.join("\n"));
    assert!(stale.is_empty(), "allowed, but no longer different: {stale:?}");
}
