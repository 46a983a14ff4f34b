//! Every scheme that is open can fit somebody, on a day inside its round and before its review: the
//! worked cases show whom.

use std::collections::BTreeSet;
use std::path::Path;
use steunwijzer_compiler::cases::{About, Expect};
use steunwijzer_compiler::compile;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::rulebook::{Condition, Role, Rulebook, SchemeId, Status};

/// Whether anything telling is computed and confirmed: otherwise a person decides, or the
/// scheme stays *not confirmed* for everybody.
fn can_fit(rulebook: &Rulebook, scheme: SchemeId) -> bool {
    let tests = || rulebook.conditions_of(scheme).iter().filter(|row| row.role == Role::Test);
    let telling = |row: &Condition| !row.minor && !row.background;
    tests().any(telling) && tests().all(|row| !row.background || is_route(rulebook, scheme, row))
}

/// A route may rest on background knowledge while another one does not.
fn is_route(rulebook: &Rulebook, scheme: SchemeId, row: &Condition) -> bool {
    let mut left = 0;
    for condition in rulebook.conditions_of(scheme) {
        if left > 0 {
            left -= 1;
            if condition.id == row.id {
                return true;
            }
        } else {
            left = condition.routes;
        }
    }
    false
}

#[test]
fn every_open_scheme_fits_somebody_in_a_worked_case() {
    let edition = compile(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules"))
        .edition
        .expect("the rules compile: this crate was built from them");
    let shown: BTreeSet<usize> = edition
        .cases
        .iter()
        .filter(|case| matches!(case.expect, Expect::Verdict { verdict: Verdict::Fits, .. }))
        .filter_map(|case| match case.about {
            About::Scheme(scheme) => Some(scheme.row()),
            About::Definition(_) => None,
        })
        .collect();
    let schemes = (0..).zip(&edition.rulebook.schemes);
    let open = schemes
        .filter(|(row, scheme)| scheme.status == Status::Open && can_fit(&edition.rulebook, SchemeId(*row)));
    let never: Vec<&str> = open
        .filter(|(row, _)| !shown.contains(&usize::from(*row)))
        .map(|(_, scheme)| scheme.id.as_str())
        .collect();
    assert!(never.is_empty(), "no case shows whom these fit: {never:?}");
}
