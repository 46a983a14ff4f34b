//! Places as people type them, over the real table.

use crate::program::edition;
use steunwijzer_advisor::entry::{PlaceEntry, Spot, place};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::Municipality;

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

/// The published numbers of municipalities: if a change were missing, one of them would be off.
#[test]
fn the_table_gives_the_published_number_of_municipalities_on_each_day() {
    let places = &edition().rulebook.municipalities;
    let on = |year, month, day| {
        let day = Date::new(year, month, day).unwrap();
        let there = |place: &&Municipality| {
            place.from.is_none_or(|from| from <= day) && place.until.is_none_or(|until| until >= day)
        };
        places.iter().filter(there).count()
    };
    let counts = [on(2020, 12, 31), on(2021, 1, 1), on(2022, 1, 1), on(2022, 3, 24), on(2023, 1, 1)];
    assert_eq!(counts, [355, 352, 345, 344, 342]);
    assert_eq!(on(2026, 11, 21), 342);
}

#[test]
fn every_municipality_of_today_has_a_region_and_every_abolished_one_a_successor() {
    for place in &edition().rulebook.municipalities {
        assert!(!place.region.is_empty(), "{}", place.name);
        assert_eq!(place.until.is_some(), !place.successors.is_empty(), "{}", place.name);
    }
}
