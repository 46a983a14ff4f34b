//! What stands on the sheet, and where the keyboard goes.

use crate::{BOOK, Caller, question};
use steunwijzer_advisor::desk::{Key, next_field, sheet};
use steunwijzer_engine::answers::Whose;

fn ids(caller: &Caller, sought: &[Key]) -> Vec<String> {
    let interview = caller.interview();
    let sections = sheet(&interview, &BOOK, caller.words(), sought);
    let fields = sections.iter().flat_map(|section| &section.parts).flat_map(|part| &part.fields);
    fields.map(|field| BOOK.questions[field.question.row()].id.clone()).collect()
}

#[test]
fn a_question_that_waits_for_another_stands_there_once_it_is_looked_for() {
    let caller = Caller::told("{}");
    let founded = (question("org.founded"), Whose::Organisation);
    assert!(!ids(&caller, &[]).contains(&"org.founded".to_owned()));
    assert!(ids(&caller, &[founded]).contains(&"org.founded".to_owned()));
}

#[test]
fn all_topics_about_a_record_stand_together() {
    let caller = Caller::told(r#"{ "needs": [{ "amount": 22000 }] }"#);
    let interview = caller.interview();
    let sections = sheet(&interview, &BOOK, caller.words(), &[]);
    let needs = BOOK.list_id("needs").expect("needs");
    let own: Vec<_> = sections.iter().filter(|section| section.list == Some(needs)).collect();
    assert_eq!(own.len(), 1);
    let titles: Vec<&str> = own[0].parts.iter().map(|part| part.title).collect();
    assert_eq!(titles, ["", "Over het plan", "Voor wie en met wie", "Lenen en crowdfunding"]);
}

#[test]
fn a_list_that_was_not_told_is_no_empty_list() {
    let told = |answers| {
        let caller = Caller::told(answers);
        let interview = caller.interview();
        let sections = sheet(&interview, &BOOK, caller.words(), &[]);
        let hires = BOOK.list_id("hires");
        sections.iter().find(|section| section.list == hires).and_then(|section| section.told)
    };
    assert_eq!(told("{}"), None);
    assert_eq!(told(r#"{ "hires": [] }"#), Some(0));
    assert_eq!(told(r#"{ "hires": [{}, {}] }"#), Some(2));
}

#[test]
fn after_a_field_comes_the_next_open_one_about_the_same() {
    let caller = Caller::told(r#"{ "org.legal_form": "bv" }"#);
    let interview = caller.interview();
    let sections = sheet(&interview, &BOOK, caller.words(), &[]);
    let own = |id| (question(id), Whose::Organisation);
    assert_eq!(next_field(&sections, own("org.place")), Some(own("org.founded")));
}

#[test]
fn after_the_last_open_field_the_keyboard_goes_back_to_searching() {
    let caller = Caller::told("{}");
    let interview = caller.interview();
    let sections = sheet(&interview, &BOOK, caller.words(), &[]);
    let fields: Vec<_> =
        sections.iter().flat_map(|section| &section.parts).flat_map(|part| &part.fields).collect();
    let last = fields.last().expect("a field");
    assert_eq!(next_field(&sections, (last.question, last.whose)), None);
}
