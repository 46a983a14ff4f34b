//! The declaration of de minimis aid, filled in as far as it was told: rows, totals, and what has to
//! be checked before anybody signs it.

use super::account::{Account, Used, WINDOW};
use super::fit::Fit;
use super::group::{Tie, TieNote};
use super::rules::{AidRules, Ceiling, Regime, Regimes};
use rust_decimal::Decimal;
use steunwijzer_engine::advice::FigureUsed;
use steunwijzer_engine::date::{Date, Months};
use steunwijzer_engine::number::{Number, Rounding};
use steunwijzer_engine::rulebook::ParameterId;
use steunwijzer_engine::truth::Truth;

/// A draft declaration.
#[derive(Clone, Debug, PartialEq)]
pub struct Declaration {
    /// The day of the new aid, for which it is made.
    pub day: Date,
    /// The first day that counts: three years before.
    pub since: Date,
    /// Aid that counts, or can count, in the order of the days of award.
    pub rows: Vec<DeclarationRow>,
    /// A total for each ceiling: the sum of its rows.
    pub totals: Vec<DeclarationTotal>,
    /// Whether the new aid fits, if it was told.
    pub new_aid: Option<Fit>,
    /// What has to be checked, the first thing first.
    pub checks: Vec<DeclarationCheck>,
}

/// Aid received.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DeclarationRow {
    /// Which award: a row of [`Account::awards`].
    pub award: usize,
    /// Who got it: a row of [`Account::entities`].
    pub entity: u16,
    /// The first day on which the right can have been given.
    pub first: Date,
    /// The last such day.
    pub last: Date,
    /// Under which rules.
    pub regimes: Regimes,
    /// The amount as awarded, rounded to the cent.
    pub amount: Number,
    /// What of it counts for this undertaking, rounded to the cent.
    pub counted: Number,
    /// Whether the central register can know of it.
    pub in_register: Truth,
}

/// The total under a ceiling.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DeclarationTotal {
    /// Which.
    pub ceiling: Ceiling,
    /// The ceiling itself.
    pub limit: FigureUsed,
    /// The sum of what counts.
    pub used: Used,
    /// What is left.
    pub left: Number,
}

/// Something to check before signing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeclarationCheck {
    /// What.
    pub what: ToCheck,
    /// Of which row of the declaration, if of one.
    pub row: Option<usize>,
}

/// What has to be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToCheck {
    /// Not all aid was told.
    AllAidTold,
    /// The amount is open: look in the letter of the award.
    Amount,
    /// The day of the award is open, and it matters.
    Day,
    /// The rules under which it was given are open.
    Rules,
    /// The tie of this entity needs a look.
    Tie(u16, TieNote),
    /// More aid than this ceiling allows.
    OverCeiling(Ceiling),
    /// No ceiling is known for the day.
    CeilingNotKnown(Ceiling),
    /// The register, by the figure with its first day, does not cover three years yet: the declaration
    /// may be asked for beside it.
    RegisterIncomplete(ParameterId),
}

impl AidRules<'_> {
    /// The declaration for new aid on a day: a draft, to be checked and signed by the undertaking.
    pub fn declaration(
        &self,
        account: &Account,
        new_aid: Option<(Ceiling, Number)>,
        day: Date,
    ) -> Declaration {
        let rows = self.rows(account, day);
        let totals: Vec<DeclarationTotal> = self
            .rooms(account, day)
            .into_iter()
            .map(|room| DeclarationTotal {
                ceiling: room.ceiling,
                limit: room.limit,
                used: room.used,
                left: room.left,
            })
            .collect();
        let checks = self.checks(account, &rows, &totals, day);
        Declaration {
            day,
            since: day.plus_months(Months(-WINDOW.0)),
            rows,
            totals,
            new_aid: new_aid.map(|(ceiling, aid)| self.fit(account, ceiling, aid, day)),
            checks,
        }
    }

    /// Whether the register covers all three years before a day.
    pub fn register_complete(&self, day: Date) -> bool {
        self.in_register(day.plus_months(Months(-WINDOW.0)))
    }

    fn in_register(&self, award: Date) -> bool {
        self.reader().on(self.ids.register, award).value.limits().is_some()
    }

    fn rows(&self, account: &Account, day: Date) -> Vec<DeclarationRow> {
        let counts = account.awards.iter().enumerate().filter(|(_, award)| {
            let under = |ceiling| account.takes(award, ceiling, day) != Number::exactly(Decimal::ZERO);
            Ceiling::ALL.into_iter().any(under)
        });
        let mut rows: Vec<DeclarationRow> = counts
            .map(|(row, award)| DeclarationRow {
                award: row,
                entity: award.entity,
                first: award.first.min(award.last),
                last: award.first.max(award.last),
                regimes: award.regimes,
                amount: award.amount.rounded(Rounding::HalfUp, 2),
                counted: account.share(award),
                in_register: Truth::from(self.in_register(award.first))
                    .or_either(Truth::from(self.in_register(award.last))),
            })
            .collect();
        rows.sort_by_key(|row| (row.first, row.last, row.award));
        rows
    }

    fn checks(
        &self,
        account: &Account,
        rows: &[DeclarationRow],
        totals: &[DeclarationTotal],
        day: Date,
    ) -> Vec<DeclarationCheck> {
        let whole = |what| DeclarationCheck { what, row: None };
        let mut checks = Vec::new();
        if !account.complete {
            checks.push(whole(ToCheck::AllAidTold));
        }
        for (row, told) in rows.iter().enumerate() {
            let open = [
                (told.amount.single().is_none(), ToCheck::Amount),
                (self.day_matters(account, told, day), ToCheck::Day),
                (told.regimes.single().is_none(), ToCheck::Rules),
            ];
            let open = open.into_iter().filter(|(open, _)| *open);
            checks.extend(open.map(|(_, what)| DeclarationCheck { what, row: Some(row) }));
        }
        let notes = (0u16..).zip(&account.entities);
        let notes = notes.filter_map(|(entity, tie)| Tie::note(*tie).map(|note| ToCheck::Tie(entity, note)));
        checks.extend(notes.map(whole));
        for total in totals {
            match total.limit.value.limits() {
                Some((_, most)) if total.used.at_least > most => {
                    checks.push(whole(ToCheck::OverCeiling(total.ceiling)));
                }
                Some(_) => {}
                None => checks.push(whole(ToCheck::CeilingNotKnown(total.ceiling))),
            }
        }
        if !self.register_complete(day) {
            checks.push(whole(ToCheck::RegisterIncomplete(self.ids.register)));
        }
        checks
    }

    fn day_matters(&self, account: &Account, row: &DeclarationRow, day: Date) -> bool {
        account.awards.get(row.award).is_some_and(|award| award.counts_on(day) == Truth::Open)
    }
}

impl DeclarationRow {
    /// The ceiling it counts under, when that is known.
    pub fn ceiling(&self) -> Option<Ceiling> {
        match self.regimes.single() {
            Some(Regime::Under(ceiling)) => Some(ceiling),
            Some(Regime::Other) | None => None,
        }
    }
}
