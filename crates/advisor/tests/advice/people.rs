//! People of the scenarios, with their advice on 21 November 2026.

use std::sync::LazyLock;
use steunwijzer_advisor::answers_file;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::View;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{Rulebook, SchemeId, Words};
use steunwijzer_engine::{advise, open_questions};

pub(crate) static BOOK: LazyLock<Rulebook> = LazyLock::new(steunwijzer_rules::rulebook);
pub(crate) static NL: LazyLock<Words> =
    LazyLock::new(|| words(steunwijzer_rules::WORDS_NL, steunwijzer_rules::SCHEMES_NL));
pub(crate) static EN: LazyLock<Words> =
    LazyLock::new(|| words(steunwijzer_rules::WORDS_EN, steunwijzer_rules::SCHEMES_EN));

/// S6: a lunchroom in Tilburg hires somebody from 1 December.
pub(crate) const LUNCHROOM: &str = r#"{ "org.legal_form": "vof", "org.place": "GM0855", "hires": [
    { "place": "GM0855", "age": 27, "start": "2026-12-01", "hours": 28, "lks_group": true,
      "loonwaarde": "55 %", "pays_minimum": true, "register": true, "job_kind": "ordinary",
      "benefit": "bijstand" } ] }"#;

/// S14: no money wanted.
pub(crate) const NO_MONEY: &str = r#"{ "org.legal_form": "eenmanszaak", "org.place": "GM0546",
    "org.enterprise": true, "hires": [],
    "needs": [{ "purpose": "workspace", "amount": 0, "place": "GM0546" }] }"#;

fn words(questions: &[u8], schemes: &[u8]) -> Words {
    let schemes = steunwijzer_rules::scheme_words(schemes).expect("what is said of schemes");
    let words = steunwijzer_rules::words(questions).and_then(|words| words.with_schemes(schemes));
    words.expect("the words of this edition")
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

pub(crate) fn scheme(id: &str) -> SchemeId {
    BOOK.scheme_id(id).unwrap_or_else(|| panic!("no scheme {id}"))
}

/// Looks at the advice on these answers.
pub(crate) fn look<T>(answers: &str, of: impl FnOnce(&View<'_>) -> T) -> T {
    look_on("2026-11-21", answers, of)
}

pub(crate) fn look_on<T>(as_on: &str, answers: &str, of: impl FnOnce(&View<'_>) -> T) -> T {
    let answers = answers_file::read(&BOOK, answers).expect("answers");
    let advice = advise(&BOOK, &answers, day(as_on));
    let questions = open_questions(&BOOK, &answers, day(as_on));
    let (rulebook, words, lang) = (&*BOOK, &*NL, Lang::Nl);
    of(&View { rulebook, words, lang, answers: &answers, advice: &advice, questions: &questions })
}
