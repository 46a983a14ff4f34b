//! What is taken along: the two pages, the table and the calendar, as the page makes them.

use crate::program::{run, text};

const ALMERE: &str = r#"{ "org.place": "GM0034", "org.legal_form": "stichting",
    "hires": [{ "register": true }, { "register": true }],
    "needs": [{ "purpose": "equipment", "amount": 22000 }] }"#;

fn printed(command: &str, more: &[&str]) -> String {
    let arguments = [&[command, "-", "--as-on", "2026-11-22"], more].concat();
    text(&arguments, ALMERE)
}

#[test]
fn the_paper_ends_every_page_with_the_code_of_the_edition() {
    let paper = printed("paper", &[]);
    let codes: Vec<&str> = paper.lines().filter(|line| line.starts_with("Controlecode ")).collect();
    assert_eq!(codes.len(), 2);
    assert!(codes[0].ends_with("1 van 2") && codes[1].ends_with("2 van 2"), "{codes:?}");
}

#[test]
fn only_the_paper_of_the_desk_names_a_role() {
    assert!(printed("paper", &["--desk"]).contains("Rol: Verbinder."));
    assert!(!printed("paper", &[]).contains("Rol: "));
}

#[test]
fn the_table_has_the_separator_of_its_language() {
    assert!(printed("verdicts", &[]).starts_with("\u{feff}naam in de regels;regeling;"));
    assert!(printed("verdicts", &["--lang", "en"]).starts_with("\u{feff}name in the rules,scheme,"));
}

#[test]
fn the_days_are_a_calendar_and_a_day_after_all_of_them_is_a_mistake() {
    assert!(printed("deadlines", &[]).starts_with("BEGIN:VCALENDAR\r\n"));
    let none = run(&["deadlines", "-", "--as-on", "2099-01-01"], "{}");
    assert_eq!(none.code, Some(2));
}
