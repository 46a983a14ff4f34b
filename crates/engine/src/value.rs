//! The value of an expression in all worlds that the answers allow.

use crate::date::Date;
use crate::number::Number;
use crate::slot::{NO, Slot, YES};
use crate::truth::Truth;

/// A set of possible values, by type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// Yes, no or both.
    Truth(Truth),
    /// A number inside limits.
    Number(Number),
    /// A day, from the first to the second.
    Days(Date, Date),
    /// Options of a choice, by bits.
    Options(Slot),
    /// Several choices: certain and possible bits.
    Choices(Slot),
    /// Municipalities, from the first to the last row.
    Places(Slot),
}

impl Value {
    /// Exactly this number.
    pub fn number(value: rust_decimal::Decimal) -> Value {
        Value::Number(Number::exactly(value))
    }

    /// As a truth; open if it is something else (the compiler excludes that).
    pub fn truth(self) -> Truth {
        match self {
            Value::Truth(truth) => truth,
            Value::Number(_) | Value::Days(..) | Value::Options(_) | Value::Choices(_) | Value::Places(_) => {
                Truth::Open
            }
        }
    }

    /// As a number; unknown if it is something else (the compiler excludes that).
    pub fn as_number(self) -> Number {
        match self {
            Value::Number(number) => number,
            Value::Truth(_) | Value::Days(..) | Value::Options(_) | Value::Choices(_) | Value::Places(_) => {
                Number::Unknown
            }
        }
    }

    /// As days; any day if it is something else (the compiler excludes that).
    pub fn days(self) -> (Date, Date) {
        match self {
            Value::Days(first, last) => (first, last),
            Value::Truth(_) | Value::Number(_) | Value::Options(_) | Value::Choices(_) | Value::Places(_) => {
                (Date::MIN, Date::MAX)
            }
        }
    }

    /// The smallest set of this kind that holds both.
    pub fn hull(self, other: Value) -> Value {
        match (self, other) {
            (Value::Truth(a), Value::Truth(b)) => Value::Truth(a.or_either(b)),
            (Value::Number(a), Value::Number(b)) => Value::Number(a.hull(b)),
            (Value::Days(a, b), Value::Days(c, d)) => Value::Days(a.min(c), b.max(d)),
            (Value::Options(a), Value::Options(b)) => Value::Options(Slot::bits(a.low | b.low)),
            (Value::Choices(a), Value::Choices(b)) => {
                Value::Choices(Slot { low: a.low & b.low, high: a.high | b.high })
            }
            (Value::Places(a), Value::Places(b)) => {
                Value::Places(Slot { low: a.low.min(b.low), high: a.high.max(b.high) })
            }
            // Two types never meet in a compiled expression.
            (mixed, _) => mixed,
        }
    }
}

/// The truth in a slot of a yes/no question.
pub(crate) fn truth_of(slot: Slot) -> Truth {
    Truth::of_worlds(slot.low & YES != 0, slot.low & NO != 0)
}
