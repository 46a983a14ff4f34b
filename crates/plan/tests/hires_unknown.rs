//! What is said of partial answers about hires holds for every completion of them.

#![allow(clippy::expect_used)] // a test that cannot go on stops

mod inclusive;

use inclusive::{LABOUR, RULES, TILBURG, TODAY, day, decimal, hired};
use proptest::prelude::*;
use steunwijzer_engine::advise;
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{Question, QuestionId};
use steunwijzer_engine::slot::{Slot, SlotKind};
use steunwijzer_plan::cash_flow::{CashFlow, Growth, Inputs, NoCashFlow, Subsidy, cash_flow};
use steunwijzer_plan::hires::{Totals, hires};

/// The row of numbers that follows from a seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        i64::try_from((mixed ^ (mixed >> 31)) % sides.max(1).unsigned_abs()).expect("small")
    }
}

fn about_hires() -> impl Iterator<Item = (QuestionId, &'static Question)> {
    let list = RULES.list_id("hires");
    let questions = RULES.questions.iter().zip(0u16..).filter(move |(question, _)| question.list == list);
    questions.map(|(question, row)| (QuestionId(row), question))
}

/// One value that can be answered; days and money near what matters.
fn value(question: &Question, dice: &mut Dice) -> Slot {
    let all = question.answer.anything(RULES.municipalities.len());
    match question.slot_kind() {
        SlotKind::Bits => {
            let bits: Vec<i64> = (0..60).map(|row| 1i64 << row).filter(|bit| all.low & bit != 0).collect();
            Slot::bits(
                bits[usize::try_from(dice.roll(i64::try_from(bits.len()).expect("small"))).expect("small")],
            )
        }
        SlotKind::TwoBits => {
            let chosen = all.high & dice.roll(1 << 20) & dice.roll(1 << 20);
            Slot { low: chosen, high: chosen }
        }
        SlotKind::Interval if question.id == "hire.start" => {
            Slot::exactly(day(TODAY).day_number() - 60 + dice.roll(300))
        }
        SlotKind::Interval if question.id == "hire.contract_months" => Slot::exactly(dice.roll(40)),
        SlotKind::Interval => Slot::exactly(all.low + dice.roll((all.high - all.low).min(1 << 40) + 1)),
    }
}

/// Two hires told in full, and the same with some answers left out or widened.
fn full_and_partial(seed: u64) -> (Answers, Answers) {
    let mut dice = Dice(seed);
    let list = RULES.list_id("hires").expect("a list");
    let typical = hired(&[TILBURG]);
    let (mut full, mut partial) = (Answers::new(&RULES), Answers::new(&RULES));
    for row in 0..2 {
        full.add_record(&RULES, list).expect("room");
        partial.add_record(&RULES, list).expect("room");
        let whose = Whose::Record(list, row);
        for (id, question) in about_hires() {
            // Mostly the employee of S6: random answers alone seldom fit anything.
            let one = match typical.get(question, Whose::Record(list, 0)) {
                Some(Answer::Known(slot)) if dice.roll(4) > 0 => slot,
                Some(Answer::Known(_) | Answer::NotKnown) | None => value(question, &mut dice),
            };
            full.set(&RULES, id, whose, Some(Answer::Known(one))).expect("inside the bounds");
            let own_default = ["hire.start", "hire.contract_months"].contains(&question.id.as_str());
            let kept = match dice.roll(3) {
                0 if !own_default => None,
                1 if question.slot_kind() == SlotKind::Interval => {
                    let all = question.answer.anything(RULES.municipalities.len());
                    let wide = dice.roll(40);
                    Some(Slot { low: (one.low - wide).max(all.low), high: (one.high + wide).min(all.high) })
                }
                _ => Some(one),
            };
            partial.set(&RULES, id, whose, kept.map(Answer::Known)).expect("inside the bounds");
        }
    }
    (full, partial)
}

/// What comes out, and whether the answers clash.
fn plan(answers: &Answers, inputs: &Inputs) -> (Totals, Result<CashFlow, NoCashFlow>, bool) {
    let advice = advise(&RULES, answers, day(TODAY));
    let hires = hires(&RULES, &LABOUR, answers, &advice);
    let flow = cash_flow(&RULES, &LABOUR, answers, &hires, inputs);
    (hires.totals, flow, !advice.conflicts.is_empty())
}

fn inputs(seed: u64) -> Inputs {
    let mut inputs = Inputs::defaults(&RULES, &LABOUR, day(TODAY));
    inputs.growth = Some(Growth { least: decimal("0"), most: decimal("0.01") });
    if seed.is_multiple_of(2) {
        inputs.subsidy.value = Subsidy::FlatFirst;
    }
    inputs
}

fn holds(range: Number, one: Number) -> bool {
    range == Number::Unknown || range.hull(one) == range
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_total_of_full_answers_lies_in_that_of_partial_ones(seed in any::<u64>()) {
        let (full, partial) = full_and_partial(seed);
        let ((one, _, clash), (all, _, clash_too)) = (plan(&full, &inputs(seed)), plan(&partial, &inputs(seed)));
        prop_assume!(!clash && !clash_too);
        prop_assert!(holds(all.measured_month, one.measured_month), "{all:?} {one:?}");
        prop_assert!(holds(all.flat_month, one.flat_month), "{all:?} {one:?}");
        prop_assert!(holds(all.lkv_year, one.lkv_year), "{all:?} {one:?}");
    }

    #[test]
    fn a_month_of_full_answers_lies_in_that_of_partial_ones(seed in any::<u64>()) {
        let (full, partial) = full_and_partial(seed);
        let ((_, one, clash), (_, all, clash_too)) = (plan(&full, &inputs(seed)), plan(&partial, &inputs(seed)));
        let (Ok(one), Ok(all)) = (one, all) else { return Ok(()) };
        prop_assume!(!clash && !clash_too);
        for one in &one.months {
            let month = one.first;
            // A start that is known less precisely may begin the table a month or two earlier.
            let Some(all) = all.months.iter().find(|all| all.first == one.first) else { continue };
            for (all, one, what) in [
                (all.entry.wage, one.entry.wage, "wage"),
                (all.entry.lks, one.entry.lks, "lks"),
                (all.entry.lkv, one.entry.lkv, "lkv"),
                (all.entry.charges, one.entry.charges, "charges"),
                (all.balance, one.balance, "balance"),
            ] {
                prop_assert!(holds(all, one), "{what} of {month}: {one:?} outside {all:?}");
            }
        }
    }
}
