//! Other orders in which a visitor may want the three lists.

use super::amount::headline_row;
use super::{Groups, View};
use rust_decimal::Decimal;
use std::cmp::Reverse;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::order::in_order;
use steunwijzer_engine::rulebook::{Amounts, Help, SchemeId, Unit};

/// An order of the lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// As we advise: each list in its own order.
    #[default]
    Advised,
    /// The strongest claim first, then what depends least on a person.
    Claim,
    /// By kind of help.
    Kind,
    /// The highest certain amount first, by what it counts: once, a year, a month.
    Amount,
    /// What closes first.
    Deadline,
    /// What asks least, of what we know.
    Effort,
}

impl Order {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Order; 6] =
        [Order::Advised, Order::Claim, Order::Kind, Order::Amount, Order::Deadline, Order::Effort];
}

impl View<'_> {
    /// The three lists in an order. What ranks the same stays as we advise.
    pub fn groups_in(&self, order: Order) -> Groups {
        let groups = self.groups();
        let sorted = |ids: Vec<SchemeId>| match order {
            Order::Advised => ids,
            Order::Claim => in_order(ids, |id| self.strength(*id)),
            Order::Kind => in_order(ids, |id| self.kind_rank(*id)),
            Order::Amount => in_order(ids, |id| self.amount_rank(*id)),
            Order::Deadline => in_order(ids, |id| self.closing_day(*id).unwrap_or(i64::MAX)),
            Order::Effort => in_order(ids, |id| self.effort_rank(*id)),
        };
        Groups {
            fits: sorted(groups.fits),
            cannot_tell: sorted(groups.cannot_tell),
            does_not_fit: sorted(groups.does_not_fit),
        }
    }

    fn kind_rank(&self, id: SchemeId) -> u8 {
        match self.scheme(id).map(|scheme| scheme.help()) {
            Some(Help::Subsidies) => 0,
            Some(Help::Crowdfunding) => 1,
            Some(Help::Loans) => 2,
            Some(Help::InKind) => 3,
            Some(Help::WageCosts) => 4,
            None => 5,
        }
    }

    /// What the amount counts, then its lowest and its highest value: amounts per month and per year
    /// are never compared. Behind them what has no amount.
    fn amount_rank(&self, id: SchemeId) -> (u8, Reverse<Decimal>, Reverse<Decimal>) {
        match self.headline_amount(id).and_then(|(unit, value)| Some((unit, value.limits()?))) {
            Some((unit, (low, high))) => (unit_rank(unit), Reverse(low), Reverse(high)),
            None => (u8::MAX, Reverse(Decimal::ZERO), Reverse(Decimal::ZERO)),
        }
    }

    /// The amount that is shown, if one is.
    fn headline_amount(&self, id: SchemeId) -> Option<(Unit, Number)> {
        let (scheme, best) = (self.scheme(id)?, self.best_subject(id)?);
        let Amounts::Lines(lines) = &scheme.amounts else { return None };
        let row = headline_row(lines).filter(|_| self.headline(scheme, best).is_amount)?;
        Some((lines.get(row)?.unit, best.amounts.get(row)?.value))
    }

    /// The day number on which the round that is open, or opens next, closes.
    pub(crate) fn closing_day(&self, id: SchemeId) -> Option<i64> {
        let window = self.best_subject(id)?.window?;
        let closes = self.scheme(id)?.windows.get(usize::from(window))?.closes?;
        (closes >= self.advice.as_on).then(|| closes.day_number())
    }

    fn effort_rank(&self, id: SchemeId) -> (bool, usize, usize) {
        let effort =
            self.scheme(id).zip(self.best_subject(id)).map(|(scheme, best)| self.effort(scheme, best));
        effort.map_or((true, 0, 0), |effort| {
            (!effort.is_known(), effort.documents + effort.to_do, effort.judged)
        })
    }
}

fn unit_rank(unit: Unit) -> u8 {
    match unit {
        Unit::Euro => 0,
        Unit::EuroPerYear => 1,
        Unit::EuroPerMonth => 2,
        Unit::EuroPerWeek => 3,
        Unit::EuroPerHour => 4,
        Unit::Plain
        | Unit::Percent
        | Unit::Hours
        | Unit::HoursPerWeek
        | Unit::HoursPerMonth
        | Unit::HoursPerYear
        | Unit::Days
        | Unit::Weeks
        | Unit::WeeksPerYear
        | Unit::Months
        | Unit::MonthsPerYear => 5,
    }
}
