//! Small editions made by hand: the rules in `tests/book`, with changes.

use crate::program::{Run, root};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// A folder of rules that a test may change, and room for other files beside it.
pub(crate) struct Book {
    folder: TempDir,
}

impl Book {
    pub(crate) fn new() -> Book {
        let folder = tempfile::tempdir().unwrap();
        copy(&root().join("crates/cli/tests/book"), &folder.path().join("rules"));
        Book { folder }
    }

    pub(crate) fn rules(&self) -> PathBuf {
        self.folder.path().join("rules")
    }

    /// A file or folder beside the rules.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Replaces a text that stands in a rule file.
    pub(crate) fn with(self, file: &str, from: &str, to: &str) -> Book {
        let path = self.rules().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} does not hold {from:?}");
        fs::write(path, text.replace(from, to)).unwrap();
        self
    }

    /// Adds lines at the end of a rule file, or makes it.
    pub(crate) fn and(self, file: &str, lines: &str) -> Book {
        let path = self.rules().join(file);
        let text = fs::read_to_string(&path).unwrap_or_default();
        fs::write(path, text + lines).unwrap();
        self
    }

    pub(crate) fn without(self, file: &str) -> Book {
        fs::remove_file(self.rules().join(file)).unwrap();
        self
    }

    /// Writes a persona beside the rules, in the folder `personas`.
    pub(crate) fn persona(self, file: &str, text: &str) -> Book {
        fs::create_dir_all(self.beside("personas")).unwrap();
        fs::write(self.beside("personas").join(file), text).unwrap();
        self
    }

    /// Runs a command over these rules.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_steunwijzer"));
        command.arg("--rules").arg(self.rules()).args(arguments);
        command.output().unwrap().into()
    }

    /// Runs a command; it must succeed.
    pub(crate) fn text(&self, arguments: &[&str]) -> String {
        let run = self.run(arguments);
        assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
        run.out
    }

    /// Runs a command with `--json`; it must succeed.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.text(&[arguments, &["--json"]].concat())).unwrap()
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
