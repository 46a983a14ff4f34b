//! Places: a text field with a list of what is found, after the combobox pattern of ARIA.

use super::{Field, Place};
use crate::draft::Key;
use crate::page::PageProps;
use crate::store::Event;
use steunwijzer_advisor::entry::{self, PlaceEntry, Spot};
use steunwijzer_advisor::interview::Action;
use steunwijzer_advisor::messages::field as say;
use steunwijzer_engine::answers::Answer;
use yew::{Callback, Html, KeyboardEvent, MouseEvent, classes, html};

/// The most places in the list.
const MOST: usize = 8;

/// A place with the province it lies in.
pub(super) fn full_name(props: &PageProps, spot: Spot) -> String {
    let (rulebook, lang) = (props.model.rulebook(), props.model.lang());
    match spot {
        Spot::Province(_) => say::province(lang, spot.name(rulebook)),
        Spot::Municipality(row) => {
            let province = rulebook.provinces.iter().find(|one| (one.first..=one.last).contains(&row));
            say::in_province(lang, spot.name(rulebook), province.map_or("", |one| one.name.as_str()))
        }
    }
}

/// A municipality or a province.
pub(super) fn place(field: &Field<'_>) -> Html {
    let props = field.props;
    let model = &props.model;
    let key = field.key();
    let typed = field.draft.parts[0].clone();
    let unfolded = model.folds.places.filter(|(own, _)| *own == key);
    let found = unfolded.map_or_else(Vec::new, |_| entry::spots(model.rulebook(), &typed, MOST));
    let marked = unfolded.and_then(|(_, at)| at);
    let list_id = field.sub_id("list");
    let item_id = |at: usize| [&list_id, "-", &at.to_string()].concat();
    let choose = chooser(field);
    let onkeydown = {
        let (send, found, choose) = (props.send.clone(), found.clone(), choose.clone());
        Callback::from(move |event: KeyboardEvent| on_key(&event, key, marked, &found, &choose, &send))
    };
    let is_unknown = (field.asked.answer == Some(Answer::NotKnown)).then_some("unknown");
    let items = found.iter().zip(0usize..).map(|(spot, at)| {
        let (spot, choose) = (*spot, choose.clone());
        // On pressing, not on releasing: the field must not be left in between.
        let onmousedown = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            choose.emit(spot);
        });
        html! {
            <li role="option" id={item_id(at)} aria-selected={(marked == Some(at)).to_string()} {onmousedown}>{ full_name(props, spot) }</li>
        }
    });
    html! { <>
        { field.label(Some(field.id.clone())) }
        { field.hint(say::place_hint(field.lang())) }
        { field.error() }
        <div class="line">
            <span class="combobox typed">
                <input type="text" id={field.id.clone()} role="combobox" autocomplete="off" class={classes!(is_unknown)}
                    value={typed} oninput={field.typing(0)} {onkeydown} aria-autocomplete="list"
                    aria-expanded={(!found.is_empty()).to_string()} aria-controls={list_id.clone()}
                    aria-activedescendant={marked.map(&item_id)}
                    aria-labelledby={(field.place == Place::Alone).then(|| field.label_id())}
                    aria-describedby={field.described_by()} aria-invalid={field.draft.problem.is_some().then_some("true")} />
                <ul role="listbox" id={list_id.clone()} hidden={found.is_empty()} aria-labelledby={field.label_id()}>{ for items }</ul>
            </span>
            { field.not_known_box() }
        </div>
        { field.readings() }
        { field.shown_back() }
    </> }
}

/// Answers with a place. What was split since is asked.
fn chooser(field: &Field<'_>) -> Callback<Spot> {
    let (props, key) = (field.props.clone(), field.key());
    Callback::from(move |spot: Spot| {
        let model = &props.model;
        let now = match spot {
            Spot::Municipality(row) => entry::on_day(model.rulebook(), row, model.interview.as_on),
            Spot::Province(_) => PlaceEntry::Read(spot),
        };
        if let PlaceEntry::Read(spot) = now {
            props.send.emit(Event::Act(Action::Answer(key.0, key.1, spot.slot(model.rulebook()))));
        } else {
            props.send.emit(Event::Typed(key, 0, spot.name(model.rulebook()).to_owned()));
            props.send.emit(Event::Leave(key));
        }
    })
}

/// Arrows walk through the list, Enter takes what is marked, Escape folds the list.
fn on_key(
    event: &KeyboardEvent,
    key: Key,
    marked: Option<usize>,
    found: &[Spot],
    choose: &Callback<Spot>,
    send: &Callback<Event>,
) {
    let Some(last) = found.len().checked_sub(1) else { return };
    let at = match (event.key().as_str(), marked) {
        ("ArrowDown", Some(at)) if at < last => at + 1,
        ("ArrowDown", _) => 0,
        ("ArrowUp", Some(at)) if at > 0 => at - 1,
        ("ArrowUp", _) => last,
        ("Escape", _) => return send.emit(Event::Places(None)),
        ("Enter", Some(at)) => {
            event.prevent_default();
            return found.get(at).into_iter().for_each(|spot| choose.emit(*spot));
        }
        (_, _) => return,
    };
    event.prevent_default();
    send.emit(Event::Places(Some((key, Some(at)))));
}
