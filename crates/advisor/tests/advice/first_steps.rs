//! What to do first.

use crate::people::{LUNCHROOM, look};
use steunwijzer_advisor::present::{FirstStep, StepTo};
use steunwijzer_engine::advice::Verdict;

fn steps(answers: &str) -> Vec<FirstStep> {
    look(answers, |view| view.first_steps())
}

#[test]
fn a_hire_that_starts_soon_is_arranged_before_its_first_day() {
    let steps = steps(LUNCHROOM);
    let first = &steps[0];
    assert!(first.why.contains("vóór 1\u{a0}december 2026, voor Werknemer 1"), "{}", first.why);
    assert!(matches!(&first.to, StepTo::Scheme(link) if link.id.starts_with("lks-")), "{:?}", first.to);
}

#[test]
fn a_hire_without_a_known_start_has_no_day_before_which() {
    let answers = LUNCHROOM.replace(r#""start": "2026-12-01", "#, "");
    assert!(steps(&answers).iter().all(|step| !step.why.contains("2026")), "{:?}", steps(&answers));
}

#[test]
fn the_answer_that_settles_most_is_one_of_the_steps() {
    let asked: Vec<FirstStep> =
        steps(LUNCHROOM).into_iter().filter(|step| matches!(step.to, StepTo::Ask(_))).collect();
    let [only] = asked.as_slice() else { panic!("{asked:?}") };
    assert!(only.why.starts_with("Dit antwoord beslist over"), "{}", only.why);
    look(LUNCHROOM, |view| assert_eq!(only.what, view.asks()[0].text));
}

#[test]
fn there_are_at_most_three_and_each_scheme_fits_and_comes_once() {
    look(LUNCHROOM, |view| {
        let steps = view.first_steps();
        assert_eq!(steps.len(), 3);
        let mut named = Vec::new();
        for step in steps {
            assert!(!step.what.is_empty() && !step.why.is_empty());
            if let StepTo::Scheme(link) = step.to {
                assert_eq!(view.judged(link.scheme).unwrap().verdict, Verdict::Fits, "{}", link.id);
                assert!(!named.contains(&link.scheme), "{}", link.id);
                named.push(link.scheme);
            }
        }
    });
}

#[test]
fn who_told_nothing_is_only_asked() {
    assert!(steps("{}").iter().all(|step| matches!(step.to, StepTo::Ask(_))));
}

#[test]
fn a_start_that_would_lose_a_fund_is_warned_of_until_it_has_begun() {
    let need = |started| {
        format!(
            r#"{{ "org.legal_form": "stichting", "needs": [{{ "amount": 30000, "purpose": "equipment",
                "themes": ["care", "nature"], "start": "2027-03-01", "started": {started} }}] }}"#
        )
    };
    let warns = |steps: &[FirstStep]| {
        steps.iter().any(|step| step.why.contains("vóór 1\u{a0}maart 2027, voor Behoefte 1"))
    };
    assert!(warns(&steps(&need(false))), "{:?}", steps(&need(false)));
    assert!(!warns(&steps(&need(true))));
}
