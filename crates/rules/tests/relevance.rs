//! Every answer that a condition says it uses can change that condition.

#![allow(clippy::expect_used)] // a test that cannot go on stops

mod random;

use random::{Dice, completed, day, everybody};
use steunwijzer_engine::advice::{State, Subject};
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::judge::{Judge, subjects};
use steunwijzer_engine::rulebook::{QuestionId, Role, Rulebook, Scheme};
use steunwijzer_engine::world::World;

/// Full sets of answers that are tried before we say that an answer does not matter.
const TRIES: u64 = 20_000;

/// The states of a scheme's conditions for the first subject.
fn states(
    rulebook: &Rulebook,
    judge: &mut Judge,
    scheme: &Scheme,
    answers: &Answers,
    seed: u64,
) -> Option<Vec<State>> {
    let world = World::new(rulebook, answers, day(&mut Dice(seed)));
    let (subject, slots) = *subjects(&world, scheme.subject).first()?;
    if !world.conflicts().is_empty() || matches!(subject, Subject::Nobody(_)) {
        return None;
    }
    judge.next_subject();
    judge.judge(&world, scheme, subject, slots);
    Some(judge.states(scheme).to_vec())
}

fn first_of(rulebook: &Rulebook, question: QuestionId, answers: &Answers) -> Option<Whose> {
    everybody(answers, rulebook.questions[question.row()].list).first().copied()
}

/// Answers that chance does not show to matter: scheme, condition, question, and why.
const SELDOM: [(&str, &str, &str, &str); 4] = [
    ("buy-social-market", "code", "org.enterprise", "without it, half of the income from sales is a clash"),
    (
        "procurement-art-2-82-reserved",
        "share",
        "org.pso",
        "matters while the share is not answered: a case of the rule file",
    ),
    (
        "banenafspraak-doelgroepregister",
        "pw-below-wml",
        "hire.prior_path",
        "needs a start in the last six months: a case of the rule file",
    ),
    (
        "rdam-citylab010",
        "de-minimis",
        "org.legal_form",
        "needs room between 25,000 and 50,000: a case of the rule file",
    ),
];

/// What is left of the questions that no pair of answers showed to matter.
#[test]
fn every_question_of_a_condition_can_change_it() {
    let rulebook = steunwijzer_rules::rulebook();
    let mut missing: Vec<(usize, u32, QuestionId)> = Vec::new();
    for (row, scheme) in rulebook.schemes.iter().enumerate() {
        for condition in scheme.conditions.0..scheme.conditions.1 {
            let own = &rulebook.conditions[condition as usize];
            if own.role == Role::Test && own.routes == 0 {
                missing.extend(own.questions.iter().map(|&question| (row, condition, question)));
            }
        }
    }
    let mut judge = Judge::new(&rulebook);
    for seed in 0..TRIES {
        if missing.is_empty() {
            break;
        }
        let mut dice = Dice(seed);
        let full = completed(&rulebook, &Answers::new(&rulebook), day(&mut Dice(seed)), &mut dice);
        missing.retain(|&(row, condition, question)| {
            let scheme = &rulebook.schemes[row];
            let at = (condition - scheme.conditions.0) as usize;
            let Some(whose) = first_of(&rulebook, question, &full) else { return true };
            let anything = rulebook.questions[question.row()].answer.anything(rulebook.municipalities.len());
            let slot = random::value(&rulebook, question, anything, &mut dice);
            let mut other = full.clone();
            other.set(&rulebook, question, whose, Some(Answer::Known(slot))).expect("inside the bounds");
            let before = states(&rulebook, &mut judge, scheme, &full, seed);
            let after = states(&rulebook, &mut judge, scheme, &other, seed);
            match (before, after) {
                (Some(before), Some(after)) => without_routes(before[at]) == without_routes(after[at]),
                (None, _) | (_, None) => true,
            }
        });
    }
    let names: Vec<(&str, &str, &str)> = missing
        .iter()
        .map(|&(row, condition, question)| {
            let condition = rulebook.conditions[condition as usize].id.as_str();
            (rulebook.schemes[row].id.as_str(), condition, rulebook.questions[question.row()].id.as_str())
        })
        .filter(|name| !SELDOM.iter().any(|seldom| (seldom.0, seldom.1, seldom.2) == *name))
        .collect();
    assert!(names.is_empty(), "these answers never matter: {names:#?}");
}

/// A route that another one makes needless says nothing about itself.
fn without_routes(state: State) -> State {
    if state == State::NotNeeded { State::Open } else { state }
}
