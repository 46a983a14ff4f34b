//! Amounts as lines: each with its value or range, the figures used and what is still open.

use crate::advice::{FigureUsed, LineAdvice, Subject};
use crate::evaluate::Scope;
use crate::expression::{Input, Node, Of};
use crate::number::Number;
use crate::refine::{Pieces, axes, each_world};
use crate::rulebook::{AmountLine, Amounts, AnswerType, ParameterUse, Rulebook, Scheme};
use crate::slot::Slot;
use crate::world::World;
use std::ops::ControlFlow;

/// The most combinations of open yes/no answers and choices that are worked out one by one.
const MOST_WORLDS: usize = 32;

/// The lines of a scheme for a subject. Each is rounded as shown, and later lines use the rounded
/// amount, so that shown lines add up.
///
/// Open choices are worked out one by one, since a formula often uses one more than once: the range
/// then holds what some choice gives, and nothing else.
pub(crate) fn lines(world: &World<'_>, scheme: &Scheme, subject: Subject, slots: &[Slot]) -> Vec<LineAdvice> {
    let Amounts::Lines(lines) = &scheme.amounts else {
        return Vec::new();
    };
    let mut advice = lines_at_once(&Scope::new(world, slots), lines);
    let axes =
        axes(world, choices(world.rulebook, lines).into_iter(), subject, MOST_WORLDS, &mut Pieces::default());
    if !axes.is_empty() {
        let mut hull: Vec<Option<Number>> = vec![None; advice.len()];
        let _all = each_world(world, &axes, subject, &[], |one, slots| {
            for (seen, line) in hull.iter_mut().zip(lines_at_once(&Scope::new(one, slots), lines)) {
                *seen = Some(seen.map_or(line.value, |seen| seen.hull(line.value)));
            }
            ControlFlow::Continue(())
        });
        for (line, value) in advice.iter_mut().zip(hull) {
            line.value = value.unwrap_or(line.value);
        }
    }
    advice
}

/// The yes/no questions and choices that the lines use.
fn choices(rulebook: &Rulebook, lines: &[AmountLine]) -> Vec<Input> {
    let mut inputs: Vec<Input> = Vec::new();
    for &id in lines.iter().flat_map(|line| &line.questions) {
        let Some(question) = rulebook.questions.get(id.row()) else { continue };
        if matches!(question.answer, AnswerType::YesNo | AnswerType::Choice(_)) {
            let of = if question.list.is_none() { Of::Organisation } else { Of::Subject };
            let input = Input { question: id, slot: question.slot, of };
            if !inputs.contains(&input) {
                inputs.push(input);
            }
        }
    }
    inputs
}

fn lines_at_once(scope: &Scope<'_>, lines: &[AmountLine]) -> Vec<LineAdvice> {
    let mut rounded: Vec<Number> = Vec::with_capacity(lines.len());
    let mut advice = Vec::with_capacity(lines.len());
    for (row, line) in lines.iter().enumerate() {
        let scope = scope.with_lines(&rounded);
        let one = line_advice(&scope, line, u16::try_from(row).unwrap_or(u16::MAX));
        rounded.push(one.value);
        advice.push(one);
    }
    advice
}

fn line_advice(scope: &Scope<'_>, line: &AmountLine, row: u16) -> LineAdvice {
    let (rounding, places) = line.rounding;
    let shown = |node| scope.value(node).as_number().rounded(rounding, places);
    LineAdvice {
        line: row,
        value: shown(line.value),
        ceiling: line.ceiling.map(shown),
        figures: line.parameters.iter().filter_map(|used| figure_used(scope, *used)).collect(),
        open: line.questions.iter().copied().filter(|&id| !scope.is_settled(id)).collect(),
    }
}

/// A figure as it was read where a node of an expression reads it.
pub(crate) fn figure_used(scope: &Scope<'_>, used: ParameterUse) -> Option<FigureUsed> {
    let Some(Node::Parameter { parameter, on, key }) = scope.node(used.node) else {
        return None;
    };
    Some(scope.parameter(parameter, on, key))
}
