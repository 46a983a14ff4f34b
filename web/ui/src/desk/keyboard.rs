//! Where the focus goes, and the key that brings it back.

use super::DeskEvent;
use super::model::Sent;
use crate::store::Event;
use crate::surroundings::Surroundings;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::{Callback, Html, Properties, function_component, use_effect_with};

/// What moves the focus.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct KeyboardProps {
    pub(super) around: Surroundings,
    pub(super) sent: Sent,
    pub(super) send: Callback<Event>,
}

/// Moves the focus where it was sent, after the page was drawn; Ctrl K (Cmd K) leads to the field in
/// which one looks for a question. Draws nothing.
#[function_component]
pub(super) fn Keyboard(props: &KeyboardProps) -> Html {
    let around = props.around.clone();
    use_effect_with(props.sent.clone(), move |sent| {
        if sent.times > 0 {
            around.focus(&["#", &sent.id].concat());
        }
    });
    let (send, keys) = (props.send.clone(), props.around.keys());
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&keys, "keydown", options, move |event| {
            let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
            if (key.ctrl_key() || key.meta_key()) && !key.alt_key() && key.key().eq_ignore_ascii_case("k") {
                key.prevent_default();
                send.emit(Event::Desk(DeskEvent::ToJump));
            }
        });
        move || drop(listener)
    });
    Html::default()
}
