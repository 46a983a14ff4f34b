//! The desk: everything on one sheet, in any order, for a civil servant with a caller.
//!
//! The sheet and its next field ([`sheet`]), finding a question by typing a word ([`search`]), the
//! list of verdicts that stands still while one works ([`Listing`]), and what of the civil servant's
//! side fits the caller.

mod definition;
mod fitting;
mod letter;
mod listing;
mod search;
mod sheet;
mod verdict;

pub use definition::{DefinitionRow, definitions};
pub use fitting::{Fit, GoalChoice, Involved, alternatives, fit, goals, involved, roles};
pub use letter::by_letter;
pub use listing::Listing;
pub use search::{Given, Hit, Target, search};
pub use sheet::{Key, Part, Section, next_field, sheet};
pub use verdict::{DeskAsk, VerdictRow};
