//! The pages and components of the advisor.
//!
//! One store ([`store::Model`]) holds everything; an [`event::Event`] makes the next one. Pages get
//! the model and a way to send events, show what `steunwijzer_advisor::present` says, and decide
//! nothing. Navigation, the only thing that touches the address, is in [`navigation`].

mod about;
mod access;
mod advice;
mod aid;
mod answers;
mod app;
mod calculators;
mod compared;
mod desk;
mod document;
mod dom;
mod dossier;
mod draft;
mod event;
mod fields;
mod icons;
mod interview;
mod layout;
mod navigation;
mod newer;
mod order;
mod overview;
mod page;
mod paper;
mod parts;
mod plan;
mod records;
mod scheme;
mod site;
mod start;
mod storage;
mod store;
mod terms;
mod today;
mod toolkit;

pub use steunwijzer_advisor::lang::Lang;

use site::Site;
use steunwijzer_engine::rulebook::Words;
use yew::AppHandle;

/// The advisor on a page. It asks questions as soon as the words of the questions are there.
pub struct Advisor {
    handle: AppHandle<app::App>,
    props: app::Props,
}

impl Advisor {
    /// Shows the advisor inside `root`, in place of what is there; `words` is what the questions
    /// say in this language. `None` if that is not of the edition of the embedded rules.
    pub fn start(root: web_sys::Element, lang: Lang, words: &[u8]) -> Option<Advisor> {
        let site = Site::new(steunwijzer_rules::rulebook()).with(lang, steunwijzer_rules::words(words)?);
        root.set_inner_html("");
        let today = today::in_amsterdam().unwrap_or(site.rulebook.edition.date);
        let brought = navigation::take_handed_over();
        let shared = navigation::take_shared(&site);
        let page = navigation::current(&site);
        let memory = dossier::Memory::found();
        let props = app::Props { site, lang, today, page, memory, shared, brought, refresh: None };
        let handle = yew::Renderer::<app::App>::with_root_and_props(root, props.clone()).render();
        Some(Advisor { handle, props })
    }

    /// Takes what the questions say in another language. `None` if the bytes are not that.
    pub fn take_words(&mut self, lang: Lang, words: &[u8]) -> Option<()> {
        self.take(lang, steunwijzer_rules::words(words)?);
        Some(())
    }

    /// Takes what is said of schemes, in a language of which the questions are there. `None` if the
    /// bytes are not that.
    pub fn take_schemes(&mut self, lang: Lang, schemes: &[u8]) -> Option<()> {
        let words = self.props.site.words(lang).clone();
        self.take(lang, words.with_schemes(steunwijzer_rules::scheme_words(schemes)?)?);
        Some(())
    }

    /// Takes the civil servant's side in a language. `None` if the bytes are not that of this edition.
    pub fn take_municipal(&mut self, lang: Lang, municipal: &[u8]) -> Option<()> {
        let municipal = steunwijzer_rules::municipal(municipal)?;
        if !municipal.belongs_to(&self.props.site.rulebook) {
            return None;
        }
        self.show(self.props.site.clone().with_municipal(lang, municipal));
        Some(())
    }

    /// Tells the visitor that a newer edition waits. `refresh` is a function that brings it: it gives
    /// a promise and reloads the page, or fails and leaves the page as it is.
    pub fn newer(&mut self, refresh: js_sys::Function) {
        self.props.refresh = Some(newer::Refresh(refresh));
        self.handle.update(self.props.clone());
    }

    fn take(&mut self, lang: Lang, words: Words) {
        self.show(self.props.site.clone().with(lang, words));
    }

    fn show(&mut self, site: Site) {
        self.props.site = site;
        self.handle.update(self.props.clone());
    }
}

/// The start screen as HTML, for the page as it is before the module is there.
#[cfg(feature = "ssr")]
pub fn start_page_html(lang: Lang) -> String {
    let site = Site::new(steunwijzer_rules::rulebook());
    let today = site.rulebook.edition.date;
    let props = app::Props {
        site,
        lang,
        today,
        page: navigation::Page::Start,
        memory: dossier::Memory::Off,
        shared: None,
        brought: None,
        refresh: None,
    };
    pollster::block_on(yew::LocalServerRenderer::<app::App>::with_props(props).hydratable(false).render())
}
