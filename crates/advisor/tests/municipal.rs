//! The civil servant's side of this edition, as it is shown.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use std::collections::BTreeSet;
use std::sync::LazyLock;
use steunwijzer_advisor::answers_file;
use steunwijzer_advisor::case::{Case, CaseAction};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::municipal::{Progress, Side, Sign, Sources};
use steunwijzer_advisor::present::View;
use steunwijzer_engine::advice::Advice;
use steunwijzer_engine::advise;
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::municipal::Municipal;
use steunwijzer_engine::rulebook::{Rulebook, Words};
use steunwijzer_engine::truth::Truth;

const DAY: &str = "2026-11-22";

static BOOK: LazyLock<Rulebook> = LazyLock::new(steunwijzer_rules::rulebook);

/// Words and the civil servant's side of a language.
struct Texts {
    lang: Lang,
    words: Words,
    data: Municipal,
}

static NL: LazyLock<Texts> = LazyLock::new(|| {
    let schemes = steunwijzer_rules::SCHEMES_NL;
    texts(Lang::Nl, steunwijzer_rules::WORDS_NL, schemes, steunwijzer_rules::MUNICIPAL_NL)
});
static EN: LazyLock<Texts> = LazyLock::new(|| {
    let schemes = steunwijzer_rules::SCHEMES_EN;
    texts(Lang::En, steunwijzer_rules::WORDS_EN, schemes, steunwijzer_rules::MUNICIPAL_EN)
});

fn texts(lang: Lang, words: &[u8], schemes: &[u8], municipal: &[u8]) -> Texts {
    let words = steunwijzer_rules::words(words).unwrap();
    let words = words.with_schemes(steunwijzer_rules::scheme_words(schemes).unwrap()).unwrap();
    Texts { lang, words, data: steunwijzer_rules::municipal(municipal).unwrap() }
}

/// Answers with the advice they give.
struct Told {
    answers: Answers,
    advice: Advice,
}

impl Told {
    fn on(day: &str, answers: &str) -> Told {
        let answers = answers_file::read(&BOOK, answers).unwrap();
        let advice = advise(&BOOK, &answers, day.parse::<Date>().unwrap());
        Told { answers, advice }
    }

    fn nothing() -> Told {
        Told::on(DAY, "{}")
    }

    fn side<'a>(&'a self, texts: &'a Texts) -> Side<'a> {
        let view = View {
            rulebook: &BOOK,
            words: &texts.words,
            lang: texts.lang,
            answers: &self.answers,
            advice: &self.advice,
            questions: &[],
        };
        Side { data: &texts.data, view }
    }
}

fn ticked(names: &[&str]) -> Case {
    let tick = |case: Case, name: &&str| case.after(CaseAction::Tick((*name).to_owned()));
    names.iter().fold(Case::default(), tick)
}

/// The threshold of a route on a day, by the first route.
fn thresholds(day: &str) -> Vec<String> {
    let told = Told::on(day, "{}");
    let routes = told.side(&NL).routes();
    routes[0].thresholds.iter().map(|figure| figure.value.replace('\u{a0}', " ")).collect()
}

#[test]
fn thresholds_are_those_of_the_day() {
    assert_eq!(thresholds("2025-12-31"), ["€ 221.000", "€ 5.538.000", "€ 750.000"]);
    assert_eq!(thresholds("2026-01-01"), ["€ 216.000", "€ 5.404.000", "€ 750.000"]);
}

#[test]
fn a_threshold_that_is_not_known_on_the_day_is_said_to_be_unknown() {
    assert_eq!(thresholds("2028-01-01")[0], "nog onbekend");
}

#[test]
fn a_threshold_past_its_review_is_marked_as_an_assumption() {
    let told = Told::on("2028-01-01", "{}");
    let marked: Vec<bool> =
        told.side(&NL).routes()[0].thresholds.iter().map(|figure| figure.assumption.is_some()).collect();
    assert_eq!(marked, [false, false, true]);
}

#[test]
fn the_place_in_a_source_stands_in_the_language_of_the_page() {
    let told = Told::nothing();
    let places = |texts| -> Vec<String> {
        let side = told.side(texts);
        let rows = side.items(&side.data.procurement_tips);
        rows.into_iter().flat_map(|row| row.citations).map(|citation| citation.at).collect()
    };
    assert_eq!(places(&NL)[0], "Sociaal inkopen, tip 1");
    assert!(places(&EN).iter().all(|at| !at.is_empty() || places(&NL).contains(at)));
}

#[test]
fn signs_follow_from_answers_and_the_rest_is_for_a_person() {
    let signs = |answers: &str| -> Vec<Sign> {
        let told = Told::on(DAY, answers);
        let side = told.side(&NL);
        side.roles().into_iter().flat_map(|role| role.signs).map(|sign| sign.sign).collect()
    };
    let nothing = signs("{}");
    assert!(nothing.contains(&Sign::Person));
    assert!(nothing.contains(&Sign::Computed(Truth::Open)));
    let told = signs(r#"{ "needs": [{ "amount": 5000 }] }"#);
    assert!(told.contains(&Sign::Computed(Truth::Yes)), "{told:?}");
}

#[test]
fn every_address_has_a_source_with_a_date() {
    let told = Told::nothing();
    for link in told.side(&NL).links() {
        let address = link.address.unwrap_or_else(|| panic!("{} has no address", link.item.id));
        assert!(address.url.starts_with("http"), "{}", link.item.id);
        assert!(address.checked.starts_with("nagekeken op"), "{}", link.item.id);
    }
}

#[test]
fn no_tick_stands_for_two_things() {
    let told = Told::nothing();
    let side = told.side(&NL);
    let case = Case::default();
    let reflection = side.reflection(&case).unwrap();
    let steps = side.steps(&case).into_iter().flat_map(|step| step.ticks);
    let talks = reflection.talks.into_iter().flat_map(|talk| talk.ticks);
    let keys: Vec<String> = steps.chain(talks).map(|tick| tick.key).collect();
    let different: BTreeSet<&String> = keys.iter().collect();
    assert_eq!(different.len(), keys.len());
}

#[test]
fn a_tick_counts_for_its_own_step_alone() {
    let told = Told::nothing();
    let steps = told.side(&NL).steps(&ticked(&["quick-scan/subsidies", "kort-plan/inkoop"]));
    let done: Vec<usize> = steps.iter().map(|step| step.progress.done).collect();
    assert_eq!(done, [1, 0, 0, 0, 1, 0, 0]);
    assert_eq!(steps[0].progress, Progress { done: 1, total: 5 });
    assert_eq!(Progress::of_all(&steps).done, 2);
}

#[test]
fn a_step_of_one_thing_is_ticked_off_by_its_own_name() {
    let told = Told::nothing();
    let steps = told.side(&NL).steps(&ticked(&["experiment"]));
    let step = steps.iter().find(|step| step.item.id == "experiment").unwrap();
    assert!(step.progress.is_complete());
}

#[test]
fn a_tick_that_this_edition_does_not_know_changes_nothing() {
    let told = Told::nothing();
    let side = told.side(&NL);
    assert_eq!(side.steps(&ticked(&["of-an-older-edition/part"])), side.steps(&Case::default()));
}

#[test]
fn both_questions_of_the_practice_example_are_there_in_both_languages() {
    let told = Told::nothing();
    for texts in [&*NL, &*EN] {
        let reflection = told.side(texts).reflection(&Case::default()).unwrap();
        assert_eq!(reflection.talks.len(), 2);
        assert!(reflection.goals.iter().all(|goal| !goal.departments.is_empty() && !goal.is_chosen));
        assert!(!reflection.others.is_empty());
    }
}

#[test]
fn the_balance_says_which_side_was_left_out() {
    let told = Told::nothing();
    let balance = |names: &[&str]| told.side(&NL).reflection(&ticked(names)).unwrap().balance;
    let (impact, business) = ("impact/meetbaar", "business-case/winst");
    let said = [balance(&[]), balance(&[impact]), balance(&[business]), balance(&[impact, business])];
    let different: BTreeSet<&str> = said.into_iter().collect();
    assert_eq!(different.len(), 4);
    assert!(said[2].ends_with("Kijk ook naar de impact."));
}

#[test]
fn a_source_keeps_its_number_whatever_the_place_in_it() {
    let told = Told::nothing();
    let side = told.side(&NL);
    let mut sources = Sources::default();
    let rows = side.items(&side.data.procurement_tips);
    let numbers: Vec<(usize, String)> = rows
        .iter()
        .flat_map(|row| sources.refer(&row.citations))
        .map(|reference| (reference.number, reference.at))
        .collect();
    assert_eq!(numbers[0], (1, "Sociaal inkopen, tip 1".to_owned()));
    assert_eq!(numbers[1], (1, "Sociaal inkopen, tip 2".to_owned()));
    let highest = numbers.iter().map(|(number, _)| *number).max();
    assert_eq!(highest, Some(sources.rows().len()));
    assert!(sources.rows().iter().all(|row| row.at.is_empty()));
}
