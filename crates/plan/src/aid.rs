//! The aid account: what aid was received, how much room is left on any day, what new aid counts
//! for, and whether it fits.
//!
//! Aid counts for three years to the day: an award exactly three years old still counts on that day.
//! General and SGEI aid stand side by side, each with its own ceiling; farming and fishery apart. If
//! new aid does not fit the room as a whole, none of it is covered.

mod account;
mod calendar;
mod declaration;
mod fit;
mod group;
mod rules;
mod value;

pub use account::{Account, Award, Room, Used, WINDOW};
pub use calendar::{FirstFit, Release, RoomFrom, last_day_counted};
pub use declaration::{Declaration, DeclarationCheck, DeclarationRow, DeclarationTotal, ToCheck};
pub use fit::{Fit, Route, SchemeFit, Unsure};
pub use group::{SplitAid, Tie, TieNote};
pub use rules::{AidIds, AidRules, Ceiling, Regime, Regimes};
pub use value::{
    BaseRate, Collateral, Discounted, GrantEquivalent, Guarantee, Margin, Method, Outstanding, Payment,
    Rating, Reading, ReferenceRate, Requirement, SoftLoan, of_loan_schedule,
};
