//! From a question to what depends on it.

use std::collections::BTreeSet;
use steunwijzer_engine::expression::{Node, NodeId};
use steunwijzer_engine::rulebook::{Predicate, PredicateId, QuestionId, Role, Rulebook, SchemeId};

/// Fills in which predicates read a question, and of which schemes it can change the verdict.
pub(super) fn fill(rulebook: &mut Rulebook) {
    rulebook.predicates_of = predicates_of(rulebook);
    rulebook.schemes_of = schemes_of(rulebook);
}

/// Predicates that read the answer itself, also through definitions and loops.
fn predicates_of(rulebook: &Rulebook) -> Vec<Vec<PredicateId>> {
    let mut found = vec![Vec::new(); rulebook.questions.len()];
    for (row, predicate) in (0..).zip(&rulebook.predicates) {
        let questions = match predicate {
            Predicate::Within(input, ..)
            | Predicate::OneOf(input, _)
            | Predicate::Has(input, _)
            | Predicate::PlaceIn(input, _) => BTreeSet::from([input.question]),
            Predicate::Expression(node) => questions_of(rulebook, *node),
        };
        for question in questions {
            if let Some(predicates) = found.get_mut(question.row()) {
                predicates.push(PredicateId(row));
            }
        }
    }
    found
}

/// Schemes whose tests read the question, or another whose value hangs on it: through an `ask_if`,
/// or through a conflict that makes both count as open.
fn schemes_of(rulebook: &Rulebook) -> Vec<Vec<SchemeId>> {
    let mut found = vec![Vec::new(); rulebook.questions.len()];
    let influences = influences(rulebook);
    for (row, scheme) in (0..).zip(&rulebook.schemes) {
        let (first, last) = scheme.conditions;
        let conditions = rulebook.conditions.get(first as usize..last as usize);
        let tests = conditions.unwrap_or_default().iter().filter(|condition| condition.role == Role::Test);
        let mut reached: Vec<QuestionId> = Vec::new();
        let mut waiting: Vec<QuestionId> =
            tests.flat_map(|condition| condition.questions.iter().copied()).collect();
        while let Some(question) = waiting.pop() {
            if !reached.contains(&question) {
                reached.push(question);
                waiting.extend(influences.get(question.row()).into_iter().flatten());
            }
        }
        for question in reached {
            if let Some(schemes) = found.get_mut(question.row()) {
                schemes.push(SchemeId(row));
            }
        }
    }
    found
}

/// For each question, those on which its value hangs.
fn influences(rulebook: &Rulebook) -> Vec<BTreeSet<QuestionId>> {
    let guards = rulebook
        .questions
        .iter()
        .map(|question| question.ask_if.map(|node| questions_of(rulebook, node)).unwrap_or_default());
    let mut found: Vec<BTreeSet<QuestionId>> = guards.collect();
    for conflict in &rulebook.conflicts {
        for question in &conflict.questions {
            if let Some(others) = found.get_mut(question.row()) {
                others.extend(&conflict.questions);
            }
        }
    }
    found
}

/// The questions that an expression reads.
pub(super) fn questions_of(rulebook: &Rulebook, node: NodeId) -> BTreeSet<QuestionId> {
    let mut found = BTreeSet::new();
    rulebook.visit(node, &mut |node| {
        if let Node::Input(input) = node {
            found.insert(input.question);
        }
    });
    found
}
