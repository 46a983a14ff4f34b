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

mod choice;
mod ordered;
mod place;

use crate::answers::Answer;
use crate::rulebook::{AnswerType, Question, Rulebook};
use choice::{names, read_choice, read_choices, read_yes_no, write_choice, write_choices, write_yes_no};
use ordered::{number_form, read_days, read_number, read_range, write_days, write_number, write_range};
use place::{read_place, write_place};
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
        AnswerType::Choice(options) => write_choice(options, slot),
        AnswerType::Choices(options) => write_choices(options, slot),
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
