//! The rules with changes that somebody tries out, without touching a rule file.
//!
//! A file of changes names rule files, and in them the keys that differ, in the language of the rule
//! files. The changed rules are compiled like any others: what the compiler refuses is refused here.

mod diagnostics;
mod merge;

use diagnostics::Places;
use merge::{Merge, Twice};
use std::path::Path;
use std::sync::Arc;
use steunwijzer_compiler::diagnostic::{Diagnostic, File, Severity};
use steunwijzer_compiler::{Edition, files, render, try_out};
use steunwijzer_engine::notation::nearest;
use toml_edit::{Document, DocumentMut, Item};

/// Folders of rules that can be tried out. Questions and places stay: answers must mean the same.
const FOLDERS: [&str; 4] = ["definitions/", "parameters/", "schemes/", "sources/"];

/// Rules with changes.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// The changed rules.
    pub edition: Edition,
    /// What is probably not meant, and worked cases that come out otherwise now; as shown.
    pub warnings: String,
}

/// Compiles the rules of a folder with the changes of a file.
///
/// # Errors
/// Every mistake in the changes, or that the changed rules have, as it is shown.
pub fn compile(rules: &Path, changes: &Path) -> Result<WhatIf, String> {
    let text = std::fs::read_to_string(changes).map_err(|error| format!("{}: {error}", changes.display()))?;
    let own = files(rules).map_err(|error| format!("{}: {error}", rules.display()))?;
    let path = changes.display().to_string();
    match apply(own, Arc::new(File { path, text })) {
        Ok(what_if) => Ok(what_if),
        Err(mistakes) => Err(render(&mistakes, false)),
    }
}

/// Compiles rule files with changes.
///
/// # Errors
/// Every mistake in the changes, or that the changed rules have.
pub fn apply(own: Vec<Arc<File>>, changes: Arc<File>) -> Result<WhatIf, Vec<Diagnostic>> {
    let (merged, places) = merged(own.clone(), &changes)?;
    let compiled = try_out(merged);
    // What the rules have without the changes is no news.
    let known = try_out(own).diagnostics;
    let is_known = |one: &Diagnostic| {
        known.iter().any(|known| known.file.path == one.file.path && known.message == one.message)
    };
    let news = compiled.diagnostics.into_iter().filter(|one| !is_known(one));
    let diagnostics: Vec<Diagnostic> = news.map(|one| places.of_changes(one, &changes)).collect();
    let (errors, warnings): (Vec<Diagnostic>, Vec<Diagnostic>) =
        diagnostics.into_iter().partition(|one| one.severity == Severity::Error);
    match compiled.edition {
        Some(edition) => Ok(WhatIf { edition, warnings: render(&warnings, false) }),
        None => Err(errors),
    }
}

/// The rule files with the changes in them.
fn merged(
    mut files: Vec<Arc<File>>,
    changes: &Arc<File>,
) -> Result<(Vec<Arc<File>>, Places), Vec<Diagnostic>> {
    let wrong = |span, message: String, help: &str| Diagnostic {
        severity: Severity::Error,
        file: Arc::clone(changes),
        span,
        message,
        help: Some(help.to_owned()).filter(|help| !help.is_empty()),
    };
    let document = Document::parse(changes.text.as_str()).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        vec![wrong(span, format!("this is not TOML: {}", error.message().trim_end()), "")]
    })?;
    // The same again, free of places: what is put into a rule file is written as it was here.
    let free = document.clone().into_mut();
    let mut places = Places::default();
    let mut mistakes = Vec::new();
    for ((path, item), (_, free)) in document.as_table().iter().zip(free.iter()) {
        let span = document.as_table().key(path).and_then(toml_edit::Key::span).unwrap_or(0..0);
        let Some((change, free)) = item.as_table_like().zip(free.as_table_like()) else {
            let help = "write the path of a rule file: `[\"schemes/subsidies/….toml\"]`";
            mistakes.push(wrong(span, format!("`{path}` is no table"), help));
            continue;
        };
        if !FOLDERS.iter().any(|folder| path.starts_with(folder)) || !path.ends_with(".toml") {
            let help = "a file in `schemes/`, `definitions/`, `parameters/` or `sources/` of the rules";
            mistakes.push(wrong(span, format!("`{path}` cannot be tried out"), help));
            continue;
        }
        let row = files.iter().position(|file| file.path == path);
        let is_new = row.is_none() && change.get("id").is_some_and(Item::is_str);
        if row.is_none() && !is_new {
            let near = nearest(path, files.iter().map(|file| file.path.as_str()));
            let help = near.map_or("a new scheme needs its `id` here".to_owned(), |near| {
                format!("did you mean `{near}`? a new scheme needs its `id` here")
            });
            mistakes.push(wrong(span, format!("the rules have no file `{path}`"), &help));
            continue;
        }
        let text = row.and_then(|row| files.get(row)).map_or("", |file| file.text.as_str());
        // A rule file that is no TOML is reported by the compiler, at its own place.
        let Ok(mut own) = text.parse::<DocumentMut>() else { continue };
        let mut merge = Merge::default();
        merge.table(own.as_table_mut(), Twice { placed: change, free });
        mistakes.extend(merge.mistakes.into_iter().map(|(span, message, help)| wrong(span, message, help)));
        let file = Arc::new(File { path: path.to_owned(), text: own.to_string() });
        places.add(&file, merge.changed);
        match row.and_then(|row| files.get_mut(row)) {
            Some(old) => *old = file,
            None => files.push(file),
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    if mistakes.is_empty() { Ok((files, places)) } else { Err(mistakes) }
}
