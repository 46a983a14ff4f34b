//! The case in a file.

use super::Refused;
use super::entries::Entries;
use crate::case::{Case, Definition, LONGEST_NOTES};
use crate::json::Json;
use std::collections::{BTreeMap, BTreeSet};

const STRICT: &str = "strict";
const BROAD: &str = "broad";

/// The case as it stands in a file: only what was told.
pub(super) fn tree(case: &Case) -> Json {
    let mut entries = Vec::new();
    let mut push = |key: &str, value: Json| entries.push((key.to_owned(), value));
    if !case.notes.is_empty() {
        push("notes", Json::text(&case.notes));
    }
    if let Some(definition) = case.definition {
        push(
            "definition",
            Json::text(match definition {
                Definition::Strict => STRICT,
                Definition::Broad => BROAD,
            }),
        );
    }
    if !case.goals.is_empty() {
        push("goals", names(&case.goals));
    }
    if !case.intake.is_empty() {
        let each = case.intake.iter().map(|(question, options)| (question.clone(), names(options)));
        push("intake", Json::Table(each.collect()));
    }
    if !case.ticked.is_empty() {
        push("ticked", names(&case.ticked));
    }
    Json::Table(entries)
}

fn names(names: &BTreeSet<String>) -> Json {
    Json::List(names.iter().map(|name| Json::text(name)).collect())
}

/// Reads the case; what is not known stays in the entries.
pub(super) fn read(entries: &mut Entries) -> Result<Case, Refused> {
    let notes =
        entries.read("notes", |text| (text.chars().count() <= LONGEST_NOTES).then(|| text.to_owned()))?;
    let definition = entries.read("definition", |name| match name {
        STRICT => Some(Definition::Strict),
        BROAD => Some(Definition::Broad),
        _ => None,
    })?;
    let goals = entries.names("goals")?;
    let ticked = entries.names("ticked")?;
    let mut chosen = entries.object("intake")?;
    let mut intake = BTreeMap::new();
    for question in chosen.keys() {
        let options = chosen.names(&question)?;
        if !options.is_empty() {
            intake.insert(question, options);
        }
    }
    Ok(Case { notes: notes.unwrap_or_default(), ticked, definition, goals, intake })
}
