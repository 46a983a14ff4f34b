//! Where the rules come from: a folder that is compiled, or a file written by `export`.

use crate::failure::Failure;
use std::path::{Path, PathBuf};
use std::{env, fs};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::View;

use steunwijzer_compiler::diagnostic::{Diagnostic, Severity};
use steunwijzer_compiler::{Edition, compile, render};
use steunwijzer_engine::municipal::Municipal;
use steunwijzer_engine::rulebook::Words;
use steunwijzer_report::Judged;

/// What an edition file begins with. The number changes when the form of the file does.
const MARK: &[u8] = b"steunwijzer edition 6\n";

/// The rules, if they have no mistakes.
pub(crate) fn load(rules: Option<&Path>) -> Result<Edition, Failure> {
    let path = place(rules)?;
    if path.is_dir() {
        let compiled = compile(&path);
        let errors = || compiled.diagnostics.iter().filter(|one| one.severity == Severity::Error);
        let shown = || render(&errors().cloned().collect::<Vec<Diagnostic>>(), false);
        return compiled.edition.clone().ok_or_else(|| Failure::Rules(shown()));
    }
    let bytes = fs::read(&path).map_err(|error| Failure::file(&path, &error))?;
    read(&bytes).map_err(|problem| Failure::Input(format!("{}: {problem}", path.display())))
}

/// The folder or file that holds the rules.
pub(crate) fn place(rules: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(path) = rules {
        return Ok(path.to_owned());
    }
    let here = env::current_dir().map_err(|error| Failure::Input(format!("no current folder: {error}")))?;
    let found = here.ancestors().map(|folder| folder.join("rules")).find(|rules| rules.is_dir());
    found.ok_or_else(|| {
        let from = here.display();
        Failure::Input(format!("no folder `rules` in {from} or above it: name it with --rules"))
    })
}

/// An edition as a file.
pub(crate) fn write(edition: &Edition) -> Result<Vec<u8>, Failure> {
    let failed = |error| Failure::Rules(format!("the edition cannot be written: {error}"));
    let body = postcard::to_stdvec(edition).map_err(failed)?;
    Ok([MARK, &body].concat())
}

fn read(bytes: &[u8]) -> Result<Edition, String> {
    let body = bytes.strip_prefix(MARK).ok_or("this is not an edition written by `export`")?;
    let edition: Edition = postcard::from_bytes(body).map_err(|_| "this edition file is damaged")?;
    edition.rulebook.check_indices().map_err(|problem| format!("this edition file is damaged: {problem}"))?;
    Ok(edition)
}

/// An advice of an edition, to speak of it in a language.
pub(crate) fn view<'a>(edition: &'a Edition, judged: &'a Judged, lang: Lang) -> View<'a> {
    judged.view(&edition.rulebook, words(edition, lang), lang)
}

/// The words of an edition in a language.
pub(crate) fn words(edition: &Edition, lang: Lang) -> &Words {
    match lang {
        Lang::Nl => &edition.nl,
        Lang::En => &edition.en,
    }
}

/// The civil servant's side of an edition in a language.
pub(crate) fn municipal(edition: &Edition, lang: Lang) -> &Municipal {
    match lang {
        Lang::Nl => &edition.municipal_nl,
        Lang::En => &edition.municipal_en,
    }
}
