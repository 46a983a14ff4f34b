//! Months after the last known minimum wage, with the rise that the visitor assumes.

use super::inputs::Growth;
use rust_decimal::Decimal;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{ParameterId, Rulebook};

/// The last day of which a figure is known; `None` if it has no end or no value at all.
pub(super) fn last_known(rulebook: &Rulebook, parameter: ParameterId) -> Option<Date> {
    rulebook.parameters.get(parameter.row())?.values.last()?.until
}

/// The factor by which the minimum wage of `since` rises until a day: one step for every 1 January and
/// 1 July between. Unknown for a rise that takes all or more away.
pub(super) fn factor(growth: Growth, since: Date, (first, last): (Date, Date)) -> Number {
    let limits = (growth.least.min(growth.most), growth.least.max(growth.most));
    if limits.0 <= Decimal::NEGATIVE_ONE {
        return Number::Unknown;
    }
    let one = Number::exactly(Decimal::ONE);
    let step = one.plus(Number::Between(limits.0, limits.1));
    let power = |day: Date| (0..steps(since, day)).fold(one, |factor, _| factor.times(step));
    power(first).hull(power(last))
}

/// How many 1 Januaries and 1 Julys lie after a day, up to and with another.
fn steps(since: Date, day: Date) -> i32 {
    (half_years(day) - half_years(since)).max(0)
}

fn half_years(day: Date) -> i32 {
    let parts = day.parts();
    parts.year * 2 + i32::from(parts.month >= 7)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // days that exist

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_step_comes_on_each_first_of_january_and_july() {
        let since = day("2026-12-31");
        let count = |until| steps(since, day(until));
        assert_eq!(count("2026-12-31"), 0);
        assert_eq!(count("2027-01-01"), 1);
        assert_eq!(count("2027-06-30"), 1);
        assert_eq!(count("2027-07-01"), 2);
        assert_eq!(count("2026-01-01"), 0);
    }

    #[test]
    fn a_rise_of_two_percent_compounds() {
        let growth = Growth { least: Decimal::ZERO, most: Decimal::new(2, 2) };
        let july = day("2027-07-01");
        let factor = factor(growth, day("2026-12-31"), (july, july));
        assert_eq!(factor, Number::Between(Decimal::ONE, Decimal::new(10404, 4)));
    }

    #[test]
    fn a_fall_of_everything_is_unknown() {
        let growth = Growth { least: Decimal::NEGATIVE_ONE, most: Decimal::ZERO };
        let july = day("2027-07-01");
        assert_eq!(factor(growth, day("2026-12-31"), (july, july)), Number::Unknown);
    }
}
