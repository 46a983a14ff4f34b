//! Answers that cannot be true together (`questions/conflicts.toml`).

use super::reader::{Entry, Fields, Need, Text};
use crate::diagnostic::Placed;

/// Answers that cannot be true together.
#[derive(Debug)]
pub(crate) struct Conflict {
    pub(crate) id: Placed<String>,
    pub(crate) when: Placed<String>,
    pub(crate) text: Text,
}

/// Reads the file of conflicts.
pub(crate) fn read(fields: &Fields<'_>) -> Option<Vec<Conflict>> {
    Some(fields.list("conflict", |entry| entry.fields("a conflict", conflict)))
}

fn conflict(fields: &Fields<'_>) -> Option<Conflict> {
    let id = fields.required("id", Entry::hyphen_id);
    let when = fields.required("when", Entry::text);
    let text = fields.text(Need::Required);
    Some(Conflict { id: id?, when: when?, text: text? })
}
