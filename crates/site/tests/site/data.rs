//! The open data: JSON by its schema, CSV that reads back, one folder for each edition.

use crate::made::{anywhere, edition, root, text};
use boon::{Compiler, Schemas};
use serde_json::Value;
use std::collections::BTreeSet;

fn json(name: &str) -> Value {
    serde_json::from_str(text(anywhere(), &format!("data/latest/{name}"))).expect("JSON")
}

fn assert_valid(name: &str) {
    let file = root().join(format!("docs/{name}.schema.json"));
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let schema = compiler.compile(file.to_str().unwrap(), &mut schemas).expect("a schema");
    if let Err(error) = schemas.validate(&json(&format!("{name}.json")), schema) {
        panic!("{error:#}");
    }
}

/// The rows of a table by the names of its columns.
fn rows(name: &str) -> Vec<std::collections::HashMap<String, String>> {
    let bytes = text(anywhere(), &format!("data/latest/{name}")).as_bytes();
    let mut reader = csv::Reader::from_reader(bytes);
    reader.deserialize().map(|row| row.expect("a row with every column")).collect()
}

#[test]
fn the_rulebook_is_as_its_schema_says() {
    assert_valid("rulebook");
}

#[test]
fn the_schemes_are_as_their_schema_says() {
    assert_valid("schemes");
}

#[test]
fn a_value_that_the_schema_does_not_know_is_refused() {
    let file = root().join("docs/schemes.schema.json");
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let schema = compiler.compile(file.to_str().unwrap(), &mut schemas).expect("a schema");
    let mut value = json("schemes.json");
    value["schemes"][0]["kind"] = "gift".into();
    assert!(schemas.validate(&value, schema).is_err());
}

#[test]
fn tables_read_back_with_as_many_rows_as_the_rules_have() {
    let rulebook = &edition().rulebook;
    let citations = rulebook.conditions.iter().map(|condition| condition.sources.len()).sum();
    let windows = rulebook.schemes.iter().map(|scheme| scheme.windows.len()).sum();
    let each = [
        ("schemes.csv", rulebook.schemes.len()),
        ("conditions.csv", rulebook.conditions.len()),
        ("citations.csv", citations),
        ("windows.csv", windows),
        ("questions.csv", rulebook.questions.len()),
        ("sources.csv", rulebook.sources.len()),
        ("municipalities.csv", rulebook.municipalities.len()),
    ];
    for (name, number) in each {
        assert_eq!(rows(name).len(), number, "{name}");
    }
}

#[test]
fn a_table_and_the_json_name_the_same_schemes() {
    let listed: BTreeSet<String> = rows("schemes.csv").into_iter().map(|row| row["scheme"].clone()).collect();
    let value = json("rulebook.json");
    let schemes = value["schemes"].as_array().unwrap();
    assert_eq!(listed, schemes.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect());
}

#[test]
fn what_tables_cite_is_a_source() {
    let known: BTreeSet<String> = rows("sources.csv").into_iter().map(|row| row["source"].clone()).collect();
    for row in rows("citations.csv") {
        assert!(known.contains(&row["source"]), "{row:?}");
    }
}

#[test]
fn a_test_comes_out_in_the_language_of_the_rule_files() {
    let row = rows("conditions.csv")
        .into_iter()
        .find(|row| row["scheme"] == "lks-participatiewet" && row["condition"] == "target-group");
    assert_eq!(row.unwrap()["when"], "hire.lks_group");
}

#[test]
fn the_folder_of_the_edition_holds_the_same_as_the_newest() {
    let own = &edition().rulebook.edition;
    let folder = format!("data/{}-{}/", own.date, &own.hash[..8]);
    let files = |folder: &str| {
        let own =
            anywhere().files.iter().filter_map(|(path, bytes)| Some((path.strip_prefix(folder)?, bytes)));
        own.map(|(name, bytes)| (name.to_owned(), bytes.clone())).collect::<Vec<_>>()
    };
    let newest = files("data/latest/");
    assert_eq!(newest.len(), 14);
    assert!(files(&folder) == newest);
}

#[test]
fn the_readme_explains_every_column() {
    let readme = text(anywhere(), "data/latest/README.md");
    for (path, bytes) in &anywhere().files {
        let Some(name) = path.strip_prefix("data/latest/").filter(|name| name.ends_with(".csv")) else {
            continue;
        };
        assert!(readme.contains(&format!("`{}`", name)) || readme.contains(name), "{name}");
        let head = std::str::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}').lines().next().unwrap();
        for column in head.split(',') {
            assert!(readme.contains(&format!("- `{column}`: ")), "{name}: {column}");
        }
    }
}
