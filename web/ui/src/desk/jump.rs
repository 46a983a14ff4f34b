//! The field in which one looks for a question, after the combobox pattern of ARIA.

use super::DeskEvent;
use super::model::{JUMP, Spot};
use crate::document;
use crate::dom::{el, says, text};
use crate::page::PageProps;
use crate::store::Event;
use steunwijzer_advisor::desk::{Given, Hit, search};
use steunwijzer_advisor::messages::desk as say;
use yew::{Callback, Html, InputEvent, KeyboardEvent, MouseEvent, html};

/// The most hits in the list.
const MOST: usize = 8;

/// The field, its list, and what was just filled in.
pub(super) fn jump(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let typed = model.desk.typed.clone();
    let hits = if typed.trim().is_empty() { Vec::new() } else { search(&model.view(), &typed, MOST) };
    let marked = model.desk.marked.min(hits.len().saturating_sub(1));
    let item_id = |at: usize| [JUMP, "-", &at.to_string()].concat();
    let oninput = {
        let send = props.send.clone();
        Callback::from(move |event: InputEvent| {
            send.emit(Event::Desk(DeskEvent::Type(document::value(&event))));
        })
    };
    let onkeydown = {
        let (send, hits) = (props.send.clone(), hits.clone());
        Callback::from(move |event: KeyboardEvent| on_key(&event, marked, &hits, &send))
    };
    let items = hits.iter().zip(0usize..).map(|(hit, at)| {
        let (send, take) = (props.send.clone(), Event::Desk(DeskEvent::Take(hit.clone())));
        // On pressing, not on releasing: the field must not be left in between.
        let onmousedown = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            send.emit(take.clone());
        });
        html! {
            <li role="option" id={item_id(at)} aria-selected={(marked == at).to_string()} {onmousedown}>{ words(props, hit) }</li>
        }
    });
    let is_nothing = !typed.trim().is_empty() && hits.is_empty();
    let said = if is_nothing { say::jump_none(lang) } else { model.desk.said.as_str() };
    html! {
        <div class="desk-jump">
            <label class="label" for={JUMP}>{ say::jump(lang) }</label>
            <span class="combobox">
                <input type="text" id={JUMP} data-focus="" role="combobox" autocomplete="off" spellcheck="false" value={typed}
                    {oninput} {onkeydown} onfocusin={props.on(Event::Desk(DeskEvent::Here(Spot::Jump)))}
                    aria-autocomplete="list" aria-expanded={(!hits.is_empty()).to_string()} aria-controls="sprong-lijst"
                    aria-activedescendant={(!hits.is_empty()).then(|| item_id(marked))} aria-describedby="sprong-uitleg"
                    aria-keyshortcuts="Control+K" />
                <kbd aria-hidden="true">{ "Ctrl K" }</kbd>
                <ul role="listbox" id="sprong-lijst" hidden={hits.is_empty()} aria-label={say::jump(lang)}>{ for items }</ul>
            </span>
            <p class="hint" id="sprong-uitleg">{ say::jump_hint(lang) }</p>
            <p class="desk-said" role="status">{ text(said) }</p>
        </div>
    }
}

fn words(props: &PageProps, hit: &Hit) -> Html {
    let lang = props.model.lang();
    let answer = match hit.given {
        Some(Given::Answer(_) | Given::NotKnown) => say::answer_now(lang, &hit.answer),
        Some(Given::Also(_)) => say::answer_also(lang, &hit.answer),
        None if hit.answer.is_empty() => String::new(),
        None => say::answer_stands(lang, &hit.answer),
    };
    let kind = if hit.given.is_some() { "gives" } else { "small" };
    el("span", "desk-hit", vec![says("span", "", &hit.name), text(" "), says("span", kind, &answer)])
}

/// Arrows walk through the list, Enter takes what is marked, Escape empties the field.
fn on_key(event: &KeyboardEvent, marked: usize, hits: &[Hit], send: &Callback<Event>) {
    let last = hits.len().saturating_sub(1);
    let next = match event.key().as_str() {
        "ArrowDown" if marked < last => DeskEvent::Mark(marked + 1),
        "ArrowDown" => DeskEvent::Mark(0),
        "ArrowUp" if marked > 0 => DeskEvent::Mark(marked - 1),
        "ArrowUp" => DeskEvent::Mark(last),
        "Escape" => DeskEvent::Type(String::new()),
        "Enter" => match hits.get(marked) {
            Some(hit) => DeskEvent::Take(hit.clone()),
            None => return,
        },
        _ => return,
    };
    event.prevent_default();
    send.emit(Event::Desk(next));
}
