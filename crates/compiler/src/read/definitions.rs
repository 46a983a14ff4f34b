//! Named notions (`definitions/*.toml`).

use super::cases::{Case, of_definition};
use super::parameters::used_by;
use super::reader::{Entry, Fields, Need, Text};
use super::sources::{Citation, citations};
use super::values::{COUNTS, Per, UsedBy, unit};
use crate::diagnostic::Placed;
use steunwijzer_engine::notation::Written;
use steunwijzer_engine::rulebook::Unit;

/// A named notion.
#[derive(Debug)]
pub(crate) struct Definition {
    pub(crate) id: Placed<String>,
    pub(crate) kind: DefinitionKind,
    pub(crate) text: Text,
    pub(crate) used_by: Option<Placed<UsedBy>>,
    pub(crate) value: Placed<String>,
    pub(crate) sources: Vec<Citation>,
    pub(crate) cases: Vec<Case<Written>>,
}

/// What a definition gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DefinitionKind {
    YesNo,
    Number(Unit),
    Date,
}

/// Reads a file of definitions.
pub(crate) fn read(fields: &Fields<'_>) -> Option<Vec<Definition>> {
    Some(fields.list("definition", |entry| entry.fields("a definition", definition)))
}

fn definition(fields: &Fields<'_>) -> Option<Definition> {
    let id = fields.required("id", Entry::name);
    let kind = fields.required("type", |entry| entry.one_of(&kinds()));
    let text = fields.text(Need::Required);
    let used_by = used_by(fields);
    let value = fields.required("value", Entry::text);
    let sources = citations(fields, Need::Required);
    let cases = of_definition(fields);
    Some(Definition { id: id?, kind: kind?, text: text?, used_by, value: value?, sources, cases })
}

pub(crate) fn kinds() -> Vec<(&'static str, DefinitionKind)> {
    let numbers = COUNTS
        .iter()
        .filter_map(|(word, counts)| Some((*word, DefinitionKind::Number(unit(*counts, Per::Once)?))));
    let others = [("yes-no", DefinitionKind::YesNo), ("date", DefinitionKind::Date)];
    others.into_iter().chain(numbers).collect()
}
