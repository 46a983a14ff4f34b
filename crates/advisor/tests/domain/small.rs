//! The small rulebook, and an advice over it.

use std::path::Path;
use std::sync::LazyLock;
use steunwijzer_advisor::answers_file;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::View;
use steunwijzer_compiler::{Edition, compile};
use steunwijzer_engine::advice::{Advice, OpenQuestion};
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{QuestionId, Rulebook, SchemeId};
use steunwijzer_engine::{advise, open_questions};

static EDITION: LazyLock<Edition> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../compiler/tests/rulebook");
    let compiled = compile(&folder);
    compiled.edition.unwrap_or_else(|| panic!("{:?}", compiled.diagnostics))
});

pub(crate) fn edition() -> &'static Edition {
    &EDITION
}

pub(crate) fn rulebook() -> &'static Rulebook {
    &EDITION.rulebook
}

pub(crate) fn question(id: &str) -> QuestionId {
    rulebook().question_id(id).unwrap()
}

pub(crate) fn scheme(id: &str) -> SchemeId {
    rulebook().scheme_id(id).unwrap()
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Answers with their advice.
pub(crate) struct Told {
    answers: Answers,
    advice: Advice,
    questions: Vec<OpenQuestion>,
}

impl Told {
    pub(crate) fn on(as_on: &str, answers: &str) -> Told {
        let answers = answers_file::read(rulebook(), answers).unwrap();
        let as_on = day(as_on);
        Told {
            advice: advise(rulebook(), &answers, as_on),
            questions: open_questions(rulebook(), &answers, as_on),
            answers,
        }
    }

    pub(crate) fn view(&self, lang: Lang) -> View<'_> {
        let words = match lang {
            Lang::Nl => &edition().nl,
            Lang::En => &edition().en,
        };
        View {
            rulebook: rulebook(),
            words,
            lang,
            answers: &self.answers,
            advice: &self.advice,
            questions: &self.questions,
        }
    }
}
