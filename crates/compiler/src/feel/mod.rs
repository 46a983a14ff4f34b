//! The language of conditions: a strict subset of FEEL, from text to the engine's tables.
//!
//! ```text
//! text → lexer → parser → expression → check (names, types, units, ranges) → nodes → steps
//! ```
//!
//! What it accepts and where it differs from FEEL: `docs/feel.md`.

mod check;
mod formula;
mod lexer;
mod names;
mod parser;
mod prove;
mod prune;
pub mod syntax;
mod tables;
mod types;

pub use names::{DefinitionName, Known, LineName, ListName, Names, ParameterName, QuestionName};
pub use parser::parse;
pub use prune::prune;
pub use tables::Tables;
pub use types::{Dimension, Measure, Type};

use check::{Checked, Checker};
use rust_decimal::Decimal;
use std::ops::Range;
use steunwijzer_engine::expression::{Input, NodeId};
use steunwijzer_engine::rulebook::{ListId, ParameterId, QuestionId, Step, Unit};

/// Bytes of a text: where something stands.
pub type Span = Range<usize>;

/// Something wrong with an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where, in bytes of the text.
    pub at: Span,
    /// What is wrong: lower case, the author's own words in backticks.
    pub message: String,
    /// The repair, if one is known.
    pub help: Option<String>,
}

impl Mistake {
    pub(crate) fn new(at: &Span, message: impl Into<String>) -> Mistake {
        Mistake { at: at.clone(), message: message.into(), help: None }
    }

    pub(crate) fn help(self, help: impl Into<String>) -> Mistake {
        Mistake { help: Some(help.into()), ..self }
    }
}

/// Where an expression stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The list whose record is judged: its answers may be used directly.
    pub subject: Option<ListId>,
}

/// What an expression must give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Yes or no.
    Truth,
    /// A number of this unit.
    Number(Unit),
    /// A day.
    Date,
}

/// What an expression reads, each in the order of first use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// Questions, also those of records in a loop.
    pub questions: Vec<QuestionId>,
    /// Parameters, with the node that reads the figure.
    pub parameters: Vec<(ParameterId, NodeId)>,
    /// How often each answer of the organisation or the judged record is read. Answers inside a
    /// loop are not counted: they are another record's each time.
    pub inputs: Vec<(Input, u32)>,
    /// Lists that are looped over or counted.
    pub lists: Vec<ListId>,
}

impl Uses {
    /// Adds what another expression reads.
    pub fn extend(&mut self, other: &Uses) {
        for question in &other.questions {
            add_once(&mut self.questions, *question);
        }
        for parameter in &other.parameters {
            add_once(&mut self.parameters, *parameter);
        }
        for (input, count) in &other.inputs {
            self.count(*input, *count);
        }
        for list in &other.lists {
            add_once(&mut self.lists, *list);
        }
    }

    fn count(&mut self, input: Input, count: u32) {
        match self.inputs.iter_mut().find(|(known, _)| *known == input) {
            Some((_, total)) => *total = total.saturating_add(count),
            None => self.inputs.push((input, count)),
        }
    }
}

fn add_once<T: PartialEq>(all: &mut Vec<T>, one: T) {
    if !all.contains(&one) {
        all.push(one);
    }
}

/// A condition, ready for the engine.
#[derive(Clone, Debug, PartialEq)]
pub struct CompiledCondition {
    /// Its program: put it into the rulebook with [`Tables::program`].
    pub steps: Vec<Step>,
    /// What it reads.
    pub uses: Uses,
    /// Whether it speaks of places only.
    pub place_only: bool,
    /// Worth a warning: what no answer can change.
    pub notes: Vec<Mistake>,
}

/// A value, ready for the engine.
#[derive(Clone, Debug, PartialEq)]
pub struct CompiledValue {
    /// Its node.
    pub node: NodeId,
    /// What it gives: yes or no, a number or a date.
    pub ty: Type,
    /// What it reads.
    pub uses: Uses,
    /// For a number: the lowest and the highest it can be.
    pub range: Option<(Decimal, Decimal)>,
    /// Worth a warning: what no answer can change.
    pub notes: Vec<Mistake>,
}

/// Compiles a condition: something that is true or false.
///
/// # Errors
/// The first mistake in the text.
pub fn condition(
    text: &str,
    names: &dyn Names,
    scope: Scope,
    tables: &mut Tables,
) -> Result<CompiledCondition, Mistake> {
    let compiled = value(text, names, scope, Some(Expected::Truth), tables)?;
    let steps = formula::program(compiled.node, tables)
        .ok_or_else(|| Mistake::new(&(0..text.len()), "the rules hold too many predicates"))?;
    Ok(CompiledCondition {
        steps,
        place_only: names::only_places(&compiled.uses, tables),
        uses: compiled.uses,
        notes: compiled.notes,
    })
}

/// Compiles an expression that gives a value.
///
/// # Errors
/// The first mistake in the text; also when the value is not what was expected.
pub fn value(
    text: &str,
    names: &dyn Names,
    scope: Scope,
    expected: Option<Expected>,
    tables: &mut Tables,
) -> Result<CompiledValue, Mistake> {
    let expression = parse(text)?;
    let checked = Checker::new(text, names, scope, tables).whole(&expression, expected)?;
    let Checked { node, ty, uses, notes } = checked;
    Ok(CompiledValue { node, ty, uses, range: tables.range(node), notes })
}
