//! `docs/regels-schrijven.md` stays complete and true: it names every message, quotes files as they
//! are, and its examples compile.

use crate::mistakes;
use crate::toml;
use std::fs;
use std::sync::Arc;
use steunwijzer_compiler::compile_files;
use steunwijzer_compiler::diagnostic::{Diagnostic, File};
use xtask_editors::root;

fn document() -> String {
    fs::read_to_string(root().join("docs/regels-schrijven.md")).unwrap()
}

/// What stands between a heading and the next one that is as high.
fn chapter<'a>(document: &'a str, heading: &str) -> &'a str {
    let (_, rest) = document.split_once(&format!("\n## {heading}\n")).unwrap();
    rest.split("\n## ").next().unwrap()
}

/// The code in the first cell of each row of a table.
fn first_cells(text: &str) -> Vec<&str> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.filter_map(|row| row.split_once("` |").map(|(cell, _)| cell)).collect()
}

/// Whether a message is as a pattern in which `…` stands for some text.
fn matches(pattern: &str, message: &str) -> bool {
    match pattern.split_once('…') {
        None => pattern == message,
        Some((before, after)) => message.strip_prefix(before).is_some_and(|rest| {
            let cuts = rest.char_indices().map(|(at, letter)| at + letter.len_utf8());
            cuts.into_iter().any(|cut| matches(after, &rest[cut..]))
        }),
    }
}

/// Every message that the compiler's tests know, without its backticks.
fn messages() -> Vec<String> {
    let wrong_files =
        mistakes::all().into_iter().flat_map(|mistake| [vec![mistake.message], mistake.also].concat());
    wrong_files.chain(mistakes::in_expressions()).map(|message| message.replace('`', "")).collect()
}

#[test]
fn every_message_is_explained() {
    let document = document();
    let patterns = first_cells(chapter(&document, "Meldingen en hun herstel"));
    let explained = |message: &String| patterns.iter().any(|pattern| matches(pattern, message));
    let mut missing: Vec<String> = messages().into_iter().filter(|message| !explained(message)).collect();
    missing.dedup();
    assert!(missing.is_empty(), "docs/regels-schrijven.md does not explain:\n{}", missing.join("\n"));
}

#[test]
fn every_explained_message_exists() {
    let document = document();
    let messages = messages();
    let patterns = first_cells(chapter(&document, "Meldingen en hun herstel"));
    let stale: Vec<&&str> =
        patterns.iter().filter(|pattern| !messages.iter().any(|message| matches(pattern, message))).collect();
    assert_eq!(stale, Vec::<&&str>::new());
}

#[test]
fn no_explanation_is_of_anything() {
    let document = document();
    for pattern in first_cells(chapter(&document, "Meldingen en hun herstel")) {
        let words = pattern.split_whitespace().filter(|word| word.chars().all(char::is_alphanumeric));
        assert!(words.count() >= 2, "`{pattern}` says too little");
    }
}

#[test]
fn what_it_quotes_stands_in_a_rule_file() {
    let document = document();
    let files = toml::files(&root().join("rules"));
    let blocks: Vec<&str> =
        document.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(blocks.len() >= 5);
    for block in blocks {
        assert!(files.iter().any(|file| file.text.contains(block)), "no rule file holds\n{block}");
    }
}

/// What a condition is about, from the records that it names.
fn subject(expression: &str) -> &'static str {
    match expression {
        _ if expression.contains("hire.") => "hire",
        _ if expression.contains("need.") => "need",
        _ => "organisation",
    }
}

/// A scheme of which one test reads so.
fn scheme(expression: &str) -> String {
    format!(
        r#"id = "example-in-the-document"
kind = "fund"
subject = "{}"
claim = "discretion"
level = "private"
status = "open"
state_aid = "none"
no_amount = "none"
review = {{ checked = 2026-11-21, before = 2027-05-21, by_role = "editor", second_check = false, confidence = "high" }}
nl = {{ name = "A", summary = "B", provider = "C", decides = "D" }}
en = {{ name = "A", summary = "B", provider = "C", decides = "D" }}
[[condition]]
id = "example"
role = "test"
when = '''{expression}'''
nl = "E"
en = "E"
sources = [{{ id = "participatiewet" }}]
"#,
        subject(expression)
    )
}

#[test]
fn every_example_of_the_language_compiles() {
    let document = document();
    let examples = first_cells(chapter(&document, "De taal van de voorwaarden"));
    assert!(examples.len() > 15);
    let rules = toml::files(&root().join("rules"));
    for example in examples {
        let keep = |path: &str| !path.starts_with("schemes/") && !path.starts_with("municipal/");
        let file = |path: &str, text: String| Arc::new(File { path: path.to_owned(), text });
        let mut files: Vec<Arc<File>> =
            rules.iter().filter(|one| keep(&one.path)).map(|one| file(&one.path, one.text.clone())).collect();
        files.push(file("schemes/funds/example-in-the-document.toml", scheme(example)));
        let found = compile_files(files).diagnostics;
        let about =
            |one: &&Diagnostic| one.file.path.ends_with("document.toml") && !one.message.contains("cases:");
        let wrong: Vec<&Diagnostic> = found.iter().filter(about).collect();
        assert!(wrong.is_empty(), "`{example}`: {wrong:?}");
    }
}
