//! The desk over the rules of this edition.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod beside;
mod fitting;
mod search;
mod sheet;

use std::sync::LazyLock;
use steunwijzer_advisor::answers_file;
use steunwijzer_advisor::interview::Interview;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::municipal::Side;
use steunwijzer_advisor::present::View;
use steunwijzer_engine::advice::Advice;
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::municipal::Municipal;
use steunwijzer_engine::rulebook::{QuestionId, Rulebook, Words};
use steunwijzer_engine::{advise, open_questions};
use steunwijzer_rules as rules;

pub(crate) static BOOK: LazyLock<Rulebook> = LazyLock::new(rules::rulebook);
static NL: LazyLock<Words> = LazyLock::new(|| words(rules::WORDS_NL, rules::SCHEMES_NL));
static EN: LazyLock<Words> = LazyLock::new(|| words(rules::WORDS_EN, rules::SCHEMES_EN));
static SIDE_NL: LazyLock<Municipal> = LazyLock::new(|| side(rules::MUNICIPAL_NL));
static SIDE_EN: LazyLock<Municipal> = LazyLock::new(|| side(rules::MUNICIPAL_EN));

fn words(questions: &[u8], schemes: &[u8]) -> Words {
    let questions = rules::words(questions).expect("words");
    questions.with_schemes(rules::scheme_words(schemes).expect("words of schemes")).expect("one edition")
}

fn side(bytes: &[u8]) -> Municipal {
    rules::municipal(bytes).expect("the municipal side")
}

pub(crate) fn question(id: &str) -> QuestionId {
    BOOK.question_id(id).unwrap_or_else(|| panic!("no question {id}"))
}

/// What a caller told, on a day.
pub(crate) struct Caller {
    answers: Answers,
    day: Date,
    lang: Lang,
    advice: Advice,
}

impl Caller {
    pub(crate) fn told(answers: &str) -> Caller {
        Caller::on("2026-11-22", answers)
    }

    pub(crate) fn on(day: &str, answers: &str) -> Caller {
        let answers = answers_file::read(&BOOK, answers).expect("answers");
        let day = day.parse().expect("a day");
        let advice = advise(&BOOK, &answers, day);
        Caller { answers, day, lang: Lang::Nl, advice }
    }

    pub(crate) fn in_english(mut self) -> Caller {
        self.lang = Lang::En;
        self
    }

    pub(crate) fn advice(&self) -> &Advice {
        &self.advice
    }

    pub(crate) fn interview(&self) -> Interview {
        Interview { answers: self.answers.clone(), topic: 0, as_on: self.day, lang: self.lang }
    }

    pub(crate) fn words(&self) -> &'static Words {
        match self.lang {
            Lang::Nl => &NL,
            Lang::En => &EN,
        }
    }

    pub(crate) fn see<T>(&self, of: impl FnOnce(&View<'_>) -> T) -> T {
        let questions = open_questions(&BOOK, &self.answers, self.day);
        of(&View {
            rulebook: &BOOK,
            words: self.words(),
            lang: self.lang,
            answers: &self.answers,
            advice: &self.advice,
            questions: &questions,
        })
    }

    pub(crate) fn beside<T>(&self, of: impl FnOnce(&Side<'_>) -> T) -> T {
        let data = match self.lang {
            Lang::Nl => &*SIDE_NL,
            Lang::En => &*SIDE_EN,
        };
        self.see(|view| of(&Side { data, view: *view }))
    }
}
