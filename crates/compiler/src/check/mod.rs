//! What can be said only when everything is read, or built.

mod alone;
mod language;
mod reach;
mod relations;
mod unused;

use crate::build::Built;
use crate::cases::{self, CaseResult};
use crate::diagnostic::{Log, Severity};
use crate::read::Rules;
use crate::read::reader::Text;

/// Checks of what is written.
pub(crate) fn written(rules: &Rules, municipal: &[Text], log: &Log) {
    language::check(rules, municipal, log);
    relations::check(rules, log);
    enough_cases(rules, log);
}

/// Checks of a rulebook without mistakes so far, and its cases.
pub(crate) fn built(rules: &Rules, built: &Built, log: &Log, failed_case: Severity) {
    reach::check(rules, &built.rulebook, log);
    if !log.has_errors() {
        let results = cases::run(&built.rulebook, &built.cases);
        report_failures(built, &results, log, failed_case);
        // Who tries something out need not show every test failing alone.
        if failed_case == Severity::Error {
            alone::check(rules, built, &results, log);
        }
    }
    unused::check(rules, built, log);
}

fn report_failures(built: &Built, results: &[CaseResult], log: &Log, severity: Severity) {
    for result in results {
        let place = built.case_places.get(result.case);
        if let (Some(failure), Some(at)) = (&result.failure, place) {
            log.add(severity, *at, failure.clone(), "change what is expected here, or the rule".to_owned());
        }
    }
}

fn enough_cases(rules: &Rules, log: &Log) {
    for scheme in &rules.schemes {
        if scheme.cases.len() < 2 {
            let message =
                format!("`{}` has {} cases: two are the least", scheme.id.value, scheme.cases.len());
            let help = "add a `[[case]]` that fits and one that does not";
            log.error(scheme.id.at, message, help);
        }
    }
    for definition in &rules.definitions {
        if definition.cases.is_empty() {
            let message = format!("no case shows what `{}` gives", definition.id.value);
            log.warning(definition.id.at, message, "add a `[[definition.case]]`");
        }
    }
}
