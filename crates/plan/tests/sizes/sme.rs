//! Figures of one year against the limits, and public owners.

use super::{BOOK, alone, between, exactly, figures, hundredths, rules};
use proptest::prelude::*;
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::define;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::sizes::{Class, Decided, Figures, Firm, PublicOwner};

/// Published case `sme-class-boundaries`.
#[test]
fn the_published_boundaries_give_their_classes() {
    let rows = [
        ("9.99", "2000000", "9000000", Class::Micro, Decided::WithinLimits),
        ("10", "2000000", "2000000", Class::Small, Decided::WithinLimits),
        ("49.9", "12000000", "10000000", Class::Small, Decided::WithinLimits),
        ("249.9", "50000000", "90000000", Class::Medium, Decided::WithinLimits),
        ("250", "1000000", "1000000", Class::Large, Decided::Headcount),
        ("20", "50000001", "43000001", Class::Large, Decided::Money),
    ];
    for (headcount, turnover, balance, class, decided) in rows {
        let test = rules().size(&alone(figures(headcount, turnover, balance)));
        assert_eq!((&test.classes[..], test.decided), (&[class][..], decided), "{headcount} fte");
        assert!(test.one_year_only);
    }
}

#[test]
fn an_open_headcount_leaves_each_class_that_is_possible() {
    let own = Figures { headcount: between("40", "60"), ..figures("0", "1000000", "1000000") };
    let test = rules().size(&alone(own));
    assert_eq!(test.classes, [Class::Small, Class::Medium]);
    assert_eq!((test.is_sme, test.decided), (Truth::Yes, Decided::WithinLimits));
    let own = Figures { headcount: Number::Unknown, ..own };
    let test = rules().size(&alone(own));
    assert_eq!((test.is_sme, test.decided), (Truth::Open, Decided::OpenHeadcount));
}

#[test]
fn one_known_money_limit_is_enough() {
    let own = Figures { turnover: Number::Unknown, ..figures("20", "0", "9000000") };
    assert_eq!(rules().size(&alone(own)).classes, [Class::Small]);
    let own = Figures { turnover: Number::Unknown, ..figures("20", "0", "43000001") };
    let test = rules().size(&alone(own));
    assert_eq!((test.is_sme, test.decided), (Truth::Open, Decided::OpenMoney));
}

#[test]
fn without_a_year_nothing_is_known() {
    let test = rules().size(&Firm::default());
    assert_eq!((test.is_sme, test.decided), (Truth::Open, Decided::NoYear));
    assert_eq!(test.classes.len(), 4);
}

fn owned(owners: &[(&str, Truth)]) -> Firm {
    let owner = |(share, listed_investor): &(&str, Truth)| PublicOwner {
        share: exactly(share),
        listed_investor: *listed_investor,
    };
    Firm { public_owners: owners.iter().map(owner).collect(), ..alone(figures("5", "100000", "100000")) }
}

#[test]
fn a_quarter_in_public_hands_is_no_sme_however_small() {
    let of = |owners: &[(&str, Truth)]| {
        let test = rules().size(&owned(owners));
        (test.is_sme, test.decided)
    };
    assert_eq!(of(&[("0.2499", Truth::No)]), (Truth::Yes, Decided::WithinLimits));
    assert_eq!(of(&[("0.25", Truth::No)]), (Truth::No, Decided::PublicOwners));
    assert_eq!(of(&[("0.15", Truth::No), ("0.10", Truth::No)]), (Truth::No, Decided::PublicOwners));
    assert_eq!(rules().size(&owned(&[("1", Truth::No)])).classes, [Class::Large]);
}

#[test]
fn a_listed_investor_may_hold_up_to_half() {
    let of = |owners: &[(&str, Truth)]| rules().size(&owned(owners));
    assert_eq!(of(&[("0.5", Truth::Yes)]).is_sme, Truth::Yes);
    assert_eq!(of(&[("0.51", Truth::Yes)]).is_sme, Truth::No);
    let open = of(&[("0.4", Truth::Open)]);
    assert_eq!((open.is_sme, open.decided), (Truth::Open, Decided::OpenPublicOwners));
}

/// What a definition says of these hundredths.
fn defined(name: &str, [headcount, turnover, balance]: [i64; 3]) -> Truth {
    let mut answers = Answers::new(&BOOK);
    for (name, value) in [("org.fte", headcount), ("org.turnover", turnover), ("org.balance", balance)] {
        let id = BOOK.question_id(name).expect("a question");
        let answer = Some(Answer::Known(Slot::exactly(value)));
        answers.set(&BOOK, id, Whose::Organisation, answer).expect("a fitting answer");
    }
    let id = BOOK.definition_id(name).expect("a definition");
    define(&BOOK, &answers, super::day("2026-11-21"), id, Whose::Organisation).truth()
}

/// Hundredths around each limit, and others.
fn around(limits: [i64; 3], most: i64) -> impl Strategy<Value = i64> {
    let near = proptest::sample::select(limits.to_vec());
    prop_oneof![(near, -1i64..=1).prop_map(|(limit, step)| limit * 100 + step), 0..most]
}

proptest! {
    #[test]
    fn a_firm_alone_is_what_the_definitions_say(
        headcount in around([10, 50, 250], 40_000),
        turnover in around([2_000_000, 10_000_000, 50_000_000], 6_000_000_000),
        balance in around([2_000_000, 10_000_000, 43_000_000], 6_000_000_000),
    ) {
        let of = |value| Number::exactly(hundredths(value));
        let own = Figures { headcount: of(headcount), turnover: of(turnover), balance: of(balance) };
        let test = rules().size(&alone(own));
        let told = [headcount, turnover, balance];
        let smallest = if defined("is_micro", told) == Truth::Yes {
            Class::Micro
        } else if defined("is_small", told) == Truth::Yes {
            Class::Small
        } else if defined("is_sme", told) == Truth::Yes {
            Class::Medium
        } else {
            Class::Large
        };
        prop_assert_eq!(test.classes, vec![smallest]);
    }
}
