//! The look-ahead of the engine against its plain definition, over random schemes: expressions,
//! loops, figures, guards on guards, answers that clash and answers that hang together.

#![allow(clippy::expect_used, clippy::panic, clippy::wildcard_enum_match_arm, reason = "helpers of tests")]

mod book;
mod random;
mod reference_model;

use book::{Book, HIRES, NewScheme, day};
use proptest::prelude::*;
use random::Draw;
use steunwijzer_compiler::feel::{Scope, Tables, condition};
use steunwijzer_engine::expression::NodeId;
use steunwijzer_engine::rulebook::{Conflict, ParameterUse, Rulebook, TextId};
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::{open_questions, open_questions_plainly};

/// Questions with the expression that guards each; only earlier questions are read.
const GUARDS: [(&str, &str, Slot); 4] = [
    ("org.staff", "org.fte > 1", Slot { low: 0, high: 0 }),
    ("org.form_before", "org.form != \"bv\" and org.staff < 9", Slot { low: 0b10, high: 0b10 }),
    ("hire.term", "hire.age > 20 or org.fte > 10", Slot { low: 6, high: 6 }),
    ("hire.lks", "hire.term > 3", Slot { low: 0b01, high: 0b01 }),
];

/// What cannot be true together.
const CONFLICTS: [&str; 2] = ["org.active and org.fte > 50", "org.anbi and org.form in (\"bv\", \"nv\")"];

const HIRE: Scope = Scope { subject: Some(HIRES) };
const ORGANISATION: Scope = Scope { subject: None };

fn truth(text: &str, book: &Book, tables: &mut Tables) -> NodeId {
    let value = steunwijzer_compiler::feel::value(text, book, HIRE, None, tables);
    value.unwrap_or_else(|mistake| panic!("`{text}`: {mistake:?}")).node
}

/// A rulebook with a scheme for each of these rows of bytes, of up to four conditions.
fn rulebook(book: &mut Book, schemes: &[Vec<Vec<u8>>]) -> Rulebook {
    let mut tables = Tables::new();
    for (name, when, otherwise) in GUARDS {
        let node = truth(when, book, &mut tables);
        let question = book.questions.iter_mut().find(|question| question.id == name).expect(name);
        (question.ask_if, question.otherwise) = (Some(node), Some(otherwise));
    }
    let conflicts = CONFLICTS.map(|when| {
        let read = condition(when, book, ORGANISATION, &mut tables).expect(when).uses.questions;
        let node = truth(when, book, &mut tables);
        Conflict { id: when.to_owned(), list: None, when: node, questions: read, text: TextId(0) }
    });
    book.define("is_so", "org.fte + hire.age > 30", &mut tables);
    let mut made = Vec::new();
    for conditions in schemes {
        let mut scheme = NewScheme::default();
        let mut read = Vec::new();
        for bytes in conditions {
            let text = Draw::new(bytes).with("is_so").truth(2);
            let compiled = condition(&text, book, HIRE, &mut tables).expect("a condition");
            let parameters = compiled.uses.parameters.iter();
            let parameters = parameters.map(|&(parameter, node)| ParameterUse { parameter, node }).collect();
            let program = tables.program(&compiled.steps);
            scheme.conditions.push((program, compiled.uses.questions.clone(), parameters));
            read.extend(compiled.uses.inputs);
        }
        for (input, _) in &read {
            let times: u32 = read.iter().filter(|(other, _)| other == input).map(|(_, times)| times).sum();
            if times > 1 && !scheme.entangled.contains(input) {
                scheme.entangled.push(*input);
            }
        }
        made.push(scheme);
    }
    let mut rulebook = book.rulebook(&tables);
    rulebook.conflicts = conflicts.to_vec();
    made.into_iter().for_each(|scheme| book::add_scheme(&mut rulebook, scheme));
    let rulebook = rulebook.indexed();
    assert_eq!(rulebook.check_indices(), Ok(()));
    rulebook
}

fn bytes(count: usize) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..count)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn looking_ahead_gives_what_judging_everything_again_gives(
        schemes in prop::collection::vec(prop::collection::vec(bytes(24), 1..5), 1..8),
        visitor in bytes(80),
        part in bytes(60),
    ) {
        let mut book = Book::example();
        let rulebook = rulebook(&mut book, &schemes);
        let visitor = Draw::new(&visitor).visitor(&book);
        let answers = Draw::new(&part).answers(&book, &rulebook, &visitor, false);
        let on = day("2026-11-22");
        prop_assert_eq!(open_questions(&rulebook, &answers, on), open_questions_plainly(&rulebook, &answers, on));
    }
}
