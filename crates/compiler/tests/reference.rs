//! The compiled tables against the reference: the same truth for complete answers, and never a
//! contradiction for a part of them (the engine's first law).

#![allow(clippy::expect_used, clippy::panic, clippy::wildcard_enum_match_arm, reason = "helpers of tests")]

mod book;
mod random;
mod reference_model;

use book::{Book, HIRES, NewScheme, day};
use proptest::prelude::*;
use random::Draw;
use reference_model::{Around, Is, Visitor};
use rust_decimal::Decimal;
use steunwijzer_compiler::feel::{Scope, Tables, condition, parse, value};
use steunwijzer_engine::advice::{State, Subject};
use steunwijzer_engine::answers::{Answers, Whose};
use steunwijzer_engine::expression::Input;
use steunwijzer_engine::rulebook::Rulebook;
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::value::Value;
use steunwijzer_engine::world::World;
use steunwijzer_engine::{advise, evaluate};

/// The lowest and the highest that the compiler proved.
type Range = Option<(Decimal, Decimal)>;

/// The example with one random definition.
#[derive(Clone)]
struct Defined {
    book: Book,
    tables: Tables,
}

fn defined(bytes: &[u8]) -> Defined {
    let (mut book, mut tables) = (Book::example(), Tables::new());
    book.define("is_so", &Draw::new(bytes).truth(3), &mut tables);
    Defined { book, tables }
}

const HIRE: Scope = Scope { subject: Some(HIRES) };

fn reference(text: &str, book: &Book, visitor: &Visitor) -> Option<Is> {
    let expression = parse(text).expect(text);
    reference_model::value(&expression, &Around { book, visitor, records: Vec::new() })
}

/// What the engine makes of an expression about the first hire, and what was proved of it.
fn evaluated(text: &str, defined: &Defined, answers: impl FnOnce(&Rulebook) -> Answers) -> (Value, Range) {
    let Defined { book, mut tables } = defined.clone();
    let compiled =
        value(text, &book, HIRE, None, &mut tables).unwrap_or_else(|mistake| panic!("`{text}`: {mistake:?}"));
    let rulebook = book.rulebook(&tables);
    assert_eq!(rulebook.check_indices(), Ok(()));
    let answers = answers(&rulebook);
    let world = World::new(&rulebook, &answers, day("2026-11-22"));
    let subject = world.slots(Whose::Record(HIRES, 0));
    (evaluate::Scope::new(&world, subject).value(compiled.node), compiled.range)
}

/// What a scheme with this one condition makes of the first hire.
fn judged(
    text: &str,
    defined: &Defined,
    entangled: bool,
    answers: impl FnOnce(&Rulebook) -> Answers,
) -> Truth {
    let Defined { book, mut tables } = defined.clone();
    let compiled =
        condition(text, &book, HIRE, &mut tables).unwrap_or_else(|mistake| panic!("`{text}`: {mistake:?}"));
    let program = tables.program(&compiled.steps);
    let mut rulebook = book.rulebook(&tables);
    let twice = |(input, count): &(Input, u32)| (entangled && *count > 1).then_some(*input);
    let entangled = compiled.uses.inputs.iter().filter_map(twice).collect();
    let scheme = NewScheme { conditions: vec![(program, Vec::new(), Vec::new())], entangled };
    book::add_scheme(&mut rulebook, scheme);
    let rulebook = rulebook.indexed();
    assert_eq!(rulebook.check_indices(), Ok(()));
    let advice = advise(&rulebook, &answers(&rulebook), day("2026-11-22"));
    let first = [Subject::Record(HIRES, 0), Subject::Imagined(HIRES)];
    let hire = advice.schemes[0].subjects.iter().find(|hire| first.contains(&hire.subject));
    match hire.expect("the first hire").conditions[0].state {
        State::Met => Truth::Yes,
        State::NotMet => Truth::No,
        State::Open | State::OpenByUs => Truth::Open,
        State::Judged | State::ToDo | State::Remark | State::NotNeeded => panic!("a test"),
    }
}

/// Whether a set of values holds this one.
fn holds(set: Value, one: &Is) -> bool {
    match (set, one) {
        (Value::Truth(truth), Is::Truth(yes)) => truth == Truth::Open || truth == Truth::from(*yes),
        (Value::Number(number), Is::Number(one)) => {
            number.limits().is_none_or(|(low, high)| low <= *one && *one <= high)
        }
        (Value::Days(first, last), Is::Date(day)) => first <= *day && *day <= last,
        (set, one) => panic!("{set:?} beside {one:?}"),
    }
}

/// Whether it is exactly one value.
fn is_single(set: Value) -> bool {
    match set {
        Value::Truth(truth) => truth.is_settled(),
        Value::Number(number) => number.single().is_some(),
        Value::Days(first, last) => first == last,
        Value::Options(_) | Value::Choices(_) | Value::Places(_) => false,
    }
}

/// A random expression of one of three types.
fn expression(draw: &mut Draw<'_>, which: u8) -> String {
    match which % 3 {
        0 => draw.truth(4),
        1 => draw.number(4),
        _ => draw.date(3),
    }
}

fn bytes(count: usize) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..count)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn complete_answers_give_the_value_of_the_reference(
        which in any::<u8>(), definition in bytes(20), text in bytes(60), visitor in bytes(80),
    ) {
        let defined = defined(&definition);
        let book = &defined.book;
        let text = expression(&mut Draw::new(&text).with("is_so"), which);
        let visitor = Draw::new(&visitor).visitor(book);
        let Some(wanted) = reference(&text, book, &visitor) else {
            return Ok(());
        };
        let all = |rulebook: &Rulebook| Draw::new(&[]).answers(book, rulebook, &visitor, true);
        let (found, range) = evaluated(&text, &defined, all);
        prop_assert!(is_single(found) && holds(found, &wanted), "{text}: {found:?}, not {wanted:?}");
        if let (Is::Number(wanted), Some((low, high))) = (&wanted, range) {
            prop_assert!(low <= *wanted && *wanted <= high, "{text}: {wanted} outside {low}..{high}");
        }
        if let Is::Truth(wanted) = wanted {
            let found = judged(&text, &defined, false, all);
            prop_assert_eq!(found, Truth::from(wanted), "{}", text);
        }
    }

    #[test]
    fn a_part_of_the_answers_never_contradicts_the_whole(
        which in any::<u8>(),
        definition in bytes(20),
        text in bytes(60),
        visitor in bytes(80),
        part in bytes(60),
    ) {
        let defined = defined(&definition);
        let book = &defined.book;
        let text = expression(&mut Draw::new(&text).with("is_so"), which);
        let visitor = Draw::new(&visitor).visitor(book);
        let Some(wanted) = reference(&text, book, &visitor) else {
            return Ok(());
        };
        let some = |rulebook: &Rulebook| Draw::new(&part).answers(book, rulebook, &visitor, false);
        let (found, _) = evaluated(&text, &defined, some);
        prop_assert!(holds(found, &wanted), "{text}: {found:?} without {wanted:?}");
        if wanted == Is::Truth(true) || wanted == Is::Truth(false) {
            for entangled in [false, true] {
                let found = Value::Truth(judged(&text, &defined, entangled, some));
                prop_assert!(holds(found, &wanted), "{text}: {found:?} without {wanted:?}");
            }
        }
    }
}
