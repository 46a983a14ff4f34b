//! Cuts the answers to a question where a verdict can change: the thresholds of the rules divide a
//! range into intervals within which every predicate on the bare answer says the same.

use crate::order::in_order;
use crate::rulebook::{AnswerType, Predicate, QuestionId, Rulebook};
use crate::slot::{NO, Slot, YES};

/// The pieces of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cells {
    /// Sets of answers.
    pub(crate) sets: Vec<Slot>,
    /// Whether the sets together hold every answer that is possible; else they are samples.
    pub(crate) cover: bool,
    /// Whether no predicate can tell two answers in one set apart.
    pub(crate) exact: bool,
}

/// The pieces of what is still possible for a question.
pub(crate) fn cells(rulebook: &Rulebook, question: QuestionId, slot: Slot) -> Cells {
    let Some(row) = rulebook.questions.get(question.row()) else {
        return Cells { sets: vec![slot], cover: true, exact: false };
    };
    let own = rulebook.index.predicates_of.get(question.row()).map_or(&[][..], Vec::as_slice);
    let predicates = || own.iter().filter_map(|id| rulebook.predicates.get(id.row()));
    let bare = !predicates().any(|predicate| matches!(predicate, Predicate::Expression(_)));
    let sets = match &row.answer {
        AnswerType::YesNo => {
            [NO, YES].into_iter().filter(|bit| slot.low & bit != 0).map(Slot::bits).collect()
        }
        AnswerType::Choice(_) if bare && !rulebook.guards_use(question) => alike_options(slot, predicates()),
        AnswerType::Choice(_) => single_bits(slot.low).map(Slot::bits).collect(),
        AnswerType::Choices(_) => samples_of_choices(slot),
        AnswerType::Number { .. } | AnswerType::Date { .. } => intervals(slot, predicates()),
        AnswerType::Place => one_of_each_kind(rulebook, slot, predicates()),
    };
    let several = matches!(row.answer, AnswerType::Choices(_));
    let cover = !several && !matches!(row.answer, AnswerType::Place);
    Cells { sets, cover, exact: bare && !several && !rulebook.guards_use(question) }
}

/// Whether one value is left, which then is the only piece.
pub(crate) fn is_whole(rulebook: &Rulebook, question: QuestionId, slot: Slot) -> bool {
    rulebook.questions.get(question.row()).is_none_or(|row| slot.is_single(row.slot_kind()))
}

fn single_bits(bits: i64) -> impl Iterator<Item = i64> {
    (0..60).map(|row| 1i64 << row).filter(move |bit| bits & bit != 0)
}

/// Options that no predicate tells apart, together.
fn alike_options<'r>(slot: Slot, predicates: impl Iterator<Item = &'r Predicate>) -> Vec<Slot> {
    let mut groups = vec![slot.low];
    for predicate in predicates {
        let Predicate::OneOf(_, bits) = predicate else {
            continue;
        };
        let bits = bits.cast_signed();
        groups = groups
            .iter()
            .flat_map(|group| [group & bits, group & !bits])
            .filter(|group| *group != 0)
            .collect();
    }
    groups.into_iter().map(Slot::bits).collect()
}

/// Nothing more chosen, and each open option alone.
fn samples_of_choices(slot: Slot) -> Vec<Slot> {
    let open = slot.high & !slot.low;
    let alone = single_bits(open).map(|bit| Slot { low: slot.low | bit, high: slot.low | bit });
    std::iter::once(Slot { low: slot.low, high: slot.low }).chain(alone).collect()
}

fn intervals<'r>(slot: Slot, predicates: impl Iterator<Item = &'r Predicate>) -> Vec<Slot> {
    let mut starts = vec![slot.low];
    for predicate in predicates {
        let Predicate::Within(_, low, high) = predicate else {
            continue;
        };
        starts.extend(
            [*low, high.saturating_add(1)].into_iter().filter(|at| slot.low < *at && *at <= slot.high),
        );
    }
    let mut starts = in_order(starts, |start| *start);
    starts.dedup();
    let ends = starts.iter().skip(1).map(|start| start - 1).chain([slot.high]);
    starts.iter().zip(ends).map(|(&low, high)| Slot { low, high }).collect()
}

/// One municipality for each combination of the sets of places in the rules: the first of those that
/// lie in the same sets.
fn one_of_each_kind<'r>(
    rulebook: &'r Rulebook,
    slot: Slot,
    predicates: impl Iterator<Item = &'r Predicate>,
) -> Vec<Slot> {
    let mut kinds = vec![0usize; rulebook.municipalities.len()];
    let mut last = 0;
    for predicate in predicates {
        let Predicate::PlaceIn(_, set) = predicate else {
            continue;
        };
        // Each kind that has members in the set is split: they become a kind of their own.
        let mut split: Vec<(usize, usize)> = Vec::new();
        for row in rulebook
            .place_sets
            .get(set.row())
            .map_or(&[][..], Vec::as_slice)
            .iter()
            .zip(0..)
            .flat_map(members)
        {
            let Some(kind) = kinds.get_mut(row) else { break };
            let known = split.iter().find(|(before, _)| before == kind).map(|(_, after)| *after);
            *kind = known.unwrap_or_else(|| {
                last += 1;
                split.push((*kind, last));
                last
            });
        }
    }
    let mut seen = vec![false; last + 1];
    let mut places = Vec::new();
    for row in slot.low..=slot.high {
        let kind = usize::try_from(row).ok().and_then(|row| kinds.get(row));
        if let Some(seen) = kind.and_then(|kind| seen.get_mut(*kind)).filter(|seen| !**seen) {
            *seen = true;
            places.push(Slot::exactly(row));
        }
    }
    places
}

/// The rows of the bits in one word of a set.
fn members((&word, number): (&u64, usize)) -> impl Iterator<Item = usize> {
    (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| number * 64 + bit)
}
