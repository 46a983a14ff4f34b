//! Leaves out the nodes that nothing reads.
//!
//! A condition that became a program of predicates no longer needs the nodes it was made from.

use steunwijzer_engine::expression::{Node, NodeId};
use steunwijzer_engine::rulebook::{Amounts, ParameterUse, Predicate, Rulebook};

/// Leaves out the nodes that no predicate, definition, amount, guard or conflict reads. To be done
/// last: the nodes get new numbers, and the tables they came from no longer fit.
pub fn prune(rulebook: &mut Rulebook) {
    let mut used = vec![false; rulebook.nodes.len()];
    let mut mark = |id: &mut NodeId| {
        if let Some(used) = used.get_mut(id.row()) {
            *used = true;
        }
    };
    each_root(rulebook, &mut mark);
    for node in rulebook.nodes.iter_mut().enumerate().rev() {
        mark_parts(node, &mut used);
    }
    let mut kept = 0;
    let rows: Vec<u32> = used
        .iter()
        .map(|used| {
            let row = kept;
            kept += u32::from(*used);
            row
        })
        .collect();
    let mut renumber = |id: &mut NodeId| {
        *id = NodeId(rows.get(id.row()).copied().unwrap_or_default());
    };
    each_root(rulebook, &mut renumber);
    let mut is_used = used.into_iter();
    rulebook.nodes.retain(|_| is_used.next().unwrap_or(false));
    for node in &mut rulebook.nodes {
        each_part(node, &mut renumber);
    }
}

/// Parts stand before what they are part of: from the last node to the first, marks only go down.
fn mark_parts((row, node): (usize, &mut Node), used: &mut [bool]) {
    if used.get(row) != Some(&true) {
        return;
    }
    each_part(node, &mut |part| {
        if let Some(used) = used.get_mut(part.row()) {
            *used = true;
        }
    });
}

/// Every place in a rulebook, outside the table of nodes, that refers to a node.
fn each_root(rulebook: &mut Rulebook, visit: &mut dyn FnMut(&mut NodeId)) {
    let uses = |parameters: &mut Vec<ParameterUse>, visit: &mut dyn FnMut(&mut NodeId)| {
        parameters.iter_mut().for_each(|used| visit(&mut used.node));
    };
    rulebook.questions.iter_mut().filter_map(|question| question.ask_if.as_mut()).for_each(&mut *visit);
    rulebook.conflicts.iter_mut().for_each(|conflict| visit(&mut conflict.when));
    rulebook.definitions.iter_mut().for_each(|definition| visit(&mut definition.value));
    for predicate in &mut rulebook.predicates {
        if let Predicate::Expression(node) = predicate {
            visit(node);
        }
    }
    for condition in &mut rulebook.conditions {
        uses(&mut condition.parameters, visit);
    }
    for scheme in &mut rulebook.schemes {
        let Amounts::Lines(lines) = &mut scheme.amounts else {
            continue;
        };
        for line in lines {
            visit(&mut line.value);
            line.ceiling.iter_mut().for_each(&mut *visit);
            uses(&mut line.parameters, visit);
        }
    }
}

/// Every node that a node is made of.
fn each_part(node: &mut Node, visit: &mut dyn FnMut(&mut NodeId)) {
    match node {
        Node::Truth(_)
        | Node::Number(_)
        | Node::Day(_)
        | Node::AsOn
        | Node::Input(_)
        | Node::Line(_)
        | Node::Count(_) => {}
        Node::Parameter { on, key, .. } => on.iter_mut().chain(key).for_each(visit),
        Node::Not(a)
        | Node::OneOf(a, _)
        | Node::Has(a, _)
        | Node::PlaceIn(a, _)
        | Node::Abs(a)
        | Node::Round(_, a, _)
        | Node::Some(_, _, a)
        | Node::Every(_, _, a)
        | Node::Sum(_, _, a) => visit(a),
        Node::And(a, b)
        | Node::Or(a, b)
        | Node::Compare(_, a, b)
        | Node::SameOption(a, b)
        | Node::Add(a, b)
        | Node::Subtract(a, b)
        | Node::Multiply(a, b)
        | Node::Divide(a, b)
        | Node::Modulo(a, b)
        | Node::Min(a, b)
        | Node::Max(a, b)
        | Node::DaysBetween(a, b)
        | Node::MonthsBetween(a, b)
        | Node::PlusMonths(a, b)
        | Node::PlusDays(a, b) => [a, b].into_iter().for_each(visit),
        Node::If(a, b, c) => [a, b, c].into_iter().for_each(visit),
    }
}
