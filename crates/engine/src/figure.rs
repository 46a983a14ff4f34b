//! Reads dated figures: on a day, by a key, with what is only assumed.

use crate::advice::{Assumption, FigureUsed};
use crate::date::Date;
use crate::number::Number;
use crate::rulebook::{Figures, Parameter, ParameterId, ParameterValue, Rulebook, Source};

/// Reads the figures of a rulebook for an advice of one day.
#[derive(Clone, Copy, Debug)]
pub struct FigureReader<'r> {
    /// Where the figures stand.
    pub rulebook: &'r Rulebook,
    /// The day of the advice: decides which figures are only assumed.
    pub as_on: Date,
}

impl FigureReader<'_> {
    /// A figure without a key on a day; unknown on a day without a value.
    pub fn on(self, parameter: ParameterId, day: Date) -> FigureUsed {
        self.by_key(parameter, 0, day)
    }

    /// A figure on a day, by its key.
    pub fn by_key(self, parameter: ParameterId, key: i32, day: Date) -> FigureUsed {
        self.within(parameter, (day, day), (key, key))
    }

    /// A figure on these days, for these keys: the hull over all that are possible.
    pub fn within(self, parameter: ParameterId, days: (Date, Date), keys: (i32, i32)) -> FigureUsed {
        let unknown = FigureUsed { parameter, value: Number::Unknown, row: None, assumption: None };
        let Some(figures) = self.rulebook.parameters.get(parameter.row()) else {
            return unknown;
        };
        match found(figures, days, keys) {
            Found::Everywhere(value, row) => {
                let in_force = row.and_then(|row| figures.values.get(usize::from(row)));
                let stale = in_force
                    .and_then(|value| not_seen_since(figures, value, self.as_on, &self.rulebook.sources));
                FigureUsed { value, row, assumption: stale.map(Assumption::NotSeenSince), ..unknown }
            }
            Found::InPart(seen) => assumed(figures, seen, unknown),
        }
    }

    /// Days on which a figure changes: the first of each value, and the day after each last.
    pub fn changes(self, parameter: ParameterId) -> impl Iterator<Item = Date> {
        let values = self.rulebook.parameters.get(parameter.row()).map_or(&[][..], |found| &found.values);
        let days = values.iter().map(|value| [Some(value.from), value.until.map(|until| until.plus_days(1))]);
        days.flatten().flatten()
    }
}

/// What the values of a parameter say of some days.
enum Found {
    /// A figure on each of them: the hull, and the row if a single one applied.
    Everywhere(Number, Option<u16>),
    /// Days or keys are left without a figure; the hull of those that have one.
    InPart(Option<Number>),
}

fn found(parameter: &Parameter, (first, last): (Date, Date), keys: (i32, i32)) -> Found {
    let mut found: Option<Number> = None;
    let mut rows = None;
    let mut uncovered = first; // the first day for which no value was seen yet
    let mut complete = false;
    for (row, value) in parameter.values.iter().enumerate() {
        let until = value.until.unwrap_or(Date::MAX);
        if until < first || value.from > last {
            continue;
        }
        if value.from > uncovered {
            break;
        }
        let number = by_key(&value.figures, keys);
        found = Some(found.map_or(number, |seen| seen.hull(number)));
        rows = if rows.is_none() { Some(row) } else { Some(usize::MAX) };
        if until >= last {
            complete = true;
            break;
        }
        uncovered = until.plus_days(1);
    }
    match (found, complete) {
        (Some(value @ Number::Between(..)), true) => {
            Found::Everywhere(value, rows.and_then(|row| u16::try_from(row).ok()))
        }
        (Some(_) | None, _) => Found::InPart(found),
    }
}

/// The day since which a figure without a last day was not seen, once its review date has passed. A
/// figure of a closed period stays what it was.
fn not_seen_since(
    parameter: &Parameter,
    figures: &ParameterValue,
    as_on: Date,
    sources: &[Source],
) -> Option<Date> {
    let review = parameter.review.filter(|review| as_on > *review && figures.until.is_none())?;
    let cited = figures.sources.iter().filter_map(|citation| sources.get(citation.source.row()));
    let checked = cited.map(|source| source.checked).max();
    Some(checked.map_or(review, |checked| checked.min(review)))
}

fn assumed(parameter: &Parameter, found: Option<Number>, unknown: FigureUsed) -> FigureUsed {
    let Some(range) = &parameter.when_unknown else {
        return unknown;
    };
    let value = Number::Between(range.from, range.to);
    let value = match found {
        Some(seen @ Number::Between(..)) => value.hull(seen),
        Some(Number::Unknown) | None => value,
    };
    FigureUsed { value, assumption: Some(Assumption::RangeAssumed(range.text)), ..unknown }
}

fn by_key(figures: &Figures, (low, high): (i32, i32)) -> Number {
    match figures {
        Figures::One(figure) => Number::exactly(*figure),
        Figures::ByKey { first, .. } if low < *first => Number::Unknown,
        Figures::ByKey { first, figures } => {
            let row = |key: i32| {
                let row = usize::try_from(i64::from(key) - i64::from(*first)).unwrap_or(0);
                row.min(figures.len().saturating_sub(1))
            };
            let possible = figures.get(row(low)..=row(high).max(row(low))).unwrap_or(&[]);
            match (possible.iter().min(), possible.iter().max()) {
                (Some(lowest), Some(highest)) => Number::Between(*lowest, *highest),
                (None, _) | (_, None) => Number::Unknown,
            }
        }
    }
}
