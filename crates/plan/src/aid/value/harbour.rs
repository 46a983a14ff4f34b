//! Soft loans and guarantees inside the fixed limits of the regulation: their benefit is a share of
//! the ceiling. `rules/definitions/aid-value.toml` says the same for a need; a test holds them equal.
//!
//! The leading reading lowers that share by amount *and* term, as a reply on the same words in the
//! earlier regulation does; by amount alone it is an upper bound. The limits are maxima: a larger
//! loan over a shorter term lies outside.

use super::discount::ReferenceRate;
use super::{GrantEquivalent, Method, Reading, Requirement, shown};
use crate::aid::rules::{AidRules, Ceiling, Limits};
use crate::figures::share_of_one;
use rust_decimal::Decimal;
use steunwijzer_engine::advice::FigureUsed;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::truth::Truth;

/// A loan of a public body on better terms than the market's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SoftLoan {
    /// What is borrowed, in euro.
    pub amount: Number,
    /// The term in months.
    pub months: Number,
    /// What can be sold for it, as a share of the loan.
    pub collateral: Number,
    /// Whether the firm is insolvent, or a creditor could ask for it.
    pub insolvent: Truth,
    /// Whether it is no SME.
    pub large: Truth,
    /// Whether it has a rating of at least B−; asked of a large firm only.
    pub rated: Truth,
}

/// A guarantee of a public body for less than the market's premium.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guarantee {
    /// The loan, in euro.
    pub loan: Number,
    /// The share of it that is guaranteed.
    pub share: Number,
    /// The term in months.
    pub months: Number,
    /// Whether the firm is insolvent, or a creditor could ask for it.
    pub insolvent: Truth,
    /// Whether guarantor and lender bear losses in proportion and alike.
    pub losses_shared: Truth,
}

impl SoftLoan {
    /// A loan of which only the amount and the term are known.
    pub fn of(amount: Number, months: Number) -> SoftLoan {
        let collateral = Number::Unknown;
        SoftLoan {
            amount,
            months,
            collateral,
            insolvent: Truth::Open,
            large: Truth::Open,
            rated: Truth::Open,
        }
    }

    /// A loan of which all but the amount and the term is as the fixed limits ask.
    pub fn sound(amount: Number, months: Number) -> SoftLoan {
        SoftLoan {
            collateral: Number::exactly(Decimal::ONE),
            insolvent: Truth::No,
            large: Truth::No,
            ..SoftLoan::of(amount, months)
        }
    }
}

impl Guarantee {
    /// A guarantee of which only the amounts and the term are known.
    pub fn of(loan: Number, share: Number, months: Number) -> Guarantee {
        Guarantee { loan, share, months, insolvent: Truth::Open, losses_shared: Truth::Open }
    }

    /// A guarantee of which all else is as the fixed limits ask.
    pub fn sound(loan: Number, share: Number, months: Number) -> Guarantee {
        Guarantee { insolvent: Truth::No, losses_shared: Truth::Yes, ..Guarantee::of(loan, share, months) }
    }
}

impl AidRules<'_> {
    /// What a soft loan counts for: inside the fixed limits a share of the ceiling; outside them the
    /// interest saved, which needs a base rate.
    pub fn soft_loan(
        &self,
        loan: &SoftLoan,
        ceiling: Ceiling,
        reference: Option<&ReferenceRate>,
        day: Date,
    ) -> GrantEquivalent {
        let harbour =
            self.harbour(self.limits(ceiling, &self.ids.loans), ceiling, loan.amount, loan.months, day);
        let collateral = self.reader().on(self.ids.loan_collateral, day);
        let requirements = vec![
            (Requirement::NotInsolvent, !loan.insolvent),
            (Requirement::HalfSecured, at_most(collateral.value, loan.collateral)),
            (Requirement::InsideLimits, harbour.inside),
            (Requirement::LargeFirmRated, !loan.large | loan.rated),
        ];
        let mut value = harbour.value(requirements);
        value.figures.push(collateral);
        let inside = value.all_hold();
        let other = reference.map(|reference| self.against_reference_rate(reference, day));
        let outside = other.as_ref().map_or(Number::Unknown, |other| other.counted);
        value.counted = match inside {
            Truth::Yes => value.counted,
            Truth::No => outside,
            Truth::Open => value.counted.hull(outside),
        };
        if let Some(other) = other {
            value.readings.extend(other.readings);
            value.requirements.extend(other.requirements);
            value.figures.extend(other.figures);
        }
        value
    }

    /// What a guarantee counts for inside the fixed limits; outside them only the authority can
    /// tell, from the premium of the market.
    pub fn guarantee(&self, guarantee: &Guarantee, ceiling: Ceiling, day: Date) -> GrantEquivalent {
        let share = share_of_one(guarantee.share);
        let guaranteed = guarantee.loan.times(share);
        let limits = self.limits(ceiling, &self.ids.guarantees);
        let harbour = self.harbour(limits, ceiling, guaranteed, guarantee.months, day);
        let most = self.reader().on(self.ids.guarantee_share, day);
        let requirements = vec![
            (Requirement::NotInsolvent, !guarantee.insolvent),
            (Requirement::ShareGuaranteed, at_most(share, most.value)),
            (Requirement::InsideLimits, harbour.inside),
            (Requirement::LossesShared, guarantee.losses_shared),
        ];
        let mut value = harbour.value(requirements);
        value.figures.push(most);
        if value.all_hold() != Truth::Yes {
            value.counted = Number::Unknown;
        }
        value
    }

    fn limits(&self, ceiling: Ceiling, [general, sgei]: &[Limits; 2]) -> Option<Limits> {
        match ceiling {
            Ceiling::General => Some(*general),
            Ceiling::Sgei => Some(*sgei),
            // The fixed limits of their regulations were not found.
            Ceiling::Agriculture | Ceiling::Fishery => None,
        }
    }

    fn harbour(
        &self,
        limits: Option<Limits>,
        ceiling: Ceiling,
        amount: Number,
        months: Number,
        day: Date,
    ) -> Harbour {
        let Some(limits) = limits else {
            let unknown = Number::Unknown;
            return Harbour { inside: Truth::Open, both: unknown, amount_only: unknown, figures: Vec::new() };
        };
        let reader = self.reader();
        let limit = self.limit(ceiling, day);
        let (five, ten) = (reader.on(limits.five_years, day), reader.on(limits.ten_years, day));
        let short = at_most(months, years(5)) & at_most(amount, five.value);
        let long = at_most(months, years(10)) & at_most(amount, ten.value);
        let within = |least: i64, most: i64| months.greatest(years(least)).least(years(most));
        let part = |most: FigureUsed, term: Number, longest: i64| {
            let share = limit.value.times(amount);
            (share.times(term).over(most.value.times(years(longest))), share.over(most.value))
        };
        let first = || part(five, within(0, 5), 5);
        let second = || part(ten, within(5, 1000), 10);
        let (both, amount_only) = match at_most(months, years(5)) {
            Truth::Yes => first(),
            Truth::No => second(),
            Truth::Open => {
                let ((one, two), (three, four)) = (first(), second());
                (one.hull(three), two.hull(four))
            }
        };
        Harbour { inside: short | long, both, amount_only, figures: vec![limit, five, ten] }
    }
}

/// A loan or guarantee held against the fixed limits.
struct Harbour {
    inside: Truth,
    both: Number,
    amount_only: Number,
    figures: Vec<FigureUsed>,
}

impl Harbour {
    /// The value by both readings; by none when something certainly does not hold.
    fn value(self, requirements: Vec<(Requirement, Truth)>) -> GrantEquivalent {
        let reading = |method, value| Reading { method, value: shown(value), lines: Vec::new() };
        let mut value = GrantEquivalent {
            counted: shown(self.both),
            readings: Vec::new(),
            requirements,
            figures: self.figures,
        };
        if value.all_hold() == Truth::No {
            value.counted = Number::Unknown;
        } else {
            value.readings.push(reading(Method::AmountAndTerm, self.both));
            value.readings.push(reading(Method::AmountOnly, self.amount_only));
        }
        value
    }
}

impl GrantEquivalent {
    fn all_hold(&self) -> Truth {
        self.requirements.iter().fold(Truth::Yes, |all, (_, holds)| all & *holds)
    }
}

fn at_most(amount: Number, limit: Number) -> Truth {
    !limit.less(amount)
}

fn years(years: i64) -> Number {
    Number::exactly(Decimal::from(years * 12))
}
