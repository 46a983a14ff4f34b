//! One letter chooses an option of the question that has the focus.

use super::Given;
use crate::entry::folded;
use crate::messages::show as shown;
use crate::present::View;
use steunwijzer_engine::rulebook::{AnswerType, QuestionId};
use steunwijzer_engine::slot::{NO, Slot, YES};

/// The answer that a letter stands for: the first option that begins with it; `?`: not known.
pub fn by_letter(view: &View<'_>, question: QuestionId, letter: &str) -> Option<Given> {
    if letter == "?" {
        return Some(Given::NotKnown);
    }
    let question = view.rulebook.questions.get(question.row())?;
    let letter = folded(letter);
    let begins = |text: &str| folded(text).starts_with(&letter);
    let slot = match &question.answer {
        AnswerType::YesNo if begins(shown::yes(view.lang)) => Slot::bits(YES),
        AnswerType::YesNo if begins(shown::no(view.lang)) => Slot::bits(NO),
        AnswerType::Choice(options) => {
            let mut rows = (0u8..).zip(options);
            Slot::option(rows.find(|(_, option)| begins(view.words.get(option.text)))?.0)
        }
        AnswerType::YesNo
        | AnswerType::Choices(_)
        | AnswerType::Number { .. }
        | AnswerType::Date { .. }
        | AnswerType::Place => return None,
    };
    Some(Given::Answer(slot))
}
