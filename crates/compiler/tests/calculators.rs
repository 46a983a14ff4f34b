//! Calculators: what the compiler makes of them.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod small;

use std::path::Path;
use std::sync::LazyLock;
use steunwijzer_compiler::{Compiled, Edition, compile, compile_files, render};
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::calculators::Special;
use steunwijzer_engine::rulebook::{ListId, QuestionId};
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::{advise, advise_on};

fn small() -> Edition {
    let compiled = compile_files(small::rulebook().expect("the small rulebook can be read"));
    compiled.edition.unwrap_or_else(|| panic!("{}", render(&compiled.diagnostics, false)))
}

static REAL: LazyLock<Compiled> =
    LazyLock::new(|| compile(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules")));

fn real() -> &'static Edition {
    REAL.edition.as_ref().unwrap_or_else(|| panic!("{}", render(&REAL.diagnostics, false)))
}

#[test]
fn a_calculator_says_what_its_file_says() {
    let edition = small();
    let calculator = edition.calculators.get(0).expect("a calculator");
    assert_eq!(calculator.id, "bonus");
    assert_eq!(edition.nl.get(calculator.title), "Toeslag");
    assert_eq!(edition.en.get(calculator.title), "Bonus");
    assert_eq!(calculator.special, Some(Special::Loan));
    assert_eq!(calculator.schemes, [edition.rulebook.scheme_id("youth-bonus").expect("a scheme")]);
    assert_eq!(calculator.definitions, [edition.rulebook.definition_id("is_small").expect("a definition")]);
    let fte = edition.rulebook.question_id("org.fte").expect("a question");
    assert_eq!(calculator.given, [(fte, Slot::exactly(300))]);
}

#[test]
fn its_own_questions_stand_behind_those_of_the_rulebook_and_nowhere_in_it() {
    let edition = small();
    assert_eq!(edition.rulebook.question_id("tool.price"), None);
    let all = edition.calculators.extend(&edition.rulebook);
    let first = u16::try_from(edition.rulebook.questions.len()).expect("not that many");
    assert_eq!(all.question_id("tool.price"), Some(QuestionId(first)));
    let machine = &all.questions[usize::from(first) + 1];
    let machines = u16::try_from(edition.rulebook.lists.len()).expect("not that many");
    assert_eq!((machine.list, machine.slot), (Some(ListId(machines)), 0));
    assert_eq!(all.lists[usize::from(machines)].width, 1);
}

#[test]
fn added_questions_change_no_advice() {
    let edition = real();
    let all = edition.calculators.extend(&edition.rulebook);
    let (plain, more) = (Answers::new(&edition.rulebook), Answers::new(&all));
    let day = edition.rulebook.edition.date;
    assert_eq!(advise(&edition.rulebook, &plain, day), advise(&all, &more, day));
}

#[test]
fn some_schemes_are_judged_as_among_all() {
    let rulebook = &real().rulebook;
    let answers = Answers::new(rulebook);
    let day = rulebook.edition.date;
    let all = advise(rulebook, &answers, day);
    for judged in &all.schemes {
        let alone = advise_on(rulebook, &answers, day, [judged.scheme]);
        assert_eq!(alone.schemes, std::slice::from_ref(judged));
    }
}

#[test]
fn a_rulebook_without_calculators_has_none() {
    let mut files = small::rulebook().expect("the small rulebook can be read");
    files.retain(|file| !file.path.starts_with("calculators/"));
    let edition = compile_files(files).edition.expect("it compiles");
    assert!(edition.calculators.all.is_empty());
}

#[test]
fn the_real_files_are_without_mistakes_and_in_plain_words() {
    let files = REAL.diagnostics.iter().filter(|found| found.file.path.starts_with("calculators/"));
    let found: Vec<_> = files.cloned().collect();
    assert!(found.is_empty(), "{}", render(&found, false));
}

#[test]
fn there_are_ten_calculators() {
    let ids: Vec<&str> = real().calculators.all.iter().map(|calculator| calculator.id.as_str()).collect();
    let expected = [
        "loonkostensubsidie",
        "loonkostenvoordeel",
        "wbso",
        "eia-mia",
        "bmkb",
        "lening",
        "steunruimte",
        "mkb-toets",
        "moeilijkheden",
        "aanbestedingsdrempel",
    ];
    assert_eq!(ids, expected);
}
