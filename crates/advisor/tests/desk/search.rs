//! A word finds its question, and an answer that is typed along.

use crate::{BOOK, Caller, question};
use steunwijzer_advisor::desk::{Given, Hit, Target, by_letter, search};
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::rulebook::AnswerType;
use steunwijzer_engine::slot::Slot;

fn hits(caller: &Caller, typed: &str) -> Vec<Hit> {
    caller.see(|view| search(view, typed, 8))
}

fn first(typed: &str) -> Hit {
    hits(&Caller::told("{}"), typed).into_iter().next().unwrap_or_else(|| panic!("nothing for {typed}"))
}

/// The option of a choice by its name in the rules.
fn option(id: &str, wanted: &str) -> Slot {
    match &BOOK.questions[question(id).row()].answer {
        AnswerType::Choice(options) | AnswerType::Choices(options) => {
            let row = options.iter().position(|option| option.id == wanted).expect("the option");
            Slot::option(u8::try_from(row).expect("few options"))
        }
        AnswerType::YesNo | AnswerType::Number { .. } | AnswerType::Date { .. } | AnswerType::Place => {
            panic!("{id} has no options")
        }
    }
}

#[test]
fn a_word_of_an_option_answers_its_question_at_once() {
    let hit = first("stichting");
    assert_eq!(hit.question, question("org.legal_form"));
    assert_eq!(hit.given, Some(Given::Answer(option("org.legal_form", "stichting"))));
    assert_eq!(hit.answer, "Stichting");
}

#[test]
fn a_word_of_everyday_leads_to_the_word_of_the_rules() {
    let hit = first("bus");
    assert_eq!(hit.question, question("need.purpose"));
    assert_eq!(hit.given, Some(Given::Answer(option("need.purpose", "equipment"))));
}

#[test]
fn a_word_of_a_question_leads_to_its_field() {
    let hits = hits(&Caller::told("{}"), "doelgroep");
    let found: Vec<_> = hits.iter().filter(|hit| hit.given.is_none()).map(|hit| hit.question).collect();
    for id in ["hire.register", "hire.lks_group", "hire.lkv_statement"] {
        assert!(found.contains(&question(id)), "{id} not in {found:?}");
    }
}

#[test]
fn the_beginning_of_a_word_is_enough() {
    assert_eq!(first("rechtsv").question, question("org.legal_form"));
    assert_eq!(first("loonw").question, question("hire.loonwaarde"));
}

#[test]
fn what_stands_behind_the_words_is_read_as_the_answer() {
    let hit = first("bedrag 22.000");
    assert_eq!(hit.question, question("need.amount"));
    assert_eq!(hit.given, Some(Given::Answer(Slot::exactly(2_200_000))));
    assert_eq!(hit.answer, "€\u{a0}22.000");
}

#[test]
fn an_amount_with_two_meanings_is_not_taken_at_once() {
    let found = hits(&Caller::told("{}"), "bedrag 12,500");
    assert!(found.iter().all(|hit| !matches!(hit.given, Some(Given::Answer(_)))), "{found:?}");
}

#[test]
fn a_place_may_stand_alone() {
    let hit = first("almere");
    assert_eq!((hit.question, hit.answer.as_str()), (question("org.place"), "Almere"));
}

#[test]
fn yes_and_no_stand_behind_words_of_the_question() {
    let given = |typed| first(typed).given;
    assert_eq!(given("doelgroepregister ja"), Some(Given::Answer(Slot::yes_no(true))));
    assert_eq!(given("anbi nee"), Some(Given::Answer(Slot::yes_no(false))));
}

#[test]
fn a_question_mark_says_that_the_caller_does_not_know() {
    let hit = first("loonwaarde ?");
    assert_eq!((hit.question, hit.given), (question("hire.loonwaarde"), Some(Given::NotKnown)));
    assert_eq!(hit.answer, "de beller weet het niet");
}

#[test]
fn one_of_several_comes_besides_what_was_chosen() {
    let caller = Caller::told(r#"{ "needs": [{ "themes": ["care"] }] }"#);
    let found = hits(&caller, "energie");
    assert!(
        found
            .iter()
            .any(|hit| hit.question == question("org.sectors") && matches!(hit.given, Some(Given::Also(_))))
    );
}

#[test]
fn a_record_that_is_not_there_yet_is_added() {
    let caller = Caller::told("{}");
    let hit = hits(&caller, "loonwaarde").into_iter().next().expect("a hit");
    let list = BOOK.list_id("hires").expect("hires");
    assert_eq!(hit.target, Target::New(list));
}

#[test]
fn the_first_record_in_which_it_is_open_is_meant() {
    let caller = Caller::told(r#"{ "hires": [{ "register": true }, {}] }"#);
    let list = BOOK.list_id("hires").expect("hires");
    let hit = hits(&caller, "doelgroepregister").into_iter().next().expect("a hit");
    assert_eq!(hit.target, Target::Told(Whose::Record(list, 1)));
    assert!(hit.name.starts_with("Werknemer 2"), "{}", hit.name);
}

#[test]
fn a_question_that_certainly_does_not_apply_is_not_found() {
    let caller = Caller::told(r#"{ "org.legal_form": "eenmanszaak" }"#);
    let found = hits(&caller, "statuten");
    assert!(found.iter().all(|hit| hit.question != question("org.mission_in_statutes")));
}

#[test]
fn every_question_is_found_by_its_short_name_in_both_languages() {
    for caller in [Caller::told("{}"), Caller::told("{}").in_english()] {
        for (row, asked) in BOOK.questions.iter().enumerate() {
            let short = caller.words().get(asked.short);
            let found = hits(&caller, short);
            let is_there = found.iter().take(6).any(|hit| hit.question.row() == row);
            assert!(is_there, "{} is not found by “{short}”", asked.id);
        }
    }
}

#[test]
fn english_words_work_in_english() {
    let caller = Caller::told("{}").in_english();
    let hit = hits(&caller, "van").into_iter().next().expect("a hit");
    assert_eq!(hit.question, question("need.purpose"));
    let hit = hits(&caller, "foundation").into_iter().next().expect("a hit");
    assert_eq!(hit.question, question("org.legal_form"));
}

#[test]
fn nothing_typed_or_nonsense_finds_nothing() {
    for typed in ["", "   ", "xqzzy"] {
        assert_eq!(hits(&Caller::told("{}"), typed), [], "{typed}");
    }
}

#[test]
fn a_letter_chooses_an_option_of_the_question_with_the_focus() {
    let letter =
        |id: &str, letter: &str| Caller::told("{}").see(|view| by_letter(view, question(id), letter));
    assert_eq!(letter("org.anbi", "j"), Some(Given::Answer(Slot::yes_no(true))));
    assert_eq!(letter("org.anbi", "n"), Some(Given::Answer(Slot::yes_no(false))));
    assert_eq!(letter("org.anbi", "?"), Some(Given::NotKnown));
    assert_eq!(letter("org.anbi", "x"), None);
}
