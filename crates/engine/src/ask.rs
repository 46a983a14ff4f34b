//! The next question: of all open ones, the one whose answer settles most.
//!
//! For every open question each set of answers that the rules tell apart is tried, and the schemes
//! that depend on it are judged again: an exact look-ahead of one step.

mod plain;
mod standing;
mod trial;

use crate::advice::{Ask, OpenQuestion};
use crate::answers::{Answers, Whose};
use crate::cells::{Cells, cells};
use crate::date::Date;
use crate::judge::Judge;
use crate::order::in_order;
use crate::rulebook::{AnswerType, ListId, QuestionId, Rulebook, SchemeId, SubjectKind};
use crate::slot::Slot;
use crate::truth::Truth;
use crate::world::World;
use standing::Standing;
use trial::Settled;

pub use plain::open_questions_plainly;

/// Open questions that can still matter, the most useful first.
pub fn open_questions(rulebook: &Rulebook, answers: &Answers, as_on: Date) -> Vec<OpenQuestion> {
    let world = World::new(rulebook, answers, as_on);
    let mut judge = Judge::new(rulebook);
    let now = Standing::of(&world, &mut judge, |_| true);
    let look = Look { answers, world: &world, now };
    ranked(candidates(rulebook, answers, &world).into_iter().map(|ask| look.ahead(&mut judge, ask)))
}

/// Those that can matter, the most useful first.
fn ranked(questions: impl Iterator<Item = OpenQuestion>) -> Vec<OpenQuestion> {
    let open = questions.filter(|question| question.usefulness > 0);
    in_order(open, |question| std::cmp::Reverse(question.usefulness))
}

/// What everything that is tried is compared with.
struct Look<'r> {
    answers: &'r Answers,
    world: &'r World<'r>,
    now: Standing,
}

/// What came of trying the answers to one question.
struct Trial {
    settled: Settled,
    helps: Vec<SchemeId>,
    burden: u8,
    exact: bool,
}

impl Trial {
    fn weighed(self, ask: Ask) -> OpenQuestion {
        let Trial { settled, helps, burden, exact } = self;
        let all: usize = settled.times.iter().map(|(_, times)| times).sum();
        let mean = all * 1000 / settled.tried.max(1) / usize::from(burden.max(1));
        let usefulness = u32::try_from(mean + helps.len()).unwrap_or(u32::MAX);
        let decided = settled.times.into_iter().filter(|(_, times)| *times > 0);
        let decides = decided.map(|(id, _)| id).collect();
        OpenQuestion { ask, decides, helps, usefulness, exact }
    }
}

impl Look<'_> {
    fn ahead(&self, judge: &mut Judge, ask: Ask) -> OpenQuestion {
        let trial = match ask {
            Ask::Question(id, whose) => self.answers(judge, id, whose),
            Ask::List(list) => self.list(judge, list),
        };
        trial.weighed(ask)
    }

    fn answers(&self, judge: &mut Judge, id: QuestionId, whose: Whose) -> Trial {
        let rulebook = self.world.rulebook;
        let all = rulebook.index.schemes_of.get(id.row()).into_iter().flatten();
        let open: Vec<SchemeId> = all.copied().filter(|&scheme| self.now.is_open(scheme)).collect();
        let cells = cells(rulebook, id, self.world.slot(id, whose));
        let tried = if open.is_empty() { Vec::new() } else { with_samples(rulebook, id, &cells) };
        let settled = trial::settled_by(self, judge, (id, whose), &tried, &open);
        let burden = rulebook.questions.get(id.row()).map_or(1, |question| question.burden);
        Trial { settled, helps: self.now.helps(id), burden, exact: cells.exact }
    }

    /// Tries that there is nobody, and that there is one record of which nothing is known.
    fn list(&self, judge: &mut Judge, list: ListId) -> Trial {
        let rulebook = self.world.rulebook;
        let rows = rulebook.schemes.iter().zip(&rulebook.index.lists_in).zip(0..);
        let affected: Vec<SchemeId> = rows
            .filter(|((scheme, lists), _)| scheme.subject == SubjectKind::Each(list) || lists.contains(&list))
            .map(|(_, row)| SchemeId(row))
            .filter(|&scheme| self.now.is_open(scheme))
            .collect();
        let mut settled = Settled::none_of(affected.iter().copied());
        for told in told(rulebook, self.answers, list) {
            let world = World::new(rulebook, &told, self.world.as_on);
            let standing = Standing::of(&world, judge, |scheme| affected.contains(&scheme));
            settled.count(|_, scheme| standing.verdict(scheme));
        }
        Trial { settled, helps: affected, burden: 1, exact: false }
    }
}

/// Questions that were not asked and certainly apply, and lists that were not told.
fn candidates(rulebook: &Rulebook, answers: &Answers, world: &World<'_>) -> Vec<Ask> {
    let mut found = Vec::new();
    for (list, row) in rulebook.lists.iter().zip(0..) {
        if answers.records(ListId(row)).is_none() && list.max > 0 {
            found.push(Ask::List(ListId(row)));
        }
    }
    for (question, row) in rulebook.questions.iter().zip(0..) {
        let id = QuestionId(row);
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

/// The same answers where the list is empty, and where it has one record.
fn told(rulebook: &Rulebook, answers: &Answers, list: ListId) -> [Answers; 2] {
    let mut none = answers.clone();
    none.tell_none(list);
    let mut one = answers.clone();
    // The list has room for one record, so this cannot fail; if it did, nothing is tried.
    let _row = one.add_record(rulebook, list);
    [none, one]
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
