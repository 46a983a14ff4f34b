//! What every action makes of an interview.

use crate::small::{Told, day, question, rulebook, scheme};
use steunwijzer_advisor::interview::{Action, Interview, Progress};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_engine::answers::{Answer, AnswerError, Whose};
use steunwijzer_engine::slot::Slot;

const HERE: Whose = Whose::Organisation;

fn start() -> Interview {
    Interview::new(rulebook(), day("2026-11-21"), Lang::Nl)
}

fn after(interview: &Interview, actions: &[Action]) -> Interview {
    let step = |state: Interview, action: &Action| state.after(rulebook(), *action).unwrap();
    actions.iter().fold(interview.clone(), step)
}

fn answer(id: &str, slot: Slot) -> Action {
    Action::Answer(question(id), HERE, slot)
}

/// The ids of the questions that are asked in a topic, with whether their answers count.
fn asked(interview: &Interview, topic: usize) -> Vec<(&'static str, bool)> {
    let asked = interview.asked(rulebook(), &rulebook().topics[topic]);
    asked.iter().map(|one| (rulebook().questions[one.question.row()].id.as_str(), one.counts)).collect()
}

#[test]
fn an_answer_is_kept_and_taken_back() {
    let told = after(&start(), &[answer("org.legal_form", Slot::option(1))]);
    let form = &rulebook().questions[question("org.legal_form").row()];
    assert_eq!(told.answers.get(form, HERE), Some(Answer::Known(Slot::option(1))));
    let back = after(&told, &[Action::TakeBack(question("org.legal_form"), HERE)]);
    assert!(back.answers.is_empty());
}

#[test]
fn not_known_is_an_answer() {
    let told = after(&start(), &[Action::NotKnown(question("org.fte"), HERE)]);
    let fte = &rulebook().questions[question("org.fte").row()];
    assert_eq!(told.answers.get(fte, HERE), Some(Answer::NotKnown));
}

#[test]
fn an_answer_outside_the_bounds_changes_nothing() {
    let refused = start().after(rulebook(), answer("org.fte", Slot::exactly(-1)));
    assert_eq!(refused, Err(AnswerError::OutsideBounds));
}

#[test]
fn a_question_is_asked_once_it_certainly_applies() {
    assert_eq!(asked(&start(), 0), [("org.place", true), ("org.legal_form", true)]);
    let told = after(&start(), &[answer("org.legal_form", Slot::option(1))]);
    assert_eq!(asked(&told, 0), [("org.place", true), ("org.legal_form", true), ("org.fte", true)]);
}

#[test]
fn not_known_opens_no_further_question() {
    let told = after(&start(), &[Action::NotKnown(question("org.legal_form"), HERE)]);
    assert_eq!(asked(&told, 0), [("org.place", true), ("org.legal_form", true)]);
}

#[test]
fn an_answer_that_no_longer_applies_stays_and_is_marked() {
    let told = after(
        &start(),
        &[
            answer("org.legal_form", Slot::option(1)),
            answer("org.fte", Slot::exactly(300)),
            answer("org.legal_form", Slot::option(0)),
        ],
    );
    assert_eq!(asked(&told, 0), [("org.place", true), ("org.legal_form", true), ("org.fte", false)]);
}

#[test]
fn each_record_is_asked_in_turn() {
    let list = rulebook().list_id("hires").unwrap();
    let told = after(&start(), &[Action::AddRecord(list), Action::AddRecord(list)]);
    let asked = told.asked(rulebook(), &rulebook().topics[1]);
    let rows: Vec<Whose> = asked.iter().map(|one| one.whose).collect();
    let [first, second] = [0, 1].map(|row| Whose::Record(list, row));
    assert_eq!(rows, [first, first, second, second]);
}

#[test]
fn a_record_is_taken_away_and_the_next_moves_up() {
    let list = rulebook().list_id("hires").unwrap();
    let age = |row, age| Action::Answer(question("hire.age"), Whose::Record(list, row), Slot::exactly(age));
    let told = after(&start(), &[Action::AddRecord(list), Action::AddRecord(list), age(0, 20), age(1, 30)]);
    let left = after(&told, &[Action::RemoveRecord(list, 0)]);
    let age = &rulebook().questions[question("hire.age").row()];
    let kept = left.answers.get(age, Whose::Record(list, 0));
    assert_eq!(kept, Some(Answer::Known(Slot::exactly(30))));
}

#[test]
fn no_more_records_than_the_list_holds() {
    let list = rulebook().list_id("hires").unwrap();
    let full = after(&start(), &[Action::AddRecord(list); 5]);
    assert_eq!(full.after(rulebook(), Action::AddRecord(list)), Err(AnswerError::ListFull));
}

#[test]
fn none_is_told_and_forgotten() {
    let list = rulebook().list_id("hires").unwrap();
    let none = after(&start(), &[Action::TellNone(list)]);
    assert_eq!(none.answers.records(list).map(<[_]>::len), Some(0));
    assert_eq!(after(&none, &[Action::Forget(list)]).answers.records(list), None);
}

#[test]
fn next_and_back_stay_inside_the_topics() {
    assert_eq!(after(&start(), &[Action::Back]).topic, 0);
    assert_eq!(after(&start(), &[Action::Next]).topic, 1);
    assert_eq!(after(&start(), &[Action::Next, Action::Next, Action::Next]).topic, 1);
    assert_eq!(after(&start(), &[Action::GoTo(9)]).topic, 1);
}

#[test]
fn starting_again_keeps_the_day_and_the_language() {
    let told = after(
        &start(),
        &[
            answer("org.legal_form", Slot::option(1)),
            Action::AsOn(day("2027-01-05")),
            Action::Speak(Lang::En),
        ],
    );
    let again = after(&told, &[Action::StartAgain]);
    assert!(again.answers.is_empty());
    assert_eq!((again.as_on, again.lang), (day("2027-01-05"), Lang::En));
}

#[test]
fn what_we_leave_open_ourselves_counts_as_settled() {
    let answers = r#"{ "org.place": "GM0344", "org.legal_form": "stichting", "org.fte": 3 }"#;
    let progress = |as_on| Progress::of(Told::on(as_on, answers).view(Lang::Nl).advice);
    assert_eq!(progress("2026-11-21"), Progress { settled: 1, of: 2 });
    // After the day before which it had to be checked, the bonus is left open by us.
    assert_eq!(progress("2027-06-01").settled, 2, "{:?}", scheme("youth-bonus"));
}
