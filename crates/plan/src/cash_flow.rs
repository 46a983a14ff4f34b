//! The cash flow of inclusive hiring: month by month what goes out in wages and what comes back, from
//! the first working day on.
//!
//! Every month is judged as on its first day, so that a running subsidy is set again on 1 January only
//! and a figure that is not known yet makes the month unknown. Wages go out in the month in which they
//! are earned. All amounts are rounded to the cent where they are shown; sums use the rounded amounts.

mod assumed;
mod calendar;
mod hire;
mod inputs;
mod lkv;
mod month;
mod rows;

pub use inputs::{Basis, Contract, Growth, HolidayPay, Inputs, Labelled, Subsidy, Wage};
pub use rows::{Column, Lowest, Row, Standing};

use crate::hires::{Hires, Labour, zero};
use calendar::{Month, months_from};
use hire::Earned;
use month::Reader;
use steunwijzer_engine::advice::{Because, Subject};
use steunwijzer_engine::answers::{Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{ListId, ParameterId, Rulebook};

/// How many months are shown.
pub const MONTHS: usize = 24;

/// What comes out.
#[derive(Clone, Debug, PartialEq)]
pub struct CashFlow {
    /// The months, all hires together.
    pub months: Vec<MonthFlow>,
    /// Each hire apart; the months are their sums.
    pub hires: Vec<HireFlow>,
    /// The lowest point of the balance, over the months that are known: what must be pre-financed.
    pub lowest: Lowest,
    /// The most subsidy that is earned and not yet paid at the end of a month that is known.
    pub advanced: Number,
    /// The first month of which an amount is not known, with the figures that are missing.
    pub unknown: Option<Missing>,
    /// The first month of which the figures are not known and something is paid all the same, with the
    /// assumed rise of the minimum wage.
    pub assumed_from: Option<Date>,
    /// What is still to be paid or received after the last month.
    pub afterwards: Afterwards,
    /// The inputs, each told or a default with its basis.
    pub inputs: Inputs,
}

/// Figures that are not known from a month on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The first day of the month.
    pub from: Date,
    /// The figures without a value on that day.
    pub figures: Vec<ParameterId>,
}

/// Money that moves after the last month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Afterwards {
    /// Loonkostensubsidie that was earned and not yet received.
    pub lks: Number,
    /// Loonkostenvoordeel over the months shown that was not yet received.
    pub lkv: Number,
    /// Holiday allowance that was built up and not yet paid.
    pub holiday: Number,
}

/// The money of a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// Gross wage.
    pub wage: Number,
    /// Holiday allowance that is paid out.
    pub holiday: Number,
    /// Employer charges on both.
    pub charges: Number,
    /// Loonkostensubsidie that comes in.
    pub lks: Number,
    /// Loonkostenvoordeel that comes in.
    pub lkv: Number,
}

/// A month of all hires together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MonthFlow {
    /// Its first day.
    pub first: Date,
    /// What goes out and comes in.
    pub entry: Entry,
    /// In minus out.
    pub net: Number,
    /// The sum of all nets so far.
    pub balance: Number,
    /// Loonkostensubsidie that is earned and not yet paid at the end of the month.
    pub advanced: Number,
}

/// The months of one hire.
#[derive(Clone, Debug, PartialEq)]
pub struct HireFlow {
    /// Which hire: its row.
    pub hire: u16,
    /// Its months.
    pub entries: Vec<Entry>,
    /// Months in which the wage that the visitor gives certainly lies below the minimum wage.
    pub below_minimum: Vec<Date>,
    /// Why loonkostensubsidie is not among what comes in, if it is not.
    pub no_lks: Option<Because>,
}

/// Why there is no cash flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCashFlow {
    /// No hires were told.
    NotTold(ListId),
    /// The list of hires was told as empty.
    Nobody(ListId),
    /// Of no hire the first working day is known to within a year.
    NoStart,
}

impl Entry {
    /// Nothing.
    pub fn nothing() -> Entry {
        Entry { wage: zero(), holiday: zero(), charges: zero(), lks: zero(), lkv: zero() }
    }

    /// Everything that goes out.
    pub fn out(&self) -> Number {
        self.wage.plus(self.holiday).plus(self.charges)
    }

    /// Everything that comes in.
    pub fn received(&self) -> Number {
        self.lks.plus(self.lkv)
    }

    /// In minus out.
    pub fn net(&self) -> Number {
        self.received().minus(self.out())
    }

    fn plus(&self, other: &Entry) -> Entry {
        Entry {
            wage: self.wage.plus(other.wage),
            holiday: self.holiday.plus(other.holiday),
            charges: self.charges.plus(other.charges),
            lks: self.lks.plus(other.lks),
            lkv: self.lkv.plus(other.lkv),
        }
    }
}

/// The cash flow of these hires. `hires` is what [`crate::hires::hires`] made of the same answers.
///
/// # Errors
/// If there is no hire with a first working day.
pub fn cash_flow(
    rulebook: &Rulebook,
    labour: &Labour,
    answers: &Answers,
    hires: &Hires<'_>,
    inputs: &Inputs,
) -> Result<CashFlow, NoCashFlow> {
    let months = window(rulebook, labour, answers)?;
    let reader = Reader::new(rulebook, labour, answers, inputs, months);
    let earned: Vec<Earned> = hires
        .plans
        .iter()
        .filter_map(|plan| match plan.subject {
            Subject::Record(_, row) => Some(hire::earned(&reader, plan, row)),
            Subject::Organisation | Subject::Imagined(_) | Subject::Nobody(_) => None,
        })
        .collect();
    Ok(together(&reader, &earned))
}

/// The months from the first working day on: that of the earliest hire whose start is known to within
/// a year.
fn window(rulebook: &Rulebook, labour: &Labour, answers: &Answers) -> Result<Vec<Month>, NoCashFlow> {
    let records = answers.records(labour.hires).ok_or(NoCashFlow::NotTold(labour.hires))?;
    if records.is_empty() {
        return Err(NoCashFlow::Nobody(labour.hires));
    }
    let starts = (0u16..).zip(records).filter_map(|(row, _)| {
        let whose = Whose::Record(labour.hires, row);
        calendar::start(rulebook, labour, answers, whose)
    });
    let known = starts.filter(|(first, last)| last.day_number() - first.day_number() <= 366);
    let first = known.map(|(first, _)| first).min().ok_or(NoCashFlow::NoStart)?;
    Ok(months_from(first, MONTHS))
}

fn together(reader: &Reader<'_>, earned: &[Earned]) -> CashFlow {
    let mut months = Vec::with_capacity(MONTHS);
    let (mut balance, mut advanced) = (zero(), zero());
    for (row, month) in reader.months.iter().enumerate() {
        let mut entry = Entry::nothing();
        advanced = zero();
        for hire in earned {
            entry = hire.entries.get(row).map_or(entry, |own| entry.plus(own));
            advanced = hire.advanced.get(row).map_or(advanced, |own| advanced.plus(*own));
        }
        let net = entry.net();
        balance = balance.plus(net);
        months.push(MonthFlow { first: month.first, entry, net, balance, advanced });
    }
    let assumed_from = reader.assumed_from(&months);
    let sum = |of: &dyn Fn(&Earned) -> Number| earned.iter().map(of).fold(zero(), Number::plus);
    CashFlow {
        lowest: rows::lowest(&months, assumed_from),
        advanced: rows::highest_known(months.iter().map(|month| month.advanced)),
        unknown: reader.missing(&months),
        assumed_from,
        afterwards: Afterwards {
            lks: advanced,
            lkv: sum(&|hire| hire.lkv_afterwards),
            holiday: sum(&|hire| hire.holiday_afterwards),
        },
        months,
        hires: earned.iter().map(Earned::flow).collect(),
        inputs: reader.inputs.clone(),
    }
}
