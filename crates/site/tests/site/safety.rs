//! Text of the rules is text: whatever stands in it, no element, script or address comes of it.

use crate::made::{attributes, edition, make, pages};
use roxmltree::Document;
use steunwijzer_compiler::Edition;
use steunwijzer_engine::rulebook::{TextId, Words};

const HOSTILE: &str = "</script></title><img src=x onerror=alert(1)>\" onfocus=\"alert(2)' ]]>&amp; <!--";

/// The edition with every text changed.
fn with_texts(change: impl Fn(&str) -> String) -> Edition {
    let changed = |words: &Words| {
        let count = u32::try_from(words.count()).unwrap();
        let questions = words.clone().into_parts().0.count();
        let texts = (0..count).map(|row| change(words.get(TextId(row)))).collect();
        Words::new(texts, u32::try_from(questions).unwrap())
    };
    let mut edition = edition().clone();
    (edition.nl, edition.en) = (changed(&edition.nl), changed(&edition.en));
    for municipality in &mut edition.rulebook.municipalities {
        municipality.region.push_str(HOSTILE);
    }
    for change in &mut edition.changes {
        change.nl.push_str(HOSTILE);
        change.en.push_str(HOSTILE);
    }
    edition
}

#[test]
fn hostile_text_stays_text() {
    let site = make(&with_texts(|text| format!("{text}{HOSTILE}")), Some("https://steun.example/"));
    for (page, html) in pages(&site) {
        assert!(!html.contains("<img"), "{page}");
        assert!(!html.contains("<!--"), "{page}");
        assert!(attributes(html, "onfocus").is_empty(), "{page}");
        assert_eq!(html.matches("</title>").count(), 1, "{page}");
        assert_eq!(html.matches("<script ").count(), html.matches("</script>").count(), "{page}");
    }
    for (path, bytes) in site.files.iter().filter(|(path, _)| path.ends_with(".xml")) {
        Document::parse(std::str::from_utf8(bytes).unwrap())
            .unwrap_or_else(|error| panic!("{path}: {error}"));
    }
}

#[test]
fn an_address_that_is_not_of_the_web_becomes_no_link() {
    let site = make(&with_texts(|_| "javascript:alert(1)".to_owned()), None);
    for (page, html) in pages(&site) {
        let links = attributes(html, "href");
        assert!(!links.iter().any(|address| address.contains("script:")), "{page}");
    }
}
