//! Whether new aid fits.

use super::account::{Account, Room};
use super::calendar::FirstFit;
use super::rules::{AidRules, Ceiling};
use rust_decimal::Decimal;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{ParameterId, StateAid};
use steunwijzer_engine::truth::Truth;

/// Whether new aid fits under a ceiling on the day of its award.
#[derive(Clone, Debug, PartialEq)]
pub enum Fit {
    /// It fits whatever the open answers are.
    Fits {
        /// The room before it.
        room: Room,
        /// The room after it.
        after: Number,
    },
    /// It does not fit, so the *whole* new aid loses cover: not only what is above the ceiling.
    /// Before the award the applicant may ask for less, or wait.
    LosesCover {
        /// The room before it: the most that can be asked for instead.
        room: Room,
        /// By how much it is too large.
        over: Number,
        /// The first day on which all of it fits.
        later: FirstFit,
    },
    /// It depends on what is open.
    CannotTell {
        /// The room before it.
        room: Room,
        /// What is open, the first thing to settle first.
        because: Vec<Unsure>,
    },
}

/// Why it is not known whether aid fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsure {
    /// No ceiling is known for the day.
    NoCeiling(ParameterId),
    /// It was not told which aid was received.
    AidNotTold,
    /// The tie with this entity is open.
    Entity(u16),
    /// Amount, day or rules of this award are open.
    Award(usize),
    /// The amount of the new aid is open.
    NewAid,
}

/// Whether the aid of a scheme fits.
#[derive(Clone, Debug, PartialEq)]
pub enum SchemeFit {
    /// No state aid: it takes no room.
    NotCounted,
    /// De minimis aid.
    DeMinimis(Fit),
    /// Not under a de minimis ceiling but under other rules.
    OtherRoute(Route),
    /// The rule file does not tell whether it is state aid; this is what follows if it is de minimis.
    NotKnown(Fit),
}

/// Other rules than de minimis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The General Block Exemption Regulation.
    BlockExemption {
        /// Whether its figures are known on the day: it ends, and no successor was seen.
        in_force: bool,
    },
}

impl Fit {
    /// Whether it fits.
    pub fn fits(&self) -> Truth {
        match self {
            Fit::Fits { .. } => Truth::Yes,
            Fit::LosesCover { .. } => Truth::No,
            Fit::CannotTell { .. } => Truth::Open,
        }
    }

    /// The room before the new aid.
    pub fn room(&self) -> &Room {
        match self {
            Fit::Fits { room, .. } | Fit::LosesCover { room, .. } | Fit::CannotTell { room, .. } => room,
        }
    }
}

impl AidRules<'_> {
    /// Whether new aid that counts for `aid` euro fits under a ceiling when it is awarded on `day`.
    /// Awards of later days are not looked at: they have to fit on their own day.
    pub fn fit(&self, account: &Account, ceiling: Ceiling, aid: Number, day: Date) -> Fit {
        let room = self.room(account, ceiling, day);
        let aid = aid.greatest(Number::exactly(Decimal::ZERO));
        match room.left.less(aid) {
            Truth::No if room.left.limits().is_some() => Fit::Fits { room, after: room.left.minus(aid) },
            Truth::Yes => Fit::LosesCover {
                room,
                over: aid.minus(room.left),
                later: self.first_fit(account, ceiling, aid, day),
            },
            Truth::No | Truth::Open => Fit::CannotTell { room, because: self.unsure(account, &room, aid) },
        }
    }

    /// Whether the aid of a scheme fits. `aid` is what it counts for; see the grant equivalents.
    pub fn scheme_fit(
        &self,
        account: &Account,
        state_aid: StateAid,
        ceiling: Ceiling,
        aid: Number,
        day: Date,
    ) -> SchemeFit {
        match state_aid {
            StateAid::None => SchemeFit::NotCounted,
            StateAid::DeMinimis => SchemeFit::DeMinimis(self.fit(account, ceiling, aid, day)),
            StateAid::Unknown => SchemeFit::NotKnown(self.fit(account, ceiling, aid, day)),
            StateAid::Gber => {
                let in_force = self.reader().on(self.ids.block_exemption, day).value.limits().is_some();
                SchemeFit::OtherRoute(Route::BlockExemption { in_force })
            }
        }
    }

    fn unsure(&self, account: &Account, room: &Room, aid: Number) -> Vec<Unsure> {
        let mut because = Vec::new();
        if room.limit.value.limits().is_none() {
            because.push(Unsure::NoCeiling(room.limit.parameter));
        }
        if !account.complete {
            because.push(Unsure::AidNotTold);
        }
        for (row, award) in account.awards.iter().enumerate() {
            if account.takes(award, room.ceiling, room.day).single().is_some() {
                continue;
            }
            if account.tie(award).counts().single().is_none() {
                let entity = Unsure::Entity(award.entity);
                if !because.contains(&entity) {
                    because.push(entity);
                }
            }
            let sure = award.amount.single().is_some()
                && award.counts_on(room.day).is_settled()
                && award.regimes.single().is_some();
            if !sure {
                because.push(Unsure::Award(row));
            }
        }
        if aid.single().is_none() {
            because.push(Unsure::NewAid);
        }
        because
    }
}
