//! Numbers with their unit.

use crate::lang::Lang;
use crate::messages::{amount as amount_messages, export, show as messages};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{Measure, Unit};

/// Whether an amount of whole euros shows its cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cents {
    /// `€ 1.000,00`: it stands among amounts with cents.
    Always,
    /// `€ 1.000`: requests and limits.
    IfAny,
}

/// A number as a language writes it: `12.500,5`, in English `12,500.5`. With `least` decimals or
/// more. What stands in a field is always in Dutch notation, as the hint beside it says.
pub fn decimal(lang: Lang, value: Decimal, least: usize) -> String {
    let (thousands, point) = match lang {
        Lang::Nl => ('.', ','),
        Lang::En => (',', '.'),
    };
    let text = value.abs().normalize().to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let first = match whole.len() % 3 {
        0 => 3.min(whole.len()),
        rest => rest,
    };
    let (head, tail) = whole.split_at_checked(first).unwrap_or((whole, ""));
    let mut shown = String::from(if value.is_sign_negative() && !value.is_zero() { "−" } else { "" });
    shown.push_str(head);
    for (at, digit) in tail.chars().enumerate() {
        if at % 3 == 0 {
            shown.push(thousands);
        }
        shown.push(digit);
    }
    if decimals.len().max(least) > 0 {
        shown.push(point);
        shown.push_str(decimals);
        shown.extend(std::iter::repeat_n('0', least.saturating_sub(decimals.len())));
    }
    shown
}

/// The decimals a money value shows.
pub fn money_cents(value: Decimal, cents: Cents) -> usize {
    match cents {
        Cents::IfAny if value.fract().is_zero() => 0,
        Cents::IfAny | Cents::Always => 2,
    }
}

/// A number with its unit: `€ 12.500`, `55 %`, `28 uur per week`.
pub fn number(lang: Lang, unit: Unit, value: Decimal, cents: Cents) -> String {
    with_period(lang, unit, bare(lang, unit, value, cents))
}

/// An answer in the units of its question, as a number with its unit.
pub fn scaled(lang: Lang, unit: Unit, scale: u8, scaled: i64) -> String {
    let value = Decimal::try_new(scaled, u32::from(scale)).unwrap_or_default();
    number(lang, unit, value, Cents::IfAny)
}

/// One number or a range: `tussen € 0 en € 1.454,64 per maand`; unknown is said, never zero.
pub fn amount(lang: Lang, unit: Unit, amount: Number, cents: Cents) -> String {
    match amount {
        Number::Unknown => amount_messages::unknown(lang).to_owned(),
        Number::Between(low, high) if low == high => number(lang, unit, low, cents),
        Number::Between(low, high) => {
            let (low, high) = (bare(lang, unit, low, cents), bare(lang, unit, high, cents));
            with_period(lang, unit, messages::between(lang, &high, &low))
        }
    }
}

/// A number in the notation of people, as a number: 55 for 55 %, money in cents.
pub fn as_written(unit: Unit, value: Decimal) -> Decimal {
    match unit.measure() {
        Measure::Share => value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value).normalize(),
        Measure::Money => {
            let mut cents = value;
            cents.rescale(2);
            cents
        }
        Measure::Count => value.normalize(),
    }
}

/// The number with what it counts, without *per month*.
fn bare(lang: Lang, unit: Unit, value: Decimal, cents: Cents) -> String {
    let counted = |say: fn(Lang, usize) -> String| match value.to_usize() {
        Some(n) if value.fract().is_zero() => say(lang, n),
        Some(_) | None => decimal(lang, value, 0),
    };
    match unit {
        Unit::Plain => decimal(lang, value, 0),
        Unit::Euro | Unit::EuroPerHour | Unit::EuroPerWeek | Unit::EuroPerMonth | Unit::EuroPerYear => {
            messages::euro(lang, &decimal(lang, value, money_cents(value, cents)))
        }
        Unit::Percent => {
            let points = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value);
            messages::percent(lang, &decimal(lang, points, 0))
        }
        Unit::Hours | Unit::HoursPerWeek | Unit::HoursPerMonth | Unit::HoursPerYear => {
            messages::hours(lang, &decimal(lang, value, 0))
        }
        Unit::Days => counted(messages::days),
        Unit::Weeks | Unit::WeeksPerYear => counted(messages::weeks),
        Unit::Months | Unit::MonthsPerYear => counted(messages::months),
    }
}

/// The name of what a number counts: `euro per maand`, `%`, `uur`; empty for a plain number.
pub fn unit(lang: Lang, unit: Unit) -> String {
    let name = match unit {
        Unit::Plain => "",
        Unit::Euro | Unit::EuroPerHour | Unit::EuroPerWeek | Unit::EuroPerMonth | Unit::EuroPerYear => {
            export::unit_euro(lang)
        }
        Unit::Percent => export::unit_percent(lang),
        Unit::Hours | Unit::HoursPerWeek | Unit::HoursPerMonth | Unit::HoursPerYear => {
            export::unit_hours(lang)
        }
        Unit::Days => export::unit_days(lang),
        Unit::Weeks | Unit::WeeksPerYear => export::unit_weeks(lang),
        Unit::Months | Unit::MonthsPerYear => export::unit_months(lang),
    };
    with_period(lang, unit, name.to_owned())
}

fn with_period(lang: Lang, unit: Unit, text: String) -> String {
    match unit {
        Unit::Plain | Unit::Euro | Unit::Percent | Unit::Hours | Unit::Days | Unit::Weeks | Unit::Months => {
            text
        }
        Unit::EuroPerHour => messages::per_hour(lang, &text),
        Unit::EuroPerWeek | Unit::HoursPerWeek => messages::per_week(lang, &text),
        Unit::EuroPerMonth | Unit::HoursPerMonth => messages::per_month(lang, &text),
        Unit::EuroPerYear | Unit::HoursPerYear | Unit::WeeksPerYear | Unit::MonthsPerYear => {
            messages::per_year(lang, &text)
        }
    }
}
