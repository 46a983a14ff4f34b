//! From rule files to a checked rulebook.

pub mod feel;
mod nearest;
