//! Answers as the sums take them.

use rust_decimal::Decimal;
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{AnswerType, ListId, Question, QuestionId, Rulebook};
use steunwijzer_engine::slot::{NO, Slot, YES};
use steunwijzer_engine::truth::Truth;

/// The answers to a calculator, by the ids of the questions.
#[derive(Clone, Copy)]
pub(super) struct Inputs<'a> {
    rulebook: &'a Rulebook,
    answers: &'a Answers,
    whose: Option<Whose>,
}

impl<'a> Inputs<'a> {
    pub(super) fn new(rulebook: &'a Rulebook, answers: &'a Answers) -> Inputs<'a> {
        Inputs { rulebook, answers, whose: None }
    }

    /// The same about one record of a list.
    pub(super) fn of(self, list: ListId, row: u16) -> Inputs<'a> {
        Inputs { whose: Some(Whose::Record(list, row)), ..self }
    }

    pub(super) fn id(&self, question: QuestionId) -> &'a str {
        self.rulebook.questions.get(question.row()).map_or("", |question| question.id.as_str())
    }

    fn answered(&self, id: &str) -> Option<(&'a Question, Answer)> {
        let rulebook = self.rulebook;
        let row = rulebook.question_id(id)?;
        let question = rulebook.questions.get(row.row())?;
        let whose = match (question.list, self.whose) {
            (None, _) => Whose::Organisation,
            (Some(_), Some(whose)) => whose,
            (Some(list), None) => Whose::Record(list, 0),
        };
        Some((question, self.answers.get(question, whose)?))
    }

    fn slot(&self, id: &str) -> Option<(&'a Question, Slot)> {
        match self.answered(id)? {
            (question, Answer::Known(slot)) => Some((question, slot)),
            (_, Answer::NotKnown) => None,
        }
    }

    /// Whether something was said, if only *weet ik niet*.
    pub(super) fn told(&self, id: &str) -> bool {
        self.answered(id).is_some()
    }

    /// A number; unknown if it was not told.
    pub(super) fn number(&self, id: &str) -> Number {
        match self.slot(id) {
            Some((Question { answer: AnswerType::Number { scale, .. }, .. }, slot)) => {
                let of = |value| Decimal::try_new(value, u32::from(*scale)).unwrap_or_default();
                Number::Between(of(slot.low), of(slot.high))
            }
            Some(_) | None => Number::Unknown,
        }
    }

    /// A whole number of months.
    pub(super) fn months(&self, id: &str) -> Option<(u32, u32)> {
        let (_, slot) = self.slot(id)?;
        Some((u32::try_from(slot.low).ok()?, u32::try_from(slot.high).ok()?))
    }

    /// Yes or no; open if it was not told.
    pub(super) fn truth(&self, id: &str) -> Truth {
        match self.slot(id).map(|(_, slot)| slot.low) {
            Some(YES) => Truth::Yes,
            Some(NO) => Truth::No,
            Some(_) | None => Truth::Open,
        }
    }

    /// The first and the last day that are possible.
    pub(super) fn days(&self, id: &str) -> Option<(Date, Date)> {
        let (_, slot) = self.slot(id)?;
        Some((Date::from_day_number(slot.low), Date::from_day_number(slot.high)))
    }

    /// The options that are still possible, by id; all if nothing was told.
    pub(super) fn options(&self, id: &str) -> Vec<&'a str> {
        let rulebook = self.rulebook;
        let question = rulebook.question_id(id).and_then(|row| rulebook.questions.get(row.row()));
        let Some(AnswerType::Choice(options)) = question.map(|question| &question.answer) else {
            return vec![];
        };
        let bits = self.slot(id).map_or(-1, |(_, slot)| slot.low);
        let chosen = (0u8..).zip(options).filter(|(row, _)| Slot::option(*row).low & bits != 0);
        chosen.map(|(_, option)| option.id.as_str()).collect()
    }
}
