//! `diff`: what changed between two editions, one test for each kind of change.

use crate::small::Book;
use serde_json::{Value, json};
use std::fs;

const FUND: &str = "schemes/funds/garden-fund.toml";
const BONUS: &str = "schemes/labour/youth-bonus.toml";

/// What changed from the small rulebook to this one.
fn changed(new: &Book) -> Vec<Value> {
    report(new, &[])["changed"].as_array().unwrap().clone()
}

fn report(new: &Book, more: &[&str]) -> Value {
    let old = Book::new();
    let (from, to) = (old.rules().display().to_string(), new.rules().display().to_string());
    new.json(&[&["diff", &from, &to], more].concat())
}

fn words(new: &Book, more: &[&str]) -> String {
    let old = Book::new();
    let (from, to) = (old.rules().display().to_string(), new.rules().display().to_string());
    new.text(&[&["diff", &from, &to], more].concat()).replace('\u{a0}', " ")
}

/// The only change, of the only thing that changed.
fn only(new: &Book) -> (Value, Value) {
    let things = changed(new);
    assert_eq!(things.len(), 1, "{things:#?}");
    let changes = things[0]["changes"].as_array().unwrap().clone();
    assert_eq!(changes.len(), 1, "{changes:#?}");
    (things[0].clone(), changes[0].clone())
}

/// The field that changed, from what to what.
fn says(new: &Book) -> (String, String, String) {
    let (_, change) = only(new);
    let text =
        |key: &str| change[key].as_str().unwrap_or_else(|| panic!("{change:#}")).replace('\u{a0}', " ");
    (text("field"), text("was"), text("becomes"))
}

fn three(field: &str, was: &str, becomes: &str) -> (String, String, String) {
    (field.to_owned(), was.to_owned(), becomes.to_owned())
}

#[test]
fn two_editions_that_say_the_same_differ_in_nothing() {
    assert!(words(&Book::new(), &[]).contains("Er is niets veranderd."));
}

#[test]
fn a_new_scheme_is_told_with_for_whom_it_matters() {
    let book = Book::new();
    let fund = fs::read_to_string(book.rules().join(FUND)).unwrap();
    let book = book.and(
        "schemes/funds/other.toml",
        &fund.replace("garden-fund", "meadow-fund").replace("Tuinfonds", "Weidefonds"),
    );
    let (thing, id) = (&changed(&book)[0], "meadow-fund");
    assert_eq!((&thing["kind"], &thing["id"]), (&json!("scheme"), &json!(id)));
    assert_eq!(thing["changes"][0]["what"], "added");
    assert_eq!(thing["matters_to"]["subject"], "organisaties");
    assert_eq!(thing["matters_to"]["places"], json!(["Assen", "provincie Utrecht"]));
    let text = words(&book, &[]);
    assert!(text.contains("Weidefonds (meadow-fund): nieuw"), "{text}");
    assert!(text.contains("Raakt organisaties in Assen, provincie Utrecht."), "{text}");
    assert!(text.contains("Omvang (hoogstens 49,99 fte)"), "{text}");
}

#[test]
fn a_removed_scheme_is_told() {
    let book = Book::new()
        .without(BONUS)
        .without("questions/hires.toml")
        .without("parameters/bonus.toml")
        .with(FUND, "refer   = \"youth-bonus\"\n", "");
    let things = changed(&book);
    let gone = things.iter().find(|thing| thing["id"] == "youth-bonus").unwrap();
    assert_eq!(gone["changes"][0]["what"], "removed");
    assert_eq!(gone["matters_to"]["subject"], "werknemers die men aanneemt");
}

#[test]
fn a_scheme_under_another_id_is_the_same_scheme() {
    let book = Book::new().with(FUND, "\"garden-fund\"", "\"green-fund\"").with(
        BONUS,
        "\"garden-fund\"",
        "\"green-fund\"",
    );
    let things = changed(&book);
    let fund = things.iter().find(|thing| thing["id"] == "green-fund").unwrap();
    assert_eq!(fund["changes"], json!([{ "what": "other-id", "was": "garden-fund" }]));
}

#[test]
fn another_name_is_told() {
    let book = Book::new().with(FUND, "\"Tuinfonds\"", "\"Groenfonds\"");
    assert_eq!(says(&book), three("name", "Tuinfonds", "Groenfonds"));
}

#[test]
fn a_text_that_changed_in_the_other_language_alone_is_told_in_that_language() {
    let book = Book::new().with(FUND, "\"Garden fund\"", "\"Green fund\"");
    assert_eq!(says(&book), three("name", "Garden fund", "Green fund"));
}

#[test]
fn another_status_is_told() {
    let book = Book::new().with(FUND, "status    = \"open\"", "status    = \"unknown\"");
    let (field, was, becomes) =
        says(&book.with(FUND, "expect  = { verdict = \"fits\" }", "expect  = { verdict = \"cannot-tell\" }"));
    assert_eq!((field, was, becomes), three("status", "open", "niet bekend"));
}

#[test]
fn another_window_is_told() {
    let book = Book::new().with(FUND, "closes  = 2026-12-31", "closes  = 2027-01-31");
    let (was, becomes) =
        ("van 1 januari 2026 tot en met 31 december 2026", "van 1 januari 2026 tot en met 31 januari 2027");
    assert_eq!(says(&book), three("windows", was, becomes));
}

#[test]
fn another_review_is_told() {
    let book = Book::new().with(FUND, "second_check = false", "second_check = true");
    let (field, was, becomes) = says(&book);
    assert_eq!(field, "review");
    assert!(
        was.ends_with("tweede controle: nee") && becomes.ends_with("tweede controle: ja"),
        "{was} / {becomes}"
    );
}

#[test]
fn another_reason_for_no_amount_is_told() {
    let book = Book::new().with(FUND, "\"in-consultation\"", "\"unknown\"");
    assert_eq!(says(&book), three("amount", "in overleg", "nog onbekend"));
}

#[test]
fn another_amount_is_told_with_its_line() {
    let book = Book::new().with(BONUS, "'half * 3'", "'half * 4'").with(BONUS, "180.75", "241.00");
    let (_, change) = only(&book);
    assert_eq!(change["part"]["id"], "total");
    assert_eq!(says(&book), three("value", "half * 3", "half * 4"));
}

const REMARK: &str = r#"
[[condition]]
id      = "soil"
role    = "remark"
nl      = "De grond is schoon."
en      = "The soil is clean."
sources = [{ id = "by-law" }]
"#;

/// The fund with one more condition.
fn with_remark() -> Book {
    Book::new().with(FUND, "\n[[step]]", &format!("{REMARK}\n[[step]]"))
}

#[test]
fn a_new_condition_is_told() {
    let (_, change) = only(&with_remark());
    assert_eq!((&change["what"], &change["part"]["id"]), (&json!("added"), &json!("soil")));
    let text = words(&with_remark(), &[]);
    assert!(text.contains("Voorwaarde soil “De grond is schoon.”: nieuw"), "{text}");
}

#[test]
fn a_condition_that_is_gone_is_told() {
    let (old, new) = (with_remark(), Book::new());
    let (from, to) = (old.rules().display().to_string(), new.rules().display().to_string());
    let report = new.json(&["diff", &from, &to]);
    let change = &report["changed"][0]["changes"][0];
    assert_eq!((&change["what"], &change["part"]["id"]), (&json!("removed"), &json!("soil")));
}

#[test]
fn another_role_is_told() {
    let (old, new) = (with_remark(), Book::new());
    let new = new.with(FUND, "\n[[step]]", &format!("{}\n[[step]]", REMARK.replace("remark", "judged")));
    let (from, to) = (old.rules().display().to_string(), new.rules().display().to_string());
    let report = new.json(&["diff", &from, &to]);
    let change = &report["changed"][0]["changes"][0];
    let told = (&change["field"], &change["was"], &change["becomes"]);
    assert_eq!(told, (&json!("role"), &json!("goed om te weten"), &json!("een mens beslist")));
}

#[test]
fn another_test_is_told_with_the_old_and_the_new_one() {
    let book = Book::new().with(BONUS, "between 18 and 27", "between 18 and 26");
    assert_eq!(says(&book), three("test", "hire.age between 18 and 27", "hire.age between 18 and 26"));
}

#[test]
fn a_test_in_another_order_is_the_same_test() {
    let test = |when: &str| Book::new().with(BONUS, "'hire.age between 18 and 27'", when);
    let old = test("'hire.age > 17 and hire.start >= date(\"2020-02-01\")'");
    let new = test("'hire.start >= date(\"2020-02-01\") and hire.age > 17'");
    let (from, to) = (old.rules().display().to_string(), new.rules().display().to_string());
    assert_eq!(new.json(&["diff", &from, &to])["changed"], json!([]));
}

#[test]
fn who_is_asked_for_is_told_with_the_answers() {
    let old = Book::new();
    let book = old.with(FUND, "(\"none_yet\", \"stichting\")", "(\"stichting\")");
    let (thing, _) = only(&book);
    let whom = &thing["matters_to"];
    assert_eq!(
        whom["questions"],
        json!([{ "id": "org.legal_form", "label": "Rechtsvorm", "values": ["Stichting"] }])
    );
}

#[test]
fn other_sources_are_told() {
    let book = Book::new().with(FUND, "[{ id = \"by-law\", at = \"art. 2\" }]", "[{ id = \"by-law\" }]");
    assert_eq!(says(&book), three("sources", "by-law (art. 2)", "by-law"));
    let book = Book::new().with("definitions/size.toml", "at = \"art. 1\"", "at = \"art. 9\"");
    assert_eq!(says(&book), three("sources", "by-law (art. 1)", "by-law (art. 9)"));
}

#[test]
fn a_source_that_changed_names_the_schemes_that_cite_it() {
    let book =
        Book::new().with("sources/pages.toml", "https://example.org/by-law", "https://example.org/law");
    let (thing, change) = only(&book);
    assert_eq!(change["field"], "address");
    assert_eq!(thing["matters_to"]["schemes"], json!(["garden-fund", "youth-bonus"]));
}

#[test]
fn sources_that_were_only_looked_at_again_are_counted() {
    let book =
        Book::new().with("sources/pages.toml", "checked      = 2026-11-21", "checked      = 2026-11-22");
    let book = book.with("edition.toml", "date        = 2026-11-21", "date        = 2026-11-22");
    let text = words(&book, &[]);
    assert!(text.contains("2 bronnen zijn opnieuw nagekeken, zonder andere verandering."), "{text}");
    assert!(!text.contains("Verordening tuinfonds"), "{text}");
}

#[test]
fn another_figure_is_told_with_its_period_and_its_schemes() {
    let book = Book::new().with("parameters/bonus.toml", "18 = \"100\"", "18 = \"101\"");
    let (thing, change) = only(&book);
    assert_eq!((&thing["id"], &change["part"]["id"]), (&json!("bonus"), &json!("2026-01-01")));
    assert_eq!(thing["matters_to"]["schemes"], json!(["youth-bonus"]));
    let (field, was, _) = says(&book);
    assert_eq!(
        (field.as_str(), was.as_str()),
        ("value", "18: € 100 per maand; 19: € 110 per maand; 20: € 120,50 per maand")
    );
}

#[test]
fn another_definition_is_told_with_the_tests_that_rest_on_it() {
    let book = Book::new().with("definitions/size.toml", "org.fte < 50", "org.fte < 60").with(
        "definitions/size.toml",
        "49.99",
        "59.99",
    );
    let book = book.with(FUND, "\"org.fte\" = 50 }", "\"org.fte\" = 60 }");
    let things = changed(&book);
    let kinds: Vec<&str> = things.iter().map(|thing| thing["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["scheme", "definition"]);
    assert_eq!(things[0]["changes"][0]["becomes"], "org.fte <= 59.99");
    assert_eq!(things[1]["changes"][0]["becomes"], "org.fte < 60");
}

#[test]
fn a_new_question_names_the_schemes_that_use_it() {
    let question = "\n[[question]]\nid   = \"org.open\"\ntype = \"yes-no\"\n[question.nl]\nask   = \"Is de tuin open?\"\nshort = \"Open\"\nwhy   = \"Het fonds wil open tuinen.\"\n[question.en]\nask   = \"Is the garden open?\"\nshort = \"Open\"\nwhy   = \"The fund wants open gardens.\"\n";
    let book = Book::new().and("questions/organisation.toml", question).with(
        BONUS,
        "when    = 'hire.age between 18 and 27'",
        "when    = 'hire.age between 18 and 27 or (org.open and not(org.open))'",
    );
    let things = changed(&book);
    let asked =
        things.iter().find(|thing| thing["id"] == "org.open").unwrap_or_else(|| panic!("{things:#?}"));
    assert_eq!(asked["changes"][0]["what"], "added");
    assert_eq!(asked["matters_to"]["schemes"], json!(["youth-bonus"]));
}

#[test]
fn a_new_option_is_told() {
    let option = "[[question.option]]\nid = \"bv\"";
    let book = Book::new().with(
        "questions/organisation.toml",
        option,
        &format!("[[question.option]]\nid = \"nv\"\nnl = \"Nv\"\nen = \"Public limited company\"\n{option}"),
    );
    let (thing, change) = only(&book);
    assert_eq!((&thing["id"], &change["part"]["id"]), (&json!("org.legal_form"), &json!("nv")));
    assert!(words(&book, &[]).contains("Antwoord “Nv” (nv): nieuw"));
}

#[test]
fn other_bounds_of_a_question_are_told() {
    let book = Book::new().with("questions/hires.toml", "max  = 75", "max  = 80");
    let (field, _, becomes) = says(&book);
    assert_eq!((field.as_str(), becomes.as_str()), ("bounds", "tussen 15 en 80"));
}

const YOUNG: &str = "name = \"Young\"\nas_on = 2026-11-21\n[answers]\n\"org.place\" = \"GM0344\"\nhires = [{ age = 27, start = \"2026-12-01\" }]\n";

#[test]
fn verdicts_of_personas_that_change_are_listed() {
    let book = Book::new().with(BONUS, "between 18 and 27", "between 18 and 26").persona("young.toml", YOUNG);
    let folder = book.beside("personas").display().to_string();
    let report = report(&book, &["--personas", &folder]);
    let expected = json!([{ "scheme": "youth-bonus", "was": "fits", "becomes": "does-not-fit" }]);
    assert_eq!(report["personas"][0]["verdicts"], expected);
    let text = words(&book, &["--personas", &folder]);
    assert!(text.contains("youth-bonus: was ‘Past’, wordt ‘Past niet’"), "{text}");
}

#[test]
fn an_answer_that_one_edition_does_not_know_is_left_out_and_named() {
    let persona = YOUNG.replace("age = 27,", "age = 27, shoe = 3,");
    let book = Book::new().persona("young.toml", &persona);
    let folder = book.beside("personas").display().to_string();
    let report = report(&book, &["--personas", &folder]);
    assert_eq!(report["personas"][0]["left_out"], json!(["hires[0].shoe"]));
    assert_eq!(report["personas"][0]["verdicts"], json!([]));
}

#[test]
fn an_exported_edition_is_compared_with_a_folder() {
    let old = Book::new();
    let file = old.beside("edition").display().to_string();
    old.text(&["export", &file]);
    let new = Book::new().with(FUND, "\"Tuinfonds\"", "\"Groenfonds\"");
    let changed = new.json(&["diff", &file, &new.rules().display().to_string()]);
    assert_eq!(changed["changed"][0]["changes"][0]["field"], "name");
}

#[test]
fn english_says_the_same() {
    let book = Book::new().with(BONUS, "between 18 and 27", "between 18 and 26");
    let text = words(&book, &["--lang", "en"]);
    assert!(text.contains("Matters to employees whom one hires."), "{text}");
    assert!(text.contains("Decided by: Age (between 18 and 26)."), "{text}");
}

#[test]
fn an_edition_that_is_not_there_is_named() {
    let book = Book::new();
    let run = book.run(&["diff", "nowhere", &book.rules().display().to_string()]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("nowhere"), "{}", run.err);
}
