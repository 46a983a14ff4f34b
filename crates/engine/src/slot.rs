//! What is known of one answer, in two integers.

use crate::rulebook::{AnswerType, Question};
use serde::{Deserialize, Serialize};

/// The values that are still possible for one question.
///
/// | type | `low` | `high` |
/// |---|---|---|
/// | yes/no, choice | bits of the options still possible (bit 0 is *no*, bit 1 is *yes*) | the same |
/// | choices | bits of the options certainly chosen | bits of the options possibly chosen |
/// | number | the lowest value, scaled | the highest value, scaled |
/// | date | the first day number | the last day number |
/// | place | the first municipality | the last municipality |
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Slot {
    /// See the table.
    pub low: i64,
    /// See the table.
    pub high: i64,
}

/// Bit of the answer *no* of a yes/no question.
pub const NO: i64 = 0b01;
/// Bit of the answer *yes* of a yes/no question.
pub const YES: i64 = 0b10;

/// What kind of set a slot holds: decides how two are united.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotKind {
    /// A set of options in bits.
    Bits,
    /// Certain and possible options in bits.
    TwoBits,
    /// An interval.
    Interval,
}

impl Slot {
    /// A set of options, by bits.
    pub fn bits(bits: i64) -> Slot {
        Slot { low: bits, high: bits }
    }

    /// The answer yes or no.
    pub fn yes_no(yes: bool) -> Slot {
        Slot::bits(if yes { YES } else { NO })
    }

    /// One option of a choice.
    pub fn option(index: u8) -> Slot {
        Slot::bits(1i64.checked_shl(u32::from(index)).unwrap_or(0))
    }

    /// One ordered value: a scaled number, a day, a municipality.
    pub fn exactly(value: i64) -> Slot {
        Slot { low: value, high: value }
    }

    /// An interval of ordered values.
    pub fn between(low: i64, high: i64) -> Slot {
        Slot { low, high }
    }

    /// The smallest set of this kind that holds both.
    pub fn union(self, other: Slot, kind: SlotKind) -> Slot {
        match kind {
            SlotKind::Bits => Slot::bits(self.low | other.low),
            SlotKind::TwoBits => Slot { low: self.low & other.low, high: self.high | other.high },
            SlotKind::Interval => Slot { low: self.low.min(other.low), high: self.high.max(other.high) },
        }
    }

    /// Whether one value is left.
    pub fn is_single(self, kind: SlotKind) -> bool {
        match kind {
            SlotKind::Bits => self.low.count_ones() == 1,
            SlotKind::TwoBits | SlotKind::Interval => self.low == self.high,
        }
    }
}

impl AnswerType {
    /// What kind of set an answer is.
    pub fn slot_kind(&self) -> SlotKind {
        match self {
            AnswerType::YesNo | AnswerType::Choice(_) => SlotKind::Bits,
            AnswerType::Choices(_) => SlotKind::TwoBits,
            AnswerType::Number { .. } | AnswerType::Date { .. } | AnswerType::Place => SlotKind::Interval,
        }
    }

    /// Everything that can be answered. `municipalities` is the number of rows in the table of places.
    pub fn anything(&self, municipalities: usize) -> Slot {
        match self {
            AnswerType::YesNo => Slot::bits(NO | YES),
            AnswerType::Choice(options) => Slot::bits(all_bits(options.len())),
            AnswerType::Choices(options) => Slot { low: 0, high: all_bits(options.len()) },
            AnswerType::Number { min, max, .. } => Slot { low: *min, high: *max },
            AnswerType::Date { min, max } => Slot { low: min.day_number(), high: max.day_number() },
            AnswerType::Place => {
                Slot { low: 0, high: i64::try_from(municipalities).unwrap_or(i64::MAX).max(1) - 1 }
            }
        }
    }

    /// Whether this set is not empty and lies inside what can be answered.
    pub fn admits(&self, slot: Slot, municipalities: usize) -> bool {
        let all = self.anything(municipalities);
        match self.slot_kind() {
            SlotKind::Bits => slot.low == slot.high && slot.low != 0 && slot.low & !all.low == 0,
            SlotKind::TwoBits => slot.low & !slot.high == 0 && slot.high & !all.high == 0,
            SlotKind::Interval => slot.low <= slot.high && all.low <= slot.low && slot.high <= all.high,
        }
    }
}

impl Question {
    /// What kind of set an answer to this question is.
    pub fn slot_kind(&self) -> SlotKind {
        self.answer.slot_kind()
    }
}

fn all_bits(options: usize) -> i64 {
    let options = u32::try_from(options.min(60)).unwrap_or(60);
    1i64.checked_shl(options).map_or(i64::MAX, |bit| bit - 1)
}
