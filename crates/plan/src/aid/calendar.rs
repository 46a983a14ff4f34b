//! When room comes free.

use super::account::{Account, WINDOW};
use super::rules::{AidRules, Ceiling, Regime};
use rust_decimal::Decimal;
use steunwijzer_engine::date::{Date, Months};
use steunwijzer_engine::number::Number;

/// Aid that stops counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// Which award: a row of [`Account::awards`].
    pub award: usize,
    /// The first day on which it can be free.
    pub earliest: Date,
    /// The first day on which it certainly is; the same when the day of the award is known.
    pub latest: Date,
    /// The room that comes free, before the ceiling is looked at.
    pub amount: Number,
}

/// The room from a day on, until the next row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoomFrom {
    /// The first day.
    pub day: Date,
    /// The room from then on; unknown when no ceiling is known.
    pub left: Number,
}

/// The first day on which new aid fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstFit {
    /// The first day on which it can fit.
    pub possible: Option<Date>,
    /// The first day on which it certainly does.
    pub certain: Option<Date>,
}

/// The last day on which aid of this day still counts: three years later, or at the end of February
/// the last day of which that is three years back.
pub fn last_day_counted(award: Date) -> Date {
    let mut day = award.plus_months(WINDOW);
    // Of two days at the end of February, both can be three years after the same day.
    while day.plus_days(1).plus_months(Months(-WINDOW.0)) <= award && day < Date::MAX {
        day = day.plus_days(1);
    }
    day
}

impl AidRules<'_> {
    /// Aid that counts under a ceiling on a day or can, with the day on which it stops counting:
    /// the first to go first.
    pub fn releases(&self, account: &Account, ceiling: Ceiling, day: Date) -> Vec<Release> {
        let counted = account.awards.iter().enumerate().filter_map(|(row, award)| {
            let amount = account.takes(award, ceiling, day);
            (amount != Number::exactly(Decimal::ZERO)).then(|| Release {
                award: row,
                earliest: last_day_counted(award.first.min(award.last)).plus_days(1).max(day.plus_days(1)),
                latest: last_day_counted(award.first.max(award.last)).plus_days(1),
                amount,
            })
        });
        let mut all: Vec<Release> = counted.collect();
        all.sort_by_key(|release| (release.earliest, release.latest, release.award));
        all
    }

    /// The room on a day and every later day on which it changes.
    pub fn calendar(&self, account: &Account, ceiling: Ceiling, from: Date) -> Vec<RoomFrom> {
        let mut all: Vec<RoomFrom> = Vec::new();
        for day in self.days_of_change(account, ceiling, from) {
            let left = self.room(account, ceiling, day).left;
            if all.last().is_none_or(|before| before.left != left) {
                all.push(RoomFrom { day, left });
            }
        }
        all
    }

    /// The first day from `from` on which new aid fits under a ceiling, if nothing else is awarded.
    pub fn first_fit(&self, account: &Account, ceiling: Ceiling, aid: Number, from: Date) -> FirstFit {
        let rooms = self.calendar(account, ceiling, from);
        let first = |fits: &dyn Fn((Decimal, Decimal), (Decimal, Decimal)) -> bool| {
            let aid = aid.limits()?;
            rooms
                .iter()
                .find(|room| room.left.limits().is_some_and(|left| fits(aid, left)))
                .map(|room| room.day)
        };
        FirstFit {
            possible: first(&|(least, _), (_, room)| least <= room),
            certain: first(&|(_, most), (room, _)| most <= room),
        }
    }

    fn days_of_change(&self, account: &Account, ceiling: Ceiling, from: Date) -> Vec<Date> {
        let awards = account.awards.iter().filter(|award| award.regimes.can_be(Regime::Under(ceiling)));
        let ends = awards.flat_map(|award| [award.first.min(award.last), award.first.max(award.last)]);
        let mut days: Vec<Date> = ends.flat_map(|day| [day, last_day_counted(day).plus_days(1)]).collect();
        days.extend(self.reader().changes(self.ids.limit(ceiling)));
        days.retain(|day| *day > from);
        days.push(from);
        days.sort_unstable();
        days.dedup();
        days
    }
}
