//! A dossier against the rules of now, for programs.

use super::json;
use serde::Serialize;
use steunwijzer_advisor::dossier::{ChangeRow, Opened, changes};
use steunwijzer_advisor::present::View;
use steunwijzer_report::names;

#[derive(Serialize)]
struct DossierReport {
    form: u16,
    as_on: String,
    /// None for plain answers.
    saved_by: Option<EditionEntry>,
    read_by: EditionEntry,
    /// What this edition does not know, and keeps.
    unknown: Vec<UnknownEntry>,
    changed: Vec<ChangeEntry>,
    new: Vec<ChangeEntry>,
    gone: Vec<ChangeEntry>,
}

#[derive(Serialize)]
struct EditionEntry {
    date: String,
    hash: String,
}

#[derive(Serialize)]
struct UnknownEntry {
    key: String,
    value: String,
}

#[derive(Serialize)]
struct ChangeEntry {
    scheme: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    now: Option<&'static str>,
    #[serde(skip_serializing_if = "String::is_empty")]
    reason: String,
}

/// What the dossier is of, what is not known, and for which verdict something changed.
pub(crate) fn dossier(view: &View<'_>, opened: &Opened) -> String {
    let found = changes(view, opened);
    let edition = &view.rulebook.edition;
    let entry =
        |date: &dyn ToString, hash: &str| EditionEntry { date: date.to_string(), hash: hash.to_owned() };
    let unknown = opened.dossier.kept.iter();
    json(&DossierReport {
        form: opened.form,
        as_on: view.advice.as_on.to_string(),
        saved_by: opened.edition.as_ref().map(|(date, hash)| entry(date, hash)),
        read_by: entry(&edition.date, &edition.hash),
        unknown: unknown
            .map(|one| UnknownEntry { key: one.key.clone(), value: one.value.to_string() })
            .collect(),
        changed: found.changed.into_iter().map(change).collect(),
        new: found.new.into_iter().map(change).collect(),
        gone: found.gone.into_iter().map(change).collect(),
    })
}

fn change(row: ChangeRow) -> ChangeEntry {
    ChangeEntry {
        scheme: row.id,
        name: row.name,
        was: row.was.map(names::verdict),
        now: row.now.map(names::verdict),
        reason: row.reason,
    }
}
