//! Numbers as people type them: scenario S11.

use crate::field::{number, question, words};
use proptest::prelude::*;
use steunwijzer_advisor::entry::{Entry, Limits, NumberField, Why, between};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::show;
use steunwijzer_engine::rulebook::{AnswerType, Unit};
use steunwijzer_engine::slot::Slot;

fn field(answer: AnswerType) -> NumberField {
    NumberField::of(&question(answer), &words("Loonwaarde")).unwrap()
}

fn money() -> NumberField {
    field(number(Unit::Euro, 2, 0, 1_000_000_000))
}

fn percent() -> NumberField {
    field(number(Unit::Percent, 4, 0, 10_000))
}

fn hours() -> NumberField {
    field(number(Unit::HoursPerWeek, 2, 0, 6_000))
}

fn people() -> NumberField {
    field(number(Unit::Plain, 0, 0, 100_000))
}

fn cents(cents: i64) -> Entry<Slot> {
    Entry::Read(Slot::exactly(cents))
}

#[test]
fn dutch_money_with_euro_sign() {
    assert_eq!(money().read("€ 12.500,50"), cents(1_250_050));
}

#[test]
fn a_point_before_one_decimal() {
    assert_eq!(money().read("12500.5"), cents(1_250_050));
}

#[test]
fn a_comma_before_three_digits_is_asked_back() {
    assert_eq!(money().read("12,500"), Entry::Two(Slot::exactly(1_250_000), Slot::exactly(1_250)));
}

#[test]
fn a_space_between_thousands() {
    for typed in ["12 500", "12\u{a0}500", "12\u{202f}500"] {
        assert_eq!(money().read(typed), cents(1_250_000), "{typed:?}");
    }
}

#[test]
fn pasted_with_a_dash_for_no_cents_and_a_space() {
    assert_eq!(money().read("€12.500,- "), cents(1_250_000));
}

#[test]
fn a_percentage_with_its_sign_and_its_label() {
    for typed in ["55,0%", "loonwaarde 55,0%", "55", "55 procent"] {
        assert_eq!(percent().read(typed), Entry::Read(Slot::exactly(5_500)), "{typed}");
    }
}

#[test]
fn hours_with_their_unit() {
    for typed in ["28 uur", "28", "28u", "28 hours", "28,00 uur per week"] {
        assert_eq!(hours().read(typed), Entry::Read(Slot::exactly(2_800)), "{typed}");
    }
}

#[test]
fn a_negative_number_of_people_is_refused_with_the_limits() {
    for typed in ["-3", "−3"] {
        let Entry::Refused(why) = people().read(typed) else { panic!("{typed} was read") };
        let text = why.text(Lang::Nl);
        assert!(text.contains("van 0 tot en met 100.000"), "{text}");
    }
}

#[test]
fn a_reading_outside_the_limits_is_not_offered() {
    assert_eq!(percent().read("12,500"), Entry::Read(Slot::exactly(1_250)));
    assert_eq!(people().read("12,500"), Entry::Read(Slot::exactly(12_500)));
}

#[test]
fn a_point_before_three_digits_is_dutch() {
    assert_eq!(money().read("12.500"), cents(1_250_000));
    assert_eq!(money().read("0.500"), cents(50));
}

#[test]
fn several_separators_leave_one_reading() {
    for (typed, meant) in [
        ("1.234.567", 123_456_700),
        ("1,234,567", 123_456_700),
        ("1.234,56", 123_456),
        ("1,234.56", 123_456),
        ("1 234,56", 123_456),
    ] {
        assert_eq!(money().read(typed), cents(meant), "{typed}");
    }
}

#[test]
fn groups_that_are_no_thousands_are_refused() {
    let limits = Limits { unit: Unit::Euro, scale: 2, min: 0, max: 1_000_000_000 };
    for typed in ["1.23.456", "12 50", "1..5", "5 appels", "1/2", "abc", "€", "1e5", "12 34.567,8"] {
        assert_eq!(money().read(typed), Entry::Refused(Why::NotANumber(limits)), "{typed}");
    }
}

#[test]
fn more_decimals_than_asked_are_refused() {
    assert_eq!(money().read("1,005.555"), Entry::Refused(Why::TooPrecise(2)));
    assert_eq!(people().read("2,5"), Entry::Refused(Why::TooPrecise(0)));
}

#[test]
fn nothing_typed_is_said_apart() {
    assert_eq!(money().read(" \u{a0}"), Entry::Refused(Why::Empty));
}

#[test]
fn a_range_runs_from_the_lowest_to_the_highest() {
    let read = |typed| hours().read(typed);
    assert_eq!(between(read("10"), read("28")), Entry::Read(Slot::between(1_000, 2_800)));
    assert_eq!(between(read("28"), read("10")), Entry::Refused(Why::Backwards));
}

proptest! {
    #[test]
    fn any_text_is_read_within_limits_asked_back_or_refused(typed in ".{0,24}") {
        for field in [money(), percent(), hours(), people()] {
            let inside = |slot: Slot| (field.limits.min..=field.limits.max).contains(&slot.low);
            match field.read(&typed) {
                Entry::Read(slot) => prop_assert!(inside(slot)),
                Entry::Two(one, other) => prop_assert!(inside(one) && inside(other)),
                Entry::Refused(why) => prop_assert!(!why.text(Lang::En).is_empty()),
            }
        }
    }

    #[test]
    fn digits_and_signs_never_panic(typed in "[-−€ 0-9.,%]{0,60}") {
        let _ = money().read(&typed);
        let _ = percent().read(&typed);
    }

    #[test]
    fn what_is_shown_is_read_back(scaled in 0i64..1_000_000_000) {
        let shown = show::scaled(Lang::Nl, Unit::Euro, 2, scaled);
        prop_assert_eq!(money().read(&shown), cents(scaled), "{}", shown);
    }

    #[test]
    fn a_shown_percentage_is_read_back(scaled in 0i64..=10_000) {
        let shown = show::scaled(Lang::En, Unit::Percent, 4, scaled);
        prop_assert_eq!(percent().read(&shown), Entry::Read(Slot::exactly(scaled)), "{}", shown);
    }
}
