//! Every mistake in an expression is told with its place and its repair: `feel_mistakes.txt`.

#![allow(clippy::expect_used, reason = "helpers of tests")]

mod book;

use book::{Book, HIRES};
use steunwijzer_compiler::feel::{Expected, Mistake, Scope, Tables, value};
use steunwijzer_engine::rulebook::Unit;

/// The mistake in a text of which a condition, a value of some unit, or anything is expected.
fn mistake(text: &str, expected: &str) -> Option<Mistake> {
    let (expected, subject) = match expected {
        "condition" => (Some(Expected::Truth), None),
        "condition about a hire" => (Some(Expected::Truth), Some(HIRES)),
        "euro" => (Some(Expected::Number(Unit::Euro)), None),
        "euro per month" => (Some(Expected::Number(Unit::EuroPerMonth)), None),
        "percent" => (Some(Expected::Number(Unit::Percent)), None),
        _ => (None, None),
    };
    let mut book = Book::example();
    let mut tables = Tables::new();
    book.define("is_young", "hire.age < 21", &mut tables);
    value(text, &book, Scope { subject }, expected, &mut tables).err()
}

/// The text with the mistake below it, as in the file.
fn shown(expected: &str, text: &str) -> String {
    let first = format!("{expected}: {text}");
    let Some(Mistake { at, message, help }) = mistake(text, expected) else {
        return format!("{}\nno mistake", first.trim_end());
    };
    let blank = expected.chars().count() + 2 + text[..at.start].chars().count();
    let marks = text[at].chars().count().max(1);
    let marks = format!("{}{}", " ".repeat(blank), "^".repeat(marks));
    let help = help.map_or(String::new(), |help| format!("\n  {help}"));
    format!("{}\n{marks}\n{message}{help}", first.trim_end())
}

#[test]
fn every_mistake_is_told_with_its_place_and_its_repair() {
    let file = include_str!("feel_mistakes.txt");
    let mut wrong = Vec::new();
    for block in file.trim_end().split("\n\n").filter(|block| !block.starts_with('#')) {
        let first = block.lines().next().unwrap_or_default();
        let (expected, text) = first.split_once(':').expect("what is expected, and a text");
        let shown = shown(expected, text.strip_prefix(' ').unwrap_or(text));
        if shown != block {
            wrong.push(shown);
        }
    }
    assert!(wrong.is_empty(), "these are shown otherwise:\n\n{}", wrong.join("\n\n"));
}
