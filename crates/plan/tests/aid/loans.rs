//! Soft loans and guarantees inside the fixed limits, held against the definitions of the rules.

use super::{BOOK, between, euro, exactly, holds, rules, today};
use proptest::prelude::*;
use rust_decimal::Decimal;
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::define;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::Kind;
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::value::Value;
use steunwijzer_plan::aid::{Ceiling, GrantEquivalent, Guarantee, Method, Requirement, SoftLoan};

fn loan(amount: &str, months: &str) -> GrantEquivalent {
    let loan = SoftLoan::sound(exactly(amount), exactly(months));
    rules().soft_loan(&loan, Ceiling::General, None, today())
}

/// What a definition says of a need with this amount and term.
fn defined(name: &str, cents: i64, months: i64) -> Value {
    let mut answers = Answers::new(&BOOK);
    let list = BOOK.list_id("needs").expect("the list");
    let row = answers.add_record(&BOOK, list).expect("room for a need");
    let whose = Whose::Record(list, row);
    for (name, value) in [("need.amount", cents), ("need.repay_months", months)] {
        let question = BOOK.question_id(name).expect("a question");
        let slot = Some(Answer::Known(Slot::exactly(value)));
        answers.set(&BOOK, question, whose, slot).expect("a fitting answer");
    }
    let purpose = BOOK.question_id("need.purpose").expect("a question");
    let option = Some(Answer::Known(Slot::option(option("equipment"))));
    answers.set(&BOOK, purpose, whose, option).expect("a fitting answer");
    define(&BOOK, &answers, today(), BOOK.definition_id(name).expect("a definition"), whose)
}

fn option(name: &str) -> u8 {
    use steunwijzer_engine::rulebook::AnswerType;
    let purpose = BOOK.question_id("need.purpose").expect("a question");
    let AnswerType::Choice(options) = &BOOK.questions[purpose.row()].answer else {
        panic!("a choice");
    };
    let row = options.iter().position(|option| option.id == name).expect("an option");
    u8::try_from(row).expect("few options")
}

fn inside(value: &GrantEquivalent) -> Truth {
    let limits = value.requirements.iter().find(|(what, _)| *what == Requirement::InsideLimits);
    limits.expect("the limits are asked").1
}

fn term() -> impl Strategy<Value = i64> {
    prop_oneof![1i64..=200, Just(59), Just(60), Just(61), Just(119), Just(120), Just(121)]
}

fn cents() -> impl Strategy<Value = i64> {
    let edges = [75_000_000, 75_000_001, 150_000_000, 150_000_001, 281_250_000, 281_250_001];
    prop_oneof![1i64..300_000_000, proptest::sample::select(edges.to_vec())]
}

proptest! {
    #[test]
    fn a_loan_counts_what_the_definition_says(cents in cents(), months in term()) {
        let loan = SoftLoan::sound(Number::exactly(Decimal::new(cents, 2)), Number::exactly(months.into()));
        let value = rules().soft_loan(&loan, Ceiling::General, None, today());
        let within = defined("loan_in_safe_harbour", cents, months).truth();
        prop_assert_eq!(inside(&value), within);
        if within == Truth::Yes {
            let ours = value.counted.single().expect("an amount");
            let theirs = defined("loan_aid_value", cents, months).as_number().single().expect("an amount");
            prop_assert!((ours - theirs).abs() <= Decimal::new(5, 3) + Decimal::new(1, 9), "{ours} {theirs}");
        } else {
            prop_assert_eq!(value.counted, Number::Unknown);
        }
    }

    #[test]
    fn a_guarantee_counts_what_the_definition_says(cents in cents(), months in term()) {
        let share = exactly("0.8");
        let amount = Number::exactly(Decimal::new(cents, 2));
        let guarantee = Guarantee::sound(amount, share, Number::exactly(months.into()));
        let value = rules().guarantee(&guarantee, Ceiling::General, today());
        let within = defined("guarantee_in_safe_harbour", cents, months).truth();
        prop_assert_eq!(inside(&value), within);
        if within == Truth::Yes {
            let ours = value.counted.single().expect("an amount");
            let theirs = defined("guarantee_aid_value", cents, months).as_number().single().expect("an amount");
            prop_assert!((ours - theirs).abs() <= Decimal::new(5, 3) + Decimal::new(1, 9), "{ours} {theirs}");
        }
    }

    #[test]
    fn the_leading_reading_is_never_above_the_reading_by_amount_alone(cents in 0i64..80_000_000, months in 0i64..130) {
        let loan = SoftLoan::of(Number::exactly(Decimal::new(cents, 2)), Number::exactly(months.into()));
        let value = rules().soft_loan(&loan, Ceiling::General, None, today());
        if let [both, amount_only] = &value.readings[..] {
            prop_assert!(both.value.single() <= amount_only.value.single());
        }
    }

    #[test]
    fn open_amounts_and_terms_never_narrow_what_a_loan_counts(
        mut amounts in proptest::array::uniform3(0i64..160_000_000),
        mut terms in proptest::array::uniform3(0i64..130),
    ) {
        amounts.sort_unstable();
        terms.sort_unstable();
        let euro = |cents| Decimal::new(cents, 2);
        let wide = SoftLoan::sound(
            Number::Between(euro(amounts[0]), euro(amounts[2])),
            Number::Between(terms[0].into(), terms[2].into()),
        );
        let narrow = SoftLoan::sound(Number::exactly(euro(amounts[1])), Number::exactly(terms[1].into()));
        let of = |loan| rules().soft_loan(loan, Ceiling::General, None, today()).counted;
        prop_assert!(holds(of(&wide), of(&narrow)));
    }
}

#[test]
fn a_lower_amount_and_a_shorter_term_both_count_in_proportion() {
    let value = loan("1000000", "12");
    assert_eq!(value.counted, exactly("40000"));
    let readings: Vec<_> = value.readings.iter().map(|reading| (reading.method, reading.value)).collect();
    assert_eq!(
        readings,
        [(Method::AmountAndTerm, exactly("40000")), (Method::AmountOnly, exactly("200000"))]
    );
}

#[test]
fn a_larger_loan_over_a_shorter_term_lies_outside() {
    let value = loan("1500000.01", "12");
    assert_eq!((value.counted, value.readings.len()), (Number::Unknown, 0));
}

#[test]
fn without_half_in_collateral_only_the_authority_can_tell() {
    let mut poor = SoftLoan::sound(exactly("100000"), exactly("60"));
    poor.collateral = exactly("0.4999");
    let value = rules().soft_loan(&poor, Ceiling::General, None, today());
    assert_eq!(value.counted, Number::Unknown);
    poor.collateral = exactly("0.5");
    let value = rules().soft_loan(&poor, Ceiling::General, None, today());
    assert_eq!(value.counted, exactly("20000"));
}

#[test]
fn a_loan_of_which_only_amount_and_term_are_known_counts_conditionally() {
    let value = rules().of_kind(Kind::Loan, exactly("100000"), exactly("60"), today());
    assert_eq!((value.counted, value.if_all_holds()), (Number::Unknown, exactly("20000")));
    let open = value.requirements.iter().filter(|(_, holds)| *holds == Truth::Open);
    let open: Vec<_> = open.map(|(what, _)| *what).collect();
    assert_eq!(open, [Requirement::NotInsolvent, Requirement::HalfSecured, Requirement::LargeFirmRated]);
}

#[test]
fn a_guarantee_above_its_highest_share_lies_outside() {
    let of = |share| {
        let guarantee = Guarantee::sound(exactly("281250"), exactly(share), exactly("60"));
        rules().guarantee(&guarantee, Ceiling::General, today()).counted
    };
    assert_eq!(of("0.8"), exactly("30000"));
    assert_eq!(of("0.8001"), Number::Unknown);
}

#[test]
fn an_open_term_across_five_years_gives_a_range() {
    let loan = SoftLoan::sound(exactly("75000"), between("48", "72"));
    let value = rules().soft_loan(&loan, Ceiling::General, None, today());
    assert_eq!(value.counted, between("12000", "18000"));
    assert_eq!(value.readings[1].value, between("15000", "30000"));
}

#[test]
fn the_sgei_limits_are_wider() {
    let loan = SoftLoan::sound(exactly("3750000"), exactly("60"));
    let of = |ceiling| rules().soft_loan(&loan, ceiling, None, today()).counted;
    assert_eq!(of(Ceiling::Sgei), exactly("750000"));
    assert_eq!(of(Ceiling::General), Number::Unknown);
    assert_eq!(of(Ceiling::Agriculture), Number::Unknown);
}

#[test]
fn a_grant_counts_in_full() {
    let value = rules().of_kind(Kind::Subsidy, exactly("12345.67"), Number::Unknown, today());
    assert_eq!(value.counted.single(), Some(euro("12345.67")));
}
