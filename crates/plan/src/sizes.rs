//! Size and health of an undertaking: the SME test with partner and linked enterprises and the
//! two-year rule, and the test for an undertaking in difficulty. Each says which test decided.

mod difficulty;
mod group;
mod rules;
mod sme;

pub use difficulty::{
    Capital, Difficulty, DifficultyState, DifficultyTest, FirmHealth, LargeFirmYear, TestState,
};
pub use group::{Figures, Relative, Year};
pub use rules::{Class, SizeIds, SizeRules};
pub use sme::{ClassTest, Decided, Firm, PublicOwner, SizeTest, YearTest};
