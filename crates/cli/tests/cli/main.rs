//! The commands, end to end: the real program over the real rules.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "helpers of tests"
)]

mod batch;
mod calc;
mod dates;
mod diff;
mod dossier;
mod facts;
mod input;
mod links;
mod municipal;
mod needed;
mod overview;
mod paper;
mod places;
mod plan;
mod program;
mod published;
mod scenarios;
mod schema;
mod site;
mod small;
mod typed;
