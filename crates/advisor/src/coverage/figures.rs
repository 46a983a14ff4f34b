//! Figures that must be looked at again.

use super::SOON;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::order::in_order;
use steunwijzer_engine::rulebook::{Parameter, ParameterId, Rulebook};

/// A figure that must be looked at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureDue {
    /// Which.
    pub parameter: ParameterId,
    /// Why.
    pub state: FigureState,
}

/// Why a figure must be looked at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureState {
    /// The last figure ended on this day; there is none for the day of the count.
    Ended(Date),
    /// The figure in force has no last day, and its review date has passed.
    PastReview(Date),
    /// The figure in force ends soon, on this day, and no later one is known.
    Ends(Date),
}

impl FigureState {
    /// The day it is about.
    pub fn day(self) -> Date {
        match self {
            FigureState::Ended(day) | FigureState::PastReview(day) | FigureState::Ends(day) => day,
        }
    }
}

/// Figures that must be looked at again, the earliest day first.
pub(super) fn due(rulebook: &Rulebook, as_on: Date) -> Vec<FigureDue> {
    let states = (0u16..).zip(&rulebook.parameters).filter_map(|(row, parameter)| {
        Some(FigureDue { parameter: ParameterId(row), state: state(parameter, as_on)? })
    });
    in_order(states, |figure| figure.state.day())
}

fn state(parameter: &Parameter, as_on: Date) -> Option<FigureState> {
    // Values are sorted by their first day, without overlap.
    let last = parameter.values.iter().rfind(|value| value.from <= as_on)?;
    let Some(until) = last.until else {
        return parameter.review.filter(|review| as_on > *review).map(FigureState::PastReview);
    };
    let followed = parameter.values.iter().any(|value| value.from > as_on);
    if until < as_on {
        return Some(FigureState::Ended(until));
    }
    (!followed && until <= as_on.plus_days(SOON)).then_some(FigureState::Ends(until))
}
