//! Invented visitors: the files of `tests/scenarios`.

use crate::failure::Failure;
use serde_json::{Map, Value};
use std::fs;
use std::path::Path;
use steunwijzer_advisor::answers_file;
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::Rulebook;
use toml_edit::{DocumentMut, Item, Table, Value as Toml};

/// An invented visitor.
pub(crate) struct Persona {
    /// The file it stands in.
    pub(crate) file: String,
    pub(crate) name: String,
    /// The day for which it asks advice.
    pub(crate) as_on: Date,
    /// Its answers, as an answers file holds them.
    pub(crate) answers: Value,
}

/// Every file with answers in a folder, by name.
pub(crate) fn all(folder: &Path) -> Result<Vec<Persona>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::file(folder, &error))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| Failure::file(folder, &error))?.path();
        if path.extension().is_some_and(|kind| kind == "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    let mut personas = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).map_err(|error| Failure::file(&path, &error))?;
        let wrong = |problem: String| Failure::Input(format!("{}: {problem}", path.display()));
        let document: DocumentMut =
            text.parse().map_err(|error| wrong(format!("this is no TOML: {error}")))?;
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        personas.extend(persona(file, &document).map_err(wrong)?);
    }
    if personas.is_empty() {
        let from = folder.display();
        return Err(Failure::Input(format!("{from}: there is no file with a table `[answers]` here")));
    }
    Ok(personas)
}

/// The persona in a file; none if it holds no answers.
fn persona(file: String, document: &DocumentMut) -> Result<Option<Persona>, String> {
    let Some(answers) = document.get("answers") else { return Ok(None) };
    let answers = json(answers).ok_or("write decimals in `[answers]` as texts, such as \"12.50\"")?;
    let as_on = document.get("as_on").and_then(Item::as_datetime).map(ToString::to_string);
    let as_on = as_on.and_then(|day| day.parse().ok());
    let as_on = as_on.ok_or("write the day of the advice, such as `as_on = 2026-11-21`")?;
    let name = document.get("name").and_then(Item::as_str).unwrap_or(&file).to_owned();
    Ok(Some(Persona { file, name, as_on, answers }))
}

/// TOML as JSON, dates as texts; `None` if there is a float in it.
fn json(item: &Item) -> Option<Value> {
    match item {
        Item::Value(value) => json_of_value(value),
        Item::Table(table) => json_of_table(table),
        Item::ArrayOfTables(tables) => tables.iter().map(json_of_table).collect(),
        Item::None => None,
    }
}

fn json_of_table(table: &Table) -> Option<Value> {
    let entries = table.iter().map(|(key, item)| Some((key.to_owned(), json(item)?)));
    entries.collect::<Option<Map<String, Value>>>().map(Value::Object)
}

fn json_of_value(value: &Toml) -> Option<Value> {
    Some(match value {
        Toml::String(text) => Value::from(text.value().as_str()),
        Toml::Integer(number) => Value::from(*number.value()),
        Toml::Boolean(yes) => Value::from(*yes.value()),
        Toml::Datetime(day) => Value::from(day.value().to_string()),
        Toml::Array(values) => values.iter().map(json_of_value).collect::<Option<Value>>()?,
        Toml::InlineTable(table) => {
            let entries = table.iter().map(|(key, value)| Some((key.to_owned(), json_of_value(value)?)));
            Value::Object(entries.collect::<Option<Map<String, Value>>>()?)
        }
        Toml::Float(_) => return None,
    })
}

impl Persona {
    /// The answers, if these rules know every one of them.
    pub(crate) fn answers(&self, rulebook: &Rulebook) -> Result<Answers, Failure> {
        answers_file::read(rulebook, &self.answers.to_string())
            .map_err(|mistakes| Failure::answers(&self.file, &mistakes))
    }
}
