//! What stands beside the files: the same explanation as on the page, as text.

use super::{FORM, File, SPDX};
use std::fmt::Write;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{fixed as common, fixed_data as say};
use steunwijzer_advisor::show;
use steunwijzer_compiler::Edition;

pub(super) fn text(edition: &Edition, files: &[File]) -> String {
    [Lang::Nl, Lang::En].map(|lang| part(edition, files, lang)).join("\n")
}

fn part(edition: &Edition, files: &[File], lang: Lang) -> String {
    let of = &edition.rulebook.edition;
    let mut text = format!("# {}: {}\n\n", common::data(lang), show::day(lang, of.date));
    let mut say_all = |lines: &[String]| {
        for line in lines {
            // Writing to a string does not fail.
            let _ = writeln!(text, "{line}");
        }
    };
    say_all(&[
        say::lead(lang).to_owned(),
        String::new(),
        super::warning(edition, lang),
        String::new(),
        format!("- {}: {SPDX}. {}", say::licence(lang), say::licence_text(lang)),
        format!("- {}: {}", say::version(lang), say::version_text(lang, &show::day(lang, of.date), &of.hash)),
        String::new(),
        format!("| {} | {} | {} |\n|---|---|---|", say::file(lang), say::what(lang), say::rows(lang)),
    ]);
    for file in files {
        let rows = file.rows.map(|rows| rows.to_string()).unwrap_or_default();
        say_all(&[format!("| {} | {} | {rows} |", file.name, (file.about)(lang))]);
    }
    say_all(&[String::new()]);
    say_all(&FORM.map(|one| format!("- {}", one(lang))));
    for file in files.iter().filter(|file| !file.columns.is_empty()) {
        say_all(&[String::new(), format!("## {}", say::columns(lang, file.name)), String::new()]);
        for column in &file.columns {
            say_all(&[format!("- `{}`: {}", column.name, (column.about)(lang))]);
        }
    }
    text
}
