//! Hires, needs and aid: cards, and an editor in place.

mod card;
mod editor;
mod words;

use crate::dom::{el, says, text};
use crate::fields::summary;
use crate::icons::Icon;
use crate::interview::{back_to, dock_counts, keep_focus, previous, rather_next, submit, to_topic, topics};
use crate::navigation::{self, Page};
use crate::order;
use crate::page::PageProps;
use crate::parts::{Tone, note, title};
use crate::store::Event;
use steunwijzer_advisor::interview::Action;
use steunwijzer_advisor::messages::{aid, records as say};
use steunwijzer_engine::rulebook::ListId;
use words::Words;
use yew::{Html, html};

/// The records of a topic, by its row; with the one that is edited.
pub(crate) fn records(props: &PageProps, row: u16, record: Option<u16>) -> Html {
    let model = &props.model;
    let Some((topic, list)) = model.topic(row).and_then(|topic| Some((topic, topic.list?))) else {
        return Html::default();
    };
    let told = model.interview.answers.records(list).map(<[_]>::len);
    let record = record.filter(|record| usize::from(*record) < told.unwrap_or(0));
    let is_first = navigation::first_topic(model.rulebook(), list) == Some(row);
    let words = Words::of(model, list);
    let name = model.text(topic.title);
    let mut parts = match is_first {
        true => vec![says("p", "over", name), title(words.title), says("p", "lead", words.lead)],
        false => vec![title(name)],
    };
    parts.push(summary(props));
    parts.push(match told {
        None if is_first => untold(props, row, list, &words),
        None => first_list(props, list),
        Some(0) => told_none(props, list),
        Some(count) => cards(props, row, list, count, record, &words),
    });
    if model.aid_list() == Some(list) {
        parts.push(el("p", "", vec![props.link(Page::Aid, "", text(aid::link(model.lang())))]));
    }
    parts.push(forward(props));
    el("div", "wide-column records", vec![topics(props), el("div", "asking", parts)])
}

/// Nothing told yet: add one, or say that there are none. Neither is chosen for the visitor.
fn untold(props: &PageProps, row: u16, list: ListId, words: &Words) -> Html {
    let none = vec![text(words.none), says("small", "", say::none_small(props.model.lang()))];
    html! {
        <div class="options">
            <button type="button" class="option add" onclick={props.on(Event::AddRecord(row))}>
                { Icon::Plus.draw() }{ says("span", "", words.add) }
            </button>
            <button type="button" class="option" onclick={props.on(Event::Act(Action::TellNone(list)))}>
                { el("span", "", none) }
            </button>
        </div>
    }
}

fn first_list(props: &PageProps, list: ListId) -> Html {
    let lang = props.model.lang();
    let first = navigation::first_topic(props.model.rulebook(), list).unwrap_or(0);
    let title = props.model.topic(first).map_or("", |topic| props.model.text(topic.title));
    let link = props.link(Page::Records(first, None), "", text(title));
    note(Tone::Dashed, say::first_list(lang), vec![el("p", "", vec![link])])
}

fn told_none(props: &PageProps, list: ListId) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let none = model.rulebook().lists.get(list.row()).map_or("", |list| model.text(list.none));
    let take_back = props.act(Event::Act(Action::Forget(list)), text(say::take_back(lang)));
    note(Tone::Grey, &say::told_none(lang, none), vec![el("p", "", vec![take_back])])
}

fn cards(
    props: &PageProps,
    row: u16,
    list: ListId,
    count: usize,
    record: Option<u16>,
    words: &Words,
) -> Html {
    let model = &props.model;
    let most = model.rulebook().lists.get(list.row()).map_or(0, |list| usize::from(list.max));
    let each = (0u16..).take(count).map(|at| card::card(props, row, list, at, record == Some(at)));
    let mut all: Vec<Html> = each.collect();
    all.push(if count < most {
        html! {
            <button type="button" class="add-more" onclick={props.on(Event::AddRecord(row))}>
                { Icon::Plus.draw() }{ says("span", "", words.more) }
            </button>
        }
    } else {
        says("p", "hint", say::full(model.lang()))
    });
    let mut parts = vec![el("div", "cards", all)];
    parts.extend(record.map(|at| editor::editor(props, row, list, at, words)));
    el("div", if record.is_some() { "two editing" } else { "two" }, parts)
}

/// The way on. What stands in the editor is read first.
fn forward(props: &PageProps) -> Html {
    let model = &props.model;
    let next = model.origin.unwrap_or_else(|| order::next(model));
    let words =
        model.origin.map_or_else(|| to_topic(model, next), |origin| back_to(model, origin).to_owned());
    html! {
        <form class="forward-row" novalidate=true onsubmit={submit(props, Some(next))}>
            <div class="dock">
                { dock_counts(props) }
                <button type="submit" class="forward" onmousedown={keep_focus()}>{ words }</button>
            </div>
            { el("p", "onward", vec![previous(props), rather_next(props)]) }
        </form>
    }
}
