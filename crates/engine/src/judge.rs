//! Judges schemes: predicates first, then conditions, then the verdict. No condition is skipped
//! because another already decides: all are shown.

mod decide;
mod row;

use crate::advice::{Because, State, Subject, Verdict};
use crate::evaluate::{MOST_SAID, Scope};
use crate::refine::Refiner;
use crate::rulebook::{Condition, Predicate, PredicateId, QuestionId, Rulebook, Scheme, Step, SubjectKind};
use crate::slot::Slot;
use crate::truth::Truth;
use crate::world::World;
use decide::decide;
use row::Compute;

pub(crate) use decide::{Tests, TestsApart, unknown_figure};
pub(crate) use row::Row;

/// Judges schemes one after the other. It keeps what it worked out about one subject until it is
/// told to look at another, so that a predicate is evaluated once.
#[derive(Debug)]
pub struct Judge {
    rows: Vec<Row>,
    truths: Truths,
    states: Vec<State>,
    /// Looks at single worlds, so that what is known of all stays.
    refiner: Option<Box<Refiner>>,
}

/// What is known of each predicate, as far as it was evaluated.
pub(crate) type Truths = Vec<Option<Truth>>;

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
            rows: rulebook.index.rows.clone(),
            truths: vec![None; rulebook.predicates.len()],
            states: vec![State::Remark; rulebook.conditions.len()],
            refiner: None,
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

    /// Takes over what is known already.
    pub(crate) fn learn(&mut self, known: &[(PredicateId, Truth)]) {
        for &(id, truth) in known {
            self.truths.get_mut(id.row()).into_iter().for_each(|place| *place = Some(truth));
        }
    }

    /// What is known of these predicates.
    pub(crate) fn known(&self, predicates: &[PredicateId]) -> Vec<(PredicateId, Truth)> {
        let truth = |id: &PredicateId| Some((*id, self.truths.get(id.row()).copied().flatten()?));
        predicates.iter().filter_map(truth).collect()
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
            for predicate in rulebook.index.predicates_of.get(question.row()).into_iter().flatten() {
                if let Some(truth) = self.truths.get_mut(predicate.row()) {
                    *truth = None;
                }
            }
        }
    }

    /// What these predicates say of a subject, as a number: equal exactly if each says the same.
    /// `None` if they are too many for one number.
    pub(crate) fn truths_of(
        &mut self,
        world: &World<'_>,
        predicates: &[PredicateId],
        slots: &[Slot],
    ) -> Option<u64> {
        let scope = Scope::new(world, slots);
        let mut all = 0;
        for &id in predicates {
            all = all * 3 + self.truth(world.rulebook, id, &scope) as u64;
        }
        (predicates.len() <= MOST_SAID).then_some(all)
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
        let (from, to) = scheme.conditions;
        if scheme.entangled.is_empty() {
            let tests = self.tests(world, from, to, slots, |_| true);
            return self.conclude(world, scheme, subject, slots, (tests, tests));
        }
        let plain = self.tests(world, from, to, slots, |row| !row.entangled);
        let entangled = self.tests(world, from, to, slots, |row| row.entangled);
        self.conclude(world, scheme, subject, slots, (plain.and(entangled), plain))
    }

    /// The verdict for a subject of whom some tests are known already: only these rows are judged.
    pub(crate) fn judge_rows(
        &mut self,
        world: &World<'_>,
        scheme: &Scheme,
        subject: Subject,
        slots: &[Slot],
        known: TestsApart,
        rows: &[u32],
    ) -> Judgement {
        let tests = known.and(self.tests_in(world, rows, slots));
        self.conclude(world, scheme, subject, slots, (tests.all(), tests.plain))
    }

    /// What the tests in these rows say.
    pub(crate) fn tests_in(&mut self, world: &World<'_>, rows: &[u32], slots: &[Slot]) -> TestsApart {
        let mut all = TestsApart::NO_TESTS;
        for &row in rows {
            let tests = self.tests(world, row, row + 1, slots, |_| true);
            let is_entangled = self.rows.get(row as usize).is_some_and(|row| row.entangled);
            let place = if is_entangled { &mut all.entangled } else { &mut all.plain };
            *place = place.and(tests);
        }
        all
    }

    /// The verdict that follows from all tests and from those on answers that are not entangled.
    fn conclude(
        &mut self,
        world: &World<'_>,
        scheme: &Scheme,
        subject: Subject,
        slots: &[Slot],
        (tests, plain): (Tests, Tests),
    ) -> Judgement {
        let mut judgement = decide(&Scope::new(world, slots), world, scheme, tests);
        if matches!(judgement.because, Because::Open(_)) && !scheme.entangled.is_empty() {
            let refiner = self.refiner.get_or_insert_with(|| Box::new(Refiner::new(world.rulebook)));
            judgement = refiner.worlds_apart(world, scheme, subject, judgement, &self.truths, plain);
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

    /// The verdict, where the tests on answers that are not entangled are known.
    pub(crate) fn judge_entangled(
        &mut self,
        world: &World<'_>,
        scheme: &Scheme,
        slots: &[Slot],
        plain: Tests,
    ) -> Verdict {
        let (from, to) = scheme.conditions;
        let entangled = self.tests(world, from, to, slots, |row| row.entangled);
        decide(&Scope::new(world, slots), world, scheme, plain.and(entangled)).verdict
    }

    /// What the wanted conditions between these rows say.
    fn tests(
        &mut self,
        world: &World<'_>,
        from: u32,
        to: u32,
        slots: &[Slot],
        wanted: impl Fn(Row) -> bool,
    ) -> Tests {
        let scope = &Scope::new(world, slots);
        let rulebook = world.rulebook;
        let mut tests = Tests::NO_TESTS;
        let mut row = from;
        while row < to {
            let Some(&condition) = self.rows.get(row as usize) else { break };
            if wanted(condition) {
                let (state, unconfirmed) = if condition.routes == 0 {
                    (self.state(rulebook, row, condition, scope), false)
                } else {
                    self.best_route(rulebook, row, condition.routes, scope)
                };
                self.set_state(row, state);
                tests.count(row, condition, state, unconfirmed || condition.background);
            }
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
        match condition.compute {
            Compute::One(predicate) => self.truth(rulebook, predicate, scope).into(),
            Compute::Program => self.program(rulebook, row, scope),
            Compute::Never(state) => state,
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
            let state = match self.rows.get(row as usize).map(|condition| condition.compute) {
                Some(Compute::One(_) | Compute::Program) => State::Open,
                Some(Compute::Never(state)) => state,
                None => State::Remark,
            };
            self.set_state(row, state);
        }
    }
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
