//! Single values of rule files: texts, ids, words of a list, days, figures.

use super::reader::{Entry, Written};
use crate::diagnostic::Placed;
use crate::nearest::did_you_mean;
use rust_decimal::Decimal;
use std::str::FromStr;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::notation;
use steunwijzer_engine::rulebook::Unit;

/// Who reads a figure or a notion by name, when no rule uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UsedBy {
    /// The money plan, or a calculator that the plan works out.
    Plan,
    /// The desk of a municipality.
    Desk,
}

/// The words for who reads it.
pub(crate) const USED_BY: &[(&str, UsedBy)] = &[("plan", UsedBy::Plan), ("desk", UsedBy::Desk)];

/// A number as it was written: `36`, `"2337.00"` or `"23.5 %"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// The number; a percentage as a share.
    pub(crate) value: Decimal,
    /// Whether it was written with `%`.
    pub(crate) percent: bool,
}

impl Figure {
    /// Reads a number in machine notation.
    pub(crate) fn parse(written: &str) -> Option<Figure> {
        let (digits, percent) = match written.strip_suffix('%') {
            Some(digits) => (digits.trim_end(), true),
            None => (written, false),
        };
        let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
        let ends = digits.starts_with(|c: char| c.is_ascii_digit() || c == '-')
            && digits.ends_with(|c: char| c.is_ascii_digit());
        if !plain || !ends {
            return None;
        }
        let value = Decimal::from_str(digits).ok()?;
        let value = if percent { value.checked_div(Decimal::ONE_HUNDRED)? } else { value };
        Some(Figure { value, percent })
    }
}

impl<'a> Entry<'a> {
    fn value(self) -> Option<&'a toml_edit::Value> {
        match self.written {
            Written::Value(value) => Some(value),
            Written::Table(_) | Written::Tables(_) => None,
        }
    }

    fn placed<T>(self, value: T) -> Option<Placed<T>> {
        Some(Placed { value, at: self.at })
    }

    fn str(self) -> Option<&'a str> {
        self.value().and_then(|value| value.as_str())
    }

    /// A text that is not empty.
    pub(crate) fn text(self) -> Option<Placed<String>> {
        match self.str() {
            Some(text) if text.trim().is_empty() => {
                self.log().error(self.at, "this text is empty", "write it, or leave the key out");
                None
            }
            Some(text) => self.placed(text.to_owned()),
            None => self.wrong("a text", "write it in quotes"),
        }
    }

    /// `true` or `false`.
    pub(crate) fn yes_no(self) -> Option<bool> {
        match self.value().and_then(|value| value.as_bool()) {
            Some(yes) => Some(yes),
            None => self.wrong("true or false", "write `true` or `false`, without quotes"),
        }
    }

    /// A whole number from `min` to `max`.
    pub(crate) fn whole(self, min: i64, max: i64) -> Option<Placed<i64>> {
        match self.value().and_then(|value| value.as_integer()) {
            Some(number) if (min..=max).contains(&number) => self.placed(number),
            Some(number) => {
                let message = format!("`{number}` is out of bounds");
                self.log().error(self.at, message, format!("take {min} to {max}"));
                None
            }
            None => self.wrong("a whole number", "write it without quotes"),
        }
    }

    /// A day.
    pub(crate) fn day(self) -> Option<Placed<Date>> {
        let written = self.value().and_then(|value| value.as_datetime());
        let day = written
            .filter(|written| written.time.is_none() && written.offset.is_none())
            .and_then(|written| written.date)
            .and_then(|date| Date::new(i32::from(date.year), date.month, date.day));
        match day {
            Some(day) => self.placed(day),
            None => self.wrong("a day", "write it as 2026-07-01, without quotes"),
        }
    }

    /// A number in machine notation.
    pub(crate) fn figure(self) -> Option<Placed<Figure>> {
        let written = self.value();
        if let Some(number) = written.and_then(|value| value.as_integer()) {
            let value = Decimal::from(number);
            return self.placed(Figure { value, percent: false });
        }
        let Some(text) = self.str() else {
            return self.wrong("a number", "write 36, \"2337.00\" or \"23.5 %\"");
        };
        match Figure::parse(text) {
            Some(figure) => self.placed(figure),
            None => {
                let message = format!("`{text}` is not a number");
                let help = "write digits, a point for decimals, and perhaps ` %` behind it";
                self.log().error(self.at, message, help);
                None
            }
        }
    }

    /// A number that counts this: a percentage has its sign, anything else has none.
    pub(crate) fn figure_in(self, unit: Unit) -> Option<Placed<Decimal>> {
        let figure = self.figure()?;
        match (figure.percent, unit == Unit::Percent) {
            (false, true) => {
                let message = "a percentage is written with its sign";
                self.log().error(self.at, message, "write for example \"70 %\", in quotes");
                None
            }
            (true, false) => {
                self.log().error(self.at, "this is not a percentage", "leave the sign out");
                None
            }
            (true, true) | (false, false) => Some(figure.map(|figure| figure.value)),
        }
    }

    /// Whatever was written, days as texts.
    pub(crate) fn anything(self) -> Option<Placed<notation::Written>> {
        match self.value() {
            Some(value) => self.placed(neutral(value)?), // none: a float, reported already
            None => self.wrong("a value", "write an answer as rules/README.md shows"),
        }
    }

    /// One of these words.
    pub(crate) fn one_of<T: Copy>(self, words: &[(&'static str, T)]) -> Option<T> {
        let text = self.text()?;
        let found = words.iter().find(|(word, _)| *word == text.value);
        if found.is_none() {
            self.log().error(
                self.at,
                format!("`{}` is not known here", text.value),
                did_you_mean(&text, words.iter().map(|(word, _)| *word)),
            );
        }
        found.map(|(_, value)| *value)
    }

    /// An id of a scheme, condition or source: `lks-participatiewet`.
    pub(crate) fn hyphen_id(self) -> Option<Placed<String>> {
        self.id(is_hyphen, "lower case, digits and hyphens: `wage-subsidy`")
    }

    /// An id that can stand in an expression: `is_sme`.
    pub(crate) fn name(self) -> Option<Placed<String>> {
        self.id(|c| c == '_', "lower case, digits and underscores: `is_sme`")
    }

    /// The id of a question: `org.legal_form`.
    pub(crate) fn question_id(self) -> Option<Placed<String>> {
        let id = self.id(|c| c == '_' || c == '.', "an item, a point and a name: `hire.hours`")?;
        let valid = id
            .split_once('.')
            .is_some_and(|(item, name)| !item.is_empty() && !name.is_empty() && !name.contains('.'));
        if !valid {
            let message = format!("`{}` is not the id of a question", id.value);
            let help = "write the item, a point and a name: `org.fte`, `hire.hours`";
            self.log().error(self.at, message, help);
        }
        valid.then_some(id)
    }

    fn id(self, joins: fn(char) -> bool, allowed: &str) -> Option<Placed<String>> {
        let id = self.text()?;
        if is_id(&id, joins) {
            return Some(id);
        }
        let message = format!("`{}` cannot be an id here", id.value);
        self.log().error(self.at, message, format!("use {allowed}"));
        None
    }
}

/// Whether a text can be an id, its parts joined by such characters.
fn is_id(text: &str, joins: fn(char) -> bool) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    text.starts_with(plain) && text.chars().all(|c| plain(c) || joins(c))
}

/// Whether a text can be the id of a scheme, a condition or a source.
pub(crate) fn is_hyphen_id(text: &str) -> bool {
    is_id(text, is_hyphen)
}

fn is_hyphen(c: char) -> bool {
    c == '-'
}

fn neutral(value: &toml_edit::Value) -> Option<notation::Written> {
    use notation::Written;
    use toml_edit::Value;
    match value {
        Value::String(text) => Some(Written::Text(text.value().clone())),
        Value::Integer(number) => Some(Written::Whole(*number.value())),
        Value::Boolean(yes) => Some(Written::Bool(*yes.value())),
        Value::Datetime(day) => Some(Written::Text(day.value().to_string())),
        Value::Float(_) => None,
        Value::Array(elements) => {
            let elements: Option<_> = elements.iter().map(neutral).collect();
            Some(Written::List(elements?))
        }
        Value::InlineTable(table) => {
            let entry = |(key, value): (&str, _)| Some((key.to_owned(), neutral(value)?));
            let entries: Option<_> = table.iter().map(entry).collect();
            Some(Written::Table(entries?))
        }
    }
}

/// What a number is counted per.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Per {
    Once,
    Hour,
    Week,
    Month,
    Year,
}

/// The words for it.
pub(crate) const PER: &[(&str, Per)] = &[
    ("once", Per::Once),
    ("hour", Per::Hour),
    ("week", Per::Week),
    ("month", Per::Month),
    ("year", Per::Year),
];

/// What kind of number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counts {
    Number,
    Money,
    Percent,
    Hours,
    Days,
    Weeks,
    Months,
}

/// The words for it.
pub(crate) const COUNTS: &[(&str, Counts)] = &[
    ("number", Counts::Number),
    ("money", Counts::Money),
    ("percent", Counts::Percent),
    ("hours", Counts::Hours),
    ("days", Counts::Days),
    ("weeks", Counts::Weeks),
    ("months", Counts::Months),
];

/// The unit of a number that counts this, per that; `None` if that makes no sense.
pub(crate) fn unit(counts: Counts, per: Per) -> Option<Unit> {
    match (counts, per) {
        (Counts::Number, Per::Once) => Some(Unit::Plain),
        (Counts::Money, Per::Once) => Some(Unit::Euro),
        (Counts::Money, Per::Hour) => Some(Unit::EuroPerHour),
        (Counts::Money, Per::Week) => Some(Unit::EuroPerWeek),
        (Counts::Money, Per::Month) => Some(Unit::EuroPerMonth),
        (Counts::Money, Per::Year) => Some(Unit::EuroPerYear),
        (Counts::Percent, Per::Once) => Some(Unit::Percent),
        (Counts::Hours, Per::Once) => Some(Unit::Hours),
        (Counts::Hours, Per::Week) => Some(Unit::HoursPerWeek),
        (Counts::Hours, Per::Month) => Some(Unit::HoursPerMonth),
        (Counts::Hours, Per::Year) => Some(Unit::HoursPerYear),
        (Counts::Days, Per::Once) => Some(Unit::Days),
        (Counts::Weeks, Per::Once) => Some(Unit::Weeks),
        (Counts::Weeks, Per::Year) => Some(Unit::WeeksPerYear),
        (Counts::Months, Per::Once) => Some(Unit::Months),
        (Counts::Months, Per::Year) => Some(Unit::MonthsPerYear),
        (
            Counts::Number | Counts::Percent | Counts::Hours | Counts::Days | Counts::Weeks | Counts::Months,
            _,
        ) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_becomes_a_share() {
        let figure = Figure::parse("23.5 %").map(|f| (f.value.to_string(), f.percent));
        assert_eq!(figure, Some(("0.235".to_owned(), true)));
    }

    #[test]
    fn only_machine_notation_is_a_number() {
        for written in ["", "%", "1.000,50", "1e3", "+5", "1_000", ".5", "5.", "1 000", "--5"] {
            assert_eq!(Figure::parse(written), None, "{written:?}");
        }
    }
}
