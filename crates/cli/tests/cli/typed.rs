//! Scenario S11: what people type into a field of a real question.

use crate::program::{edition, root};
use std::fs;
use steunwijzer_advisor::entry::{DateField, Entry, NumberField};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::show;
use steunwijzer_compiler::Edition;
use steunwijzer_engine::answers::Answer;
use steunwijzer_engine::notation::{Written, write};
use steunwijzer_engine::rulebook::Question;
use steunwijzer_engine::slot::Slot;
use toml_edit::{DocumentMut, Item, Table};

fn typed() -> DocumentMut {
    fs::read_to_string(root().join("tests/scenarios/s11-typed.toml")).unwrap().parse().unwrap()
}

fn question<'r>(rules: &'r Edition, table: &Table) -> &'r Question {
    let id = table["question"].as_str().unwrap();
    rules.rulebook.questions.iter().find(|question| question.id == id).expect(id)
}

fn typed_text(table: &Table) -> &str {
    table["typed"].as_str().unwrap()
}

fn read(rules: &Edition, table: &Table) -> Entry<Slot> {
    let question = question(rules, table);
    match NumberField::of(question, &rules.nl) {
        Some(field) => field.read(typed_text(table)),
        None => DateField::of(question).expect("a number or a date").read(typed_text(table)),
    }
}

/// An answer as an answers file writes it.
fn written(rules: &Edition, table: &Table, slot: Slot) -> String {
    match write(&rules.rulebook, question(rules, table), Answer::Known(slot)) {
        Written::Text(text) => text,
        other => other.to_string(),
    }
}

fn entries(document: &DocumentMut, key: &str) -> Vec<Table> {
    let tables = document["typed"].as_array_of_tables().unwrap();
    tables.iter().filter(|table| table.contains_key(key)).cloned().collect()
}

#[test]
fn what_is_plain_is_read() {
    let (rules, document) = (edition(), typed());
    for table in entries(&document, "reads") {
        let Entry::Read(slot) = read(rules, &table) else { panic!("{} was not read", typed_text(&table)) };
        assert_eq!(written(rules, &table, slot), table["reads"].as_str().unwrap(), "{}", typed_text(&table));
    }
}

#[test]
fn what_is_read_is_shown_back_in_dutch_notation() {
    let (rules, document) = (edition(), typed());
    for table in entries(&document, "shows") {
        let Entry::Read(slot) = read(rules, &table) else { panic!("{} was not read", typed_text(&table)) };
        let question = question(rules, &table);
        let shown = show::answer(Lang::Nl, &rules.rulebook, &rules.nl, question, Answer::Known(slot));
        assert_eq!(shown.replace('\u{a0}', " "), table["shows"].as_str().unwrap(), "{}", typed_text(&table));
    }
}

#[test]
fn what_has_two_readings_is_asked_back() {
    let (rules, document) = (edition(), typed());
    for table in entries(&document, "asks") {
        let Entry::Two(one, other) = read(rules, &table) else {
            panic!("{} has one reading", typed_text(&table))
        };
        let readings = [one, other].map(|slot| written(rules, &table, slot));
        let expected: Vec<&str> =
            table["asks"].as_array().unwrap().iter().map(|value| value.as_str().unwrap()).collect();
        assert_eq!(readings.as_slice(), expected, "{}", typed_text(&table));
    }
}

#[test]
fn what_is_refused_says_what_is_allowed() {
    let (rules, document) = (edition(), typed());
    for table in entries(&document, "refused") {
        let Entry::Refused(why) = read(rules, &table) else { panic!("{} was read", typed_text(&table)) };
        let said = why.text(Lang::Nl).replace('\u{a0}', " ");
        let expected = table.get("refused").and_then(Item::as_str).unwrap();
        assert!(said.contains(expected), "{said}");
    }
}
