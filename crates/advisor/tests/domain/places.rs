//! Finding municipalities.

use crate::small::{day, rulebook};
use steunwijzer_advisor::entry::{PlaceEntry, Spot, Today, place, search, spots, today};
use steunwijzer_engine::rulebook::Rulebook;

fn names(typed: &str) -> Vec<String> {
    search(rulebook(), typed, 10).into_iter().map(|found| found.name).collect()
}

fn row(code: &str) -> u16 {
    let at = rulebook().municipalities.iter().position(|one| one.code == code).unwrap();
    u16::try_from(at).unwrap()
}

/// The small rulebook, in which Assen was abolished and went into these.
fn after_abolishing_assen(successors: &[&str]) -> Rulebook {
    let mut rulebook = rulebook().clone();
    let assen = &mut rulebook.municipalities[usize::from(row("GM0106"))];
    assen.until = Some(day("2026-12-31"));
    assen.successors = successors.iter().map(|code| (*code).to_owned()).collect();
    rulebook
}

#[test]
fn names_that_begin_so_are_found_whatever_the_case() {
    assert_eq!(names("a"), ["Amersfoort", "Assen"]);
    assert_eq!(names("UTR"), ["Utrecht"]);
    assert_eq!(names("x"), Vec::<String>::new());
    assert_eq!(names(" "), Vec::<String>::new());
}

#[test]
fn a_place_is_found_with_its_province() {
    assert_eq!(search(rulebook(), "assen", 1)[0].province, "Drenthe");
}

#[test]
fn an_abolished_municipality_leads_to_its_only_successor() {
    let rulebook = after_abolishing_assen(&["GM0344"]);
    assert_eq!(today(&rulebook, row("GM0106"), day("2026-12-31")), Today::One(row("GM0106")));
    assert_eq!(today(&rulebook, row("GM0106"), day("2027-01-01")), Today::One(row("GM0344")));
}

#[test]
fn a_split_municipality_is_never_chosen_for_the_visitor() {
    let rulebook = after_abolishing_assen(&["GM0344", "GM0307"]);
    let several = Today::Several(vec![row("GM0344"), row("GM0307")]);
    assert_eq!(today(&rulebook, row("GM0106"), day("2027-01-01")), several);
}

#[test]
fn successors_that_go_around_in_a_circle_end() {
    let rulebook = after_abolishing_assen(&["GM0106"]);
    assert_eq!(today(&rulebook, row("GM0106"), day("2027-01-01")), Today::One(row("GM0106")));
}

fn municipality(code: &str) -> Spot {
    Spot::Municipality(row(code))
}

fn province(name: &str) -> Spot {
    let at = rulebook().provinces.iter().position(|one| one.name == name).unwrap();
    Spot::Province(u16::try_from(at).unwrap())
}

fn typed(text: &str) -> PlaceEntry {
    place(rulebook(), text, day("2026-11-21"))
}

#[test]
fn a_name_that_is_both_is_the_municipality() {
    assert_eq!(typed("utrecht"), PlaceEntry::Read(municipality("GM0344")));
    assert_eq!(typed("provincie Utrecht"), PlaceEntry::Read(province("Utrecht")));
    assert_eq!(typed("province of Utrecht"), PlaceEntry::Read(province("Utrecht")));
}

#[test]
fn a_province_is_read_by_its_name_and_its_other_name() {
    assert_eq!(typed("Drenthe"), PlaceEntry::Read(province("Drenthe")));
    assert_eq!(typed("sticht"), PlaceEntry::Read(province("Utrecht")));
}

#[test]
fn the_only_place_that_begins_so_is_read() {
    assert_eq!(typed("Amers"), PlaceEntry::Read(municipality("GM0307")));
}

#[test]
fn several_places_that_begin_so_are_asked_back() {
    let both = vec![municipality("GM0307"), municipality("GM0106")];
    assert_eq!(typed("a"), PlaceEntry::Which(both));
}

#[test]
fn what_is_no_place_is_said_apart_from_nothing() {
    assert_eq!(typed("Atlantis"), PlaceEntry::NotFound);
    assert_eq!(typed("provincie Atlantis"), PlaceEntry::NotFound);
    assert_eq!(typed("  "), PlaceEntry::Empty);
}

#[test]
fn a_split_municipality_that_was_typed_is_asked_back() {
    let rulebook = after_abolishing_assen(&["GM0344", "GM0307"]);
    let both = vec![municipality("GM0344"), municipality("GM0307")];
    assert_eq!(place(&rulebook, "Assen", day("2027-01-01")), PlaceEntry::Which(both));
}

#[test]
fn suggestions_name_municipalities_before_provinces() {
    assert_eq!(spots(rulebook(), "utr", 5), [municipality("GM0344"), province("Utrecht")]);
    assert_eq!(spots(rulebook(), "utr", 1), [municipality("GM0344")]);
}

#[test]
fn a_province_is_the_set_of_its_municipalities() {
    let utrecht = province("Utrecht").slot(rulebook());
    for code in ["GM0344", "GM0307"] {
        assert!((utrecht.low..=utrecht.high).contains(&i64::from(row(code))), "{code}");
    }
    assert!(!(utrecht.low..=utrecht.high).contains(&i64::from(row("GM0106"))));
}
