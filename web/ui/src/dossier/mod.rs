//! The dossier: saving, opening, comparing, sharing, remembering, wiping. Notes, which the desk shows too.

mod along;
mod changes;
mod compare;
mod file;
mod memory;
mod model;
mod notes;
mod open;
mod remember;
mod share;
mod table;
mod wipe;

pub(crate) use memory::{Memory, Task};
pub(crate) use model::{DossierEvent, DossierForm};
pub(crate) use notes::notes;
pub(crate) use remember::{count, resume};
pub(crate) use wipe::wipe;

use crate::document;
use crate::dom::{el, says};
use crate::page::PageProps;
use crate::parts::title;
use std::rc::Rc;
use steunwijzer_advisor::messages::dossier as say;
use yew::{Callback, Html, html};

/// The page of the dossier.
pub(crate) fn dossier(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let lead = if model.dossier.memory.is_on() { say::lead_keeps(lang) } else { say::lead(lang) };
    let parts = vec![
        title(say::title(lang)),
        says("p", "lead", lead),
        open::news(props),
        save(props),
        open::open(props),
        el("section", "", vec![notes(props)]),
        compare::compare(props),
        share::share(props),
        remember::remember(props),
        section("wissen", say::wipe(lang), vec![wipe(props)]),
    ];
    el("div", "wide-column reading dossier", parts)
}

/// A part of the page, named by its heading.
fn section(id: &'static str, name: &str, parts: Vec<Html>) -> Html {
    html! {
        <section aria-labelledby={id}><h2 {id}>{ name }</h2>{ for parts }</section>
    }
}

fn save(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let mut parts = vec![says("p", "", say::save_text(lang)), says("p", "hint", say::save_who(lang))];
    if props.model.has_nothing() {
        parts.push(says("p", "hint", say::save_empty(lang)));
    }
    parts.push(el("p", "buttons", vec![save_button(props, say::save_button(lang))]));
    section("bewaren", say::save(lang), parts)
}

/// A button that saves the dossier as a file.
fn save_button(props: &PageProps, words: &'static str) -> Html {
    let model = Rc::clone(&props.model);
    let onclick = Callback::from(move |_| keep_file(&model, &model.dossier_text()));
    html! { <button type="button" class="outlined" {onclick}>{ words }</button> }
}

fn keep_file(model: &crate::store::Model, text: &str) {
    let name = [say::file_name(model.lang()), "-", &model.today.to_string(), ".json"].concat();
    document::download(&name, "application/json", text);
}
