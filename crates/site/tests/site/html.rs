//! What stands in the pages.

use crate::made::{anywhere, attributes, edition, make, pages, text, with_base};
use serde_json::Value;
use std::collections::BTreeSet;
use steunwijzer_engine::rulebook::Evidence;

#[test]
fn ids_are_unique_in_a_page() {
    for (page, html) in pages(with_base()) {
        let ids = attributes(html, "id");
        let distinct: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), distinct.len(), "{page}");
    }
}

#[test]
fn every_page_has_a_policy_and_nothing_that_it_refuses() {
    for (page, html) in pages(with_base()) {
        assert!(
            html.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"),
            "{page}"
        );
        assert!(attributes(html, "style").is_empty(), "{page}");
        let scripts = html.matches("<script ").count();
        let blocks = html.matches("<script type=\"application/ld+json\">").count();
        let allowed = usize::from(html.contains("script-src 'self'"));
        assert_eq!(scripts, blocks + allowed, "{page}");
    }
}

#[test]
fn only_the_search_page_has_a_script() {
    let with: Vec<&str> = pages(with_base())
        .filter(|(_, html)| html.contains("script-src 'self'"))
        .map(|(page, _)| page)
        .collect();
    assert_eq!(with, ["en/schemes/index.html", "nl/regelingen/index.html"]);
}

#[test]
fn structured_data_is_json_with_a_type() {
    for (page, html) in pages(with_base()) {
        for block in html.split("<script type=\"application/ld+json\">").skip(1) {
            let block = block.split("</script>").next().unwrap();
            let data: Value = serde_json::from_str(block).unwrap_or_else(|error| panic!("{page}: {error}"));
            assert!(data["@type"].is_string(), "{page}");
        }
    }
}

#[test]
fn a_scheme_shows_every_condition_with_the_days_of_its_sources() {
    let edition = edition();
    let rulebook = &edition.rulebook;
    let site = anywhere();
    for scheme in &rulebook.schemes {
        let page = text(site, &format!("nl/regeling/{}/index.html", scheme.id));
        let (from, to) = scheme.conditions;
        for condition in &rulebook.conditions[from as usize..to as usize] {
            let said = maud::html! { (edition.nl.get(condition.text)) }.into_string();
            assert!(page.contains(&said), "{}: {said}", scheme.id);
        }
        let cited =
            rulebook.conditions[from as usize..to as usize].iter().flat_map(|one| &one.sources).count();
        assert!(page.matches("nagekeken op").count() >= cited, "{}", scheme.id);
    }
}

#[test]
fn a_sum_that_depends_on_answers_is_not_shown() {
    let page = text(anywhere(), "nl/regeling/lks-participatiewet/index.html");
    assert!(page.contains("Welk bedrag u krijgt, hangt af van uw antwoorden."));
    assert!(!page.contains("class=\"amount\""));
}

#[test]
fn a_municipality_without_rules_of_its_own_is_not_said_to_have_none() {
    let page = text(anywhere(), "nl/gemeente/staphorst/index.html");
    assert!(page.contains("kennen wij geen eigen regels in deze uitgave"));
    assert!(page.contains("Dat zegt niets over of ze bestaan."));
}

#[test]
fn a_source_that_nobody_saw_says_so() {
    let background = edition().rulebook.sources.iter().find(|source| source.evidence == Evidence::Background);
    let page = text(anywhere(), &format!("nl/bron/{}/index.html", background.unwrap().id));
    assert!(page.contains("nee, dit is eigen kennis en niet bevestigd"));
}

#[test]
fn there_is_a_page_for_everything_in_both_languages() {
    let rulebook = &edition().rulebook;
    let day = rulebook.edition.date;
    let municipalities = rulebook
        .municipalities
        .iter()
        .filter(|one| one.from.is_none_or(|from| from <= day) && one.until.is_none_or(|until| day <= until));
    let each = [
        ("regeling", "scheme", rulebook.schemes.len()),
        ("vraag", "question", rulebook.questions.len()),
        ("bron", "source", rulebook.sources.len()),
        ("gemeente", "municipality", municipalities.count()),
        ("soort", "kind", 11),
    ];
    for (nl, en, number) in each {
        for folder in [format!("nl/{nl}/"), format!("en/{en}/")] {
            assert_eq!(
                pages(anywhere()).filter(|(page, _)| page.starts_with(&folder)).count(),
                number,
                "{folder}"
            );
        }
    }
}

#[test]
fn the_same_edition_gives_the_same_bytes() {
    assert!(make(edition(), None) == *anywhere());
}
