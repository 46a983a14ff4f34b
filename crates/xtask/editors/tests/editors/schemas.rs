//! The schemas take every rule file and refuse wrong ones.

use crate::mistakes::{self, Mistake};
use crate::toml::{self, File};
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use steunwijzer_compiler::schema::{self, Schema, Shape, Table};
use xtask_editors::{json_schema, root, schema_files};

/// The schemas, ready to use.
pub(crate) struct Checker {
    kinds: Vec<Schema>,
    schemas: Schemas,
    indices: BTreeMap<&'static str, SchemaIndex>,
}

impl Checker {
    pub(crate) fn new() -> Checker {
        let kinds = schema::all();
        let mut schemas = Schemas::new();
        let mut indices = BTreeMap::new();
        for kind in &kinds {
            let mut compiler = Compiler::new();
            let name = format!("{}.json", kind.name);
            compiler.add_resource(&name, json_schema::of(kind).unwrap()).unwrap();
            indices.insert(kind.name, compiler.compile(&name, &mut schemas).unwrap());
        }
        Checker { kinds, schemas, indices }
    }

    /// The kinds whose pattern holds this file.
    fn kinds_of(&self, path: &str) -> Vec<&Schema> {
        let holds = |kind: &&Schema| matches(kind.files, path) && kind.except != Some(path);
        self.kinds.iter().filter(holds).collect()
    }

    /// Why a file is refused; nothing if it is taken.
    pub(crate) fn refusal(&self, path: &str, text: &str) -> Option<String> {
        let kinds = self.kinds_of(path);
        let [kind] = kinds.as_slice() else {
            return Some(format!("{path} is of {} kinds", kinds.len()));
        };
        let Some(value) = toml::json(text) else {
            return Some("this is no TOML".to_owned());
        };
        let index = *self.indices.get(kind.name)?;
        self.schemas.validate(&value, index).err().map(|error| format!("{path}: {error:#}"))
    }

    fn refused(&self, files: &[File]) -> Vec<String> {
        files.iter().filter_map(|file| self.refusal(&file.path, &file.text)).collect()
    }
}

/// Whether a path is as a pattern in which `*` stands for any name.
fn matches(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<&str>, Vec<&str>) = (pattern.split('/').collect(), path.split('/').collect());
    let part = |(pattern, name): (&&str, &&str)| match pattern.split_once('*') {
        Some((before, after)) => name.starts_with(before) && name.ends_with(after),
        None => pattern == name,
    };
    pattern.len() == path.len() && pattern.iter().zip(&path).all(part)
}

/// Messages about the form of a file alone: a schema must see these mistakes.
pub(crate) fn is_structural(message: &str) -> bool {
    const PARTS: &[&str] = &[
        " has no key `",
        " needs the key `",
        " has no translation `",
        " cannot be an id here",
        " is a binary fraction",
        " is not an address",
        " is no place for a rule file",
        " is not known here",
        " is out of bounds",
        "expected a text, found",
        "expected a day, found",
        "expected true or false, found",
        "expected a whole number, found",
        "expected a table, found",
        "expected a list",
        "this condition takes no `when`",
        "this has no source",
        "this is not TOML",
        "this text is empty",
        "it is not said what this scheme gives",
        "it is not said when this scheme ended",
        "stands here without",
    ];
    PARTS.iter().any(|part| message.contains(part))
}

/// Other mistakes that a schema sees, by the file and the name of the mistake.
const ALSO_REFUSED: &[&str] = &["no options", "Dutch notation"];

/// Structural mistakes that no schema can see, with the reason.
const NOT_SEEN: &[(&str, &str)] =
    &[("a text instead of a date", "a schema compares texts: TOML dates become texts before that")];

fn must_be_refused(mistake: &Mistake) -> bool {
    let not_seen = NOT_SEEN.iter().any(|(name, _)| *name == mistake.name);
    !not_seen && (is_structural(&mistake.message) || ALSO_REFUSED.contains(&mistake.name.as_str()))
}

#[test]
fn the_files_are_as_they_would_be_written() {
    schema_files::check(&root()).unwrap();
}

#[test]
fn every_rule_file_is_taken() {
    let files = toml::files(&root().join("rules"));
    assert!(files.len() > 300);
    assert_eq!(Checker::new().refused(&files), Vec::<String>::new());
}

#[test]
fn the_small_rulebook_is_taken() {
    assert_eq!(Checker::new().refused(&mistakes::rulebook()), Vec::<String>::new());
}

#[test]
fn structural_mistakes_are_refused() {
    let checker = Checker::new();
    let structural: Vec<Mistake> = mistakes::all().into_iter().filter(must_be_refused).collect();
    assert!(structural.len() > 30);
    let taken: Vec<String> = structural
        .iter()
        .filter(|mistake| checker.refusal(&mistake.path, &mistake.text).is_none())
        .map(|mistake| format!("{}: {} ({})", mistake.path, mistake.name, mistake.message))
        .collect();
    assert_eq!(taken, Vec::<String>::new());
}

#[test]
fn what_only_deserves_a_warning_is_taken() {
    let checker = Checker::new();
    let warnings = mistakes::all().into_iter().filter(|mistake| mistake.is_warning);
    let refused: Vec<String> =
        warnings.filter_map(|mistake| checker.refusal(&mistake.path, &mistake.text)).collect();
    assert_eq!(refused, Vec::<String>::new());
}

#[test]
fn every_name_in_the_lists_of_this_test_is_a_mistake() {
    let names: BTreeSet<String> = mistakes::all().into_iter().map(|mistake| mistake.name).collect();
    let listed = ALSO_REFUSED.iter().chain(NOT_SEEN.iter().map(|(name, _)| name));
    let unknown: Vec<&&str> = listed.filter(|name| !names.contains(**name)).collect();
    assert_eq!(unknown, Vec::<&&str>::new());
}

/// Keys that the readers know and no rule file needs today, by the name of their table.
const NOT_USED_YET: &[(&str, &str)] = &[
    ("definition-case", "like"),
    ("follow-up", "sources"),
    ("route", "refer"),
    ("signal", "sources"),
    ("window", "announced"),
];

#[test]
fn every_key_of_a_schema_stands_in_some_rule_file() {
    let checker = Checker::new();
    let mut unused: BTreeSet<(String, &str)> = BTreeSet::new();
    for kind in &checker.kinds {
        keys(&kind.table, &mut unused);
    }
    let mut files = toml::files(&root().join("rules"));
    files.extend(mistakes::rulebook());
    for file in &files {
        for kind in checker.kinds_of(&file.path) {
            use_keys(&kind.table, &toml::json(&file.text).unwrap(), &mut unused);
        }
    }
    unused.retain(|key| !NOT_USED_YET.iter().any(|(table, name)| key.0 == *table && key.1 == *name));
    assert_eq!(unused, BTreeSet::new(), "the reader does not know these keys, or nobody needs them");
}

/// Adds every key of a table, by the name of the table.
fn keys(table: &Table, found: &mut BTreeSet<(String, &'static str)>) {
    for key in &table.keys {
        found.insert((table.name.to_owned(), key.name));
        if let Some(inner) = table_of(&key.shape) {
            keys(inner, found);
        }
    }
}

/// Takes out every key that a value has.
fn use_keys(table: &Table, value: &Value, unused: &mut BTreeSet<(String, &'static str)>) {
    for key in &table.keys {
        let Some(found) = value.get(key.name) else { continue };
        unused.remove(&(table.name.to_owned(), key.name));
        let Some(inner) = table_of(&key.shape) else { continue };
        let named = matches!(key.shape, Shape::Named(_)).then(|| found.as_object()).flatten();
        let elements =
            found.as_array().into_iter().flatten().chain(named.into_iter().flat_map(|map| map.values()));
        elements.for_each(|one| use_keys(inner, one, unused));
        use_keys(inner, found, unused);
    }
}

fn table_of(shape: &Shape) -> Option<&Table> {
    match shape {
        Shape::Table(table) => Some(table),
        Shape::List { of, .. } | Shape::Named(of) => table_of(of),
        Shape::Text
        | Shape::Form(_)
        | Shape::Words(_)
        | Shape::YesNo
        | Shape::Whole(..)
        | Shape::Day
        | Shape::Figure
        | Shape::FigureOrDay
        | Shape::Answer => None,
    }
}
