//! From what the tests of a scheme say to its verdict.

use super::Judgement;
use super::row::{Compute, Row};
use crate::advice::{Because, State, Verdict};
use crate::evaluate::Scope;
use crate::number::Number;
use crate::rulebook::{Condition, ConditionId, ParameterId, ParameterUse, Scheme, Status};
use crate::window::closed;
use crate::world::World;

/// Settled meaning 1: a failing test, then closed, then unsure by us, then the tests.
pub(super) fn decide(scope: &Scope<'_>, world: &World<'_>, scheme: &Scheme, tests: Tests) -> Judgement {
    let as_on = world.as_on;
    let cannot_tell = |because| Judgement { verdict: Verdict::CannotTell, because };
    let does_not_fit = |because| Judgement { verdict: Verdict::DoesNotFit, because };
    if let Some(failing) = condition_id(tests.failing) {
        return does_not_fit(Because::Fails(failing));
    }
    if let Some(closed) = closed(scheme, as_on) {
        return does_not_fit(closed);
    }
    if scheme.status == Status::Unknown {
        return cannot_tell(Because::StatusUnknown);
    }
    if as_on > scheme.review.before {
        return cannot_tell(Because::Overdue(scheme.review.before));
    }
    if let Some(open) = condition_id(tests.open) {
        return cannot_tell(Because::Open(open));
    }
    if let Some(open) = condition_id(tests.open_by_us) {
        let condition = world.rulebook.conditions.get(open.row());
        let figure = condition.and_then(|condition| unknown_figure(condition, scope));
        return cannot_tell(figure.map_or(Because::Open(open), Because::UnknownFigure));
    }
    if let Some(unconfirmed) = condition_id(tests.background) {
        return cannot_tell(Because::Unconfirmed(unconfirmed));
    }
    if tests.computed == 0 {
        return cannot_tell(Because::PersonDecides);
    }
    Judgement { verdict: Verdict::Fits, because: Because::AllMet }
}

/// What the tests of a scheme say together: the first row of each sort.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tests {
    failing: u32,
    open: u32,
    open_by_us: u32,
    background: u32,
    /// Tests besides place.
    computed: u16,
}

/// No row.
const NONE: u32 = u32::MAX;

/// What the tests of a scheme say, those on entangled answers apart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TestsApart {
    pub(super) plain: Tests,
    pub(super) entangled: Tests,
}

impl TestsApart {
    pub(crate) const NO_TESTS: TestsApart = TestsApart { plain: Tests::NO_TESTS, entangled: Tests::NO_TESTS };

    pub(crate) fn and(self, other: TestsApart) -> TestsApart {
        let (plain, entangled) = (self.plain.and(other.plain), self.entangled.and(other.entangled));
        TestsApart { plain, entangled }
    }

    pub(super) fn all(self) -> Tests {
        self.plain.and(self.entangled)
    }
}

impl Tests {
    pub(super) fn and(self, other: Tests) -> Tests {
        Tests {
            failing: self.failing.min(other.failing),
            open: self.open.min(other.open),
            open_by_us: self.open_by_us.min(other.open_by_us),
            background: self.background.min(other.background),
            computed: self.computed + other.computed,
        }
    }

    pub(super) const NO_TESTS: Tests =
        Tests { failing: NONE, open: NONE, open_by_us: NONE, background: NONE, computed: 0 };

    pub(super) fn count(&mut self, row: u32, condition: Row, state: State, unconfirmed: bool) {
        if matches!(condition.compute, Compute::Never(_)) {
            return;
        }
        if unconfirmed {
            self.background = self.background.min(row);
            return;
        }
        // Without branches: which state comes next cannot be predicted.
        let row_if = |here: bool| if here { row } else { NONE };
        self.computed += u16::from(!condition.minor & (state != State::Judged));
        self.failing = self.failing.min(row_if(state == State::NotMet));
        self.open = self.open.min(row_if(state == State::Open));
        self.open_by_us = self.open_by_us.min(row_if(state == State::OpenByUs));
    }
}

fn condition_id(row: u32) -> Option<ConditionId> {
    u16::try_from(row).ok().map(ConditionId)
}

/// The figure of a condition that is not known, if there is one.
pub(crate) fn unknown_figure(condition: &Condition, scope: &Scope<'_>) -> Option<ParameterId> {
    let unknown = |used: &&ParameterUse| scope.value(used.node).as_number() == Number::Unknown;
    condition.parameters.iter().find(unknown).map(|used| used.parameter)
}
