//! Answers as they would be typed, to fill a field again.

use crate::lang::Lang;
use crate::show;
use rust_decimal::Decimal;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{AnswerType, Question, Rulebook, Unit};
use steunwijzer_engine::slot::Slot;

/// What stands in the fields of a question when this was answered: a number in the first, or the
/// lowest and the highest in the first two; day, month and year of a date; the name of a place.
/// A date of which only the month or the year is known leaves the fields before it empty. Other
/// ranges of days, and answers that are chosen and not typed, leave all fields empty.
pub fn typed(rulebook: &Rulebook, question: &Question, slot: Slot) -> [String; 3] {
    let one = |text: String| [text, String::new(), String::new()];
    match question.answer {
        AnswerType::Number { unit, scale, .. } => {
            let shown = |value| number(unit, scale, value);
            match slot.low == slot.high {
                true => one(shown(slot.low)),
                false => [shown(slot.low), shown(slot.high), String::new()],
            }
        }
        AnswerType::Date { .. } => days(Date::from_day_number(slot.low), Date::from_day_number(slot.high)),
        AnswerType::Place => one(place(rulebook, slot)),
        AnswerType::YesNo | AnswerType::Choice(_) | AnswerType::Choices(_) => one(String::new()),
    }
}

fn number(unit: Unit, scale: u8, value: i64) -> String {
    let number = Decimal::try_new(value, u32::from(scale)).unwrap_or_default();
    let factor = if unit == Unit::Percent { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    show::decimal(Lang::Nl, number.checked_mul(factor).unwrap_or(number), 0)
}

fn days(first: Date, last: Date) -> [String; 3] {
    let (from, to) = (first.parts(), last.parts());
    let year = from.year.to_string();
    if first == last {
        return [from.day.to_string(), from.month.to_string(), year];
    }
    if Date::month(from.year, from.month) == Some((first, last)) {
        return [String::new(), from.month.to_string(), year];
    }
    let whole_year = (from.day, from.month, to.day, to.month, to.year) == (1, 1, 31, 12, from.year);
    [String::new(), String::new(), if whole_year { year } else { String::new() }]
}

fn place(rulebook: &Rulebook, slot: Slot) -> String {
    let row = |row: i64| usize::try_from(row).ok();
    if slot.low == slot.high {
        let found = row(slot.low).and_then(|row| rulebook.municipalities.get(row));
        return found.map_or(String::new(), |one| one.name.clone());
    }
    let is_it = |first: u16, last: u16| (i64::from(first), i64::from(last)) == (slot.low, slot.high);
    let found = rulebook.provinces.iter().find(|one| is_it(one.first, one.last));
    found.map_or(String::new(), |one| format!("provincie {}", one.name))
}
