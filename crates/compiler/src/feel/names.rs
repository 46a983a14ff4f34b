//! What the names in an expression stand for: the compiler of the rule files tells.

use super::{Tables, Type, Uses};
use rust_decimal::Decimal;
use steunwijzer_engine::expression::NodeId;
use steunwijzer_engine::rulebook::{AnswerType, ListId, ParameterId, QuestionId, Unit};

/// The names that an expression may use.
pub trait Names {
    /// The question with this full name: `org.fte`, `hire.hours`.
    fn question(&self, name: &str) -> Option<QuestionName<'_>>;
    /// The parameter with this name.
    fn parameter(&self, name: &str) -> Option<ParameterName>;
    /// The definition with this name; it must have been compiled before.
    fn definition(&self, name: &str) -> Option<DefinitionName<'_>>;
    /// The earlier amount line of the same scheme with this name.
    fn line(&self, name: &str) -> Option<LineName>;
    /// The list with this name: `hires`.
    fn list(&self, name: &str) -> Option<ListName<'_>>;
    /// The list with this id.
    fn list_of(&self, id: ListId) -> Option<ListName<'_>>;
    /// The row of the municipality with this code.
    fn municipality(&self, code: &str) -> Option<u16>;
    /// The first and the last municipality of the province with this name.
    fn province(&self, name: &str) -> Option<(u16, u16)>;
    /// The municipalities of the labour-market region with this name: one bit for each row.
    fn region(&self, name: &str) -> Option<Vec<u64>>;
    /// The number of municipalities.
    fn municipality_count(&self) -> usize;
    /// All names of a kind, for "did you mean".
    fn known(&self, kind: Known) -> Vec<&str>;
}

/// A kind of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Questions, by their full names.
    Question,
    /// Parameters, definitions and earlier lines.
    Value,
    /// Lists.
    List,
    /// Codes of municipalities.
    Municipality,
    /// Provinces.
    Province,
    /// Labour-market regions.
    Region,
}

/// A question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuestionName<'n> {
    /// Its row.
    pub id: QuestionId,
    /// Its place in the answers of the organisation or a record.
    pub slot: u16,
    /// The list it belongs to; none for the organisation.
    pub list: Option<ListId>,
    /// What an answer is.
    pub answer: &'n AnswerType,
}

/// A parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParameterName {
    /// Its row.
    pub id: ParameterId,
    /// What it counts.
    pub unit: Unit,
    /// Whether its figures have a key.
    pub keyed: bool,
    /// The lowest and the highest of all its figures, assumed ones included.
    pub range: (Decimal, Decimal),
}

/// A definition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DefinitionName<'n> {
    /// Its value, in the same tables.
    pub node: NodeId,
    /// What it gives: yes or no, a number or a date.
    pub ty: Type,
    /// The list whose records it speaks of; none for the organisation.
    pub list: Option<ListId>,
    /// What it reads.
    pub uses: &'n Uses,
}

/// An earlier amount line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LineName {
    /// Its place among the lines of the scheme.
    pub index: u16,
    /// What it counts.
    pub unit: Unit,
    /// The lowest and the highest it can be.
    pub range: (Decimal, Decimal),
}

/// A list of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListName<'n> {
    /// Its row.
    pub id: ListId,
    /// Its name: `hires`.
    pub name: &'n str,
    /// The name of one record, before the dot in its questions: `hire`.
    pub item: &'n str,
    /// The most records it can have.
    pub max: u16,
}

/// Whether nothing but answers of place questions are read.
pub(super) fn only_places(uses: &Uses, tables: &Tables) -> bool {
    !uses.questions.is_empty()
        && uses.parameters.is_empty()
        && uses.lists.is_empty()
        && uses.questions.iter().all(|id| tables.is_place(*id))
}
