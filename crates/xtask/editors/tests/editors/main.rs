//! What editors of rules are given, over the real rules and the wrong files of the compiler's tests.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod agreement;
mod document;
mod mistakes;
mod new_scheme;
mod schemas;
mod toml;
