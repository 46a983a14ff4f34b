//! Places as people type them, over the real table.

use crate::program::edition;
use steunwijzer_advisor::entry::{PlaceEntry, Spot, place};
use steunwijzer_engine::date::Date;

fn named(typed: &str) -> Vec<String> {
    let rules = edition();
    let on = Date::new(2026, 11, 21).unwrap();
    let spots = match place(&rules.rulebook, typed, on) {
        PlaceEntry::Read(spot) => vec![spot],
        PlaceEntry::Which(spots) => spots,
        PlaceEntry::Empty | PlaceEntry::NotFound => Vec::new(),
    };
    let name = |spot: Spot| match spot {
        Spot::Municipality(_) => spot.name(&rules.rulebook).to_owned(),
        Spot::Province(_) => format!("provincie {}", spot.name(&rules.rulebook)),
    };
    let mut names: Vec<String> = spots.into_iter().map(name).collect();
    names.sort();
    names
}

#[test]
fn a_municipality_that_went_into_one_other_is_that_other() {
    assert_eq!(named("Weesp"), ["Amsterdam"]);
}

#[test]
fn a_municipality_that_was_split_is_asked_among_those_that_are_left() {
    assert_eq!(named("Haaren"), ["Boxtel", "Oisterwijk", "Tilburg", "Vught"]);
}

#[test]
fn two_municipalities_called_bergen_are_asked_apart() {
    let found = named("Bergen");
    assert!(
        found.contains(&"Bergen (L.)".to_owned()) && found.contains(&"Bergen (NH.)".to_owned()),
        "{found:?}"
    );
}

#[test]
fn the_beginning_of_a_province_offers_the_province_too() {
    assert!(named("gelderl").contains(&"provincie Gelderland".to_owned()));
}
