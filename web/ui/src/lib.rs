//! The pages and components of the advisor.
//!
//! One store ([`store::Model`]) holds everything; an [`event::Event`] makes the next one. Pages get
//! the model and a way to send events, show what `steunwijzer_advisor::present` says, and decide
//! nothing. Navigation, the only thing that touches the address, is in [`navigation`].

mod about;
mod aid;
mod advice;
mod answers;
mod app;
mod calculators;
mod document;
mod dom;
mod draft;
mod event;
mod fields;
mod filter;
mod icons;
mod interview;
mod layout;
mod navigation;
mod order;
mod overview;
mod page;
mod parts;
mod plan;
mod records;
mod scheme;
mod start;
mod store;
mod today;

pub use steunwijzer_advisor::lang::Lang;

use store::Site;

/// Shows the advisor inside `root`, in place of what is there. `words_nl` and `words_en` are the
/// words of the same edition as the embedded rules.
pub fn run(root: web_sys::Element, lang: Lang, words_nl: Vec<u8>, words_en: Vec<u8>) {
    let words = |bytes: &[u8]| steunwijzer_rules::words(bytes).unwrap_or_default();
    let site = Site::new(steunwijzer_rules::rulebook(), words(&words_nl), words(&words_en));
    root.set_inner_html("");
    let today = today::in_amsterdam().unwrap_or(site.rulebook.edition.date);
    let page = navigation::current(&site);
    let props = app::Props { site, lang, today, page };
    yew::Renderer::<app::App>::with_root_and_props(root, props).render();
}

/// The start screen as HTML, for the page as it is before the module is there.
#[cfg(feature = "ssr")]
pub fn start_page_html(lang: Lang) -> String {
    let none = steunwijzer_engine::rulebook::Words::default;
    let site = Site::new(steunwijzer_rules::rulebook(), none(), none());
    let today = site.rulebook.edition.date;
    let props = app::Props { site, lang, today, page: navigation::Page::Start };
    pollster::block_on(yew::LocalServerRenderer::<app::App>::with_props(props).hydratable(false).render())
}
