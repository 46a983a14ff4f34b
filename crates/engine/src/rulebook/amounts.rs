//! What a scheme gives.

use super::{Citation, ParameterUse, QuestionId, TextId, Unit};
use crate::expression::NodeId;
use crate::number::Rounding;
use serde::{Deserialize, Serialize};

/// What a scheme gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Amounts {
    /// Lines, in order.
    Lines(Vec<AmountLine>),
    /// To be agreed.
    InConsultation,
    /// It is not about money.
    NoMoney,
    /// Not known.
    Unknown,
}

/// One line of an amount.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AmountLine {
    /// Its name; later lines may use it.
    pub id: String,
    /// How it is shown.
    pub show: Show,
    /// What it counts; money per what.
    pub unit: Unit,
    /// Its value.
    pub value: NodeId,
    /// How it is rounded, and to how many decimals.
    pub rounding: (Rounding, i8),
    /// The most that anybody gets.
    pub ceiling: Option<NodeId>,
    /// Its label.
    pub text: TextId,
    /// The formula in words.
    pub formula: TextId,
    /// Where it stands.
    pub sources: Vec<Citation>,
    /// The questions it uses.
    pub questions: Vec<QuestionId>,
    /// The parameters it uses.
    pub parameters: Vec<ParameterUse>,
}

/// How an amount line is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Show {
    /// Explains how a later line comes about.
    Working,
    /// A part of what one gets.
    Line,
    /// What one gets.
    Total,
}
