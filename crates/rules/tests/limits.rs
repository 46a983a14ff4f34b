//! At every limit that a condition computes (a share of the cost, some weeks before the start), one
//! cent or one day makes the difference.
//!
//! Generated from the rules and their worked cases: in the answers of a case one amount or one day
//! moves until the comparison turns. There the comparison must turn within one step, and on both
//! sides say what its two sides say when they are worked out apart.

#![allow(clippy::expect_used)] // a test that cannot go on stops

use std::collections::BTreeSet;
use std::path::Path;
use steunwijzer_compiler::cases::{About, Case, answers};
use steunwijzer_compiler::{Edition, compile};
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::evaluate::Scope;
use steunwijzer_engine::expression::{Comparison, Input, Node, NodeId};
use steunwijzer_engine::rulebook::{AnswerType, Predicate, Rulebook, SchemeId, Step, SubjectKind};
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::value::Value;
use steunwijzer_engine::world::World;

/// A comparison inside a computed condition, and one answer that it uses.
#[derive(Clone, Copy)]
struct Limit {
    node: NodeId,
    how: Comparison,
    sides: (NodeId, NodeId),
    input: Input,
}

fn edition() -> Edition {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules");
    compile(&rules).edition.expect("the rules compile: this crate was built from them")
}

/// The comparisons in the conditions of a scheme that are more than one answer against one limit.
fn limits(rulebook: &Rulebook, scheme: SchemeId) -> Vec<Limit> {
    let mut limits = Vec::new();
    for condition in rulebook.conditions_of(scheme) {
        let (first, last) = condition.program;
        for step in rulebook.steps.get(first as usize..last as usize).unwrap_or_default() {
            let Step::Test(predicate) = step else { continue };
            if let Some(Predicate::Expression(node)) = rulebook.predicates.get(predicate.row()) {
                compared(rulebook, *node, &mut limits);
            }
        }
    }
    limits
}

fn compared(rulebook: &Rulebook, root: NodeId, limits: &mut Vec<Limit>) {
    let Some(node) = rulebook.nodes.get(root.row()) else { return };
    if let Node::Compare(how, left, right) = *node {
        rulebook.visit(root, &mut |inner| {
            if let Node::Input(input) = *inner
                && movable(rulebook, input).is_some()
            {
                limits.push(Limit { node: root, how, sides: (left, right), input });
            }
        });
    }
    for part in node.parts().into_iter().flatten() {
        compared(rulebook, part, limits);
    }
}

/// The bounds of an amount, a number or a day of the subject itself.
fn movable(rulebook: &Rulebook, input: Input) -> Option<(i64, i64)> {
    match rulebook.questions.get(input.question.row())?.answer {
        AnswerType::Number { min, max, .. } => Some((min, max)),
        AnswerType::Date { min, max } => Some((min.day_number(), max.day_number())),
        AnswerType::YesNo | AnswerType::Choice(_) | AnswerType::Choices(_) | AnswerType::Place => None,
    }
}

/// A worked case in which one answer moves.
struct Stage<'a> {
    rulebook: &'a Rulebook,
    answers: Answers,
    as_on: Date,
    subject: Whose,
    whose: Whose,
    limit: Limit,
}

impl Stage<'_> {
    /// The comparison, and its two sides worked out apart.
    fn at(&self, value: i64) -> Option<(Truth, Option<bool>)> {
        let mut answers = self.answers.clone();
        let told = Some(Answer::Known(Slot::exactly(value)));
        answers.set(self.rulebook, self.limit.input.question, self.whose, told).ok()?;
        let world = World::new(self.rulebook, &answers, self.as_on);
        let scope = Scope::new(&world, world.slots(self.subject));
        let sides = (scope.value(self.limit.sides.0), scope.value(self.limit.sides.1));
        Some((scope.value(self.limit.node).truth(), apart(self.limit.how, sides)))
    }

    /// Where the comparison turns between two answers on which it differs: the last and the first.
    fn turn(&self, mut from: i64, mut to: i64) -> Option<(i64, i64)> {
        let before = self.at(from)?.0;
        while (to - from).abs() > 1 {
            let middle = from + (to - from) / 2;
            if self.at(middle)?.0 == before { from = middle } else { to = middle }
        }
        Some((from, to))
    }
}

fn apart(how: Comparison, sides: (Value, Value)) -> Option<bool> {
    let order = match sides {
        (Value::Number(left), Value::Number(right)) => left.single()?.cmp(&right.single()?),
        (Value::Days(left, last), Value::Days(right, end)) if left == last && right == end => {
            left.cmp(&right)
        }
        _ => return None,
    };
    Some(match how {
        Comparison::Less => order.is_lt(),
        Comparison::AtMost => order.is_le(),
        Comparison::Same => order.is_eq(),
    })
}

fn stage<'a>(rulebook: &'a Rulebook, scheme: SchemeId, case: &Case, limit: Limit) -> Option<Stage<'a>> {
    let subject = match rulebook.schemes.get(scheme.row())?.subject {
        SubjectKind::Organisation => Whose::Organisation,
        SubjectKind::Each(list) => Whose::Record(list, 0),
    };
    let list = rulebook.questions.get(limit.input.question.row())?.list;
    let whose = list.map_or(Whose::Organisation, |list| Whose::Record(list, 0));
    let answers = answers(rulebook, &case.told);
    Some(Stage { rulebook, answers, as_on: case.as_on, subject, whose, limit })
}

#[test]
fn one_step_beyond_a_computed_limit_turns_the_comparison() {
    let edition = edition();
    let rulebook = &edition.rulebook;
    let (mut turned, mut wrong) = (BTreeSet::new(), Vec::new());
    for case in &edition.cases {
        let About::Scheme(scheme) = case.about else { continue };
        for limit in limits(rulebook, scheme) {
            let Some(stage) = stage(rulebook, scheme, case, limit) else { continue };
            let Some((low, high)) = movable(rulebook, limit.input) else { continue };
            let (Some(first), Some(last)) = (stage.at(low), stage.at(high)) else { continue };
            if !first.0.is_settled() || !last.0.is_settled() || first.0 == last.0 {
                continue; // other answers of this case leave it open, or decide it alone
            }
            let Some((inside, outside)) = stage.turn(low, high) else { continue };
            for value in [inside, outside] {
                let found = stage.at(value);
                let right =
                    found.is_some_and(|(truth, apart)| apart.is_none_or(|yes| truth == Truth::from(yes)));
                if !right {
                    wrong.push(format!("{}, `{}`: {value} gives {found:?}", case.file, case.name));
                }
            }
            turned.insert((scheme, limit.node, limit.input.question));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(turned.len() >= 60, "only {} computed limits were reached", turned.len());
}
