//! The glossary: every word is found where it stands, explained, and rests on a source we have.

use crate::people::{BOOK, EN, LUNCHROOM, NL, look};
use steunwijzer_advisor::glossary::{Term, terms_in};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_engine::rulebook::{TextId, Words};

fn names(text: &str) -> Vec<&'static str> {
    terms_in(Lang::Nl, text).into_iter().map(|term| term.name(Lang::Nl)).collect()
}

#[test]
fn a_word_is_found_in_the_order_in_which_it_stands_and_once() {
    let text = "Bij een ANBI telt de Loonwaarde niet. De loonwaarde meet een deskundige.";
    assert_eq!(names(text), ["een ANBI", "loonwaarde"]);
}

#[test]
fn a_part_of_a_word_is_not_that_word() {
    assert_eq!(names("De Urbanbio-loonwaardemeting van fted."), [] as [&str; 0]);
}

#[test]
fn a_form_is_found_behind_a_quote_or_before_a_dot() {
    assert_eq!(names("Kies ‘onderpand’. Of een borg."), ["onderpand", "een garantie of borgstelling"]);
}

#[test]
fn letters_of_more_than_one_byte_around_a_word_do_no_harm() {
    assert_eq!(names("é fte é"), ["fte"]);
    assert_eq!(names("éfteé"), [] as [&str; 0]);
}

#[test]
fn every_source_of_an_explanation_is_a_source_of_the_rules() {
    for id in Term::all().filter_map(Term::source) {
        assert!(BOOK.sources.iter().any(|source| source.id == id), "{id}");
    }
}

#[test]
fn what_claims_a_fact_shows_its_source_with_its_date() {
    look(LUNCHROOM, |view| {
        let term = terms_in(Lang::Nl, "loonwaarde")[0];
        let explained = view.explained(term);
        assert_eq!(explained.question, "Wat is loonwaarde?");
        assert!(explained.citation.unwrap().checked.starts_with("nagekeken op "));
    });
}

#[test]
fn every_word_stands_in_a_text_of_the_rules_in_both_languages() {
    for (lang, words) in [(Lang::Nl, &*NL), (Lang::En, &*EN)] {
        let all = all_texts(words);
        let found = terms_in(lang, &all);
        let missing: Vec<&str> =
            Term::all().filter(|term| !found.contains(term)).map(|term| term.name(lang)).collect();
        assert_eq!(missing, [] as [&str; 0], "{lang:?}");
    }
}

fn all_texts(words: &Words) -> String {
    let count = u32::try_from(words.count()).unwrap();
    let texts = (0..count).map(|row| words.get(TextId(row)));
    texts.collect::<Vec<&str>>().join("\n")
}
