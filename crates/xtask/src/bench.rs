//! `cargo xtask bench`: our engine beside others on the synthetic model.

use crate::Outcome;

/// Runs the comparison.
pub(crate) fn run(_arguments: &[String]) -> Outcome {
    Err("the bench is not built yet".to_owned())
}
