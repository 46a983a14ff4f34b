//! Judges schemes: predicates first, then conditions, then the verdict. No condition is skipped
//! because another already decides: all are shown.

use crate::advice::{Because, State, Subject, Verdict};
use crate::evaluate::Scope;
use crate::number::Number;
use crate::refine;
use crate::rulebook::{
    Condition, ConditionId, ParameterId, ParameterUse, Predicate, PredicateId, QuestionId, Role, Rulebook,
    Scheme, Status, Step, SubjectKind,
};
use crate::slot::Slot;
use crate::truth::Truth;
use crate::window::closed;
use crate::world::World;

/// Judges schemes one after the other. It keeps what it worked out about one subject until it is
/// told to look at another, so that a predicate is evaluated once.
#[derive(Debug)]
pub struct Judge {
    rows: Vec<Row>,
    truths: Truths,
    states: Vec<State>,
    /// Looks at single worlds, so that what is known of all stays.
    other: Option<Box<Judge>>,
}

/// What is known of each predicate, as far as it was evaluated.
pub(crate) type Truths = Vec<Option<Truth>>;

/// What judging needs of a condition, small enough that hundreds stay close to the processor.
#[derive(Clone, Copy, Debug)]
struct Row {
    compute: Compute,
    role: Role,
    routes: u8,
    background: bool,
    place_only: bool,
}

/// How the state of a condition comes about.
#[derive(Clone, Copy, Debug)]
enum Compute {
    /// One predicate, as of most conditions.
    One(PredicateId),
    /// A program of several steps, or one that reads a figure which may be unknown.
    Program,
}

/// A verdict with its reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// What decides it.
    pub because: Because,
}

/// Depth of the stack of a condition's program; the compiler refuses deeper conditions.
pub const MAX_DEPTH: usize = 32;

impl Judge {
    /// A judge for this rulebook.
    pub fn new(rulebook: &Rulebook) -> Judge {
        Judge {
            rows: rulebook.conditions.iter().map(|condition| Row::of(rulebook, condition)).collect(),
            truths: vec![None; rulebook.predicates.len()],
            states: vec![State::Remark; rulebook.conditions.len()],
            other: None,
        }
    }

    /// Forgets the subject before; call it before a new subject or another world.
    pub fn next_subject(&mut self) {
        self.truths.fill(None);
    }

    /// What was worked out about the subject so far.
    pub(crate) fn truths(&self) -> &Truths {
        &self.truths
    }

    /// Looks at a world that differs from one about which something is `known` in the answers to
    /// these questions: only what depends on them is evaluated again.
    pub(crate) fn other_world(
        &mut self,
        known: &Truths,
        rulebook: &Rulebook,
        changed: impl Iterator<Item = QuestionId>,
    ) {
        self.truths.clone_from(known);
        for question in changed {
            for predicate in rulebook.predicates_of.get(question.row()).into_iter().flatten() {
                if let Some(truth) = self.truths.get_mut(predicate.row()) {
                    *truth = None;
                }
            }
        }
    }

    /// The states of a scheme's conditions, after [`Judge::judge`].
    pub fn states(&self, scheme: &Scheme) -> &[State] {
        let (from, to) = scheme.conditions;
        self.states.get(from as usize..to as usize).unwrap_or(&[])
    }

    /// The verdict for a subject whose answers are `slots`.
    pub fn judge(
        &mut self,
        world: &World<'_>,
        scheme: &Scheme,
        subject: Subject,
        slots: &[Slot],
    ) -> Judgement {
        if let Subject::Nobody(list) = subject {
            self.set_states_without_subject(scheme);
            return Judgement { verdict: Verdict::DoesNotFit, because: Because::Nobody(list) };
        }
        let mut judgement = self.judge_at_once(world, scheme, slots);
        if matches!(judgement.because, Because::Open(_)) && !scheme.entangled.is_empty() {
            let mut other = self.other.take().unwrap_or_else(|| Box::new(Judge::new(world.rulebook)));
            judgement = refine::worlds_apart(world, scheme, subject, judgement, &self.truths, &mut other);
            self.other = Some(other);
        }
        match (subject, judgement.verdict) {
            // It may turn out that there is nobody.
            (Subject::Imagined(list), Verdict::Fits) => {
                Judgement { verdict: Verdict::CannotTell, because: Because::NotTold(list) }
            }
            (Subject::Imagined(_) | Subject::Organisation | Subject::Record(..) | Subject::Nobody(_), _) => {
                judgement
            }
        }
    }

    /// The verdict by Kleene's logic over all worlds at once, in the order of settled meaning 1.
    pub(crate) fn judge_at_once(&mut self, world: &World<'_>, scheme: &Scheme, slots: &[Slot]) -> Judgement {
        let scope = Scope::new(world, slots);
        let tests = self.conditions(world.rulebook, scheme, &scope);
        decide(&scope, world, scheme, tests)
    }

    fn conditions(&mut self, rulebook: &Rulebook, scheme: &Scheme, scope: &Scope<'_>) -> Tests {
        let mut tests = Tests::NO_TESTS;
        let (mut row, to) = scheme.conditions;
        while row < to {
            let Some(&condition) = self.rows.get(row as usize) else { break };
            let (state, unconfirmed) = if condition.routes == 0 {
                (self.state(rulebook, row, condition, scope), false)
            } else {
                self.best_route(rulebook, row, condition.routes, scope)
            };
            self.set_state(row, state);
            tests.count(row, condition, state, unconfirmed || condition.background);
            row += 1 + u32::from(condition.routes);
        }
        tests
    }

    /// Settled meaning 4: met before judged before unknown before not met. The second value tells
    /// whether the state rests on an unconfirmed route: that neither meets the group nor fails it.
    fn best_route(
        &mut self,
        rulebook: &Rulebook,
        group: u32,
        routes: u8,
        scope: &Scope<'_>,
    ) -> (State, bool) {
        let rows = group + 1..=group + u32::from(routes);
        let mut best = State::NotMet;
        let mut unconfirmed = None;
        for row in rows.clone() {
            let Some(&route) = self.rows.get(row as usize) else { continue };
            let state = self.state(rulebook, row, route, scope);
            self.set_state(row, state);
            let best = if route.background { unconfirmed.get_or_insert(State::NotMet) } else { &mut best };
            if preference(state) > preference(*best) {
                *best = state;
            }
        }
        if best == State::Met {
            for row in rows {
                if self.states.get(row as usize) != Some(&State::Met) {
                    self.set_state(row, State::NotNeeded);
                }
            }
        }
        match unconfirmed {
            Some(state) if best == State::NotMet => (state, true),
            Some(_) | None => (best, false),
        }
    }

    fn state(&mut self, rulebook: &Rulebook, row: u32, condition: Row, scope: &Scope<'_>) -> State {
        match (condition.role, condition.compute) {
            (Role::Judged, _) => State::Judged,
            (Role::Step, _) => State::ToDo,
            (Role::Remark, _) => State::Remark,
            (Role::Test, Compute::One(predicate)) => self.truth(rulebook, predicate, scope).into(),
            (Role::Test, Compute::Program) => self.program(rulebook, row, scope),
        }
    }

    fn program(&mut self, rulebook: &Rulebook, row: u32, scope: &Scope<'_>) -> State {
        let Some(condition) = rulebook.conditions.get(row as usize) else { return State::Open };
        match self.run(rulebook, condition, scope) {
            Truth::Open if open_by_us(condition, scope) => State::OpenByUs,
            truth @ (Truth::Open | Truth::Yes | Truth::No) => truth.into(),
        }
    }

    fn run(&mut self, rulebook: &Rulebook, condition: &Condition, scope: &Scope<'_>) -> Truth {
        let (from, to) = condition.program;
        let steps = rulebook.steps.get(from as usize..to as usize).unwrap_or(&[]);
        let mut stack = [Truth::Open; MAX_DEPTH];
        let mut height = 0usize;
        for step in steps {
            let value = match *step {
                Step::Test(id) => self.truth(rulebook, id, scope),
                Step::Always(yes) => yes.into(),
                Step::And | Step::Or => {
                    height = height.saturating_sub(2);
                    let (a, b) = (at(&stack, height), at(&stack, height + 1));
                    if *step == Step::And { a & b } else { a | b }
                }
                Step::Not => {
                    height = height.saturating_sub(1);
                    !at(&stack, height)
                }
            };
            if let Some(place) = stack.get_mut(height) {
                *place = value;
            }
            height += 1;
        }
        if height == 1 { at(&stack, 0) } else { Truth::Open }
    }

    fn truth(&mut self, rulebook: &Rulebook, id: PredicateId, scope: &Scope<'_>) -> Truth {
        if let Some(Some(known)) = self.truths.get(id.row()) {
            return *known;
        }
        let predicate: Option<&Predicate> = rulebook.predicates.get(id.row());
        let truth = predicate.map_or(Truth::Open, |predicate| scope.predicate(*predicate));
        if let Some(place) = self.truths.get_mut(id.row()) {
            *place = Some(truth);
        }
        truth
    }

    fn set_state(&mut self, row: u32, state: State) {
        if let Some(place) = self.states.get_mut(row as usize) {
            *place = state;
        }
    }

    /// Without a subject nothing is tested: tests are open, the rest is what it always is.
    fn set_states_without_subject(&mut self, scheme: &Scheme) {
        let (from, to) = scheme.conditions;
        for row in from..to {
            let role = self.rows.get(row as usize).map_or(Role::Remark, |condition| condition.role);
            self.set_state(
                row,
                match role {
                    Role::Test => State::Open,
                    Role::Judged => State::Judged,
                    Role::Step => State::ToDo,
                    Role::Remark => State::Remark,
                },
            );
        }
    }
}

impl Row {
    fn of(rulebook: &Rulebook, condition: &Condition) -> Row {
        let (from, to) = condition.program;
        let compute = match rulebook.steps.get(from as usize..to as usize) {
            Some([Step::Test(id)]) if condition.parameters.is_empty() => Compute::One(*id),
            Some(_) | None => Compute::Program,
        };
        Row {
            compute,
            role: condition.role,
            routes: condition.routes,
            background: condition.background,
            place_only: condition.place_only,
        }
    }
}

/// Settled meaning 1: a failing test, then closed, then unsure by us, then the tests.
fn decide(scope: &Scope<'_>, world: &World<'_>, scheme: &Scheme, tests: Tests) -> Judgement {
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
struct Tests {
    failing: u32,
    open: u32,
    open_by_us: u32,
    background: u32,
    /// Tests besides place.
    computed: u16,
}

/// No row.
const NONE: u32 = u32::MAX;

impl Tests {
    const NO_TESTS: Tests =
        Tests { failing: NONE, open: NONE, open_by_us: NONE, background: NONE, computed: 0 };

    fn count(&mut self, row: u32, condition: Row, state: State, unconfirmed: bool) {
        if condition.role != Role::Test {
            return;
        }
        if unconfirmed {
            self.background = self.background.min(row);
            return;
        }
        // Without branches: which state comes next cannot be predicted.
        let row_if = |here: bool| if here { row } else { NONE };
        self.computed += u16::from(!condition.place_only & (state != State::Judged));
        self.failing = self.failing.min(row_if(state == State::NotMet));
        self.open = self.open.min(row_if(state == State::Open));
        self.open_by_us = self.open_by_us.min(row_if(state == State::OpenByUs));
    }
}

fn condition_id(row: u32) -> Option<ConditionId> {
    u16::try_from(row).ok().map(ConditionId)
}

fn at(stack: &[Truth; MAX_DEPTH], height: usize) -> Truth {
    stack.get(height).copied().unwrap_or(Truth::Open)
}

fn preference(state: State) -> u8 {
    match state {
        State::Met => 4,
        State::Judged => 3,
        State::Open => 2,
        State::OpenByUs => 1,
        State::NotMet | State::ToDo | State::Remark | State::NotNeeded => 0,
    }
}

/// Whether a figure is unknown while every answer that the condition uses is settled.
fn open_by_us(condition: &Condition, scope: &Scope<'_>) -> bool {
    unknown_figure(condition, scope).is_some() && condition.questions.iter().all(|&id| scope.is_settled(id))
}

fn unknown_figure(condition: &Condition, scope: &Scope<'_>) -> Option<ParameterId> {
    let unknown = |used: &&ParameterUse| scope.value(used.node).as_number() == Number::Unknown;
    condition.parameters.iter().find(unknown).map(|used| used.parameter)
}

/// The subjects of a scheme, with their answers.
pub fn subjects<'w>(world: &'w World<'_>, kind: SubjectKind) -> Vec<(Subject, &'w [Slot])> {
    use crate::world::Records;
    let SubjectKind::Each(list) = kind else {
        return vec![(Subject::Organisation, &[])];
    };
    match world.records(list) {
        Records::NotTold(imagined) => vec![(Subject::Imagined(list), imagined)],
        Records::Told([]) => vec![(Subject::Nobody(list), &[])],
        Records::Told(records) => records
            .iter()
            .enumerate()
            .map(|(row, slots)| {
                (Subject::Record(list, u16::try_from(row).unwrap_or(u16::MAX)), slots.as_slice())
            })
            .collect(),
    }
}
