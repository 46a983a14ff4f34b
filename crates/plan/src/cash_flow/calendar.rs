//! Months, and the days of them that somebody works, as far as start and end are known.

use crate::hires::{Labour, zero};
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::{Date, Months};
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{AnswerType, QuestionId, Rulebook};

/// A calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Month {
    pub(super) first: Date,
    /// The first day of the next month.
    pub(super) next: Date,
}

/// Months from that of a day on.
pub(super) fn months_from(day: Date, count: usize) -> Vec<Month> {
    let parts = day.parts();
    let first = Date::new(parts.year, parts.month, 1).unwrap_or(day);
    let at = |row: i32| first.plus_months(Months(row));
    (0i32..).take(count).map(|row| Month { first: at(row), next: at(row.saturating_add(1)) }).collect()
}

impl Month {
    /// How many days it has.
    pub(super) fn days(self) -> i64 {
        (self.next.day_number() - self.first.day_number()).max(1)
    }

    fn overlap(self, from: Date, until: Date) -> i64 {
        let (from, until) = (from.max(self.first), until.min(self.next));
        (until.day_number() - from.day_number()).max(0)
    }
}

/// A period of which the first day, and the day after the last, are each known to within limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) from: (Date, Date),
    pub(super) until: (Date, Date),
}

impl Period {
    /// The part of a month inside it, from 0 to 1: the days certainly and possibly inside. To be used as
    /// a numerator over [`Month::days`], so that nothing is lost by dividing early.
    pub(super) fn days_in(self, month: Month) -> Number {
        let least = month.overlap(self.from.1, self.until.0);
        let most = month.overlap(self.from.0, self.until.1);
        Number::Between(least.into(), most.max(least).into())
    }

    /// Ends not after this day.
    pub(super) fn cut(self, (first, last): (Date, Date)) -> Period {
        Period { until: (self.until.0.min(first), self.until.1.min(last)), ..self }
    }

    /// Begins not before this day.
    pub(super) fn after(self, (first, last): (Date, Date)) -> Period {
        Period { from: (self.from.0.max(first), self.from.1.max(last)), ..self }
    }

    /// Whether the last day lies in this month: certainly, and possibly.
    pub(super) fn ends_in(self, month: Month) -> (bool, bool) {
        let inside = |day: Date| month.first < day && day <= month.next;
        let possibly = self.until.0 <= month.next && month.first < self.until.1;
        (inside(self.until.0) && inside(self.until.1), possibly)
    }
}

/// The amount of a whole month for the days inside a period, rounded to the cent. No days cost nothing,
/// also when the amount is not known.
pub(super) fn part_of(month: Month, whole: Number, days: Number) -> Number {
    if days == zero() {
        return zero();
    }
    cents(whole.times(days).over(Number::exactly(month.days().into())))
}

/// Rounded as shown.
pub(super) fn cents(amount: Number) -> Number {
    amount.rounded(steunwijzer_engine::number::Rounding::HalfUp, 2)
}

/// The limits of an ordered answer; `None` if it was not given or not known.
fn told(rulebook: &Rulebook, answers: &Answers, question: QuestionId, whose: Whose) -> Option<(i64, i64)> {
    let question = rulebook.questions.get(question.row())?;
    match answers.get(question, whose)? {
        Answer::Known(slot) => Some((slot.low, slot.high)),
        Answer::NotKnown => None,
    }
}

/// The first working day, as far as told.
pub(super) fn start(
    rulebook: &Rulebook,
    labour: &Labour,
    answers: &Answers,
    whose: Whose,
) -> Option<(Date, Date)> {
    let (first, last) = told(rulebook, answers, labour.start, whose)?;
    Some((Date::from_day_number(first), Date::from_day_number(last)))
}

/// The age on the first working day, as far as told.
pub(super) fn age(
    rulebook: &Rulebook,
    labour: &Labour,
    answers: &Answers,
    whose: Whose,
) -> Option<(i64, i64)> {
    told(rulebook, answers, labour.age, whose)
}

/// The job: from the first working day, for the length told. The most that can be answered stands for
/// a permanent job. `lasts` tells whether a job without a length goes on.
pub(super) fn job(
    rulebook: &Rulebook,
    labour: &Labour,
    answers: &Answers,
    whose: Whose,
    lasts: bool,
) -> Period {
    let from = start(rulebook, labour, answers, whose).unwrap_or((Date::MIN, Date::MAX));
    let Some(length) = told(rulebook, answers, labour.contract, whose) else {
        let until = if lasts { Date::MAX } else { from.0 };
        return Period { from, until: (until, Date::MAX) };
    };
    let permanent =
        rulebook.questions.get(labour.contract.row()).map_or(i64::MAX, |question| match &question.answer {
            AnswerType::Number { max, .. } => *max,
            AnswerType::YesNo
            | AnswerType::Choice(_)
            | AnswerType::Choices(_)
            | AnswerType::Date { .. }
            | AnswerType::Place => i64::MAX,
        });
    let end = |start: Date, months: i64| {
        if months >= permanent {
            return Date::MAX;
        }
        start.plus_months(Months(i32::try_from(months).unwrap_or(i32::MAX)))
    };
    Period { from, until: (end(from.0, length.0), end(from.1, length.1)) }
}
