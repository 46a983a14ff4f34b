//! What keepers of the rules need beside the command line: schemas for their editor, and a start
//! for a new scheme.

pub mod json_schema;
pub mod new_scheme;
pub mod schema_files;
mod template;

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    // This crate is in crates/xtask/editors, three levels down.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(3).unwrap_or(here).to_owned()
}

/// Adds to an error of the file system what we were doing, and to which file.
fn doing<T>(what: &str, path: &Path, result: std::io::Result<T>) -> Result<T, String> {
    result.map_err(|error| format!("{what} {}: {error}", path.display()))
}
