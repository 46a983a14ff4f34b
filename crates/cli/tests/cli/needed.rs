//! `questions-needed`: how many questions a persona needs.

use crate::small::Book;
use serde_json::json;

/// Nobody is hired, and the place decides the fund: the fund after one question, the bonus after
/// another.
const FAR: &str = r#"
name  = "Far from the fund"
as_on = 2026-11-21
[answers]
"org.place"      = "GM0109"
"org.legal_form" = "bv"
"org.fte"        = 3
"hires"          = []
"#;

fn folder(book: &Book) -> String {
    book.beside("personas").display().to_string()
}

#[test]
fn questions_are_counted_in_both_orders() {
    let book = Book::new().persona("far.toml", FAR);
    let measured = book.json(&["questions-needed", &folder(&book)]);
    let persona = &measured["personas"][0];
    assert_eq!((&persona["settled_before"], &persona["settleable"]), (&json!(0), &json!(2)));
    // Place, legal form, size, hires.
    assert_eq!(persona["form"], json!({ "half": 1, "four_fifths": 4, "all": 4 }));
    assert_eq!(persona["by_usefulness"], json!({ "half": 1, "four_fifths": 2, "all": 2 }));
}

#[test]
fn what_a_persona_does_not_tell_is_asked_and_not_known() {
    let persona = "as_on = 2026-11-21\n[answers]\n\"org.fte\" = 60\n\"org.legal_form\" = \"bv\"";
    let book = Book::new().persona("no-place.toml", persona);
    let measured = book.json(&["questions-needed", &folder(&book)]);
    // The place is asked in vain; the size settles the fund.
    assert_eq!(measured["personas"][0]["form"]["all"], 3);
}

#[test]
fn the_median_of_two_personas_lies_between_them() {
    let none = "as_on = 2026-11-21\n[answers]\n\"org.place\" = \"GM0109\"";
    let book = Book::new().persona("far.toml", FAR).persona("little.toml", none);
    let measured = book.json(&["questions-needed", &folder(&book)]);
    assert_eq!(measured["medians"]["form"]["all"], "2.5");
}

#[test]
fn progress_goes_to_the_error_stream() {
    let book = Book::new().persona("far.toml", FAR);
    let run = book.run(&["questions-needed", &folder(&book)]);
    assert_eq!(run.err, "1 of 1: Far from the fund\n");
    assert!(run.out.contains("Mediaan"), "{}", run.out);
}

#[test]
fn an_answer_that_the_rules_do_not_know_is_refused_with_its_file() {
    let book = Book::new().persona("odd.toml", "as_on = 2026-11-21\n[answers]\n\"org.size\" = 3");
    let run = book.run(&["questions-needed", &folder(&book)]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("odd.toml") && run.err.contains("`org.size`"), "{}", run.err);
}

#[test]
fn a_persona_without_a_day_says_how_to_repair_it() {
    let book = Book::new().persona("odd.toml", "[answers]\n\"org.fte\" = 3");
    let run = book.run(&["questions-needed", &folder(&book)]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("as_on = 2026-11-21"), "{}", run.err);
}

#[test]
fn a_folder_without_personas_is_refused() {
    let book = Book::new();
    let run = book.run(&["questions-needed", &book.rules().display().to_string()]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("there is no file with a table `[answers]` here"), "{}", run.err);
}
