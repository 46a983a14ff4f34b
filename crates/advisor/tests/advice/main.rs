//! The advice page and the glossary, over the rules of this edition.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod compare;
mod filter;
mod first_steps;
mod glossary;
mod people;
mod ways_out;
