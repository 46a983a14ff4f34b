//! Reads dated figures: on a day, by a key, with what is only assumed.

use crate::advice::{Assumption, FigureUsed};
use crate::date::Date;
use crate::number::Number;
use crate::rulebook::{Figures, Parameter, ParameterId, ParameterValue, Rulebook, Source};

/// A parameter as read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Figure {
    pub(crate) value: Number,
    pub(crate) row: Option<u16>,
    pub(crate) assumption: Option<Assumption>,
}

impl Figure {
    pub(crate) const UNKNOWN: Figure = Figure { value: Number::Unknown, row: None, assumption: None };
}

impl Rulebook {
    /// A figure without keys on a day, with what is only assumed of it; none if there is no such row.
    pub fn figure_on(&self, parameter: ParameterId, day: Date) -> Option<FigureUsed> {
        let Figure { value, row, assumption } =
            figure(self.parameters.get(parameter.row())?, (day, day), (0, 0), day, &self.sources);
        Some(FigureUsed { parameter, value, row, assumption })
    }
}

/// The value of a parameter on these days, for these keys: the hull over all that are possible.
pub(crate) fn figure(
    parameter: &Parameter,
    (first, last): (Date, Date),
    keys: (i32, i32),
    as_on: Date,
    sources: &[Source],
) -> Figure {
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
    let row = rows.and_then(|row| u16::try_from(row).ok());
    match (found, complete) {
        (Some(value @ Number::Between(..)), true) => {
            let in_force = row.and_then(|row| parameter.values.get(usize::from(row)));
            let stale = in_force.and_then(|figures| not_seen_since(parameter, figures, as_on, sources));
            Figure { value, row, assumption: stale.map(Assumption::NotSeenSince) }
        }
        (Some(_) | None, _) => assumed(parameter, found),
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

fn assumed(parameter: &Parameter, found: Option<Number>) -> Figure {
    let Some(range) = &parameter.when_unknown else {
        return Figure::UNKNOWN;
    };
    let value = Number::Between(range.from, range.to);
    let value = match found {
        Some(seen @ Number::Between(..)) => value.hull(seen),
        Some(Number::Unknown) | None => value,
    };
    Figure { value, row: None, assumption: Some(Assumption::RangeAssumed(range.text)) }
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
