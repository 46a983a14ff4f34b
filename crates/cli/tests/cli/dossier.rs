//! `dossier`: opens a file of the page and says what changed; the file is as its schema describes it.

use crate::program::{edition, json, root, run, text};
use boon::{Compiler, Schemas};
use serde_json::Value;
use steunwijzer_advisor::answers_file;
use steunwijzer_advisor::case::{Case, CaseAction, Definition};
use steunwijzer_advisor::dossier::{AidChoices, Dossier, LARGEST, PlanChoices, write};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::plan::aid::{Ceiling, Owner};
use steunwijzer_advisor::present::plan::{Choose, Finance, FinanceField, Setting, Settings};
use steunwijzer_engine::advise;
use steunwijzer_engine::date::Date;

const ANSWERS: &str = r#"{
  "org.legal_form": "vof", "org.place": "GM0855", "org.founded": "2023-11",
  "hires": [{ "place": "GM0855", "age": 27, "hours": 28, "loonwaarde": "55 %", "start": "2026-12-01",
    "pays_minimum": true, "register": true, "lks_group": true, "job_kind": "ordinary",
    "benefit": "bijstand", "history": "none", "lkv_statement": "?" }]
}"#;

/// A dossier with something in every part, as this edition saves it.
fn file() -> String {
    let rulebook = &edition().rulebook;
    let as_on = Date::new(2026, 11, 21).unwrap();
    let case = [
        CaseAction::Note("Belt terug".to_owned()),
        CaseAction::Define(Definition::Strict),
        CaseAction::Goal("banen".to_owned()),
        CaseAction::Intake("missie".to_owned(), "zorg".to_owned()),
        CaseAction::Tick("stap-1".to_owned()),
    ];
    let mut cash = Settings::default();
    cash.set(Setting::Wage(0), "above".to_owned());
    cash.set(Setting::Charges, "23,5".to_owned());
    let bank = rulebook.scheme_id("qredits-mkb-krediet").unwrap();
    let fund = rulebook.scheme_id("oranje-fonds").unwrap();
    let finance = [
        Choose::Typed(FinanceField::Amount(0, bank), "2.500,50".to_owned()),
        Choose::Resize(0, bank),
        Choose::Keep(0, fund),
        Choose::Typed(FinanceField::Rate, "6,5".to_owned()),
    ];
    let aid = AidChoices {
        owners: vec![Owner::Group],
        day: Some(as_on),
        ceiling: Some(Ceiling::Fishery),
        amount: "25.000".to_owned(),
    };
    let dossier = Dossier {
        answers: answers_file::read(rulebook, ANSWERS).unwrap(),
        case: case.into_iter().fold(Case::default(), |case, action| case.after(action)),
        plan: PlanChoices {
            cash,
            finance: finance.into_iter().fold(Finance::default(), |finance, choose| finance.after(choose)),
            aid,
        },
        ..Dossier::new(rulebook, as_on, Lang::Nl)
    };
    write(rulebook, &dossier, &advise(rulebook, &dossier.answers, as_on))
}

/// The same file as another edition would have saved it.
fn of_another_edition() -> String {
    file()
        .replace(&edition().rulebook.edition.hash, "0123456789abcdef")
        .replace(r#""lks-participatiewet": "fits""#, r#""lks-participatiewet": "cannot-tell""#)
        .replace(r#""liv": "does-not-fit""#, r#""old-fund": "fits""#)
        .replace(r#""org.founded""#, r#""org.shoe_size""#)
}

#[test]
fn a_dossier_is_as_its_schema_describes_it() {
    let schema = std::fs::read_to_string(root().join("docs/dossier.schema.json")).unwrap();
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.add_resource("dossier.json", serde_json::from_str(&schema).unwrap()).unwrap();
    let index = compiler.compile("dossier.json", &mut schemas).unwrap();
    let dossier: Value = serde_json::from_str(&file()).unwrap();
    if let Err(error) = schemas.validate(&dossier, index) {
        panic!("{error:#}");
    }
    // The schema refuses what the program refuses.
    let wrong: Value = serde_json::from_str(&file().replace(r#""fishery""#, r#""fish""#)).unwrap();
    assert!(schemas.validate(&wrong, index).is_err());
}

#[test]
fn a_dossier_of_this_edition_has_no_changes() {
    let shown = text(&["dossier", "-"], &file());
    assert!(shown.contains("Alle oordelen zijn gelijk gebleven."), "{shown}");
    assert!(shown.contains("21\u{a0}november 2026"), "{shown}");
}

#[test]
fn a_dossier_of_another_edition_says_for_which_verdict_what_changed() {
    let report = json(&["dossier", "-"], &of_another_edition());
    assert_eq!(report["saved_by"]["hash"], "0123456789abcdef");
    let changed = &report["changed"][0];
    assert_eq!(changed["scheme"], "lks-participatiewet");
    assert_eq!((changed["was"].as_str(), changed["now"].as_str()), (Some("cannot-tell"), Some("fits")));
    assert!(changed["reason"].as_str().unwrap().len() > 10);
    assert_eq!(report["new"][0]["scheme"], "liv");
    assert_eq!(report["gone"][0]["scheme"], "old-fund");
    assert_eq!(report["unknown"][0]["key"], "org.shoe_size");
    let shown = text(&["dossier", "-"], &of_another_edition());
    for part in
        ["Veranderd oordeel (1)", "Nieuwe regelingen (1)", "Verdwenen regelingen (1)", "org.shoe_size"]
    {
        assert!(shown.contains(part), "{part} is not in:\n{shown}");
    }
}

#[test]
fn plain_answers_open_too() {
    let report = json(&["dossier", "-"], ANSWERS);
    assert_eq!((report["form"].as_u64(), report["saved_by"].is_null()), (Some(1), true));
}

#[test]
fn what_cannot_be_opened_is_told_with_exit_code_two() {
    let large = " ".repeat(LARGEST + 1);
    for (file, says) in [
        ("{ oops", "regel 1, teken 3"),
        ("[]", "geen dossier"),
        (r#"{ "steunwijzer": 9 }"#, "vorm 9"),
        (&large, "groter dan 1 MB"),
    ] {
        let run = run(&["dossier", "-"], file);
        assert_eq!(run.code, Some(2), "{}", run.err);
        assert!(run.err.contains(says), "{says} is not in: {}", run.err);
    }
}
