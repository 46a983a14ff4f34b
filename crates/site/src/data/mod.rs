//! The open data of an edition: the same files in the folder of the edition and in `latest`.

mod condition;
mod json;
mod readme;
mod scheme;
mod tables;

use crate::known::Known;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{coverage, fixed_data as say, page};
use steunwijzer_compiler::Edition;

/// The licence of the whole project, as schema.org wants it: an address.
pub(crate) const LICENCE: &str = "https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12";

/// The licence by its SPDX name.
const SPDX: &str = "EUPL-1.2";

/// A text in a language.
pub(crate) type Say = fn(Lang) -> &'static str;

/// How the files are made, in sentences.
pub(crate) const FORM: [Say; 6] =
    [say::form_csv, say::form_cell, say::form_list, say::form_json, say::form_rule, say::form_open];

/// A file of the open data.
pub(crate) struct File {
    pub(crate) name: &'static str,
    pub(crate) about: Say,
    pub(crate) bytes: Vec<u8>,
    /// The number of rows, without the line of names.
    pub(crate) rows: Option<usize>,
    pub(crate) columns: Vec<Column>,
}

/// A column of a table.
#[derive(Clone, Copy)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) about: Say,
}

impl File {
    fn text(name: &'static str, about: Say, text: String) -> File {
        File { name, about, bytes: text.into_bytes(), rows: None, columns: Vec::new() }
    }

    /// What it is, for programs.
    pub(crate) fn media_type(&self) -> &'static str {
        match self.name.rsplit('.').next() {
            Some("json") if self.name.ends_with(".schema.json") => "application/schema+json",
            Some("json") => "application/json",
            Some("csv") => "text/csv",
            _ => "text/markdown",
        }
    }
}

/// Every file.
pub(crate) fn files(edition: &Edition, known: &Known<'_>) -> Vec<File> {
    let mut files = vec![
        File::text("rulebook.json", say::rulebook, json::rulebook(edition, known)),
        File::text("rulebook.schema.json", say::rulebook_schema, RULEBOOK_SCHEMA.to_owned()),
        File::text("schemes.json", say::schemes_json, json::schemes(edition, known)),
        File::text("schemes.schema.json", say::schemes_schema, SCHEMES_SCHEMA.to_owned()),
    ];
    files.extend(tables::files(edition, known));
    let readme = readme::text(edition, &files);
    files.insert(0, File::text("README.md", say::readme, readme));
    files
}

const RULEBOOK_SCHEMA: &str = include_str!("../../../../docs/rulebook.schema.json");
const SCHEMES_SCHEMA: &str = include_str!("../../../../docs/schemes.schema.json");

/// What to know before somebody relies on it.
pub(crate) fn warning(edition: &Edition, lang: Lang) -> String {
    let unchecked = edition.rulebook.schemes.iter().filter(|scheme| !scheme.review.second_check).count();
    let information = page::not_decision(lang);
    if unchecked == 0 {
        return information.to_owned();
    }
    format!("{information} {}", coverage::second_check(lang, unchecked))
}

/// The folder of this edition. A day can have more than one set of rules, so the check code is part of it.
pub(crate) fn folder(edition: &Edition) -> String {
    let edition = &edition.rulebook.edition;
    format!("data/{}-{}/", edition.date, edition.hash.get(..8).unwrap_or(&edition.hash))
}

/// The folder of this edition, and the one that always holds the newest.
pub(crate) fn folders(edition: &Edition) -> [String; 2] {
    [folder(edition), "data/latest/".to_owned()]
}
