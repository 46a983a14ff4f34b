//! What changed in the rules (`changes.toml`).

use super::reader::{Entry, Fields, Need, Text};
use super::sources::{Citation, citations};
use crate::diagnostic::Placed;
use steunwijzer_engine::date::Date;

/// A change of the rules.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) id: Placed<String>,
    pub(crate) date: Placed<Date>,
    pub(crate) text: Text,
    pub(crate) schemes: Vec<Placed<String>>,
    pub(crate) sources: Vec<Citation>,
}

/// Reads the file of changes.
pub(crate) fn read(fields: &Fields<'_>) -> Option<Vec<Change>> {
    Some(fields.list("change", |entry| entry.fields("a change", change)))
}

fn change(fields: &Fields<'_>) -> Option<Change> {
    let id = fields.required("id", Entry::hyphen_id);
    let date = fields.required("date", Entry::day);
    let text = fields.text(Need::Required);
    let schemes = fields.list("schemes", Entry::hyphen_id);
    let sources = citations(fields, Need::Optional);
    Some(Change { id: id?, date: date?, text: text?, schemes, sources })
}
