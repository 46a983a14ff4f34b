//! Answers to a file and back.

use crate::small::{answered, rulebook};
use proptest::prelude::*;
use steunwijzer_advisor::answers_file::{change, read, write};
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::rulebook::ListId;

#[test]
fn a_file_is_written_as_it_is_read() {
    let text = r#"{
  "org.place": {
    "province": "Utrecht"
  },
  "org.legal_form": {
    "any": [
      "stichting",
      "bv"
    ]
  },
  "org.fte": {
    "from": 2,
    "to": "3.50"
  },
  "hires": [
    {
      "age": "?",
      "start": "2026-12"
    },
    {}
  ]
}
"#;
    let answers = read(rulebook(), text).unwrap();
    assert_eq!(write(rulebook(), &answers), text);
}

#[test]
fn an_empty_list_is_certainly_none() {
    let answers = read(rulebook(), r#"{ "hires": [] }"#).unwrap();
    assert_eq!(answers.records(ListId(0)).map(<[_]>::len), Some(0));
    assert_eq!(read(rulebook(), "{}").unwrap().records(ListId(0)), None);
}

#[test]
fn every_mistake_is_reported_with_its_key() {
    let text = r#"{ "org.fte": 1.5, "hires": [{ "age": 200 }, 3], "org.legal_from": "bv" }"#;
    let keys: Vec<String> = read(rulebook(), text).unwrap_err().into_iter().map(|one| one.key).collect();
    assert_eq!(keys, ["org.fte", "hires[0].age", "hires[1]", "org.legal_from"]);
}

#[test]
fn more_records_than_the_list_holds_are_refused() {
    let mistakes = read(rulebook(), r#"{ "hires": [{}, {}, {}, {}, {}, {}] }"#).unwrap_err();
    assert_eq!(mistakes[0].key, "hires[5]");
    assert_eq!(mistakes[0].allowed, "at most 5 records");
}

#[test]
fn a_key_of_the_item_is_written_without_its_name() {
    let mistakes = read(rulebook(), r#"{ "hires": [{ "hire.age": 20 }] }"#).unwrap_err();
    assert!(mistakes[0].allowed.contains("`age`"), "{}", mistakes[0].allowed);
}

#[test]
fn one_answer_is_replaced() {
    let answers = read(rulebook(), r#"{ "org.fte": 2, "hires": [{ "age": 20 }] }"#).unwrap();
    let changed = change(rulebook(), &answers, "org.legal_form=bv").unwrap();
    let changed = change(rulebook(), &changed, "hires[0].age=30").unwrap();
    let expected = r#"{ "org.legal_form": "bv", "org.fte": 2, "hires": [{ "age": 30 }] }"#;
    assert_eq!(changed, read(rulebook(), expected).unwrap());
}

#[test]
fn a_replacement_for_a_record_that_is_not_there_is_refused() {
    let answers = read(rulebook(), "{}").unwrap();
    let mistakes = change(rulebook(), &answers, "hires[3].age=30").unwrap_err();
    assert_eq!(mistakes[0].key, "hires[3].age");
}

proptest! {
    #[test]
    fn reading_undoes_writing(choices in prop::collection::vec((any::<u8>(), any::<u64>()), 0..8)) {
        let answers = answered(&choices);
        let text = write(rulebook(), &answers);
        prop_assert_eq!(read(rulebook(), &text).unwrap(), answers, "{}", text);
    }

    #[test]
    fn any_text_is_read_or_refused(text in r#"[\[\]{}:,"a-z0-9.? ]{0,40}"#) {
        let _ = read(rulebook(), &text);
    }

    #[test]
    fn any_assignment_is_read_or_refused(text in ".{0,30}") {
        let answers = Answers::new(rulebook());
        let _ = change(rulebook(), &answers, &text);
    }
}
