//! The list of verdicts beside the sheet.

use crate::Caller;
use steunwijzer_advisor::desk::Listing;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::rulebook::SchemeId;

const BEFORE: &str =
    r#"{ "org.place": "GM0034", "org.legal_form": "stichting", "needs": [{ "purpose": "equipment" }] }"#;
const AFTER: &str = r#"{ "org.place": "GM0034", "org.legal_form": "stichting",
    "needs": [{ "purpose": "equipment", "amount": 22000 }] }"#;

fn settled(caller: &Caller) -> Listing {
    let mut listing = Listing::default();
    caller.see(|view| listing.settle(view));
    listing
}

fn moved() -> Vec<SchemeId> {
    let (before, after) = (Caller::told(BEFORE), Caller::told(AFTER));
    let pairs = before.advice().schemes.iter().zip(&after.advice().schemes);
    pairs.filter(|(was, is)| was.verdict != is.verdict).map(|(_, is)| is.scheme).collect()
}

#[test]
fn an_answer_moves_no_row() {
    let (before, after) = (Caller::told(BEFORE), Caller::told(AFTER));
    let mut listing = settled(&before);
    let rows = listing.rows().to_vec();
    listing.answered(before.advice(), after.advice());
    assert_eq!(listing.rows().get(..rows.len()), Some(rows.as_slice()));
}

#[test]
fn what_now_fits_comes_in_below() {
    let (before, after) = (Caller::told(BEFORE), Caller::told(AFTER));
    let mut listing = settled(&before);
    let rows = listing.rows().len();
    listing.answered(before.advice(), after.advice());
    let added = listing.rows().get(rows..).expect("the old rows");
    assert!(!added.is_empty());
    let judged = &after.advice().schemes;
    for scheme in added {
        let own = judged.iter().find(|one| one.scheme == *scheme).expect("judged");
        assert_eq!(own.verdict, Verdict::Fits);
    }
}

#[test]
fn what_moved_is_new_until_the_next_answer() {
    let (before, after) = (Caller::told(BEFORE), Caller::told(AFTER));
    let mut listing = settled(&before);
    listing.answered(before.advice(), after.advice());
    let moved = moved();
    assert!(!moved.is_empty());
    assert!(moved.iter().all(|scheme| listing.is_fresh(*scheme)));
    after.see(|view| listing.settle(view));
    assert!(listing.is_fresh(moved[0]), "another field does not take it away");
    listing.answered(after.advice(), after.advice());
    assert!(moved.iter().all(|scheme| !listing.is_fresh(*scheme)));
}

#[test]
fn settled_the_schemes_that_fit_stand_first() {
    let after = Caller::told(AFTER);
    let listing = settled(&after);
    let verdicts: Vec<Verdict> = listing
        .rows()
        .iter()
        .filter_map(|scheme| after.see(|view| view.desk_row(*scheme)).map(|row| row.verdict))
        .collect();
    let mut sorted = verdicts.clone();
    sorted.sort();
    assert_eq!(verdicts, sorted);
    assert_eq!(verdicts.len(), listing.rows().len());
}

#[test]
fn a_row_says_what_to_ask_between_quotes() {
    let before = Caller::told(BEFORE);
    let asks = settled(&before).rows().iter().any(|scheme| {
        before.see(|view| view.desk_row(*scheme)).is_some_and(|row| row.line.starts_with("Vraag: “"))
    });
    assert!(asks);
}
