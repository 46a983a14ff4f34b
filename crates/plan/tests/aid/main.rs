//! The aid account and what aid counts for.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod account;
mod account_laws;
mod answers;
mod declaration;
mod hostile;
mod loans;
mod matters;
mod value;

use rust_decimal::Decimal;
use std::sync::LazyLock;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::Rulebook;
use steunwijzer_plan::aid::{AidIds, AidRules};

static BOOK: LazyLock<Rulebook> = LazyLock::new(steunwijzer_rules::rulebook);
static IDS: LazyLock<AidIds> = LazyLock::new(|| AidIds::new(&BOOK).expect("the rulebook of this edition"));

/// The rules on 21 November 2026.
fn rules() -> AidRules<'static> {
    AidRules::new(&BOOK, &IDS, today())
}

fn today() -> Date {
    day("2026-11-21")
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn euro(text: &str) -> Decimal {
    text.parse().expect("a number")
}

fn exactly(text: &str) -> Number {
    Number::exactly(euro(text))
}

fn between(low: &str, high: &str) -> Number {
    Number::Between(euro(low), euro(high))
}

/// Whether every value of the second lies in the first.
fn holds(wide: Number, narrow: Number) -> bool {
    match (wide.limits(), narrow.limits()) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some((a, b)), Some((c, d))) => a <= c && d <= b,
    }
}
