//! `cargo xtask schema` and `cargo xtask new-scheme`: for keepers of the rules. The work sits in
//! `crates/xtask/editors`, which knows the rule files.

use crate::Outcome;
use crate::process::cargo;

/// Runs a command of that crate; what it says is all there is to say.
///
/// # Errors
/// A sentence when it cannot start.
pub(crate) fn run(command: &str, arguments: &[String]) -> Outcome {
    let mut program = cargo(&["run", "--quiet", "--package", "xtask-editors", "--", command]);
    let status =
        program.args(arguments).status().map_err(|error| format!("cargo does not start: {error}"))?;
    match status.success() {
        true => Ok(()),
        // It has told the reason itself.
        false => std::process::exit(1),
    }
}
