//! What changed in the rules.

use crate::address::Page;
use crate::assets::FEED;
use crate::layout::{Content, Script, Writer};
use maud::{Markup, html};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::fixed_changes as say;
use steunwijzer_advisor::show;
use steunwijzer_compiler::changes::Change;

pub(super) fn page(writer: &Writer<'_>) -> Content {
    let lang = writer.lang;
    let feed = writer.file_link(&format!("{}{FEED}", writer.folder(Page::Changes, lang)));
    let body = html! {
        p class="lead" { (say::lead(lang)) }
        p { a href=(feed) type="application/atom+xml" { (say::feed(lang)) } }
        @if writer.edition.changes.is_empty() { p { (say::none(lang)) } }
        @for change in &writer.edition.changes { (one(writer, change, 2)) }
    };
    Content {
        title: say::title(lang).to_owned(),
        about: say::about(lang).to_owned(),
        body,
        data: vec![],
        script: Script::None,
    }
}

/// A change under a heading of this level, with its day, schemes and sources.
pub(super) fn one(writer: &Writer<'_>, change: &Change, level: u8) -> Markup {
    let lang = writer.lang;
    let day = html! { time datetime=(change.date.to_string()) { (show::day(lang, change.date)) } };
    html! {
        article id=(change.id) {
            @if level == 2 { h2 { (day) } } @else { h3 { (day) } }
            p { (said(change, lang)) }
            @if !change.schemes.is_empty() { p { (say::about_schemes(lang)) " " (writer.scheme_links(&change.schemes)) } }
            @for (source, at) in &change.sources {
                @if let Some(row) = writer.view.source_row(*source, at) { (writer.citation(*source, &row)) }
            }
        }
    }
}

/// What changed, in a language.
pub(crate) fn said(change: &Change, lang: Lang) -> &str {
    match lang {
        Lang::Nl => &change.nl,
        Lang::En => &change.en,
    }
}
