//! What the tests read of a rulebook, looked up once.

use crate::figures::{MissingRule, Names};
use steunwijzer_engine::advice::FigureUsed;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::figure::FigureReader;
use steunwijzer_engine::rulebook::{ParameterId, Rulebook};

/// A size class; each holds the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// Micro.
    Micro,
    /// Small.
    Small,
    /// Medium: the largest SME.
    Medium,
    /// No SME.
    Large,
}

/// Rows of a rulebook that the tests read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeIds {
    headcount: ParameterId,
    turnover: ParameterId,
    balance: ParameterId,
    partner_share: ParameterId,
    linked_share: ParameterId,
    pub(super) capital_share: ParameterId,
    pub(super) young_age: ParameterId,
    pub(super) debt_ratio: ParameterId,
    pub(super) interest_cover: ParameterId,
}

impl SizeIds {
    /// Looks everything up.
    ///
    /// # Errors
    /// Names the first thing that the rulebook lacks.
    pub fn new(rulebook: &Rulebook) -> Result<SizeIds, MissingRule> {
        let id = |name: &str| Names(rulebook).parameter(name);
        Ok(SizeIds {
            headcount: id("sme_headcount")?,
            turnover: id("sme_turnover")?,
            balance: id("sme_balance")?,
            partner_share: id("sme_partner_share")?,
            linked_share: id("sme_linked_share")?,
            capital_share: id("difficulty_capital_share")?,
            young_age: id("difficulty_young_age")?,
            debt_ratio: id("difficulty_debt_ratio")?,
            interest_cover: id("difficulty_interest_cover")?,
        })
    }
}

/// The limits of a size class.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ClassLimits {
    pub(super) headcount: FigureUsed,
    pub(super) turnover: FigureUsed,
    pub(super) balance: FigureUsed,
}

/// The shares from which another enterprise counts in part, and above which it counts in full.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shares {
    pub(super) partner: FigureUsed,
    pub(super) linked: FigureUsed,
}

/// The rules on size, read for an advice of one day.
#[derive(Clone, Copy, Debug)]
pub struct SizeRules<'r> {
    rulebook: &'r Rulebook,
    pub(super) ids: &'r SizeIds,
    /// The day of the advice.
    pub as_on: Date,
}

impl<'r> SizeRules<'r> {
    /// The rules for an advice of this day.
    pub fn new(rulebook: &'r Rulebook, ids: &'r SizeIds, as_on: Date) -> SizeRules<'r> {
        SizeRules { rulebook, ids, as_on }
    }

    /// A figure on the day of the advice.
    pub(super) fn figure(&self, parameter: ParameterId) -> FigureUsed {
        self.reader().on(parameter, self.as_on)
    }

    /// The limits within which a firm is micro, small, or an SME at all.
    pub(super) fn limits(&self) -> [ClassLimits; 3] {
        [1, 2, 3].map(|key| {
            let of = |parameter| self.reader().by_key(parameter, key, self.as_on);
            ClassLimits {
                headcount: of(self.ids.headcount),
                turnover: of(self.ids.turnover),
                balance: of(self.ids.balance),
            }
        })
    }

    pub(super) fn shares(&self) -> Shares {
        Shares { partner: self.figure(self.ids.partner_share), linked: self.figure(self.ids.linked_share) }
    }

    fn reader(&self) -> FigureReader<'r> {
        FigureReader { rulebook: self.rulebook, as_on: self.as_on }
    }
}
