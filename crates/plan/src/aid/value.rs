//! What aid counts for: the gross grant equivalent.
//!
//! Where the rules can be read in two ways, both readings are given, the leading one first.

mod discount;
mod harbour;

pub use discount::{
    BaseRate, Collateral, Discounted, Margin, Outstanding, Payment, Rating, ReferenceRate, of_loan_schedule,
};
pub use harbour::{Guarantee, SoftLoan};

use super::rules::{AidRules, Ceiling};
use rust_decimal::Decimal;
use steunwijzer_engine::advice::FigureUsed;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::{Number, Rounding};
use steunwijzer_engine::rulebook::Kind;
use steunwijzer_engine::truth::Truth;

/// What aid counts for, with how that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct GrantEquivalent {
    /// What it takes of the room, in euro. Unknown when only the authority can work it out, or when
    /// something that has to hold for a loan, guarantee or capital is open.
    pub counted: Number,
    /// The leading reading first, others beside it. None if nothing could be worked out.
    pub readings: Vec<Reading>,
    /// What has to hold, and whether it does.
    pub requirements: Vec<(Requirement, Truth)>,
    /// The figures used.
    pub figures: Vec<FigureUsed>,
}

/// One way to read the rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Which way.
    pub method: Method,
    /// The gross grant equivalent by it, in euro, rounded to the cent.
    pub value: Number,
    /// The amounts it is the sum of, if it is one.
    pub lines: Vec<Discounted>,
}

/// How a gross grant equivalent is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// The amount itself.
    Nominal,
    /// A fixed share of the ceiling, by amount and by term.
    AmountAndTerm,
    /// A fixed share of the ceiling, by amount alone: an upper bound.
    AmountOnly,
    /// The interest saved against the reference rate, discounted.
    AgainstReferenceRate,
    /// The amounts of later, discounted to the day of the award.
    Discounted,
    /// At most the sum of the amounts: without a base rate nothing can be discounted.
    AtMostTheSum,
    /// The market price less what is paid.
    BelowMarket,
}

/// What has to hold before a value counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Requirement {
    /// Not insolvent, and no creditor could ask for it.
    NotInsolvent,
    /// Collateral for at least half of the loan.
    HalfSecured,
    /// Amount and term inside the fixed limits.
    InsideLimits,
    /// A large firm has a rating of at least B−.
    LargeFirmRated,
    /// At most 80 % of the loan is guaranteed.
    ShareGuaranteed,
    /// Guarantor and lender bear losses in proportion.
    LossesShared,
    /// The base rate on the day of the award is known.
    BaseRateKnown,
    /// The market price rests on an independent valuation.
    MarketPrice,
    /// All public capital together stays under the ceiling.
    PublicCapital,
}

impl GrantEquivalent {
    /// The leading reading: what it counts for if everything holds that has to.
    pub fn if_all_holds(&self) -> Number {
        self.readings.first().map_or(Number::Unknown, |reading| reading.value)
    }

    fn of(method: Method, value: Number) -> GrantEquivalent {
        let value = shown(value);
        let reading = Reading { method, value, lines: Vec::new() };
        GrantEquivalent {
            counted: value,
            readings: vec![reading],
            requirements: Vec::new(),
            figures: Vec::new(),
        }
    }

    fn asking(mut self, requirement: Requirement, holds: Truth) -> GrantEquivalent {
        self.requirements.push((requirement, holds));
        self
    }
}

impl AidRules<'_> {
    /// A grant paid at once: its amount, before tax.
    pub fn grant(&self, amount: Number) -> GrantEquivalent {
        GrantEquivalent::of(Method::Nominal, not_negative(amount))
    }

    /// Capital paid in: its nominal amount, if all public capital stays under the ceiling.
    pub fn capital(
        &self,
        amount: Number,
        all_public: Number,
        ceiling: Ceiling,
        day: Date,
    ) -> GrantEquivalent {
        let limit = self.limit(ceiling, day);
        let mut value = GrantEquivalent::of(Method::Nominal, not_negative(amount))
            .asking(Requirement::PublicCapital, !limit.value.less(all_public));
        if value.requirements.iter().any(|(_, holds)| *holds != Truth::Yes) {
            value.counted = Number::Unknown;
        }
        value.figures.push(limit);
        value
    }

    /// A service, or anything else in kind: the market price less what is paid for it.
    pub fn in_kind(&self, market: Number, paid: Number) -> GrantEquivalent {
        GrantEquivalent::of(Method::BelowMarket, not_negative(market.minus(paid)))
            .asking(Requirement::MarketPrice, Truth::Open)
    }

    /// A rent below the market: the difference of every month (paid at its beginning), discounted.
    pub fn rent_discount(
        &self,
        (market, agreed): (Number, Number),
        months: u16,
        base: Option<BaseRate>,
        day: Date,
    ) -> GrantEquivalent {
        let amount = not_negative(market.minus(agreed)).rounded(Rounding::HalfUp, 2);
        let payments: Vec<Payment> = (0..months).map(|month| Payment { month, amount }).collect();
        self.instalments(&payments, base, day).asking(Requirement::MarketPrice, Truth::Open)
    }

    /// What the help of a scheme of this kind counts for, when `amount` is asked: a loan or a
    /// guarantee over `months` by the fixed limits, as far as nothing else is told; else the amount.
    pub fn of_kind(&self, kind: Kind, amount: Number, months: Number, day: Date) -> GrantEquivalent {
        match kind {
            Kind::Loan => self.soft_loan(&SoftLoan::of(amount, months), Ceiling::General, None, day),
            Kind::Guarantee => {
                let share = self.reader().on(self.ids.guarantee_share, day).value;
                self.guarantee(&Guarantee::of(amount, share, months), Ceiling::General, day)
            }
            Kind::Subsidy
            | Kind::Fund
            | Kind::Tax
            | Kind::Crowdfunding
            | Kind::Equity
            | Kind::InKind
            | Kind::Recognition
            | Kind::Procurement
            | Kind::WageSubsidy => self.grant(amount),
        }
    }
}

/// At least nothing; nothing is known of less than that.
fn not_negative(amount: Number) -> Number {
    amount.greatest(Number::exactly(Decimal::ZERO))
}

/// Rounded as shown.
fn shown(amount: Number) -> Number {
    amount.rounded(Rounding::HalfUp, 2)
}
