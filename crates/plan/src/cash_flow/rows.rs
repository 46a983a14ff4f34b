//! The cash flow as rows of numbers, and its lowest point.

use super::{CashFlow, MonthFlow};
use crate::hires::zero;
use rust_decimal::Decimal;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;

/// The lowest point of the balance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lowest {
    /// The balance there; never above zero, since nothing is paid before the first month.
    pub balance: Number,
    /// The first day of the month in which the lowest balance possible falls; `None` if it is never
    /// below zero.
    pub month: Option<Date>,
    /// The last month of which the balance is known; the point may lie lower after it. `None` if no
    /// month is known.
    pub known_until: Option<Date>,
    /// Whether every month is known or rests on the assumed rise.
    pub complete: bool,
    /// Whether it falls in a month that rests on the assumed rise.
    pub assumed: bool,
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Gross wage.
    Wage,
    /// Holiday allowance paid out.
    Holiday,
    /// Employer charges.
    Charges,
    /// Loonkostensubsidie received.
    Lks,
    /// Loonkostenvoordeel received.
    Lkv,
    /// In minus out.
    Net,
    /// All nets so far.
    Balance,
    /// Loonkostensubsidie earned and not yet received.
    Advanced,
}

/// What the numbers of a month rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Figures of which the value on its first day is known.
    Known,
    /// A figure is not known yet: the range rests on the rise that is assumed.
    Assumed,
    /// A figure or an answer is not known, and nothing is assumed.
    Unknown,
}

/// A month as numbers only.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The first day of the month.
    pub month: Date,
    /// The numbers, in the order of [`Column::ALL`].
    pub cells: [Number; 8],
    /// What they rest on; the balance of a month also rests on those before it.
    pub standing: Standing,
}

impl Column {
    /// Every column, in order.
    pub const ALL: [Column; 8] = [
        Column::Wage,
        Column::Holiday,
        Column::Charges,
        Column::Lks,
        Column::Lkv,
        Column::Net,
        Column::Balance,
        Column::Advanced,
    ];

    fn of(self, month: &MonthFlow) -> Number {
        match self {
            Column::Wage => month.entry.wage,
            Column::Holiday => month.entry.holiday,
            Column::Charges => month.entry.charges,
            Column::Lks => month.entry.lks,
            Column::Lkv => month.entry.lkv,
            Column::Net => month.net,
            Column::Balance => month.balance,
            Column::Advanced => month.advanced,
        }
    }
}

impl CashFlow {
    /// The table behind the chart, for a download: each cell the lowest and highest, or unknown.
    pub fn rows(&self) -> Vec<Row> {
        let row = |month: &MonthFlow| Row {
            month: month.first,
            cells: Column::ALL.map(|column| column.of(month)),
            standing: self.standing(month),
        };
        self.months.iter().map(row).collect()
    }

    fn standing(&self, month: &MonthFlow) -> Standing {
        if Column::ALL.iter().any(|column| column.of(month) == Number::Unknown) {
            Standing::Unknown
        } else if self.assumed_from.is_some_and(|from| from <= month.first) {
            Standing::Assumed
        } else {
            Standing::Known
        }
    }
}

/// The lowest point of the months up to the first that is not known.
pub(super) fn lowest(months: &[MonthFlow], assumed_from: Option<Date>) -> Lowest {
    let known: Vec<(Date, Decimal, Decimal)> = months
        .iter()
        .map_while(|month| month.balance.limits().map(|(low, high)| (month.first, low, high)))
        .collect();
    let (mut low, mut high, mut at) = (Decimal::ZERO, Decimal::ZERO, None);
    for (first, least, most) in &known {
        if *least < low {
            (low, at) = (*least, Some(*first));
        }
        high = high.min(*most);
    }
    let known_until = known.last().map(|(first, ..)| *first);
    Lowest {
        balance: if known.is_empty() { Number::Unknown } else { Number::Between(low, high) },
        month: at,
        known_until,
        complete: known.len() == months.len(),
        assumed: at.zip(assumed_from).is_some_and(|(at, from)| from <= at),
    }
}

/// The highest of the numbers before the first that is not known.
pub(super) fn highest_known(mut numbers: impl Iterator<Item = Number>) -> Number {
    let first = numbers.next().unwrap_or(zero());
    if first == Number::Unknown {
        return first;
    }
    numbers.take_while(|number| *number != Number::Unknown).fold(first, Number::greatest)
}
