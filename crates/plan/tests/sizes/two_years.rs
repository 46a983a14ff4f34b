//! The two-year rule.

use super::{figures, rules};
use proptest::prelude::*;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::sizes::{Class, Decided, Figures, Firm, SizeTest, Year};

fn fte(headcount: &str) -> Year {
    Year::alone(figures(headcount, "1000000", "1000000"))
}

fn test(years: Vec<Year>) -> SizeTest {
    rules().size(&Firm { years, public_owners: Vec::new() })
}

#[test]
fn one_year_above_the_limit_does_not_change_the_status() {
    let test = test(vec![fte("240"), fte("260")]);
    assert_eq!((test.is_sme, test.decided), (Truth::Yes, Decided::TwoYears));
    assert_eq!(test.classes, [Class::Medium]);
}

#[test]
fn two_years_above_the_limit_do() {
    let test = test(vec![fte("240"), fte("260"), fte("255")]);
    assert_eq!((test.is_sme, test.decided), (Truth::No, Decided::Headcount));
}

#[test]
fn a_year_below_between_two_above_starts_the_count_again() {
    let test = test(vec![fte("240"), fte("260"), fte("240"), fte("260")]);
    assert_eq!(test.is_sme, Truth::Yes);
}

#[test]
fn one_year_back_below_the_limit_is_not_enough_either() {
    let test = test(vec![fte("260"), fte("260"), fte("240")]);
    assert_eq!((test.is_sme, test.decided), (Truth::No, Decided::TwoYears));
}

#[test]
fn each_class_looks_at_its_own_limit() {
    // Two years above micro, only one above small.
    assert_eq!(test(vec![fte("5"), fte("20"), fte("80")]).classes, [Class::Small]);
}

#[test]
fn a_merger_counts_at_once() {
    let merged = Year { merged: Truth::Yes, ..fte("260") };
    assert_eq!(test(vec![fte("240"), merged]).is_sme, Truth::No);
}

#[test]
fn a_merger_of_which_nobody_knows_leaves_open_what_it_decides() {
    let perhaps = |headcount| Year { merged: Truth::Open, ..fte(headcount) };
    let above = test(vec![fte("240"), perhaps("260")]);
    assert_eq!((above.is_sme, above.decided), (Truth::Open, Decided::OpenMerger));
    assert_eq!(test(vec![fte("240"), perhaps("245")]).is_sme, Truth::Yes);
}

#[test]
fn an_open_year_before_leaves_it_open() {
    let unknown = Year::alone(Figures { headcount: Number::Unknown, ..figures("0", "1", "1") });
    let test = test(vec![unknown, fte("260")]);
    assert_eq!((test.is_sme, test.decided), (Truth::Open, Decided::OpenYearsBefore));
    assert!(!test.one_year_only);
}

/// The rule in its own words: the status changes when two years in a row say so.
fn by_the_words(within: &[bool]) -> Option<bool> {
    let mut status = *within.first()?;
    for pair in within.windows(2) {
        if pair[0] == pair[1] {
            status = pair[1];
        }
    }
    Some(status)
}

proptest! {
    #[test]
    fn any_row_of_years_follows_the_words(within in proptest::collection::vec(any::<bool>(), 1..8)) {
        let years = within.iter().map(|within| fte(if *within { "249.99" } else { "250" })).collect();
        prop_assert_eq!(Some(test(years).is_sme == Truth::Yes), by_the_words(&within));
    }

    #[test]
    fn open_years_hold_every_completion(
        within in proptest::collection::vec((any::<bool>(), any::<bool>()), 1..7)
    ) {
        let year = |(within, open): &(bool, bool), told: bool| match (open, told) {
            (true, false) => Year::alone(Figures { headcount: Number::Unknown, ..figures("0", "1", "1") }),
            (true, true) | (false, _) => fte(if *within { "249.99" } else { "250" }),
        };
        let wide = test(within.iter().map(|one| year(one, false)).collect()).is_sme;
        let narrow = test(within.iter().map(|one| year(one, true)).collect()).is_sme;
        prop_assert!(wide == Truth::Open || wide == narrow);
    }
}
