//! Why a whole run gives nothing, or stops.

use std::fmt;
use std::path::Path;

/// Why a run stops: one sentence, with the file and the repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(pub String);

impl Failure {
    /// A file with what is wrong with it.
    pub(crate) fn file(path: &Path, problem: impl fmt::Display) -> Failure {
        Failure(format!("{}: {problem}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}
