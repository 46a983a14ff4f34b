//! Every answer that a condition says it uses can change that condition.

#![allow(clippy::expect_used)] // a test that cannot go on stops

mod random;

use random::{Dice, completed, day, everybody};
use std::path::Path;
use steunwijzer_compiler::cases::{About, Case};
use steunwijzer_engine::advice::{State, Subject};
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::judge::{Judge, subjects};
use steunwijzer_engine::rulebook::{QuestionId, Role, Rulebook, Scheme, SchemeId};
use steunwijzer_engine::world::World;

/// Full sets of answers that are tried before we look at the worked cases.
const TRIES: u64 = 12_000;

/// Ways to complete a worked case that are tried.
const WAYS: u64 = 400;

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

/// Answers that matter only while others are open: scheme, condition, question, and why.
const ONLY_WHILE_OPEN: [(&str, &str, &str, &str); 3] = [
    ("buy-social-market", "code", "org.enterprise", "without it, half of the income from sales is a clash"),
    ("procurement-art-2-82-reserved", "share", "org.pso", "PSO 30+ with a smaller share is a clash"),
    ("fonds-schiedam-vlaardingen", "six-weeks", "need.started", "started, with a start to come, is a clash"),
];

/// A question that a condition says it uses.
#[derive(Clone, Copy)]
struct Use {
    scheme: usize,
    condition: u32,
    question: QuestionId,
}

/// All uses in tests that stand alone.
fn uses(rulebook: &Rulebook) -> Vec<Use> {
    let mut uses = Vec::new();
    for (scheme, row) in rulebook.schemes.iter().enumerate() {
        for condition in row.conditions.0..row.conditions.1 {
            let own = &rulebook.conditions[condition as usize];
            if own.role == Role::Test && own.routes == 0 {
                uses.extend(own.questions.iter().map(|&question| Use { scheme, condition, question }));
            }
        }
    }
    uses
}

/// Whether another answer to the question changes the condition, all other answers the same.
fn matters(rulebook: &Rulebook, judge: &mut Judge, used: Use, full: &Answers, seed: u64) -> bool {
    let scheme = &rulebook.schemes[used.scheme];
    let at = (used.condition - scheme.conditions.0) as usize;
    let Some(whose) = first_of(rulebook, used.question, full) else { return false };
    let anything = rulebook.questions[used.question.row()].answer.anything(rulebook.municipalities.len());
    let slot = random::value(rulebook, used.question, anything, &mut Dice(seed ^ 0x5eed));
    let mut other = full.clone();
    other.set(rulebook, used.question, whose, Some(Answer::Known(slot))).expect("inside the bounds");
    let before = states(rulebook, judge, scheme, full, seed);
    let after = states(rulebook, judge, scheme, &other, seed);
    match (before, after) {
        (Some(before), Some(after)) => without_routes(before[at]) != without_routes(after[at]),
        (None, _) | (_, None) => false,
    }
}

/// Chance seldom meets a condition with many parts; the worked cases of its scheme lie near it.
fn matters_near_a_case(rulebook: &Rulebook, judge: &mut Judge, used: Use, cases: &[Case]) -> bool {
    let scheme = SchemeId(u16::try_from(used.scheme).expect("schemes are counted in 16 bits"));
    let own = cases.iter().filter(|case| case.about == About::Scheme(scheme));
    own.map(|case| steunwijzer_compiler::cases::answers(rulebook, &case.told)).any(|told| {
        (0..WAYS).any(|seed| {
            let full = completed(rulebook, &told, day(&mut Dice(seed)), &mut Dice(seed));
            matters(rulebook, judge, used, &full, seed)
        })
    })
}

#[test]
fn every_question_of_a_condition_can_change_it() {
    let edition = steunwijzer_compiler::compile(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules"))
        .edition
        .expect("the rules compile: this crate was built from them");
    let rulebook = edition.rulebook;
    let mut judge = Judge::new(&rulebook);
    let mut missing = uses(&rulebook);
    for seed in 0..TRIES {
        let full = completed(&rulebook, &Answers::new(&rulebook), day(&mut Dice(seed)), &mut Dice(seed));
        missing.retain(|used| !matters(&rulebook, &mut judge, *used, &full, seed));
    }
    missing.retain(|used| !matters_near_a_case(&rulebook, &mut judge, *used, &edition.cases));
    let names: Vec<(&str, &str, &str)> = missing
        .iter()
        .map(|used| {
            let condition = rulebook.conditions[used.condition as usize].id.as_str();
            let question = rulebook.questions[used.question.row()].id.as_str();
            (rulebook.schemes[used.scheme].id.as_str(), condition, question)
        })
        .filter(|name| !ONLY_WHILE_OPEN.iter().any(|open| (open.0, open.1, open.2) == *name))
        .collect();
    assert!(names.is_empty(), "these answers never matter: {names:#?}");
}

/// A route that another one makes needless says nothing about itself.
fn without_routes(state: State) -> State {
    if state == State::NotNeeded { State::Open } else { state }
}
