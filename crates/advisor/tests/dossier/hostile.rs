//! Files that are broken, too large, from the future or made by somebody who means harm.

use crate::case::{full, rulebook, saved, today};
use proptest::prelude::*;
use steunwijzer_advisor::dossier::{LARGEST, Opened, Refused, read};
use steunwijzer_advisor::lang::Lang;

fn open(bytes: &[u8]) -> Result<Opened, Refused> {
    read(rulebook(), bytes, today(), Lang::Nl)
}

#[test]
fn a_file_of_one_byte_too_many_is_refused_before_it_is_read() {
    let most = [b"{}".to_vec(), vec![b' '; LARGEST - 2]].concat();
    assert!(open(&most).is_ok());
    assert_eq!(open(&[most, vec![b' ']].concat()), Err(Refused::TooLarge));
}

#[test]
fn a_broken_file_is_refused_with_its_place() {
    assert_eq!(open(b"{\n  \"steunwijzer\": 2,\n  oops"), Err(Refused::Broken { line: 3, column: 3 }));
    assert_eq!(open(b"{\n\xff"), Err(Refused::Broken { line: 2, column: 1 }));
    assert!(matches!(open("[".repeat(100_000).as_bytes()), Err(Refused::Broken { .. })));
}

#[test]
fn a_file_of_a_form_that_is_not_known_is_refused_with_that_form() {
    let of = |form: &str| open(format!(r#"{{ "steunwijzer": {form}, "answers": {{}} }}"#).as_bytes());
    assert!(of("2").is_ok());
    assert_eq!(of("3"), Err(Refused::FromTheFuture(3)));
    assert_eq!(of("99999999999"), Err(Refused::FromTheFuture(99_999_999_999)));
    for form in [1, 0, -7] {
        assert_eq!(of(&form.to_string()), Err(Refused::NoSuchForm(form)));
    }
    assert_eq!(of("\"2\""), Err(Refused::Wrong("steunwijzer".to_owned())));
}

#[test]
fn json_that_is_no_dossier_is_refused() {
    for text in ["[]", "3", "null", r#"{ "name": "package", "version": "1.0.0" }"#] {
        assert_eq!(open(text.as_bytes()), Err(Refused::NotADossier), "{text}");
    }
}

#[test]
fn something_of_the_wrong_kind_is_refused_with_its_key() {
    let cases = [
        (r#""answers": []"#, "answers"),
        (r#""as_on": "morgen""#, "as_on"),
        (r#""as_on": 20261122"#, "as_on"),
        (r#""lang": "de""#, "lang"),
        (r#""edition": 5"#, "edition"),
        (r#""edition": { "date": "gisteren" }"#, "edition.date"),
        (r#""case": "notes""#, "case"),
        (r#""case": { "notes": 3 }"#, "case.notes"),
        (r#""case": { "ticked": { "a": true } }"#, "case.ticked"),
        (r#""case": { "intake": { "a": [1] } }"#, "case.intake.a"),
        (r#""case": { "definition": "narrow" }"#, "case.definition"),
        (r#""plan": { "cash": { "charges": 23.5 } }"#, "plan.cash.charges"),
        (r#""plan": { "aid": { "owners": ["me"] } }"#, "plan.aid.owners"),
        (r#""kept": [{ "key": "a" }]"#, "kept"),
        (r#""verdicts": { "liv": "maybe" }"#, "verdicts"),
    ];
    for (part, key) in cases {
        let text = format!(r#"{{ "steunwijzer": 2, {part} }}"#);
        assert_eq!(open(text.as_bytes()), Err(Refused::Wrong(key.to_owned())), "{part}");
    }
}

#[test]
fn notes_longer_than_a_case_holds_are_refused() {
    let notes = "é".repeat(4_001);
    let text = format!(r#"{{ "steunwijzer": 2, "case": {{ "notes": "{notes}" }} }}"#);
    assert_eq!(open(text.as_bytes()), Err(Refused::Wrong("case.notes".to_owned())));
}

#[test]
fn every_reason_is_said_in_both_languages() {
    let reasons = [
        Refused::TooLarge,
        Refused::Broken { line: 3, column: 4 },
        Refused::NotADossier,
        Refused::FromTheFuture(3),
        Refused::NoSuchForm(0),
        Refused::Wrong("case.notes".to_owned()),
    ];
    for reason in reasons {
        assert_ne!(reason.text(Lang::Nl), reason.text(Lang::En));
    }
}

/// Changes that turn a dossier into something a person or a disk may make of it.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let file = saved(&full()).into_bytes();
    let length = file.len();
    prop::collection::vec((0..length, any::<u8>(), 0..4u8), 1..6).prop_map(move |changes| {
        let mut bytes = file.clone();
        for (at, byte, how) in changes {
            let at = at.min(bytes.len().saturating_sub(1));
            match how {
                _ if bytes.is_empty() => break,
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => drop(bytes.remove(at)),
                _ => bytes.truncate(at),
            }
        }
        bytes
    })
}

/// A dossier with one line taken out, doubled or put elsewhere: still nearly JSON.
fn reordered() -> impl Strategy<Value = String> {
    let file = saved(&full());
    let lines: Vec<String> = file.lines().map(str::to_owned).collect();
    let number = lines.len();
    (0..number, 0..number).prop_map(move |(from, to)| {
        let mut lines = lines.clone();
        let line = lines.remove(from);
        lines.insert(to.min(lines.len()), line);
        lines.join("\n")
    })
}

/// Whatever comes: it opens or is refused, and what opens can be saved and opened again.
fn is_sound(bytes: &[u8]) {
    if let Ok(opened) = open(bytes) {
        let file = saved(&opened.dossier);
        assert_eq!(saved(&crate::case::opened(&file).dossier), file);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_bytes_open_or_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        is_sound(&bytes);
    }

    #[test]
    fn any_mutated_dossier_opens_or_is_refused(bytes in mutated()) {
        is_sound(&bytes);
    }

    #[test]
    fn any_reordered_dossier_opens_or_is_refused(text in reordered()) {
        is_sound(text.as_bytes());
    }

    #[test]
    fn any_truncated_dossier_is_refused(part in 0usize..1000) {
        let file = saved(&full());
        let end = file.len() * part / 1000;
        prop_assert!(open(&file.as_bytes()[..end]).is_err());
    }
}
