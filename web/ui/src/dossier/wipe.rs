//! Wiping everything, after one more question: the only dialog of the product.

use super::model::DossierEvent;
use super::{Memory, save_button};
use crate::dom::{all, says};
use crate::page::PageProps;
use crate::store::Event;
use crate::surroundings::Surroundings;
use gloo::timers::callback::Timeout;
use steunwijzer_advisor::messages::dossier as say;
use web_sys::HtmlDialogElement;
use yew::{Callback, Html, Properties, component, html, use_effect_with, use_node_ref};

/// The button that asks, the question itself, or that there is nothing.
pub(crate) fn wipe(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let is_remembered = model.dossier.memory.is_on() || matches!(model.dossier.memory, Memory::Asks(_));
    if model.has_nothing() && !is_remembered {
        let words = if model.dossier.is_wiped { say::wiped(lang) } else { say::nothing(lang) };
        return html! { <p id="gewist" class="hint" tabindex="-1" role="status">{ words }</p> };
    }
    let ask = props.on(Event::Dossier(DossierEvent::AskToWipe));
    let button = html! {
        <p class="buttons"><button type="button" id="wis" class="outlined" onclick={ask}>{ say::wipe_button(lang) }</button></p>
    };
    let dialog = model.dossier.asks_to_wipe.then(|| question(props));
    all(vec![says("p", "", say::wipe_text(lang)), button, dialog.unwrap_or_default()])
}

fn question(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let back = props.on(Event::Dossier(DossierEvent::KeepAll));
    let closed = props.on(Event::Dossier(DossierEvent::KeepAll));
    html! {
        <Dialog around={props.model.around.clone()} {closed}>
            <h2 id="wis-vraag" class="h3">{ say::wipe_sure(lang) }</h2>
            <p>{ say::wipe_text(lang) }</p>
            <p>{ say::wipe_final(lang) }</p>
            <p class="buttons">
                <button type="button" class="danger" onclick={props.on(Event::Dossier(DossierEvent::Wipe))}>{ say::wipe_button(lang) }</button>
                { save_button(props, say::save_first(lang)) }
                <button type="button" class="linked" onclick={back}>{ say::back(lang) }</button>
            </p>
        </Dialog>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DialogProps {
    children: Html,
    around: Surroundings,
    /// The visitor closes it with the keyboard.
    closed: Callback<()>,
}

/// A dialog that keeps the focus inside while it is there, and gives it back.
#[component]
fn Dialog(props: &DialogProps) -> Html {
    let own = use_node_ref();
    {
        let (own, around) = (own.clone(), props.around.clone());
        use_effect_with((), move |()| {
            if let Some(dialog) = own.cast::<HtmlDialogElement>() {
                // Before it is shown, so that nothing scrolls; and after, when its height is known.
                around.set_beside(&dialog, "#wis");
                // It can be shown once: it was just made.
                let _shown = dialog.show_modal();
                around.set_beside(&dialog, "#wis");
            }
            // While the dialog is there nothing around it takes the focus.
            move || {
                Timeout::new(0, move || {
                    let _found = around.focus("#gewist") || around.focus("#wis");
                })
                .forget();
            }
        });
    }
    let closed = props.closed.clone();
    let oncancel = Callback::from(move |event: yew::Event| {
        // The page takes it away itself.
        event.prevent_default();
        closed.emit(());
    });
    html! { <dialog ref={own} {oncancel} aria-labelledby="wis-vraag">{ props.children.clone() }</dialog> }
}
