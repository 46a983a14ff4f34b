//! Conditions and what they are computed from.

use super::{Citation, ParameterId, PlaceSetId, PredicateId, QuestionId, Rows, SchemeId, TextId};
use crate::expression::{Input, NodeId};
use serde::{Deserialize, Serialize};

/// A question to the world that can be answered with yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Predicate {
    /// An ordered answer lies within these scaled limits, both included.
    Within(Input, i64, i64),
    /// A choice (or yes/no) is one of these: bit n for option n; bit 0 is *no*, bit 1 is *yes*.
    OneOf(Input, u64),
    /// Of several choices, this one is chosen.
    Has(Input, u8),
    /// A place lies in this set.
    PlaceIn(Input, PlaceSetId),
    /// Anything else.
    Expression(NodeId),
}

/// One step of the program of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// Puts the value of a predicate on the stack.
    Test(PredicateId),
    /// Puts a constant on the stack.
    Always(bool),
    /// Replaces the two values on top by *and*.
    And,
    /// Replaces the two values on top by *or*.
    Or,
    /// Turns the value on top around.
    Not,
}

/// What a condition does to a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Computed from answers.
    Test,
    /// A person's assessment: shown, never decides.
    Judged,
    /// Something the applicant can still do.
    Step,
    /// Information.
    Remark,
}

/// A condition of a scheme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    /// Its name within the scheme.
    pub id: String,
    /// What it does.
    pub role: Role,
    /// The steps that compute it; empty unless it is a test of its own.
    pub program: Rows,
    /// The number of rows directly behind this one that are its alternative routes.
    pub routes: u8,
    /// Whether it rests on unconfirmed knowledge alone.
    pub background: bool,
    /// Whether it speaks of a place only.
    pub place_only: bool,
    /// Whether it says too little for a verdict to rest on: a place only, or the wish for money
    /// where a person weighs the rest.
    pub minor: bool,
    /// The requirement.
    pub text: TextId,
    /// Where it stands.
    pub sources: Vec<Citation>,
    /// The scheme where the right does sit.
    pub refer: Option<SchemeId>,
    /// The questions it uses.
    pub questions: Vec<QuestionId>,
    /// The parameters it uses.
    pub parameters: Vec<ParameterUse>,
}

/// The use of a parameter: on which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParameterUse {
    /// Which.
    pub parameter: ParameterId,
    /// The expression node that reads it.
    pub node: NodeId,
}
