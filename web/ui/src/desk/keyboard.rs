//! Where the focus goes, and the key that brings it back.

use super::DeskEvent;
use super::model::Sent;
use crate::document;
use crate::store::Event;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use yew::{Callback, Html, Properties, function_component, use_effect_with};

/// What moves the focus.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct KeyboardProps {
    pub(super) sent: Sent,
    pub(super) send: Callback<Event>,
}

/// Moves the focus where it was sent, after the page was drawn; Ctrl K (Cmd K) leads to the field in
/// which one looks for a question. Draws nothing.
#[function_component]
pub(super) fn Keyboard(props: &KeyboardProps) -> Html {
    use_effect_with(props.sent.clone(), |sent| {
        if sent.times > 0 {
            document::focus(&["#", &sent.id].concat());
        }
    });
    let send = props.send.clone();
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&window(), "keydown", options, move |event| {
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
