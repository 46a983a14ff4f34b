//! A link with the answers.

use super::model::DossierEvent;
use super::section;
use crate::dom::{el, says};
use crate::navigation;
use crate::page::PageProps;
use crate::store::Event;
use steunwijzer_advisor::messages::dossier as say;
use yew::{Callback, Html, html};

/// The part of the page: how to begin, or the link.
pub(super) fn share(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let mut parts = vec![says("p", "", say::share_text(lang)), says("p", "hint", say::share_history(lang))];
    match model.link() {
        None => parts.push(says("p", "hint", say::share_empty(lang))),
        Some(link) if model.dossier.shares => {
            parts.push(made(props, &navigation::link_address(&link, &model.site)))
        }
        Some(_) => {
            let onclick = props.on(Event::Dossier(DossierEvent::Share));
            let button =
                html! { <button type="button" class="outlined" {onclick}>{ say::share_make(lang) }</button> };
            parts.push(el("p", "buttons", vec![button]));
        }
    }
    section("delen", say::share(lang), parts)
}

fn made(props: &PageProps, address: &str) -> Html {
    let lang = props.model.lang();
    let send = props.send.clone();
    let around = props.model.around.clone();
    let onclick = Callback::from(move |_| {
        let worked = around.copy_text_of("#link");
        send.emit(Event::Dossier(DossierEvent::Copied(worked)));
    });
    let told = match props.model.dossier.copied {
        None => "",
        Some(true) => say::share_copied(lang),
        Some(false) => say::share_failed(lang),
    };
    html! { <>
        <p class="label" id="link-naam">{ say::share_label(lang) }</p>
        // Can be reached and selected with the keyboard.
        <p class="link" id="link" tabindex="0" role="textbox" aria-readonly="true" aria-multiline="true"
            aria-labelledby="link-naam" aria-describedby="link-lengte">{ address }</p>
        <p class="hint" id="link-lengte">{ say::share_length(lang, address.chars().count()) }</p>
        <p class="buttons"><button type="button" class="outlined" {onclick}>{ say::share_copy(lang) }</button></p>
        <p role="status">{ told }</p>
    </> }
}
