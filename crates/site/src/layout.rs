//! What every page shares: its head, its policy, the menu, the way back and the foot.

use crate::Options;
use crate::address::{INDEXES, Page, relative};
use crate::assets::{FEED, SCRIPT, STYLES};
use crate::known::Known;
use crate::structured;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::Value;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{about, fixed as say, page as chrome, site as product};
use steunwijzer_advisor::present::View;
use steunwijzer_advisor::show;
use steunwijzer_compiler::Edition;
use steunwijzer_engine::rulebook::TextId;

/// Nothing but our own style sheet.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'";

/// Also our own script, which reads one file of ours.
const POLICY_WITH_SCRIPT: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'";

const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cpath fill='%2357235c' d='M14 4h4v24h-4z'/%3E%3Cpath fill='%23f6b93b' d='M4 7h18l7 6-7 6H4z'/%3E%3C/svg%3E";

/// The id of what the page is about: where *skip to content* leads.
pub(crate) const CONTENT: &str = "inhoud";

/// Whether a page has a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    None,
    Search,
}

/// What a page says.
pub(crate) struct Content {
    /// Its heading.
    pub(crate) title: String,
    /// What it is, in a sentence, for search engines.
    pub(crate) about: String,
    /// Everything below the heading.
    pub(crate) body: Markup,
    /// Structured data.
    pub(crate) data: Vec<Value>,
    /// Whether it has a script.
    pub(crate) script: Script,
}

/// Writes one page in one language.
#[derive(Clone, Copy)]
pub(crate) struct Writer<'w> {
    pub(crate) edition: &'w Edition,
    pub(crate) known: &'w Known<'w>,
    pub(crate) options: &'w Options,
    /// The rules as they are shown to somebody who answered nothing.
    pub(crate) view: View<'w>,
    pub(crate) lang: Lang,
    /// The page that is written.
    pub(crate) page: Page,
}

impl<'w> Writer<'w> {
    /// A text of the rules.
    pub(crate) fn text(&self, text: TextId) -> &'w str {
        self.view.words.get(text)
    }

    /// The folder of a page.
    pub(crate) fn folder(&self, page: Page, lang: Lang) -> String {
        page.folder(self.known.rulebook, self.known, lang)
    }

    /// What leads from this page to another.
    pub(crate) fn to(&self, page: Page) -> String {
        self.folder_link(&self.folder(page, self.lang))
    }

    fn folder_link(&self, folder: &str) -> String {
        let file = if self.options.base.is_some() { "" } else { "index.html" };
        self.file_link(&format!("{folder}{file}"))
    }

    /// What leads from this page to a file of the site.
    pub(crate) fn file_link(&self, path: &str) -> String {
        relative(&self.folder(self.page, self.lang), path)
    }

    /// What leads to a page of the advisor itself.
    pub(crate) fn app_link(&self, fragment: &str) -> String {
        format!("{}{fragment}", self.folder_link(""))
    }

    /// The whole address of a page, if the site has one.
    pub(crate) fn address(&self, page: Page, lang: Lang) -> Option<String> {
        self.options.base.as_ref().map(|base| base.join(&self.folder(page, lang)))
    }

    /// The pages above this one, from the first.
    pub(crate) fn above(&self) -> Vec<Page> {
        match self.page {
            Page::Home => vec![],
            Page::Schemes
            | Page::Kinds
            | Page::Places
            | Page::Questions
            | Page::Sources
            | Page::Changes
            | Page::Accuracy
            | Page::Data => vec![Page::Home],
            Page::Scheme(_) => vec![Page::Home, Page::Schemes],
            Page::Kind(_) => vec![Page::Home, Page::Kinds],
            Page::Place(_) => vec![Page::Home, Page::Places],
            Page::Question(_) => vec![Page::Home, Page::Questions],
            Page::Source(_) => vec![Page::Home, Page::Sources],
        }
    }

    /// The name of an index in the menu.
    pub(crate) fn name_of_index(&self, page: Page) -> &'static str {
        let lang = self.lang;
        match page {
            Page::Home => say::home(lang),
            Page::Schemes | Page::Scheme(_) => say::schemes(lang),
            Page::Kinds | Page::Kind(_) => say::kinds(lang),
            Page::Places | Page::Place(_) => say::places(lang),
            Page::Questions | Page::Question(_) => say::questions(lang),
            Page::Sources | Page::Source(_) => say::sources(lang),
            Page::Changes => say::changes(lang),
            Page::Accuracy => say::accuracy(lang),
            Page::Data => say::data(lang),
        }
    }

    /// The language of the heading, where it is another than that of the page: titles of sources.
    fn language_of_title(&self) -> Option<&'static str> {
        match self.page {
            Page::Source(_) => self.dutch(),
            Page::Home
            | Page::Schemes
            | Page::Scheme(_)
            | Page::Kinds
            | Page::Kind(_)
            | Page::Places
            | Page::Place(_)
            | Page::Questions
            | Page::Question(_)
            | Page::Sources
            | Page::Changes
            | Page::Accuracy
            | Page::Data => None,
        }
    }

    /// The whole page.
    pub(crate) fn whole(&self, content: &Content) -> String {
        let page = html! {
            (DOCTYPE)
            html lang=(self.lang.code()) {
                head { (self.head(content)) }
                body {
                    a class="skip" href=(format!("#{CONTENT}")) { (chrome::skip(self.lang)) }
                    (self.top())
                    main id=(CONTENT) class="column" tabindex="-1" {
                        (self.crumbs(&content.title))
                        h1 lang=[self.language_of_title()] { (content.title) }
                        (content.body)
                    }
                    (self.bottom())
                }
            }
        };
        page.into_string()
    }

    fn head(&self, content: &Content) -> Markup {
        let data = content.data.iter().cloned().chain(structured::crumbs(self, &content.title));
        html! {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy(content.script));
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            meta name="color-scheme" content="light dark";
            meta name="description" content=(content.about);
            title { (chrome::title(self.lang, &content.title)) }
            @if let Some(address) = self.address(self.page, self.lang) {
                link rel="canonical" href=(address);
                @for lang in [Lang::Nl, Lang::En] {
                    @if let Some(address) = self.address(self.page, lang) {
                        link rel="alternate" hreflang=(lang.code()) href=(address);
                    }
                }
                @if let Some(address) = self.address(self.page, Lang::Nl) {
                    link rel="alternate" hreflang="x-default" href=(address);
                }
            }
            link rel="alternate" type="application/atom+xml" title=(say::changes(self.lang))
                href=(self.file_link(&format!("{}{FEED}", self.folder(Page::Changes, self.lang))));
            link rel="icon" href=(ICON);
            link rel="stylesheet" href=(self.file_link(STYLES));
            @if content.script == Script::Search {
                script type="module" src=(self.file_link(SCRIPT)) {}
            }
            @for one in data { (structured::block(&one)) }
        }
    }

    fn top(&self) -> Markup {
        let other = other(self.lang);
        html! {
            header class="top" {
                div class="column" {
                    a class="brand" href=(self.to(Page::Home)) { (logo()) (product::name(self.lang)) }
                    nav aria-label=(say::parts(self.lang)) {
                        ul {
                            @for page in INDEXES {
                                li { a href=(self.to(page)) aria-current=[self.current(page)] { (self.name_of_index(page)) } }
                            }
                        }
                    }
                    a class="language" lang=(other.code()) hreflang=(other.code())
                        href=(self.folder_link(&self.folder(self.page, other))) { (say::other_language(other)) }
                }
            }
        }
    }

    fn current(&self, index: Page) -> Option<&'static str> {
        if self.page == index { Some("page") } else { self.above().contains(&index).then_some("true") }
    }

    fn crumbs(&self, title: &str) -> Markup {
        let above = self.above();
        html! {
            @if !above.is_empty() {
                nav class="crumbs" aria-label=(say::crumbs(self.lang)) {
                    ol {
                        @for page in above { li { a href=(self.to(page)) { (self.name_of_index(page)) } } }
                        li aria-current="page" lang=[self.language_of_title()] { (title) }
                    }
                }
            }
        }
    }

    fn bottom(&self) -> Markup {
        let lang = self.lang;
        let edition = &self.edition.rulebook.edition;
        html! {
            footer class="bottom" {
                div class="column" {
                    p { (chrome::not_decision(lang)) " " (self.text(edition.answers_for)) }
                    p { (say::site_about(lang, &show::day(lang, edition.date))) " " (about::code(lang, &edition.hash)) "." }
                    p { a href=(self.app_link("")) { (say::app(lang)) } }
                }
            }
        }
    }
}

/// The policy of a page.
pub(crate) fn policy(script: Script) -> &'static str {
    match script {
        Script::None => POLICY,
        Script::Search => POLICY_WITH_SCRIPT,
    }
}

/// The other language.
pub(crate) fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Nl => Lang::En,
        Lang::En => Lang::Nl,
    }
}

/// The 404 page: it answers at any address, so its links begin at the root of the site.
pub(crate) fn missing(options: &Options) -> Markup {
    let root = options.base.as_ref().map_or("/", |base| base.path());
    let part = |lang: Lang| {
        html! {
            div lang=(lang.code()) {
                h1 { (say::missing(lang)) }
                p { (say::missing_text(lang)) }
                p { a href=(format!("{root}{}/", lang.code())) { (say::home(lang)) } }
            }
        }
    };
    html! {
        (DOCTYPE)
        html lang="nl" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(Script::None));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="robots" content="noindex";
                meta name="color-scheme" content="light dark";
                title { (chrome::title(Lang::Nl, say::missing(Lang::Nl))) }
                link rel="icon" href=(ICON);
                link rel="stylesheet" href=(format!("{root}{STYLES}"));
            }
            body {
                main class="column" { (part(Lang::Nl)) (part(Lang::En)) }
            }
        }
    }
}

fn logo() -> PreEscaped<&'static str> {
    PreEscaped(concat!(
        r#"<svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">"#,
        r#"<path class="pole" d="M9 3v27"/><path class="plate-1" d="M5 5.5h17.5l6 5-6 5H5z"/>"#,
        r#"<path class="plate-2" d="M12 18h12l-3.2 3.8L24 25.5H12z"/></svg>"#,
    ))
}
