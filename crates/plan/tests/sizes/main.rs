//! The SME test and the test for an undertaking in difficulty.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod difficulty;
mod group;
mod hostile;
mod matters;
mod sme;
mod two_years;

use rust_decimal::Decimal;
use std::sync::LazyLock;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::Rulebook;
use steunwijzer_plan::sizes::{Figures, Firm, SizeIds, SizeRules, Year};

static BOOK: LazyLock<Rulebook> = LazyLock::new(steunwijzer_rules::rulebook);
static IDS: LazyLock<SizeIds> = LazyLock::new(|| SizeIds::new(&BOOK).expect("the rulebook of this edition"));

/// The rules on 21 November 2026.
fn rules() -> SizeRules<'static> {
    rules_on("2026-11-21")
}

fn rules_on(day: &str) -> SizeRules<'static> {
    SizeRules::new(&BOOK, &IDS, self::day(day))
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn exactly(text: &str) -> Number {
    Number::exactly(text.parse().expect("a number"))
}

fn between(low: &str, high: &str) -> Number {
    Number::Between(low.parse().expect("a number"), high.parse().expect("a number"))
}

fn figures(headcount: &str, turnover: &str, balance: &str) -> Figures {
    Figures { headcount: exactly(headcount), turnover: exactly(turnover), balance: exactly(balance) }
}

/// A firm of one year without others.
fn alone(own: Figures) -> Firm {
    Firm { years: vec![Year::alone(own)], public_owners: Vec::new() }
}

/// Whether every value of the second lies in the first.
fn holds(wide: Number, narrow: Number) -> bool {
    match (wide.limits(), narrow.limits()) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some((a, b)), Some((c, d))) => a <= c && d <= b,
    }
}

fn hundredths(value: i64) -> Decimal {
    Decimal::new(value, 2)
}
