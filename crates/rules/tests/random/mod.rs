//! Random answers to the real questions.

#![allow(dead_code)] // each file of tests uses its own part
#![allow(clippy::expect_used, clippy::wildcard_enum_match_arm)] // a test that cannot go on stops

use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{AnswerType, ListId, Predicate, Question, QuestionId, Rulebook};
use steunwijzer_engine::slot::{Slot, SlotKind};
use steunwijzer_engine::world::World;

/// The row of numbers that follows from a seed (SplitMix64).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % sides.max(1)
    }

    fn bit_of(&mut self, bits: i64) -> i64 {
        let set: Vec<i64> = (0..60).map(|row| 1i64 << row).filter(|bit| bits & bit != 0).collect();
        set[usize::try_from(self.roll(set.len() as u64)).expect("small")]
    }
}

/// A day on which many rules are in force.
pub(crate) fn day(dice: &mut Dice) -> Date {
    Date::new(2026, 11, 21).expect("exists").plus_days(i64::try_from(dice.roll(60)).expect("small"))
}

/// All questions with their ids.
pub(crate) fn questions(rulebook: &Rulebook) -> impl Iterator<Item = (QuestionId, &Question)> {
    rulebook
        .questions
        .iter()
        .enumerate()
        .map(|(row, question)| (QuestionId(u16::try_from(row).expect("small")), question))
}

/// A single value of what is possible; often one beside a limit of a rule.
pub(crate) fn value(rulebook: &Rulebook, id: QuestionId, within: Slot, dice: &mut Dice) -> Slot {
    let question = &rulebook.questions[id.row()];
    match question.slot_kind() {
        SlotKind::Bits => Slot::bits(dice.bit_of(within.low)),
        SlotKind::TwoBits => {
            let open = within.high & !within.low;
            let chosen = within.low | (open & i64::try_from(dice.roll(1 << 40)).expect("small"));
            Slot { low: chosen, high: chosen }
        }
        SlotKind::Interval => Slot::exactly(ordered_value(rulebook, id, within, dice)),
    }
}

fn ordered_value(rulebook: &Rulebook, id: QuestionId, within: Slot, dice: &mut Dice) -> i64 {
    let limits: Vec<i64> = rulebook.index.predicates_of[id.row()]
        .iter()
        .flat_map(|predicate| match rulebook.predicates[predicate.row()] {
            Predicate::Within(_, low, high) => vec![low, high],
            _ => Vec::new(),
        })
        .filter(|limit| within.low <= *limit && *limit <= within.high)
        .collect();
    let row = usize::try_from(dice.roll(limits.len() as u64 + 1)).expect("small");
    let value = match limits.get(row) {
        Some(&limit) => limit.saturating_add(i64::try_from(dice.roll(3)).expect("small") - 1),
        None if is_place(rulebook, id) => place_of_a_rule(rulebook, id, dice).unwrap_or(within.low),
        None => {
            let width = u64::try_from(within.high.saturating_sub(within.low)).unwrap_or(0).saturating_add(1);
            // Small values as often as large ones: limits inside expressions are mostly small.
            let width = width >> dice.roll(u64::from(width.ilog2()) + 1);
            within.low.saturating_add(i64::try_from(dice.roll(width)).unwrap_or(0))
        }
    };
    value.clamp(within.low, within.high)
}

fn is_place(rulebook: &Rulebook, id: QuestionId) -> bool {
    matches!(rulebook.questions[id.row()].answer, AnswerType::Place)
}

/// A municipality inside a set of places of some rule, or any.
fn place_of_a_rule(rulebook: &Rulebook, id: QuestionId, dice: &mut Dice) -> Option<i64> {
    let sets: Vec<_> = rulebook.index.predicates_of[id.row()]
        .iter()
        .filter_map(|predicate| match rulebook.predicates[predicate.row()] {
            Predicate::PlaceIn(_, set) => Some(set),
            _ => None,
        })
        .collect();
    let all = rulebook.municipalities.len();
    let row = usize::try_from(dice.roll(sets.len() as u64 + 1)).ok()?;
    let inside: Vec<usize> = match sets.get(row) {
        Some(set) => {
            (0..all).filter(|row| rulebook.place_sets[set.row()][row / 64] >> (row % 64) & 1 == 1).collect()
        }
        None => (0..all).collect(),
    };
    let chosen = usize::try_from(dice.roll(inside.len() as u64)).ok()?;
    inside.get(chosen).and_then(|row| i64::try_from(*row).ok())
}

/// A set of values that is not empty: everything, one value, or something between.
fn some_set(rulebook: &Rulebook, id: QuestionId, dice: &mut Dice) -> Slot {
    let question = &rulebook.questions[id.row()];
    let anything = question.answer.anything(rulebook.municipalities.len());
    let (a, b) = (value(rulebook, id, anything, dice), value(rulebook, id, anything, dice));
    match dice.roll(3) {
        0 => a.union(b, question.slot_kind()),
        _ => a,
    }
}

/// Partial answers that do not clash: each question answered or not, lists told or not.
pub(crate) fn partial(rulebook: &Rulebook, on: Date, dice: &mut Dice) -> Answers {
    let answers = partial_with_clashes(rulebook, dice);
    without_clashes(rulebook, answers, None, on, dice)
}

/// Partial answers, some of which may not be true together.
pub(crate) fn partial_with_clashes(rulebook: &Rulebook, dice: &mut Dice) -> Answers {
    let mut answers = Answers::new(rulebook);
    let density = dice.roll(11);
    for row in 0..rulebook.lists.len() {
        let list = ListId(u16::try_from(row).expect("small"));
        match dice.roll(4) {
            0 => answers.tell_none(list),
            1 => {}
            records => {
                for _ in 0..records - 1 {
                    answers.add_record(rulebook, list).expect("room for two");
                }
            }
        }
    }
    for (id, question) in questions(rulebook) {
        for whose in everybody(&answers, question.list) {
            if dice.roll(10) < density {
                let slot = some_set(rulebook, id, dice);
                answers.set(rulebook, id, whose, Some(Answer::Known(slot))).expect("inside the bounds");
            }
        }
    }
    answers
}

/// The same answers with every question settled and every list told.
pub(crate) fn completed(rulebook: &Rulebook, partial: &Answers, on: Date, dice: &mut Dice) -> Answers {
    let mut answers = partial.clone();
    for row in 0..rulebook.lists.len() {
        let list = ListId(u16::try_from(row).expect("small"));
        if answers.records(list).is_none() {
            answers.tell_none(list);
            for _ in 0..dice.roll(3) {
                answers.add_record(rulebook, list).expect("room for two");
            }
        }
    }
    for (id, question) in questions(rulebook) {
        for whose in everybody(&answers, question.list) {
            let within = match answers.get(question, whose) {
                Some(Answer::Known(slot)) => slot,
                Some(Answer::NotKnown) | None => question.answer.anything(rulebook.municipalities.len()),
            };
            let slot = value(rulebook, id, within, dice);
            answers.set(rulebook, id, whose, Some(Answer::Known(slot))).expect("inside the bounds");
        }
    }
    without_clashes(rulebook, answers, Some(partial), on, dice)
}

/// Gives the answers that clash another value inside `within` (or takes them back where nothing was
/// told), a few times over.
pub(crate) fn without_clashes(
    rulebook: &Rulebook,
    mut answers: Answers,
    within: Option<&Answers>,
    on: Date,
    dice: &mut Dice,
) -> Answers {
    for _ in 0..24 {
        let world = World::new(rulebook, &answers, on);
        for clash in world.conflicts() {
            for &id in &rulebook.conflicts[usize::from(clash.conflict)].questions {
                let question = &rulebook.questions[id.row()];
                for whose in everybody(&answers, question.list) {
                    let allowed = within.and_then(|within| within.get(question, whose));
                    let anything = question.answer.anything(rulebook.municipalities.len());
                    let slot = match (within, allowed) {
                        (None, _) => None,
                        (Some(_), Some(Answer::Known(slot))) => Some(value(rulebook, id, slot, dice)),
                        (Some(_), Some(Answer::NotKnown) | None) => Some(value(rulebook, id, anything, dice)),
                    };
                    answers.set(rulebook, id, whose, slot.map(Answer::Known)).expect("inside the bounds");
                }
            }
        }
        if world.conflicts().is_empty() {
            break;
        }
    }
    answers
}

/// The organisation, or each record that was told.
pub(crate) fn everybody(answers: &Answers, list: Option<ListId>) -> Vec<Whose> {
    match list {
        None => vec![Whose::Organisation],
        Some(list) => {
            let count = answers.records(list).map_or(0, <[_]>::len);
            (0..count).map(|row| Whose::Record(list, u16::try_from(row).expect("small"))).collect()
        }
    }
}
