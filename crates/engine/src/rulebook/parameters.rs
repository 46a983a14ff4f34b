//! Dated figures and named notions.

use super::{Citation, ListId, TextId, Unit};
use crate::date::Date;
use crate::expression::NodeId;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A dated figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parameter {
    /// Its name.
    pub id: String,
    /// What it counts.
    pub unit: Unit,
    /// Its label.
    pub text: TextId,
    /// Amounts that use it after this day are labelled as an assumption.
    pub review: Option<Date>,
    /// Values, sorted by their first day, without overlap.
    pub values: Vec<ParameterValue>,
    /// A range for days without a value, labelled as an assumption.
    pub when_unknown: Option<AssumedRange>,
}

/// The value of a parameter from a day on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParameterValue {
    /// The first day.
    pub from: Date,
    /// The last day; none: still in force, and no later value is known.
    pub until: Option<Date>,
    /// One figure, or one for each key.
    pub figures: Figures,
    /// Where it stands.
    pub sources: Vec<Citation>,
}

/// A figure, or a row of figures by a whole-number key such as an age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Figures {
    /// The same for everything.
    One(#[serde(with = "crate::stored")] Decimal),
    /// By key, from `first` on. Below it: unknown. Above the last: the last.
    ByKey {
        /// The key of the first figure.
        first: i32,
        /// The figures of `first`, `first` + 1, …
        #[serde(with = "crate::stored::each")]
        figures: Vec<Decimal>,
    },
}

/// What is assumed of a parameter on days for which no figure is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AssumedRange {
    /// The lowest figure.
    #[serde(with = "crate::stored")]
    pub from: Decimal,
    /// The highest figure.
    #[serde(with = "crate::stored")]
    pub to: Decimal,
    /// Why.
    pub text: TextId,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// A named notion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Definition {
    /// Its name.
    pub id: String,
    /// Its label.
    pub text: TextId,
    /// The list whose records it speaks of; none for the organisation.
    pub list: Option<ListId>,
    /// What it says.
    pub value: NodeId,
    /// What it counts, if it is a number.
    pub unit: Option<Unit>,
    /// Where it stands.
    pub sources: Vec<Citation>,
}
