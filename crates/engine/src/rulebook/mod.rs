//! The compiled form of the rules: flat tables that refer to each other by index.
//!
//! The compiler makes it, the engine reads it. Every index is inside its table: the compiler
//! guarantees it, and [`Rulebook::check_indices`] proves it for a rulebook that was read from a file.

mod amounts;
mod conditions;
mod index;
mod names;
mod parameters;
mod places;
mod questions;
mod schemes;
mod sources;
mod words;

use crate::date::Date;
use crate::expression::Node;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use amounts::{AmountLine, Amounts, Show};
pub use conditions::{Condition, ParameterUse, Predicate, Role, Step};
pub use index::Index;
pub use parameters::{AssumedRange, Definition, Figures, Parameter, ParameterValue};
pub use places::{Municipality, Province};
pub use questions::{AnswerType, ChoiceOption, Conflict, List, Measure, Question, Topic, Unit};
pub use schemes::{
    Claim, Confidence, Help, Kind, Level, Relation, RelationKind, Review, Scheme, SchemeTexts, StateAid,
    Status, SubjectKind, Window,
};
pub use sources::{Citation, Evidence, Source, SourceKind};
pub use words::{SchemeWords, TextId, Words};

/// A range of rows in a table: from the first, up to but not including the second.
pub type Rows = (u32, u32);

macro_rules! index_types {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u16);

        impl $name {
            /// The row in its table.
            pub fn row(self) -> usize {
                usize::from(self.0)
            }
        }
    )*};
}

index_types! {
    /// A question: a row of [`Rulebook::questions`].
    QuestionId;
    /// A list of records, such as the hires: a row of [`Rulebook::lists`].
    ListId;
    /// A parameter: a row of [`Rulebook::parameters`].
    ParameterId;
    /// A predicate: a row of [`Rulebook::predicates`].
    PredicateId;
    /// A condition: a row of [`Rulebook::conditions`].
    ConditionId;
    /// A scheme: a row of [`Rulebook::schemes`].
    SchemeId;
    /// A source: a row of [`Rulebook::sources`].
    SourceId;
    /// A set of municipalities: a row of [`Rulebook::place_sets`].
    PlaceSetId;
    /// A definition: a row of [`Rulebook::definitions`].
    DefinitionId;
}

/// All rules of one edition, without their words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Rulebook {
    /// The date of the edition.
    pub edition: Edition,
    /// Topics, in the order of the interview.
    pub topics: Vec<Topic>,
    /// Lists of records that a visitor tells.
    pub lists: Vec<List>,
    /// Every question.
    pub questions: Vec<Question>,
    /// The questions in an order in which each comes after all that its `ask_if` uses.
    pub asking_order: Vec<QuestionId>,
    /// Answers that cannot be true together.
    pub conflicts: Vec<Conflict>,
    /// Dated figures.
    pub parameters: Vec<Parameter>,
    /// Named notions.
    pub definitions: Vec<Definition>,
    /// Municipalities, sorted by province and then by name, so that a province is a range of rows.
    pub municipalities: Vec<Municipality>,
    /// Provinces, in the order of the municipalities.
    pub provinces: Vec<Province>,
    /// Sets of municipalities: one bit for each row of `municipalities`.
    pub place_sets: Vec<Vec<u64>>,
    /// Laws and pages.
    pub sources: Vec<Source>,
    /// Expressions: each node refers to earlier nodes only.
    pub nodes: Vec<Node>,
    /// Every distinct question to the world that can be answered with yes or no.
    pub predicates: Vec<Predicate>,
    /// Programs of the conditions, in postfix order.
    pub steps: Vec<Step>,
    /// Conditions of all schemes; the routes of an alternative follow it directly.
    pub conditions: Vec<Condition>,
    /// Every scheme.
    pub schemes: Vec<Scheme>,
    /// What follows from the tables. It is not stored: who reads a rulebook gets it
    /// [indexed](Rulebook::indexed).
    #[serde(skip)]
    pub index: Index,
}

impl Serialize for Rulebook {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Rulebook::serialize(self, to)
    }
}

impl<'de> Deserialize<'de> for Rulebook {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Rulebook, D::Error> {
        Rulebook::deserialize(from).map(Rulebook::indexed)
    }
}

/// Which edition this is and who answers for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The day on which the rules were last looked at as a whole.
    pub date: Date,
    /// A check code over all rule files: 16 hexadecimal digits.
    pub hash: String,
    /// Who answers for the edition.
    pub answers_for: TextId,
    /// How to report a wrong rule.
    pub report: TextId,
}
