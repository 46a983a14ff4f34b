//! What of the civil servant's side fits the caller: roles, other support, whom to involve, goals.

use crate::case::Case;
use crate::municipal::{AlternativeRow, GoalRow, ItemRow, RoleRow, Side, Sign, SignRow};
use steunwijzer_engine::truth::Truth;

/// Whether signs say that something fits. One sign is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The answers show a sign.
    Shown,
    /// No sign yet: an answer is missing, or a person has to judge.
    Open,
    /// All signs follow from answers, and none shows.
    NotShown,
}

/// Whom to involve, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Involved<'a> {
    /// The department, body or partner.
    pub who: ItemRow<'a>,
    /// The names of the roles, kinds of support and goals that ask for it.
    pub because: Vec<&'a str>,
}

/// A policy goal among those of the municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalChoice<'a> {
    /// The goal.
    pub goal: GoalRow<'a>,
    /// Whether it was chosen for this case.
    pub is_chosen: bool,
    /// Whether the answers say that the plan serves it.
    pub fit: Fit,
}

/// What these signs say.
pub fn fit(signs: &[SignRow<'_>]) -> Fit {
    let is = |wanted: &[Sign]| signs.iter().any(|sign| wanted.contains(&sign.sign));
    if is(&[Sign::Computed(Truth::Yes)]) {
        Fit::Shown
    } else if signs.is_empty() || is(&[Sign::Person, Sign::Computed(Truth::Open)]) {
        Fit::Open
    } else {
        Fit::NotShown
    }
}

/// The roles: those of which a sign shows first. The task of making policy is none of them.
pub fn roles<'a>(side: &Side<'a>) -> Vec<(Fit, RoleRow<'a>)> {
    let roles = side.roles().into_iter().filter(|role| !role.is_task);
    sorted(roles.map(|role| (fit(&role.signs), role)))
}

/// Support other than money: those of which a sign shows first.
pub fn alternatives<'a>(side: &Side<'a>) -> Vec<(Fit, AlternativeRow<'a>)> {
    sorted(side.alternatives().into_iter().map(|row| (fit(&row.signs), row)))
}

/// By fit; what fits alike stays in the order of the rules.
fn sorted<T>(rows: impl Iterator<Item = (Fit, T)>) -> Vec<(Fit, T)> {
    let mut rows: Vec<(Fit, T)> = rows.collect();
    rows.sort_by_key(|(fit, _)| *fit);
    rows
}

/// The policy goals, in the order of the rules.
pub fn goals<'a>(side: &Side<'a>, case: &Case) -> Vec<GoalChoice<'a>> {
    let choice = |goal: GoalRow<'a>| GoalChoice {
        is_chosen: case.goals.contains(goal.item.id),
        fit: fit(&goal.signs),
        goal,
    };
    side.goals().into_iter().map(choice).collect()
}

/// Whom to involve: everybody that a role or kind of support with a sign names, and the owners of the
/// goals that were chosen. Who is named most often first.
pub fn involved<'a>(side: &Side<'a>, case: &Case) -> Vec<Involved<'a>> {
    let mut all: Vec<Involved<'a>> = Vec::new();
    let mut add = |because: &'a str, departments: Vec<ItemRow<'a>>| {
        for who in departments {
            match all.iter_mut().find(|known| known.who.id == who.id) {
                Some(known) => known.because.push(because),
                None => all.push(Involved { who, because: vec![because] }),
            }
        }
    };
    let shown = |fit: &Fit| *fit == Fit::Shown;
    for (_, role) in roles(side).into_iter().filter(|(fit, _)| shown(fit)) {
        add(role.item.name, role.involve);
    }
    for (_, row) in alternatives(side).into_iter().filter(|(fit, _)| shown(fit)) {
        add(row.item.name, row.by);
    }
    for choice in goals(side, case).into_iter().filter(|choice| choice.is_chosen) {
        add(choice.goal.item.text, choice.goal.departments);
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.because.len()));
    all
}
