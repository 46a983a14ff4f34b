//! Reading events, and handing a file to the browser.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, FocusEvent, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Node,
};

/// The text of the field or list that an event comes from.
pub(crate) fn value(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    let target = match target.dyn_into::<HtmlInputElement>() {
        Ok(field) => return field.value(),
        Err(target) => target,
    };
    match target.dyn_into::<HtmlTextAreaElement>() {
        Ok(text) => text.value(),
        Err(target) => target.dyn_into::<HtmlSelectElement>().map(|list| list.value()).unwrap_or_default(),
    }
}

/// Whether the focus moves to another part of the same element, found by a selector.
pub(crate) fn stays_within(event: &FocusEvent, selector: &str) -> bool {
    // Not the current target: events are handled at the root of the page.
    let left = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    let around = left.and_then(|left| left.closest(selector).ok().flatten());
    around.zip(to).is_some_and(|(around, to)| around.contains(Some(&to)))
}

/// Lets the browser keep a text as a file. Nothing is sent: the file is made here.
pub(crate) fn download(name: &str, kind: &str, contents: &str) {
    let file = gloo::file::Blob::new_with_options(contents, Some(kind));
    let address = gloo::file::ObjectUrl::from(file);
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlElement>().ok());
    if let Some(link) = link
        && link.set_attribute("href", &address).is_ok()
        && link.set_attribute("download", name).is_ok()
    {
        link.click();
    }
    // The browser reads the file after this; then it can go.
    gloo::timers::callback::Timeout::new(10_000, move || drop(address)).forget();
}
