//! What another edition says of a file: verdicts that are new, gone or changed.

use super::Opened;
use crate::present::View;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::rulebook::SchemeId;

/// A scheme whose verdict in the file is not that of now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRow {
    /// Its id.
    pub id: String,
    /// The scheme; none if it is gone.
    pub scheme: Option<SchemeId>,
    /// Its name; its id if it is gone.
    pub name: String,
    /// The verdict in the file; none if the scheme is new.
    pub was: Option<Verdict>,
    /// The verdict of now; none if the scheme is gone.
    pub now: Option<Verdict>,
    /// Why, by the rules of now; empty if the scheme is gone.
    pub reason: String,
}

/// What changed since a file was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Schemes that the file does not have.
    pub new: Vec<ChangeRow>,
    /// Schemes that only the file has.
    pub gone: Vec<ChangeRow>,
    /// Schemes with another verdict.
    pub changed: Vec<ChangeRow>,
}

impl Changes {
    /// Whether every verdict of the file is that of now.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.gone.is_empty() && self.changed.is_empty()
    }
}

/// Compares the verdicts of a file with those of a view on the same answers. A file without verdicts
/// has no changes.
pub fn changes(view: &View<'_>, opened: &Opened) -> Changes {
    let mut found = Changes::default();
    if opened.verdicts.is_empty() {
        return found;
    }
    for judged in &view.advice.schemes {
        let Some(scheme) = view.scheme(judged.scheme) else { continue };
        let was = opened.verdicts.iter().find(|(id, _)| *id == scheme.id).map(|(_, verdict)| *verdict);
        if was == Some(judged.verdict) {
            continue;
        }
        let row = ChangeRow {
            id: scheme.id.clone(),
            scheme: Some(judged.scheme),
            name: view.text(scheme.texts.name).to_owned(),
            was,
            now: Some(judged.verdict),
            reason: view.row(judged.scheme).map(|row| row.reason).unwrap_or_default(),
        };
        if was.is_some() { &mut found.changed } else { &mut found.new }.push(row);
    }
    let gone = opened.verdicts.iter().filter(|(id, _)| view.rulebook.scheme_id(id).is_none());
    found.gone = gone
        .map(|(id, was)| ChangeRow {
            id: id.clone(),
            scheme: None,
            name: id.clone(),
            was: Some(*was),
            now: None,
            reason: String::new(),
        })
        .collect();
    found
}
