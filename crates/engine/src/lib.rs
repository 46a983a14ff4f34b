//! Types and meaning of Steunwijzer: answers as sets of possible values, conditions in three
//! values, verdicts with reasons, amounts with working.
//!
//! The engine knows no Dutch law: that stands in the rule files. It has no I/O, no clock and no
//! error type for judging: any answers of the right type give an advice.
//!
//! ```text
//! Answers → World (a set for every question) → predicates → conditions → verdicts, amounts
//! ```

pub mod advice;
pub mod advise;
mod amount;
pub mod answers;
pub mod ask;
pub mod calculators;
mod cells;
pub mod change;
pub mod date;
pub mod evaluate;
pub mod expression;
pub mod figure;
pub mod judge;
mod lookup;
pub mod municipal;
pub mod notation;
pub mod number;
pub mod order;
mod refine;
pub mod rulebook;
pub mod slot;
mod stored;
pub mod truth;
pub mod value;
mod window;
pub mod world;

pub use advise::{advise, advise_on, define};
pub use ask::{open_questions, open_questions_plainly};
pub use change::changes;
