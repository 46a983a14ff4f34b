//! The title, the language and the focus of the document around the page.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, FocusEvent, HtmlDocument, HtmlElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement, Node,
};

/// Sets the title.
pub(crate) fn title(title: &str) {
    document().set_title(title);
}

/// Sets the language of the document.
pub(crate) fn lang(code: &str) {
    if let Some(root) = document().document_element() {
        // An attribute of this name is always allowed.
        let _set = root.set_attribute("lang", code);
    }
}

/// Moves the focus to the first element that fits a selector, and shows it. Whether there was one.
pub(crate) fn focus(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    match found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        Some(element) => element.focus().is_ok(),
        None => false,
    }
}

/// Folds a `details` element out, found by its id, and moves the focus to its summary.
pub(crate) fn unfold(id: &str) {
    if let Some(fold) = document().get_element_by_id(id) {
        // An attribute of this name is always allowed.
        let _set = fold.set_attribute("open", "");
        focus(&["#", id, " > summary"].concat());
    }
}

/// Selects the text of an element and copies it. If that is refused it stays selected, so that
/// people can copy it themselves. Whether it was copied.
pub(crate) fn copy_text_of(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let selection = window().get_selection().ok().flatten();
    let (Some(element), Some(selection)) = (found, selection) else { return false };
    // Not the clipboard of newer browsers: that one is missing on pages from a stick or a plain server.
    let page = document().dyn_into::<HtmlDocument>();
    selection.select_all_children(&element).is_ok()
        && page.is_ok_and(|page| page.exec_command("copy").unwrap_or(false))
}

/// Shows the top of the page.
pub(crate) fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Opens the print window of the browser; where it is blocked, nothing happens.
pub(crate) fn print() {
    let _opened = window().print();
}

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
