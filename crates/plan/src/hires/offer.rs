//! A scheme for one hire.

use super::labour::total_row;
use rust_decimal::Decimal;
use steunwijzer_engine::advice::{SubjectAdvice, Verdict};
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{ParameterId, Rulebook, SchemeId};

/// A scheme with what the advice says of it for one hire: verdict, reason, conditions and lines with
/// their figures.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// Which.
    pub scheme: SchemeId,
    /// The judgement.
    pub advice: &'a SubjectAdvice,
}

impl Offer<'_> {
    /// Whether it is not ruled out.
    pub fn is_possible(self) -> bool {
        self.advice.verdict != Verdict::DoesNotFit
    }

    /// The value of a line, by its row; zero when the scheme does not fit, since it then gives nothing.
    pub fn line(self, row: usize) -> Number {
        if !self.is_possible() {
            return zero();
        }
        let lines = self.advice.amounts.iter();
        let line = lines.into_iter().find(|line| usize::from(line.line) == row);
        line.map_or(Number::Unknown, |line| line.value)
    }

    /// The headline amount.
    pub fn total(self, rulebook: &Rulebook) -> Number {
        let row = rulebook.schemes.get(self.scheme.row()).and_then(total_row);
        row.map_or(Number::Unknown, |row| self.line(row))
    }

    /// What it adds to a sum: in full if it fits, from zero if it may fit.
    pub fn counts(self, rulebook: &Rulebook) -> Number {
        weighed(self.advice.verdict, self.total(rulebook))
    }

    /// A figure that its lines used.
    pub fn figure(self, parameter: ParameterId) -> Number {
        let figures = self.advice.amounts.iter().flat_map(|line| &line.figures);
        let used = figures.into_iter().find(|figure| figure.parameter == parameter);
        used.map_or(Number::Unknown, |figure| figure.value)
    }
}

/// What an amount adds to a sum, by the verdict.
pub(crate) fn weighed(verdict: Verdict, amount: Number) -> Number {
    match verdict {
        Verdict::Fits => amount,
        Verdict::CannotTell => amount.hull(zero()),
        Verdict::DoesNotFit => zero(),
    }
}

/// Exactly nothing.
pub(crate) fn zero() -> Number {
    Number::exactly(Decimal::ZERO)
}
