//! Records of aid, and the room that they leave on a day.

use super::group::Tie;
use super::rules::{AidRules, Ceiling, Regime, Regimes};
use rust_decimal::Decimal;
use steunwijzer_engine::advice::FigureUsed;
use steunwijzer_engine::answers::{Answers, Whose};
use steunwijzer_engine::date::{Date, Months};
use steunwijzer_engine::number::{Number, Rounding};
use steunwijzer_engine::rulebook::{AnswerType, QuestionId};
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::world::{Records, World};

/// How long aid counts: three years, to the day.
pub const WINDOW: Months = Months(36);

/// Aid that was awarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Award {
    /// What it counts for: the gross grant equivalent, in euro.
    pub amount: Number,
    /// The first day on which the right can have been given: the day of the decision.
    pub first: Date,
    /// The last such day; the same when it is known.
    pub last: Date,
    /// Under which rules.
    pub regimes: Regimes,
    /// Who got it: a row of [`Account::entities`].
    pub entity: u16,
}

/// The aid of one undertaking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The legal entities, the applicant first.
    pub entities: Vec<Tie>,
    /// What each got.
    pub awards: Vec<Award>,
    /// Whether that is all. If not, more aid is possible.
    pub complete: bool,
}

/// Aid that counts on a day, in euro.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Used {
    /// At least this.
    pub at_least: Decimal,
    /// At most this; none when it may be anything.
    pub at_most: Option<Decimal>,
}

/// The room under a ceiling on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Which ceiling.
    pub ceiling: Ceiling,
    /// On which day.
    pub day: Date,
    /// The ceiling itself.
    pub limit: FigureUsed,
    /// Aid of the last three years under it.
    pub used: Used,
    /// What is left: never below zero; unknown when no ceiling is known for the day.
    pub left: Number,
    /// A more careful reading, where it leaves less: general, farming and fishery aid together stay
    /// under the general ceiling as well (art. 5, not seen).
    pub careful: Option<Number>,
}

impl Used {
    const NOTHING: Used = Used { at_least: Decimal::ZERO, at_most: Some(Decimal::ZERO) };

    fn plus(self, other: Number) -> Used {
        match other {
            Number::Between(low, high) => Used {
                at_least: self.at_least.checked_add(low).unwrap_or(Decimal::MAX),
                at_most: self.at_most.and_then(|most| most.checked_add(high)),
            },
            Number::Unknown => Used { at_most: None, ..self },
        }
    }

    fn together(self, other: Used) -> Used {
        let both = self.at_most.zip(other.at_most);
        Used {
            at_least: self.at_least.checked_add(other.at_least).unwrap_or(Decimal::MAX),
            at_most: both.and_then(|(one, two)| one.checked_add(two)),
        }
    }

    /// What this leaves of a limit, never below zero.
    fn leaves(self, limit: Number) -> Number {
        let Some((lowest, highest)) = limit.limits() else {
            return Number::Unknown;
        };
        let left = |limit: Decimal, used: Decimal| {
            limit.checked_sub(used).unwrap_or(Decimal::ZERO).max(Decimal::ZERO)
        };
        let low = self.at_most.map_or(Decimal::ZERO, |most| left(lowest, most));
        Number::Between(low, left(highest, self.at_least))
    }
}

impl Award {
    /// Aid of the applicant itself, of which everything is known.
    pub fn known(amount: Decimal, day: Date, regime: Regime) -> Award {
        let regimes = Regimes::only(regime);
        Award { amount: Number::exactly(amount), first: day, last: day, regimes, entity: 0 }
    }

    /// Whether it counts on a day: awarded, and not more than three years ago.
    pub fn counts_on(&self, day: Date) -> Truth {
        let from = day.plus_months(Months(-WINDOW.0));
        let (first, last) = (self.first.min(self.last), self.first.max(self.last));
        if from <= first && last <= day {
            Truth::Yes
        } else if last < from || day < first {
            Truth::No
        } else {
            Truth::Open
        }
    }
}

impl Account {
    /// One legal entity of which no aid was told yet.
    pub fn not_told() -> Account {
        Account { entities: vec![Tie::Applicant], awards: Vec::new(), complete: false }
    }

    /// One legal entity with this aid and no other.
    pub fn of(awards: Vec<Award>) -> Account {
        Account { entities: vec![Tie::Applicant], awards, complete: true }
    }

    /// How an award's entity belongs to the applicant.
    pub fn tie(&self, award: &Award) -> Tie {
        self.entities.get(usize::from(award.entity)).copied().unwrap_or(Tie::NotKnown)
    }

    /// What an award counts for the applicant while it counts, rounded to the cent.
    pub fn share(&self, award: &Award) -> Number {
        let counts = self.tie(award).counts();
        if counts.single() == Some(Decimal::ZERO) {
            return counts;
        }
        award.amount.greatest(Number::exactly(Decimal::ZERO)).times(counts).rounded(Rounding::HalfUp, 2)
    }

    /// What an award takes under a ceiling on a day.
    pub fn takes(&self, award: &Award, ceiling: Ceiling, day: Date) -> Number {
        let nothing = Number::exactly(Decimal::ZERO);
        let under = Regime::Under(ceiling);
        let counts = award.counts_on(day);
        if counts == Truth::No || !award.regimes.can_be(under) {
            return nothing;
        }
        let share = self.share(award);
        if counts == Truth::Yes && award.regimes.is(under) { share } else { share.hull(nothing) }
    }

    /// Aid under a ceiling that counts on a day.
    pub fn used(&self, ceiling: Ceiling, day: Date) -> Used {
        self.with_untold(self.told(ceiling, day))
    }

    /// Aid under a ceiling that counts on a day, as far as it was told.
    fn told(&self, ceiling: Ceiling, day: Date) -> Used {
        self.awards.iter().fold(Used::NOTHING, |sum, award| sum.plus(self.takes(award, ceiling, day)))
    }

    fn with_untold(&self, told: Used) -> Used {
        Used { at_most: told.at_most.filter(|_| self.complete), ..told }
    }
}

impl AidRules<'_> {
    /// The account that these answers tell: all aid as that of the applicant.
    pub fn account(&self, answers: &Answers) -> Account {
        let world = World::new(self.rulebook, answers, self.as_on);
        let Records::Told(records) = world.records(self.ids.list) else {
            return Account::not_told();
        };
        let rows = 0..u16::try_from(records.len()).unwrap_or(u16::MAX);
        Account::of(rows.map(|row| self.award(&world, row)).collect())
    }

    fn award(&self, world: &World<'_>, row: u16) -> Award {
        let slot = |question: QuestionId| world.slot(question, Whose::Record(self.ids.list, row));
        let (amount, date, regime) = (slot(self.ids.amount), slot(self.ids.date), slot(self.ids.regime));
        let possible = (0u8..).zip(&self.ids.options);
        let possible = possible.filter(|(option, _)| regime.low & Slot::option(*option).low != 0);
        let regimes = possible.fold(None, |set: Option<Regimes>, (_, regime)| {
            Some(set.map_or(Regimes::only(*regime), |set| set.or(*regime)))
        });
        Award {
            amount: match self.rulebook.questions.get(self.ids.amount.row()).map(|found| &found.answer) {
                Some(AnswerType::Number { scale, .. }) => {
                    let euro = |value| Decimal::new(value, u32::from(*scale));
                    Number::Between(euro(amount.low), euro(amount.high))
                }
                Some(_) | None => Number::Unknown,
            },
            first: Date::from_day_number(date.low),
            last: Date::from_day_number(date.high),
            regimes: regimes.unwrap_or(Regimes::ANY),
            entity: 0,
        }
    }

    /// The room under a ceiling on a day.
    pub fn room(&self, account: &Account, ceiling: Ceiling, day: Date) -> Room {
        let limit = self.limit(ceiling, day);
        let used = account.used(ceiling, day);
        let left = used.leaves(limit.value);
        let careful = self.careful(account, ceiling, day).map(|careful| careful.least(left));
        Room { ceiling, day, limit, used, left, careful: careful.filter(|careful| *careful != left) }
    }

    /// The room of every ceiling on a day: general and SGEI side by side, farming and fishery apart.
    pub fn rooms(&self, account: &Account, day: Date) -> [Room; 4] {
        Ceiling::ALL.map(|ceiling| self.room(account, ceiling, day))
    }

    /// The room of the general ceiling if farming and fishery aid counts under it too.
    fn careful(&self, account: &Account, ceiling: Ceiling, day: Date) -> Option<Number> {
        match ceiling {
            Ceiling::Sgei => None,
            Ceiling::General | Ceiling::Agriculture | Ceiling::Fishery => {
                let counted = [Ceiling::General, Ceiling::Agriculture, Ceiling::Fishery]
                    .map(|ceiling| account.told(ceiling, day))
                    .into_iter()
                    .fold(Used::NOTHING, Used::together);
                Some(account.with_untold(counted).leaves(self.limit(Ceiling::General, day).value))
            }
        }
    }
}
