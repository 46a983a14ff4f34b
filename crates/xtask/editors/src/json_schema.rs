//! From the description of a rule file to a JSON Schema (draft 2020-12).
//!
//! Taplo, the language server behind most TOML editors, knows the keywords up to draft 7 and hides
//! the keys of a table that has `allOf`. So only keywords that both drafts know are used, references
//! point into the file itself, and what keys ask of each other stands under `if: true, then: …`.

use serde_json::{Map, Value, json};
use steunwijzer_compiler::schema::{Given, Key, Rule, Schema, Shape, Table};

/// A day: TOML dates become texts before they are compared.
const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
/// A number in machine notation, perhaps with a percent sign.
const FIGURE: &str = r"^-?[0-9]+(\.[0-9]+)?( *%)?$";

/// The JSON Schema of a kind of rule file.
///
/// # Errors
/// A sentence if two different tables have one name.
pub fn of(schema: &Schema) -> Result<Value, String> {
    let mut named = Named::default();
    let mut whole = named.table(&schema.table)?;
    let mut file = Map::new();
    file.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    file.insert("title".to_owned(), json!(schema.title));
    file.append(&mut whole);
    file.insert("$defs".to_owned(), Value::Object(named.found));
    Ok(Value::Object(file))
}

/// The tables and values that are described once, by name.
#[derive(Default)]
struct Named {
    found: Map<String, Value>,
}

impl Named {
    fn refer(&mut self, name: &str, value: Value) -> Result<Value, String> {
        match self.found.get(name) {
            Some(known) if *known != value => return Err(format!("two tables are called `{name}`")),
            Some(_) => {}
            None => drop(self.found.insert(name.to_owned(), value)),
        }
        Ok(json!({ "$ref": format!("#/$defs/{name}") }))
    }

    fn table(&mut self, table: &Table) -> Result<Map<String, Value>, String> {
        let needed: Vec<&str> = table.keys.iter().filter(|key| key.needed).map(|key| key.name).collect();
        let mut properties = Map::new();
        for key in &table.keys {
            properties.insert(key.name.to_owned(), self.key(key)?);
        }
        let mut object = Map::new();
        object.insert("description".to_owned(), json!(table.about));
        object.insert("type".to_owned(), json!("object"));
        object.insert("properties".to_owned(), Value::Object(properties));
        object.insert("required".to_owned(), json!(needed));
        object.insert("additionalProperties".to_owned(), json!(false));
        object.insert("x-taplo".to_owned(), json!({ "initKeys": needed }));
        if !table.rules.is_empty() {
            let rules: Vec<Value> =
                table.rules.iter().map(|rule| self.rule(rule)).collect::<Result<_, String>>()?;
            object.insert("if".to_owned(), json!(true));
            object.insert("then".to_owned(), json!({ "allOf": rules }));
        }
        Ok(object)
    }

    fn key(&mut self, key: &Key) -> Result<Value, String> {
        let mut value = self.shape(&key.shape)?;
        if let Some(object) = value.as_object_mut() {
            object.insert("description".to_owned(), json!(key.about));
        }
        Ok(value)
    }

    fn rule(&mut self, rule: &Rule) -> Result<Value, String> {
        Ok(match rule {
            Rule::Where { all, needs, forbids } => when(all, keys(needs, forbids)),
            Rule::Each { all, of, needs, forbids } => {
                when(all, json!({ "properties": { *of: { "items": keys(needs, forbids) } } }))
            }
            Rule::Holds { all, keys, shape } => {
                let mut holds = Map::new();
                for key in keys {
                    holds.insert((*key).to_owned(), self.shape(shape)?);
                }
                when(all, json!({ "properties": holds }))
            }
            Rule::Translated(key) => translated(key),
        })
    }

    fn shape(&mut self, shape: &Shape) -> Result<Value, String> {
        Ok(match shape {
            Shape::Text => json!({ "type": "string", "pattern": r"\S" }),
            Shape::Form(form) => json!({ "type": "string", "pattern": form.pattern() }),
            Shape::Words(words) => json!({ "enum": words }),
            Shape::YesNo => json!({ "type": "boolean" }),
            Shape::Whole(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
            Shape::Day => self.refer("day", day())?,
            Shape::Figure => self.refer("figure", figure())?,
            Shape::FigureOrDay => json!({ "anyOf": [self.shape(&Shape::Figure)?, self.shape(&Shape::Day)?] }),
            Shape::Answer => self.refer("answer", answer())?,
            Shape::List { of, least, most } => {
                let mut list = json!({ "type": "array", "items": self.shape(of)?, "minItems": least });
                if let (Some(most), Some(list)) = (most, list.as_object_mut()) {
                    list.insert("maxItems".to_owned(), json!(most));
                }
                list
            }
            Shape::Table(table) => {
                let described = Value::Object(self.table(table)?);
                self.refer(table.name, described)?
            }
            Shape::Named(of) => json!({ "type": "object", "additionalProperties": self.shape(of)? }),
        })
    }
}

fn day() -> Value {
    json!({ "description": "Een dag, zonder aanhalingstekens: 2026-07-01.", "type": "string", "format": "date", "pattern": DAY })
}

fn figure() -> Value {
    json!({
        "description": "Een getal: 36, \"2337.00\" of \"23.5 %\". Met decimalen altijd tussen aanhalingstekens.",
        "anyOf": [{ "type": "integer" }, { "type": "string", "pattern": FIGURE }],
    })
}

fn answer() -> Value {
    let again = json!({ "$ref": "#/$defs/answer" });
    json!({
        "description": "Een antwoord of uitkomst. Met decimalen altijd tussen aanhalingstekens; \"?\" is niet bekend.",
        "anyOf": [
            { "type": "string" },
            { "type": "integer" },
            { "type": "boolean" },
            { "type": "array", "items": again },
            { "type": "object", "additionalProperties": again },
        ],
    })
}

/// What keys ask of each other in a table.
fn keys(needs: &[&str], forbids: &[&str]) -> Value {
    let none: Map<String, Value> = forbids.iter().map(|key| ((*key).to_owned(), json!(false))).collect();
    json!({ "required": needs, "properties": none })
}

fn translated(key: &str) -> Value {
    let has = |language: &str| json!({ "properties": { language: { "required": [key] } } });
    // As long as a language is left out altogether, that is the mistake to tell.
    let both = json!({ "required": ["nl", "en"] });
    let neither = json!({ "properties": {
        "nl": { "properties": { key: false } }, "en": { "properties": { key: false } } } });
    json!({ "if": both, "then": { "anyOf": [neither, { "allOf": [has("nl"), has("en")] }] } })
}

fn when(all: &[Given], then: Value) -> Value {
    json!({ "if": { "allOf": all.iter().map(given).collect::<Vec<Value>>() }, "then": then })
}

fn given(given: &Given) -> Value {
    match given {
        Given::Has(key) => json!({ "required": [key] }),
        Given::Lacks(key) => json!({ "not": { "required": [key] } }),
        Given::Is(key, words) => json!({ "required": [key], "properties": { *key: { "enum": words } } }),
    }
}
