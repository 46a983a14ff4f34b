//! What judging needs of a condition.

use crate::advice::State;
use crate::rulebook::{Condition, PredicateId, Role, Rulebook, Step};

/// What judging needs of a condition, small enough that hundreds stay close to the processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(super) compute: Compute,
    pub(super) routes: u8,
    pub(super) background: bool,
    pub(super) minor: bool,
    /// Whether it reads an answer that is entangled in its scheme.
    pub(super) entangled: bool,
}

/// How the state of a condition comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Compute {
    /// One predicate, as of most conditions.
    One(PredicateId),
    /// A program of several steps, or one that reads a figure which may be unknown.
    Program,
    /// It is no test: this is what it always is.
    Never(State),
}

impl Row {
    /// The rows of all conditions of these tables; `entangled` are those that read an answer which is
    /// entangled in its scheme.
    pub(crate) fn all(rulebook: &Rulebook, entangled: impl Iterator<Item = u32>) -> Vec<Row> {
        let mut rows: Vec<Row> =
            rulebook.conditions.iter().map(|condition| Row::of(rulebook, condition)).collect();
        for condition in entangled {
            rows.get_mut(condition as usize).into_iter().for_each(|row| row.entangled = true);
        }
        rows
    }

    fn of(rulebook: &Rulebook, condition: &Condition) -> Row {
        let (from, to) = condition.program;
        let compute = match (condition.role, rulebook.steps.get(from as usize..to as usize)) {
            (Role::Judged, _) => Compute::Never(State::Judged),
            (Role::Step, _) => Compute::Never(State::ToDo),
            (Role::Remark, _) => Compute::Never(State::Remark),
            (Role::Test, Some([Step::Test(id)])) if condition.parameters.is_empty() => Compute::One(*id),
            (Role::Test, Some(_) | None) => Compute::Program,
        };
        Row {
            compute,
            routes: condition.routes,
            background: condition.background,
            minor: condition.minor,
            entangled: false,
        }
    }
}
