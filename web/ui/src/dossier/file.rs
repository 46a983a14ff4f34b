//! Choosing a file and reading it. It stays on the device: the page reads it, nobody sends it.

use super::model::{DossierEvent, Purpose};
use crate::page::PageProps;
use crate::store::Event;
use js_sys::Uint8Array;
use js_sys::futures::{JsFuture, spawn_local};
use steunwijzer_advisor::dossier::LARGEST;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};
use yew::{Callback, Html, html};

/// A field for a file that looks like a button.
pub(super) fn choose(props: &PageProps, id: &'static str, words: &'static str, purpose: Purpose) -> Html {
    let send = props.send.clone();
    let onchange = Callback::from(move |event: yew::Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(field) = field else { return };
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            let send = send.clone();
            spawn_local(async move { send.emit(Event::Dossier(read(file, purpose).await)) });
        }
        // The same file can be chosen again.
        field.set_value("");
    });
    html! {
        <span class="file">
            <input type="file" {id} accept=".json,application/json" {onchange} aria-describedby="bestand-uitleg" />
            <label for={id} class="outlined">{ words }</label>
        </span>
    }
}

async fn read(file: File, purpose: Purpose) -> DossierEvent {
    #[allow(clippy::cast_precision_loss)] // a limit of a million
    if file.size() > LARGEST as f64 {
        return DossierEvent::TooLarge;
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => DossierEvent::Chosen(Uint8Array::new(&buffer).to_vec(), purpose),
        Err(_) => DossierEvent::NotRead,
    }
}
