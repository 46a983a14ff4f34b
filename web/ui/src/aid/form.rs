//! The day of the room, the new aid, and who got the aid that was received.

use super::model::AidEvent;
use crate::document;
use crate::dom::{el, says, text};
use crate::icons::Icon;
use crate::navigation::{self, Page};
use crate::page::PageProps;
use crate::store::Event;
use steunwijzer_advisor::messages::{aid as say, field};
use steunwijzer_advisor::present::plan::aid::{Ceiling, Owner, ceiling_code, ceiling_word};
use yew::{Callback, Html, InputEvent, SubmitEvent, html};

/// A day and new aid. Nothing is sent: the form only says when to read what stands in it.
pub(super) fn form(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let send = props.send.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        send.emit(Event::Aid(AidEvent::Use));
    });
    html! {
        <form class="card aid-form" novalidate=true {onsubmit} aria-labelledby="steun-kies">
            <h2 id="steun-kies">{ say::choose(lang) }</h2>
            { el("div", "fields", vec![day(props), amount(props), kind(props)]) }
            <p class="buttons"><button type="submit" class="outlined">{ say::use_day(lang) }</button></p>
        </form>
    }
}

fn error(id: &'static str, words: Option<String>) -> Html {
    let words = words.map(|words| html! { <>{ Icon::Warning.draw() }<span>{ words }</span></> });
    html! { <p {id} class="error" role="alert">{ for words }</p> }
}

fn day(props: &PageProps) -> Html {
    let form = &props.model.aid;
    let lang = props.model.lang();
    let names = [field::day(lang), field::month(lang), field::year(lang)];
    let is_wrong = form.day_problem.is_some().then_some("true");
    let inputs = names.into_iter().zip(&form.day_parts).zip(0usize..).map(|((name, value), part)| {
        let oninput = typed(props, move |text| AidEvent::DayTyped(part, text));
        let id = ["steun-dag-", &part.to_string()].concat();
        html! {
            <span class={if part == 2 { "part year" } else { "part" }}>
                <label for={id.clone()}>{ name }</label>
                <input type="text" {id} inputmode="numeric" autocomplete="off" value={value.clone()} {oninput}
                    aria-describedby="steun-dag-hint steun-dag-fout" aria-invalid={is_wrong} />
            </span>
        }
    });
    html! {
        <div class={if is_wrong.is_some() { "field date wrong" } else { "field date" }}>
            <p id="steun-dag" class="label">{ say::day(lang) }</p>
            <p id="steun-dag-hint" class="hint">{ say::day_hint(lang) }</p>
            { error("steun-dag-fout", form.day_problem.map(|why| why.text(lang))) }
            <div class="parts" role="group" aria-labelledby="steun-dag">{ for inputs }</div>
        </div>
    }
}

fn amount(props: &PageProps) -> Html {
    let form = &props.model.aid;
    let lang = props.model.lang();
    let is_wrong = form.amount_problem.is_some().then_some("true");
    html! {
        <div class={if is_wrong.is_some() { "field wrong" } else { "field" }}>
            <label class="label" for="steun-bedrag">{ say::amount(lang) }</label>
            <p id="steun-bedrag-hint" class="hint">{ say::amount_hint(lang) }</p>
            { error("steun-bedrag-fout", form.amount_problem.map(|why| why.text(lang))) }
            <input type="text" id="steun-bedrag" inputmode="decimal" autocomplete="off" value={form.amount.clone()}
                oninput={typed(props, AidEvent::AmountTyped)} aria-describedby="steun-bedrag-hint steun-bedrag-fout" aria-invalid={is_wrong} />
        </div>
    }
}

fn kind(props: &PageProps) -> Html {
    let form = &props.model.aid;
    let lang = props.model.lang();
    let options = Ceiling::ALL.map(|one| {
        html! { <option value={ceiling_code(one)} selected={one == form.ceiling}>{ ceiling_word(lang, one) }</option> }
    });
    let send = props.send.clone();
    let onchange = Callback::from(move |event: yew::Event| {
        let chosen = document::value(&event);
        if let Some(one) = Ceiling::ALL.into_iter().find(|one| ceiling_code(*one) == chosen) {
            send.emit(Event::Aid(AidEvent::Under(one)));
        }
    });
    html! {
        <div class="field">
            <label class="label" for="steun-soort">{ say::kind(lang) }</label>
            <select id="steun-soort" {onchange}>{ for options }</select>
        </div>
    }
}

fn typed(props: &PageProps, event: impl Fn(String) -> AidEvent + 'static) -> Callback<InputEvent> {
    let send = props.send.clone();
    Callback::from(move |input: InputEvent| send.emit(Event::Aid(event(document::value(&input)))))
}

/// Who got the aid of each record, and the way to the records.
pub(super) fn received(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let Some(list) = model.aid_list() else { return Html::default() };
    let told = model.interview.answers.records(list).map(<[_]>::len);
    let topic = navigation::first_topic(model.rulebook(), list).unwrap_or(0);
    let link = props.link(Page::Records(topic, None), "outlined", text(say::change(lang)));
    let mut parts = vec![says("h2", "", say::received(lang))];
    match told {
        None => {}
        Some(0) => parts.push(says("p", "", say::received_none(lang))),
        Some(count) => {
            parts.push(says("p", "hint", say::received_hint(lang)));
            let rows = 0..u16::try_from(count).unwrap_or(u16::MAX);
            let each = rows.map(|row| owner(props, row, &model.view().record_name(list, row)));
            parts.push(el("div", "fields", each.collect()));
        }
    }
    parts.push(el("p", "buttons", vec![link]));
    el("section", "aid-received", parts)
}

fn owner(props: &PageProps, row: u16, name: &str) -> Html {
    let lang = props.model.lang();
    let current = props.model.aid.owner(row);
    let id = ["steun-wie-", &row.to_string()].concat();
    let options = Owner::ALL.map(|one| {
        html! { <option value={one.word(lang)} selected={one == current}>{ one.word(lang) }</option> }
    });
    let send = props.send.clone();
    let onchange = Callback::from(move |event: yew::Event| {
        let chosen = document::value(&event);
        if let Some(one) = Owner::ALL.into_iter().find(|one| one.word(lang) == chosen) {
            send.emit(Event::Aid(AidEvent::GotBy(row, one)));
        }
    });
    html! {
        <div class="field" key={row}>
            <label class="label" for={id.clone()}>{ say::owner(lang, name) }</label>
            <select {id} {onchange}>{ for options }</select>
        </div>
    }
}
