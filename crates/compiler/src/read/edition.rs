//! Which edition this is (`edition.toml`).

use super::reader::{Entry, Fields, Need, Text};
use steunwijzer_engine::date::Date;

/// The edition and who answers for it.
#[derive(Debug)]
pub(crate) struct Edition {
    pub(crate) date: Date,
    pub(crate) name: Text,
    pub(crate) answers_for: Text,
    pub(crate) report: Text,
}

/// Reads `edition.toml`.
pub(crate) fn read(fields: &Fields<'_>) -> Option<Edition> {
    let date = fields.required("date", Entry::day);
    let answers_for = fields.required("answers_for", |entry| {
        entry.fields("who answers for the edition", |fields| fields.text(Need::Required))
    });
    let [name, report] = fields.texts([("name", Need::Required), ("report", Need::Required)]);
    Some(Edition { date: date?.value, name: name?, answers_for: answers_for?, report: report? })
}
