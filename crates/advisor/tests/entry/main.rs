//! What people type, read as answers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod dates;
mod field;
mod numbers;
