//! The site over the real rules: what is written is whole, linked, valid and safe.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod data;
mod feed;
mod html;
mod links;
mod made;
mod safety;
