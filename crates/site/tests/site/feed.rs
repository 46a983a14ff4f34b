//! The feed is Atom (RFC 4287).

use crate::made::{BASE, anywhere, edition, text, with_base};
use roxmltree::{Document, Node};
use std::collections::BTreeSet;

const ATOM: &str = "http://www.w3.org/2005/Atom";
const FEEDS: [&str; 2] = ["nl/veranderingen/feed.xml", "en/changes/feed.xml"];

fn children<'a>(node: Node<'a, 'a>, name: &'static str) -> Vec<Node<'a, 'a>> {
    node.children().filter(|child| child.has_tag_name((ATOM, name))).collect()
}

fn only<'a>(node: Node<'a, 'a>, name: &'static str) -> &'a str {
    match children(node, name).as_slice() {
        [one] => one.text().unwrap_or_default(),
        several => panic!("{} times {name}", several.len()),
    }
}

fn is_moment(text: &str) -> bool {
    text.strip_suffix("T00:00:00Z").is_some_and(|day| day.parse::<steunwijzer_engine::date::Date>().is_ok())
}

#[test]
fn a_feed_and_its_entries_have_what_atom_asks() {
    for (site, path) in [with_base(), anywhere()].into_iter().flat_map(|site| FEEDS.map(|path| (site, path)))
    {
        let document = Document::parse(text(site, path)).expect("XML");
        let feed = document.root_element();
        assert!(feed.has_tag_name((ATOM, "feed")));
        let entries = children(feed, "entry");
        assert_eq!(entries.len(), edition().changes.len());
        let mut ids = BTreeSet::new();
        for node in entries.into_iter().chain([feed]) {
            assert!(ids.insert(only(node, "id").to_owned()), "an id stands twice");
            assert!(only(node, "id").starts_with("urn:"));
            assert!(!only(node, "title").is_empty());
            assert!(is_moment(only(node, "updated")));
        }
        assert_eq!(only(children(feed, "author")[0], "name"), "Steunwijzer");
    }
}

#[test]
fn a_feed_at_an_address_names_itself_and_its_page_in_full() {
    let document = Document::parse(text(with_base(), FEEDS[0])).expect("XML");
    let links = children(document.root_element(), "link");
    let named: Vec<(Option<&str>, Option<&str>)> =
        links.iter().map(|link| (link.attribute("rel"), link.attribute("href"))).collect();
    let (own, page) = (format!("{BASE}nl/veranderingen/feed.xml"), format!("{BASE}nl/veranderingen/"));
    assert_eq!(named, [(Some("self"), Some(own.as_str())), (Some("alternate"), Some(page.as_str()))]);
}
