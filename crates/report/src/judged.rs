//! Answers with the advice they give.

use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::View;
use steunwijzer_engine::advice::{Advice, OpenQuestion};
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{Rulebook, Words};
use steunwijzer_engine::{advise, open_questions};

/// Answers with the advice they give.
#[derive(Clone, Debug)]
pub struct Judged {
    /// What was told.
    pub answers: Answers,
    /// The judgement of it.
    pub advice: Advice,
    questions: Vec<OpenQuestion>,
}

impl Judged {
    /// Judges these answers on a day.
    pub fn new(rulebook: &Rulebook, answers: Answers, as_on: Date) -> Judged {
        let advice = advise(rulebook, &answers, as_on);
        let questions = open_questions(rulebook, &answers, as_on);
        Judged { answers, advice, questions }
    }

    /// The same with the words of its rulebook, to speak of it.
    pub fn view<'a>(&'a self, rulebook: &'a Rulebook, words: &'a Words, lang: Lang) -> View<'a> {
        View {
            rulebook,
            words,
            lang,
            answers: &self.answers,
            advice: &self.advice,
            questions: &self.questions,
        }
    }
}
