//! What can be said only when everything is read, or built.

mod language;
mod reach;
mod unused;

use crate::build::Built;
use crate::cases;
use crate::diagnostic::Log;
use crate::read::Rules;

/// Checks of what is written.
pub(crate) fn written(rules: &Rules, log: &Log) {
    language::check(rules, log);
    enough_cases(rules, log);
}

/// Checks of a rulebook without mistakes so far, and its cases.
pub(crate) fn built(rules: &Rules, built: &Built, log: &Log) {
    reach::check(rules, &built.rulebook, log);
    if !log.has_errors() {
        run_cases(built, log);
    }
    unused::check(rules, built, log);
}

fn run_cases(built: &Built, log: &Log) {
    for result in cases::run(&built.rulebook, &built.cases) {
        let place = built.case_places.get(result.case);
        if let (Some(failure), Some(at)) = (result.failure, place) {
            log.error(*at, failure, "change what is expected here, or the rule");
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
