//! The civil servant's side on the command line.

use crate::program::{edition, text};

#[test]
fn it_is_printed_in_dutch_and_in_english_with_the_same_lines() {
    let (dutch, english) = (text(&["municipal"], ""), text(&["municipal", "--lang", "en"], ""));
    assert_eq!(dutch.lines().count(), english.lines().count());
    assert!(dutch.contains("Verbinder") && english.contains("Connector"));
}

#[test]
fn every_role_alternative_and_route_is_printed() {
    let side = &edition().municipal_nl;
    let roles = side.roles.items.iter().map(|role| &role.item);
    let alternatives = side.alternatives.items.iter().map(|alternative| &alternative.item);
    let routes = side.procurement_routes.items.iter().map(|route| &route.item);
    let printed = text(&["municipal"], "");
    let missing: Vec<&str> = roles
        .chain(alternatives)
        .chain(routes)
        .map(|item| side.words.get(item.name))
        .filter(|name| !printed.contains(*name))
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}
