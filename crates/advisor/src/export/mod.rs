//! What a visitor takes along besides the paper: a table for a spreadsheet, days for a calendar.

pub mod csv;
mod deadlines;
mod ics;
mod verdicts;

pub use deadlines::Deadline;
pub use ics::calendar;
