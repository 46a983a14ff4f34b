//! A newer edition: telling of it, and going to it with everything that was told.
//!
//! The page stays in the edition with which it began until the visitor presses the button. The state
//! then goes along in the entry of the history that is shown: the browser keeps it over a reload,
//! sends it nowhere, and the page that comes wipes it before it does anything else.

use crate::dom::{el, says};
use crate::navigation;
use crate::page::PageProps;
use crate::parts::{Tone, note};
use crate::store::{Event, Model};
use js_sys::futures::{JsFuture, spawn_local};
use js_sys::{Function, Promise};
use steunwijzer_advisor::messages::newer as say;
use wasm_bindgen::{JsCast, JsValue};
use yew::{Callback, Html, html};

/// Whether there is a newer edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Newer {
    /// Not that we know.
    #[default]
    No,
    /// It waits until the visitor is done.
    Waits,
    /// The visitor goes to it and takes this along.
    Going(String),
    /// Going there did not work; everything is still here.
    Failed,
}

/// Something about a newer edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NewerEvent {
    Found,
    Go,
    Failed,
}

/// Brings the newer edition: a function that gives a promise, and reloads the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refresh(pub(crate) Function);

impl Model {
    pub(crate) fn on_newer(&mut self, event: NewerEvent) {
        self.newer = match event {
            NewerEvent::Found if matches!(self.newer, Newer::Going(_)) => return,
            NewerEvent::Found => Newer::Waits,
            NewerEvent::Go => {
                self.leave_all();
                Newer::Going(self.to_take_along())
            }
            NewerEvent::Failed => Newer::Failed,
        };
    }
}

/// The notice above the page; empty while there is nothing to tell, so that it is read when it comes.
pub(crate) fn notice(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let first = match model.newer {
        Newer::No => "",
        Newer::Waits => say::found(lang),
        Newer::Going(_) => say::going(lang),
        Newer::Failed => say::failed(lang),
    };
    let button = || {
        let onclick = props.on(Event::Newer(NewerEvent::Go));
        let button = html! { <button type="button" class="outlined" {onclick}>{ say::now(lang) }</button> };
        vec![says("p", "", say::keeps(lang)), el("p", "buttons", vec![button])]
    };
    let content = match model.newer {
        Newer::No => Html::default(),
        Newer::Going(_) => note(Tone::Grey, first, Vec::new()),
        Newer::Waits | Newer::Failed => note(Tone::Grey, first, button()),
    };
    html! { <div class="wide-column warnings newer" role="status">{ content }</div> }
}

/// Goes there if the visitor asked for it. Where that does not work the page stays as it is.
pub(crate) fn go(newer: &Newer, refresh: Option<Refresh>, send: Callback<Event>) {
    let Newer::Going(text) = newer else { return };
    let failed = move || send.emit(Event::Newer(NewerEvent::Failed));
    let Some(refresh) = refresh.filter(|_| navigation::hand_over(text)) else { return failed() };
    spawn_local(async move {
        if !refresh.run().await {
            navigation::take_handed_over();
            failed();
        }
    });
}

impl Refresh {
    async fn run(&self) -> bool {
        let promise = self.0.call0(&JsValue::NULL).and_then(|promise| promise.dyn_into::<Promise>());
        match promise {
            Ok(promise) => JsFuture::from(promise).await.is_ok(),
            Err(_) => false,
        }
    }
}
