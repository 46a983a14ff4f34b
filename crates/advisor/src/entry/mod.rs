//! What people type, read as answers.
//!
//! Dutch notation, in both languages: a point or a space between thousands, a comma before the
//! decimals. What can be read in two ways is asked back, never guessed.

mod date;
mod number;
mod place;
mod spot;
mod typed;

pub use date::DateField;
pub use number::NumberField;
pub(crate) use place::folded;
pub use place::{Found, Today, search, today};
pub use spot::{PlaceEntry, Spot, on_day, place, spots};
pub use typed::typed;

use crate::lang::Lang;
use crate::messages::entry as messages;
use crate::show;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::Unit;
use steunwijzer_engine::slot::Slot;

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry<T> {
    /// This was meant.
    Read(T),
    /// One of these two was meant: ask which.
    Two(T, T),
    /// This is no answer.
    Refused(Why),
}

/// Why something is no answer, with what is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing was typed.
    Empty,
    /// It is not a number.
    NotANumber(Limits),
    /// The number has more decimals than are asked.
    TooPrecise(u8),
    /// The number lies outside the limits.
    Outside(Limits),
    /// Of two numbers, the second is the lower.
    Backwards,
    /// It is not a date.
    NotADate,
    /// The month has no such day.
    NoSuchDay {
        /// The day of the month that was typed.
        day: u8,
        /// The first day of the month.
        month: Date,
    },
    /// The date lies outside the limits.
    DateOutside(Date, Date),
    /// Of two dates, the second is the earlier.
    DatesBackwards,
}

/// Between what a number must lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// What it counts.
    pub unit: Unit,
    /// Decimals.
    pub scale: u8,
    /// The lowest value, scaled.
    pub min: i64,
    /// The highest value, scaled.
    pub max: i64,
}

impl Why {
    /// The sentence that says what is wrong and what is allowed.
    pub fn text(self, lang: Lang) -> String {
        match self {
            Why::Empty => messages::empty(lang).to_owned(),
            Why::NotANumber(limits) => {
                let [kind, low, high, example] = limits.words(lang);
                messages::not_a_number(lang, &example, &high, &kind, &low)
            }
            Why::TooPrecise(0) => messages::whole_only(lang).to_owned(),
            Why::TooPrecise(most) => messages::too_precise(lang, usize::from(most)),
            Why::Outside(limits) => {
                let [kind, low, high, _] = limits.words(lang);
                messages::outside(lang, &high, &kind, &low)
            }
            Why::Backwards => messages::backwards(lang).to_owned(),
            Why::NotADate => messages::not_a_date(lang).to_owned(),
            Why::NoSuchDay { day, month } => {
                let parts = month.parts();
                let last = Date::month(parts.year, parts.month).map_or(31, |(_, last)| last.parts().day);
                let shown = format!("{day}\u{a0}{}", show::month(lang, month));
                messages::no_such_day(lang, &shown, usize::from(last))
            }
            Why::DateOutside(low, high) => {
                messages::date_outside(lang, &show::day(lang, high), &show::day(lang, low))
            }
            Why::DatesBackwards => messages::dates_backwards(lang).to_owned(),
        }
    }
}

impl Limits {
    /// What to fill in, the lowest, the highest, and an example.
    fn words(self, lang: Lang) -> [String; 4] {
        let kind = match (self.unit, self.scale) {
            (
                Unit::Euro | Unit::EuroPerHour | Unit::EuroPerWeek | Unit::EuroPerMonth | Unit::EuroPerYear,
                _,
            ) => messages::an_amount(lang),
            (Unit::Percent, _) => messages::a_percentage(lang),
            (_, 0) => messages::a_whole_number(lang),
            (_, _) => messages::a_number(lang),
        };
        let shown = |scaled| show::scaled(lang, self.unit, self.scale, scaled);
        let example = self.min / 2 + self.max / 2;
        [kind.to_owned(), shown(self.min), shown(self.max), shown(example)]
    }
}

/// Two numbers typed as lowest and highest, each read by its own field.
///
/// Gives the second refusal only when the first was read, so that one message shows at a time.
pub fn between(low: Entry<Slot>, high: Entry<Slot>) -> Entry<Slot> {
    match (low, high) {
        (Entry::Read(low), Entry::Read(high)) if low.low <= high.high => {
            Entry::Read(Slot::between(low.low, high.high))
        }
        (Entry::Read(_), Entry::Read(_)) => Entry::Refused(Why::Backwards),
        (Entry::Refused(why), _) | (_, Entry::Refused(why)) => Entry::Refused(why),
        (Entry::Two(one, other), _) | (_, Entry::Two(one, other)) => Entry::Two(one, other),
    }
}
