//! The next question: of all open ones, the one whose answer settles most.
//!
//! For every open question each set of answers that the rules tell apart is tried, and the schemes
//! that depend on it are judged again: an exact look-ahead of one step.

use crate::advice::{Ask, OpenQuestion, State, Verdict};
use crate::advise::{subject_kinds, together};
use crate::answers::{Answer, Answers, Whose};
use crate::cells::{Cells, cells};
use crate::date::Date;
use crate::judge::{Judge, subjects};
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
        .map(|ask| look_ahead(rulebook, answers, &world, &now, &mut judge, ask))
        .filter(|question| question.usefulness > 0)
        .collect();
    open.sort_by_key(|question| std::cmp::Reverse(question.usefulness));
    open
}

/// Where every scheme stands, and which questions its open conditions use.
struct Standing {
    verdicts: Vec<Verdict>,
    open_questions: Vec<Vec<QuestionId>>,
}

impl Standing {
    fn of(world: &World<'_>, judge: &mut Judge) -> Standing {
        let rulebook = world.rulebook;
        let mut verdicts: Vec<Vec<Verdict>> = vec![Vec::new(); rulebook.schemes.len()];
        let mut open_questions: Vec<Vec<QuestionId>> = vec![Vec::new(); rulebook.schemes.len()];
        for kind in subject_kinds(rulebook) {
            for (subject, slots) in subjects(world, kind) {
                judge.next_subject();
                for (row, scheme) in
                    rulebook.schemes.iter().enumerate().filter(|(_, scheme)| scheme.subject == kind)
                {
                    let verdict = judge.judge(world, scheme, subject, slots).verdict;
                    if let Some(seen) = verdicts.get_mut(row) {
                        seen.push(verdict);
                    }
                    if let (Verdict::CannotTell, Some(open)) = (verdict, open_questions.get_mut(row)) {
                        open.extend(questions_of_open(rulebook, scheme.conditions.0, judge.states(scheme)));
                    }
                }
            }
        }
        Standing {
            verdicts: verdicts.into_iter().map(|seen| together(seen.into_iter())).collect(),
            open_questions,
        }
    }

    fn is_open(&self, scheme: SchemeId) -> bool {
        self.verdicts.get(scheme.row()) == Some(&Verdict::CannotTell)
    }

    fn helps(&self, question: QuestionId) -> Vec<SchemeId> {
        let rows = self.open_questions.iter().enumerate().filter(|(_, open)| open.contains(&question));
        rows.map(|(row, _)| SchemeId(u16::try_from(row).unwrap_or(u16::MAX))).collect()
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
    rulebook: &Rulebook,
    answers: &Answers,
    world: &World<'_>,
    now: &Standing,
    judge: &mut Judge,
    ask: Ask,
) -> OpenQuestion {
    let Trial { worlds, affected, helps, burden, exact } = trial(rulebook, answers, world, now, ask);
    let mut decides = Vec::new();
    let mut settled = 0usize;
    let count = worlds.len().max(1);
    for tried in worlds {
        for scheme in newly_settled(rulebook, judge, &tried, now, &affected) {
            settled += 1;
            if !decides.contains(&scheme) {
                decides.push(scheme);
            }
        }
    }
    decides.sort_unstable();
    let mean = settled * 1000 / count / usize::from(burden.max(1));
    let usefulness = u32::try_from(mean + helps.len()).unwrap_or(u32::MAX);
    OpenQuestion { ask, decides, helps, usefulness, exact }
}

/// What is tried for one question.
struct Trial<'r> {
    worlds: Vec<World<'r>>,
    affected: Vec<SchemeId>,
    helps: Vec<SchemeId>,
    burden: u8,
    exact: bool,
}

fn trial<'r>(
    rulebook: &'r Rulebook,
    answers: &Answers,
    world: &World<'_>,
    now: &Standing,
    ask: Ask,
) -> Trial<'r> {
    match ask {
        Ask::Question(id, whose) => {
            let affected: Vec<SchemeId> = rulebook.schemes_of.get(id.row()).cloned().unwrap_or_default();
            let affected: Vec<SchemeId> =
                affected.into_iter().filter(|&scheme| now.is_open(scheme)).collect();
            let cells = if affected.is_empty() {
                Cells { sets: Vec::new(), cover: true, exact: true }
            } else {
                cells(rulebook, id, world.slot(id, whose))
            };
            let tried = with_samples(rulebook, id, &cells).into_iter();
            let worlds =
                tried.map(|slot| supposing(rulebook, answers, world.as_on, id, whose, slot)).collect();
            let burden = rulebook.questions.get(id.row()).map_or(1, |question| question.burden);
            Trial { worlds, affected, helps: now.helps(id), burden, exact: cells.exact }
        }
        Ask::List(list) => {
            let about = |row: usize| {
                rulebook.schemes.get(row).is_some_and(|scheme| scheme.subject == SubjectKind::Each(list))
            };
            let affected: Vec<SchemeId> = (0..rulebook.schemes.len())
                .filter(|&row| about(row) || rulebook.reads_list(row, list))
                .map(|row| SchemeId(u16::try_from(row).unwrap_or(u16::MAX)))
                .filter(|&scheme| now.is_open(scheme))
                .collect();
            let mut none = answers.clone();
            none.tell_none(list);
            let mut one = answers.clone();
            // The list has room for one record, so this cannot fail; if it did, nothing is tried.
            let _row = one.add_record(rulebook, list);
            let worlds = [none, one].iter().map(|told| World::new(rulebook, told, world.as_on)).collect();
            Trial { worlds, helps: affected.clone(), affected, burden: 1, exact: false }
        }
    }
}

fn supposing<'r>(
    rulebook: &'r Rulebook,
    answers: &Answers,
    as_on: Date,
    id: QuestionId,
    whose: Whose,
    slot: Slot,
) -> World<'r> {
    let mut answers = answers.clone();
    // The piece lies inside the bounds, so this cannot fail; if it did, nothing changes.
    let _taken = answers.set(rulebook, id, whose, Some(Answer::Known(slot)));
    World::new(rulebook, &answers, as_on)
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
fn newly_settled(
    rulebook: &Rulebook,
    judge: &mut Judge,
    tried: &World<'_>,
    now: &Standing,
    affected: &[SchemeId],
) -> Vec<SchemeId> {
    let mut verdicts: Vec<(SchemeId, Verdict)> = Vec::new();
    for kind in subject_kinds(rulebook) {
        let own: Vec<SchemeId> = affected
            .iter()
            .copied()
            .filter(|id| rulebook.schemes.get(id.row()).is_some_and(|scheme| scheme.subject == kind))
            .collect();
        if own.is_empty() {
            continue;
        }
        for (subject, slots) in subjects(tried, kind) {
            judge.next_subject();
            for &id in &own {
                let Some(scheme) = rulebook.schemes.get(id.row()) else {
                    continue;
                };
                verdicts.push((id, judge.judge(tried, scheme, subject, slots).verdict));
            }
        }
    }
    affected
        .iter()
        .copied()
        .filter(|&id| now.is_open(id))
        .filter(|&id| {
            let own = verdicts.iter().filter(|(scheme, _)| *scheme == id).map(|(_, verdict)| *verdict);
            together(own) != Verdict::CannotTell
        })
        .collect()
}
