//! Expressions of rules after all checks: a table of nodes, each of which refers to earlier ones.

use crate::date::Date;
use crate::number::Rounding;
use crate::rulebook::{ListId, ParameterId, PlaceSetId, QuestionId};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A node of an expression: a row of the rulebook's table of nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NodeId(pub u32);

impl NodeId {
    /// The row in the table of nodes.
    pub fn row(self) -> usize {
        self.0 as usize
    }
}

/// Whose answer is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Of {
    /// The organisation's.
    Organisation,
    /// The record that is judged.
    Subject,
    /// The record of a loop: 0 is the outermost loop around the expression.
    Loop(u8),
}

/// An answer that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Input {
    /// Which question.
    pub question: QuestionId,
    /// Its place in the answers of the organisation or the record.
    pub slot: u16,
    /// Whose.
    pub of: Of,
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `=`
    Same,
}

/// One step of an expression. Types and units were checked by the compiler.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Node {
    /// `true` or `false`.
    Truth(bool),
    /// A number, in the unit of its place; a percentage as a share (0.55).
    Number(#[serde(with = "crate::stored")] Decimal),
    /// A day.
    Day(Date),
    /// The day of the advice.
    AsOn,
    /// An answer: a truth, a number, a day, options or a place.
    Input(Input),
    /// A parameter on a day (none: the day of the advice), with a key.
    Parameter {
        /// Which.
        parameter: ParameterId,
        /// The day, if it is another than the day of the advice.
        on: Option<NodeId>,
        /// The key, a number.
        key: Option<NodeId>,
    },
    /// An earlier line of the same amount, rounded as shown.
    Line(u16),
    /// Not.
    Not(NodeId),
    /// And.
    And(NodeId, NodeId),
    /// Or.
    Or(NodeId, NodeId),
    /// Compares two numbers or two days.
    Compare(Comparison, NodeId, NodeId),
    /// A choice is one of these options.
    OneOf(NodeId, u64),
    /// Of several choices, this one is chosen.
    Has(NodeId, u8),
    /// Two choices with the same options, or two places, are the same.
    SameOption(NodeId, NodeId),
    /// A place lies in this set.
    PlaceIn(NodeId, PlaceSetId),
    /// Sum.
    Add(NodeId, NodeId),
    /// Difference.
    Subtract(NodeId, NodeId),
    /// Product.
    Multiply(NodeId, NodeId),
    /// Quotient.
    Divide(NodeId, NodeId),
    /// What is left after division.
    Modulo(NodeId, NodeId),
    /// The lower of two.
    Min(NodeId, NodeId),
    /// The higher of two.
    Max(NodeId, NodeId),
    /// The distance from zero.
    Abs(NodeId),
    /// Rounds to a number of decimals.
    Round(Rounding, NodeId, i8),
    /// If the first, then the second, else the third.
    If(NodeId, NodeId, NodeId),
    /// Days from the first to the second day.
    DaysBetween(NodeId, NodeId),
    /// Whole months from the first to the second day.
    MonthsBetween(NodeId, NodeId),
    /// A day plus a number of months.
    PlusMonths(NodeId, NodeId),
    /// A day plus a number of days.
    PlusDays(NodeId, NodeId),
    /// Some record of the list satisfies the condition. The number is the depth of the loop.
    Some(ListId, u8, NodeId),
    /// Every record of the list satisfies the condition.
    Every(ListId, u8, NodeId),
    /// The sum of a number over the records of the list.
    Sum(ListId, u8, NodeId),
    /// The number of records of the list.
    Count(ListId),
}
