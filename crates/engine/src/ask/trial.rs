//! Tries the answers to one question. Only what an answer touches is worked out again: the schemes
//! that are open and depend on it, and of those the predicates that read what changed. What is
//! settled stays settled: one more answer never turns it.

use super::Look;
use super::standing::Pass;
use crate::advice::{Subject, Verdict};
use crate::advise::together;
use crate::answers::Whose;
use crate::judge::{Judge, TestsApart};
use crate::refine::whose_of;
use crate::rulebook::{Predicate, PredicateId, QuestionId, Scheme, SchemeId};
use crate::slot::Slot;
use crate::world::{Supposed, World};

/// For each of these answers to a question, those of these open schemes that it settles.
pub(super) fn settled_by(
    look: &Look<'_>,
    judge: &mut Judge,
    (question, whose): (QuestionId, Whose),
    slots: &[Slot],
    open: &[SchemeId],
) -> Vec<Vec<SchemeId>> {
    let tried: Vec<Tried<'_>> = slots.iter().map(|&slot| Tried::new(look, question, whose, slot)).collect();
    let touched = touched(look, &tried);
    let mut schemes: Vec<Affected<'_>> =
        open.iter().filter_map(|&id| Affected::new(look, id, &touched)).collect();
    // By answer and then by scheme: the verdicts on all subjects together.
    let mut verdicts = vec![vec![Verdict::DoesNotFit; schemes.len()]; tried.len()];
    for pass in &look.now.passes {
        judge.resume(&pass.truths);
        schemes.iter_mut().for_each(|affected| affected.begin(look, judge, pass));
        for (tried, verdicts) in tried.iter().zip(&mut verdicts) {
            judge.other_world(&pass.truths, look.world.rulebook, tried.changed.iter().map(|(id, _)| *id));
            for (affected, verdict) in schemes.iter_mut().zip(verdicts) {
                if affected.scheme.subject == pass.kind {
                    let found = affected.verdict(look, judge, pass, tried);
                    *verdict = together([*verdict, found].into_iter());
                }
            }
        }
    }
    let settled = |verdicts: Vec<Verdict>| {
        let of_scheme = schemes.iter().zip(verdicts);
        of_scheme.filter(|(_, verdict)| *verdict != Verdict::CannotTell).map(|(one, _)| one.id).collect()
    };
    verdicts.into_iter().map(settled).collect()
}

/// What some answer changes.
struct Touched {
    questions: Vec<QuestionId>,
    /// For each predicate, whether it reads one of these questions.
    predicates: Vec<bool>,
}

fn touched(look: &Look<'_>, tried: &[Tried<'_>]) -> Touched {
    let rulebook = look.world.rulebook;
    let mut questions: Vec<QuestionId> = Vec::new();
    let mut predicates = vec![false; rulebook.predicates.len()];
    for (question, _) in tried.iter().flat_map(|tried| &tried.changed) {
        if !questions.contains(question) {
            questions.push(*question);
            for id in rulebook.index.predicates_of.get(question.row()).into_iter().flatten() {
                predicates.get_mut(id.row()).into_iter().for_each(|touched| *touched = true);
            }
        }
    }
    Touched { questions, predicates }
}

/// The world with one more answer.
struct Tried<'r> {
    world: World<'r>,
    /// The answers that differ.
    changed: Vec<(QuestionId, Whose)>,
}

impl<'r> Tried<'r> {
    fn new(look: &Look<'r>, question: QuestionId, whose: Whose, slot: Slot) -> Tried<'r> {
        let before = look.world;
        let world = before.supposing(look.answers, &[Supposed { question, whose, slot }]);
        let mut changed = Vec::new();
        for &id in before.rulebook.index.reach_of.get(question.row()).into_iter().flatten() {
            let list = before.rulebook.questions.get(id.row()).and_then(|question| question.list);
            let differs = |whose: &Whose| before.slot(id, *whose) != world.slot(id, *whose);
            changed.extend(before.everybody(list).filter(differs).map(|whose| (id, whose)));
        }
        Tried { world, changed }
    }

    /// Whether a scheme can judge this subject another way than before.
    fn touches(&self, look: &Look<'_>, scheme: SchemeId, subject: Subject) -> bool {
        self.changed.iter().any(|(_, whose)| match *whose {
            Whose::Organisation => true,
            Whose::Record(list, _) => {
                let lists = look.world.rulebook.index.lists_in.get(scheme.row());
                *whose == whose_of(subject) || lists.is_some_and(|lists| lists.contains(&list))
            }
        })
    }
}

/// An open scheme that depends on the answers tried.
struct Affected<'r> {
    id: SchemeId,
    scheme: &'r Scheme,
    /// The rows of its tests that can say something else.
    rows: Vec<u32>,
    /// The predicates in these rows that read what changes.
    predicates: Vec<PredicateId>,
    /// Whether what these predicates say decides the verdict, if nothing else changes.
    by_truths: bool,
    /// What the other tests say of the subject.
    others: TestsApart,
    /// What the predicates said of the subject, and the verdict that followed.
    seen: Vec<(u64, Verdict)>,
}

impl<'r> Affected<'r> {
    fn new(look: &Look<'r>, id: SchemeId, touched: &Touched) -> Option<Affected<'r>> {
        let rulebook = look.world.rulebook;
        let scheme = rulebook.schemes.get(id.row())?;
        let is_touched = |id: &&PredicateId| touched.predicates.get(id.row()) == Some(&true);
        let (mut rows, mut predicates) = (Vec::new(), Vec::new());
        for test in rulebook.index.tests_in.get(id.row())? {
            let before = predicates.len();
            predicates.extend(test.predicates.iter().filter(is_touched).copied());
            if predicates.len() > before {
                rows.push(test.condition);
            }
        }
        let bare =
            |id: &PredicateId| !matches!(rulebook.predicates.get(id.row()), Some(Predicate::Expression(_)));
        let (from, to) = scheme.conditions;
        let conditions = rulebook.conditions.get(from as usize..to as usize).unwrap_or(&[]);
        // Where combinations are judged one by one, an answer also counts inside expressions, in
        // how another one is cut, and in whether a figure is what leaves a condition open.
        let by_truths = scheme.entangled.is_empty()
            || touched.questions.len() == 1
                && predicates.iter().all(bare)
                && conditions.iter().all(|condition| condition.parameters.is_empty());
        let (others, seen) = (TestsApart::NO_TESTS, Vec::new());
        Some(Affected { id, scheme, rows, predicates, by_truths, others, seen })
    }

    /// Looks at a subject before anything is tried.
    fn begin(&mut self, look: &Look<'_>, judge: &mut Judge, pass: &Pass) {
        self.seen.clear();
        if pass.verdict(self.id.row()) != Some(Verdict::CannotTell) {
            return;
        }
        let slots = look.world.slots(whose_of(pass.subject));
        let tests = look.world.rulebook.index.tests_in.get(self.id.row());
        let rows = tests.into_iter().flatten().map(|test| test.condition);
        let others: Vec<u32> = rows.filter(|row| !self.rows.contains(row)).collect();
        self.others = judge.tests_in(look.world, &others, slots);
    }

    /// The verdict on a subject in a world that was tried; the judge looks at that world.
    fn verdict(&mut self, look: &Look<'_>, judge: &mut Judge, pass: &Pass, tried: &Tried<'_>) -> Verdict {
        let before = pass.verdict(self.id.row()).unwrap_or(Verdict::CannotTell);
        if before != Verdict::CannotTell || !tried.touches(look, self.id, pass.subject) {
            return before;
        }
        let world = &tried.world;
        let slots = world.slots(whose_of(pass.subject));
        let truths = if self.by_truths { judge.truths_of(world, &self.predicates, slots) } else { None };
        if let Some((_, verdict)) = self.seen.iter().find(|(seen, _)| Some(*seen) == truths) {
            return *verdict;
        }
        let judgement = judge.judge_rows(world, self.scheme, pass.subject, slots, self.others, &self.rows);
        self.seen.extend(truths.map(|truths| (truths, judgement.verdict)));
        judgement.verdict
    }
}
