//! The embedded rulebook is the one that the rule files say.

use std::path::Path;
use steunwijzer_advisor::glossary::Term;
use steunwijzer_compiler::{Edition, compile};
use steunwijzer_engine::rulebook::AnswerType;
use steunwijzer_plan::hires::{INNER_NAMES, Labour};
use steunwijzer_plan::stack::StackRules;

fn fresh() -> Option<Edition> {
    compile(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules")).edition
}

#[test]
fn the_embedded_rulebook_equals_a_fresh_one_without_its_inner_names() {
    let fresh = fresh().expect("the rules compile: this crate was built from them");
    let keep: Vec<&str> = Term::all().filter_map(Term::source).chain(INNER_NAMES).collect();
    assert!(steunwijzer_rules::rulebook() == fresh.rulebook.without_inner_names(&keep));
}

#[test]
fn the_named_rulebook_equals_a_fresh_one() {
    let fresh = fresh().expect("the rules compile: this crate was built from them");
    assert!(steunwijzer_rules::named_rulebook() == fresh.rulebook);
}

#[test]
fn the_plan_finds_the_same_rules_with_and_without_inner_names() {
    let fresh = fresh().expect("the rules compile: this crate was built from them").rulebook;
    let embedded = steunwijzer_rules::rulebook();
    assert_eq!(Labour::new(&embedded), Labour::new(&fresh));
    assert_eq!(StackRules::of(&embedded), StackRules::of(&fresh));
}

#[test]
fn the_embedded_calculators_equal_fresh_ones_and_belong_to_the_rulebook() {
    let fresh = fresh().expect("the rules compile: this crate was built from them");
    let embedded = steunwijzer_rules::calculators();
    assert!(embedded == fresh.calculators);
    assert!(embedded.belong_to(&steunwijzer_rules::rulebook()));
    assert!(!embedded.all.is_empty());
}

#[test]
fn every_index_of_the_embedded_rulebook_lies_inside_its_table() {
    assert_eq!(steunwijzer_rules::rulebook().check_indices(), Ok(()));
}

#[test]
fn words_survive_being_stored() {
    let words = fresh().expect("the rules compile: this crate was built from them").nl;
    let (questions, schemes) = words.clone().into_parts();
    let written = postcard::to_allocvec(&questions).expect("words can be stored");
    let more = postcard::to_allocvec(&schemes).expect("words can be stored");
    let read = steunwijzer_rules::words(&written).zip(steunwijzer_rules::scheme_words(&more));
    assert!(read.and_then(|(read, more)| read.with_schemes(more)) == Some(words));
}

#[test]
fn what_a_question_page_says_is_there_before_the_words_of_the_schemes() {
    let edition = fresh().expect("the rules compile: this crate was built from them");
    let (rulebook, whole) = (edition.rulebook, edition.en);
    let (early, _) = whole.clone().into_parts();
    let mut texts = vec![rulebook.edition.answers_for, rulebook.edition.report];
    texts.extend(rulebook.topics.iter().map(|topic| topic.title));
    texts.extend(rulebook.lists.iter().map(|list| list.none));
    texts.extend(rulebook.conflicts.iter().map(|conflict| conflict.text));
    for question in &rulebook.questions {
        texts.extend([question.ask, question.short, question.help, question.why]);
        match &question.answer {
            AnswerType::Choice(options) | AnswerType::Choices(options) => {
                texts.extend(options.iter().map(|option| option.text));
            }
            AnswerType::Number { label, .. } => texts.push(*label),
            AnswerType::YesNo | AnswerType::Date { .. } | AnswerType::Place => {}
        }
    }
    for text in texts {
        assert_eq!(early.get(text), whole.get(text));
    }
}

#[test]
fn what_is_said_of_schemes_does_not_make_the_questions_wait() {
    let edition = fresh().expect("the rules compile: this crate was built from them");
    let (early, _) = edition.nl.into_parts();
    assert!(edition.rulebook.schemes.iter().all(|scheme| early.get(scheme.texts.summary).is_empty()));
}

#[test]
fn bytes_that_are_no_words_give_none() {
    assert_eq!(steunwijzer_rules::words(&[255; 8]), None);
    assert_eq!(steunwijzer_rules::scheme_words(&[255; 8]), None);
}

#[test]
fn the_municipal_side_survives_being_stored_and_belongs_to_the_rulebook() {
    let municipal = fresh().expect("the rules compile: this crate was built from them").municipal_nl;
    let written = postcard::to_allocvec(&municipal).expect("the municipal side can be stored");
    let read = steunwijzer_rules::municipal(&written).expect("what was stored can be read");
    assert!(read == municipal);
    assert!(read.belongs_to(&steunwijzer_rules::rulebook()));
}

#[test]
fn bytes_that_are_no_municipal_side_give_none() {
    assert!(steunwijzer_rules::municipal(&[255; 8]).is_none());
}

#[test]
fn the_same_files_give_the_same_bytes_twice() {
    let bytes = || {
        let edition = fresh().expect("the rules compile: this crate was built from them");
        postcard::to_allocvec(&edition).expect("an edition can be stored")
    };
    assert!(bytes() == bytes());
}
