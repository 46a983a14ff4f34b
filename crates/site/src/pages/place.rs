//! Municipalities: what we know of each, and what not.

use crate::address::Page;
use crate::layout::{Content, Script, Writer};
use crate::parts::fact;
use maud::{Markup, html};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{coverage, fixed as common, fixed_place as say};
use steunwijzer_advisor::present::kind_word;
use steunwijzer_advisor::show;
use steunwijzer_engine::rulebook::{Municipality, SchemeId};

pub(super) fn list(writer: &Writer<'_>) -> Content {
    let lang = writer.lang;
    let rulebook = writer.known.rulebook;
    let one = |row: usize| {
        let own = writer.known.local(row).own.len();
        let name = rulebook.municipalities.get(row).map_or("", |found| found.name.as_str());
        html! {
            li {
                a href=(writer.to(Page::Place(row))) { (name) }
                @if own > 0 { " (" (common::count_schemes(lang, own)) ")" }
            }
        }
    };
    let body = html! {
        p class="lead" { (say::lead(lang)) }
        @for (number, province) in rulebook.provinces.iter().enumerate() {
            h2 { (province.name) }
            ul class="columns" {
                @for place in writer.known.municipalities.iter().filter(|place| place.province == number) {
                    (one(place.row))
                }
            }
        }
    };
    Content {
        title: common::places(lang).to_owned(),
        about: say::lead(lang).to_owned(),
        body,
        data: vec![],
        script: Script::None,
    }
}

pub(super) fn page(writer: &Writer<'_>, row: usize) -> Option<Content> {
    let lang = writer.lang;
    let municipality = writer.known.rulebook.municipalities.get(row)?;
    let local = writer.known.local(row);
    let name = municipality.name.as_str();
    let edition = show::day(lang, writer.known.rulebook.edition.date);
    let own = match local.own.len() {
        0 => coverage::none(lang, &edition, name),
        count => say::own_count(lang, &edition, count, name),
    };
    let body = html! {
        p class="lead" { (own) }
        @if local.own.is_empty() { p { (coverage::look_here(lang)) } }
        @else {
            h2 { (say::own(lang)) }
            (writer.schemes(&local.own))
            p { (coverage::look_here(lang)) }
        }
        h2 { (say::regional(lang)) }
        @if local.regional.is_empty() { p { (say::regional_none(lang)) } } @else { (writer.schemes(&local.regional)) }
        @if !local.others.is_empty() {
            h2 { (say::others(lang)) }
            (writer.schemes(&local.others))
        }
        (everywhere(writer))
        (desks(writer))
        (facts(writer, row, municipality))
    };
    Some(Content {
        title: say::title(lang, name),
        about: say::about(lang, name),
        body,
        data: vec![],
        script: Script::None,
    })
}

/// Schemes that are not bound to a place, counted by kind.
fn everywhere(writer: &Writer<'_>) -> Markup {
    let lang = writer.lang;
    let everywhere = writer.known.everywhere();
    let kind_of = |id: &SchemeId| writer.known.rulebook.schemes.get(id.row()).map(|scheme| scheme.kind);
    let count = |kind| everywhere.iter().filter(|id| kind_of(id) == Some(kind)).count();
    html! {
        h2 { (say::everywhere(lang)) }
        p { (say::everywhere_lead(lang, everywhere.len())) }
        ul class="columns" {
            @for kind in writer.known.kinds() {
                @if count(kind) > 0 {
                    li { a href=(writer.to(Page::Kind(kind))) { (kind_word(lang, kind)) } " (" (count(kind)) ")" }
                }
            }
        }
    }
}

fn desks(writer: &Writer<'_>) -> Markup {
    let side = match writer.lang {
        Lang::Nl => &writer.edition.municipal_nl,
        Lang::En => &writer.edition.municipal_en,
    };
    let text = |id| side.words.get(id);
    html! {
        @if !side.desks.items.is_empty() {
            h2 { (say::desks(writer.lang)) }
            p { (say::desks_lead(writer.lang)) }
            ul {
                @for desk in &side.desks.items {
                    li { strong { (text(desk.item.name)) } ": " (text(desk.item.text)) }
                }
            }
        }
    }
}

fn facts(writer: &Writer<'_>, row: usize, municipality: &Municipality) -> Markup {
    let lang = writer.lang;
    let rulebook = writer.known.rulebook;
    let province = writer.known.place(row).and_then(|place| rulebook.provinces.get(place.province));
    let formerly = rulebook.municipalities.iter().filter(|one| one.successors.contains(&municipality.code));
    let formerly: Vec<&str> = formerly.map(|one| one.name.as_str()).collect();
    html! {
        h2 { (say::facts(lang)) }
        dl class="facts" {
            (fact(say::province(lang), &html! { (province.map_or("", |found| found.name.as_str())) }))
            (fact(say::region(lang), &html! { (municipality.region) }))
            (fact(say::code(lang), &html! { (municipality.code) }))
        }
        @if let Some(from) = municipality.from { p { (say::since(lang, &show::day(lang, from))) } }
        @if let Some(until) = municipality.until { p { (say::ending(lang, &show::day(lang, until))) } }
        @if !formerly.is_empty() { p { (say::formerly(lang, &formerly.join(", "))) } }
    }
}
