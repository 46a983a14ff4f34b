//! The domain over the small rulebook of the compiler's tests: two schemes, one list.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod answers_file;
mod coverage;
mod interview;
mod places;
mod present;
mod refill;
mod small;
