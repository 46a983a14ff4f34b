//! Where every scheme stands before anything is tried.

use crate::advice::{State, Subject, Verdict};
use crate::advise::{subject_kinds, together};
use crate::judge::{Judge, Truths, subjects};
use crate::rulebook::{QuestionId, Rulebook, Scheme, SchemeId};
use crate::world::World;

/// Where every scheme stands, and which questions its open conditions use.
pub(super) struct Standing {
    pub(super) passes: Vec<Pass>,
    verdicts: Vec<Verdict>,
    /// For each question, by the row of the scheme, whether an open condition uses it.
    helps: Vec<Vec<bool>>,
}

/// One subject, with what was worked out about it.
pub(super) struct Pass {
    pub(super) subject: Subject,
    pub(super) truths: Truths,
    /// The verdict of each scheme about this kind of subject, by the scheme's row.
    verdicts: Vec<Option<Verdict>>,
}

impl Standing {
    /// Judges these schemes.
    pub(super) fn of(world: &World<'_>, judge: &mut Judge, wanted: impl Fn(SchemeId) -> bool) -> Standing {
        let rulebook = world.rulebook;
        let mut helps = vec![vec![false; rulebook.schemes.len()]; rulebook.questions.len()];
        let mut passes = Vec::new();
        for kind in subject_kinds(rulebook) {
            for (subject, slots) in subjects(world, kind) {
                judge.next_subject();
                let mut verdicts = vec![None; rulebook.schemes.len()];
                for ((scheme, verdict), row) in rulebook.schemes.iter().zip(&mut verdicts).zip(0..) {
                    if scheme.subject != kind || !wanted(SchemeId(row)) {
                        continue;
                    }
                    let found = judge.judge(world, scheme, subject, slots).verdict;
                    *verdict = Some(found);
                    if found == Verdict::CannotTell {
                        note_open(rulebook, scheme, SchemeId(row), judge.states(scheme), &mut helps);
                    }
                }
                passes.push(Pass { subject, truths: judge.truths().clone(), verdicts });
            }
        }
        let of_scheme = |row: usize| together(passes.iter().filter_map(|pass: &Pass| pass.verdict(row)));
        let verdicts = (0..rulebook.schemes.len()).map(of_scheme).collect();
        Standing { passes, verdicts, helps }
    }

    pub(super) fn verdict(&self, scheme: SchemeId) -> Option<Verdict> {
        self.verdicts.get(scheme.row()).copied()
    }

    pub(super) fn is_open(&self, scheme: SchemeId) -> bool {
        self.verdict(scheme) == Some(Verdict::CannotTell)
    }

    pub(super) fn helps(&self, question: QuestionId) -> Vec<SchemeId> {
        let helped = self.helps.get(question.row()).into_iter().flatten().zip(0..);
        helped.filter(|(helped, _)| **helped).map(|(_, row)| SchemeId(row)).collect()
    }
}

impl Pass {
    pub(super) fn verdict(&self, scheme: usize) -> Option<Verdict> {
        self.verdicts.get(scheme).copied().flatten()
    }
}

/// Takes down for each question that an open condition uses, or that decides whether such a
/// question applies, that it helps with the scheme.
fn note_open(rulebook: &Rulebook, scheme: &Scheme, id: SchemeId, states: &[State], helps: &mut [Vec<bool>]) {
    let open = states.iter().zip(scheme.conditions.0..).filter(|(state, _)| **state == State::Open);
    let conditions = open.filter_map(|(_, row)| rulebook.conditions.get(row as usize));
    let guards = |question: &QuestionId| rulebook.index.guards_of.get(question.row());
    for question in conditions.flat_map(|condition| &condition.questions).filter_map(guards).flatten() {
        let place = helps.get_mut(question.row()).and_then(|schemes| schemes.get_mut(id.row()));
        place.into_iter().for_each(|helps| *helps = true);
    }
}
