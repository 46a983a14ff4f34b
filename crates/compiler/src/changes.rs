//! What changed in the rules, as an editor wrote it down (`rules/changes.toml`).
//!
//! It travels beside the rulebook: no verdict rests on it, and no visitor of the advisor loads it.

use serde::{Deserialize, Serialize};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{SchemeId, SourceId};

/// A change of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Its name, unique for ever: readers of the feed know it by this.
    pub id: String,
    /// The day of the change.
    pub date: Date,
    /// What changed, in Dutch.
    pub nl: String,
    /// What changed, in English.
    pub en: String,
    /// The schemes that it is about; none: it is about the edition.
    pub schemes: Vec<SchemeId>,
    /// Where it stands, with the place in it; the place may be empty.
    pub sources: Vec<(SourceId, String)>,
}
