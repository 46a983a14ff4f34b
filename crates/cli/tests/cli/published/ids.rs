//! Every published case is run, or stands in the list of those that are not decided, with the reason.

use super::{root, tables};
use std::collections::BTreeSet;
use toml_edit::Table;

/// The keys that make a test run a case.
const RUN: [&str; 7] = ["lines", "conditions", "verdict", "definition", "calculator", "loan", "keep"];

fn published() -> BTreeSet<String> {
    let list = std::fs::read_to_string(root().join("tests/published/ids.txt")).unwrap();
    list.lines().map(str::to_owned).collect()
}

/// The id in a table; a case in more parts names the part behind a colon.
fn id(table: &Table) -> String {
    let id = table["id"].as_str().unwrap();
    id.split_once(": ").map_or(id, |(id, _)| id).to_owned()
}

fn run() -> BTreeSet<String> {
    tables("case").iter().map(id).collect()
}

fn not_decided() -> BTreeSet<String> {
    tables("not_decided").iter().map(id).collect()
}

#[test]
fn every_published_case_is_run_or_said_not_to_be_decided() {
    let lost: Vec<String> = published().difference(&(&run() | &not_decided())).cloned().collect();
    assert_eq!(lost, Vec::<String>::new());
}

#[test]
fn no_case_is_both_run_and_not_decided() {
    assert_eq!(&run() & &not_decided(), BTreeSet::new());
}

#[test]
fn only_published_cases_are_run_or_listed() {
    let unknown: Vec<String> = (&run() | &not_decided()).difference(&published()).cloned().collect();
    assert_eq!(unknown, Vec::<String>::new());
}

#[test]
fn each_case_has_something_to_run() {
    for case in tables("case") {
        assert!(RUN.iter().any(|key| case.contains_key(key)), "{} has nothing to run", id(&case));
    }
}

#[test]
fn what_is_not_decided_has_its_reason() {
    for table in tables("not_decided") {
        let reason = table["reason"].as_str().unwrap();
        assert!(reason.split(' ').count() >= 10, "{}: {reason:?} is no reason", id(&table));
    }
}
