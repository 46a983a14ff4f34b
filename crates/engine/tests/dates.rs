//! Our date arithmetic against jiff.

#![allow(clippy::expect_used)] // a test that cannot go on stops

use jiff::{ToSpan, civil};
use proptest::prelude::*;
use steunwijzer_engine::date::{Date, Months};

const FIRST: civil::Date = civil::date(1900, 1, 1);
const LAST: civil::Date = civil::date(2100, 12, 31);

fn ours(theirs: civil::Date) -> Date {
    Date::new(theirs.year().into(), theirs.month().unsigned_abs(), theirs.day().unsigned_abs())
        .expect("exists")
}

#[test]
fn every_day_from_1900_to_2100_has_the_parts_and_the_number_that_jiff_gives() {
    let epoch = civil::date(1970, 1, 1);
    let mut day = FIRST;
    while day <= LAST {
        let date = ours(day);
        let number = (day - epoch).get_days();
        assert_eq!(date.day_number(), i64::from(number), "{day}");
        let parts = Date::from_day_number(number.into()).parts();
        assert_eq!(
            (parts.year, parts.month, parts.day),
            (day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs())
        );
        assert_eq!(date.to_string(), day.to_string());
        assert_eq!(date.to_string().parse(), Ok(date));
        day = day.tomorrow().expect("inside the range of jiff");
    }
}

#[test]
fn the_first_and_the_last_day_are_inside_the_range_of_dates() {
    assert_eq!(Date::new(-9999, 1, 1), Some(Date::MIN));
    assert_eq!(Date::new(9999, 12, 31), Some(Date::MAX));
    assert_eq!(Date::MAX.plus_months(Months(1)), Date::MAX);
    assert_eq!(Date::MIN.plus_days(i64::MIN), Date::MIN);
}

#[test]
fn days_that_do_not_exist_are_refused() {
    for text in [
        "2026-02-29",
        "2026-13-01",
        "2026-00-01",
        "2026-01-32",
        "26-01-01",
        "2026-1-1",
        "+2026-01-01",
        "",
        "2026-01-01T00",
    ] {
        assert!(text.parse::<Date>().is_err(), "{text}");
    }
}

fn any_day() -> impl Strategy<Value = civil::Date> {
    (0..73_414i64).prop_map(|days| FIRST.checked_add(days.days()).expect("inside the range of jiff"))
}

proptest! {
    #[test]
    fn adding_months_gives_the_day_that_jiff_gives(day in any_day(), months in -1200..1200i32) {
        let theirs = day.checked_add(months.months()).expect("inside the range of jiff");
        prop_assert_eq!(ours(day).plus_months(Months(months)).to_string(), theirs.to_string());
    }

    #[test]
    fn adding_months_never_turns_two_days_around(day in any_day(), later in 0..400i64, months in -600..600i32) {
        let (first, second) = (ours(day), ours(day).plus_days(later));
        prop_assert!(first.plus_months(Months(months)) <= second.plus_months(Months(months)));
    }

    #[test]
    fn whole_months_between_two_days_are_the_most_that_fit(a in any_day(), b in any_day()) {
        let (from, to) = (ours(a.min(b)), ours(a.max(b)));
        let months = from.months_until(to);
        prop_assert_eq!(to.months_until(from), Months(-months.0));
        // Counted by hand: the day of the month must be reached for the last month to count.
        let (f, t) = (from.parts(), to.parts());
        let counted = (t.year - f.year) * 12 + i32::from(t.month) - i32::from(f.month) - i32::from(t.day < f.day);
        prop_assert_eq!(months.0, counted);
        prop_assert!(months.0 >= 0);
    }

    #[test]
    fn reading_a_date_never_panics(text in ".{0,16}") {
        let _either = text.parse::<Date>();
    }
}
