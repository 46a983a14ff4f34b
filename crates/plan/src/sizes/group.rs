//! The figures of a firm with those of its partner and linked enterprises.
//!
//! Own figures, all of each linked enterprise, and of each partner the share, with all that is linked
//! to that partner. Partners of partners do not count.

use super::rules::Shares;
use crate::figures::share_of_one;
use rust_decimal::Decimal;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::truth::Truth;

/// Figures of one accounting year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Annual work units: full-time jobs over the year, owners who work in the firm included.
    pub headcount: Number,
    /// Turnover in euro.
    pub turnover: Number,
    /// Balance sheet total in euro.
    pub balance: Number,
}

/// Another enterprise that holds a part of this one, or of which this one holds a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative {
    /// The higher of the share in the capital and in the votes, from 0 to 1.
    pub share: Number,
    /// Whether one controls the other: the majority of the votes, the right to appoint most of the
    /// board, a dominant influence, or control by agreement; also through the same persons on the
    /// same or adjacent markets.
    pub control: Truth,
    /// Whether it is one of the listed investors (venture capital, business angel, university, small
    /// local authority, …), which do not count up to half.
    pub listed_investor: Truth,
    /// Its own figures.
    pub figures: Figures,
    /// Figures of what is linked to it and does not stand in the list itself.
    pub linked: Vec<Figures>,
}

/// An accounting year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The firm alone.
    pub own: Figures,
    /// Other enterprises, as they stood at the end of the year.
    pub relatives: Vec<Relative>,
    /// Whether the group changed in this year by a merger or takeover: then its size counts at once.
    pub merged: Truth,
}

impl Figures {
    /// Nothing at all.
    pub const NONE: Figures = Figures { headcount: ZERO, turnover: ZERO, balance: ZERO };

    fn plus(self, other: Figures) -> Figures {
        Figures {
            headcount: self.headcount.plus(other.headcount),
            turnover: self.turnover.plus(other.turnover),
            balance: self.balance.plus(other.balance),
        }
    }

    fn times(self, share: Number) -> Figures {
        let of = |amount: Number| if share == ZERO { ZERO } else { amount.greatest(ZERO).times(share) };
        Figures { headcount: of(self.headcount), turnover: of(self.turnover), balance: of(self.balance) }
    }
}

const ZERO: Number = Number::Between(Decimal::ZERO, Decimal::ZERO);
const ALL: Number = Number::Between(Decimal::ONE, Decimal::ONE);

impl Year {
    /// A year of a firm without partner and linked enterprises.
    pub fn alone(own: Figures) -> Year {
        Year { own, relatives: Vec::new(), merged: Truth::No }
    }

    /// The figures that count.
    pub(super) fn total(&self, shares: &Shares) -> Figures {
        let own = self.own.times(ALL);
        self.relatives.iter().fold(own, |sum, relative| {
            let all = relative.linked.iter().fold(relative.figures, |sum, linked| sum.plus(*linked));
            sum.plus(all.times(relative.counts(shares)))
        })
    }
}

impl Relative {
    /// The share of its figures that counts: nothing, a part, or all.
    pub(super) fn counts(&self, shares: &Shares) -> Number {
        let by_share = match self.listed_investor {
            Truth::Yes => self.by_share(shares, true),
            Truth::No => self.by_share(shares, false),
            Truth::Open => self.by_share(shares, true).hull(self.by_share(shares, false)),
        };
        match self.control {
            Truth::Yes => ALL,
            Truth::No => by_share,
            Truth::Open => by_share.hull(ALL),
        }
    }

    /// What counts grows with the share, so both limits of the share give those of the part.
    fn by_share(&self, shares: &Shares, listed: bool) -> Number {
        let limits = (shares.partner.value.single(), shares.linked.value.single());
        let (Number::Between(low, high), (Some(partner), Some(linked))) = (share_of_one(self.share), limits)
        else {
            return ZERO.hull(ALL);
        };
        let part = |share: Decimal| {
            if share > linked {
                Decimal::ONE
            } else if listed || share < partner {
                Decimal::ZERO
            } else {
                share
            }
        };
        Number::Between(part(low), part(high))
    }
}
