//! What the rules cover and how fresh they are, counted once for everybody who shows it.
//!
//! [`Overview::of`] counts; [`Overview::totals`] and [`Overview::tables`] say it in a language.

mod figures;
mod places;
mod tables;

pub(crate) use places::local;

pub use figures::{FigureDue, FigureState};
pub use places::{LocalRules, PlaceCount, Places, ProvinceCount, places_of, places_of_condition};
pub use tables::{Cells, Table, TableId};

use std::mem::discriminant;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::order::in_order;
use steunwijzer_engine::rulebook::{
    Amounts, Condition, Evidence, Kind, Level, Role, Rulebook, SchemeId, SourceKind, Status,
};

/// *Soon*: within this many days.
pub const SOON: i64 = 60;

/// What an edition covers and how fresh it is, on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview<'r> {
    /// The rules.
    pub rulebook: &'r Rulebook,
    /// The day for which freshness is judged.
    pub as_on: Date,
    /// Schemes by kind, the largest number first.
    pub kinds: Vec<(Kind, usize)>,
    /// Schemes by who offers them, the largest number first.
    pub levels: Vec<(Level, usize)>,
    /// Schemes by status, the largest number first. The day of an ended one is that of the first.
    pub statuses: Vec<(Status, usize)>,
    /// Schemes by whether we know an amount, the largest number first.
    pub amounts: Vec<(&'r Amounts, usize)>,
    /// Conditions by role and evidence: always the four roles.
    pub roles: Vec<RoleCount>,
    /// Sources by kind, the largest number first.
    pub sources: Vec<SourceCount>,
    /// Places for which we know local rules.
    pub local: LocalRules,
    /// Reviews that are overdue or soon due, the earliest first.
    pub reviews: Vec<ReviewDue>,
    /// Figures that are past their review, ended, or end soon; the earliest first.
    pub figures: Vec<FigureDue>,
    /// Every scheme, in the order of the rulebook.
    pub schemes: Vec<SchemeCount>,
}

/// Conditions of one role. A group of alternatives counts as its routes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleCount {
    /// The role.
    pub role: Role,
    /// Those that rest on a page that was seen.
    pub page: usize,
    /// Those that rest on unconfirmed knowledge alone.
    pub background: usize,
}

/// Sources of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceCount {
    /// The kind.
    pub kind: SourceKind,
    /// How many there are.
    pub count: usize,
    /// How many of them nobody saw.
    pub background: usize,
    /// The day of the oldest check.
    pub oldest: Date,
}

/// A scheme that must be checked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewDue {
    /// Which.
    pub scheme: SchemeId,
    /// The day before which it must be checked again.
    pub before: Date,
    /// Whether that day has passed.
    pub overdue: bool,
}

/// The conditions of one scheme by role. A group of alternatives counts as its routes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchemeCount {
    /// Which.
    pub scheme: SchemeId,
    /// Computed from answers.
    pub tests: usize,
    /// Judged by a person.
    pub judged: usize,
    /// Something to do.
    pub steps: usize,
    /// Information.
    pub remarks: usize,
    /// Whether a second person checked it.
    pub second_check: bool,
    /// The day before which it must be checked again.
    pub before: Date,
}

impl<'r> Overview<'r> {
    /// Counts the rules; freshness as on a day.
    pub fn of(rulebook: &'r Rulebook, as_on: Date) -> Overview<'r> {
        let schemes = || rulebook.schemes.iter();
        Overview {
            rulebook,
            as_on,
            kinds: tally(schemes().map(|scheme| scheme.kind)),
            levels: tally(schemes().map(|scheme| scheme.level)),
            statuses: tally(schemes().map(|scheme| scheme.status)),
            amounts: tally_by(schemes().map(|scheme| &scheme.amounts), |a, b| {
                discriminant(*a) == discriminant(*b)
            }),
            roles: roles(rulebook),
            sources: sources(rulebook),
            local: LocalRules::of(rulebook, as_on),
            reviews: reviews(rulebook, as_on),
            figures: figures::due(rulebook, as_on),
            schemes: ids(rulebook).map(|id| scheme_count(rulebook, id)).collect(),
        }
    }

    /// How many schemes no second person checked.
    pub fn unchecked(&self) -> usize {
        self.schemes.iter().filter(|scheme| !scheme.second_check).count()
    }

    /// How many reviews are overdue.
    pub fn overdue(&self) -> usize {
        self.reviews.iter().filter(|review| review.overdue).count()
    }

    /// How many reviews are due within [`SOON`] days.
    pub fn due_soon(&self) -> usize {
        self.reviews.len() - self.overdue()
    }

    /// How many conditions there are.
    pub fn conditions(&self) -> usize {
        self.roles.iter().map(|role| role.page + role.background).sum()
    }
}

fn ids(rulebook: &Rulebook) -> impl Iterator<Item = SchemeId> {
    (0u16..).zip(&rulebook.schemes).map(|(row, _)| SchemeId(row))
}

/// Counts by variant, whatever a variant holds; the largest number first.
fn tally<T>(all: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    tally_by(all, |a, b| discriminant(a) == discriminant(b))
}

fn tally_by<T>(all: impl Iterator<Item = T>, same: impl Fn(&T, &T) -> bool) -> Vec<(T, usize)> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    for one in all {
        match counts.iter_mut().find(|(seen, _)| same(seen, &one)) {
            Some((_, count)) => *count += 1,
            None => counts.push((one, 1)),
        }
    }
    in_order(counts, |(_, count)| std::cmp::Reverse(*count))
}

/// Conditions that say something themselves: a group of alternatives is said by its routes.
fn leaves(conditions: &[Condition]) -> impl Iterator<Item = &Condition> {
    conditions.iter().filter(|condition| condition.routes == 0)
}

fn roles(rulebook: &Rulebook) -> Vec<RoleCount> {
    let count = |role, background| {
        leaves(&rulebook.conditions)
            .filter(|condition| condition.role == role && condition.background == background)
            .count()
    };
    [Role::Test, Role::Judged, Role::Step, Role::Remark]
        .map(|role| RoleCount { role, page: count(role, false), background: count(role, true) })
        .to_vec()
}

fn sources(rulebook: &Rulebook) -> Vec<SourceCount> {
    let of_kind = |(kind, count)| {
        let own = || rulebook.sources.iter().filter(move |source| source.kind == kind);
        let background = own().filter(|source| source.evidence == Evidence::Background).count();
        let oldest = own().map(|source| source.checked).min()?;
        Some(SourceCount { kind, count, background, oldest })
    };
    tally(rulebook.sources.iter().map(|source| source.kind)).into_iter().filter_map(of_kind).collect()
}

fn reviews(rulebook: &Rulebook, as_on: Date) -> Vec<ReviewDue> {
    let soon = as_on.plus_days(SOON);
    let due = ids(rulebook)
        .zip(&rulebook.schemes)
        .map(|(scheme, found)| (scheme, found.review.before))
        .filter(|(_, before)| *before <= soon)
        .map(|(scheme, before)| ReviewDue { scheme, before, overdue: as_on > before });
    in_order(due, |review| review.before)
}

fn scheme_count(rulebook: &Rulebook, scheme: SchemeId) -> SchemeCount {
    let conditions = rulebook.conditions_of(scheme);
    let count = |role| leaves(conditions).filter(|condition| condition.role == role).count();
    let review = rulebook.schemes.get(scheme.row()).map(|found| found.review);
    SchemeCount {
        scheme,
        tests: count(Role::Test),
        judged: count(Role::Judged),
        steps: count(Role::Step),
        remarks: count(Role::Remark),
        second_check: review.is_some_and(|review| review.second_check),
        before: review.map_or(Date::MAX, |review| review.before),
    }
}
