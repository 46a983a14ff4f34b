//! Reading: from the files of a folder to typed structs in which everything has its place.
//!
//! What one file can get wrong by itself is reported here; what needs other files is checked in
//! [`crate::check`] and [`crate::build`].

pub(crate) mod amounts;
pub(crate) mod calculators;
pub(crate) mod cases;
pub(crate) mod changes;
pub(crate) mod conditions;
pub(crate) mod conflicts;
pub(crate) mod definitions;
pub(crate) mod edition;
mod folder;
pub(crate) mod parameters;
pub(crate) mod places;
pub(crate) mod questions;
pub(crate) mod reader;
pub(crate) mod schemes;
pub(crate) mod sources;
pub(crate) mod values;

pub(crate) use folder::files;

use crate::diagnostic::{At, Log};
use values::UsedBy;

/// Everything that stands in the files of a folder of rules.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    pub(crate) edition: Option<edition::Edition>,
    pub(crate) topics: Vec<questions::Topic>,
    pub(crate) conflicts: Vec<conflicts::Conflict>,
    pub(crate) definitions: Vec<definitions::Definition>,
    pub(crate) parameters: Vec<parameters::Parameter>,
    pub(crate) places: places::Places,
    pub(crate) sources: Vec<sources::Source>,
    pub(crate) schemes: Vec<schemes::Scheme>,
    /// The files of the municipal side, by number: they are read where they are built.
    pub(crate) municipal: Vec<usize>,
    pub(crate) calculators: Vec<calculators::Calculator>,
    pub(crate) changes: Vec<changes::Change>,
}

impl Rules {
    /// Names of the parameters and definitions that only the money plan reads.
    pub(crate) fn used_by_plan(&self) -> Vec<String> {
        let parameters = self.parameters.iter().map(|parameter| (&parameter.id, &parameter.used_by));
        let definitions = self.definitions.iter().map(|definition| (&definition.id, &definition.used_by));
        let marked = parameters.chain(definitions).filter_map(|(id, used_by)| Some((id, used_by.as_ref()?)));
        let by_plan = marked.filter(|(_, used_by)| match used_by.value {
            UsedBy::Plan => true,
            UsedBy::Desk => false,
        });
        by_plan.map(|(id, _)| id.value.clone()).collect()
    }
}

/// Reads every file.
pub(crate) fn rules(log: &Log) -> Rules {
    let mut rules = Rules::default();
    for (number, file) in log.files().iter().enumerate() {
        read_file(log, number, &file.path, &mut rules);
    }
    if !log.files().iter().any(|file| file.path == "edition.toml") {
        let help = "add it, with its date and who answers for it";
        log.error(At::new(0, 0..0), "there is no `edition.toml`", help);
    }
    rules
}

fn read_file(log: &Log, number: usize, path: &str, rules: &mut Rules) {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["edition.toml"] => rules.edition = reader::file(log, number, "the edition", edition::read),
        ["changes.toml"] => {
            let changes = reader::file(log, number, "the file of changes", changes::read);
            rules.changes.extend(changes.unwrap_or_default());
        }
        ["questions", "conflicts.toml"] => {
            let conflicts = reader::file(log, number, "a file of conflicts", conflicts::read);
            rules.conflicts.extend(conflicts.unwrap_or_default());
        }
        ["questions", _] => {
            let topic = reader::file(log, number, "a file of questions", questions::read);
            rules.topics.extend(topic);
        }
        ["definitions", _] => {
            let found = reader::file(log, number, "a file of definitions", definitions::read);
            rules.definitions.extend(found.unwrap_or_default());
        }
        ["parameters", _] => {
            let found = reader::file(log, number, "a file of parameters", parameters::read);
            rules.parameters.extend(found.unwrap_or_default());
        }
        ["places", _] => {
            let found = reader::file(log, number, "a file of places", places::read);
            rules.places.add(found.unwrap_or_default());
        }
        ["sources", _] => {
            let found = reader::file(log, number, "a file of sources", sources::read);
            rules.sources.extend(found.unwrap_or_default());
        }
        ["municipal", _] => rules.municipal.push(number),
        ["calculators", _] => {
            rules.calculators.extend(reader::file(log, number, "a calculator", calculators::read));
        }
        ["schemes", family, _] => {
            let labour = *family == "labour";
            let read = |fields: &reader::Fields<'_>| schemes::read(fields, labour);
            rules.schemes.extend(reader::file(log, number, "a scheme", read));
        }
        _ => log.error(
            At::new(number, 0..0),
            format!("`{path}` is no place for a rule file"),
            "rules/README.md says which folder holds what; a scheme stands in `schemes/<family>/`",
        ),
    }
}
