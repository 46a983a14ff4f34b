//! Kleene's tables, and that they are what sets of answers give.

#![allow(clippy::expect_used)] // a test that cannot go on stops

use steunwijzer_engine::truth::Truth::{self, No, Open, Yes};

const ALL: [Truth; 3] = [No, Yes, Open];

fn worlds(truth: Truth) -> &'static [bool] {
    match truth {
        No => &[false],
        Yes => &[true],
        Open => &[false, true],
    }
}

fn of_worlds(results: impl Iterator<Item = bool>) -> Truth {
    results.map(Truth::from).reduce(Truth::or_either).expect("at least one world")
}

#[test]
fn and_is_what_all_pairs_of_worlds_give() {
    for a in ALL {
        for b in ALL {
            let pairs = worlds(a).iter().flat_map(|x| worlds(b).iter().map(move |y| *x && *y));
            assert_eq!(a & b, of_worlds(pairs), "{a:?} and {b:?}");
        }
    }
}

#[test]
fn or_is_what_all_pairs_of_worlds_give() {
    for a in ALL {
        for b in ALL {
            let pairs = worlds(a).iter().flat_map(|x| worlds(b).iter().map(move |y| *x || *y));
            assert_eq!(a | b, of_worlds(pairs), "{a:?} or {b:?}");
        }
    }
}

#[test]
fn not_is_what_each_world_gives() {
    for a in ALL {
        assert_eq!(!a, of_worlds(worlds(a).iter().map(|x| !x)));
    }
}
