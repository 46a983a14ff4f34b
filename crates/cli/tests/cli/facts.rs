//! Every fact that was researched is a scheme, or is accounted for.

use crate::program::{edition, root};
use std::collections::BTreeSet;
use std::fs;

fn facts() -> BTreeSet<String> {
    let list = fs::read_to_string(root().join("tests/facts/ids.txt")).expect("the list of facts");
    list.lines().map(str::to_owned).collect()
}

/// The facts in the first column of the first table under "What became of the facts".
fn accounted_for() -> BTreeSet<String> {
    let readme = fs::read_to_string(root().join("rules/README.md")).expect("the file");
    let (_, behind) = readme.split_once("## What became of the facts").expect("the section");
    let (table, _) = behind.split_once("Where a fact is one scheme").expect("the second table");
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    rows.map(|(fact, _)| fact.to_owned()).collect()
}

#[test]
fn every_fact_is_a_scheme_or_accounted_for() {
    let schemes: BTreeSet<String> =
        edition().rulebook.schemes.iter().map(|scheme| scheme.id.clone()).collect();
    let accounted_for = accounted_for();
    let lost: Vec<_> =
        facts().into_iter().filter(|id| !schemes.contains(id) && !accounted_for.contains(id)).collect();
    assert_eq!(lost, Vec::<String>::new());
}

#[test]
fn a_scheme_without_a_fact_is_accounted_for() {
    let readme = fs::read_to_string(root().join("rules/README.md")).expect("the file");
    let facts = facts();
    let added = edition().rulebook.schemes.iter().map(|scheme| scheme.id.as_str());
    let unknown: Vec<_> =
        added.filter(|id| !facts.contains(*id) && !readme.contains(&format!("`{id}`"))).collect();
    assert_eq!(unknown, Vec::<&str>::new());
}
