//! The days for a calendar.

use crate::{ALMERE, TILBURG, view};
use std::collections::BTreeSet;
use steunwijzer_advisor::export::{Deadline, calendar};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_engine::advice::Verdict;

fn days(answers: &str) -> Vec<Deadline> {
    view(Lang::Nl, answers, |view| view.deadlines())
}

#[test]
fn the_last_day_before_a_start_names_what_would_be_lost() {
    let days = days(TILBURG);
    let start = days.iter().find(|day| day.id == "start-hire-1").expect("the start of the hire");
    assert_eq!(start.day.to_string(), "2026-11-30");
    assert!(start.text.contains("Loonkostensubsidie"), "{}", start.text);
}

#[test]
fn a_round_closes_on_its_day_and_at_its_hour() {
    let days = days(TILBURG);
    let closes = days.iter().find(|day| day.id == "closes-innovatiekrediet").expect("a round that closes");
    assert_eq!((closes.day.to_string().as_str(), closes.hour), ("2026-12-31", None));
    let timed: Vec<&Deadline> = days.iter().filter(|day| day.hour.is_some()).collect();
    assert!(timed.iter().all(|day| day.hour == Some((17, 0))), "{timed:?}");
}

#[test]
fn what_does_not_fit_closes_for_nobody() {
    view(Lang::Nl, ALMERE, |view| {
        for day in view.deadlines() {
            let Some(id) = day.id.strip_prefix("closes-") else { continue };
            let scheme = view.rulebook.scheme_id(id).unwrap();
            let judged = view.advice.schemes.iter().find(|judged| judged.scheme == scheme).unwrap();
            let opens = format!("opens-{id}");
            let is_announced = view.deadlines().iter().any(|other| other.id == opens);
            assert!(judged.verdict != Verdict::DoesNotFit || is_announced, "{id}");
        }
    });
}

#[test]
fn no_day_lies_in_the_past_and_they_stand_in_order() {
    let days = days(ALMERE);
    assert!(days.is_sorted_by_key(|day| day.day));
    assert!(days.iter().all(|day| day.day.to_string().as_str() >= "2026-11-22"), "{:?}", days.first());
}

#[test]
fn every_day_has_a_name_of_its_own_and_keeps_it() {
    let (first, second) = (days(ALMERE), days(ALMERE));
    assert_eq!(first, second);
    let names: BTreeSet<&str> = first.iter().map(|day| day.id.as_str()).collect();
    assert_eq!(names.len(), first.len());
    assert!(names.iter().any(|name| name.starts_with("recheck-")));
}

#[test]
fn the_same_answers_give_the_same_file() {
    let file = || view(Lang::En, TILBURG, |view| calendar(view.lang, view.advice.as_on, &view.deadlines()));
    assert_eq!(file(), file());
    assert!(file().is_some_and(|file| file.starts_with("BEGIN:VCALENDAR\r\n")));
}
