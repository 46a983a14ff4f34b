//! What helps with one case: roles, support other than money, who decides, goals.

use super::{ItemRow, Side};
use crate::present::Link;
use steunwijzer_engine::municipal::{Alternative, Desk, Goal, InstrumentId, Role, Signal};
use steunwijzer_engine::truth::Truth;

/// What is known of a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// It follows from the answers.
    Computed(Truth),
    /// A person judges.
    Person,
}

/// A sign that something fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignRow<'a> {
    /// Its name.
    pub id: &'a str,
    /// The sign in words.
    pub text: &'a str,
    /// Whether the answers show it.
    pub sign: Sign,
}

/// A role that a municipality can take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleRow<'a> {
    /// Name and when it fits.
    pub item: ItemRow<'a>,
    /// Whether it is a task beside the roles.
    pub is_task: bool,
    /// Signs that it fits; one is enough to consider it.
    pub signs: Vec<SignRow<'a>>,
    /// What to do.
    pub actions: Vec<ItemRow<'a>>,
    /// Whom to involve.
    pub involve: Vec<ItemRow<'a>>,
    /// What to watch.
    pub watch: Vec<ItemRow<'a>>,
}

/// Support other than money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlternativeRow<'a> {
    /// Name and what it is.
    pub item: ItemRow<'a>,
    /// Signs that it fits.
    pub signs: Vec<SignRow<'a>>,
    /// Who decides.
    pub decides: &'a str,
    /// The deciders as departments and bodies.
    pub by: Vec<ItemRow<'a>>,
    /// What to watch.
    pub watch: Vec<ItemRow<'a>>,
    /// The first thing to do.
    pub next: &'a str,
    /// The schemes in which the visitor sees it.
    pub schemes: Vec<Link>,
}

/// A desk for entrepreneurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskRow<'a> {
    /// Name and what for.
    pub item: ItemRow<'a>,
    /// The department behind it.
    pub department: Option<ItemRow<'a>>,
}

/// Who decides about something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRow<'a> {
    /// About what, and who decides.
    pub item: ItemRow<'a>,
    /// The deciders as departments and bodies.
    pub by: Vec<ItemRow<'a>>,
}

/// An instrument that serves policy goals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstrumentRow<'a> {
    /// Its name.
    pub item: ItemRow<'a>,
    /// The schemes in which the visitor sees it.
    pub schemes: Vec<Link>,
}

/// A policy goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalRow<'a> {
    /// Its name.
    pub item: ItemRow<'a>,
    /// Signs that the plan serves it.
    pub signs: Vec<SignRow<'a>>,
    /// Departments that own it.
    pub departments: Vec<ItemRow<'a>>,
    /// The global goals it serves: number and name.
    pub global_goals: Vec<(u8, &'a str)>,
    /// Instruments for it.
    pub instruments: Vec<InstrumentRow<'a>>,
}

impl<'a> Side<'a> {
    /// The roles, and the task of making policy.
    pub fn roles(&self) -> Vec<RoleRow<'a>> {
        let row = |role: &'a Role| RoleRow {
            item: self.row(&role.item),
            is_task: role.task,
            signs: self.signs(&role.signals),
            actions: self.rows(&role.actions),
            involve: self.departments(&role.involve),
            watch: self.rows(&role.watch),
        };
        self.data.roles.items.iter().map(row).collect()
    }

    /// Support other than money.
    pub fn alternatives(&self) -> Vec<AlternativeRow<'a>> {
        let row = |alternative: &'a Alternative| AlternativeRow {
            item: self.row(&alternative.item),
            signs: self.signs(&alternative.signals),
            decides: self.text(alternative.decides),
            by: self.departments(&alternative.by),
            watch: self.rows(&alternative.watch),
            next: self.text(alternative.next),
            schemes: self.schemes(&alternative.schemes),
        };
        self.data.alternatives.items.iter().map(row).collect()
    }

    /// The desks of the municipality.
    pub fn desks(&self) -> Vec<DeskRow<'a>> {
        let row = |desk: &'a Desk| DeskRow {
            item: self.row(&desk.item),
            department: self.departments(&[desk.department]).pop(),
        };
        self.data.desks.items.iter().map(row).collect()
    }

    /// Who decides about what.
    pub fn decisions(&self) -> Vec<DecisionRow<'a>> {
        let decisions = self.data.decisions.items.iter();
        decisions
            .map(|decision| DecisionRow {
                item: self.row(&decision.item),
                by: self.departments(&decision.by),
            })
            .collect()
    }

    /// The policy goals.
    pub fn goals(&self) -> Vec<GoalRow<'a>> {
        self.data.goals.items.iter().map(|goal| self.goal(goal)).collect()
    }

    pub(super) fn goal(&self, goal: &'a Goal) -> GoalRow<'a> {
        let global = |number: &u8| {
            let found = self.data.global_goals.items.iter().find(|global| global.number == *number)?;
            Some((*number, self.text(found.item.text)))
        };
        GoalRow {
            item: self.row(&goal.item),
            signs: self.signs(&goal.signals),
            departments: self.departments(&goal.departments),
            global_goals: goal.global_goals.iter().filter_map(global).collect(),
            instruments: goal.instruments.iter().filter_map(|id| self.instrument(*id)).collect(),
        }
    }

    fn instrument(&self, id: InstrumentId) -> Option<InstrumentRow<'a>> {
        let instrument = self.data.instruments.items.get(usize::from(id.0))?;
        Some(InstrumentRow { item: self.row(&instrument.item), schemes: self.schemes(&instrument.schemes) })
    }

    fn signs(&self, signals: &'a [Signal]) -> Vec<SignRow<'a>> {
        let (rulebook, answers, day) = (self.view.rulebook, self.view.answers, self.view.advice.as_on);
        let row = |signal: &'a Signal| SignRow {
            id: &signal.id,
            text: self.text(signal.text),
            sign: signal.shows(rulebook, answers, day).map_or(Sign::Person, Sign::Computed),
        };
        signals.iter().map(row).collect()
    }
}
