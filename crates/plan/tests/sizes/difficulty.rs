//! Undertaking in difficulty.

use super::{BOOK, between, day, exactly, rules, rules_on};
use proptest::prelude::*;
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::define;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::AnswerType;
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::sizes::{
    Capital, DifficultyState, DifficultyTest, FirmHealth, LargeFirmYear, TestState,
};

/// An SME of ten years without losses.
fn healthy() -> FirmHealth {
    FirmHealth {
        sme: Truth::Yes,
        founded: (day("2016-01-01"), day("2016-01-01")),
        capital: limited("100000", "20000", "0"),
        insolvent: Truth::No,
        rescue_aid: Truth::No,
        restructuring: Truth::No,
        years: [LargeFirmYear::NOT_TOLD; 2],
    }
}

fn limited(subscribed: &str, reserves: &str, losses: &str) -> Capital {
    Capital::Limited { subscribed: exactly(subscribed), reserves: exactly(reserves), losses: exactly(losses) }
}

fn state(firm: &FirmHealth) -> DifficultyState {
    rules().difficulty(firm).state
}

fn founded(on: &str) -> (Date, Date) {
    (day(on), day(on))
}

const LOST: DifficultyState = DifficultyState::InDifficulty(DifficultyTest::CapitalLost);

#[test]
fn a_healthy_firm_is_not_in_difficulty_and_an_sme_needs_no_ratios() {
    let test = rules().difficulty(&healthy());
    assert_eq!(test.state, DifficultyState::NotInDifficulty);
    assert!(test.tests.contains(&(DifficultyTest::DebtAndInterest, TestState::NotAsked)));
}

#[test]
fn losses_above_the_reserves_may_take_half_of_the_capital_and_not_a_cent_more() {
    let with = |losses| state(&FirmHealth { capital: limited("100000", "20000", losses), ..healthy() });
    assert_eq!(with("70000"), DifficultyState::NotInDifficulty);
    assert_eq!(with("70000.01"), LOST);
}

#[test]
fn partners_lose_half_of_the_capital_in_the_accounts() {
    let with = |losses| {
        let capital = Capital::Unlimited { capital: exactly("40000"), losses: exactly(losses) };
        state(&FirmHealth { capital, ..healthy() })
    };
    assert_eq!(with("20000"), DifficultyState::NotInDifficulty);
    assert_eq!(with("20000.01"), LOST);
}

#[test]
fn losses_of_an_sme_count_from_three_years_on() {
    let with = |on, sme| {
        let capital = limited("100", "0", "100");
        state(&FirmHealth { founded: founded(on), sme, capital, ..healthy() })
    };
    assert_eq!(with("2023-11-21", Truth::Yes), LOST);
    assert_eq!(with("2023-11-22", Truth::Yes), DifficultyState::NotInDifficulty);
    assert_eq!(with("2023-11-22", Truth::No), LOST, "a large firm has no such years");
    assert_eq!(with("2023-11-22", Truth::Open), DifficultyState::Open(DifficultyTest::CapitalLost));
}

#[test]
fn insolvency_counts_at_any_age() {
    let firm = FirmHealth { founded: founded("2026-11-01"), insolvent: Truth::Yes, ..healthy() };
    assert_eq!(state(&firm), DifficultyState::InDifficulty(DifficultyTest::Insolvent));
}

#[test]
fn rescue_aid_and_a_restructuring_plan_count_each() {
    let rescued = FirmHealth { rescue_aid: Truth::Yes, ..healthy() };
    let restructured = FirmHealth { restructuring: Truth::Yes, ..healthy() };
    for firm in [rescued, restructured] {
        assert_eq!(state(&firm), DifficultyState::InDifficulty(DifficultyTest::RescueAid));
    }
}

#[test]
fn of_a_foundation_without_capital_a_person_decides() {
    let firm = FirmHealth { capital: Capital::None, ..healthy() };
    assert_eq!(state(&firm), DifficultyState::PersonDecides(DifficultyTest::CapitalLost));
    let bankrupt = FirmHealth { insolvent: Truth::Yes, ..firm };
    assert_eq!(state(&bankrupt), DifficultyState::InDifficulty(DifficultyTest::Insolvent));
}

#[test]
fn capital_that_was_not_told_is_open() {
    let firm = FirmHealth { capital: Capital::NotTold, ..healthy() };
    assert_eq!(state(&firm), DifficultyState::Open(DifficultyTest::CapitalLost));
    let losses =
        Capital::Limited { subscribed: exactly("100"), reserves: exactly("0"), losses: between("50", "51") };
    let firm = FirmHealth { capital: losses, ..healthy() };
    assert_eq!(state(&firm), DifficultyState::Open(DifficultyTest::CapitalLost));
}

fn year(debt: &str, equity: &str, ebitda: &str, interest: &str) -> LargeFirmYear {
    LargeFirmYear {
        debt: exactly(debt),
        equity: exactly(equity),
        ebitda: exactly(ebitda),
        interest: exactly(interest),
    }
}

#[test]
fn a_large_firm_fails_both_ratios_two_years_in_a_row() {
    let with = |years| state(&FirmHealth { sme: Truth::No, years, ..healthy() });
    let bad = year("751", "100", "9.99", "10");
    assert_eq!(with([bad, bad]), DifficultyState::InDifficulty(DifficultyTest::DebtAndInterest));
    assert_eq!(with([year("750", "100", "9.99", "10"), bad]), DifficultyState::NotInDifficulty);
    assert_eq!(with([bad, year("751", "100", "10", "10")]), DifficultyState::NotInDifficulty);
    let no_interest = year("751", "100", "-1", "0");
    assert_eq!(with([no_interest, bad]), DifficultyState::NotInDifficulty, "there is nothing to cover");
    let no_equity = year("1", "-5", "-1", "10");
    assert_eq!(with([no_equity, bad]), DifficultyState::InDifficulty(DifficultyTest::DebtAndInterest));
    let open = DifficultyState::Open(DifficultyTest::DebtAndInterest);
    assert_eq!(with([LargeFirmYear::NOT_TOLD, bad]), open);
}

/// Published case `gber-expiry`.
#[test]
fn after_the_block_exemption_the_capital_test_is_not_known() {
    let on = |day| rules_on(day).difficulty(&healthy()).state;
    assert_eq!(on("2026-12-31"), DifficultyState::NotInDifficulty);
    assert_eq!(on("2027-01-02"), DifficultyState::Open(DifficultyTest::CapitalLost));
}

/// What the definition says of a firm with this answer to `org.difficulty`.
fn defined(option: &str, founded: Date, sme: bool) -> Truth {
    let mut answers = Answers::new(&BOOK);
    let mut set = |name: &str, slot: Slot| {
        let id = BOOK.question_id(name).expect("a question");
        let answer = Some(Answer::Known(slot));
        answers.set(&BOOK, id, Whose::Organisation, answer).expect("a fitting answer");
    };
    let choice = |name: &str, option: &str| {
        let id = BOOK.question_id(name).expect("a question");
        let AnswerType::Choice(options) = &BOOK.questions[id.row()].answer else { panic!("a choice") };
        let row = options.iter().position(|found| found.id == option).expect("an option");
        Slot::option(u8::try_from(row).expect("few options"))
    };
    set("org.legal_form", choice("org.legal_form", "bv"));
    set("org.difficulty", choice("org.difficulty", option));
    set("org.founded", Slot::exactly(founded.day_number()));
    set("org.fte", Slot::exactly(if sme { 400 } else { 30_000 }));
    set("org.turnover", Slot::exactly(0));
    let id = BOOK.definition_id("in_difficulty").expect("a definition");
    define(&BOOK, &answers, day("2026-11-21"), id, Whose::Organisation).truth()
}

proptest! {
    #[test]
    fn the_tests_agree_with_the_definition(age in 0i64..2500, sme in any::<bool>(), which in 0usize..3) {
        let founded = day("2026-11-21").plus_days(-age);
        let (option, losses, insolvent) =
            [("none", "0", Truth::No), ("losses", "100", Truth::No), ("insolvent", "0", Truth::Yes)][which];
        let fine = year("0", "100", "100", "0");
        let firm = FirmHealth {
            sme: sme.into(),
            founded: (founded, founded),
            capital: limited("100", "0", losses),
            insolvent,
            years: [fine; 2],
            ..healthy()
        };
        let ours = matches!(state(&firm), DifficultyState::InDifficulty(_));
        prop_assert_eq!(Truth::from(ours), defined(option, founded, sme));
    }

    #[test]
    fn more_losses_never_take_a_firm_out_of_difficulty(losses in 0i64..200_000, more in 0i64..200_000) {
        let with = |cents: i64| {
            let losses = Number::exactly(super::hundredths(cents));
            let capital = Capital::Limited { subscribed: exactly("1000"), reserves: exactly("100"), losses };
            state(&FirmHealth { capital, ..healthy() })
        };
        prop_assert!(with(losses) != LOST || with(losses + more) == LOST);
    }
}
