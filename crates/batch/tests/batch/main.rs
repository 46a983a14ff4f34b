//! Files of organisations over a small rulebook, worked by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "helpers of tests"
)]

mod bad_rows;
mod documented;
mod formats;
mod parquet_columns;
mod small;
mod sums;
mod what_if;
