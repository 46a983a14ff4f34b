//! The JSON output is as `docs/advice.schema.json` and `docs/plan.schema.json` describe it.

use crate::program::{json, root, scenario_answers};
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json as value};
use std::fs;

const ADVICE: &str = "advice.schema.json";
const PLAN: &str = "plan.schema.json";

/// One of the two; the plan's refers to the advice's.
fn schema(name: &str) -> (Schemas, SchemaIndex) {
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    for file in [ADVICE, PLAN] {
        let text = fs::read_to_string(root().join("docs").join(file)).unwrap();
        compiler
            .add_resource(&format!("https://schemas.test/{file}"), serde_json::from_str(&text).unwrap())
            .unwrap();
    }
    let index = compiler.compile(&format!("https://schemas.test/{name}"), &mut schemas).unwrap();
    (schemas, index)
}

fn assert_valid_by(name: &str, value: &Value) {
    let (schemas, index) = schema(name);
    if let Err(error) = schemas.validate(value, index) {
        panic!("{error:#}");
    }
}

fn assert_valid(advice: &Value) {
    assert_valid_by(ADVICE, advice);
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
    let (schemas, index) = schema(ADVICE);
    assert!(schemas.validate(&advice, index).is_err());
}

fn plan(answers: &str, lang: &str) -> Value {
    json(&["plan", "-", "--as-on", "2026-11-21", "--lang", lang], answers)
}

#[test]
fn a_plan_without_answers_is_valid() {
    assert_valid_by(PLAN, &plan("{}", "nl"));
}

#[test]
fn a_plan_with_every_answer_is_valid_in_both_languages() {
    let answers = full_answers().to_string();
    for lang in ["nl", "en"] {
        assert_valid_by(PLAN, &plan(&answers, lang));
    }
}

#[test]
fn the_plan_of_every_scenario_about_money_is_valid() {
    for file in ["s04-solar-roof.toml", "s06-one-hire.toml", "s07-second-location.toml"] {
        let answers = scenario_answers(file);
        assert_valid_by(PLAN, &plan(&answers, "nl"));
    }
}

#[test]
fn a_plan_long_after_the_edition_is_valid() {
    let plan = json(&["plan", "-", "--as-on", "2031-01-01"], &full_answers().to_string());
    assert_valid_by(PLAN, &plan);
}

#[test]
fn the_schema_refuses_a_plan_with_an_amount_as_a_number() {
    let mut plan = plan("{}", "nl");
    plan["aid_room"][0]["left"] = value!(300000);
    let (schemas, index) = schema(PLAN);
    assert!(schemas.validate(&plan, index).is_err());
}

#[test]
fn explain_gives_one_scheme_of_the_advice() {
    let advice = json(&["advise", "-", "--as-on", "2026-11-21"], "{}");
    let one = json(&["explain", "lks-participatiewet", "-", "--as-on", "2026-11-21"], "{}");
    let schemes = advice["schemes"].as_array().unwrap();
    assert!(schemes.contains(&one));
}
