//! Sums of amounts: exact, and only of what may be added.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use steunwijzer_engine::rulebook::{Measure, Unit};

/// Whether amounts in this unit may be added over organisations: sums of money, once or for each
/// period. An amount for each hour, a share or a number of days is not a sum of anything.
pub fn can_be_added(unit: Unit) -> bool {
    match unit.measure() {
        Measure::Money => unit != Unit::EuroPerHour,
        Measure::Share | Measure::Count => false,
    }
}

/// Amounts of one scheme, added up; both ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Total {
    /// Lines that have an amount.
    pub lines: u64,
    /// The lowest amounts together.
    pub lowest: Decimal,
    /// The highest amounts together.
    pub highest: Decimal,
    /// Whether a sum has more than 28 digits: then neither is known.
    pub too_large: bool,
}

impl Total {
    /// Adds an amount.
    pub(crate) fn add(&mut self, lowest: Decimal, highest: Decimal) {
        self.plus(&Total { lines: 1, lowest, highest, too_large: false });
    }

    /// Adds other amounts.
    pub(crate) fn plus(&mut self, other: &Total) {
        self.lines += other.lines;
        let sums = (self.lowest.checked_add(other.lowest), self.highest.checked_add(other.highest));
        match sums {
            (Some(lowest), Some(highest)) => (self.lowest, self.highest) = (lowest, highest),
            (Some(_) | None, Some(_) | None) => self.too_large = true,
        }
        self.too_large |= other.too_large;
    }

    /// Both sums, if they are known.
    pub fn limits(&self) -> Option<(Decimal, Decimal)> {
        (!self.too_large).then_some((self.lowest, self.highest))
    }
}
