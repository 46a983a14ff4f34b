//! What is refused, and how.

use crate::program::{Run, run, text};

const DAY: [&str; 2] = ["--as-on", "2026-11-21"];

fn advise(answers: &str) -> Run {
    run(&["advise", "-", DAY[0], DAY[1]], answers)
}

/// Refused as bad input: exit code 2, nothing printed, and this in the message.
fn refused(answers: &str, message: &str) {
    let run = advise(answers);
    assert_eq!(run.code, Some(2), "{}", run.err);
    assert_eq!(run.out, "", "partial output");
    assert!(run.err.contains(message), "{}", run.err);
}

#[test]
fn an_unknown_key_names_the_nearest() {
    refused(r#"{ "org.legal_from": "bv" }"#, "did you mean `org.legal_form`?");
}

#[test]
fn an_unknown_option_names_what_is_allowed() {
    refused(r#"{ "org.legal_form": "ltd" }"#, "`eenmanszaak`");
}

#[test]
fn a_decimal_as_a_number_is_refused_with_a_hint() {
    refused(r#"{ "org.fte": 2.5 }"#, r#"write it as a text, "2.5""#);
}

#[test]
fn a_null_is_refused() {
    refused(r#"{ "org.fte": null }"#, "leave the key out");
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    refused(r#"{ "org.fte": 2, "org.fte": 3 }"#, "stands here twice");
}

#[test]
fn a_wrong_answer_in_a_record_names_its_place() {
    refused(r#"{ "hires": [{}, { "hours": "veel" }] }"#, "`hires[1].hours`");
}

#[test]
fn a_number_outside_the_bounds_names_the_bounds() {
    refused(r#"{ "hires": [{ "hours": 61 }] }"#, "from `0` to `60`");
}

#[test]
fn a_list_that_is_not_an_array_is_refused() {
    refused(r#"{ "hires": "?" }"#, "`[]` for certainly none");
}

#[test]
fn dutch_notation_is_refused() {
    refused(r#"{ "org.turnover": "12.500,50" }"#, "`org.turnover`");
}

#[test]
fn what_is_not_json_is_refused_with_its_place() {
    refused(r#"{ "org.fte": }"#, "line 1, column 14");
}

#[test]
fn every_mistake_is_named_at_once() {
    let run = advise(r#"{ "org.x": 1, "org.fte": "?", "org.enterprise": 1 }"#);
    assert!(run.err.contains("`org.x`") && run.err.contains("`org.enterprise`"), "{}", run.err);
    assert!(!run.err.contains("`org.fte`: "), "{}", run.err);
}

#[test]
fn a_day_that_does_not_exist_is_refused() {
    let run = run(&["advise", "-", "--as-on", "2026-02-30"], "{}");
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
}

#[test]
fn an_unknown_scheme_names_the_nearest() {
    let run = run(&["explain", "lks-participatiwet", "-"], "{}");
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("did you mean `lks-participatiewet`?"), "{}", run.err);
}

#[test]
fn a_damaged_edition_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("edition");
    let whole = std::fs::read(crate::program::edition_file()).unwrap();
    std::fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_steunwijzer"))
        .arg("--rules")
        .arg(&file)
        .arg("schemes")
        .output();
    let run = Run::from(output.unwrap());
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("damaged"), "{}", run.err);
}

#[test]
fn a_mistake_in_a_rule_file_is_exit_code_1_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("edition.toml"), "date = 3.5\n").unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_steunwijzer"))
        .arg("--rules")
        .arg(folder.path())
        .arg("check")
        .output();
    let run = Run::from(output.unwrap());
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert!(run.err.contains("edition.toml:1:"), "{}", run.err);
}

#[test]
fn compare_tells_which_verdicts_differ() {
    let out = text(
        &["compare", "-", "org.legal_form=eenmanszaak", DAY[0], DAY[1]],
        r#"{ "org.legal_form": "bv", "org.enterprise": true, "org.participatory": true }"#,
    );
    assert!(out.contains("(code-sociale-ondernemingen-register)"), "{out}");
    assert!(out.contains("wordt: Past niet"), "{out}");
}

#[test]
fn compare_without_a_difference_says_so() {
    let out = text(&["compare", "-", "org.legal_form=bv", DAY[0], DAY[1]], r#"{ "org.legal_form": "bv" }"#);
    assert_eq!(out, "Geen uitkomst en geen bedrag verandert.\n");
}

#[test]
fn the_cases_of_an_exported_edition_hold() {
    let out = text(&["test"], "");
    assert!(out.ends_with(" cases, 0 failed\n"), "{out}");
}
