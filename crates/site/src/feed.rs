//! The feed of changes: Atom (RFC 4287).

use crate::Options;
use crate::address::Page;
use crate::assets::FEED;
use crate::known::Known;
use crate::pages::changes::said;
use maud::{Markup, PreEscaped, html};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{fixed_changes as say, site as product};
use steunwijzer_compiler::Edition;
use steunwijzer_engine::date::Date;

/// The feed of a language: its path inside the site and its text.
///
/// Ids do not depend on where the site stands: a reader knows an entry again after a move.
pub(crate) fn feed(edition: &Edition, known: &Known<'_>, options: &Options, lang: Lang) -> (String, String) {
    let folder = Page::Changes.folder(known.rulebook, known, lang);
    let newest = edition.changes.iter().map(|change| change.date).max();
    let updated = newest.unwrap_or(edition.rulebook.edition.date);
    let whole = |path: &str, short: &str| match &options.base {
        Some(base) => base.join(path),
        None => short.to_owned(),
    };
    let path = format!("{folder}{FEED}");
    let page = whole(&folder, "index.html");
    let text = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=(lang.code()) {
            id { (format!("urn:steunwijzer:changes:{}", lang.code())) }
            title { (product::name(lang)) ": " (say::title(lang)) }
            subtitle { (say::about(lang)) }
            updated { (moment(updated)) }
            author { name { (product::name(lang)) } }
            (link("self", "application/atom+xml", &whole(&path, FEED)))
            (link("alternate", "text/html", &page))
            @for change in &edition.changes {
                entry {
                    id { (format!("urn:steunwijzer:change:{}:{}", change.id, lang.code())) }
                    title { (change.date) ": " (said(change, lang)) }
                    updated { (moment(change.date)) }
                    (link("alternate", "text/html", &format!("{page}#{}", change.id)))
                    summary type="text" { (said(change, lang)) }
                }
            }
        }
    };
    (path, format!("{}\n", text.into_string()))
}

fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

/// An empty element: written with both of its tags, as XML asks.
fn link(rel: &str, kind: &str, href: &str) -> Markup {
    let escaped = html! { (href) }.into_string();
    PreEscaped(format!(r#"<link rel="{rel}" type="{kind}" href="{escaped}"/>"#))
}
