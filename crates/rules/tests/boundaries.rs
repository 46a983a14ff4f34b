//! At every limit in a condition, one cent or one day makes the difference.
//!
//! Generated from the rulebook: for each range that a condition tests, the organisation or record
//! has that one answer, at the limit and one step beyond; everything else is unknown.

use steunwijzer_engine::advice::State;
use steunwijzer_engine::advise;
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::expression::Input;
use steunwijzer_engine::rulebook::{Condition, ConditionId, Predicate, Rulebook, SchemeId, Step};
use steunwijzer_engine::slot::Slot;

/// The rulebook in which every question applies, whatever else was answered.
fn unguarded() -> Rulebook {
    let mut rulebook = steunwijzer_rules::rulebook();
    for question in &mut rulebook.questions {
        question.ask_if = None;
    }
    rulebook
}

/// The state of a condition for these answers.
fn state(rulebook: &Rulebook, scheme: SchemeId, id: ConditionId, answers: &Answers) -> Option<State> {
    let advice = advise(rulebook, answers, rulebook.edition.date);
    let subject = advice.schemes.get(scheme.row())?.subjects.first()?;
    subject.conditions.iter().find(|found| found.condition == id).map(|found| found.state)
}

/// This answer and no other; none if it is beyond what can be answered.
fn only(rulebook: &Rulebook, input: Input, value: i64) -> Option<Answers> {
    let list = rulebook.questions.get(input.question.row())?.list;
    let mut answers = Answers::new(rulebook);
    let whose = match list {
        Some(list) => Whose::Record(list, answers.add_record(rulebook, list).ok()?),
        None => Whose::Organisation,
    };
    let answer = Answer::Known(Slot::exactly(value));
    answers.set(rulebook, input.question, whose, Some(answer)).ok()?;
    Some(answers)
}

/// The limits that a condition tests: the answer, the last value inside, the first outside.
fn limits(rulebook: &Rulebook, condition: &Condition) -> Vec<(Input, i64, i64)> {
    let (first, last) = condition.program;
    let steps = rulebook.steps.get(first as usize..last as usize).unwrap_or_default();
    let predicates = steps.iter().filter_map(|step| match step {
        Step::Test(id) => rulebook.predicates.get(id.row()),
        Step::Always(_) | Step::And | Step::Or | Step::Not => None,
    });
    let ranges = predicates.filter_map(|predicate| match *predicate {
        Predicate::Within(input, low, high) => Some((input, low, high)),
        Predicate::OneOf(..) | Predicate::Has(..) | Predicate::PlaceIn(..) | Predicate::Expression(_) => None,
    });
    ranges
        .flat_map(|(input, low, high)| {
            [(input, low, low.saturating_sub(1)), (input, high, high.saturating_add(1))]
        })
        .collect()
}

/// What the limits of a condition on one answer do: the state inside and the state outside of each.
fn crossings(
    rulebook: &Rulebook,
    scheme: SchemeId,
    id: ConditionId,
    limits: &[(Input, i64, i64)],
) -> Vec<(State, State)> {
    let at = |input, value| state(rulebook, scheme, id, &only(rulebook, input, value)?);
    let crossings = limits.iter();
    crossings
        .filter_map(|(input, inside, outside)| Some((at(*input, *inside)?, at(*input, *outside)?)))
        .collect()
}

#[test]
fn one_step_beyond_a_limit_changes_the_condition() {
    let rulebook = unguarded();
    let (mut decided, mut wrong) = (0, Vec::new());
    for (row, scheme) in (0..).zip(&rulebook.schemes) {
        for place in scheme.conditions.0..scheme.conditions.1 {
            let Some(condition) = rulebook.conditions.get(place as usize) else {
                continue;
            };
            let id = ConditionId(u16::try_from(place).expect("conditions are counted in 16 bits"));
            if state(&rulebook, SchemeId(row), id, &Answers::new(&rulebook)) != Some(State::Open) {
                continue; // decided by the day alone
            }
            let alone = condition.program.1 - condition.program.0 == 1;
            let limits = limits(&rulebook, condition);
            let mut inputs: Vec<Input> = limits.iter().map(|(input, ..)| *input).collect();
            inputs.dedup();
            for input in inputs {
                let own: Vec<_> = limits.iter().copied().filter(|limit| limit.0 == input).collect();
                let found = crossings(&rulebook, SchemeId(row), id, &own);
                let changing = found.iter().filter(|(inside, outside)| inside != outside).count();
                decided += changing;
                // A limit alone decides. Among other tests at least one limit makes a difference,
                // unless those tests keep the condition open on both sides of each.
                let right = if alone {
                    found.iter().all(|crossing| *crossing == (State::Met, State::NotMet))
                } else {
                    changing > 0 || found.iter().all(|crossing| *crossing == (State::Open, State::Open))
                };
                if !right {
                    wrong.push(format!("{}, {}: {found:?}", scheme.id, condition.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(decided >= 50, "only {decided} limits were decided by one answer");
}
