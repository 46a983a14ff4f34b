//! What we ask: topics, lists, questions, conflicts.

use super::{ListId, QuestionId, TextId};
use crate::date::Date;
use crate::expression::NodeId;
use crate::slot::Slot;
use serde::{Deserialize, Serialize};

/// A page of the interview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Its name in the rule files.
    pub id: String,
    /// Its title.
    pub title: TextId,
    /// The list whose records it asks about, if any.
    pub list: Option<ListId>,
    /// Its questions, in the order of the file.
    pub questions: Vec<QuestionId>,
}

/// Records that a visitor tells: hires, needs, received aid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// The name of the list (`hires`).
    pub id: String,
    /// The name of one record (`hire`).
    pub item: String,
    /// The most records it can have.
    pub max: u16,
    /// The number of questions about one record.
    pub width: u16,
    /// What is true when the list is told as empty: "u neemt niemand aan".
    pub none: TextId,
}

/// What we ask.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Its name: `org.legal_form`, `hire.hours`.
    pub id: String,
    /// The list it belongs to; none for the organisation.
    pub list: Option<ListId>,
    /// Its place in a record of that list, or in the answers of the organisation.
    pub slot: u16,
    /// What an answer is.
    pub answer: AnswerType,
    /// Whether the visitor can choose to make it different.
    pub changeable: bool,
    /// How hard it is to answer: 1 known by heart, 2 look it up, 3 ask somebody.
    pub burden: u8,
    /// Asked only if this is true.
    pub ask_if: Option<NodeId>,
    /// The value when it does not apply.
    pub otherwise: Option<Slot>,
    /// The question in full.
    pub ask: TextId,
    /// A label for lists and tables.
    pub short: TextId,
    /// Where to find the answer; may be empty.
    pub help: TextId,
    /// Why we ask.
    pub why: TextId,
}

/// The kind of answer a question takes, with its bounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum AnswerType {
    /// Yes or no.
    YesNo,
    /// One of these options (at most 60).
    Choice(Vec<ChoiceOption>),
    /// Any number of these options (at most 60).
    Choices(Vec<ChoiceOption>),
    /// A number: whole multiples of `10^-scale`, from `min` to `max` in those units. Of a percentage
    /// it is the *share* that is scaled: 55 % at scale 4 is 5500 (0.5500).
    Number {
        /// What the number counts.
        unit: Unit,
        /// Decimals.
        scale: u8,
        /// The lowest value, scaled.
        min: i64,
        /// The highest value, scaled.
        max: i64,
        /// The label of the unit behind the field, for plain numbers; may be empty.
        label: TextId,
    },
    /// A day, from the first to the last day number.
    Date {
        /// The first day that can be answered.
        min: Date,
        /// The last day that can be answered.
        max: Date,
    },
    /// A municipality.
    Place,
}

/// What a number counts; decides how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// A bare number.
    Plain,
    /// Euro.
    Euro,
    /// Euro per hour.
    EuroPerHour,
    /// Euro per week.
    EuroPerWeek,
    /// Euro per month.
    EuroPerMonth,
    /// Euro per year.
    EuroPerYear,
    /// A share; the number 0.55 is written 55 %.
    Percent,
    /// Hours.
    Hours,
    /// Hours per week.
    HoursPerWeek,
    /// Hours per month.
    HoursPerMonth,
    /// Hours per year.
    HoursPerYear,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Weeks per year.
    WeeksPerYear,
    /// Months.
    Months,
    /// Months per year.
    MonthsPerYear,
}

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Money, in euro.
    Money,
    /// A part of a whole.
    Share,
    /// Time, or a bare number.
    Count,
}

impl Unit {
    /// What it measures.
    pub fn measure(self) -> Measure {
        match self {
            Unit::Euro | Unit::EuroPerHour | Unit::EuroPerWeek | Unit::EuroPerMonth | Unit::EuroPerYear => {
                Measure::Money
            }
            Unit::Percent => Measure::Share,
            Unit::Plain
            | Unit::Hours
            | Unit::HoursPerWeek
            | Unit::HoursPerMonth
            | Unit::HoursPerYear
            | Unit::Days
            | Unit::Weeks
            | Unit::WeeksPerYear
            | Unit::Months
            | Unit::MonthsPerYear => Measure::Count,
        }
    }
}

/// An option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceOption {
    /// Its name in the rule files.
    pub id: String,
    /// Its text.
    pub text: TextId,
}

/// Answers that cannot be true together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Its name.
    pub id: String,
    /// The list whose records it is judged for; none for the organisation.
    pub list: Option<ListId>,
    /// True when the answers clash.
    pub when: NodeId,
    /// The questions involved.
    pub questions: Vec<QuestionId>,
    /// What clashes.
    pub text: TextId,
}
