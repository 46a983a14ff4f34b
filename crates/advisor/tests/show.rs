//! How values are shown.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use rust_decimal::Decimal;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::show::{self, Cents};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::Unit;

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

fn amount(unit: Unit, low: &str, high: &str) -> String {
    show::amount(Lang::Nl, unit, Number::Between(decimal(low), decimal(high)), Cents::IfAny)
}

#[test]
fn money_has_points_between_thousands_and_a_comma_before_cents() {
    assert_eq!(amount(Unit::EuroPerMonth, "1090.99", "1090.99"), "€\u{a0}1.090,99 per maand");
    assert_eq!(amount(Unit::Euro, "1234567", "1234567"), "€\u{a0}1.234.567");
    assert_eq!(amount(Unit::Euro, "0.5", "0.5"), "€\u{a0}0,50");
    assert_eq!(amount(Unit::Euro, "-12.1", "-12.1"), "€\u{a0}−12,10");
}

#[test]
fn a_range_says_its_period_once() {
    let shown = amount(Unit::EuroPerMonth, "0", "1454.64");
    assert_eq!(shown, "tussen €\u{a0}0 en €\u{a0}1.454,64 per maand");
}

#[test]
fn a_share_is_shown_as_a_percentage() {
    assert_eq!(amount(Unit::Percent, "0.235", "0.235"), "23,5\u{a0}%");
}

#[test]
fn unknown_is_said_and_never_zero() {
    let shown = show::amount(Lang::Nl, Unit::Euro, Number::Unknown, Cents::IfAny);
    assert_eq!(shown, "nog onbekend");
}

#[test]
fn cents_are_shown_among_amounts_with_cents() {
    let shown = show::number(Lang::Nl, Unit::Euro, decimal("1000"), Cents::Always);
    assert_eq!(shown, "€\u{a0}1.000,00");
}

#[test]
fn days_are_a_day_a_month_a_year_or_a_range() {
    let date = |text: &str| text.parse::<Date>().unwrap();
    let days = |first, last| show::days(Lang::Nl, date(first), date(last));
    assert_eq!(days("2026-12-01", "2026-12-01"), "1\u{a0}december 2026");
    assert_eq!(days("2027-02-01", "2027-02-28"), "februari 2027");
    assert_eq!(days("2027-01-01", "2027-12-31"), "2027");
    assert_eq!(days("2027-01-01", "2027-02-28"), "tussen 1\u{a0}januari 2027 en 28\u{a0}februari 2027");
}
