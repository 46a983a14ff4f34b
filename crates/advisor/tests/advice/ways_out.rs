//! What is still open where the usual way is closed.

use crate::people::{LUNCHROOM, NO_MONEY, look, look_on};
use steunwijzer_advisor::present::{Situation, View, WayOut};
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::rulebook::Help;

fn way(view: &View<'_>, situation: Situation) -> Option<WayOut> {
    view.ways_out().into_iter().find(|way| way.situation == situation)
}

#[test]
fn who_fits_and_asks_money_needs_no_way_out() {
    look(LUNCHROOM, |view| assert_eq!(view.ways_out(), []));
}

#[test]
fn who_told_nothing_is_not_told_that_nothing_fits() {
    look("{}", |view| assert_eq!(view.ways_out(), []));
}

#[test]
fn no_money_wanted_shows_help_in_kind_and_no_loan() {
    look(NO_MONEY, |view| {
        let way = way(view, Situation::NoMoney).expect("a way");
        assert!(!way.open.is_empty());
        for (link, verdict) in &way.open {
            assert_eq!(view.row(link.scheme).unwrap().help, Help::InKind, "{}", link.id);
            assert_ne!(*verdict, Verdict::DoesNotFit, "{}", link.id);
        }
    });
}

#[test]
fn a_need_of_which_the_amount_is_open_may_be_about_money() {
    let open = NO_MONEY.replace(r#""amount": 0, "#, "");
    look(&open, |view| assert_eq!(way(view, Situation::NoMoney), None));
}

#[test]
fn what_has_begun_says_how_many_schemes_it_closes_and_what_is_open() {
    let answers = r#"{ "org.legal_form": "bv", "org.place": "GM0344", "org.enterprise": true,
        "needs": [{ "purpose": "equipment", "amount": 40000, "place": "GM0344", "started": true }] }"#;
    look(answers, |view| {
        let way = way(view, Situation::Started).expect("a way");
        let closed = way.sentences.last().unwrap();
        assert!(closed.starts_with("Bij ") && closed.contains("regelingen"), "{closed}");
        assert_eq!(way.open.len(), 3);
        assert!(way.open.iter().all(|(_, verdict)| *verdict != Verdict::DoesNotFit));
    });
}

#[test]
fn trouble_is_only_said_when_it_was_answered_for_certain() {
    look(r#"{ "org.difficulty": "losses" }"#, |view| assert!(way(view, Situation::InTrouble).is_some()));
    for other in [r#"{ "org.difficulty": "none" }"#, r#"{ "org.difficulty": "?" }"#] {
        look(other, |view| assert_eq!(way(view, Situation::InTrouble), None, "{other}"));
    }
}

#[test]
fn somebody_can_always_be_called() {
    for answers in ["{}", NO_MONEY, r#"{ "org.difficulty": "insolvent" }"#] {
        look(answers, |view| assert!(!view.to_call().is_empty(), "{answers}"));
    }
}

#[test]
fn where_nothing_fits_it_names_at_most_three_answers_that_settle_something() {
    // Long after every rule had to be checked again nothing fits for certain.
    look_on("2029-01-01", LUNCHROOM, |view| {
        assert_eq!(view.advice.counts.fits, 0);
        let way = way(view, Situation::NothingFits).expect("a way");
        assert!(way.asks.len() <= 3 && way.asks.iter().all(|ask| ask.decides > 0));
        assert!(!way.sentences.is_empty());
    });
}
