//! A scheme: what it is, every condition with its sources, amounts, rounds, pitfalls, how sure.

mod amount;
mod condition;

use crate::address::Page;
use crate::layout::{Content, Script, Writer};
use crate::parts::{fact, web};
use crate::structured;
use maud::{Markup, html};
use steunwijzer_advisor::messages::{about, diff as words, fixed_scheme as say, scheme as shown};
use steunwijzer_advisor::present::{claim_word, kind_word, level_word, status_word};
use steunwijzer_advisor::show;
use steunwijzer_engine::rulebook::{
    Confidence, RelationKind, Scheme, SchemeId, StateAid, Status, SubjectKind, TextId, Window,
};

pub(super) fn page(writer: &Writer<'_>, id: SchemeId) -> Option<Content> {
    let scheme = writer.known.rulebook.schemes.get(id.row())?;
    let name = writer.text(scheme.texts.name);
    let body = html! {
        p class="lead" { (writer.text(scheme.texts.summary)) }
        p { a class="forward" href=(writer.app_link(&format!("#regeling/{}", scheme.id))) { (say::compute(writer.lang)) } }
        (facts(writer, id, scheme))
        (rounds(writer, scheme))
        (condition::all(writer, id))
        (amount::all(writer, id, scheme))
        (to_do(writer, scheme))
        (pitfalls(writer, scheme))
        (relations(writer, scheme))
        (how_sure(writer, id, scheme))
    };
    Some(Content {
        title: name.to_owned(),
        about: say::about(writer.lang, name),
        body,
        data: vec![structured::scheme(writer, id, scheme)],
        script: Script::None,
    })
}

fn facts(writer: &Writer<'_>, id: SchemeId, scheme: &Scheme) -> Markup {
    let lang = writer.lang;
    let status = match scheme.status {
        Status::Ended(day) => say::ended(lang, &show::day(lang, day)),
        Status::Open | Status::Closed | Status::Unknown => status_word(lang, scheme.status).to_owned(),
    };
    let text = |text: TextId| html! { (writer.text(text)) };
    let kind = html! { a href=(writer.to(Page::Kind(scheme.kind))) { (kind_word(lang, scheme.kind)) } };
    html! {
        h2 { (say::facts(lang)) }
        dl class="facts" {
            (fact(say::kind(lang), &kind))
            (fact(shown::provider(lang), &text(scheme.texts.provider)))
            (fact(say::level(lang), &html! { (level_word(lang, scheme.level)) }))
            (fact(say::claim(lang), &html! { (claim_word(lang, scheme.claim, scheme.level)) }))
            (fact(say::status(lang), &html! { (status) }))
            (fact(say::subject(lang), &html! { (subject(writer, scheme)) }))
            (fact(say::places(lang), &writer.where_it_holds(id)))
            (fact(shown::who_decides(lang), &text(scheme.texts.decides)))
            @if !writer.text(scheme.texts.lead_time).is_empty() {
                (fact(shown::lead_time(lang), &text(scheme.texts.lead_time)))
            }
            (fact(say::state_aid(lang), &html! { (aid(writer, scheme.state_aid)) }))
        }
        @if let Some(url) = web(writer.text(scheme.texts.url)) {
            p { a href=(url) rel="external" { (say::provider_page(lang)) } }
        }
        @if scheme.status == Status::Unknown { p class="note" { (say::status_unknown(lang)) } }
    }
}

fn subject(writer: &Writer<'_>, scheme: &Scheme) -> String {
    let lang = writer.lang;
    let SubjectKind::Each(list) = scheme.subject else { return words::organisations(lang).to_owned() };
    match writer.known.rulebook.lists.get(list.row()).map(|list| list.id.as_str()) {
        Some("hires") => words::hires(lang).to_owned(),
        Some("needs") => words::needs(lang).to_owned(),
        Some(_) | None => {
            let topic = writer.known.rulebook.topics.iter().find(|topic| topic.list == Some(list));
            words::records(lang, topic.map_or("", |topic| writer.text(topic.title)))
        }
    }
}

fn aid(writer: &Writer<'_>, aid: StateAid) -> &'static str {
    match aid {
        StateAid::None => words::aid_none(writer.lang),
        StateAid::DeMinimis => words::aid_de_minimis(writer.lang),
        StateAid::Gber => words::aid_gber(writer.lang),
        StateAid::Unknown => words::aid_unknown(writer.lang),
    }
}

fn rounds(writer: &Writer<'_>, scheme: &Scheme) -> Markup {
    html! {
        h2 { (say::rounds(writer.lang)) }
        @if scheme.windows.is_empty() { p { (say::no_rounds(writer.lang)) } }
        @else {
            ul class="plain" {
                @for window in &scheme.windows {
                    li {
                        p { (round(writer, window)) }
                        @if !writer.text(window.text).is_empty() { p { (writer.text(window.text)) } }
                        (writer.citations(&window.sources))
                    }
                }
            }
        }
    }
}

fn round(writer: &Writer<'_>, window: &Window) -> String {
    let lang = writer.lang;
    let day = |day| show::day(lang, day);
    let mut text = match (window.opens, window.closes) {
        (Some(opens), Some(closes)) => say::round_between(lang, &day(opens), &day(closes)),
        (Some(opens), None) => say::round_from(lang, &day(opens)),
        (None, Some(closes)) => say::round_until(lang, &day(closes)),
        (None, None) => say::round_open(lang).to_owned(),
    };
    if !window.closes_at.is_empty() {
        text = format!("{text}, {}", say::round_hour(lang, &window.closes_at));
    }
    if window.announced { format!("{text} ({})", say::round_announced(lang)) } else { text }
}

fn to_do(writer: &Writer<'_>, scheme: &Scheme) -> Markup {
    html! {
        @if !scheme.steps.is_empty() {
            h2 { (shown::what_to_do(writer.lang)) }
            ol { @for step in &scheme.steps { li { (writer.text(*step)) } } }
        }
        @if !scheme.documents.is_empty() {
            h2 { (shown::documents(writer.lang)) }
            ul { @for document in &scheme.documents { li { (writer.text(*document)) } } }
        }
    }
}

fn pitfalls(writer: &Writer<'_>, scheme: &Scheme) -> Markup {
    html! {
        @if !scheme.pitfalls.is_empty() {
            h2 { (shown::pitfalls(writer.lang)) }
            ul class="plain" {
                @for (text, sources) in &scheme.pitfalls {
                    li { p { (writer.text(*text)) } (writer.citations(sources)) }
                }
            }
        }
    }
}

fn relations(writer: &Writer<'_>, scheme: &Scheme) -> Markup {
    let heading = |kind| match kind {
        RelationKind::NotWith => shown::not_with(writer.lang),
        RelationKind::OnlyHighest => shown::only_highest(writer.lang),
        RelationKind::Beside => shown::beside(writer.lang),
    };
    html! {
        @if !scheme.relations.is_empty() {
            h2 { (say::relations(writer.lang)) }
            ul class="plain" {
                @for relation in &scheme.relations {
                    li {
                        p { strong { (heading(relation.kind)) ": " } (writer.scheme_links(&relation.with)) }
                        p { (writer.text(relation.text)) }
                        (writer.citations(&relation.sources))
                    }
                }
            }
        }
    }
}

fn how_sure(writer: &Writer<'_>, id: SchemeId, scheme: &Scheme) -> Markup {
    let lang = writer.lang;
    let review = scheme.review;
    let sure = match review.confidence {
        Confidence::High => words::sure_high(lang),
        Confidence::Medium => words::sure_medium(lang),
        Confidence::Low => words::sure_low(lang),
    };
    let conditions = writer.known.rulebook.conditions_of(id).iter();
    let background = conditions.filter(|one| one.routes == 0 && one.background).count();
    html! {
        h2 { (say::how_sure(lang)) }
        ul {
            li { (say::checked(lang, &show::day(lang, review.before), &show::day(lang, review.checked))) }
            li { (say::sure(lang, sure)) }
            li { @if review.second_check { (say::second_yes(lang)) } @else { (say::second_no(lang)) } }
            li { @if background == 0 { (say::all_seen(lang)) } @else { (say::background(lang, background)) } }
            li { (say::not_promised(lang)) }
        }
        p { a href=(writer.to(Page::Accuracy)) { (about::title(lang)) } }
        h2 { (say::wrong(lang)) }
        p { (writer.text(writer.known.rulebook.edition.report)) }
    }
}
