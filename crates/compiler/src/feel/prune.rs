//! Leaves out the nodes that nothing reads.
//!
//! A condition that became a program of predicates no longer needs the nodes it was made from.

use steunwijzer_engine::expression::{Node, NodeId};
use steunwijzer_engine::municipal::Municipal;
use steunwijzer_engine::rulebook::{Amounts, ParameterUse, Predicate, Rulebook};

/// Leaves out the nodes that no predicate, definition, amount, guard, conflict or sign of the
/// municipal side reads. To be done last: the nodes get new numbers, and the tables they came from
/// no longer fit.
pub fn prune(rulebook: &mut Rulebook, municipal: &mut Municipal) {
    let mut used = vec![false; rulebook.nodes.len()];
    let mut mark = |id: &mut NodeId| {
        if let Some(used) = used.get_mut(id.row()) {
            *used = true;
        }
    };
    each_root(rulebook, municipal, &mut mark);
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
    each_root(rulebook, municipal, &mut renumber);
    let mut is_used = used.into_iter();
    rulebook.nodes.retain(|_| is_used.next().unwrap_or(false));
    for node in &mut rulebook.nodes {
        node.each_part(&mut renumber);
    }
}

/// Parts stand before what they are part of: from the last node to the first, marks only go down.
fn mark_parts((row, node): (usize, &mut Node), used: &mut [bool]) {
    if used.get(row) != Some(&true) {
        return;
    }
    node.each_part(&mut |part| {
        if let Some(used) = used.get_mut(part.row()) {
            *used = true;
        }
    });
}

/// Every place, outside the table of nodes, that refers to a node.
fn each_root(rulebook: &mut Rulebook, municipal: &mut Municipal, visit: &mut dyn FnMut(&mut NodeId)) {
    let uses = |parameters: &mut Vec<ParameterUse>, visit: &mut dyn FnMut(&mut NodeId)| {
        parameters.iter_mut().for_each(|used| visit(&mut used.node));
    };
    rulebook.questions.iter_mut().filter_map(|question| question.ask_if.as_mut()).for_each(&mut *visit);
    municipal.signals_mut().filter_map(|signal| signal.when.as_mut()).for_each(&mut *visit);
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
