//! Questions with their options, and conflicts.

use super::Described;
use crate::diff::thing::{Field, Said, Thing, ThingKind, Whom};
use steunwijzer_advisor::messages::{diff as say, overview};
use steunwijzer_advisor::show;
use steunwijzer_compiler::rule_text::options;
use steunwijzer_engine::answers::Answer;
use steunwijzer_engine::rulebook::{AnswerType, Conflict, Question, QuestionId};

impl Described<'_> {
    pub(super) fn questions(&self) -> Vec<Thing> {
        let all = (0u16..).zip(&self.rulebook.questions);
        all.map(|(row, question)| self.question(QuestionId(row), question)).collect()
    }

    fn question(&self, id: QuestionId, question: &Question) -> Thing {
        let users = self.rulebook.index.schemes_of.get(id.row());
        let whom = self.used_by(|scheme, _| users.is_some_and(|users| users.contains(&scheme)));
        let option = |option: &steunwijzer_engine::rulebook::ChoiceOption| Thing {
            kind: ThingKind::Option,
            id: option.id.clone(),
            name: self.word(option.text).to_owned(),
            fields: vec![(Field::Text, self.said(option.text))],
            parts: Vec::new(),
            whom: Whom::default(),
        };
        let asked_if = question.ask_if.map_or(String::new(), |node| self.rules().expression(node));
        let changeable = if question.changeable { overview::yes(self.lang) } else { overview::no(self.lang) };
        Thing {
            kind: ThingKind::Question,
            id: question.id.clone(),
            name: self.word(question.ask).to_owned(),
            fields: vec![
                (Field::Text, self.said(question.ask)),
                (Field::Bounds, Said::plain(self.bounds(question))),
                (Field::AskedIf, Said::plain(asked_if)),
                (Field::Otherwise, Said::plain(self.otherwise(question))),
                (Field::Changeable, Said::plain(changeable)),
                (Field::Help, self.said_all([question.help, question.why].into_iter())),
            ],
            parts: options(question).iter().map(option).collect(),
            whom,
        }
    }

    /// What may be answered, apart from options.
    fn bounds(&self, question: &Question) -> String {
        match question.answer {
            AnswerType::Number { .. } | AnswerType::Date { .. } => {
                let all = question.answer.anything(self.rulebook.municipalities.len());
                show::answer(self.lang, self.rulebook, self.words, question, Answer::Known(all))
            }
            AnswerType::YesNo => say::yes_no(self.lang).to_owned(),
            AnswerType::Choice(_) => say::choice(self.lang).to_owned(),
            AnswerType::Choices(_) => say::choices(self.lang).to_owned(),
            AnswerType::Place => say::place(self.lang).to_owned(),
        }
    }

    fn otherwise(&self, question: &Question) -> String {
        question.otherwise.map_or(String::new(), |slot| {
            show::answer(self.lang, self.rulebook, self.words, question, Answer::Known(slot))
        })
    }

    pub(super) fn conflicts(&self) -> Vec<Thing> {
        let conflict = |conflict: &Conflict| Thing {
            kind: ThingKind::Conflict,
            id: conflict.id.clone(),
            name: self.word(conflict.text).to_owned(),
            fields: vec![
                (Field::Test, Said::plain(self.rules().expression(conflict.when))),
                (Field::Text, self.said(conflict.text)),
            ],
            parts: Vec::new(),
            whom: Whom { questions: self.deciding(&conflict.questions), ..Whom::default() },
        };
        self.rulebook.conflicts.iter().map(conflict).collect()
    }
}
