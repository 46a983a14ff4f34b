//! A dossier of another edition: nothing is lost, and what changed is said.

use crate::case::{LUNCHROOM, dossier, dutch, opened, rulebook, saved, today};
use steunwijzer_advisor::dossier::{Changes, Dossier, Kept, Opened, changes, read, write};
use steunwijzer_advisor::interview::Action;
use steunwijzer_advisor::json::Json;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::View;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::advise;
use steunwijzer_engine::rulebook::Rulebook;

/// A file as another edition may have written it.
const OLDER: &str = r#"{
  "steunwijzer": 2,
  "edition": { "date": "2025-01-01", "hash": "0123456789abcdef" },
  "as_on": "2026-11-22",
  "lang": "nl",
  "answers": {
    "org.legal_form": "vof",
    "org.shoe_size": { "from": 40, "to": 44.5 },
    "org.place": "GM9999",
    "hires": [{ "age": 27, "colour": "blue" }, { "colour": "red" }, { "age": 30, "colour": "green" }],
    "machines": [{ "price": "12.50" }]
  },
  "case": { "mood": "good" },
  "plan": { "cash": { "bonus": "5" }, "finance": { "wishes": [{ "need": 0, "scheme": "gone-fund", "wish": "keep" }] } },
  "weather": "rain"
}"#;

fn keys(kept: &[Kept]) -> Vec<&str> {
    kept.iter().map(|one| one.key.as_str()).collect()
}

/// This edition with another check code and without one question.
fn without_legal_form() -> Rulebook {
    let mut rulebook = steunwijzer_rules::rulebook();
    rulebook.edition.hash = "fedcba9876543210".to_owned();
    let row = rulebook.question_id("org.legal_form").unwrap().row();
    rulebook.questions[row].id = "org.form".to_owned();
    rulebook
}

fn changes_of(opened: &Opened) -> Changes {
    let dossier = &opened.dossier;
    let words = dutch();
    let advice = advise(rulebook(), &dossier.answers, dossier.as_on);
    let answers = &dossier.answers;
    let rulebook = rulebook();
    changes(
        &View { rulebook, words: &words, lang: Lang::Nl, answers, advice: &advice, questions: &[] },
        opened,
    )
}

#[test]
fn what_this_edition_does_not_know_is_listed() {
    let expected = [
        "org.shoe_size",
        "org.place",
        "hires[0].colour",
        "hires[1].colour",
        "hires[2].colour",
        "machines",
        "case.mood",
        "plan.cash.bonus",
        "plan.finance.wishes",
        "weather",
    ];
    assert_eq!(keys(&opened(OLDER).dossier.kept), expected);
}

#[test]
fn what_this_edition_does_not_know_is_saved_again_as_it_was() {
    let first = opened(OLDER).dossier;
    let file = saved(&first);
    assert!(file.contains("44.5") && file.contains("gone-fund"), "{file}");
    let again = opened(&file).dossier;
    assert_eq!(again, first);
    assert_eq!(saved(&again), file);
}

#[test]
fn an_answer_that_one_edition_does_not_know_comes_back_in_the_next() {
    let between = without_legal_form();
    let before = dossier(LUNCHROOM);
    let there = read(&between, saved(&before).as_bytes(), today(), Lang::Nl).unwrap().dossier;
    assert_eq!(keys(&there.kept), ["org.legal_form"]);
    let file = write(&between, &there, &advise(&between, &there.answers, there.as_on));
    assert_eq!(opened(&file).dossier, before);
}

#[test]
fn what_is_kept_of_a_record_goes_and_moves_with_it() {
    let hires = rulebook().list_id("hires").unwrap();
    let mut kept = opened(OLDER).dossier.kept;
    Kept::follow(&mut kept, rulebook(), &Action::RemoveRecord(hires, 1));
    let colours: Vec<_> = kept.iter().filter(|one| one.key.ends_with("colour")).collect();
    let blue = Kept { key: "hires[0].colour".to_owned(), value: Json::text("blue") };
    let green = Kept { key: "hires[1].colour".to_owned(), value: Json::text("green") };
    assert_eq!(colours, [&blue, &green]);
    Kept::follow(&mut kept, rulebook(), &Action::Forget(hires));
    assert!(!keys(&kept).iter().any(|key| key.starts_with("hires")), "{kept:?}");
    Kept::follow(&mut kept, rulebook(), &Action::StartAgain);
    assert_eq!(kept, []);
}

#[test]
fn a_file_never_replaces_an_answer_by_what_it_kept() {
    let text = r#"{ "steunwijzer": 2, "answers": { "org.legal_form": "bv" },
        "kept": [{ "key": "org.legal_form", "value": "vof" }] }"#;
    let opened = opened(text).dossier;
    assert_eq!(opened.answers, dossier(r#"{ "org.legal_form": "bv" }"#).answers);
    assert_eq!(keys(&opened.kept), ["org.legal_form"]);
}

#[test]
fn an_edition_that_judges_alike_has_no_changes() {
    let opened = opened(&saved(&dossier(LUNCHROOM)));
    assert!(!opened.is_of_another_edition(rulebook()));
    assert!(changes_of(&opened).is_empty());
}

#[test]
fn plain_answers_have_no_changes() {
    assert!(changes_of(&opened(LUNCHROOM)).is_empty());
}

#[test]
fn a_changed_a_new_and_a_gone_verdict_are_told_apart() {
    let file = saved(&dossier(LUNCHROOM))
        .replace(r#""hash": ""#, r#""hash": "0"#)
        .replace(r#""lks-participatiewet": "fits""#, r#""lks-participatiewet": "does-not-fit""#)
        .replace(r#""liv": "does-not-fit""#, r#""old-fund": "fits""#);
    let opened = opened(&file);
    assert!(opened.is_of_another_edition(rulebook()));
    let found = changes_of(&opened);
    let ids = |rows: &[steunwijzer_advisor::dossier::ChangeRow]| -> Vec<String> {
        rows.iter().map(|row| row.id.clone()).collect()
    };
    assert_eq!(ids(&found.changed), ["lks-participatiewet"]);
    assert_eq!(ids(&found.new), ["liv"]);
    assert_eq!(ids(&found.gone), ["old-fund"]);
    let row = &found.changed[0];
    assert_eq!((row.was, row.now), (Some(Verdict::DoesNotFit), Some(Verdict::Fits)));
    assert!(row.reason.len() > 10, "{}", row.reason);
}

#[test]
fn a_dossier_in_which_nothing_was_told_is_empty() {
    let empty = Dossier::new(rulebook(), today(), Lang::Nl);
    assert!(empty.is_empty());
    assert!(!dossier(LUNCHROOM).is_empty());
    assert!(!opened(OLDER).dossier.is_empty());
}
