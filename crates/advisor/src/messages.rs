//! All texts of the page and the command line that are not in the rules.
//!
//! `messages/nl.toml` and `messages/en.toml` hold them by group; the build turns each into a
//! function: `messages::present::first_step(lang)`. A placeholder `{name}` is an argument of type
//! `&str`, `{n}` a count; arguments stand in alphabetical order, so that rewording never swaps
//! them. A key or a placeholder that one language lacks stops the build.

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
