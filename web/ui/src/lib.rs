//! Placeholder until the user interface is here.
use yew::prelude::*;

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Dutch.
    Nl,
    /// English.
    En,
}

#[component]
fn Page() -> Html {
    html! { <main><h1>{ "Steunwijzer" }</h1></main> }
}

/// Shows the page inside `root`.
pub fn run(root: web_sys::Element, _lang: Lang, _words_nl: Vec<u8>, _words_en: Vec<u8>) {
    yew::Renderer::<Page>::with_root(root).render();
}

/// The start screen as HTML, for the page as it is before the module is there.
#[cfg(feature = "ssr")]
pub fn start_page_html(_lang: Lang) -> String {
    pollster::block_on(yew::ServerRenderer::<Page>::new().hydratable(false).render())
}
