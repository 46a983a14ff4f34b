//! The money plan: what it adds up to, and when it arrives.
//!
//! Pure computing on top of the engine: no clock, no words, no I/O. Results carry ids and reasons;
//! the words are made where they are shown.

pub mod aid;
pub mod cash_flow;
pub mod figures;
pub mod hires;
pub mod loan;
pub mod sizes;
pub mod stack;
pub mod threshold;
