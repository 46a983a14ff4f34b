//! The small rulebook, and an advice over it.

use std::path::Path;
use std::sync::LazyLock;
use steunwijzer_advisor::answers_file;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::View;
use steunwijzer_compiler::{Edition, compile};
use steunwijzer_engine::advice::{Advice, OpenQuestion};
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{ListId, QuestionId, Rulebook, SchemeId};
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

/// Arbitrary answers: the numbers say which question gets which part of its values.
pub(crate) fn answered(choices: &[(u8, u64)]) -> Answers {
    let rulebook = rulebook();
    let mut answers = Answers::new(rulebook);
    let list = ListId(0);
    let _row = answers.add_record(rulebook, list);
    for (which, part) in choices {
        let row = u16::from(*which) % u16::try_from(rulebook.questions.len()).unwrap();
        let question = &rulebook.questions[usize::from(row)];
        let whose = question.list.map_or(Whose::Organisation, |list| Whose::Record(list, 0));
        let mut slot = question.answer.anything(rulebook.municipalities.len());
        let width = u64::try_from(slot.high - slot.low).unwrap();
        slot.high = slot.low + i64::try_from(part % (width + 1)).unwrap();
        let answer = if part % 5 == 0 { Answer::NotKnown } else { Answer::Known(slot) };
        // What the question does not take is left out.
        let _taken = answers.set(rulebook, QuestionId(row), whose, Some(answer));
    }
    answers
}

/// Answers with their advice.
pub(crate) struct Told {
    answers: Answers,
    advice: Advice,
    questions: Vec<OpenQuestion>,
}

impl Told {
    pub(crate) fn on(as_on: &str, answers: &str) -> Told {
        Told::of(answers_file::read(rulebook(), answers).unwrap(), day(as_on))
    }

    pub(crate) fn of(answers: Answers, as_on: Date) -> Told {
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
