//! Schemes that can never fit: a test that fails although nothing was answered.

use crate::diagnostic::{Log, Placed};
use crate::read::Rules;
use crate::read::schemes::Scheme;
use std::collections::BTreeSet;
use steunwijzer_engine::advice::{Because, State, SubjectAdvice};
use steunwijzer_engine::advise;
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{Rulebook, Status};

/// Judges every scheme while nothing was answered: what fails then fails always. A test may depend
/// on the day, so it must fail on every day on which something begins or ends.
pub(super) fn check(rules: &Rules, rulebook: &Rulebook, log: &Log) {
    let nothing = Answers::new(rulebook);
    let days = days(rulebook);
    let advices: Vec<_> = days.iter().map(|day| advise(rulebook, &nothing, *day)).collect();
    for (row, scheme) in rules.schemes.iter().enumerate() {
        if scheme.status != Status::Open {
            continue;
        }
        let on_all_days: Vec<&SubjectAdvice> =
            advices.iter().filter_map(|advice| advice.schemes.get(row)?.subjects.first()).collect();
        report(scheme, rulebook, &on_all_days, log);
    }
}

fn days(rulebook: &Rulebook) -> BTreeSet<Date> {
    let windows = rulebook.schemes.iter().flat_map(|scheme| &scheme.windows);
    let windows = windows.flat_map(|window| [window.opens, window.closes]);
    let values = rulebook.parameters.iter().flat_map(|parameter| &parameter.values);
    let values = values.flat_map(|value| [Some(value.from), value.until]);
    windows.chain(values).chain([Some(rulebook.edition.date)]).flatten().collect()
}

fn report(scheme: &Scheme, rulebook: &Rulebook, on_all_days: &[&SubjectAdvice], log: &Log) {
    let Some(first) = on_all_days.first() else {
        return;
    };
    for (place, condition) in first.conditions.iter().enumerate() {
        let fails = |found: &&SubjectAdvice| {
            found.conditions.get(place).is_some_and(|found| found.state == State::NotMet)
        };
        let row = rulebook.conditions.get(condition.condition.row());
        if on_all_days.iter().all(fails)
            && let Some(at) = row.and_then(|row| written(scheme, &row.id)).map(|id| id.at)
        {
            let message = "no answer can ever meet this test";
            log.error(at, message, "compare it with the bounds of the questions it uses");
            return;
        }
    }
    if on_all_days.iter().all(|found| found.because == Because::NeverTogether) {
        let message = format!("no answers can ever meet all tests of `{}`", scheme.id.value);
        log.error(scheme.id.at, message, "two of its tests exclude each other");
    }
}

fn written<'a>(scheme: &'a Scheme, id: &str) -> Option<&'a Placed<String>> {
    let routes = scheme.conditions.iter().flat_map(|condition| &condition.routes);
    let mut all = scheme.conditions.iter().chain(routes);
    all.find(|condition| condition.id.value == id).map(|condition| &condition.id)
}
