//! Follows the wishes of the visitor: what is kept, resized or left out.

use super::Wish;
use super::door::Field;
use super::probe::{Probe, euro, whole_cents};
use super::result::{Aim, OutWhy, Refused, RefusedWhy, Stack};
use super::solve::{Choice, check};
use rust_decimal::Decimal;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::rulebook::SchemeId;

/// Follows the wishes in their order; what cannot be followed is reported and changes nothing.
pub(super) fn follow(probe: &mut Probe<'_>, field: &mut Field<'_>, wishes: &[Wish], stack: &mut Stack) {
    for &wish in wishes {
        if let Err(why) = follow_one(probe, field, wish, stack) {
            stack.refused.push(Refused { wish, why });
        }
    }
}

fn follow_one(
    probe: &mut Probe<'_>,
    field: &mut Field<'_>,
    wish: Wish,
    stack: &Stack,
) -> Result<(), RefusedWhy> {
    let found = field.doors.iter().position(|door| door.offer.scheme == wish.scheme());
    let row = match (found, wish) {
        (Some(row), _) => row,
        (None, Wish::Leave(_)) => return Ok(()),
        (None, Wish::Keep(id) | Wish::Resize(id, _)) => return Err(no_door(stack, id)),
    };
    let before = (field.doors[row].kept, field.doors[row].left_out);
    let (kept, left_out) = match wish {
        Wish::Leave(_) => (None, true),
        Wish::Keep(_) => (Some(None), false),
        Wish::Resize(id, amount) => (Some(Some(resized(probe, field, row, id, amount)?)), false),
    };
    field.doors[row].kept = kept;
    field.doors[row].left_out = left_out;
    if kept.is_some() && !field.wants_loan && field.doors[row].is_debt() {
        (field.doors[row].kept, field.doors[row].left_out) = before;
        return Err(RefusedWhy::NoLoanWanted);
    }
    // All that is kept must go together, also with the narrower room of the surest stack.
    let rows: Vec<usize> = (0..field.doors.len())
        .filter(|&row| field.doors[row].kept.is_some() && field.doors[row].counts())
        .collect();
    let choices: Vec<Choice> =
        rows.iter().map(|&row| field.doors[row].choice(Aim::Surest, field.need)).collect();
    let all: Vec<usize> = (0..choices.len()).collect();
    if check(&choices, &field.limits(&rows, Aim::Cheapest), &all) {
        return Ok(());
    }
    (field.doors[row].kept, field.doors[row].left_out) = before;
    Err(RefusedWhy::NotTogether)
}

fn no_door(stack: &Stack, id: SchemeId) -> RefusedWhy {
    match stack.out.iter().find(|out| out.scheme == id).map(|out| out.why) {
        Some(OutWhy::DoesNotFit(because)) => RefusedWhy::DoesNotFit(because),
        Some(_) | None => RefusedWhy::NoLayer,
    }
}

fn resized(
    probe: &mut Probe<'_>,
    field: &Field<'_>,
    row: usize,
    id: SchemeId,
    amount: Decimal,
) -> Result<i64, RefusedWhy> {
    let offer = field.doors[row].offer;
    let outside = RefusedWhy::Outside { least: offer.least, most: offer.most };
    let wanted = whole_cents(amount).filter(|&wanted| euro(wanted) == amount).ok_or(outside)?;
    if amount < offer.least || amount > offer.most {
        return Err(outside);
    }
    match probe.judge_at(id, wanted) {
        Some(judgement) if judgement.verdict == Verdict::DoesNotFit => {
            return Err(RefusedWhy::DoesNotFit(judgement.because));
        }
        Some(_) | None => {}
    }
    let gives = field.rules.facts(id).and_then(|facts| probe.headline_at(facts, id, wanted));
    if gives.is_some_and(|(_, most)| most < wanted) { Err(outside) } else { Ok(wanted) }
}
