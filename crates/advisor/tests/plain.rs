//! Every message is plain: the measure of the rule files holds for the texts around them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use std::fs;
use std::path::{Path, PathBuf};
use steunwijzer_compiler::plain::{Finding, dutch, english};
use toml_edit::{DocumentMut, Item, Value};

/// Lists of words for searching, which nobody reads as a text.
const WORD_LISTS: [&str; 1] = ["desk.everyday"];

/// The files of a language: one beside its folder, and those in it.
fn files(language: &str) -> Vec<PathBuf> {
    let messages = Path::new(env!("CARGO_MANIFEST_DIR")).join("messages");
    let folder = fs::read_dir(messages.join(language)).unwrap();
    let mut all: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    all.push(messages.join(format!("{language}.toml")));
    all.sort();
    all
}

/// The texts of a file, each with the name of its message.
fn texts(source: &str) -> Vec<(String, String)> {
    let document: DocumentMut = source.parse().unwrap();
    let groups = document.iter().filter_map(|(group, item)| Some((group, item.as_table()?)));
    groups
        .flat_map(|(group, table)| table.iter().flat_map(move |(key, item)| of_message(group, key, item)))
        .collect()
}

fn of_message(group: &str, key: &str, item: &Item) -> Vec<(String, String)> {
    let name = format!("{group}.{key}");
    match item.as_value() {
        Some(Value::InlineTable(forms)) => forms
            .iter()
            .map(|(form, text)| (format!("{name}.{form}"), text.as_str().unwrap().to_owned()))
            .collect(),
        Some(text) => vec![(name, text.as_str().unwrap().to_owned())],
        None => Vec::new(),
    }
}

/// What is hard to read in the files of a language: file, message, what is wrong and its repair.
fn hard(language: &str, measure: fn(&str) -> Vec<Finding>) -> Vec<String> {
    let mut all = Vec::new();
    for file in files(language) {
        let name = file.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display().to_string();
        let texts = texts(&fs::read_to_string(&file).unwrap());
        for (key, text) in texts.iter().filter(|(key, _)| !WORD_LISTS.contains(&key.as_str())) {
            for Finding { place, message, help } in measure(text) {
                all.push(format!("{name}: `{key}`: {message}: {help} (\"{}\")", &text[place]));
            }
        }
    }
    all
}

#[test]
fn dutch_messages_have_short_sentences_and_plain_words() {
    let found = hard("nl", dutch);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn english_messages_have_short_sentences() {
    let found = hard("en", english);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_text_of_a_file_is_read_also_the_forms_of_a_count() {
    let source = "[a]\nb = \"x\"\nc = { one = \"y\", many = \"z\" }";
    let found = texts(source);
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["a.b", "a.c.one", "a.c.many"]);
}
