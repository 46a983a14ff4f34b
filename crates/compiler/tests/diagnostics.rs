//! Every mistake gives its own message, at its own place, with its repair; and no edition.
//!
//! The files in `diagnostics/` hold mistakes: each changes one file of the small valid rulebook in
//! `rulebook/`. `by` marks with « and » where the message must point;
//! where that is elsewhere in the file, `place` is the text it points at.

mod small;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use steunwijzer_compiler::diagnostic::{Diagnostic, File, Severity};
use steunwijzer_compiler::{compile, compile_files};
use toml_edit::{Document, Item, Table};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// A mistake that is made in a file of the valid rulebook.
struct Mistake {
    name: String,
    file: String,
    /// What is replaced; nothing: `by` is put behind the end (a file that is not there is made).
    replace: Option<String>,
    by: String,
    place: Option<String>,
    severity: Severity,
    message: String,
    help: Option<String>,
    /// Messages that follow from it elsewhere.
    also: Vec<String>,
}

impl Mistake {
    fn read(table: &Table) -> Mistake {
        let text = |key: &str| table.get(key).and_then(Item::as_str).map(str::to_owned);
        let also = table.get("also").and_then(Item::as_array).into_iter().flatten();
        Mistake {
            name: text("name").unwrap_or_default(),
            file: text("file").unwrap_or_default(),
            replace: text("replace"),
            by: text("by").unwrap_or_default(),
            place: text("place"),
            severity: match text("severity").as_deref() {
                Some("warning") => Severity::Warning,
                _ => Severity::Error,
            },
            message: text("message").unwrap_or_default(),
            help: text("help"),
            also: also.filter_map(|message| message.as_str().map(str::to_owned)).collect(),
        }
    }

    /// The changed file with the marks still in it, or what is wrong with this test.
    fn marked(&self, original: &str) -> Result<String, String> {
        let changed = match &self.replace {
            Some(replace) => only(original, replace, &self.by)?,
            None => format!("{original}{}", self.by),
        };
        match &self.place {
            Some(place) => only(&changed, place, &format!("«{place}»")),
            None => Ok(changed),
        }
    }

    /// Makes the mistake and compares what is said about it.
    fn check(&self, rulebook: &[Arc<File>]) -> Result<(), String> {
        let original = rulebook.iter().find(|file| file.path == self.file);
        let marked = self.marked(original.map_or("", |file| &file.text))?;
        let place = marked.find('«').ok_or("nothing is marked")?;
        let end = marked.find('»').ok_or("nothing is marked")? - '«'.len_utf8();
        let text = marked.replace(['«', '»'], "");
        let mut files: Vec<_> = rulebook.iter().filter(|f| f.path != self.file).cloned().collect();
        files.push(Arc::new(File { path: self.file.clone(), text: text.clone() }));
        files.sort_by(|a, b| a.path.cmp(&b.path));

        let compiled = compile_files(files);
        let (expected, others): (Vec<_>, Vec<_>) =
            compiled.diagnostics.iter().partition(|found| found.message == self.message);
        let [found] = expected.as_slice() else {
            return Err(format!("expected `{}` once, got {}", self.message, shown(&compiled.diagnostics)));
        };
        let problems = [
            (found.severity != self.severity, format!("it is {:?}", found.severity)),
            (found.file.path != self.file, format!("it stands in {}", found.file.path)),
            (
                found.file.path == self.file && found.span != (place..end),
                format!("it points at `{}`", text.get(found.span.clone()).unwrap_or_default()),
            ),
            (found.help != self.help, format!("its repair is {:?}", found.help)),
            (
                others.iter().map(|other| &other.message).ne(&self.also),
                format!("it comes with {}", shown(&compiled.diagnostics)),
            ),
            (
                compiled.edition.is_some() != (self.severity == Severity::Warning),
                format!("an edition: {}", compiled.edition.is_some()),
            ),
        ];
        let wrong: Vec<String> =
            problems.into_iter().filter(|(wrong, _)| *wrong).map(|(_, what)| what).collect();
        if wrong.is_empty() { Ok(()) } else { Err(wrong.join("; ")) }
    }
}

/// Replaces a text that occurs once.
fn only(text: &str, replace: &str, by: &str) -> Result<String, String> {
    match text.matches(replace).count() {
        1 => Ok(text.replacen(replace, by, 1)),
        count => Err(format!("`{replace}` occurs {count} times")),
    }
}

fn shown(diagnostics: &[Diagnostic]) -> String {
    let lines = diagnostics.iter().map(|found| {
        let (line, column) = found.line_column();
        format!("\n    {}:{line}:{column}: {} ({:?})", found.file.path, found.message, found.help)
    });
    lines.collect()
}

/// The mistakes of a file; none if it cannot be read.
fn mistakes(name: &str) -> Vec<Mistake> {
    let text = fs::read_to_string(folder("diagnostics").join(name)).unwrap_or_default();
    let document = Document::parse(text.as_str()).ok();
    let tables = document.as_ref().and_then(|document| document.get("mistake")?.as_array_of_tables());
    tables.into_iter().flatten().map(Mistake::read).collect()
}

fn check_file(name: &str) {
    let rulebook = small::rulebook().unwrap_or_default();
    let mistakes = mistakes(name);
    assert!(!mistakes.is_empty(), "{name} cannot be read or holds no mistakes");
    let failures: Vec<String> = mistakes
        .iter()
        .filter_map(|mistake| Some(format!("{}: {}", mistake.name, mistake.check(&rulebook).err()?)))
        .collect();
    assert!(failures.is_empty(), "in {name}:\n{}", failures.join("\n"));
}

#[test]
fn the_valid_rulebook_compiles_without_a_word() {
    let compiled = compile(&folder("rulebook"));
    assert_eq!(shown(&compiled.diagnostics), "");
    assert!(compiled.edition.is_some());
}

#[test]
fn a_folder_that_is_not_there_is_one_error() {
    let compiled = compile(&folder("no-such-folder"));
    assert_eq!(compiled.diagnostics.len(), 1);
    assert!(compiled.edition.is_none());
}

#[test]
fn what_is_not_toml_or_of_the_wrong_type() {
    check_file("reading.toml");
}

#[test]
fn mistakes_in_changes() {
    check_file("changes.toml");
}

#[test]
fn names_that_nobody_knows_or_two_have() {
    check_file("names.toml");
}

#[test]
fn figures_and_days() {
    check_file("figures.toml");
}

#[test]
fn questions_and_their_conditions() {
    check_file("questions.toml");
}

#[test]
fn schemes_and_their_conditions() {
    check_file("schemes.toml");
}

#[test]
fn what_nobody_uses() {
    check_file("unused.toml");
}

#[test]
fn texts_and_plain_language() {
    check_file("language.toml");
}

#[test]
fn cases_that_do_not_hold() {
    check_file("cases.toml");
}

#[test]
fn the_municipal_side() {
    check_file("municipal.toml");
}

#[test]
fn calculators() {
    check_file("calculators.toml");
}
