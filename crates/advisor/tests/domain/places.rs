//! Finding municipalities.

use crate::small::{day, rulebook};
use steunwijzer_advisor::entry::{Today, search, today};
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
