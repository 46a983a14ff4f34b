//! Days, months and years as people type them: the day first.

use super::{Entry, Why};
use crate::lang::Lang;
use crate::show;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{AnswerType, Question};
use steunwijzer_engine::slot::Slot;

/// A field that takes a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateField {
    /// The first day that can be answered.
    pub min: Date,
    /// The last day that can be answered.
    pub max: Date,
}

/// A part of a date as it was typed.
#[derive(Clone, Copy)]
enum Part {
    /// One or two digits.
    Short(u8),
    /// Four digits.
    Year(i32),
    /// The name of a month.
    Month(u8),
}

impl DateField {
    /// The field of a question that takes a date.
    pub fn of(question: &Question) -> Option<DateField> {
        match question.answer {
            AnswerType::Date { min, max } => Some(DateField { min, max }),
            AnswerType::YesNo
            | AnswerType::Choice(_)
            | AnswerType::Choices(_)
            | AnswerType::Number { .. }
            | AnswerType::Place => None,
        }
    }

    /// Reads what was typed in one field: a day, a month or a year.
    pub fn read(&self, typed: &str) -> Entry<Slot> {
        let text = typed.trim().to_lowercase();
        if text.is_empty() {
            return Entry::Refused(Why::Empty);
        }
        if !text.starts_with(char::is_alphanumeric) {
            return Entry::Refused(Why::NotADate);
        }
        let is_between = |letter: char| letter.is_whitespace() || matches!(letter, '-' | '/' | '.' | ',');
        let parts: Option<Vec<Part>> =
            text.split(is_between).filter(|part| !part.is_empty()).map(part).collect();
        match self.days(parts.as_deref().unwrap_or_default()) {
            Ok(days) => self.inside(days),
            Err(why) => Entry::Refused(why),
        }
    }

    /// Reads what was typed in three fields. Without a day it is a month, without a month a year.
    pub fn read_fields(&self, day: &str, month: &str, year: &str) -> Entry<Slot> {
        let fields = [day.trim(), month.trim(), year.trim()];
        match fields {
            ["", "", ""] => Entry::Refused(Why::Empty),
            ["", "", year] => self.read(year),
            [_, "", _] => Entry::Refused(Why::NotADate),
            ["", month, year] => self.read(&format!("{month} {year}")),
            [day, month, year] => self.read(&format!("{day} {month} {year}")),
        }
    }

    /// The first and the last day that are meant.
    fn days(&self, parts: &[Part]) -> Result<(Date, Date), Why> {
        let whole_month = |year, month| Date::month(year, month).ok_or(Why::NotADate);
        match *parts {
            [Part::Short(day), Part::Short(month) | Part::Month(month), year] => {
                existing(self.year(year)?, month, day)
            }
            [Part::Month(month), Part::Short(day), year @ Part::Year(_)] => {
                existing(self.year(year)?, month, day)
            }
            [Part::Year(year), Part::Short(month), Part::Short(day)] => existing(year, month, day),
            [Part::Month(month), year] => whole_month(self.year(year)?, month),
            [Part::Short(month), Part::Year(year)] | [Part::Year(year), Part::Short(month)] => {
                whole_month(year, month)
            }
            [Part::Year(year)] => {
                let (first, _) = whole_month(year, 1)?;
                let (_, last) = whole_month(year, 12)?;
                Ok((first, last))
            }
            _ => Err(Why::NotADate),
        }
    }

    /// Of two digits: this century if the field allows it, else the one before.
    fn year(&self, part: Part) -> Result<i32, Why> {
        match part {
            Part::Year(year) => Ok(year),
            Part::Short(short) if 2000 + i32::from(short) <= self.max.parts().year => {
                Ok(2000 + i32::from(short))
            }
            Part::Short(short) => Ok(1900 + i32::from(short)),
            Part::Month(_) => Err(Why::NotADate),
        }
    }

    /// What of these days can be answered.
    fn inside(&self, (first, last): (Date, Date)) -> Entry<Slot> {
        let (first, last) = (first.max(self.min), last.min(self.max));
        if first > last {
            return Entry::Refused(Why::DateOutside(self.min, self.max));
        }
        Entry::Read(Slot::between(first.day_number(), last.day_number()))
    }
}

fn existing(year: i32, month: u8, day: u8) -> Result<(Date, Date), Why> {
    let (first, _) = Date::month(year, month).ok_or(Why::NotADate)?;
    match Date::new(year, month, day) {
        Some(day) => Ok((day, day)),
        None => Err(Why::NoSuchDay { day, month: first }),
    }
}

fn part(text: &str) -> Option<Part> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return match text.len() {
            1 | 2 => text.parse().ok().map(Part::Short),
            4 => text.parse().ok().map(Part::Year),
            _ => None,
        };
    }
    month_named(text).map(Part::Month)
}

/// The month with this Dutch or English name, or with a name that begins like this.
fn month_named(text: &str) -> Option<u8> {
    if text == "mrt" {
        return Some(3);
    }
    let begins = |month: u8, lang| show::month_name(lang, month).to_lowercase().starts_with(text);
    let long_enough = text.chars().count() >= 3;
    (1..=12).find(|&month| long_enough && (begins(month, Lang::Nl) || begins(month, Lang::En)))
}
