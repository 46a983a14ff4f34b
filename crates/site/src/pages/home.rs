//! The first page of a language.

use super::changes;
use crate::address::{INDEXES, Page};
use crate::layout::{Content, Script, Writer};
use crate::structured;
use maud::html;
use steunwijzer_advisor::messages::fixed as say;

pub(super) fn page(writer: &Writer<'_>) -> Content {
    let lang = writer.lang;
    let about = |page| match page {
        Page::Kinds => say::look_kinds(lang),
        Page::Places => say::look_places(lang),
        Page::Questions => say::look_questions(lang),
        Page::Sources => say::look_sources(lang),
        Page::Changes => say::look_changes(lang),
        Page::Accuracy => say::look_accuracy(lang),
        Page::Data => say::look_data(lang),
        Page::Home
        | Page::Schemes
        | Page::Scheme(_)
        | Page::Kind(_)
        | Page::Place(_)
        | Page::Question(_)
        | Page::Source(_) => say::look_schemes(lang),
    };
    let body = html! {
        p class="lead" { (say::home_lead(lang)) }
        p { (say::home_count(lang, writer.known.rulebook.schemes.len())) }
        p { a class="forward" href=(writer.app_link("")) { (say::home_app(lang)) } }
        h2 { (say::home_look(lang)) }
        ul class="rows" {
            @for page in INDEXES {
                li {
                    a href=(writer.to(page)) { (writer.name_of_index(page)) }
                    span class="small" { (about(page)) }
                }
            }
        }
        @if let Some(change) = writer.edition.changes.first() {
            h2 { (say::home_news(lang)) }
            (changes::one(writer, change, 3))
            p { a href=(writer.to(Page::Changes)) { (say::home_all_news(lang)) } }
        }
    };
    Content {
        title: say::home_title(lang).to_owned(),
        about: say::home_lead(lang).to_owned(),
        body,
        data: vec![structured::website(writer)],
        script: Script::None,
    }
}
