//! The JSON output is as `docs/advice.schema.json` describes it.

use crate::program::{json, root};
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json as value};
use std::fs;

fn schema() -> (Schemas, SchemaIndex) {
    let text = fs::read_to_string(root().join("docs/advice.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.add_resource("advice.json", schema).unwrap();
    let index = compiler.compile("advice.json", &mut schemas).unwrap();
    (schemas, index)
}

fn assert_valid(advice: &Value) {
    let (schemas, index) = schema();
    if let Err(error) = schemas.validate(advice, index) {
        panic!("{error:#}");
    }
}

/// An answer to every question, as far as it can be made from what the program says of it.
fn full_answers() -> Value {
    let questions = json(&["questions"], "");
    let mut answers = serde_json::Map::new();
    let mut lists: serde_json::Map<String, Value> = serde_json::Map::new();
    for question in questions.as_array().unwrap() {
        let text = |key: &str| question[key].as_str().unwrap();
        let answer = match text("type") {
            "yes-no" => value!(true),
            "choice" => question["options"][0]["id"].clone(),
            "choices" => value!([question["options"][0]["id"]]),
            "date" => value!("2025-06-01"),
            "place" => value!("GM0344"),
            "percent" => value!("40 %"),
            _ => value!(36),
        };
        match question["list"].as_str() {
            None => drop(answers.insert(text("id").to_owned(), answer)),
            Some(list) => {
                let key = text("id").split_once('.').unwrap().1.to_owned();
                let records = lists.entry(list).or_insert_with(|| value!([{}]));
                records[0][key] = answer;
            }
        }
    }
    answers.extend(lists);
    Value::Object(answers)
}

#[test]
fn an_advice_without_answers_is_valid() {
    assert_valid(&json(&["advise", "-", "--as-on", "2026-11-21"], "{}"));
}

#[test]
fn an_advice_with_every_answer_is_valid_in_both_languages() {
    let answers = full_answers().to_string();
    for lang in ["nl", "en"] {
        assert_valid(&json(&["advise", "-", "--as-on", "2026-11-21", "--lang", lang], &answers));
    }
}

#[test]
fn an_advice_in_which_nothing_is_known_is_valid() {
    let mut answers = full_answers();
    for (_, answer) in answers.as_object_mut().unwrap() {
        match answer.as_array_mut().and_then(|records| records[0].as_object_mut()) {
            Some(record) => record.values_mut().for_each(|answer| *answer = value!("?")),
            None => *answer = value!("?"),
        }
    }
    let advice = json(&["advise", "-", "--as-on", "2026-11-21"], &answers.to_string());
    assert!(advice["find_out"].as_array().unwrap().len() > 50);
    assert_valid(&advice);
}

#[test]
fn an_advice_with_empty_lists_is_valid() {
    let answers = r#"{ "hires": [], "needs": [], "received_aid": [], "org.legal_form": "stichting" }"#;
    assert_valid(&json(&["advise", "-", "--as-on", "2026-11-21"], answers));
}

#[test]
fn an_advice_for_a_day_long_after_the_edition_is_valid() {
    assert_valid(&json(&["advise", "-", "--as-on", "2031-01-01"], &full_answers().to_string()));
}

#[test]
fn the_schema_refuses_an_advice_without_its_edition() {
    let mut advice = json(&["advise", "-", "--as-on", "2026-11-21"], "{}");
    advice.as_object_mut().unwrap().remove("edition");
    let (schemas, index) = schema();
    assert!(schemas.validate(&advice, index).is_err());
}

#[test]
fn explain_gives_one_scheme_of_the_advice() {
    let advice = json(&["advise", "-", "--as-on", "2026-11-21"], "{}");
    let one = json(&["explain", "lks-participatiewet", "-", "--as-on", "2026-11-21"], "{}");
    let schemes = advice["schemes"].as_array().unwrap();
    assert!(schemes.contains(&one));
}
