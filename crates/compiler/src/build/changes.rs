//! Changes of the rules, the newest first.

use super::ids::{Ids, unique};
use crate::changes::Change;
use crate::diagnostic::{Log, Placed};
use crate::read::changes::Change as Written;
use steunwijzer_engine::date::Date;

/// The changes with the rows of what they name; days after the edition are reported.
pub(super) fn rows(written: &[Written], edition: Date, ids: &Ids<'_>, log: &Log) -> Vec<Change> {
    unique(log, "change", written.iter().map(|change| &change.id));
    let mut changes: Vec<Change> = written.iter().map(|change| row(change, edition, ids, log)).collect();
    // What was written first of one day stays first.
    changes.sort_by_key(|change| std::cmp::Reverse(change.date));
    changes
}

fn row(written: &Written, edition: Date, ids: &Ids<'_>, log: &Log) -> Change {
    if written.date.value > edition {
        let message = format!("this change is of {}, after the edition of {edition}", written.date.value);
        log.error(written.date.at, message, "move the `date` in edition.toml, or this one");
    }
    let source = |citation: &crate::read::sources::Citation| {
        let at = citation.at.as_ref().map_or(String::new(), |at: &Placed<String>| at.value.clone());
        Some((ids.source(&citation.id)?, at))
    };
    Change {
        id: written.id.value.clone(),
        date: written.date.value,
        nl: written.text.nl.value.clone(),
        en: written.text.en.value.clone(),
        schemes: written.schemes.iter().filter_map(|id| ids.scheme(id)).collect(),
        sources: written.sources.iter().filter_map(source).collect(),
    }
}
