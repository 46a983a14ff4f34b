//! The machine notation of answers: each form, each refusal, and that reading undoes writing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use proptest::prelude::*;
use steunwijzer_engine::answers::Answer;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::notation::{self, Written, nearest};
use steunwijzer_engine::rulebook::{
    AnswerType, ChoiceOption, Edition, Index, Municipality, Province, Question, Rulebook, TextId, Unit,
};
use steunwijzer_engine::slot::{Slot, SlotKind};

const NO_TEXT: TextId = TextId(0);

fn municipality(row: u16) -> Municipality {
    Municipality {
        code: format!("GM{row:04}"),
        name: format!("Plaats {row}"),
        aliases: vec![],
        region: String::new(),
        from: None,
        until: None,
        successors: vec![],
    }
}

/// Six municipalities in three provinces, the last with one municipality.
fn rulebook() -> Rulebook {
    let province = |name: &str, first, last| Province { name: name.to_owned(), aliases: vec![], first, last };
    Rulebook {
        edition: Edition {
            date: "2026-11-21".parse().unwrap(),
            hash: String::new(),
            answers_for: NO_TEXT,
            report: NO_TEXT,
        },
        topics: vec![],
        lists: vec![],
        questions: vec![],
        asking_order: vec![],
        conflicts: vec![],
        parameters: vec![],
        definitions: vec![],
        municipalities: (0..6).map(municipality).collect(),
        provinces: vec![province("Drenthe", 0, 2), province("Utrecht", 3, 4), province("Zeeland", 5, 5)],
        place_sets: vec![],
        sources: vec![],
        nodes: vec![],
        predicates: vec![],
        steps: vec![],
        conditions: vec![],
        schemes: vec![],
        index: Index::default(),
    }
}

fn question(answer: AnswerType) -> Question {
    Question {
        id: "org.something".to_owned(),
        list: None,
        slot: 0,
        answer,
        changeable: false,
        burden: 1,
        ask_if: None,
        otherwise: None,
        ask: NO_TEXT,
        short: NO_TEXT,
        help: NO_TEXT,
        why: NO_TEXT,
    }
}

fn options(ids: &[&str]) -> Vec<ChoiceOption> {
    let option = |id: &&str| ChoiceOption { id: (*id).to_owned(), text: NO_TEXT };
    ids.iter().map(option).collect()
}

fn number(unit: Unit, scale: u8, min: i64, max: i64) -> AnswerType {
    AnswerType::Number { unit, scale, min, max, label: NO_TEXT }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn years() -> AnswerType {
    AnswerType::Date { min: day("2015-01-01"), max: day("2035-12-31") }
}

fn text(text: &str) -> Written {
    Written::Text(text.to_owned())
}

fn table(entries: &[(&str, Written)]) -> Written {
    let entries = entries.iter().map(|(key, value)| ((*key).to_owned(), value.clone()));
    Written::Table(entries.collect())
}

fn read(answer: AnswerType, written: &Written) -> Slot {
    match notation::read(&rulebook(), &question(answer), written).unwrap() {
        Answer::Known(slot) => slot,
        Answer::NotKnown => panic!("read as not known"),
    }
}

fn refused(answer: AnswerType, written: &Written) -> String {
    notation::read(&rulebook(), &question(answer), written).unwrap_err().problem
}

#[test]
fn a_question_mark_is_asked_and_not_known() {
    let answer = notation::read(&rulebook(), &question(AnswerType::YesNo), &text("?"));
    assert_eq!(answer, Ok(Answer::NotKnown));
}

#[test]
fn money_has_cents() {
    let money = number(Unit::Euro, 2, 0, 10_000_000);
    assert_eq!(read(money.clone(), &text("12500.50")), Slot::exactly(1_250_050));
    assert_eq!(read(money.clone(), &Written::Whole(40)), Slot::exactly(4_000));
    assert_eq!(refused(money, &text("1.005")), "`1.005` has too many decimals");
}

#[test]
fn a_percentage_is_written_with_its_sign() {
    let percent = number(Unit::Percent, 4, 0, 10_000);
    assert_eq!(read(percent.clone(), &text("55 %")), Slot::exactly(5_500));
    assert_eq!(read(percent.clone(), &text("23.5%")), Slot::exactly(2_350));
    assert_eq!(refused(percent, &Written::Whole(55)), "`55` lacks its percent sign");
    let euros = number(Unit::Euro, 2, 0, 10_000);
    assert_eq!(refused(euros, &text("5 %")), "`5 %` is a percentage, this is none");
}

#[test]
fn dutch_notation_is_not_machine_notation() {
    let money = || number(Unit::Euro, 2, 0, i64::MAX);
    for wrong in ["12.500,50", "€ 5", "1e3", "1_000", "+5", ".5", "5.", ""] {
        assert!(refused(money(), &text(wrong)).contains("not how"), "{wrong}");
    }
}

#[test]
fn a_range_has_both_ends() {
    let hours = number(Unit::HoursPerWeek, 2, 0, 6_000);
    let range = table(&[("from", Written::Whole(10)), ("to", text("50.5"))]);
    assert_eq!(read(hours.clone(), &range), Slot::between(1_000, 5_050));
    let backwards = table(&[("from", Written::Whole(5)), ("to", Written::Whole(1))]);
    assert_eq!(refused(hours.clone(), &backwards), "the range ends before it begins");
    let half = table(&[("from", Written::Whole(5))]);
    assert!(refused(hours, &half).contains("not how"));
}

#[test]
fn the_refusal_tells_the_bounds() {
    let answer = number(Unit::HoursPerWeek, 2, 0, 6_000);
    let wrong = notation::read(&rulebook(), &question(answer), &Written::Whole(61)).unwrap_err();
    assert_eq!(wrong.problem, "`61` lies outside the bounds");
    assert!(wrong.allowed.contains("from `0` to `60`"), "{}", wrong.allowed);
}

#[test]
fn a_month_is_a_range_of_days() {
    let first = day("2028-02-01").day_number();
    assert_eq!(read(years(), &text("2028-02")), Slot::between(first, first + 28));
    let range = table(&[("from", text("2028-02")), ("to", text("2028-03-10"))]);
    let last = day("2028-03-10").day_number();
    assert_eq!(read(years(), &range), Slot::between(first, last));
}

#[test]
fn a_day_that_does_not_exist_is_refused() {
    let problem = refused(years(), &text("2027-02-31"));
    assert!(problem.contains("not a day of the calendar"), "{problem}");
}

#[test]
fn an_unknown_option_names_the_nearest() {
    let forms = AnswerType::Choice(options(&["bv", "stichting", "vereniging"]));
    let problem = refused(forms.clone(), &text("stiching"));
    assert_eq!(problem, "there is no option `stiching`: did you mean `stichting`?");
    assert_eq!(refused(forms, &text("xyzzy")), "there is no option `xyzzy`");
}

#[test]
fn choices_are_exact_or_by_yes_and_no() {
    let themes = AnswerType::Choices(options(&["food", "care", "energy"]));
    let exactly = Written::List(vec![text("food")]);
    assert_eq!(read(themes.clone(), &exactly), Slot::bits(0b001));
    let food = Written::List(vec![text("food")]);
    let care = Written::List(vec![text("care")]);
    let open = table(&[("yes", food.clone()), ("no", care)]);
    assert_eq!(read(themes.clone(), &open), Slot::between(0b001, 0b101));
    let both = table(&[("yes", food.clone()), ("no", food)]);
    assert_eq!(refused(themes, &both), "`food` stands under both `yes` and `no`");
}

#[test]
fn a_place_is_a_code_or_a_province() {
    assert_eq!(read(AnswerType::Place, &text("GM0003")), Slot::exactly(3));
    let province = table(&[("province", text("Drenthe"))]);
    assert_eq!(read(AnswerType::Place, &province), Slot::between(0, 2));
    let by_name = refused(AnswerType::Place, &text("plaats 4"));
    assert_eq!(by_name, "`plaats 4` is a name: write its code `GM0004`");
    let province = table(&[("province", text("Drente"))]);
    let problem = refused(AnswerType::Place, &province);
    assert_eq!(problem, "there is no province `Drente`: did you mean `Drenthe`?");
}

#[test]
fn nearest_is_silent_when_nothing_looks_alike() {
    assert_eq!(nearest("org.legal_from", ["org.legal_form", "org.fte"]), Some("org.legal_form"));
    assert_eq!(nearest("hires", ["needs", "org.fte"]), None);
}

fn any_answer_type() -> impl Strategy<Value = AnswerType> {
    let ids = || prop::collection::hash_set("[a-z]{1,6}", 1..60);
    let listed = |ids: std::collections::HashSet<String>| {
        ids.into_iter().map(|id| ChoiceOption { id, text: NO_TEXT }).collect()
    };
    let units = prop::sample::select(vec![Unit::Plain, Unit::Euro, Unit::Percent, Unit::Months]);
    let numbers = (units, 0u8..6, -1_000_000i64..1_000_000, 0i64..10_000_000);
    prop_oneof![
        Just(AnswerType::YesNo),
        ids().prop_map(move |ids| AnswerType::Choice(listed(ids))),
        ids().prop_map(move |ids| AnswerType::Choices(listed(ids))),
        numbers.prop_map(|(unit, scale, min, width)| number(unit, scale, min, min + width)),
        Just(years()),
        Just(AnswerType::Place),
    ]
}

/// A set inside what the question takes, made of two arbitrary numbers.
fn set_of(answer: &AnswerType, one: u64, other: u64) -> Slot {
    let all = answer.anything(6);
    let bits = |number: u64| i64::try_from(number >> 1).unwrap();
    match answer.slot_kind() {
        SlotKind::Bits if bits(one) & all.low == 0 => all,
        SlotKind::Bits => Slot::bits(bits(one) & all.low),
        SlotKind::TwoBits => Slot::between(bits(one) & bits(other) & all.high, bits(one) & all.high),
        SlotKind::Interval => {
            let width = u64::try_from(all.high - all.low).unwrap() + 1;
            let at = |number: u64| all.low + i64::try_from(number % width).unwrap();
            Slot::between(at(one).min(at(other)), at(one).max(at(other)))
        }
    }
}

fn anything_written() -> impl Strategy<Value = Written> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Written::Bool),
        any::<i64>().prop_map(Written::Whole),
        ".{0,12}".prop_map(Written::Text),
        "-?[0-9.%-]{0,40}".prop_map(Written::Text),
    ];
    leaf.prop_recursive(2, 12, 3, |inner| {
        let keys = prop::sample::select(vec!["any", "yes", "no", "from", "to", "province", "x"]);
        let entry = (keys.prop_map(str::to_owned), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..3).prop_map(Written::List),
            prop::collection::vec(entry, 0..3).prop_map(Written::Table),
        ]
    })
}

proptest! {
    #[test]
    fn reading_undoes_writing(answer in any_answer_type(), one: u64, other: u64) {
        let (rulebook, question) = (rulebook(), question(answer));
        let known = Answer::Known(set_of(&question.answer, one, other));
        let written = notation::write(&rulebook, &question, known);
        prop_assert_eq!(notation::read(&rulebook, &question, &written), Ok(known), "{:?}", written);
    }

    #[test]
    fn whatever_is_written_is_read_within_bounds_or_refused(
        answer in any_answer_type(),
        written in anything_written(),
    ) {
        let (rulebook, question) = (rulebook(), question(answer));
        if let Ok(Answer::Known(slot)) = notation::read(&rulebook, &question, &written) {
            prop_assert!(question.answer.admits(slot, rulebook.municipalities.len()));
        }
    }
}
