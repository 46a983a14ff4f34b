//! Kleene's three values.

use serde::{Deserialize, Serialize};
use std::ops;

/// What is known of a yes/no question: the answers that are still possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Truth {
    /// Certainly not, in every world.
    No,
    /// Certainly, in every world.
    Yes,
    /// Both are still possible.
    Open,
}

impl Truth {
    /// What is known when *yes* and *no* each hold in some world or in none. In no world at all
    /// (which an answer never is) nothing is known.
    pub(crate) fn of_worlds(some_yes: bool, some_no: bool) -> Truth {
        const BY_WORLDS: [Truth; 4] = [Truth::Open, Truth::Yes, Truth::No, Truth::Open];
        BY_WORLDS[usize::from(some_yes) + 2 * usize::from(some_no)]
    }

    /// The union of two sets of possible answers.
    pub fn or_either(self, other: Truth) -> Truth {
        if self == other { self } else { Truth::Open }
    }

    /// Whether this is one of the two certain values.
    pub fn is_settled(self) -> bool {
        self != Truth::Open
    }
}

impl From<bool> for Truth {
    fn from(yes: bool) -> Truth {
        if yes { Truth::Yes } else { Truth::No }
    }
}

impl ops::BitAnd for Truth {
    type Output = Truth;

    fn bitand(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Yes, Truth::Yes) => Truth::Yes,
            (Truth::Open, Truth::Yes | Truth::Open) | (Truth::Yes, Truth::Open) => Truth::Open,
        }
    }
}

impl ops::BitOr for Truth {
    type Output = Truth;

    fn bitor(self, other: Truth) -> Truth {
        !(!self & !other)
    }
}

impl ops::Not for Truth {
    type Output = Truth;

    fn not(self) -> Truth {
        match self {
            Truth::No => Truth::Yes,
            Truth::Yes => Truth::No,
            Truth::Open => Truth::Open,
        }
    }
}
