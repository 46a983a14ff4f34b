//! Runs the program. The rules are compiled once, by `export`; every other run reads that file.

use serde_json::{Map, Value};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;
use steunwijzer_compiler::Edition;
use tempfile::TempDir;
use toml_edit::{DocumentMut, Item, Table, Value as Toml};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

static FILE: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder for the edition");
    let file = folder.path().join("edition");
    let rules = root().join("rules");
    let output = Command::new(env!("CARGO_BIN_EXE_steunwijzer"))
        .arg("--rules")
        .arg(rules)
        .arg("export")
        .arg(&file)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (folder, file)
});

static EDITION: LazyLock<Edition> = LazyLock::new(|| {
    let bytes = std::fs::read(edition_file()).expect("the exported file");
    let body = bytes.splitn(2, |byte| *byte == b'\n').nth(1).expect("a first line");
    postcard::from_bytes(body).expect("an edition")
});

/// The rules as one file.
pub(crate) fn edition_file() -> &'static Path {
    &FILE.1
}

/// The rules as the file holds them.
pub(crate) fn edition() -> &'static Edition {
    &EDITION
}

/// What a run gave.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Run {
        Run {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

/// Runs the program with answers on its standard input, where `-` is the file of answers.
pub(crate) fn run(arguments: &[&str], answers: &str) -> Run {
    run_with(edition_file(), arguments, answers)
}

/// The same, over other rules.
pub(crate) fn run_with(rules: &Path, arguments: &[&str], answers: &str) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_steunwijzer"))
        .arg("--rules")
        .arg(rules)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A run that does not read its input closes it early.
    let _closed = child.stdin.take().expect("piped").write_all(answers.as_bytes());
    child.wait_with_output().expect("the program ends").into()
}

/// Runs the program; it must succeed.
pub(crate) fn text(arguments: &[&str], answers: &str) -> String {
    let run = run(arguments, answers);
    assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
    run.out
}

/// Runs the program with `--json`; it must succeed.
pub(crate) fn json(arguments: &[&str], answers: &str) -> Value {
    let out = text(&[arguments, &["--json"]].concat(), answers);
    serde_json::from_str(&out).expect("JSON")
}

fn json_of(value: &Toml) -> Value {
    match value {
        Toml::String(text) => Value::from(text.value().as_str()),
        Toml::Integer(number) => Value::from(*number.value()),
        Toml::Boolean(yes) => Value::from(*yes.value()),
        Toml::Datetime(day) => Value::from(day.value().to_string()),
        Toml::Array(values) => values.iter().map(json_of).collect(),
        Toml::InlineTable(table) => {
            table.iter().map(|(key, value)| (key.to_owned(), json_of(value))).collect::<Map<_, _>>().into()
        }
        Toml::Float(number) => panic!("{number:?} is a float"),
    }
}

/// TOML as JSON; dates become texts.
pub(crate) fn json_of_item(item: &Item) -> Value {
    match item {
        Item::Value(value) => json_of(value),
        Item::Table(table) => json_of_table(table),
        Item::ArrayOfTables(tables) => tables.iter().map(json_of_table).collect(),
        Item::None => Value::Null,
    }
}

fn json_of_table(table: &Table) -> Value {
    table.iter().map(|(key, item)| (key.to_owned(), json_of_item(item))).collect::<Map<_, _>>().into()
}

/// The answers of a scenario file, as JSON.
pub(crate) fn scenario_answers(file: &str) -> String {
    let text = std::fs::read_to_string(root().join("tests/scenarios").join(file)).expect("a scenario");
    let document: DocumentMut = text.parse().expect("TOML");
    json_of_item(&document["answers"]).to_string()
}
