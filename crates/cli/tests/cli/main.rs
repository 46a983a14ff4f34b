//! The commands, end to end: the real program over the real rules.

mod input;
mod program;
mod published;
mod scenarios;
mod schema;
mod typed;
