//! What search engines ask for: a sitemap (sitemaps.org 0.9) and robots.txt.

use crate::address::{Base, Page};
use crate::known::Known;
use maud::{PreEscaped, html};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_compiler::Edition;

/// The most addresses of one sitemap.
const MOST_ADDRESSES: usize = 50_000;

const LANGS: [Lang; 2] = [Lang::Nl, Lang::En];
const START: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
const SPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The files; without a base there is no sitemap, since it needs whole addresses.
pub(crate) fn files(edition: &Edition, known: &Known<'_>, base: Option<&Base>) -> Vec<(String, Vec<u8>)> {
    let Some(base) = base else { return vec![("robots.txt".to_owned(), robots(None).into_bytes())] };
    let mut files = sitemaps(base, &entries(edition, known, base), MOST_ADDRESSES);
    files.push(("robots.txt".to_owned(), robots(Some(base)).into_bytes()));
    files
}

/// One sitemap; of more than `most` addresses, several with an index of them.
fn sitemaps(base: &Base, entries: &[String], most: usize) -> Vec<(String, Vec<u8>)> {
    let parts: Vec<Vec<u8>> =
        entries.chunks(most.max(1)).map(|part| urlset(&part.concat()).into_bytes()).collect();
    if let [only] = parts.as_slice() {
        return vec![("sitemap.xml".to_owned(), only.clone())];
    }
    let names: Vec<String> = (1..=parts.len()).map(|number| format!("sitemap-{number}.xml")).collect();
    let first = ("sitemap.xml".to_owned(), index(base, &names).into_bytes());
    [first].into_iter().chain(names.into_iter().zip(parts)).collect()
}

fn robots(base: Option<&Base>) -> String {
    let sitemap = base.map(|base| format!("Sitemap: {}\n", base.join("sitemap.xml"))).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

/// Every page of every language, with its counterpart in the other.
fn entries(edition: &Edition, known: &Known<'_>, base: &Base) -> Vec<String> {
    let day = edition.rulebook.edition.date;
    let mut entries = Vec::new();
    for page in Page::all(known.rulebook, known) {
        let address = |lang| base.join(&page.folder(known.rulebook, known, lang));
        let alternates: String = LANGS
            .map(|lang| {
                let code = lang.code();
                let href = html! { (address(lang)) }.into_string();
                format!(r#"<xhtml:link rel="alternate" hreflang="{code}" href="{href}"/>"#)
            })
            .concat();
        for lang in LANGS {
            let entry = html! {
                url { loc { (address(lang)) } lastmod { (day) } (PreEscaped(&alternates)) }
                (PreEscaped("\n"))
            };
            entries.push(entry.into_string());
        }
    }
    entries
}

fn urlset(entries: &str) -> String {
    format!(
        "{START}<urlset xmlns=\"{SPACE}\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{entries}</urlset>\n"
    )
}

fn index(base: &Base, names: &[String]) -> String {
    let each = html! { @for name in names { sitemap { loc { (base.join(name)) } } (PreEscaped("\n")) } };
    format!("{START}<sitemapindex xmlns=\"{SPACE}\">\n{}</sitemapindex>\n", each.into_string())
}

#[cfg(test)]
mod tests {
    use super::{Base, sitemaps};

    fn names(addresses: usize) -> Vec<String> {
        let base: Base = "https://example.org".parse().expect("an address");
        let entries = vec!["<url/>".to_owned(); addresses];
        sitemaps(&base, &entries, 2).into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn as_many_addresses_as_fit_make_one_sitemap() {
        assert_eq!(names(2), ["sitemap.xml"]);
    }

    #[test]
    fn more_addresses_are_split_behind_an_index() {
        assert_eq!(names(3), ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
    }
}
