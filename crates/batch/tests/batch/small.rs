//! The small rulebook, and runs over it in a folder of their own.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use steunwijzer_batch::{Failure, Job, Judging, Outcome, Summary, judge};
use steunwijzer_compiler::{Edition, compile};
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::SchemeId;
use tempfile::TempDir;

static EDITION: LazyLock<Edition> = LazyLock::new(|| {
    let compiled = compile(&rules());
    compiled.edition.unwrap_or_else(|| panic!("{:?}", compiled.diagnostics))
});

pub(crate) fn rules() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../cli/tests/book")
}

pub(crate) fn edition() -> &'static Edition {
    &EDITION
}

pub(crate) fn judging(edition: &Edition) -> Judging<'_> {
    Judging {
        edition,
        as_on: Date::new(2026, 11, 21).unwrap(),
        schemes: (0u16..).zip(&edition.rulebook.schemes).map(|(row, _)| SchemeId(row)).collect(),
        only: vec![Verdict::Fits, Verdict::CannotTell, Verdict::DoesNotFit],
    }
}

/// A folder with files.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    /// The same with a file in it.
    pub(crate) fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Folder {
        fs::write(self.path(name), bytes).unwrap();
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn job(&self, input: &str, output: &str) -> Job {
        Job {
            input: self.path(input),
            output: self.path(output),
            ignored: vec![],
            threads: 2,
            checkpoint: 1000,
            resume: false,
        }
    }

    pub(crate) fn judge(&self, input: &str, output: &str) -> Result<Outcome<Summary>, Failure> {
        judge(&self.job(input, output), &judging(edition()), &mut |_| {})
    }

    pub(crate) fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The lines of a table behind the first, each with its cells.
    pub(crate) fn table(&self, name: &str) -> Vec<Vec<String>> {
        let text = self.text(name);
        let cells = |line: &str| line.split(',').map(str::to_owned).collect();
        text.lines().skip(1).map(cells).collect()
    }
}
