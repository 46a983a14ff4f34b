//! The account of answers, held against the definitions of the rules.

use super::{BOOK, day, rules, today};
use proptest::prelude::*;
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::define;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::aid::{Ceiling, Fit, Unsure};

/// The answers to one record: cents, days, bits of the options.
type Told = (Option<(i64, i64)>, Option<(i64, i64)>, Option<i64>);

fn told() -> impl Strategy<Value = Told> {
    let from = day("2022-01-01").day_number();
    let pair = |first: i64, length: i64| {
        (first..first + length, 0..length / 4).prop_map(|(low, more)| (low, low + more))
    };
    (
        proptest::option::of(pair(0, 40_000_000)),
        proptest::option::of(pair(from, 2000)),
        proptest::option::of(1i64..32),
    )
}

fn answers(records: &[Told]) -> Answers {
    let mut answers = Answers::new(&BOOK);
    let list = BOOK.list_id("received_aid").expect("the list");
    answers.tell_none(list);
    let id = |name: &str| BOOK.question_id(name).expect("a question");
    for (amount, days, regimes) in records {
        let row = answers.add_record(&BOOK, list).expect("room for a record");
        let mut set = |name, slot: Option<Slot>| {
            let answer = slot.map(Answer::Known);
            answers.set(&BOOK, id(name), Whose::Record(list, row), answer).expect("a fitting answer");
        };
        set("aid.amount", amount.map(|(low, high)| Slot::between(low, high)));
        set("aid.date", days.map(|(low, high)| Slot::between(low, high)));
        set("aid.regime", regimes.map(Slot::bits));
    }
    answers
}

proptest! {
    #[test]
    fn the_room_is_that_of_the_definitions(records in proptest::collection::vec(told(), 0..4)) {
        let answers = answers(&records);
        let account = rules().account(&answers);
        for (ceiling, name) in [
            (Ceiling::General, "de_minimis_room"),
            (Ceiling::Sgei, "de_minimis_sgei_room"),
            (Ceiling::Agriculture, "de_minimis_agri_room"),
            (Ceiling::Fishery, "de_minimis_fish_room"),
        ] {
            let id = BOOK.definition_id(name).expect("a definition");
            let defined = define(&BOOK, &answers, today(), id, Whose::Organisation).as_number();
            prop_assert_eq!(rules().room(&account, ceiling, today()).left, defined);
        }
    }
}

#[test]
fn a_list_that_was_not_told_leaves_the_account_open() {
    let account = rules().account(&Answers::new(&BOOK));
    assert!(!account.complete);
    let fit = rules().fit(&account, Ceiling::General, Number::exactly(1.into()), today());
    assert!(matches!(&fit, Fit::CannotTell { because, .. } if because[..] == [Unsure::AidNotTold]));
}

#[test]
fn a_list_told_as_empty_leaves_the_whole_ceiling() {
    let account = rules().account(&answers(&[]));
    let fit = rules().fit(&account, Ceiling::General, Number::exactly(300_000.into()), today());
    assert_eq!(fit.fits(), Truth::Yes);
}
