//! States and editions for the tests, and that a file gives back what was saved.

use proptest::prelude::*;
use std::sync::LazyLock;
use steunwijzer_advisor::answers_file;
use steunwijzer_advisor::case::{Case, CaseAction, Definition};
use steunwijzer_advisor::dossier::{AidChoices, Dossier, Opened, PlanChoices, read, write};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::plan::aid::{Ceiling, Owner};
use steunwijzer_advisor::present::plan::{Choose, Finance, FinanceField, Setting, Settings};
use steunwijzer_engine::advise;
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{AnswerType, ListId, QuestionId, Rulebook, Words};
use steunwijzer_engine::slot::Slot;

static RULEBOOK: LazyLock<Rulebook> = LazyLock::new(steunwijzer_rules::rulebook);

pub(crate) fn rulebook() -> &'static Rulebook {
    &RULEBOOK
}

/// The Dutch words of the real rules.
pub(crate) fn dutch() -> Words {
    let words = steunwijzer_rules::words(steunwijzer_rules::WORDS_NL).unwrap();
    words.with_schemes(steunwijzer_rules::scheme_words(steunwijzer_rules::SCHEMES_NL).unwrap()).unwrap()
}

pub(crate) fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

/// Scenario S6: one hire in Tilburg.
pub(crate) const LUNCHROOM: &str = r#"{
  "org.legal_form": "vof", "org.place": "GM0855", "org.founded": "2023-11",
  "hires": [{ "place": "GM0855", "age": 27, "hours": 28, "loonwaarde": "55 %", "start": "2026-12-01",
    "pays_minimum": true, "register": true, "lks_group": true, "job_kind": "ordinary",
    "benefit": "bijstand", "history": "none", "lkv_statement": "?" }]
}"#;

/// Scenario S2: two needs in Utrecht.
pub(crate) const TEXTILE: &str = r#"{
  "org.legal_form": "bv", "org.place": "GM0344", "org.founded": "2024-11", "org.turnover": 310000,
  "org.fte": 4, "org.enterprise": true, "org.independent": true, "org.employer": true,
  "needs": [
    { "purpose": "working_capital", "amount": 75000, "place": "GM0344",
      "start": { "from": "2027-01", "to": "2027-03" }, "started": false },
    { "purpose": "equipment", "amount": 40000, "place": "GM0344", "themes": ["circular"],
      "start": { "from": "2027-01", "to": "2027-03" }, "started": false }
  ]
}"#;

pub(crate) fn answers(text: &str) -> Answers {
    answers_file::read(rulebook(), text).unwrap()
}

pub(crate) fn dossier(text: &str) -> Dossier {
    Dossier { answers: answers(text), ..Dossier::new(rulebook(), today(), Lang::Nl) }
}

/// Something in every part.
pub(crate) fn full() -> Dossier {
    let case = [
        CaseAction::Note("Belt op dinsdag.\n\"Wil\" snel starten: € 40.000 \\ 2027 \u{1f600}".to_owned()),
        CaseAction::Tick("stap-2".to_owned()),
        CaseAction::Tick("stap-1.a".to_owned()),
        CaseAction::Define(Definition::Broad),
        CaseAction::Goal("banen".to_owned()),
        CaseAction::Intake("missie".to_owned(), "zorg".to_owned()),
    ];
    let case = case.into_iter().fold(Case::default(), |case, action| case.after(action));
    let mut cash = Settings::default();
    cash.set(Setting::Wage(0), "above".to_owned());
    cash.set(Setting::WageMuch(0), "5".to_owned());
    cash.set(Setting::Charges, "23,5".to_owned());
    cash.set(Setting::GrowthLeast, String::new());
    let bank = rulebook().scheme_id("qredits-mkb-krediet").unwrap();
    let fund = rulebook().scheme_id("oranje-fonds").unwrap();
    let finance = [
        Choose::Typed(FinanceField::Amount(1, bank), "€ 2.500,50".to_owned()),
        Choose::Resize(1, bank),
        Choose::Leave(0, fund),
        Choose::Typed(FinanceField::Rate, "6,5".to_owned()),
        Choose::Typed(FinanceField::WageSupport(0), "1000".to_owned()),
    ];
    let finance = finance.into_iter().fold(Finance::default(), |finance, choose| finance.after(choose));
    let aid = AidChoices {
        owners: vec![Owner::Own, Owner::NotKnown],
        day: Date::new(2027, 3, 2),
        ceiling: Some(Ceiling::Sgei),
        amount: "25.000".to_owned(),
    };
    Dossier { case, plan: PlanChoices { cash, finance, aid }, ..dossier(TEXTILE) }
}

pub(crate) fn saved(dossier: &Dossier) -> String {
    write(rulebook(), dossier, &advise(rulebook(), &dossier.answers, dossier.as_on))
}

pub(crate) fn opened(text: &str) -> Opened {
    read(rulebook(), text.as_bytes(), today(), Lang::Nl)
        .unwrap_or_else(|refused| panic!("{refused:?}: {text}"))
}

/// Arbitrary answers: the numbers say which question gets which part of its values.
pub(crate) fn arbitrary() -> impl Strategy<Value = Answers> {
    prop::collection::vec((any::<u16>(), any::<u64>()), 0..60).prop_map(|choices| answered(&choices))
}

fn answered(choices: &[(u16, u64)]) -> Answers {
    let rulebook = rulebook();
    let mut answers = Answers::new(rulebook);
    let number = u16::try_from(rulebook.questions.len()).unwrap();
    for (which, part) in choices {
        let row = which % number;
        let question = &rulebook.questions[usize::from(row)];
        let whose = match question.list {
            None => Whose::Organisation,
            Some(list) => {
                let told = answers.records(list).map_or(0, <[_]>::len);
                let _full = (told < 2).then(|| answers.add_record(rulebook, list));
                Whose::Record(list, u16::from(told > 0 && part % 2 == 0))
            }
        };
        let all = question.answer.anything(rulebook.municipalities.len());
        let part = i64::try_from(part % (1 << 62)).unwrap();
        let slot = match &question.answer {
            AnswerType::YesNo | AnswerType::Choice(_) => Slot::bits((part & all.low).max(1)),
            AnswerType::Choices(_) => Slot { low: part & (part >> 7) & all.high, high: part & all.high },
            AnswerType::Number { .. } | AnswerType::Date { .. } | AnswerType::Place => {
                let low = all.low + part % (all.high - all.low + 1);
                Slot::between(low, low + (part >> 9) % (all.high - low + 1))
            }
        };
        let answer = if part % 11 == 0 { Answer::NotKnown } else { Answer::Known(slot) };
        answers.set(rulebook, QuestionId(row), whose, Some(answer)).unwrap();
    }
    if choices.len() % 5 == 1 {
        answers.tell_none(ListId(0));
    }
    answers
}

#[test]
fn a_dossier_that_is_opened_and_saved_again_has_the_same_bytes() {
    for dossier in [full(), dossier(LUNCHROOM), dossier("{}"), dossier(r#"{ "hires": [] }"#)] {
        let file = saved(&dossier);
        assert_eq!(saved(&opened(&file).dossier), file);
    }
}

#[test]
fn nothing_of_a_state_is_lost() {
    let (before, after) = (full(), opened(&saved(&full())).dossier);
    assert_eq!((after.answers, after.as_on, after.lang), (before.answers, before.as_on, before.lang));
    assert_eq!((after.case, after.plan.aid), (before.case, before.plan.aid));
    assert_eq!(after.plan.finance.wishes(), before.plan.finance.wishes());
    assert_eq!(after.plan.finance.means(), before.plan.finance.means());
    for (setting, text) in before.plan.cash.all() {
        assert_eq!(after.plan.cash.get(*setting), Some(text.as_str()));
    }
    assert_eq!(after.kept, []);
}

#[test]
fn the_order_in_which_things_were_done_does_not_show() {
    let mut other = full();
    other.plan.cash = Settings::default();
    for (setting, text) in full().plan.cash.all().iter().rev() {
        other.plan.cash.set(*setting, text.clone());
    }
    assert_eq!(saved(&other), saved(&full()));
}

#[test]
fn money_is_text_and_no_number_has_a_fraction() {
    let file = saved(&full());
    assert!(file.contains(r#""amount": "2500.50""#), "{file}");
    let tree: serde_json::Value = serde_json::from_str(&file).unwrap();
    assert!(!has_fraction(&tree));
}

fn has_fraction(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::Number(number) => number.as_i64().is_none(),
        serde_json::Value::Array(values) => values.iter().any(has_fraction),
        serde_json::Value::Object(entries) => entries.values().any(has_fraction),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::String(_) => false,
    }
}

#[test]
fn a_file_holds_the_verdict_of_every_scheme() {
    let dossier = dossier(LUNCHROOM);
    let verdicts = opened(&saved(&dossier)).verdicts;
    let advice = advise(rulebook(), &dossier.answers, dossier.as_on);
    let expected: Vec<_> = advice
        .schemes
        .iter()
        .map(|judged| (rulebook().schemes[judged.scheme.row()].id.clone(), judged.verdict))
        .collect();
    assert_eq!(verdicts, expected);
}

#[test]
fn plain_answers_open_as_a_dossier_of_form_one() {
    let opened = opened(LUNCHROOM);
    assert_eq!((opened.form, opened.edition.as_ref()), (1, None));
    assert_eq!(opened.dossier, dossier(LUNCHROOM));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_answers_come_back_from_a_file(answers in arbitrary()) {
        let dossier = Dossier { answers, ..Dossier::new(rulebook(), today(), Lang::En) };
        let file = saved(&dossier);
        let again = opened(&file).dossier;
        prop_assert_eq!(saved(&again), file);
        prop_assert_eq!(again, dossier);
    }
}
