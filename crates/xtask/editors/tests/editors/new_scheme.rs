//! `cargo xtask new-scheme`, over a copy of the small rulebook.

use crate::mistakes;
use crate::toml;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use steunwijzer_compiler::compile;
use steunwijzer_compiler::diagnostic::Diagnostic;
use steunwijzer_engine::date::Date;
use tempfile::TempDir;
use xtask_editors::new_scheme::{Request, write};
use xtask_editors::root;

const MARK: &str = "INVULLEN";

/// A copy of the small rulebook.
struct Book(TempDir);

impl Book {
    fn new() -> Book {
        let folder = tempfile::tempdir().unwrap();
        for file in mistakes::rulebook() {
            let path = folder.path().join(&file.path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file.text).unwrap();
        }
        Book(folder)
    }

    fn write(&self, typed: &[&str]) -> Result<String, String> {
        let today = Date::new(2026, 11, 22).unwrap();
        Request::read(typed).and_then(|request| write(self.0.path(), &request, today))
    }

    fn file(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn diagnostics(&self) -> Vec<Diagnostic> {
        compile(self.0.path()).diagnostics
    }
}

const LOCAL: &[&str] =
    &["utrecht-boomfonds", "--kind", "fund", "--subject", "organisation", "--place", "GM0344"];
const GENERAL: &[&str] = &["boomfonds", "--kind", "fund", "--subject", "organisation"];

/// The lines to fill in, and the lines that `check` speaks of.
fn marked_and_reported(book: &Book, path: &str) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let text = fs::read_to_string(book.file(path)).unwrap();
    let lines = text.lines().enumerate().map(|(number, line)| (number + 1, line));
    let marked = lines.filter(|(_, line)| line.contains(MARK) && !line.starts_with('#'));
    let found = book.diagnostics();
    let elsewhere: Vec<&Diagnostic> = found.iter().filter(|one| one.file.path != path).collect();
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
    (marked.map(|(number, _)| number).collect(), found.iter().map(|one| one.line_column().0).collect())
}

#[test]
fn check_speaks_of_every_marked_place_and_of_nothing_else() {
    for (typed, path) in
        [(LOCAL, "schemes/funds/utrecht-boomfonds.toml"), (GENERAL, "schemes/funds/boomfonds.toml")]
    {
        let book = Book::new();
        book.write(typed).unwrap();
        let (marked, reported) = marked_and_reported(&book, path);
        assert!(marked.len() > 15);
        assert_eq!(marked, reported, "{path}");
    }
}

/// Fills in every place as an editor would.
fn filled(text: &str) -> String {
    let line = |line: &str| {
        let Some((written, _)) = line.split_once(&format!("# {MARK}")) else {
            return line.to_owned();
        };
        let key = written.split_whitespace().next().unwrap_or_default();
        let by = match key {
            "claim" => "\"discretion\"",
            "level" => "\"private\"",
            "status" => "\"open\"",
            "url" => "\"https://example.org/bomen\"",
            "when" => "'org.legal_form = \"stichting\"'",
            "sources" => "[{ id = \"by-law\" }]",
            "review" => {
                return written
                    .replace("checked = \"\"", "checked = 2026-11-21")
                    .replace("before = \"\"", "before = 2027-05-21")
                    .replace("confidence = \"\"", "confidence = \"high\"");
            }
            _ => "\"Bomen.\"",
        };
        written.replace("\"\"", by).replace("''", by).replace("[{ id = [", "[").replace("] }]", "]")
    };
    text.lines().map(|one| line(one) + "\n").collect()
}

#[test]
fn a_local_scheme_that_is_filled_in_compiles_without_a_word() {
    let book = Book::new();
    book.write(LOCAL).unwrap();
    let path = book.file("schemes/funds/utrecht-boomfonds.toml");
    let text = filled(&fs::read_to_string(&path).unwrap());
    fs::write(&path, text).unwrap();
    assert_eq!(book.diagnostics(), Vec::new());
}

#[test]
fn a_general_scheme_that_is_filled_in_compiles_without_a_word() {
    let book = Book::new();
    book.write(GENERAL).unwrap();
    let path = book.file("schemes/funds/boomfonds.toml");
    let mut text = fs::read_to_string(&path).unwrap();
    for form in ["stichting", "bv"] {
        let answers = format!("answers = {{ \"org.legal_form\" = \"{form}\" }}");
        let line = text.lines().find(|line| line.starts_with("answers = \"\"")).unwrap().to_owned();
        text = text.replacen(&line, &answers, 1);
    }
    fs::write(&path, filled(&text)).unwrap();
    assert_eq!(book.diagnostics(), Vec::new());
}

#[test]
fn the_kind_says_the_folder_and_the_usual_subject() {
    let book = Book::new();
    book.write(&["nieuwe-loonsteun", "--kind", "wage-subsidy"]).unwrap();
    let text = fs::read_to_string(book.file("schemes/labour/nieuwe-loonsteun.toml")).unwrap();
    assert!(text.contains("subject   = \"hire\""), "{text}");
}

#[test]
fn what_someone_seeks_in_a_place_asks_for_the_place_of_that() {
    let folder = tempfile::tempdir().unwrap();
    for file in toml::files(&root().join("rules")) {
        if file.path.starts_with("questions/") || file.path.starts_with("places/") {
            let path = folder.path().join(&file.path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file.text).unwrap();
        }
    }
    fs::create_dir_all(folder.path().join("schemes")).unwrap();
    let book = Book(folder);
    book.write(&["haags-boomfonds", "--kind", "fund", "--place", "GM0518"]).unwrap();
    let text = fs::read_to_string(book.file("schemes/funds/haags-boomfonds.toml")).unwrap();
    assert!(text.contains("when    = 'need.place = municipality(\"GM0518\")'"), "{text}");
    assert!(text.contains("Het plan is voor 's-Gravenhage."), "{text}");
}

#[test]
fn it_says_where_the_file_is_and_what_comes_next() {
    let told = Book::new().write(LOCAL).unwrap();
    for part in ["utrecht-boomfonds.toml", "rules/sources/", MARK, "-- check", "docs/regels-schrijven.md"] {
        assert!(told.contains(part), "{told}");
    }
}

#[test]
fn a_scheme_that_exists_is_refused_and_kept() {
    let book = Book::new();
    let path = book.file("schemes/funds/garden-fund.toml");
    let before = fs::read_to_string(&path).unwrap();
    let reason = book.write(&["garden-fund", "--kind", "loan"]).unwrap_err();
    assert!(reason.contains("bestaat al") && reason.contains("garden-fund.toml"), "{reason}");
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
    assert!(!book.file("schemes/loans").exists());
}

#[test]
fn an_id_in_a_file_with_another_name_is_taken_too() {
    let book = Book::new();
    fs::rename(book.file("schemes/funds/garden-fund.toml"), book.file("schemes/funds/old.toml")).unwrap();
    assert!(book.write(&["garden-fund", "--kind", "fund"]).is_err());
}

#[test]
fn what_cannot_be_is_refused_with_what_can() {
    let book = Book::new();
    let wrong: [(&[&str], &str); 9] = [
        (&[], "gebruik:"),
        (&["Boomfonds", "--kind", "fund", "--subject", "organisation"], "kleine letters"),
        (&["../boomfonds", "--kind", "fund", "--subject", "organisation"], "kleine letters"),
        (&["boomfonds", "--kind", "gift"], "subsidy | fund | tax"),
        (&["boomfonds"], "subsidy | fund | tax"),
        (&["boomfonds", "--kind"], "hoort een woord"),
        (&["boomfonds", "--soort", "fund"], "`--soort` is niet bekend"),
        (&["boomfonds", "--kind", "fund", "--subject", "tree"], "hire | organisation"),
        (&["boomfonds", "--kind", "fund", "--subject", "hire", "--place", "GM9999"], "GM9999"),
    ];
    for (typed, part) in wrong {
        let reason = book.write(typed).unwrap_err();
        assert!(reason.contains(part), "{typed:?}: {reason}");
    }
    assert!(!book.file("schemes/funds/boomfonds.toml").exists());
}
