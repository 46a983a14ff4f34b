//! Mistakes in rule files: each with its place and its repair.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// How bad a mistake is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The rules cannot be used.
    Error,
    /// The rules can be used, but something is probably not meant.
    Warning,
}

/// A rule file.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// Its path inside the folder of rules, with forward slashes.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}

/// A mistake in a rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The file.
    pub file: Arc<File>,
    /// The place in the text of the file, in bytes.
    pub span: Range<usize>,
    /// What is wrong: lower case, the text of the file in backticks.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// The line and the column (in characters) where it starts, both from 1.
    pub fn line_column(&self) -> (usize, usize) {
        let before = self.file.text.get(..self.span.start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default();
        (line, column.chars().count() + 1)
    }
}

/// A place in a rule file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct At {
    file: usize,
    start: usize,
    end: usize,
}

impl At {
    pub(crate) fn new(file: usize, span: Range<usize>) -> At {
        At { file, start: span.start, end: span.end }
    }

    pub(crate) fn file(self) -> usize {
        self.file
    }
}

/// A value with the place where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Placed<T> {
    pub(crate) value: T,
    pub(crate) at: At,
}

impl<T> Placed<T> {
    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Placed<U> {
        Placed { value: change(self.value), at: self.at }
    }
}

impl<T> Deref for Placed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// Takes down mistakes while files are read and checked.
pub(crate) struct Log {
    files: Vec<Arc<File>>,
    diagnostics: RefCell<Vec<Diagnostic>>,
    /// Ids of things that could not be read: where they are used nothing more is said.
    broken: RefCell<BTreeSet<String>>,
    /// Whether a whole file could not be read, so that nobody knows what is missing.
    given_up: Cell<bool>,
}

impl Log {
    pub(crate) fn new(files: Vec<Arc<File>>) -> Log {
        Log { files, diagnostics: RefCell::default(), broken: RefCell::default(), given_up: Cell::new(false) }
    }

    pub(crate) fn files(&self) -> &[Arc<File>] {
        &self.files
    }

    /// A mistake, with its repair.
    pub(crate) fn error(&self, at: At, message: impl Into<String>, help: impl Into<String>) {
        self.add(Severity::Error, at, message.into(), help.into());
    }

    /// Something that is probably not meant, with its repair.
    pub(crate) fn warning(&self, at: At, message: impl Into<String>, help: impl Into<String>) {
        self.add(Severity::Warning, at, message.into(), help.into());
    }

    pub(crate) fn add(&self, severity: Severity, at: At, message: String, help: String) {
        let Some(file) = self.files.get(at.file) else {
            return;
        };
        self.diagnostics.borrow_mut().push(Diagnostic {
            severity,
            file: Arc::clone(file),
            span: at.start..at.end,
            message,
            help: Some(help).filter(|help| !help.is_empty()),
        });
    }

    /// Takes down that the thing with this id could not be read.
    pub(crate) fn add_broken(&self, id: &str) {
        self.broken.borrow_mut().insert(id.to_owned());
    }

    pub(crate) fn is_broken(&self, id: &str) -> bool {
        self.broken.borrow().contains(id)
    }

    /// Takes down that a whole file could not be read.
    pub(crate) fn give_up(&self) {
        self.given_up.set(true);
    }

    pub(crate) fn has_given_up(&self) -> bool {
        self.given_up.get()
    }

    pub(crate) fn has_errors(&self) -> bool {
        let diagnostics = self.diagnostics.borrow();
        diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Where a part of a text stands in its file. The text is what a TOML string at `at` means;
    /// if that is not what is literally written (escapes), the whole string is meant.
    pub(crate) fn inside(&self, at: At, text: &str, part: Range<usize>) -> At {
        let written =
            self.files.get(at.file).and_then(|file| file.text.get(at.start..at.end)).unwrap_or_default();
        match written.find(text) {
            Some(start) if !text.is_empty() => At {
                file: at.file,
                start: at.start + start + part.start.min(text.len()),
                end: at.start + start + part.end.min(text.len()),
            },
            Some(_) | None => at,
        }
    }

    /// All mistakes: errors first, then in the order of files and places.
    pub(crate) fn into_diagnostics(self) -> Vec<Diagnostic> {
        let mut diagnostics = self.diagnostics.into_inner();
        diagnostics.sort_by(|a, b| {
            let place = |d: &Diagnostic| (d.severity, d.file.path.clone(), d.span.start);
            place(a).cmp(&place(b))
        });
        diagnostics.dedup();
        diagnostics
    }
}
