//! Amounts as lines: each with its value or range, the figures used and what is still open.

use crate::advice::{FigureUsed, LineAdvice};
use crate::evaluate::Scope;
use crate::expression::Node;
use crate::number::Number;
use crate::rulebook::{AmountLine, Amounts, ParameterUse, Scheme};

/// The lines of a scheme for a subject. Each is rounded as shown, and later lines use the rounded
/// amount, so that shown lines add up.
pub(crate) fn lines(scope: &Scope<'_>, scheme: &Scheme) -> Vec<LineAdvice> {
    let Amounts::Lines(lines) = &scheme.amounts else {
        return Vec::new();
    };
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
    let figure = scope.parameter(parameter, on, key);
    Some(FigureUsed { parameter, value: figure.value, row: figure.row, assumption: figure.assumption })
}
