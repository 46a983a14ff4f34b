//! Answers that are chosen: yes or no, one of several, any number of several.

use super::{Field, Place};
use crate::document;
use crate::store::Event;
use steunwijzer_advisor::interview::Action;
use steunwijzer_advisor::messages::field as say;
use steunwijzer_engine::answers::Answer;
use steunwijzer_engine::rulebook::ChoiceOption;
use steunwijzer_engine::slot::{NO, Slot, YES};
use yew::{Callback, Html, classes, html};

/// An option: its text and the answer it stands for.
struct Choice<'a> {
    text: &'a str,
    slot: Slot,
}

/// What fits in a row of the desk.
const MOST_IN_A_ROW: usize = 4;
const ROW_LETTERS: usize = 40;

/// Yes or no.
pub(super) fn yes_no(field: &Field<'_>) -> Html {
    let lang = field.lang();
    let choices = [
        Choice { text: say::yes(lang), slot: Slot::bits(YES) },
        Choice { text: say::no(lang), slot: Slot::bits(NO) },
    ];
    radios(field, &choices, say::not_known_two(lang), field.place != Place::Alone)
}

/// One of several: as options on a page of its own, as a list among other fields.
pub(super) fn one(field: &Field<'_>, options: &[ChoiceOption]) -> Html {
    let choices: Vec<Choice<'_>> = (0u8..)
        .zip(options)
        .map(|(row, option)| Choice { text: field.props.model.text(option.text), slot: Slot::option(row) })
        .collect();
    match field.place {
        Place::Alone => radios(field, &choices, say::not_known_all(field.lang()), false),
        Place::Desk if fits_in_a_row(&choices) => radios(field, &choices, "", true),
        Place::Among | Place::Desk => list(field, &choices),
    }
}

/// Whether options are few and short enough to stand side by side.
fn fits_in_a_row(choices: &[Choice<'_>]) -> bool {
    choices.len() <= MOST_IN_A_ROW
        && choices.iter().map(|choice| choice.text.chars().count()).sum::<usize>() <= ROW_LETTERS
}

fn radios(field: &Field<'_>, choices: &[Choice<'_>], not_known_small: &'static str, in_a_row: bool) -> Html {
    let lang = field.lang();
    let (question, whose) = field.key();
    let options = choices.iter().zip(0usize..).map(|(choice, at)| {
        let is_on = field.asked.answer == Some(Answer::Known(choice.slot));
        let action = Action::Answer(question, whose, choice.slot);
        radio(field, (at == 0).then(|| field.id.clone()), choice.text, "", is_on, action, in_a_row)
    });
    let is_unknown = field.asked.answer == Some(Answer::NotKnown);
    let not_known = Action::NotKnown(question, whose);
    html! { <>
        { field.label(None) }
        { field.hint("") }
        { field.error() }
        <div role="radiogroup" class={if in_a_row { "segments" } else { "options" }}
            aria-labelledby={field.label_id()} aria-describedby={field.described_by()}>
            { for options }
            { radio(field, None, say::not_known(lang), if in_a_row { "" } else { not_known_small }, is_unknown, not_known, in_a_row) }
        </div>
    </> }
}

fn radio(
    field: &Field<'_>,
    id: Option<String>,
    text: &str,
    small: &'static str,
    is_on: bool,
    action: Action,
    in_a_row: bool,
) -> Html {
    let is_open = matches!(action, Action::NotKnown(..)).then_some("unknown");
    let class = classes!(if in_a_row { "segment" } else { "option" }, is_open);
    html! {
        <label {class}>
            <input type="radio" {id} name={field.id.clone()} checked={is_on} onchange={field.props.on(Event::Act(action))} />
            if is_open.is_some() && field.place == Place::Desk {
                { field.not_known_words() }
            } else {
                <span>{ text }if !small.is_empty() { <small>{ small }</small> }</span>
            }
        </label>
    }
}

fn list(field: &Field<'_>, choices: &[Choice<'_>]) -> Html {
    let lang = field.lang();
    let (question, whose) = field.key();
    let chosen = {
        let send = field.props.send.clone();
        let slots: Vec<Slot> = choices.iter().map(|choice| choice.slot).collect();
        Callback::from(move |event: yew::Event| {
            let value = document::value(&event);
            let slot = value.parse::<usize>().ok().and_then(|row| slots.get(row).copied());
            send.emit(Event::Act(match (value.as_str(), slot) {
                ("?", _) => Action::NotKnown(question, whose),
                (_, Some(slot)) => Action::Answer(question, whose, slot),
                (_, None) => Action::TakeBack(question, whose),
            }));
        })
    };
    let options = choices.iter().zip(0usize..).map(|(choice, row)| {
        let is_on = field.asked.answer == Some(Answer::Known(choice.slot));
        html! { <option value={row.to_string()} selected={is_on}>{ choice.text }</option> }
    });
    let is_unknown = field.asked.answer == Some(Answer::NotKnown);
    html! { <>
        { field.label(Some(field.id.clone())) }
        { field.hint("") }
        { field.error() }
        <select id={field.id.clone()} class={classes!(is_unknown.then_some("unknown"))} onchange={chosen}
            aria-describedby={field.described_by()}>
            <option value="" selected={field.asked.answer.is_none()}>{ say::choose(lang) }</option>
            { for options }
            <option value="?" selected={is_unknown}>{ say::not_known(lang) }</option>
        </select>
    </> }
}

/// Any number of several. Once one is ticked, the others are *no*.
pub(super) fn several(field: &Field<'_>, options: &[ChoiceOption]) -> Html {
    let lang = field.lang();
    let (question, whose) = field.key();
    let chosen = match field.asked.answer {
        Some(Answer::Known(slot)) => Some(slot.low),
        Some(Answer::NotKnown) | None => None,
    };
    let bits = chosen.unwrap_or(0);
    let exactly = |bits: i64| Action::Answer(question, whose, Slot { low: bits, high: bits });
    let boxes = (0u8..).zip(options).map(|(row, option)| {
        let bit = Slot::option(row).low;
        let action = match bits ^ bit {
            0 => Action::TakeBack(question, whose),
            rest => exactly(rest),
        };
        let id = (row == 0).then(|| field.id.clone());
        tick(field, id, field.props.model.text(option.text), "", bits & bit != 0, action)
    });
    let is_none = chosen == Some(0);
    let none = if is_none { Action::TakeBack(question, whose) } else { exactly(0) };
    let is_unknown = field.asked.answer == Some(Answer::NotKnown);
    let unknown =
        if is_unknown { Action::TakeBack(question, whose) } else { Action::NotKnown(question, whose) };
    html! { <>
        { field.label(None) }
        { field.hint(say::several(lang)) }
        { field.error() }
        <div role="group" class="options" aria-labelledby={field.label_id()} aria-describedby={field.described_by()}>
            { for boxes }
            { tick(field, None, say::none_of_these(lang), "", is_none, none) }
            { tick(field, None, say::not_known(lang), "unknown", is_unknown, unknown) }
        </div>
    </> }
}

fn tick(
    field: &Field<'_>,
    id: Option<String>,
    text: &str,
    class: &'static str,
    is_on: bool,
    action: Action,
) -> Html {
    html! {
        <label class={classes!("option", class)}>
            <input type="checkbox" {id} checked={is_on} onchange={field.props.on(Event::Act(action))} /><span>{ text }</span>
        </label>
    }
}
