//! The sheet: every question in a row, by subject.

use super::DeskEvent;
use super::model::{Spot, add_id, none_id};
use crate::dom::{el, hidden, says, text};
use crate::fields::{Place, field, field_id};
use crate::page::PageProps;
use crate::store::Event;
use steunwijzer_advisor::desk::{Part, Section, by_letter};
use steunwijzer_advisor::interview::Asked;
use steunwijzer_advisor::messages::desk as say;
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::rulebook::{AnswerType, ListId};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Callback, Html, KeyboardEvent, html};

/// All sections.
pub(super) fn sheet(props: &PageProps) -> Vec<Html> {
    props.model.sheet().iter().map(|part| section(props, part)).collect()
}

fn section(props: &PageProps, section: &Section<'_>) -> Html {
    let lang = props.model.lang();
    let state = match (section.list, section.told) {
        (None, _) => {
            let (done, of) = section.progress();
            say::done_of(lang, &done.to_string(), &of.to_string())
        }
        (Some(_), None) => say::not_told(lang).to_owned(),
        (Some(_), Some(0)) => say::told_none(lang).to_owned(),
        (Some(_), Some(n)) => say::records(lang, n),
    };
    let body = match section.list {
        None => el("div", "desk-rows", section.parts.iter().flat_map(|part| rows(props, part)).collect()),
        Some(list) => records(props, section, list),
    };
    head_and_body(section.id, section.title, &state, body)
}

/// A section with its title and, on the right, how far it is.
pub(super) fn head_and_body(id: &str, title: &str, state: &str, body: Html) -> Html {
    let id = ["blad-", id].concat();
    html! {
        <section class="desk-section" key={id.clone()} aria-labelledby={id.clone()}>
            <div class="desk-head"><h2 {id}>{ title }</h2><span class="hint">{ state }</span></div>
            { body }
        </section>
    }
}

fn rows(props: &PageProps, part: &Part<'_>) -> Vec<Html> {
    part.fields.iter().map(|asked| row(props, *asked)).collect()
}

fn row(props: &PageProps, asked: Asked) -> Html {
    let key = (asked.question, asked.whose);
    let Some(question) = props.model.question(asked.question) else { return Html::default() };
    let is_chosen = match &question.answer {
        AnswerType::YesNo | AnswerType::Choice(_) => true,
        AnswerType::Choices(_) | AnswerType::Number { .. } | AnswerType::Date { .. } | AnswerType::Place => {
            false
        }
    };
    let lang = props.model.lang();
    let short = props.model.text(question.short);
    let clear = (is_chosen && asked.answer.is_some()).then(|| {
        let words = html! { <><span aria-hidden="true">{ say::clear(lang) }</span>{ hidden(&say::clear_of(lang, short)) }</> };
        props.act(Event::Desk(DeskEvent::Clear(key)), words)
    });
    let onkeydown = {
        let props = props.clone();
        Callback::from(move |event: KeyboardEvent| on_key(&props, &event, asked))
    };
    let row_id = ["rij-", &field_id(question, asked.whose)].concat();
    html! {
        <div key={row_id} class="desk-row" {onkeydown} onfocusin={props.on(Event::Desk(DeskEvent::Here(Spot::Field(key))))}>
            <div>{ field(props, asked, Place::Desk) }</div>
            <span class="desk-clear">{ for clear }</span>
        </div>
    }
}

/// Enter goes to the next field; a letter chooses among what is shown side by side.
fn on_key(props: &PageProps, event: &KeyboardEvent, asked: Asked) {
    let key = (asked.question, asked.whose);
    let Some(target) = event.target() else { return };
    let kind = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::type_);
    let is_field = kind.is_some() || target.dyn_ref::<HtmlSelectElement>().is_some();
    let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
    if event.default_prevented() || !is_field || !is_plain {
        return;
    }
    let pressed = event.key();
    let done = match (pressed.as_str(), kind.as_deref()) {
        ("Enter", _) => Some(DeskEvent::Next(key)),
        ("Delete" | "Backspace", Some("radio")) => Some(DeskEvent::Clear(key)),
        (letter, Some("radio")) if letter.chars().count() == 1 && letter != " " => {
            by_letter(&props.model.view(), key.0, letter).map(|given| DeskEvent::Choose(key, given))
        }
        (_, _) => None,
    };
    if let Some(done) = done {
        event.prevent_default();
        props.send.emit(Event::Desk(done));
    }
}

fn records(props: &PageProps, section: &Section<'_>, list: ListId) -> Html {
    let model = &props.model;
    let told = section.told.unwrap_or(0);
    let each = (0u16..).take(told).map(|row| record(props, section, list, row));
    let mut parts: Vec<Html> = each.collect();
    let most = model.rulebook().lists.get(list.row()).map_or(0, |list| usize::from(list.max));
    let mut buttons = Vec::new();
    if told < most {
        buttons.push(button(props, add_id(list), add_word(props, list), DeskEvent::Add(list)));
    }
    let lang = model.lang();
    match section.told {
        None => {
            let none = DeskEvent::TellNone(list, true);
            buttons.push(button(props, none_id(list), say::say_none(lang), none));
        }
        Some(0) => {
            let back = DeskEvent::TellNone(list, false);
            buttons.push(button(props, none_id(list), say::take_back(lang), back));
        }
        Some(_) => {}
    }
    parts.push(el("div", "desk-buttons", buttons));
    el("div", "desk-records", parts)
}

fn button(props: &PageProps, id: String, words: &str, event: DeskEvent) -> Html {
    html! {
        <button type="button" class="desk-button" {id} onclick={props.on(Event::Desk(event))}>{ text(words) }</button>
    }
}

fn add_word(props: &PageProps, list: ListId) -> &'static str {
    let lang = props.model.lang();
    match props.model.rulebook().lists.get(list.row()).map_or("", |list| list.item.as_str()) {
        "hire" => say::add_hire(lang),
        "need" => say::add_need(lang),
        "aid" => say::add_aid(lang),
        _ => say::add_other(lang),
    }
}

fn record(props: &PageProps, section: &Section<'_>, list: ListId, row: u16) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let name = model.view().record_name(list, row);
    let own = section.parts.iter().filter(|part| part.whose == Whose::Record(list, row));
    let parts = own.flat_map(|part| {
        let title = (!part.title.is_empty()).then(|| says("h3", "", part.title));
        title.into_iter().chain(rows(props, part))
    });
    let words = html! { <><span aria-hidden="true">{ say::remove(lang) }</span>{ hidden(&say::remove_of(lang, &name)) }</> };
    let remove = props.act(Event::Desk(DeskEvent::Remove(list, row)), words);
    html! {
        <fieldset key={["kaart-", &list.0.to_string(), "-", &row.to_string()].concat()} class="desk-record">
            <legend>{ name }</legend>
            <div class="desk-rows">{ for parts }</div>
            <p class="desk-remove">{ remove }</p>
        </fieldset>
    }
}
