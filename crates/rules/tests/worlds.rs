//! The engine's first law over the real rules: what is said of partial answers holds for every
//! completion of them.

#![allow(clippy::expect_used)] // a test that cannot go on stops

mod random;

use proptest::prelude::*;
use random::{Dice, completed, day, partial};
use std::sync::LazyLock;
use steunwijzer_engine::advice::{Advice, Ask, SchemeAdvice, Subject, SubjectAdvice, Verdict};
use steunwijzer_engine::answers::{Answer, Answers};
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::Rulebook;
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::{advise, changes, open_questions};

static RULES: LazyLock<Rulebook> = LazyLock::new(steunwijzer_rules::rulebook);

/// The advice, if the answers do not clash (settled meaning 7).
fn without_clash(answers: &Answers, seed: u64) -> Option<Advice> {
    let advice = advise(&RULES, answers, day(&mut Dice(seed)));
    advice.conflicts.is_empty().then_some(advice)
}

/// The advice on random partial answers, and on one completion of them; `None` if either clashes.
fn partial_and_full(seed: u64) -> Option<(Advice, Advice)> {
    let mut dice = Dice(seed);
    let on = day(&mut Dice(seed));
    let some = partial(&RULES, on, &mut dice);
    let full = completed(&RULES, &some, on, &mut dice);
    without_clash(&some, seed).zip(without_clash(&full, seed))
}

fn contradiction(before: &SchemeAdvice, after: &SchemeAdvice) -> bool {
    before.verdict != Verdict::CannotTell && before.verdict != after.verdict
}

fn pairs<'a>(
    before: &'a SchemeAdvice,
    after: &'a SchemeAdvice,
) -> impl Iterator<Item = (&'a SubjectAdvice, &'a SubjectAdvice)> {
    let same = |subject: Subject| after.subjects.iter().find(move |advice| advice.subject == subject);
    before.subjects.iter().filter_map(move |advice| Some((advice, same(advice.subject)?)))
}

fn holds(range: Number, amount: Number) -> bool {
    match (range, amount) {
        (Number::Unknown, _) => true,
        (Number::Between(..), Number::Unknown) => false,
        (Number::Between(low, high), Number::Between(a, b)) => low <= a && b <= high,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_full_verdict_never_contradicts_a_partial_one(seed in any::<u64>()) {
        let Some((before, after)) = partial_and_full(seed) else { return Ok(()) };
        for (before, after) in before.schemes.iter().zip(&after.schemes) {
            let id = &RULES.schemes[before.scheme.row()].id;
            prop_assert!(!contradiction(before, after), "{id}: {:?} became {:?}", before, after);
            for (before, after) in pairs(before, after) {
                let settled = before.verdict != Verdict::CannotTell;
                prop_assert!(!settled || before.verdict == after.verdict, "{id}: {before:?} became {after:?}");
            }
        }
    }

    #[test]
    fn a_full_amount_lies_in_the_partial_range(seed in any::<u64>()) {
        let Some((before, after)) = partial_and_full(seed) else { return Ok(()) };
        for (before, after) in before.schemes.iter().zip(&after.schemes) {
            let id = &RULES.schemes[before.scheme.row()].id;
            for (before, after) in pairs(before, after) {
                for (range, amount) in before.amounts.iter().zip(&after.amounts) {
                    prop_assert!(holds(range.value, amount.value), "{id}, line {}: {:?} outside {:?}", range.line, amount.value, range.value);
                }
            }
        }
    }

    #[test]
    fn one_more_answer_never_turns_a_settled_verdict(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let some = partial(&RULES, day(&mut Dice(seed)), &mut dice);
        let Some(before) = without_clash(&some, seed) else { return Ok(()) };
        let Some(open) = open_questions(&RULES, &some, before.as_on).into_iter().next() else { return Ok(()) };
        let Ask::Question(id, whose) = open.ask else { return Ok(()) };
        let anything = RULES.questions[id.row()].answer.anything(RULES.municipalities.len());
        let mut more = some.clone();
        let slot = random::value(&RULES, id, anything, &mut dice);
        more.set(&RULES, id, whose, Some(Answer::Known(slot))).expect("inside the bounds");
        let Some(after) = without_clash(&more, seed) else { return Ok(()) };
        for (before, after) in before.schemes.iter().zip(&after.schemes) {
            prop_assert!(!contradiction(before, after), "{}", RULES.schemes[before.scheme.row()].id);
        }
    }

    #[test]
    fn the_same_answers_give_the_same_advice(seed in any::<u64>()) {
        let some = partial(&RULES, day(&mut Dice(seed)), &mut Dice(seed));
        let on = day(&mut Dice(seed));
        prop_assert_eq!(advise(&RULES, &some, on), advise(&RULES, &some, on));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_scheme_that_an_answer_settles_is_among_those_the_question_decides(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let some = partial(&RULES, day(&mut Dice(seed)), &mut dice);
        let Some(before) = without_clash(&some, seed) else { return Ok(()) };
        for open in open_questions(&RULES, &some, before.as_on).into_iter().filter(|open| open.exact).take(6) {
            let Ask::Question(id, whose) = open.ask else { continue };
            let anything = RULES.questions[id.row()].answer.anything(RULES.municipalities.len());
            let slot = random::value(&RULES, id, anything, &mut dice);
            let mut more = some.clone();
            more.set(&RULES, id, whose, Some(Answer::Known(slot))).expect("inside the bounds");
            let Some(after) = without_clash(&more, seed) else { continue };
            for (before, after) in before.schemes.iter().zip(&after.schemes) {
                let settled = before.verdict == Verdict::CannotTell && after.verdict != Verdict::CannotTell;
                prop_assert!(!settled || open.decides.contains(&before.scheme),
                    "{} settles {}", RULES.questions[id.row()].id, RULES.schemes[before.scheme.row()].id);
            }
        }
    }

    #[test]
    fn every_change_that_is_proposed_lifts_the_verdict(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let some = partial(&RULES, day(&mut Dice(seed)), &mut dice);
        let Some(before) = without_clash(&some, seed) else { return Ok(()) };
        let failing = before.schemes.iter().flat_map(|scheme| scheme.subjects.iter().map(move |subject| (scheme.scheme, subject.subject)));
        for (scheme, subject) in failing.step_by(7).take(12) {
            for change in changes(&RULES, &some, before.as_on, scheme, subject) {
                let tried = change.answers.iter().fold(some.clone(), |mut answers, changed| {
                    let slot: Slot = changed.to[usize::try_from(dice.roll(changed.to.len() as u64)).expect("small")];
                    answers.set(&RULES, changed.question, changed.whose, Some(Answer::Known(slot))).expect("inside the bounds");
                    answers
                });
                let after = advise(&RULES, &tried, before.as_on);
                let after = after.schemes[scheme.row()].subjects.iter().find(|advice| advice.subject == subject).expect("the subject stays");
                prop_assert_eq!(after.verdict, change.becomes, "{}", RULES.schemes[scheme.row()].id);
            }
        }
    }
}

/// Random answers may clash, and those are left out above: enough must remain.
#[test]
fn most_pairs_of_random_answers_do_not_clash_and_differ_in_verdicts() {
    let mut useful = 0;
    for seed in 0..200 {
        let Some((before, after)) = partial_and_full(seed) else { continue };
        useful += u32::from(before.counts.cannot_tell > 0 && before.counts != after.counts);
    }
    assert!(useful >= 120, "{useful} of 200");
}
