//! Sources: what each is, when we saw it, and what rests on it.

use crate::address::Page;
use crate::known::{Use, Uses, lines};
use crate::layout::{Content, Script, Writer};
use crate::parts::{fact, folded, web};
use maud::{Markup, html};
use steunwijzer_advisor::messages::{fixed as common, fixed_source as say};
use steunwijzer_advisor::present::source_kind_word;
use steunwijzer_engine::order::in_order;
use steunwijzer_engine::rulebook::{Evidence, Scheme, SchemeId, Source, SourceId, SourceKind};

const KINDS: [SourceKind; 4] =
    [SourceKind::Law, SourceKind::Official, SourceKind::Provider, SourceKind::Secondary];

pub(super) fn list(writer: &Writer<'_>) -> Content {
    let lang = writer.lang;
    let sources = (0u16..).zip(&writer.known.rulebook.sources).map(|(row, source)| (SourceId(row), source));
    let sorted = in_order(sources, |(_, source)| folded(writer.text(source.title)));
    let body = html! {
        p class="lead" { (say::lead(lang)) }
        @for kind in KINDS {
            h2 { (source_kind_word(lang, kind)) }
            ul class="rows" {
                @for (id, source) in sorted.iter().filter(|(_, source)| source.kind == kind) {
                    li {
                        a href=(writer.to(Page::Source(*id))) lang=[writer.dutch()] { (writer.text(source.title)) }
                        span class="small" lang=[writer.dutch()] { (writer.text(source.publisher)) }
                    }
                }
            }
        }
    };
    Content {
        title: common::sources(lang).to_owned(),
        about: say::lead(lang).to_owned(),
        body,
        data: vec![],
        script: Script::None,
    }
}

pub(super) fn page(writer: &Writer<'_>, id: SourceId) -> Option<Content> {
    let lang = writer.lang;
    let source = writer.known.rulebook.sources.get(id.row())?;
    let uses = writer.known.uses(id)?;
    let nothing = uses.schemes.is_empty() && uses.parameters.is_empty() && uses.definitions.is_empty();
    let body = html! {
        (facts(writer, id, source))
        h2 { (say::rests(lang)) }
        @if nothing { p { (say::none(lang)) } }
        @if !uses.schemes.is_empty() { (of_schemes(writer, id, uses)) }
        (of_figures(writer, uses))
    };
    Some(Content {
        title: writer.text(source.title).to_owned(),
        about: say::about(lang).to_owned(),
        body,
        data: vec![],
        script: Script::None,
    })
}

fn facts(writer: &Writer<'_>, id: SourceId, source: &Source) -> Markup {
    let lang = writer.lang;
    let url = writer.text(source.url);
    let address = html! {
        @match web(url) {
            Some(address) => a href=(address) rel="external" { (address) },
            None => (url),
        }
    };
    let seen = match source.evidence {
        Evidence::Page => html! { (say::seen(lang)) },
        Evidence::Background => html! { span class="tag" { (say::not_seen(lang)) } },
    };
    html! {
        @if let Some(row) = writer.view.source_row(id, "") {
            dl class="facts" {
                (fact(say::publisher(lang), &html! { span lang=[writer.dutch()] { (row.publisher) } }))
                (fact(say::kind(lang), &html! { (source_kind_word(lang, source.kind)) }))
                (fact(say::address(lang), &address))
                (fact(say::content(lang), &html! { (row.content) }))
                (fact(say::checked(lang), &html! { (row.checked) }))
                (fact(say::evidence(lang), &seen))
            }
        }
    }
}

fn of_schemes(writer: &Writer<'_>, id: SourceId, uses: &Uses) -> Markup {
    let all = uses.schemes.iter().map(|(row, uses)| (SchemeId(*row), uses));
    let sorted = in_order(all, |(scheme, _)| writer.sort_name(*scheme));
    html! {
        h3 { (say::schemes(writer.lang)) }
        ul class="plain" {
            @for (scheme, uses) in sorted {
                @if let Some(found) = writer.known.rulebook.schemes.get(scheme.row()) {
                    li {
                        p { a href=(writer.to(Page::Scheme(scheme))) { (writer.text(found.texts.name)) } }
                        ul { @for what in uses { li { (of_use(writer, id, found, *what)) } } }
                    }
                }
            }
        }
    }
}

/// What rests on a source, with the place in the source where it stands.
fn of_use(writer: &Writer<'_>, id: SourceId, scheme: &Scheme, what: Use) -> Markup {
    let lang = writer.lang;
    let rulebook = writer.known.rulebook;
    let (text, sources) = match what {
        Use::Condition(condition) => match rulebook.conditions.get(condition.row()) {
            Some(found) => (writer.text(found.text).to_owned(), found.sources.as_slice()),
            None => return html! {},
        },
        Use::Line(row) => match lines(scheme).get(row) {
            Some(line) => (say::of_amount(lang, writer.text(line.text)), line.sources.as_slice()),
            None => return html! {},
        },
        Use::Round => (say::of_round(lang).to_owned(), &[][..]),
        Use::Pitfall(row) => match scheme.pitfalls.get(row) {
            Some((text, sources)) => (say::of_pitfall(lang, writer.text(*text)), sources.as_slice()),
            None => return html! {},
        },
        Use::Relation(row) => match scheme.relations.get(row) {
            Some(relation) => {
                (say::of_relation(lang, writer.text(relation.text)), relation.sources.as_slice())
            }
            None => return html! {},
        },
    };
    let places = sources.iter().filter(|citation| citation.source == id);
    let places: Vec<&str> =
        places.map(|citation| writer.text(citation.at)).filter(|at| !at.is_empty()).collect();
    html! {
        (text)
        @if !places.is_empty() { " (" span lang=[writer.dutch()] { (places.join("; ")) } ")" }
    }
}

fn of_figures(writer: &Writer<'_>, uses: &Uses) -> Markup {
    let rulebook = writer.known.rulebook;
    html! {
        @if !uses.parameters.is_empty() {
            h3 { (say::figures(writer.lang)) }
            ul {
                @for parameter in uses.parameters.iter().filter_map(|id| rulebook.parameters.get(id.row())) {
                    li { (writer.text(parameter.text)) }
                }
            }
        }
        @if !uses.definitions.is_empty() {
            h3 { (say::notions(writer.lang)) }
            ul {
                @for definition in uses.definitions.iter().filter_map(|id| rulebook.definitions.get(id.row())) {
                    li { (writer.text(definition.text)) }
                }
            }
        }
    }
}
