//! The municipal side: what its files become, and the real ones.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod small;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;
use steunwijzer_compiler::{Compiled, Edition, compile, compile_files, render};
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::municipal::{Municipal, Signal};
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::truth::Truth;

fn small() -> Edition {
    let compiled = compile_files(small::rulebook().expect("the small rulebook can be read"));
    compiled.edition.unwrap_or_else(|| panic!("{}", render(&compiled.diagnostics, false)))
}

static REAL: LazyLock<Compiled> =
    LazyLock::new(|| compile(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules")));

fn real() -> &'static Edition {
    REAL.edition.as_ref().unwrap_or_else(|| panic!("{}", render(&REAL.diagnostics, false)))
}

fn signal<'m>(municipal: &'m Municipal, id: &str) -> &'m Signal {
    municipal.signals().find(|signal| signal.id == id).unwrap_or_else(|| panic!("no signal {id}"))
}

/// Answers of a private limited company with this many full-time jobs.
fn firm(edition: &Edition, fte: i64) -> Answers {
    let rulebook = &edition.rulebook;
    let mut answers = Answers::new(rulebook);
    let bv = Slot::option(2);
    for (question, slot) in [("org.legal_form", bv), ("org.fte", Slot::exactly(fte * 100))] {
        let question = rulebook.question_id(question).expect("a question");
        let answer = Some(Answer::Known(slot));
        answers.set(rulebook, question, Whose::Organisation, answer).expect("within its bounds");
    }
    answers
}

#[test]
fn a_sign_with_an_expression_follows_from_the_answers() {
    let edition = small();
    let sign = signal(&edition.municipal_nl, "large-garden");
    let shows = |answers: &Answers| sign.shows(&edition.rulebook, answers, edition.rulebook.edition.date);
    assert_eq!(shows(&firm(&edition, 901)), Some(Truth::Yes));
    assert_eq!(shows(&firm(&edition, 900)), Some(Truth::No));
    assert_eq!(shows(&Answers::new(&edition.rulebook)), Some(Truth::Open));
}

#[test]
fn a_sign_without_an_expression_is_left_to_a_person() {
    let edition = small();
    let sign = signal(&edition.municipal_nl, "needs-plants");
    let nothing = Answers::new(&edition.rulebook);
    assert_eq!(sign.shows(&edition.rulebook, &nothing, edition.rulebook.edition.date), None);
}

#[test]
fn both_languages_say_the_same_things_in_other_words() {
    let edition = small();
    let (nl, en) = (&edition.municipal_nl, &edition.municipal_en);
    let role = &nl.roles.items[0];
    assert_eq!(nl.words.get(nl.roles.title), "Rollen");
    assert_eq!(en.words.get(en.roles.title), "Roles");
    assert_eq!(nl.words.get(role.item.name), "Inkoper");
    assert_eq!(en.words.get(role.item.name), "Buyer");
    assert_eq!(nl.words.get(role.item.sources[0].at), "art. 9");
    assert_eq!(Municipal { words: en.words.clone(), ..nl.clone() }, *en);
}

#[test]
fn it_belongs_to_its_own_rulebook_only() {
    let edition = small();
    assert!(edition.municipal_nl.belongs_to(&edition.rulebook));
    let mut other = edition.rulebook.clone();
    other.edition.hash = "of another edition".to_owned();
    assert!(!edition.municipal_nl.belongs_to(&other));
}

#[test]
fn a_rulebook_without_a_municipal_side_has_an_empty_one() {
    let mut files = small::rulebook().expect("the small rulebook can be read");
    files.retain(|file| !file.path.starts_with("municipal/"));
    let edition = compile_files(files).edition.expect("it compiles");
    assert!(edition.municipal_nl.roles.items.is_empty());
}

#[test]
fn the_real_files_are_without_mistakes_and_in_plain_words() {
    let found: Vec<_> =
        REAL.diagnostics.iter().filter(|found| found.file.path.starts_with("municipal/")).cloned().collect();
    assert!(found.is_empty(), "{}", render(&found, false));
}

#[test]
fn the_real_files_hold_what_the_guides_count() {
    let side = &real().municipal_nl;
    let (tasks, roles): (Vec<_>, Vec<_>) = side.roles.items.iter().partition(|role| role.task);
    assert_eq!((roles.len(), tasks.len()), (5, 1));
    assert_eq!(side.intake.items.len(), 6, "questions of Kennismaken");
    assert_eq!(side.policy_steps.items.len(), 7, "steps of the policy tool");
    assert_eq!(side.alternatives.items.len(), 9, "kinds of support without a grant");
    assert_eq!(side.procurement_tips.items.len(), 6, "tips for social procurement");
    assert_eq!(side.tips.items.len(), 6, "tips of 2014");
    assert_eq!(side.convincing.items.len(), 3, "ways to convince colleagues");
    let numbers: Vec<u8> = side.global_goals.items.iter().map(|goal| goal.number).collect();
    assert_eq!(numbers, (1..=17).collect::<Vec<u8>>());
}

#[test]
fn every_department_and_instrument_of_the_real_files_is_named_somewhere() {
    let side = &real().municipal_nl;
    let mut named: BTreeMap<&str, Vec<u16>> = BTreeMap::new();
    let departments = named.entry("department").or_default();
    departments.extend(side.roles.items.iter().flat_map(|role| &role.involve).map(|id| id.0));
    departments.extend(side.alternatives.items.iter().flat_map(|kind| &kind.by).map(|id| id.0));
    departments.extend(side.decisions.items.iter().flat_map(|decision| &decision.by).map(|id| id.0));
    departments.extend(side.goals.items.iter().flat_map(|goal| &goal.departments).map(|id| id.0));
    departments.extend(side.desks.items.iter().map(|desk| desk.department.0));
    let instruments = named.entry("instrument").or_default();
    instruments.extend(side.goals.items.iter().flat_map(|goal| &goal.instruments).map(|id| id.0));
    let departments = side.departments.items.iter().map(|department| ("department", &department.id));
    let all = departments
        .zip(0..)
        .chain(side.instruments.items.iter().map(|instrument| ("instrument", &instrument.item.id)).zip(0..));
    let unnamed: Vec<&String> =
        all.filter(|((kind, _), row)| !named[kind].contains(row)).map(|((_, id), _)| id).collect();
    assert_eq!(unnamed, Vec::<&String>::new());
}
