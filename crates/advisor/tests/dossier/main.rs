//! The dossier, over the real rules.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod case;
mod edition;
mod hostile;
mod json;
mod link;
mod variants;
