//! Many organisations at once: rows in, verdicts and amounts out.
//!
//! ```text
//! reader ──chunks of rows──▶ workers ──lines, mistakes, counts──▶ writer (in the order of the rows)
//! ```
//!
//! Chunks go round the workers in turn and come back in the same turn: the order is that of the
//! input, and no more than a few chunks are in memory, whatever the size of the file. Every total is
//! a decimal. The bytes that come out do not depend on the number of workers, nor on whether a run was
//! interrupted.
//!
//! `docs/batch.md` describes the files.

mod bad;
mod changed;
mod checkpoint;
mod columns;
mod example;
mod failure;
mod input;
mod judging;
mod output;
mod pipeline;
mod summary;
mod table;
mod totals;
pub mod what_if;

pub use changed::{Changed, Comparing, SchemeChange};
pub use example::example;
pub use failure::Failure;
pub use judging::Judging;
pub use output::Format;
pub use pipeline::{Job, Outcome, Progress, compare, judge};
pub use summary::{SchemeCount, Summary, unit};
pub use totals::{Total, can_be_added};
