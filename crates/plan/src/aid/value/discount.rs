//! Aid that comes later, or as interest saved: discounted to the day of the award.
//!
//! Whole years are compounded; inside a year interest is simple. The discount rate is the base rate
//! on the day of the award with a margin. No base rate of today was found, so it is asked and has no
//! default.

use super::{GrantEquivalent, Method, Reading, Requirement, not_negative, shown};
use crate::aid::rules::AidRules;
use crate::loan::Schedule;
use rust_decimal::Decimal;
use steunwijzer_engine::advice::FigureUsed;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::truth::Truth;

/// The base rate of the Commission for the Netherlands on the day of the award, as a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BaseRate(pub Number);

/// A benefit after some whole months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Whole months after the award.
    pub month: u16,
    /// What is paid or saved then, in euro.
    pub amount: Number,
}

/// A benefit with what it is worth on the day of the award, both to the cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Discounted {
    /// Whole months after the award.
    pub month: u16,
    /// What is paid or saved then.
    pub amount: Number,
    /// What that is worth on the day of the award.
    pub present: Number,
}

/// What is owed during a period, at the end of which interest is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outstanding {
    /// Whole months after the award at which the period begins.
    pub from: u16,
    /// Whole months after the award at which interest over it is paid.
    pub until: u16,
    /// What is owed, in euro.
    pub owed: Number,
}

/// How safe a borrower is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rating {
    /// AAA to A.
    Strong,
    /// BBB.
    Good,
    /// BB.
    Satisfactory,
    /// B.
    Weak,
    /// CCC and lower.
    Bad,
}

/// How much a lender loses when the borrower fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Collateral {
    /// At most 30 % is lost.
    High,
    /// 31 to 59 % is lost.
    Normal,
    /// 60 % or more is lost.
    Low,
}

/// What comes on top of the base rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Margin {
    /// As told, as a share.
    Given(Number),
    /// From the table of the Commission.
    Rated(Rating, Collateral),
    /// A borrower without a credit history, such as a starter: a range.
    Unrated(Collateral),
}

/// A loan held against the reference rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceRate {
    /// The base rate on the day of the award.
    pub base: BaseRate,
    /// What comes on top of it.
    pub margin: Margin,
    /// The rate that is agreed, as a share per year.
    pub agreed: Number,
    /// What is owed, period by period.
    pub outstanding: Vec<Outstanding>,
}

/// What is owed during each month of a loan.
pub fn of_loan_schedule(schedule: &Schedule) -> Vec<Outstanding> {
    let month = |month: u32| u16::try_from(month).unwrap_or(u16::MAX);
    let owed = schedule.instalments.iter().map(|instalment| Outstanding {
        from: month(instalment.month.saturating_sub(1)),
        until: month(instalment.month),
        owed: Number::exactly(instalment.left).plus(Number::exactly(instalment.repaid)),
    });
    owed.collect()
}

impl AidRules<'_> {
    /// Aid in instalments, or an interest subsidy by what it saves on each day of interest: the
    /// amounts discounted to the day of the award. Without a base rate, at most their sum.
    pub fn instalments(&self, payments: &[Payment], base: Option<BaseRate>, day: Date) -> GrantEquivalent {
        let Some(base) = base else {
            return at_most_the_sum(payments);
        };
        let margin = self.reader().on(self.ids.discount_margin, day);
        let mut value = discounted(payments, base.0.plus(margin.value), Method::Discounted);
        value.figures.push(margin);
        value
    }

    /// The interest that a loan saves against the reference rate, discounted.
    pub(super) fn against_reference_rate(&self, loan: &ReferenceRate, day: Date) -> GrantEquivalent {
        let (margin, mut figures) = self.margin(loan.margin, day);
        let saved = not_negative(loan.base.0.plus(margin).minus(loan.agreed));
        let payments: Vec<Payment> = loan.outstanding.iter().map(|owed| owed.saves(saved)).collect();
        let discount_margin = self.reader().on(self.ids.discount_margin, day);
        figures.push(discount_margin);
        let rate = loan.base.0.plus(discount_margin.value);
        let mut value = discounted(&payments, rate, Method::AgainstReferenceRate);
        value.figures = figures;
        value
    }

    fn margin(&self, margin: Margin, day: Date) -> (Number, Vec<FigureUsed>) {
        let reader = self.reader();
        let table = |rating: Rating, collateral: Collateral| {
            let [high, normal, low] = self.ids.margins;
            let parameter = match collateral {
                Collateral::High => high,
                Collateral::Normal => normal,
                Collateral::Low => low,
            };
            reader.by_key(parameter, rating.key(), day)
        };
        match margin {
            Margin::Given(margin) => (margin, Vec::new()),
            Margin::Rated(rating, collateral) => {
                let figure = table(rating, collateral);
                (figure.value, vec![figure])
            }
            Margin::Unrated(collateral) => {
                let least = reader.on(self.ids.margin_unrated, day);
                let worst = table(Rating::Bad, collateral);
                (least.value.hull(worst.value.greatest(least.value)), vec![least, worst])
            }
        }
    }
}

impl Outstanding {
    /// What a rate saves on this period.
    fn saves(&self, rate: Number) -> Payment {
        let months = Number::exactly(Decimal::from(self.until.saturating_sub(self.from)));
        let year = Number::exactly(Decimal::from(12));
        let amount = not_negative(self.owed).times(rate).times(months).over(year);
        Payment { month: self.until, amount }
    }
}

impl Rating {
    /// Its key in the tables of margins.
    fn key(self) -> i32 {
        match self {
            Rating::Strong => 1,
            Rating::Good => 2,
            Rating::Satisfactory => 3,
            Rating::Weak => 4,
            Rating::Bad => 5,
        }
    }
}

fn discounted(payments: &[Payment], rate: Number, method: Method) -> GrantEquivalent {
    let last = payments.iter().map(|payment| payment.month / 12).max().unwrap_or(0);
    let years = powers(rate.plus(Number::exactly(Decimal::ONE)), last);
    let lines = payments.iter().map(|payment| {
        let year = years.get(usize::from(payment.month / 12)).copied().unwrap_or(Number::Unknown);
        let month = Number::exactly(Decimal::from(payment.month % 12));
        let inside = rate.times(month).over(Number::exactly(Decimal::from(12)));
        let factor = year.times(inside.plus(Number::exactly(Decimal::ONE)));
        let amount = not_negative(payment.amount);
        Discounted { month: payment.month, amount: shown(amount), present: shown(amount.over(factor)) }
    });
    let lines: Vec<Discounted> = lines.collect();
    let value = sum(lines.iter().map(|line| line.present));
    let known = Truth::from(rate.limits().is_some());
    GrantEquivalent {
        counted: value,
        readings: vec![Reading { method, value, lines }],
        requirements: vec![(
            Requirement::BaseRateKnown,
            if known == Truth::Yes { known } else { Truth::Open },
        )],
        figures: Vec::new(),
    }
}

/// Powers of a positive factor from 0 to `last`; unknown when it can be zero or less.
fn powers(factor: Number, last: u16) -> Vec<Number> {
    let positive = Number::exactly(Decimal::ZERO).less(factor) == Truth::Yes;
    let factor = if positive { factor } else { Number::Unknown };
    let mut power = Number::exactly(Decimal::ONE);
    let mut all = vec![power];
    for _ in 0..last {
        power = power.times(factor);
        all.push(power);
    }
    all
}

fn at_most_the_sum(payments: &[Payment]) -> GrantEquivalent {
    let lines = payments.iter().map(|payment| {
        let amount = shown(not_negative(payment.amount));
        let later = if payment.month == 0 { amount } else { amount.hull(Number::exactly(Decimal::ZERO)) };
        Discounted { month: payment.month, amount, present: later }
    });
    let lines: Vec<Discounted> = lines.collect();
    let value = sum(lines.iter().map(|line| line.present));
    GrantEquivalent {
        counted: value,
        readings: vec![Reading { method: Method::AtMostTheSum, value, lines }],
        requirements: vec![(Requirement::BaseRateKnown, Truth::Open)],
        figures: Vec::new(),
    }
}

fn sum(amounts: impl Iterator<Item = Number>) -> Number {
    amounts.fold(Number::exactly(Decimal::ZERO), Number::plus)
}
