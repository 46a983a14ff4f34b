//! The world: for every question the values that are still possible, after what does not apply and
//! what clashes was taken into account.

use crate::advice::ConflictFound;
use crate::answers::{Answer, Answers, Record, Whose};
use crate::date::Date;
use crate::evaluate::Scope;
use crate::rulebook::{Conflict, ListId, Question, QuestionId, Rulebook};
use crate::slot::Slot;
use crate::truth::Truth;

/// Possible values of every question on one day.
#[derive(Clone, Debug)]
pub struct World<'r> {
    /// The rules.
    pub rulebook: &'r Rulebook,
    /// The day of the advice.
    pub as_on: Date,
    organisation: Vec<Slot>,
    lists: Vec<Told>,
    conflicts: Vec<ConflictFound>,
}

/// An answer that is tried out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Supposed {
    pub(crate) question: QuestionId,
    pub(crate) whose: Whose,
    pub(crate) slot: Slot,
}

/// What is told of a list.
#[derive(Clone, Debug)]
enum Told {
    /// Nothing yet: one imagined record of which nothing is known.
    NotYet(Vec<Slot>),
    /// These records.
    Records(Vec<Vec<Slot>>),
}

/// The records of a list as an expression sees them.
#[derive(Clone, Copy, Debug)]
pub enum Records<'w> {
    /// Any number up to the maximum, each like this one.
    NotTold(&'w [Slot]),
    /// These.
    Told(&'w [Vec<Slot>]),
}

impl<'r> World<'r> {
    /// The world that these answers allow on this day.
    pub fn new(rulebook: &'r Rulebook, answers: &Answers, as_on: Date) -> World<'r> {
        let mut world = Self::of_answers(rulebook, answers, as_on);
        let conflicts = world.find_conflicts();
        if !conflicts.is_empty() {
            let answers = without_clashing(rulebook, answers, &conflicts);
            world = Self::of_answers(rulebook, &answers, as_on);
            world.conflicts = conflicts;
        }
        world
    }

    /// The world if these answers were given instead: what [`World::new`] makes of them, but only
    /// what hangs on them is worked out again.
    pub(crate) fn supposing(&self, answers: &Answers, supposed: &[Supposed]) -> World<'r> {
        self.without_new_clash(answers, supposed).unwrap_or_else(|| {
            let mut answers = answers.clone();
            for &Supposed { question, whose, slot } in supposed {
                // Inside the bounds and about somebody who exists; if not, nothing changes.
                let _taken = answers.set(self.rulebook, question, whose, Some(Answer::Known(slot)));
            }
            World::new(self.rulebook, &answers, self.as_on)
        })
    }

    /// `None` where answers clash, before or after.
    fn without_new_clash(&self, answers: &Answers, supposed: &[Supposed]) -> Option<World<'r>> {
        let index = &self.rulebook.index;
        let mut world = self.conflicts.is_empty().then(|| self.clone())?;
        for one in supposed {
            world.look_again(answers, supposed, one.question);
            for &guarded in rows_of(&index.guarded_by, one.question) {
                world.look_again(answers, supposed, guarded);
            }
        }
        let clashes = supposed.iter().flat_map(|one| rows_of(&index.conflicts_of, one.question));
        let mut clashes = clashes.filter_map(|&row| self.rulebook.conflicts.get(usize::from(row)));
        (!clashes.any(|conflict| world.clash(conflict).next().is_some())).then_some(world)
    }

    /// Takes the answers to a question as they are told or supposed, and applies its `ask_if`.
    fn look_again(&mut self, answers: &Answers, supposed: &[Supposed], id: QuestionId) {
        let rulebook = self.rulebook;
        let Some(question) = rulebook.questions.get(id.row()) else {
            return;
        };
        for whose in self.everybody(question.list) {
            let as_supposed = supposed.iter().find(|one| one.question == id && one.whose == whose);
            let slot = match (as_supposed, answers.get(question, whose)) {
                (Some(one), _) => one.slot,
                (None, Some(Answer::Known(slot)))
                    if question.answer.admits(slot, rulebook.municipalities.len()) =>
                {
                    slot
                }
                (None, Some(Answer::Known(_) | Answer::NotKnown) | None) => self.anything(id),
            };
            self.suppose(id, whose, slot);
        }
        self.apply_guard(id);
    }

    fn of_answers(rulebook: &'r Rulebook, answers: &Answers, as_on: Date) -> World<'r> {
        let mut world = World {
            rulebook,
            as_on,
            organisation: anything(rulebook, None),
            lists: Vec::with_capacity(rulebook.lists.len()),
            conflicts: Vec::new(),
        };
        world.lists =
            (0..rulebook.lists.len()).map(|row| told(rulebook, answers, ListId(narrow(row)))).collect();
        fill(rulebook, answers.organisation(), None, &mut world.organisation);
        for &question in &rulebook.asking_order {
            world.apply_guard(question);
        }
        world
    }

    /// Answers that cannot be true together.
    pub fn conflicts(&self) -> &[ConflictFound] {
        &self.conflicts
    }

    /// What is known of the organisation.
    pub fn organisation(&self) -> &[Slot] {
        &self.organisation
    }

    /// The records of a list.
    pub fn records(&self, list: ListId) -> Records<'_> {
        match self.lists.get(list.row()) {
            Some(Told::Records(records)) => Records::Told(records),
            Some(Told::NotYet(imagined)) => Records::NotTold(imagined),
            None => Records::Told(&[]),
        }
    }

    /// What is known of the organisation or a record; of a list that was not told yet, any row is
    /// the imagined record.
    pub fn slots(&self, whose: Whose) -> &[Slot] {
        match whose {
            Whose::Organisation => &self.organisation,
            Whose::Record(list, row) => match self.records(list) {
                Records::NotTold(imagined) => imagined,
                Records::Told(records) => records.get(usize::from(row)).map_or(&[], Vec::as_slice),
            },
        }
    }

    /// What is known of one question.
    pub fn slot(&self, question: QuestionId, whose: Whose) -> Slot {
        let Some(row) = self.rulebook.questions.get(question.row()) else {
            return Slot::bits(0);
        };
        let whose = if row.list.is_none() { Whose::Organisation } else { whose };
        let known = self.slots(whose).get(usize::from(row.slot)).copied();
        known.unwrap_or_else(|| self.anything(question))
    }

    /// Everything that can be answered to a question.
    pub(crate) fn anything(&self, question: QuestionId) -> Slot {
        let row = self.rulebook.questions.get(question.row());
        row.map_or(Slot::bits(0), |row| row.answer.anything(self.rulebook.municipalities.len()))
    }

    /// Replaces what is known of one question; used to try out answers.
    pub(crate) fn suppose(&mut self, question: QuestionId, whose: Whose, slot: Slot) {
        let Some(row) = self.rulebook.questions.get(question.row()).map(|q| usize::from(q.slot)) else {
            return;
        };
        let slots = match whose {
            Whose::Organisation => Some(&mut self.organisation),
            Whose::Record(list, row) => match self.lists.get_mut(list.row()) {
                Some(Told::NotYet(imagined)) => Some(imagined),
                Some(Told::Records(records)) => records.get_mut(usize::from(row)),
                None => None,
            },
        };
        if let Some(place) = slots.and_then(|slots| slots.get_mut(row)) {
            *place = slot;
        }
    }

    /// Whether a question applies: its `ask_if`, or yes if it has none.
    pub fn applies(&self, question: QuestionId, whose: Whose) -> Truth {
        let Some(question) = self.rulebook.questions.get(question.row()) else {
            return Truth::No;
        };
        match question.ask_if {
            None => Truth::Yes,
            Some(node) => Scope::new(self, self.slots(whose)).value(node).truth(),
        }
    }

    /// Settled meaning 6: certainly applies: the answer; certainly not: `otherwise`; else both.
    fn apply_guard(&mut self, id: QuestionId) {
        let rulebook = self.rulebook;
        let Some(question) = rulebook.questions.get(id.row()) else {
            return;
        };
        let Some(otherwise) = question.otherwise else {
            return;
        };
        for whose in self.everybody(question.list) {
            let slot = self.slot(id, whose);
            let slot = match self.applies(id, whose) {
                Truth::Yes => continue,
                Truth::No => otherwise,
                Truth::Open => slot.union(otherwise, question.slot_kind()),
            };
            self.suppose(id, whose, slot);
        }
    }

    /// The organisation, or each record of the list (the imagined one as row 0).
    pub(crate) fn everybody(&self, list: Option<ListId>) -> impl Iterator<Item = Whose> + use<> {
        let count = match list.map(|list| self.records(list)) {
            None | Some(Records::NotTold(_)) => 1,
            Some(Records::Told(records)) => records.len(),
        };
        let whose = move |row| list.map_or(Whose::Organisation, |list| Whose::Record(list, narrow(row)));
        (0..count).map(whose)
    }

    fn find_conflicts(&self) -> Vec<ConflictFound> {
        let rows = self.rulebook.conflicts.iter().zip(0u16..);
        rows.flat_map(|(conflict, row)| {
            self.clash(conflict).map(move |whose| ConflictFound { conflict: row, whose })
        })
        .collect()
    }

    /// Whose answers clash in this way.
    fn clash(&self, conflict: &Conflict) -> impl Iterator<Item = Whose> {
        self.everybody(conflict.list)
            .filter(|&whose| Scope::new(self, self.slots(whose)).value(conflict.when).truth() == Truth::Yes)
    }
}

fn rows_of<T>(table: &[Vec<T>], question: QuestionId) -> &[T] {
    table.get(question.row()).map_or(&[], Vec::as_slice)
}

fn narrow(row: usize) -> u16 {
    u16::try_from(row).unwrap_or(u16::MAX)
}

fn anything(rulebook: &Rulebook, list: Option<ListId>) -> Vec<Slot> {
    let own = rulebook.questions.iter().filter(|question| question.list == list);
    let width = own.clone().map(|question| usize::from(question.slot) + 1).max().unwrap_or(0);
    let mut slots = vec![Slot::bits(0); width];
    for question in own {
        if let Some(slot) = slots.get_mut(usize::from(question.slot)) {
            *slot = question.answer.anything(rulebook.municipalities.len());
        }
    }
    slots
}

fn told(rulebook: &Rulebook, answers: &Answers, list: ListId) -> Told {
    let imagined = anything(rulebook, Some(list));
    let Some(records) = answers.records(list) else {
        return Told::NotYet(imagined);
    };
    let filled = records.iter().map(|record| {
        let mut slots = imagined.clone();
        fill(rulebook, record, Some(list), &mut slots);
        slots
    });
    Told::Records(filled.collect())
}

fn fill(rulebook: &Rulebook, record: &Record, list: Option<ListId>, slots: &mut [Slot]) {
    for question in rulebook.questions.iter().filter(|question| question.list == list) {
        if let Some(Answer::Known(slot)) = record.get(question.slot)
            && question.answer.admits(slot, rulebook.municipalities.len())
            && let Some(place) = slots.get_mut(usize::from(question.slot))
        {
            *place = slot;
        }
    }
}

/// Settled meaning 7: each question that a conflict names counts as "anything".
fn without_clashing(rulebook: &Rulebook, answers: &Answers, found: &[ConflictFound]) -> Answers {
    let mut answers = answers.clone();
    for clash in found {
        let Some(conflict) = rulebook.conflicts.get(usize::from(clash.conflict)) else {
            continue;
        };
        for &id in &conflict.questions {
            let list = rulebook.questions.get(id.row()).and_then(|question: &Question| question.list);
            let whose = if list.is_none() { Whose::Organisation } else { clash.whose };
            // The question and the record exist, so this cannot fail; if it did, nothing changes.
            let _taken_back = answers.set(rulebook, id, whose, None);
        }
    }
    answers
}
