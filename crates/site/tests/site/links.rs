//! Links lead somewhere, and every page has its counterpart in the other language.

use crate::made::{BASE, anywhere, attributes, pages, text, with_base};
use std::collections::BTreeSet;
use steunwijzer_site::Site;

/// What an address leads to inside the site; none if it leaves the site.
fn target(page: &str, address: &str) -> Option<String> {
    if address.contains("://") || address.starts_with("data:") {
        return None;
    }
    let file = address.split('#').next().unwrap_or_default();
    if file.is_empty() {
        return Some(page.to_owned());
    }
    if let Some(path) = file.strip_prefix('/') {
        let inside = path.strip_prefix("regels/").unwrap_or(path);
        return Some(inside.to_owned());
    }
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for part in file.split('/') {
        match part {
            ".." => {
                folders.pop().unwrap_or_else(|| panic!("{page} leaves the site: {address}"));
            }
            part => folders.push(part),
        }
    }
    Some(folders.join("/"))
}

/// The page of the advisor itself, which stands beside the site.
fn is_advisor(path: &str) -> bool {
    path.is_empty() || path == "index.html"
}

fn broken(site: &Site) -> Vec<String> {
    let exists =
        |path: &str| site.files.contains_key(path) || site.files.contains_key(&format!("{path}index.html"));
    let mut broken = BTreeSet::new();
    for (page, html) in pages(site) {
        for address in attributes(html, "href").into_iter().chain(attributes(html, "src")) {
            let Some(path) = target(page, address) else { continue };
            if !is_advisor(&path) && !exists(&path) {
                broken.insert(format!("{page}: {address}"));
            }
        }
    }
    broken.into_iter().collect()
}

#[test]
fn every_link_inside_the_site_resolves_at_an_address() {
    assert_eq!(broken(with_base()), Vec::<String>::new());
}

#[test]
fn every_link_inside_the_site_resolves_in_any_folder() {
    assert_eq!(broken(anywhere()), Vec::<String>::new());
}

#[test]
fn without_an_address_every_link_names_a_file() {
    for (page, html) in pages(anywhere()).filter(|(page, _)| *page != "404.html") {
        for address in attributes(html, "href") {
            let inside = target(page, address).is_some();
            assert!(!inside || !address.ends_with('/'), "{page}: {address}");
        }
    }
}

#[test]
fn every_page_leads_to_its_counterpart_and_back() {
    let site = anywhere();
    let other = |page: &str, html: &str| {
        let link = html
            .split("class=\"language\"")
            .nth(1)
            .and_then(|rest| attributes(rest, "href").first().copied());
        target(page, link.unwrap_or_else(|| panic!("{page} has no other language"))).unwrap()
    };
    for (page, html) in pages(site).filter(|(page, _)| *page != "404.html") {
        let counterpart = other(page, html);
        assert_ne!(counterpart.get(..3), page.get(..3), "{page}");
        assert_eq!(other(&counterpart, text(site, &counterpart)), page);
    }
}

#[test]
fn links_into_the_same_page_lead_to_something() {
    for (page, html) in pages(with_base()) {
        let ids: BTreeSet<&str> = attributes(html, "id").into_iter().collect();
        for address in attributes(html, "href") {
            if let Some(id) = address.strip_prefix('#') {
                assert!(ids.contains(id), "{page}: #{id}");
            }
        }
    }
}

#[test]
fn the_sitemap_lists_exactly_the_pages() {
    let map = roxmltree::Document::parse(text(with_base(), "sitemap.xml")).expect("XML");
    let listed = map
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")));
    let listed: Vec<&str> = listed.filter_map(|node| node.text()).collect();
    let written: BTreeSet<String> = pages(with_base())
        .filter(|(page, _)| *page != "404.html")
        .map(|(page, _)| format!("{BASE}{}", page.trim_end_matches("index.html")))
        .collect();
    assert_eq!(listed.len(), written.len());
    assert_eq!(listed.into_iter().map(str::to_owned).collect::<BTreeSet<String>>(), written);
}

#[test]
fn canonical_links_name_the_page_itself() {
    for (page, html) in pages(with_base()).filter(|(page, _)| *page != "404.html") {
        let canonical =
            html.split("rel=\"canonical\"").nth(1).and_then(|rest| attributes(rest, "href").first().copied());
        assert_eq!(canonical, Some(format!("{BASE}{}", page.trim_end_matches("index.html")).as_str()));
    }
}

#[test]
fn without_an_address_nothing_claims_one() {
    assert!(!anywhere().files.contains_key("sitemap.xml"));
    for (page, html) in pages(anywhere()) {
        assert!(!html.contains("canonical"), "{page}");
    }
}

#[test]
fn the_robots_file_names_the_sitemap() {
    assert!(text(with_base(), "robots.txt").ends_with(&format!("Sitemap: {BASE}sitemap.xml\n")));
}
