//! Output for programs: JSON. An advice, a plan and the lists are those of `steunwijzer_report`;
//! here stands what the command line alone tells.

mod calc;
mod diff;
mod dossier;
mod links;
mod needed;
mod overview;

pub(crate) use calc::{calculation, calculators};
pub(crate) use diff::diff;
pub(crate) use dossier::dossier;
pub(crate) use links::links;
pub(crate) use needed::needed;
pub(crate) use overview::overview;

use serde::Serialize;

/// Pretty, with an end of line. Maps have texts as keys, so this cannot fail.
pub(crate) fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string_pretty(value).map(|text| text + "\n").unwrap_or_default()
}
