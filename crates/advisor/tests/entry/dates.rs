//! Dates as people type them: scenario S11.

use crate::field::question;
use proptest::prelude::*;
use steunwijzer_advisor::entry::{DateField, Entry, Why};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::show;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::AnswerType;
use steunwijzer_engine::slot::Slot;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn field() -> DateField {
    let answer = AnswerType::Date { min: date("1900-01-01"), max: date("2035-12-31") };
    DateField::of(&question(answer)).unwrap()
}

fn days(first: &str, last: &str) -> Entry<Slot> {
    Entry::Read(Slot::between(date(first).day_number(), date(last).day_number()))
}

#[test]
fn each_form_of_a_day_gives_that_day() {
    let forms = [
        "1-3-2027",
        "01/03/27",
        "1.3.2027",
        "1 maart 2027",
        "1 mrt 2027",
        "1 mrt. 2027",
        "1 March 2027",
        "March 1, 2027",
        "2027-03-01",
        " 1 - 3 - 2027 ",
    ];
    for typed in forms {
        assert_eq!(field().read(typed), days("2027-03-01", "2027-03-01"), "{typed}");
    }
}

#[test]
fn a_month_is_a_range() {
    for typed in ["maart 2027", "Maart 2027", "3-2027", "mrt 27", "2027-03", "march 2027"] {
        assert_eq!(field().read(typed), days("2027-03-01", "2027-03-31"), "{typed}");
    }
}

#[test]
fn a_year_is_a_range() {
    assert_eq!(field().read("2027"), days("2027-01-01", "2027-12-31"));
}

#[test]
fn a_day_that_does_not_exist_is_refused_with_what_is_allowed() {
    let Entry::Refused(why) = field().read("31-02-2027") else { panic!("read") };
    let text = why.text(Lang::Nl);
    assert!(text.contains("31\u{a0}februari 2027 bestaat niet"), "{text}");
    assert!(text.contains("28 dagen"), "{text}");
}

#[test]
fn two_digits_are_this_century_if_the_field_allows_it() {
    assert_eq!(field().read("1-3-98"), days("1998-03-01", "1998-03-01"));
    assert_eq!(field().read("1-3-35"), days("2035-03-01", "2035-03-01"));
}

#[test]
fn what_is_no_date_is_refused() {
    for typed in
        ["-3", "morgen", "1-2", "1-13-2027", "0-3-2027", "1-3-027", "20270301", "ma 2027", "1-2-3-2027"]
    {
        assert!(
            matches!(field().read(typed), Entry::Refused(Why::NotADate | Why::NoSuchDay { .. })),
            "{typed}"
        );
    }
}

#[test]
fn a_day_outside_the_limits_is_refused_with_the_limits() {
    let Entry::Refused(why) = field().read("1-1-2036") else { panic!("read") };
    assert!(why.text(Lang::En).contains("31\u{a0}December 2035"));
}

#[test]
fn three_fields_are_a_day_a_month_or_a_year() {
    assert_eq!(field().read_fields("1", "3", "2027"), days("2027-03-01", "2027-03-01"));
    assert_eq!(field().read_fields("", "3", "2027"), days("2027-03-01", "2027-03-31"));
    assert_eq!(field().read_fields("", "", "2027"), days("2027-01-01", "2027-12-31"));
    assert_eq!(field().read_fields("", " ", ""), Entry::Refused(Why::Empty));
    assert_eq!(field().read_fields("1", "", "2027"), Entry::Refused(Why::NotADate));
}

proptest! {
    #[test]
    fn any_text_is_read_within_limits_or_refused(typed in ".{0,20}") {
        match field().read(&typed) {
            Entry::Read(slot) => prop_assert!(slot.low <= slot.high),
            Entry::Two(..) => prop_assert!(false, "a date never has two readings"),
            Entry::Refused(why) => prop_assert!(!why.text(Lang::Nl).is_empty()),
        }
    }

    #[test]
    fn dates_made_of_digits_never_panic(typed in "[-0-9/. ]{0,14}") {
        let _ = field().read(&typed);
    }

    #[test]
    fn a_shown_day_is_read_back(number in -25_000i64..24_000, english: bool) {
        let day = Date::from_day_number(number);
        let lang = if english { Lang::En } else { Lang::Nl };
        let shown = show::day(lang, day);
        prop_assert_eq!(field().read(&shown), Entry::Read(Slot::exactly(number)), "{}", shown);
    }
}
