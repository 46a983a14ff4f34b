//! Two variants side by side.

use crate::case::{LUNCHROOM, answers, dutch, rulebook, today};
use steunwijzer_advisor::dossier::{Comparison, compare};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::View;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::advise;

fn compared(one: &str, other: &str) -> Comparison {
    let words = dutch();
    let told = [answers(one), answers(other)];
    let advice = told.each_ref().map(|answers| advise(rulebook(), answers, today()));
    let [one, other] = [0, 1].map(|row| View {
        rulebook: rulebook(),
        words: &words,
        lang: Lang::Nl,
        answers: &told[row],
        advice: &advice[row],
        questions: &[],
    });
    compare(&one, &other)
}

#[test]
fn the_same_answers_differ_in_nothing() {
    let found = compared(LUNCHROOM, LUNCHROOM);
    assert_eq!((found.answers.len(), found.verdicts.len(), found.amounts.len()), (0, 0, 0));
}

#[test]
fn another_loonwaarde_is_another_amount_and_the_same_verdict() {
    let found = compared(LUNCHROOM, &LUNCHROOM.replace("55 %", "60 %"));
    assert_eq!(found.answers.len(), 1);
    assert_eq!((found.answers[0].one.as_str(), found.answers[0].other.as_str()), ("55\u{a0}%", "60\u{a0}%"));
    assert!(found.answers[0].label.starts_with("Werknemer 1: "), "{}", found.answers[0].label);
    let lks =
        found.amounts.iter().find(|row| row.scheme == rulebook().scheme_id("lks-participatiewet").unwrap());
    let lks = lks.unwrap();
    assert!(lks.one.amount.contains("1.090,99"), "{}", lks.one.amount);
    assert_ne!(lks.one.amount, lks.other.amount);
    assert_eq!(lks.one.verdict, lks.other.verdict);
}

#[test]
fn outside_the_target_group_is_another_verdict() {
    let found = compared(LUNCHROOM, &LUNCHROOM.replace(r#""lks_group": true"#, r#""lks_group": false"#));
    let scheme = rulebook().scheme_id("lks-participatiewet").unwrap();
    let row = found.verdicts.iter().find(|row| row.scheme == scheme).unwrap();
    assert_eq!((row.one.verdict, row.other.verdict), (Verdict::Fits, Verdict::DoesNotFit));
    assert!(!found.amounts.iter().any(|row| row.scheme == scheme));
}

#[test]
fn a_list_that_only_one_told_is_a_difference_of_its_own() {
    let found = compared("{}", r#"{ "hires": [] }"#);
    assert_eq!(found.answers.len(), 1);
    assert_eq!(found.answers[0].one, "niet ingevuld");
    let found = compared(r#"{ "hires": [{ "age": 27 }] }"#, r#"{ "hires": [{ "age": 27 }, {}] }"#);
    assert_eq!(found.answers.len(), 1);
    assert_eq!(found.answers[0].other, "2 ingevuld");
}
