//! Engines of others, each used as its documentation shows: compiled once, one expression for each
//! condition, an answer that is missing is left out.

use bench_model::{Condition, Kleene, Model, Profile, Sort, Test, sort};
use datalogic_rs::ParsedData;
use datalogic_rs::bumpalo::Bump;
use serde_json::{Map, Value, json};
use zen_expression::variable::Variable;
use zen_expression::vm::VM;
use zen_expression::{Expression, compile_expression};

/// A profile as JSON: numbers in euro, options and days as they are.
pub fn as_json(profile: &Profile) -> Value {
    let mut object = Map::new();
    for (input, value) in profile.iter().enumerate() {
        if let Some(value) = value {
            let value = match sort(input) {
                Sort::YesNo => json!(*value == 1),
                Sort::Number | Sort::Choice | Sort::Date => json!(value),
            };
            object.insert(format!("q{input}"), value);
        }
    }
    Value::Object(object)
}

pub struct Zen(Vec<Expression<zen_expression::expression::Standard>>);

pub fn zen(model: &Model) -> Zen {
    let text = |condition: &Condition| {
        let input = format!("q{}", condition.input);
        match condition.test {
            Test::AtMost(limit) => format!("{input} <= {limit}"),
            Test::AtLeast(limit) => format!("{input} >= {limit}"),
            Test::OneOf(bits) => format!("{input} in [{}]", options(bits)),
            Test::Is(yes) => format!("{input} == {yes}"),
        }
    };
    let compiled = model.schemes.iter().flatten().map(|condition| compile_expression(&text(condition)).expect("compiles"));
    Zen(compiled.collect())
}

pub fn zen_judge(zen: &Zen, context: &Variable, states: &mut Vec<Kleene>) {
    states.clear();
    let mut vm = VM::new();
    for expression in &zen.0 {
        let result = expression.evaluate_with(context.clone(), &mut vm);
        states.push(result.ok().and_then(|value| value.as_bool()));
    }
}

pub struct Logic {
    engine: datalogic_rs::Engine,
    compiled: Vec<datalogic_rs::Logic>,
}

pub fn logic(model: &Model) -> Logic {
    let engine = datalogic_rs::Engine::new();
    let rule = |condition: &Condition| {
        let input = json!({ "var": format!("q{}", condition.input) });
        match condition.test {
            Test::AtMost(limit) => json!({ "<=": [input, limit] }),
            Test::AtLeast(limit) => json!({ ">=": [input, limit] }),
            Test::OneOf(bits) => json!({ "in": [input, (0..5).filter(|option| bits >> option & 1 == 1).collect::<Vec<u8>>()] }),
            Test::Is(yes) => json!({ "==": [input, yes] }),
        }
    };
    let compiled = model.schemes.iter().flatten();
    let compiled = compiled.map(|condition| engine.compile(rule(condition).to_string().as_str()).expect("compiles")).collect();
    Logic { engine, compiled }
}

pub fn logic_judge(logic: &Logic, data: &ParsedData, arena: &mut Bump, states: &mut Vec<Kleene>) {
    states.clear();
    arena.reset();
    for rule in &logic.compiled {
        let result = logic.engine.evaluate(rule, data, &*arena);
        states.push(result.ok().and_then(|value| value.as_bool()));
    }
}

fn options(bits: u64) -> String {
    let chosen: Vec<String> = (0..5).filter(|option| bits >> option & 1 == 1).map(|option: u8| option.to_string()).collect();
    chosen.join(", ")
}
