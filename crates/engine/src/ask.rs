//! The next question: of all open ones, the one whose answer settles most.
//!
//! For every open question each set of answers that the rules tell apart is tried, and the schemes
//! that depend on it are judged again: an exact look-ahead of one step.

use crate::advice::{Ask, OpenQuestion, State, Subject, Verdict};
use crate::advise::{subject_kinds, together};
use crate::answers::{Answer, Answers, Whose};
use crate::cells::{Cells, cells};
use crate::date::Date;
use crate::judge::{Judge, Truths, subjects};
use crate::refine::whose_of;
use crate::rulebook::{AnswerType, ListId, QuestionId, Rulebook, SchemeId, SubjectKind};
use crate::slot::Slot;
use crate::truth::Truth;
use crate::world::World;

/// Open questions that can still matter, the most useful first.
pub fn open_questions(rulebook: &Rulebook, answers: &Answers, as_on: Date) -> Vec<OpenQuestion> {
    let world = World::new(rulebook, answers, as_on);
    let mut judge = Judge::new(rulebook);
    let now = Standing::of(&world, &mut judge);
    let mut open: Vec<OpenQuestion> = candidates(rulebook, answers, &world)
        .into_iter()
        .map(|ask| look_ahead(answers, &world, &now, &mut judge, ask))
        .filter(|question| question.usefulness > 0)
        .collect();
    open.sort_by_key(|question| std::cmp::Reverse(question.usefulness));
    open
}

/// Where every scheme stands, and which questions its open conditions use.
struct Standing {
    passes: Vec<Pass>,
    verdicts: Vec<Verdict>,
    open_questions: Vec<Vec<QuestionId>>,
    /// For each list, whether a scheme loops over it.
    reads: Vec<Vec<bool>>,
}

/// One subject, with what was worked out about it.
struct Pass {
    kind: SubjectKind,
    subject: Subject,
    truths: Truths,
    /// The verdict of each scheme about this kind of subject, by the scheme's row.
    verdicts: Vec<Option<Verdict>>,
}

impl Standing {
    fn of(world: &World<'_>, judge: &mut Judge) -> Standing {
        let rulebook = world.rulebook;
        let mut open_questions: Vec<Vec<QuestionId>> = vec![Vec::new(); rulebook.schemes.len()];
        let mut passes = Vec::new();
        for kind in subject_kinds(rulebook) {
            for (subject, slots) in subjects(world, kind) {
                judge.next_subject();
                let mut verdicts = vec![None; rulebook.schemes.len()];
                for (scheme, (verdict, open)) in
                    rulebook.schemes.iter().zip(verdicts.iter_mut().zip(&mut open_questions))
                {
                    if scheme.subject != kind {
                        continue;
                    }
                    let found = judge.judge(world, scheme, subject, slots).verdict;
                    *verdict = Some(found);
                    if found == Verdict::CannotTell {
                        open.extend(questions_of_open(rulebook, scheme.conditions.0, judge.states(scheme)));
                    }
                }
                passes.push(Pass { kind, subject, truths: judge.truths().clone(), verdicts });
            }
        }
        let of_scheme = |row: usize| together(passes.iter().filter_map(|pass: &Pass| pass.verdict(row)));
        let verdicts = (0..rulebook.schemes.len()).map(of_scheme).collect();
        let reads_list = |row| {
            let list = ListId(u16::try_from(row).unwrap_or(u16::MAX));
            (0..rulebook.schemes.len()).map(|scheme| rulebook.reads_list(scheme, list)).collect()
        };
        let reads = (0..rulebook.lists.len()).map(reads_list).collect();
        Standing { passes, verdicts, open_questions, reads }
    }

    fn is_open(&self, scheme: SchemeId) -> bool {
        self.verdicts.get(scheme.row()) == Some(&Verdict::CannotTell)
    }

    fn helps(&self, question: QuestionId) -> Vec<SchemeId> {
        let rows = self.open_questions.iter().enumerate().filter(|(_, open)| open.contains(&question));
        rows.map(|(row, _)| SchemeId(u16::try_from(row).unwrap_or(u16::MAX))).collect()
    }

    fn reads(&self, list: ListId, scheme: SchemeId) -> bool {
        self.reads.get(list.row()).and_then(|schemes| schemes.get(scheme.row())).copied().unwrap_or(false)
    }
}

impl Pass {
    fn verdict(&self, scheme: usize) -> Option<Verdict> {
        self.verdicts.get(scheme).copied().flatten()
    }
}

fn questions_of_open<'r>(
    rulebook: &'r Rulebook,
    first: u32,
    states: &'r [State],
) -> impl Iterator<Item = QuestionId> + 'r {
    let open = states.iter().zip(first..).filter(|(state, _)| **state == State::Open);
    let conditions = open.filter_map(|(_, row)| rulebook.conditions.get(row as usize));
    conditions.flat_map(|condition| rulebook.with_guards(&condition.questions))
}

/// Questions that were not asked and certainly apply, and lists that were not told.
fn candidates(rulebook: &Rulebook, answers: &Answers, world: &World<'_>) -> Vec<Ask> {
    let mut found = Vec::new();
    for (row, list) in rulebook.lists.iter().enumerate() {
        let id = ListId(u16::try_from(row).unwrap_or(u16::MAX));
        if answers.records(id).is_none() && list.max > 0 {
            found.push(Ask::List(id));
        }
    }
    for (row, question) in rulebook.questions.iter().enumerate() {
        let id = QuestionId(u16::try_from(row).unwrap_or(u16::MAX));
        if question.list.is_some_and(|list| answers.records(list).is_none()) {
            continue;
        }
        for whose in world.everybody(question.list) {
            let unasked = answers.get(question, whose).is_none();
            if unasked && world.applies(id, whose) == Truth::Yes {
                found.push(Ask::Question(id, whose));
            }
        }
    }
    found
}

fn look_ahead(
    answers: &Answers,
    world: &World<'_>,
    now: &Standing,
    judge: &mut Judge,
    ask: Ask,
) -> OpenQuestion {
    let Trial { settled, helps, burden, exact } = match ask {
        Ask::Question(id, whose) => try_answers(answers, world, now, judge, id, whose),
        Ask::List(list) => try_list(answers, world, now, judge, list),
    };
    let all: usize = settled.iter().map(Vec::len).sum();
    let mean = all * 1000 / settled.len().max(1) / usize::from(burden.max(1));
    let usefulness = u32::try_from(mean + helps.len()).unwrap_or(u32::MAX);
    let mut decides: Vec<SchemeId> = settled.into_iter().flatten().collect();
    decides.sort_unstable();
    decides.dedup();
    OpenQuestion { ask, decides, helps, usefulness, exact }
}

/// What came of trying the answers to one question.
struct Trial {
    /// For each answer, the schemes it settles.
    settled: Vec<Vec<SchemeId>>,
    helps: Vec<SchemeId>,
    burden: u8,
    exact: bool,
}

fn try_answers(
    answers: &Answers,
    world: &World<'_>,
    now: &Standing,
    judge: &mut Judge,
    id: QuestionId,
    whose: Whose,
) -> Trial {
    let rulebook = world.rulebook;
    let all = rulebook.schemes_of.get(id.row()).into_iter().flatten();
    let affected: Vec<SchemeId> = all.copied().filter(|&scheme| now.is_open(scheme)).collect();
    let cells = cells(rulebook, id, world.slot(id, whose));
    let tried = if affected.is_empty() { Vec::new() } else { with_samples(rulebook, id, &cells) };
    let settled = tried.into_iter().map(|slot| {
        let tried = supposing(answers, world, id, whose, slot);
        newly_settled(world, &tried, now, judge, &affected)
    });
    let settled = settled.collect();
    let burden = rulebook.questions.get(id.row()).map_or(1, |question| question.burden);
    Trial { settled, helps: now.helps(id), burden, exact: cells.exact }
}

/// Tries that there is nobody, and that there is one record of which nothing is known.
fn try_list(answers: &Answers, world: &World<'_>, now: &Standing, judge: &mut Judge, list: ListId) -> Trial {
    let rulebook = world.rulebook;
    let about = |scheme: SchemeId| {
        rulebook.schemes.get(scheme.row()).is_some_and(|scheme| scheme.subject == SubjectKind::Each(list))
    };
    let affected: Vec<SchemeId> = (0..rulebook.schemes.len())
        .map(|row| SchemeId(u16::try_from(row).unwrap_or(u16::MAX)))
        .filter(|&scheme| now.is_open(scheme) && (about(scheme) || now.reads(list, scheme)))
        .collect();
    let mut none = answers.clone();
    none.tell_none(list);
    let mut one = answers.clone();
    // The list has room for one record, so this cannot fail; if it did, nothing is tried.
    let _row = one.add_record(rulebook, list);
    let settled = [none, one].into_iter().map(|told| {
        let standing = Standing::of(&World::new(rulebook, &told, world.as_on), judge);
        affected.iter().copied().filter(|&scheme| !standing.is_open(scheme)).collect()
    });
    Trial { settled: settled.collect(), helps: affected.clone(), burden: 1, exact: false }
}

fn supposing<'r>(
    answers: &Answers,
    world: &World<'r>,
    id: QuestionId,
    whose: Whose,
    slot: Slot,
) -> World<'r> {
    let mut answers = answers.clone();
    // The piece lies inside the bounds, so this cannot fail; if it did, nothing changes.
    let _taken = answers.set(world.rulebook, id, whose, Some(Answer::Known(slot)));
    World::new(world.rulebook, &answers, world.as_on)
}

/// Where an expression uses the answer, a whole interval settles less than one value does: then the
/// ends and the middle of each interval are tried.
fn with_samples(rulebook: &Rulebook, id: QuestionId, cells: &Cells) -> Vec<Slot> {
    let ordered = rulebook.questions.get(id.row()).is_some_and(|question| {
        matches!(question.answer, AnswerType::Number { .. } | AnswerType::Date { .. })
    });
    if cells.exact || !ordered {
        return cells.sets.clone();
    }
    let points = |slot: &Slot| [slot.low, slot.low.midpoint(slot.high), slot.high].map(Slot::exactly);
    let mut samples: Vec<Slot> = cells.sets.iter().flat_map(points).collect();
    samples.dedup();
    samples
}

/// Schemes that were open and no longer are.
///
/// Only what differs from the world before is worked out again: predicates that depend on an answer
/// that changed, and subjects whose answers changed.
fn newly_settled(
    before: &World<'_>,
    tried: &World<'_>,
    now: &Standing,
    judge: &mut Judge,
    affected: &[SchemeId],
) -> Vec<SchemeId> {
    let rulebook = before.rulebook;
    let changed = Changed::between(before, tried);
    let mut verdicts: Vec<Option<Verdict>> = vec![None; affected.len()];
    for pass in &now.passes {
        judge.other_world(&pass.truths, rulebook, changed.questions.iter().map(|(question, _)| *question));
        let slots = tried.slots(whose_of(pass.subject));
        for (&id, verdict) in affected.iter().zip(&mut verdicts) {
            let Some(scheme) = rulebook.schemes.get(id.row()).filter(|scheme| scheme.subject == pass.kind)
            else {
                continue;
            };
            // What is settled stays settled: one more answer never turns it.
            let known = pass.verdict(id.row());
            let open = known == Some(Verdict::CannotTell);
            let found = if open && changed.touches(pass.subject, |list| now.reads(list, id)) {
                Some(judge.judge(tried, scheme, pass.subject, slots).verdict)
            } else {
                known
            };
            *verdict = together([*verdict, found].into_iter().flatten()).into();
        }
    }
    let settled = affected.iter().zip(verdicts);
    settled.filter(|(_, verdict)| *verdict != Some(Verdict::CannotTell)).map(|(&id, _)| id).collect()
}

/// Answers that differ between two worlds with the same subjects.
struct Changed {
    questions: Vec<(QuestionId, Whose)>,
}

impl Changed {
    fn between(before: &World<'_>, after: &World<'_>) -> Changed {
        let mut questions = Vec::new();
        for (question, row) in before.rulebook.questions.iter().zip(0u16..) {
            for whose in before.everybody(question.list) {
                let at = usize::from(question.slot);
                if before.slots(whose).get(at) != after.slots(whose).get(at) {
                    questions.push((QuestionId(row), whose));
                }
            }
        }
        Changed { questions }
    }

    /// Whether a scheme can judge this subject another way than before.
    fn touches(&self, subject: Subject, reads: impl Fn(ListId) -> bool) -> bool {
        self.questions.iter().any(|(_, whose)| match *whose {
            Whose::Organisation => true,
            Whose::Record(list, _) => *whose == whose_of(subject) || reads(list),
        })
    }
}
