//! The rows of a rulebook that the plan reads, found by name once, and shares of figures.

use rust_decimal::Decimal;
use std::fmt;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{
    DefinitionId, ListId, ParameterId, QuestionId, Rulebook, SchemeId, SourceId,
};

/// A rulebook lacks something that a part of the plan reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingRule {
    /// What kind of thing: `parameter`, `question`, `list`, `option`.
    pub kind: &'static str,
    /// Its name.
    pub id: String,
}

impl fmt::Display for MissingRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the rulebook has no {} `{}`", self.kind, self.id)
    }
}

impl std::error::Error for MissingRule {}

/// The row that was found, or which name is missing.
pub(crate) fn required<T>(found: Option<T>, kind: &'static str, id: &str) -> Result<T, MissingRule> {
    found.ok_or_else(|| MissingRule { kind, id: id.to_owned() })
}

/// Finds rows by name, or says which is missing.
#[derive(Clone, Copy)]
pub(crate) struct Names<'r>(pub(crate) &'r Rulebook);

impl Names<'_> {
    pub(crate) fn question(self, id: &str) -> Result<QuestionId, MissingRule> {
        required(self.0.question_id(id), "question", id)
    }

    pub(crate) fn list(self, id: &str) -> Result<ListId, MissingRule> {
        required(self.0.list_id(id), "list", id)
    }

    pub(crate) fn scheme(self, id: &str) -> Result<SchemeId, MissingRule> {
        required(self.0.scheme_id(id), "scheme", id)
    }

    pub(crate) fn definition(self, id: &str) -> Result<DefinitionId, MissingRule> {
        required(self.0.definition_id(id), "definition", id)
    }

    pub(crate) fn parameter(self, id: &str) -> Result<ParameterId, MissingRule> {
        required(self.0.parameter_id(id), "parameter", id)
    }

    pub(crate) fn source(self, id: &str) -> Result<SourceId, MissingRule> {
        let row = self.0.sources.iter().position(|source| source.id == id);
        let row = row.and_then(|row| u16::try_from(row).ok());
        required(row.map(SourceId), "source", id)
    }
}

/// A share kept between 0 and 1; anything when it is not known.
pub(crate) fn share_of_one(share: Number) -> Number {
    match share {
        Number::Unknown => Number::Between(Decimal::ZERO, Decimal::ONE),
        Number::Between(low, high) => {
            let inside = |value: Decimal| value.clamp(Decimal::ZERO, Decimal::ONE);
            Number::Between(inside(low), inside(high))
        }
    }
}
