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
mod embed;
mod embed_page;
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
mod surroundings;
mod terms;
mod today;
mod toolkit;

pub use steunwijzer_advisor::lang::Lang;

use embed::Settings;
use site::Site;
use steunwijzer_advisor::answers_file;
use steunwijzer_advisor::dossier::LARGEST;
use steunwijzer_engine::rulebook::Words;
use surroundings::Surroundings;
use yew::{AppHandle, Callback};

/// The advisor on a page. It asks questions as soon as the words of the questions are there.
pub struct Advisor {
    handle: AppHandle<app::Root>,
    props: app::Props,
    /// How often it began: nothing of one life is known in the next.
    life: u32,
}

impl Advisor {
    /// Shows the advisor inside `root`, in place of what is there; `words` is what the questions
    /// say in this language. `None` if that is not of the edition of the embedded rules.
    pub fn start(root: web_sys::Element, lang: Lang, words: &[u8]) -> Option<Advisor> {
        let site = Site::new(steunwijzer_rules::rulebook()).with(lang, steunwijzer_rules::words(words)?);
        root.set_text_content(None);
        let today = today::in_amsterdam().unwrap_or(site.rulebook.edition.date);
        let brought = navigation::take_handed_over();
        let shared = navigation::take_shared(&site);
        let page = navigation::current(&site);
        let memory = dossier::Memory::found();
        let around = Surroundings::of(&root);
        let props = app::Props {
            site,
            lang,
            today,
            page,
            memory,
            shared,
            around,
            host: None,
            brought,
            refresh: None,
        };
        Some(Advisor::drawn(root, props))
    }

    /// An advisor that will show itself inside `root`, in a box in somebody else's site; it shows nothing
    /// before it [begins](Advisor::begin). In a shadow tree it leaves that site's page as it is and stores
    /// nothing; in a document of its own (a frame) that document's address, history and storage are used.
    ///
    /// `home` is the address of the full page.
    pub fn embed(root: web_sys::Element, home: &str) -> Advisor {
        let site = Site::new(steunwijzer_rules::rulebook()).away_from(home);
        root.set_text_content(None);
        let today = today::in_amsterdam().unwrap_or(site.rulebook.edition.date);
        let around = Surroundings::of(&root);
        let (memory, page) = match around {
            Surroundings::Embedded(_) => (dossier::Memory::NotOurs, navigation::Page::Start),
            Surroundings::OwnPage => (dossier::Memory::found(), navigation::current(&site)),
        };
        let lang = Lang::default();
        let props = app::Props {
            site,
            lang,
            today,
            page,
            memory,
            shared: None,
            around,
            host: None,
            brought: None,
            refresh: None,
        };
        let shown = app::Shown { life: 0, app: None };
        let handle = yew::Renderer::<app::Root>::with_root_and_props(root, shown).render();
        Advisor { handle, props, life: 0 }
    }

    /// Begins in a box, with nothing told. `None` if the words are not those of the questions.
    ///
    /// `attributes` are names and values as a host writes them. `tell` gets what the host may know:
    /// `answer` and `advice` with their content as JSON, `refused` with the name of an attribute that was
    /// not understood; and `kept`, which is not for the host: the answers, for [`Advisor::restore`].
    pub fn begin(
        &mut self,
        lang: Lang,
        words: &[u8],
        attributes: &[(String, String)],
        tell: impl Fn(&'static str, &str) + 'static,
    ) -> Option<()> {
        let mut settings = Settings::default();
        for (name, value) in attributes {
            if settings.read(name, Some(value), &self.props.site).is_none() {
                tell("refused", name);
            }
        }
        let tell = Callback::from(move |(kind, content): (&'static str, String)| tell(kind, &content));
        self.props.lang = lang;
        self.props.host = Some(app::HostProps { settings, lang: None, filled: None, kept: None, tell });
        self.life += 1;
        if self.props.site.words(lang).has_questions() {
            self.draw();
            return Some(());
        }
        self.take_words(lang, words)
    }

    /// Forgets everything that was told and shows nothing, until it begins again.
    pub fn rest(&mut self) {
        self.props.host = None;
        self.handle.update(app::Shown { life: self.life, app: None });
    }

    fn drawn(root: web_sys::Element, props: app::Props) -> Advisor {
        let shown = app::Shown { life: 0, app: Some(props.clone()) };
        let handle = yew::Renderer::<app::Root>::with_root_and_props(root, shown).render();
        Advisor { handle, props, life: 0 }
    }

    /// Takes an attribute of the host that changed; none as value is one that was taken away. `None` if it
    /// is not understood: then nothing changes.
    pub fn change(&mut self, name: &str, value: Option<&str>) -> Option<()> {
        let host = self.props.host.as_mut()?;
        host.settings.read(name, value, &self.props.site)?;
        self.draw();
        Some(())
    }

    /// Speaks another language from now on.
    pub fn speak(&mut self, lang: Lang) {
        if let Some(host) = &mut self.props.host {
            host.lang = Some(lang);
            self.draw();
        }
    }

    /// Fills in answers in the form of `docs/answers.md`, as long as the visitor told nothing.
    ///
    /// # Errors
    /// Every mistake in it, in words for who wrote it. Then nothing is filled in.
    pub fn fill(&mut self, answers: &str) -> Result<(), Vec<String>> {
        if answers.len() > LARGEST {
            return Err(vec![format!("more than {LARGEST} bytes")]);
        }
        let read = answers_file::read(&self.props.site.rulebook, answers);
        let read = read.map_err(|mistakes| mistakes.iter().map(ToString::to_string).collect::<Vec<_>>())?;
        if let Some(host) = &mut self.props.host {
            host.filled = Some(read);
            self.draw();
        }
        Ok(())
    }

    /// Brings back answers that were told as `kept`, of an advisor that was taken away.
    pub fn restore(&mut self, kept: &str) {
        // What this edition wrote itself it reads; anything else is nothing to bring back.
        let read = answers_file::read(&self.props.site.rulebook, kept).ok();
        if let (Some(host), Some(answers)) = (&mut self.props.host, read) {
            host.kept = Some(answers);
            self.draw();
        }
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
        self.draw();
    }

    fn take(&mut self, lang: Lang, words: Words) {
        self.show(self.props.site.clone().with(lang, words));
    }

    fn show(&mut self, site: Site) {
        self.props.site = site;
        self.draw();
    }

    fn draw(&mut self) {
        self.handle.update(app::Shown { life: self.life, app: Some(self.props.clone()) });
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
        around: Surroundings::OwnPage,
        host: None,
        brought: None,
        refresh: None,
    };
    pollster::block_on(yew::LocalServerRenderer::<app::App>::with_props(props).hydratable(false).render())
}
