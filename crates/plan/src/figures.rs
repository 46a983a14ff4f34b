//! Dated figures of the rulebook, read for one day, and the names that must be in it.

use rust_decimal::Decimal;
use std::fmt;
use steunwijzer_engine::advice::{Assumption, FigureUsed};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{Figures, Parameter, ParameterId, ParameterValue, Rulebook};

/// A rulebook lacks something that a part of the plan reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingRule {
    /// What kind of thing: `parameter`, `question`, `list`, `option`.
    pub kind: &'static str,
    /// Its name.
    pub id: String,
}

impl fmt::Display for MissingRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the rulebook has no {} `{}`", self.kind, self.id)
    }
}

impl std::error::Error for MissingRule {}

/// The row that was found, or which name is missing.
pub(crate) fn required<T>(found: Option<T>, kind: &'static str, id: &str) -> Result<T, MissingRule> {
    found.ok_or_else(|| MissingRule { kind, id: id.to_owned() })
}

/// The parameter with this name.
pub(crate) fn parameter(rulebook: &Rulebook, id: &str) -> Result<ParameterId, MissingRule> {
    required(rulebook.parameter_id(id), "parameter", id)
}

/// Reads figures for an advice of one day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'r> {
    pub(crate) rulebook: &'r Rulebook,
    /// The day of the advice: decides which figures are only assumed.
    pub(crate) as_on: Date,
}

impl Reader<'_> {
    /// A figure without a key on a day; unknown on a day without a value.
    pub(crate) fn on(self, parameter: ParameterId, day: Date) -> FigureUsed {
        self.by_key(parameter, 0, day)
    }

    /// A figure on a day, by its key.
    pub(crate) fn by_key(self, parameter: ParameterId, key: i32, day: Date) -> FigureUsed {
        let unknown = FigureUsed { parameter, value: Number::Unknown, row: None, assumption: None };
        let Some(figures) = self.rulebook.parameters.get(parameter.row()) else {
            return unknown;
        };
        let in_force = |value: &ParameterValue| {
            value.from <= day && value.until.is_none_or(|until| day <= until) && day < next(figures, value)
        };
        let Some(row) = figures.values.iter().position(in_force) else {
            return match &figures.when_unknown {
                Some(range) => FigureUsed {
                    value: Number::Between(range.from, range.to),
                    assumption: Some(Assumption::RangeAssumed(range.text)),
                    ..unknown
                },
                None => unknown,
            };
        };
        let found = figures.values.get(row);
        FigureUsed {
            value: found.map_or(Number::Unknown, |value| of_key(&value.figures, key)),
            row: u16::try_from(row).ok(),
            assumption: found.and_then(|value| self.not_seen_since(figures, value)),
            ..unknown
        }
    }

    /// Days on which a figure changes: the first of each value, and the day after each last.
    pub(crate) fn changes(self, parameter: ParameterId) -> impl Iterator<Item = Date> {
        let values = self.rulebook.parameters.get(parameter.row()).map_or(&[][..], |found| &found.values);
        values
            .iter()
            .flat_map(|value| [Some(value.from), value.until.map(|until| until.plus_days(1))])
            .flatten()
    }

    /// A figure without a last day, after the day on which it had to be looked at again.
    fn not_seen_since(self, parameter: &Parameter, value: &ParameterValue) -> Option<Assumption> {
        let review = parameter.review.filter(|review| self.as_on > *review && value.until.is_none())?;
        let cited = value.sources.iter().filter_map(|at| self.rulebook.sources.get(at.source.row()));
        let checked = cited.map(|source| source.checked).max();
        Some(Assumption::NotSeenSince(checked.map_or(review, |checked| checked.min(review))))
    }
}

/// The first day of the value after this one: a value without a last day ends there.
fn next(parameter: &Parameter, value: &ParameterValue) -> Date {
    let later = parameter.values.iter().map(|other| other.from).filter(|from| *from > value.from);
    later.min().unwrap_or(Date::MAX)
}

fn of_key(figures: &Figures, key: i32) -> Number {
    match figures {
        Figures::One(figure) => Number::exactly(*figure),
        Figures::ByKey { first, figures } => {
            let row = usize::try_from(i64::from(key) - i64::from(*first)).ok();
            let figure = row.and_then(|row| figures.get(row.min(figures.len().saturating_sub(1))));
            figure.map_or(Number::Unknown, |figure| Number::exactly(*figure))
        }
    }
}

/// A share kept between 0 and 1; anything when it is not known.
pub(crate) fn share_of_one(share: Number) -> Number {
    match share {
        Number::Unknown => Number::Between(Decimal::ZERO, Decimal::ONE),
        Number::Between(low, high) => {
            let inside = |value: Decimal| value.clamp(Decimal::ZERO, Decimal::ONE);
            Number::Between(inside(low), inside(high))
        }
    }
}
