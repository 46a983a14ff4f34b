//! From rule files to a checked rulebook.
//!
//! ```text
//! files → read (typed, with places) → build (rows, expressions by feel) → check → run the cases
//! ```
//!
//! Every mistake becomes a [diagnostic] with its place and its repair. As long as one error
//! stands there is no [`Edition`]: a broken rule file never gets any further than this crate.

mod build;
pub mod cases;
pub mod changes;
mod check;
pub mod diagnostic;
pub mod feel;
mod nearest;
pub mod plain;
mod read;
mod render;
pub mod rule_text;
pub mod schema;

pub use render::render;

use diagnostic::{At, Diagnostic, File, Log, Severity};
use read::Rules;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::Arc;
use steunwijzer_engine::calculators::Calculators;
use steunwijzer_engine::municipal::Municipal;
use steunwijzer_engine::rulebook::{Rulebook, Words};

/// The outcome of compiling a folder of rules.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The edition; none if there is any error.
    pub edition: Option<Edition>,
    /// Mistakes: errors first, then warnings.
    pub diagnostics: Vec<Diagnostic>,
    /// Names of the parameters and definitions that only the money plan reads, as their files say.
    pub used_by_plan: Vec<String>,
}

/// Everything that the rule files hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edition {
    /// The rules, without their words.
    pub rulebook: Rulebook,
    /// The words in Dutch.
    pub nl: Words,
    /// The words in English.
    pub en: Words,
    /// The civil servant's side in Dutch.
    pub municipal_nl: Municipal,
    /// The civil servant's side in English.
    pub municipal_en: Municipal,
    /// The calculators; their words are those of the rules.
    pub calculators: Calculators,
    /// The worked cases; all of them hold.
    pub cases: Vec<cases::Case>,
    /// What changed in the rules, the newest first.
    pub changes: Vec<changes::Change>,
}

/// Compiles a folder of rules: all TOML files in it, as its `README.md` describes them.
pub fn compile(folder: &Path) -> Compiled {
    match read::files(folder) {
        Ok(files) => compile_files(files),
        Err(error) => {
            let path = folder.display().to_string();
            let log = Log::new(vec![Arc::new(File { path, text: String::new() })]);
            let help = "give the folder that holds `edition.toml`";
            log.error(At::new(0, 0..0), format!("the rules cannot be read: {error}"), help);
            Compiled { edition: None, diagnostics: log.into_diagnostics(), used_by_plan: Vec::new() }
        }
    }
}

/// The rule files of a folder, sorted by path.
///
/// # Errors
/// If the folder or one of its files cannot be read, or is not UTF-8.
pub fn files(folder: &Path) -> std::io::Result<Vec<Arc<File>>> {
    read::files(folder)
}

/// Compiles rule files that are in memory, sorted by path.
pub fn compile_files(files: Vec<Arc<File>>) -> Compiled {
    compile_with(files, Severity::Error)
}

/// Compiles rule files that somebody changed to see what would happen. Every mistake counts as ever,
/// but a worked case that comes out otherwise is a warning: showing that may be the purpose.
pub fn try_out(files: Vec<Arc<File>>) -> Compiled {
    compile_with(files, Severity::Warning)
}

fn compile_with(files: Vec<Arc<File>>, failed_case: Severity) -> Compiled {
    let log = Log::new(files);
    let rules = read::rules(&log);
    let edition = edition(&rules, &log, failed_case).filter(|_| !log.has_errors());
    Compiled { edition, used_by_plan: rules.used_by_plan(), diagnostics: log.into_diagnostics() }
}

fn edition(rules: &Rules, log: &Log, failed_case: Severity) -> Option<Edition> {
    if log.has_given_up() {
        return None;
    }
    let built = build::rulebook(rules, log);
    check::written(rules, &built.municipal_texts, log);
    if !log.has_errors() {
        check::built(rules, &built, log, failed_case);
    }
    let (municipal_nl, municipal_en) = built.municipal;
    Some(Edition {
        rulebook: built.rulebook,
        nl: built.nl,
        en: built.en,
        municipal_nl,
        municipal_en,
        calculators: built.calculators,
        cases: built.cases,
        changes: built.changes,
    })
}
