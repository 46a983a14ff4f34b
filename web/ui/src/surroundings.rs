//! What is around the advisor: a page of its own, or somebody else's. The only place that touches the
//! title, the language, the focus, the scrolling and the keys of the document.

use crate::navigation;
use crate::site::Site;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlDocument, HtmlElement, HtmlTextAreaElement, ShadowRoot};

/// What is around the advisor.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Surroundings {
    /// A document of its own: it names it, and its address says which page is shown.
    #[default]
    OwnPage,
    /// This element in the shadow tree of a box. The page around it is somebody else's: its title,
    /// language, address and history stay as they are, and so does the storage of its site.
    Embedded(Element),
}

impl Surroundings {
    /// What is around an element that the advisor is drawn in.
    pub(crate) fn of(root: &Element) -> Surroundings {
        match root.get_root_node().dyn_into::<ShadowRoot>() {
            Ok(_) => Surroundings::Embedded(root.clone()),
            Err(_) => Surroundings::OwnPage,
        }
    }

    pub(crate) fn is_embedded(&self) -> bool {
        matches!(self, Surroundings::Embedded(_))
    }

    /// The first own element that fits a selector.
    fn find(&self, selector: &str) -> Option<Element> {
        let found = match self {
            Surroundings::OwnPage => document().query_selector(selector),
            Surroundings::Embedded(root) => root.query_selector(selector),
        };
        found.ok().flatten()
    }

    /// Moves the focus to the first element that fits a selector, and shows it. Whether there was one.
    pub(crate) fn focus(&self, selector: &str) -> bool {
        match self.find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            Some(element) => element.focus().is_ok(),
            None => false,
        }
    }

    /// Moves the focus to what the page is about: what it marks, else its title.
    pub(crate) fn focus_page(&self) {
        let _found = self.focus("[data-focus]") || self.focus("h1");
    }

    /// Folds a `details` element out, found by its id, and moves the focus to its summary.
    pub(crate) fn unfold(&self, id: &str) {
        if let Some(fold) = self.find(&["#", id].concat()) {
            // An attribute of this name is always allowed.
            let _set = fold.set_attribute("open", "");
            self.focus(&["#", id, " > summary"].concat());
        }
    }

    /// Shows the top of the page; of a box only if it is out of view.
    pub(crate) fn to_top(&self) {
        match self {
            Surroundings::OwnPage => window().scroll_to_with_x_and_y(0.0, 0.0),
            Surroundings::Embedded(root) => {
                if root.get_bounding_client_rect().top() < 0.0 {
                    root.scroll_into_view();
                }
            }
        }
    }

    /// Gives a document of our own its title and language.
    pub(crate) fn name(&self, title: &str, lang: &str) {
        match self {
            Surroundings::OwnPage => {
                document().set_title(title);
                if let Some(root) = document().document_element() {
                    // An attribute of this name is always allowed.
                    let _set = root.set_attribute("lang", lang);
                }
            }
            Surroundings::Embedded(_) => {}
        }
    }

    /// Makes the address of a document of our own that of the page it opened with. That is no step: in a
    /// frame it would be one of the page around it.
    pub(crate) fn settle_address(&self, page: navigation::Page, step: u32, site: &Site) {
        match self {
            Surroundings::OwnPage => navigation::settle(page, step, site),
            Surroundings::Embedded(_) => {}
        }
    }

    /// Makes the address of a document of our own that of a page, as a step of its history.
    pub(crate) fn show_address(&self, page: navigation::Page, step: u32, site: &Site) {
        match self {
            Surroundings::OwnPage => navigation::push(page, step, site),
            Surroundings::Embedded(_) => {}
        }
    }

    /// Where keys are heard: everywhere on a page of our own, else only in the box.
    pub(crate) fn keys(&self) -> EventTarget {
        match self {
            Surroundings::OwnPage => window().into(),
            Surroundings::Embedded(root) => root.clone().into(),
        }
    }

    /// Tells the styles where a dialog stands beside the element that a selector finds, as far as there is
    /// room below: the middle of a tall frame can be far from what the visitor sees.
    #[allow(clippy::float_arithmetic)] // pixels of the screen
    pub(crate) fn set_beside(&self, dialog: &HtmlElement, selector: &str) {
        let page = document().document_element().map(|page| page.get_bounding_client_rect().height());
        if let (Surroundings::OwnPage, Some(element), Some(page)) = (self, self.find(selector), page) {
            let room = page - dialog.get_bounding_client_rect().height();
            let top = element.get_bounding_client_rect().top().min(room).max(0.0);
            // A property of this name is always allowed.
            let _set = dialog.style().set_property("--beside", &[&top.to_string(), "px"].concat());
        }
    }

    /// Selects the text of an element and copies it. If that is refused it stays selected, so that
    /// people can copy it themselves. Whether it was copied.
    pub(crate) fn copy_text_of(&self, selector: &str) -> bool {
        let Some(element) = self.find(selector) else { return false };
        match self {
            Surroundings::OwnPage => {
                let selection = window().get_selection().ok().flatten();
                selection.is_some_and(|selection| selection.select_all_children(&element).is_ok()) && copy()
            }
            Surroundings::Embedded(_) => copy_out_of_shadow(&element),
        }
    }

    /// Makes the first level of headings that of the place in the page around it: `level` for `h1`.
    pub(crate) fn level_headings(&self, level: u8) {
        if level <= 1 {
            return;
        }
        for (own, tag) in (1u8..).zip(["h1", "h2", "h3", "h4", "h5", "h6"]) {
            let said = (own + level - 1).min(LOWEST_HEADING).to_string();
            for heading in self.find_all(tag) {
                // An attribute of this name is always allowed.
                let _set = heading.set_attribute("aria-level", &said);
            }
        }
    }

    fn find_all(&self, selector: &str) -> Vec<Element> {
        let found = match self {
            Surroundings::OwnPage => document().query_selector_all(selector),
            Surroundings::Embedded(root) => root.query_selector_all(selector),
        };
        let Ok(found) = found else { return Vec::new() };
        let nodes = (0..found.length()).filter_map(|at| found.get(at));
        nodes.filter_map(|node| node.dyn_into().ok()).collect()
    }
}

/// Screen readers know six levels; beyond, they differ.
const LOWEST_HEADING: u8 = 6;

/// Copies what is selected.
fn copy() -> bool {
    // Not the clipboard of newer browsers: that one is missing on pages from a stick or a plain server.
    let page = document().dyn_into::<HtmlDocument>();
    page.is_ok_and(|page| page.exec_command("copy").unwrap_or(false))
}

/// The selection of a document ends at a shadow tree; the text in a field can be selected anywhere.
fn copy_out_of_shadow(element: &Element) -> bool {
    let field = document().create_element("textarea").ok().and_then(|made| made.dyn_into().ok());
    let Some(field): Option<HtmlTextAreaElement> = field else { return false };
    field.set_value(&element.text_content().unwrap_or_default());
    field.set_class_name("hidden");
    let around = element.get_root_node().dyn_into::<ShadowRoot>().ok();
    let focused = around.and_then(|around| around.active_element());
    if element.append_child(&field).is_err() {
        return false;
    }
    field.select();
    let copied = copy();
    field.remove();
    if let Some(before) = focused.and_then(|before| before.dyn_into::<HtmlElement>().ok()) {
        let _back = before.focus();
    }
    copied
}
