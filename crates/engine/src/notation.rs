//! Answers as files write them: the machine notation of cases and answers files.
//!
//! | type | written as |
//! |---|---|
//! | yes/no | `true`, `false`, or the set `{ any = [false, true] }` |
//! | choice | `"bv"`, or a set `{ any = ["bv", "stichting"] }` |
//! | choices | `["food"]` for exactly these, or `{ yes = ["food"], no = ["care"] }` |
//! | numbers | a whole number or a text: `28`, `"12500.50"`, `"55 %"`; a range `{ from = 10, to = 50 }` |
//! | date | `"2027-03-01"`, a month `"2027-03"`, a range `{ from = "2027-01", to = "2027-06-30" }` |
//! | place | `"GM0855"`, `{ province = "Utrecht" }` |
//! | not known | `"?"` |
//!
//! [`read`] and [`write`] are each other's inverse. Neither knows TOML or JSON: both are turned
//! into [`Written`] first.

use crate::answers::Answer;
use crate::date::Date;
use crate::rulebook::{AnswerType, ChoiceOption, Question, Rulebook, Unit};
use crate::slot::{NO, Slot, YES};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::fmt;

/// The text that says *asked, and not known*.
pub const NOT_KNOWN: &str = "?";

/// A value as it stands in a file, whatever the format of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// A text, also for decimals and dates.
    Text(String),
    /// A list.
    List(Vec<Written>),
    /// Keys with values, in the order of the file.
    Table(Vec<(String, Written)>),
}

/// Why a written value is no answer to the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongAnswer {
    /// What is wrong: in lower case, what was written in backticks.
    pub problem: String,
    /// What may be written.
    pub allowed: String,
}

impl fmt::Display for WrongAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; allowed: {}", self.problem, self.allowed)
    }
}

impl std::error::Error for WrongAnswer {}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Written::Bool(yes) => write!(f, "{yes}"),
            Written::Whole(number) => write!(f, "{number}"),
            Written::Text(text) => f.write_str(text),
            Written::List(_) => f.write_str("a list"),
            Written::Table(entries) => {
                let keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
                write!(f, "{{{}}}", keys.join(", "))
            }
        }
    }
}

/// Reads an answer to a question.
///
/// # Errors
/// If the value is not written as this question takes it, or lies outside its bounds.
pub fn read(rulebook: &Rulebook, question: &Question, written: &Written) -> Result<Answer, WrongAnswer> {
    if *written == Written::Text(NOT_KNOWN.to_owned()) {
        return Ok(Answer::NotKnown);
    }
    let slot = match &question.answer {
        AnswerType::YesNo => read_yes_no(written),
        AnswerType::Choice(options) => read_choice(options, written),
        AnswerType::Choices(options) => read_choices(options, written),
        AnswerType::Number { unit, scale, .. } => read_range(written, |end| {
            let value = read_number(*unit, *scale, end)?;
            Ok((value, value))
        }),
        AnswerType::Date { .. } => read_range(written, read_days),
        AnswerType::Place => read_place(rulebook, written),
    };
    let slot = slot.map_err(|problem| wrong(rulebook, question, problem))?;
    if question.answer.admits(slot, rulebook.municipalities.len()) {
        return Ok(Answer::Known(slot));
    }
    let problem = if slot.low > slot.high {
        "the range ends before it begins".to_owned()
    } else {
        format!("`{written}` lies outside the bounds")
    };
    Err(wrong(rulebook, question, problem))
}

/// Writes an answer to a question: [`read`] gives it back.
pub fn write(rulebook: &Rulebook, question: &Question, answer: Answer) -> Written {
    let slot = match answer {
        Answer::NotKnown => return Written::Text(NOT_KNOWN.to_owned()),
        Answer::Known(slot) => slot,
    };
    match &question.answer {
        AnswerType::YesNo => write_yes_no(slot),
        AnswerType::Choice(options) => match options_of(options, slot.low).as_slice() {
            [one] => text(one),
            several => table([("any", list(several))]),
        },
        AnswerType::Choices(options) => {
            let yes = list(&options_of(options, slot.low));
            if slot.low == slot.high {
                return yes;
            }
            table([("yes", yes), ("no", list(&options_of(options, !slot.high)))])
        }
        AnswerType::Number { unit, scale, .. } => write_range(slot, |end| write_number(*unit, *scale, end)),
        AnswerType::Date { .. } => write_days(slot),
        AnswerType::Place => write_place(rulebook, slot),
    }
}

/// What may be written as an answer to this question.
pub fn allowed(rulebook: &Rulebook, question: &Question) -> String {
    let own = match &question.answer {
        AnswerType::YesNo => "`true` or `false`".to_owned(),
        AnswerType::Choice(options) => {
            format!("one of {}, or a set with the key `any`", names(options))
        }
        AnswerType::Choices(options) => {
            format!("a list of {}, or lists with the keys `yes` and `no`", names(options))
        }
        AnswerType::Number { unit, scale, min, max, .. } => {
            let (min, max) = (write_number(*unit, *scale, *min), write_number(*unit, *scale, *max));
            format!(
                "{} from `{min}` to `{max}`, or a range with the keys `from` and `to`",
                number_form(*unit, *scale)
            )
        }
        AnswerType::Date { min, max } => format!(
            "a day such as `2027-03-01` or a month such as `2027-03`, from {min} to {max}, \
             or a range with the keys `from` and `to`"
        ),
        AnswerType::Place => {
            let example = rulebook.municipalities.first().map_or("GM0855", |first| first.code.as_str());
            format!("the code of a municipality such as `{example}`, or a table with the key `province`")
        }
    };
    format!("{own}; `{NOT_KNOWN}` for not known")
}

/// The name among these that looks most like what was written, if one looks like it at all.
pub fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let far = written.chars().count().max(3) / 3;
    names
        .into_iter()
        .map(|name| (edits(written, name), name))
        .filter(|(distance, _)| *distance <= far)
        .min()
        .map(|(_, name)| name)
}

/// The number of letters to change, add or leave out to get from one word to the other.
fn edits(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (done, letter) in from.chars().enumerate() {
        let mut diagonal = done;
        let mut left = done + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, other) in row.iter_mut().skip(1).zip(&to) {
            let replaced = diagonal + usize::from(letter != *other);
            diagonal = *cell;
            left = replaced.min(left + 1).min(*cell + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

fn wrong(rulebook: &Rulebook, question: &Question, problem: String) -> WrongAnswer {
    WrongAnswer { problem, allowed: allowed(rulebook, question) }
}

fn unfit(written: &Written) -> String {
    format!("`{written}` is not how this question is answered")
}

fn text(text: &str) -> Written {
    Written::Text(text.to_owned())
}

fn list(names: &[&str]) -> Written {
    Written::List(names.iter().copied().map(text).collect())
}

fn table<const N: usize>(entries: [(&str, Written); N]) -> Written {
    Written::Table(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// The value under a key, and nothing else in the table.
fn only<'a>(entries: &'a [(String, Written)], key: &str) -> Option<&'a Written> {
    match entries {
        [(own, value)] if own == key => Some(value),
        _ => None,
    }
}

// Yes/no, choice, choices

fn read_yes_no(written: &Written) -> Result<Slot, String> {
    match written {
        Written::Bool(yes) => Ok(Slot::yes_no(*yes)),
        Written::Table(entries) => match only(entries, "any") {
            Some(Written::List(ends)) => {
                ends.iter().try_fold(0, |bits, end| Ok(bits | read_yes_no(end)?.low)).map(Slot::bits)
            }
            Some(_) | None => Err(unfit(written)),
        },
        Written::Whole(_) | Written::Text(_) | Written::List(_) => Err(unfit(written)),
    }
}

fn write_yes_no(slot: Slot) -> Written {
    match (slot.low & NO != 0, slot.low & YES != 0) {
        (true, true) => table([("any", Written::List(vec![Written::Bool(false), Written::Bool(true)]))]),
        (_, yes) => Written::Bool(yes),
    }
}

fn read_choice(options: &[ChoiceOption], written: &Written) -> Result<Slot, String> {
    match written {
        Written::Text(_) => read_option(options, written).map(Slot::bits),
        Written::Table(entries) => match only(entries, "any") {
            Some(Written::List(any)) if !any.is_empty() => read_options(options, any).map(Slot::bits),
            Some(_) | None => Err(unfit(written)),
        },
        Written::Bool(_) | Written::Whole(_) | Written::List(_) => Err(unfit(written)),
    }
}

fn read_choices(options: &[ChoiceOption], written: &Written) -> Result<Slot, String> {
    match written {
        Written::List(chosen) => read_options(options, chosen).map(Slot::bits),
        Written::Table(entries) => {
            let (mut yes, mut no) = (0, 0);
            for (key, value) in entries {
                let Written::List(chosen) = value else {
                    return Err(unfit(written));
                };
                match key.as_str() {
                    "yes" => yes |= read_options(options, chosen)?,
                    "no" => no |= read_options(options, chosen)?,
                    _ => return Err(unfit(written)),
                }
            }
            if yes & no != 0 {
                let both = options_of(options, yes & no).join("`, `");
                return Err(format!("`{both}` stands under both `yes` and `no`"));
            }
            let all = every_bit(options);
            Ok(Slot::between(yes, all & !no))
        }
        Written::Bool(_) | Written::Whole(_) | Written::Text(_) => Err(unfit(written)),
    }
}

fn read_options(options: &[ChoiceOption], chosen: &[Written]) -> Result<i64, String> {
    chosen.iter().try_fold(0, |bits, one| Ok(bits | read_option(options, one)?))
}

fn read_option(options: &[ChoiceOption], written: &Written) -> Result<i64, String> {
    let Written::Text(id) = written else {
        return Err(unfit(written));
    };
    let found = options.iter().position(|option| option.id == *id);
    if let Some(row) = found {
        return Ok(bit(row));
    }
    let ids = options.iter().map(|option| option.id.as_str());
    Err(match nearest(id, ids) {
        Some(near) => format!("there is no option `{id}`: did you mean `{near}`?"),
        None => format!("there is no option `{id}`"),
    })
}

fn bit(row: usize) -> i64 {
    u8::try_from(row).map_or(0, |row| Slot::option(row).low)
}

fn every_bit(options: &[ChoiceOption]) -> i64 {
    (0..options.len()).map(bit).fold(0, |all, one| all | one)
}

fn options_of(options: &[ChoiceOption], bits: i64) -> Vec<&str> {
    let chosen = options.iter().enumerate().filter(|(row, _)| bits & bit(*row) != 0);
    chosen.map(|(_, option)| option.id.as_str()).collect()
}

fn names(options: &[ChoiceOption]) -> String {
    let ids: Vec<String> = options.iter().map(|option| format!("`{}`", option.id)).collect();
    ids.join(", ")
}

// Numbers and dates

/// One value, or a table with `from` and `to`.
fn read_range(
    written: &Written,
    read_end: impl Fn(&Written) -> Result<(i64, i64), String>,
) -> Result<Slot, String> {
    let Written::Table(entries) = written else {
        return read_end(written).map(|(low, high)| Slot::between(low, high));
    };
    let end = |key: &str| entries.iter().find(|(own, _)| own == key);
    match (end("from"), end("to"), entries.len()) {
        (Some((_, from)), Some((_, to)), 2) => Ok(Slot::between(read_end(from)?.0, read_end(to)?.1)),
        _ => Err(unfit(written)),
    }
}

fn write_range(slot: Slot, end: impl Fn(i64) -> Written) -> Written {
    if slot.low == slot.high {
        return end(slot.low);
    }
    table([("from", end(slot.low)), ("to", end(slot.high))])
}

fn read_number(unit: Unit, scale: u8, written: &Written) -> Result<i64, String> {
    let value = match written {
        Written::Whole(number) => (Decimal::from(*number), false),
        Written::Text(text) => {
            let (digits, percent) = match text.strip_suffix('%') {
                Some(digits) => (digits.trim_end(), true),
                None => (text.as_str(), false),
            };
            (decimal(digits).ok_or_else(|| unfit(written))?, percent)
        }
        Written::Bool(_) | Written::List(_) | Written::Table(_) => return Err(unfit(written)),
    };
    let value = match (value, unit == Unit::Percent) {
        ((number, true), true) => number.checked_div(Decimal::ONE_HUNDRED),
        ((number, false), false) => Some(number),
        ((_, false), true) => return Err(format!("`{written}` lacks its percent sign")),
        ((_, true), false) => return Err(format!("`{written}` is a percentage, this is none")),
    };
    let scaled = value.and_then(|value| value.checked_mul(power_of_ten(scale)?));
    match scaled {
        Some(scaled) if scaled.fract().is_zero() => {
            scaled.to_i64().ok_or_else(|| format!("`{written}` lies outside the bounds"))
        }
        Some(_) => Err(format!("`{written}` has too many decimals")),
        None => Err(format!("`{written}` lies outside the bounds")),
    }
}

fn write_number(unit: Unit, scale: u8, scaled: i64) -> Written {
    let value = Decimal::try_new(scaled, u32::from(scale)).unwrap_or_default();
    if unit == Unit::Percent {
        let points = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or_default();
        return Written::Text(format!("{} %", points.normalize()));
    }
    match value.to_i64().filter(|_| value.fract().is_zero()) {
        Some(whole) => Written::Whole(whole),
        None => Written::Text(value.to_string()),
    }
}

fn number_form(unit: Unit, scale: u8) -> &'static str {
    match (unit, scale) {
        (Unit::Percent, _) => "a percentage such as `55 %`",
        (_, 0) => "a whole number",
        (_, _) => "a whole number or a text such as `12.50`",
    }
}

/// A decimal in machine notation: a point before the decimals and nothing between the digits.
fn decimal(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(decimals) {
        return None;
    }
    Decimal::from_str_exact(text).ok()
}

fn power_of_ten(exponent: u8) -> Option<Decimal> {
    10i64.checked_pow(u32::from(exponent)).map(Decimal::from)
}

/// The first and last day number of a day or a month.
fn read_days(written: &Written) -> Result<(i64, i64), String> {
    let Written::Text(text) = written else {
        return Err(unfit(written));
    };
    if let Ok(day) = text.parse::<Date>() {
        return Ok((day.day_number(), day.day_number()));
    }
    if let Ok(first) = format!("{text}-01").parse::<Date>() {
        let parts = first.parts();
        if let Some((first, last)) = Date::month(parts.year, parts.month) {
            return Ok((first.day_number(), last.day_number()));
        }
    }
    let looks_like_a_day = text.len() == 10 && text.bytes().filter(|byte| *byte == b'-').count() == 2;
    Err(if looks_like_a_day {
        format!("`{text}` is not a day of the calendar, written year-month-day")
    } else {
        unfit(written)
    })
}

fn write_days(slot: Slot) -> Written {
    let first = Date::from_day_number(slot.low);
    let parts = first.parts();
    let month = Date::month(parts.year, parts.month);
    let whole_month =
        month.is_some_and(|(from, to)| from.day_number() == slot.low && to.day_number() == slot.high);
    if whole_month {
        let day = first.to_string();
        return text(day.strip_suffix("-01").unwrap_or(&day));
    }
    write_range(slot, |day| text(&Date::from_day_number(day).to_string()))
}

// Places

fn read_place(rulebook: &Rulebook, written: &Written) -> Result<Slot, String> {
    match written {
        Written::Text(code) => municipality(rulebook, code).map(Slot::exactly),
        Written::Table(entries) => match only(entries, "province") {
            Some(Written::Text(name)) => province(rulebook, name),
            Some(_) => Err(unfit(written)),
            None => read_range(written, |end| match end {
                Written::Text(code) => municipality(rulebook, code).map(|row| (row, row)),
                Written::Bool(_) | Written::Whole(_) | Written::List(_) | Written::Table(_) => {
                    Err(unfit(end))
                }
            }),
        },
        Written::Bool(_) | Written::Whole(_) | Written::List(_) => Err(unfit(written)),
    }
}

fn municipality(rulebook: &Rulebook, code: &str) -> Result<i64, String> {
    let all = &rulebook.municipalities;
    if let Some(row) = all.iter().position(|one| one.code == code) {
        return i64::try_from(row).map_err(|_| format!("there is no municipality `{code}`"));
    }
    let by_name = all.iter().find(|one| {
        let mut names = one.aliases.iter().chain([&one.name]);
        names.any(|name| name.to_lowercase() == code.to_lowercase())
    });
    Err(match by_name {
        Some(one) => format!("`{code}` is a name: write its code `{}`", one.code),
        None => format!("there is no municipality `{code}`"),
    })
}

fn province(rulebook: &Rulebook, name: &str) -> Result<Slot, String> {
    let found = rulebook.provinces.iter().find(|one| one.name == name);
    if let Some(one) = found {
        return Ok(Slot::between(i64::from(one.first), i64::from(one.last)));
    }
    let names = rulebook.provinces.iter().map(|one| one.name.as_str());
    Err(match nearest(name, names) {
        Some(near) => format!("there is no province `{name}`: did you mean `{near}`?"),
        None => format!("there is no province `{name}`"),
    })
}

fn write_place(rulebook: &Rulebook, slot: Slot) -> Written {
    let province = rulebook
        .provinces
        .iter()
        .find(|one| (i64::from(one.first), i64::from(one.last)) == (slot.low, slot.high));
    match province {
        Some(one) if slot.low != slot.high => table([("province", text(&one.name))]),
        Some(_) | None => write_range(slot, |row| {
            let row = usize::try_from(row).unwrap_or(usize::MAX);
            let code = rulebook.municipalities.get(row).map(|one| one.code.as_str());
            text(code.unwrap_or_default())
        }),
    }
}
