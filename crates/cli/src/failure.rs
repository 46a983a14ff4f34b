//! Why a command gives nothing.

use std::fmt;
use std::path::Path;
use steunwijzer_advisor::answers_file::Mistake;

/// Why a command gives nothing.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The rules have mistakes: these, as shown.
    Rules(String),
    /// The output names something to repair; it is printed like any other.
    Found(String),
    /// Some of many rows cannot be used; the output says where they stand.
    SomeRows(String),
    /// What was given cannot be used: this is why.
    Input(String),
}

impl Failure {
    pub(crate) fn code(&self) -> u8 {
        match self {
            Failure::Rules(_) | Failure::Found(_) => 1,
            Failure::Input(_) => 2,
            Failure::SomeRows(_) => 3,
        }
    }

    /// A file that cannot be read or written.
    pub(crate) fn file(path: &Path, error: &std::io::Error) -> Failure {
        Failure::Input(format!("{}: {error}", path.display()))
    }

    /// Answers with mistakes.
    pub(crate) fn answers(from: &str, mistakes: &[Mistake]) -> Failure {
        let each: Vec<String> = mistakes.iter().map(Mistake::to_string).collect();
        Failure::Input(format!("{from}:\n{}", each.join("\n")))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Rules(text) | Failure::Found(text) | Failure::SomeRows(text) | Failure::Input(text) => {
                f.write_str(text.trim_end())
            }
        }
    }
}
