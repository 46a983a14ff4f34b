//! A question of any type, and words for it.

use steunwijzer_engine::rulebook::{AnswerType, Question, TextId, Unit, Words};

pub(crate) const EMPTY: TextId = TextId(0);
pub(crate) const LABEL: TextId = TextId(1);

/// A question whose label is the first word given.
pub(crate) fn question(answer: AnswerType) -> Question {
    Question {
        id: "hire.loonwaarde".to_owned(),
        list: None,
        slot: 0,
        answer,
        changeable: false,
        burden: 1,
        ask_if: None,
        otherwise: None,
        ask: EMPTY,
        short: LABEL,
        help: EMPTY,
        why: EMPTY,
    }
}

pub(crate) fn number(unit: Unit, scale: u8, min: i64, max: i64) -> AnswerType {
    AnswerType::Number { unit, scale, min, max, label: EMPTY }
}

pub(crate) fn words(label: &str) -> Words {
    Words::new(vec![String::new(), label.to_owned()], 2)
}
