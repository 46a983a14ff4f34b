//! The compiler of the messages: what stops the build, and with which sentence.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests")]

#[path = "../build/compile.rs"]
mod compile;

use compile::{File, compile};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages;

fn mistakes(nl: &str, en: &str) -> Vec<String> {
    let file = |name: &str, text: &str| [File { name: name.to_owned(), text: text.to_owned() }];
    compile(&file("nl.toml", nl), &file("en.toml", en)).unwrap_err()
}

#[test]
fn a_key_that_one_language_lacks_is_named() {
    let found = mistakes("[page]\na = \"x\"\nb = \"y\"", "[page]\na = \"x\"");
    assert_eq!(found, ["messages/en has no `page.b`"]);
}

#[test]
fn a_placeholder_that_one_language_lacks_is_named() {
    let found = mistakes("[page]\na = \"x {name}\"", "[page]\na = \"x\"");
    assert_eq!(found, ["messages/en: `page.a` lacks the placeholder {name}"]);
}

#[test]
fn a_brace_without_its_partner_is_a_mistake() {
    let found = mistakes("[page]\na = \"x {name\"", "[page]\na = \"x\"");
    assert!(found.iter().any(|mistake| mistake.contains("`page.a` has a { without }")), "{found:?}");
}

#[test]
fn a_count_needs_both_forms() {
    let found = mistakes("[page]\na = \"{n} x\"", "[page]\na = \"{n} x\"");
    assert!(found.iter().any(|mistake| mistake.contains("counts with {n}")), "{found:?}");
}

#[test]
fn an_empty_text_is_a_mistake() {
    let found = mistakes("[page]\na = \"\"", "[page]\na = \"x\"");
    assert!(found.iter().any(|mistake| mistake.contains("`page.a` is empty")), "{found:?}");
}

#[test]
fn a_broken_file_is_a_mistake_with_its_place() {
    let found = mistakes("[page\na = 1", "[page]\na = \"x\"");
    assert!(found.iter().any(|mistake| mistake.starts_with("nl.toml: ")), "{found:?}");
}

#[test]
fn a_key_in_two_files_is_a_mistake() {
    let file = |name: &str| File { name: name.to_owned(), text: "[page]\na = \"x\"".to_owned() };
    let found = compile(&[file("one.toml"), file("two.toml")], &[file("one.toml")]).unwrap_err();
    assert_eq!(found, ["two.toml: `page.a` stands in another file as well"]);
}

#[test]
fn a_count_chooses_its_form() {
    assert_eq!(messages::show::days(Lang::Nl, 1), "1 dag");
    assert_eq!(messages::show::days(Lang::En, 2), "2 days");
}
