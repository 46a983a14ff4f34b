//! Rule files as JSON values, days as texts: so editors see them too.

use serde_json::{Map, Value as Json};
use std::fs;
use std::path::Path;
use toml_edit::{Document, Item, TableLike, Value};

/// A rule file: its path below the folder of rules, and its text.
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// All TOML files below a folder.
pub(crate) fn files(folder: &Path) -> Vec<File> {
    let mut found = Vec::new();
    collect(folder, "", &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), found);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push(File { path: name, text: fs::read_to_string(&path).unwrap() });
        }
    }
}

/// What a file holds; nothing if it is no TOML.
pub(crate) fn json(text: &str) -> Option<Json> {
    let document = Document::parse(text).ok()?;
    Some(table(document.as_table()))
}

fn table(table: &dyn TableLike) -> Json {
    let entries = table.iter().map(|(key, item)| (key.to_owned(), of_item(item)));
    Json::Object(entries.collect::<Map<String, Json>>())
}

fn of_item(item: &Item) -> Json {
    match item {
        Item::None => Json::Null,
        Item::Value(value) => of_value(value),
        Item::Table(found) => table(found),
        Item::ArrayOfTables(tables) => tables.iter().map(|one| table(one)).collect(),
    }
}

fn of_value(value: &Value) -> Json {
    match value {
        Value::String(text) => Json::from(text.value().as_str()),
        Value::Integer(number) => Json::from(*number.value()),
        Value::Float(number) => Json::from(*number.value()),
        Value::Boolean(yes) => Json::from(*yes.value()),
        Value::Datetime(day) => Json::from(day.value().to_string()),
        Value::Array(elements) => elements.iter().map(of_value).collect(),
        Value::InlineTable(found) => table(found),
    }
}
