//! Tests that no case shows failing alone: nobody would notice if such a test were left out.

use crate::build::Built;
use crate::cases::{About, CaseResult};
use crate::diagnostic::Log;
use crate::nearest::did_you_mean;
use crate::read::Rules;
use crate::read::conditions::Condition as Written;
use crate::read::schemes::Scheme;
use std::collections::BTreeSet;
use steunwijzer_engine::rulebook::{Condition, ConditionId, Role, SchemeId};

/// Asks, for every test that can fail, for a case in which it is the only one that fails; only the
/// tests that it names in `fails_with` may fail beside it.
pub(super) fn check(rules: &Rules, built: &Built, results: &[CaseResult], log: &Log) {
    for (row, scheme) in (0..).zip(&rules.schemes) {
        let shown = failures(built, SchemeId(row), results);
        let mut rest = built.rulebook.conditions_of(SchemeId(row));
        while let [condition, behind @ ..] = rest {
            let (routes, next) = behind.split_at_checked(usize::from(condition.routes)).unwrap_or_default();
            let written = scheme.conditions.iter().find(|written| written.id.value == condition.id);
            if let Some(written) = written {
                known(scheme, written, log);
                if can_fail(condition, routes) && !shown.iter().any(|fails| alone(written, fails)) {
                    let message = format!("no case shows `{}` failing alone", condition.id);
                    log.warning(written.id.at, message, "add a `[[case]]` that is `like` one that fits");
                }
            }
            rest = next;
        }
    }
}

/// The tests that fail together, for each case of a scheme.
fn failures<'a>(built: &'a Built, scheme: SchemeId, results: &[CaseResult]) -> Vec<BTreeSet<&'a str>> {
    let of_scheme = results.iter().filter(|result| {
        built.cases.get(result.case).is_some_and(|case| case.about == About::Scheme(scheme))
    });
    let name =
        |id: &ConditionId| built.rulebook.conditions.get(id.row()).map(|condition| condition.id.as_str());
    of_scheme.map(|result| result.fails.iter().filter_map(name).collect()).collect()
}

/// A test fails only on confirmed knowledge; alternatives fail only if each of them can.
fn can_fail(condition: &Condition, routes: &[Condition]) -> bool {
    let confirmed = |row: &Condition| row.role == Role::Test && !row.background;
    confirmed(condition) && routes.iter().all(confirmed)
}

fn alone(written: &Written, fails: &BTreeSet<&str>) -> bool {
    let beside = |id: &&str| written.fails_with.iter().any(|other| other.value == *id);
    fails.contains(written.id.value.as_str())
        && fails.iter().filter(|id| **id != written.id.value).all(beside)
}

fn known(scheme: &Scheme, written: &Written, log: &Log) {
    let others = || scheme.conditions.iter().map(|other| other.id.value.as_str());
    for id in &written.fails_with {
        if !others().any(|other| other == id.value) {
            let message = format!("there is no condition `{}`", id.value);
            log.error(id.at, message, did_you_mean(&id.value, others()));
        }
    }
}
