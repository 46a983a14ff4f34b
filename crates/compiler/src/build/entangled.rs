//! Which answers hang together in a scheme: their combinations are judged one by one.
//!
//! Three-valued logic takes two predicates on one answer for independent, so `a or not(a)` is open
//! while `a` is. That matters only where an answer is read more than once, and not where all it
//! must do is lie in ranges that overlap each other: three overlapping ranges have a common part
//! whenever each pair has one, so there the logic is exact already.

use crate::feel::Tables;
use steunwijzer_engine::expression::{Input, Node, NodeId, Of};
use steunwijzer_engine::rulebook::{AnswerType, Condition, Predicate, Question, Role, Step};

/// What reads an answer.
struct Reading {
    input: Input,
    /// The predicate, if the condition is nothing but *and* between predicates on bare answers.
    plain: Option<Predicate>,
}

/// The answers on which two predicates of these conditions depend in a way that matters: those
/// with the fewest combinations first.
pub(super) fn inputs(conditions: &[Condition], questions: &[Question], tables: &Tables) -> Vec<Input> {
    let mut readings = Vec::new();
    let mut behind_group = 0;
    for condition in conditions {
        let in_group = behind_group > 0;
        behind_group = if in_group { behind_group - 1 } else { condition.routes };
        if condition.role == Role::Test {
            read(condition, in_group, tables, &mut readings);
        }
    }
    let mut found: Vec<(usize, Input)> = Vec::new();
    for reading in &readings {
        if found.iter().any(|(_, input)| *input == reading.input) {
            continue;
        }
        let own: Vec<&Reading> = readings.iter().filter(|r| r.input == reading.input).collect();
        if let Some(values) = values(reading.input, own.len(), questions)
            && own.len() > 1
            && !is_exact(&own)
        {
            found.push((values, reading.input));
        }
    }
    found.sort_by_key(|(values, _)| *values);
    found.into_iter().map(|(_, input)| input).collect()
}

fn read(condition: &Condition, in_group: bool, tables: &Tables, readings: &mut Vec<Reading>) {
    let (first, last) = condition.program;
    let steps = tables.steps().get(first as usize..last as usize).unwrap_or_default();
    let plain = !in_group && steps.iter().all(|step| matches!(step, Step::Test(_) | Step::And));
    for step in steps {
        let Step::Test(id) = step else {
            continue;
        };
        match tables.predicates().get(id.row()) {
            Some(
                predicate @ (Predicate::Within(input, ..)
                | Predicate::OneOf(input, _)
                | Predicate::Has(input, _)
                | Predicate::PlaceIn(input, _)),
            ) => readings.push(Reading { input: *input, plain: plain.then_some(*predicate) }),
            Some(Predicate::Expression(node)) => read_node(*node, tables, readings),
            None => {}
        }
    }
}

fn read_node(node: NodeId, tables: &Tables, readings: &mut Vec<Reading>) {
    let Some(node) = tables.nodes().get(node.row()) else {
        return;
    };
    if let Node::Input(input) = node
        && matches!(input.of, Of::Organisation | Of::Subject)
    {
        readings.push(Reading { input: *input, plain: None });
    }
    for child in node.parts().into_iter().flatten() {
        read_node(child, tables, readings);
    }
}

/// How many values are looked at one by one; `None` where that cannot be done.
fn values(input: Input, readings: usize, questions: &[Question]) -> Option<usize> {
    match &questions.get(input.question.row())?.answer {
        AnswerType::YesNo => Some(2),
        AnswerType::Choice(options) => Some(options.len()),
        AnswerType::Number { .. } | AnswerType::Date { .. } => Some(readings + 1),
        AnswerType::Choices(_) | AnswerType::Place => None,
    }
}

fn is_exact(readings: &[&Reading]) -> bool {
    let plain: Option<Vec<Predicate>> = readings.iter().map(|reading| reading.plain).collect();
    plain.is_some_and(|plain| {
        let pairs = plain
            .iter()
            .enumerate()
            .flat_map(|(row, one)| plain.iter().skip(row + 1).map(move |two| (*one, *two)));
        pairs.into_iter().all(|(one, two)| match (one, two) {
            (Predicate::Within(_, a, b), Predicate::Within(_, c, d)) => a <= d && c <= b,
            (Predicate::OneOf(_, a), Predicate::OneOf(_, b)) => a & b == a || a & b == b,
            (one, two) => one == two,
        })
    })
}
