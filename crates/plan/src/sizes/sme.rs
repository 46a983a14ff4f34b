//! The SME test: figures against the limits of each class, two years in a row, and public owners.

use super::group::{Figures, Year};
use super::rules::{Class, ClassLimits, Shares, SizeRules};
use crate::figures::share_of_one;
use rust_decimal::Decimal;
use steunwijzer_engine::advice::FigureUsed;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::truth::Truth;

/// What the test asks of a firm.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Firm {
    /// Accounting years, the oldest first. Two or more, for the two-year rule.
    pub years: Vec<Year>,
    /// Public bodies that hold capital or votes, directly or not.
    pub public_owners: Vec<PublicOwner>,
}

/// A public body that holds a part of the firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicOwner {
    /// The higher of its share in the capital and in the votes, from 0 to 1.
    pub share: Number,
    /// Whether it is one of the listed investors (university, small local authority, …), which may
    /// hold up to half.
    pub listed_investor: Truth,
}

/// The outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct SizeTest {
    /// Whether it is an SME.
    pub is_sme: Truth,
    /// The classes that are possible: one, if the answers settle it.
    pub classes: Vec<Class>,
    /// What decided whether it is an SME.
    pub decided: Decided,
    /// Each year, the oldest first.
    pub years: Vec<YearTest>,
    /// What public bodies hold together, listed investors left out.
    pub public_share: Number,
    /// Only one year was told, so that the two-year rule could not be looked at.
    pub one_year_only: bool,
    /// The figures used.
    pub figures: Vec<FigureUsed>,
}

/// What decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decided {
    /// No SME: public bodies hold 25 % or more.
    PublicOwners,
    /// No SME: too many people.
    Headcount,
    /// No SME: turnover and balance sheet total are both too high.
    Money,
    /// The last year says otherwise, but only two years in a row change the status.
    TwoYears,
    /// An SME: within the limits.
    WithinLimits,
    /// Open: what public bodies hold.
    OpenPublicOwners,
    /// Open: the number of people of the last year.
    OpenHeadcount,
    /// Open: turnover and balance sheet total of the last year.
    OpenMoney,
    /// Open: the years before.
    OpenYearsBefore,
    /// Open: whether a merger or takeover makes the last year count at once.
    OpenMerger,
    /// Open: no year was told.
    NoYear,
}

/// A year against the limits.
#[derive(Clone, Debug, PartialEq)]
pub struct YearTest {
    /// The figures that count, partner and linked enterprises included.
    pub total: Figures,
    /// The share of each relative's figures that counts.
    pub counted: Vec<Number>,
    /// Against the limits of micro, small and medium.
    pub within: [ClassTest; 3],
}

/// Figures against the limits of one class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassTest {
    /// Fewer people than the limit.
    pub headcount: Truth,
    /// Turnover at most the limit.
    pub turnover: Truth,
    /// Balance sheet total at most the limit.
    pub balance: Truth,
}

impl ClassTest {
    fn of(total: &Figures, limits: &ClassLimits) -> ClassTest {
        ClassTest {
            headcount: total.headcount.less(limits.headcount.value),
            turnover: !limits.turnover.value.less(total.turnover),
            balance: !limits.balance.value.less(total.balance),
        }
    }

    /// One of the two money limits is enough.
    pub fn money(self) -> Truth {
        self.turnover | self.balance
    }

    /// Whether the figures lie within the class.
    pub fn holds(self) -> Truth {
        self.headcount & self.money()
    }
}

impl SizeRules<'_> {
    /// Judges the size of a firm.
    pub fn size(&self, firm: &Firm) -> SizeTest {
        let (limits, shares) = (self.limits(), self.shares());
        let years: Vec<YearTest> = firm.years.iter().map(|year| year_test(year, &limits, &shares)).collect();
        let public_share = public_share(&firm.public_owners, &shares);
        let independent = public_share.less(shares.partner.value);
        let status = status(firm, &years);
        let [micro, small, sme] = status.map(|within| within & independent);
        SizeTest {
            is_sme: sme,
            classes: classes(micro, small, sme),
            decided: decided(independent, sme, years.last(), firm.years.last()),
            public_share,
            one_year_only: years.len() == 1,
            figures: figures(&limits, &shares),
            years,
        }
    }
}

fn year_test(year: &Year, limits: &[ClassLimits; 3], shares: &Shares) -> YearTest {
    let total = year.total(shares);
    YearTest {
        total,
        counted: year.relatives.iter().map(|relative| relative.counts(shares)).collect(),
        within: limits.map(|limits| ClassTest::of(&total, &limits)),
    }
}

/// Whether the firm counts as micro, small, SME: each changes only after two years in a row, unless by
/// a merger or takeover. The first year told is where it begins.
fn status(firm: &Firm, years: &[YearTest]) -> [Truth; 3] {
    let holds = |year: &YearTest| year.within.map(ClassTest::holds);
    let Some(first) = years.first() else {
        return [Truth::Open; 3];
    };
    let mut status = holds(first);
    let pairs = years.iter().zip(years.iter().skip(1)).zip(firm.years.iter().skip(1));
    for ((before, year), told) in pairs {
        let now = holds(year);
        for ((status, now), before) in status.iter_mut().zip(now).zip(holds(before)) {
            // Both years alike: that; else what it was. The majority of the three, also when open.
            let in_a_row = (now & before) | (*status & (now | before));
            *status = match told.merged {
                Truth::Yes => now,
                Truth::No => in_a_row,
                Truth::Open if now == in_a_row => now,
                Truth::Open => Truth::Open,
            };
        }
    }
    status
}

fn public_share(owners: &[PublicOwner], shares: &Shares) -> Number {
    let zero = Number::exactly(Decimal::ZERO);
    let sum = owners.iter().fold(zero, |sum, owner| {
        let share = share_of_one(owner.share);
        let exempt = owner.listed_investor & !shares.linked.value.less(share);
        sum.plus(match exempt {
            Truth::Yes => zero,
            Truth::No => share,
            Truth::Open => share.hull(zero),
        })
    });
    sum.least(Number::exactly(Decimal::ONE))
}

/// Each class holds the smaller ones, so what fails for a larger class fails for the smaller.
fn classes(micro: Truth, small: Truth, sme: Truth) -> Vec<Class> {
    let possible = [
        (Class::Micro, micro),
        (Class::Small, small & !micro),
        (Class::Medium, sme & !small),
        (Class::Large, !sme),
    ];
    possible.into_iter().filter(|(_, truth)| *truth != Truth::No).map(|(class, _)| class).collect()
}

fn decided(independent: Truth, sme: Truth, last: Option<&YearTest>, told: Option<&Year>) -> Decided {
    if independent == Truth::No {
        return Decided::PublicOwners;
    }
    let Some(YearTest { within: [_, _, medium], .. }) = last else {
        return Decided::NoYear;
    };
    let (by_figures, headcount) = (medium.holds(), medium.headcount);
    match sme {
        Truth::Yes if by_figures == Truth::Yes => Decided::WithinLimits,
        Truth::Yes => Decided::TwoYears,
        Truth::No if headcount == Truth::No => Decided::Headcount,
        Truth::No if by_figures == Truth::No => Decided::Money,
        Truth::No => Decided::TwoYears,
        Truth::Open if by_figures == Truth::Open && headcount == Truth::Open => Decided::OpenHeadcount,
        Truth::Open if by_figures == Truth::Open => Decided::OpenMoney,
        Truth::Open if independent == Truth::Open => Decided::OpenPublicOwners,
        Truth::Open if told.is_some_and(|year| year.merged == Truth::Open) => Decided::OpenMerger,
        Truth::Open => Decided::OpenYearsBefore,
    }
}

fn figures(limits: &[ClassLimits; 3], shares: &Shares) -> Vec<FigureUsed> {
    let limits = limits.iter().flat_map(|class| [class.headcount, class.turnover, class.balance]);
    limits.chain([shares.partner, shares.linked]).collect()
}
