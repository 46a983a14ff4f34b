//! The paper and the files to take along, over the rules of this edition.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "helpers of tests")]

mod calendar;
mod pages;
mod table;

use std::sync::LazyLock;
use steunwijzer_advisor::answers_file;
use steunwijzer_advisor::case::Case;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::municipal::Side;
use steunwijzer_advisor::paper::Paper;
use steunwijzer_advisor::present::View;
use steunwijzer_engine::rulebook::{Rulebook, Words};
use steunwijzer_engine::{advise, open_questions};
use steunwijzer_rules as rules;

pub(crate) static BOOK: LazyLock<Rulebook> = LazyLock::new(rules::rulebook);
static NL: LazyLock<Words> = LazyLock::new(|| words(rules::WORDS_NL, rules::SCHEMES_NL));
static EN: LazyLock<Words> = LazyLock::new(|| words(rules::WORDS_EN, rules::SCHEMES_EN));

fn words(questions: &[u8], schemes: &[u8]) -> Words {
    let questions = rules::words(questions).unwrap();
    questions.with_schemes(rules::scheme_words(schemes).unwrap()).unwrap()
}

/// The hire of S6: everything told, the start on 1 December 2026.
pub(crate) const TILBURG: &str = r#"{ "org.legal_form": "vof", "org.place": "GM0855", "org.founded": "2023-11",
    "hires": [{ "place": "GM0855", "age": 27, "hours": 28, "loonwaarde": "55 %", "start": "2026-12-01",
    "pays_minimum": true, "register": true, "lks_group": true, "job_kind": "ordinary", "benefit": "bijstand",
    "history": "none", "lkv_statement": "?" }] }"#;

/// The caller of S8.
pub(crate) const ALMERE: &str = r#"{ "org.place": "GM0034", "org.legal_form": "stichting",
    "hires": [{ "register": true }, { "register": true }],
    "needs": [{ "purpose": "equipment", "amount": 22000 }] }"#;

/// Answers that cannot all be true.
pub(crate) const CLASH: &str = r#"{ "org.legal_form": "eenmanszaak", "org.anbi": true, "org.fte": "?" }"#;

/// What the view of these answers on 22 November 2026 gives.
pub(crate) fn view<T>(lang: Lang, answers: &str, look: impl FnOnce(&View<'_>) -> T) -> T {
    let answers = answers_file::read(&BOOK, answers).expect("answers");
    let day = "2026-11-22".parse().unwrap();
    let advice = advise(&BOOK, &answers, day);
    let questions = open_questions(&BOOK, &answers, day);
    let words: &Words = match lang {
        Lang::Nl => &NL,
        Lang::En => &EN,
    };
    look(&View { rulebook: &BOOK, words, lang, answers: &answers, advice: &advice, questions: &questions })
}

pub(crate) fn paper(answers: &str) -> Paper {
    view(Lang::Nl, answers, |view| view.paper(None))
}

pub(crate) fn paper_of_desk(answers: &str) -> Paper {
    let data = rules::municipal(rules::MUNICIPAL_NL).unwrap();
    view(Lang::Nl, answers, |view| {
        let side = Side { data: &data, view: *view };
        view.paper(Some((&side, &Case::default())))
    })
}
