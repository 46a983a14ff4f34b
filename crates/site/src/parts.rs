//! Parts that several pages show: citations, lists of schemes, facts, tables.

use crate::address::Page;
use crate::layout::Writer;
use maud::{Markup, html};
use steunwijzer_advisor::coverage::{Cells, Table};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{fixed as common, fixed_scheme as say};
use steunwijzer_advisor::present::{CitationRow, kind_word, level_word};
use steunwijzer_compiler::rule_text::{PlaceName, place_names};
use steunwijzer_engine::order::in_order;
use steunwijzer_engine::rulebook::{Citation, QuestionId, SchemeId, SourceId};

/// An address of the web; nothing else becomes a link that leads away.
pub(crate) fn web(address: &str) -> Option<&str> {
    (address.starts_with("https://") || address.starts_with("http://")).then_some(address)
}

impl Writer<'_> {
    /// The language of names in the rules that are always Dutch.
    pub(crate) fn dutch(&self) -> Option<&'static str> {
        match self.lang {
            Lang::Nl => None,
            Lang::En => Some("nl"),
        }
    }

    pub(crate) fn name(&self, id: SchemeId) -> &str {
        self.known.rulebook.schemes.get(id.row()).map_or("", |scheme| self.text(scheme.texts.name))
    }

    pub(crate) fn short(&self, id: QuestionId) -> &str {
        self.known.rulebook.questions.get(id.row()).map_or("", |question| self.text(question.short))
    }

    /// Where a rule stands: each source with both of its dates.
    pub(crate) fn citations(&self, citations: &[Citation]) -> Markup {
        html! {
            @for citation in citations {
                @if let Some(row) = self.view.source_row(citation.source, self.text(citation.at)) {
                    (self.citation(citation.source, &row))
                }
            }
        }
    }

    pub(crate) fn citation(&self, id: SourceId, row: &CitationRow) -> Markup {
        html! {
            p class="cite" {
                (say::source(self.lang)) " "
                @match web(&row.url) {
                    Some(url) => a href=(url) rel="external" lang=[self.dutch()] { (row.name()) },
                    None => span lang=[self.dutch()] { (row.name()) },
                }
                "; " (row.content) "; " (row.checked)
                @if let Some(unconfirmed) = row.unconfirmed { "; " span class="tag" { (unconfirmed) } }
                " ("
                a href=(self.to(Page::Source(id))) {
                    (say::about_source(self.lang)) span class="hidden" lang=[self.dutch()] { ": " (row.title) }
                }
                ")"
            }
        }
    }

    /// Schemes by name, with kind and provider.
    pub(crate) fn schemes(&self, schemes: &[SchemeId]) -> Markup {
        let sorted = in_order(schemes.iter().copied(), |id| self.sort_name(*id));
        html! {
            ul class="rows" { @for id in sorted { (self.scheme_row(id, None)) } }
        }
    }

    /// A scheme in a list; the list of a search page marks its rows.
    pub(crate) fn scheme_row(&self, id: SchemeId, mark: Option<&str>) -> Markup {
        let Some(scheme) = self.known.rulebook.schemes.get(id.row()) else { return html! {} };
        html! {
            li data-id=[mark] {
                a href=(self.to(Page::Scheme(id))) { (self.text(scheme.texts.name)) }
                span class="small" { (kind_word(self.lang, scheme.kind)) ", " (level_word(self.lang, scheme.level)) ": " (self.text(scheme.texts.provider)) }
            }
        }
    }

    /// A name as it is sorted: without capitals and accents.
    pub(crate) fn sort_name(&self, id: SchemeId) -> String {
        folded(self.name(id))
    }

    pub(crate) fn scheme_links(&self, schemes: &[SchemeId]) -> Markup {
        html! {
            @for (row, id) in schemes.iter().enumerate() {
                @if row > 0 { ", " }
                a href=(self.to(Page::Scheme(*id))) { (self.name(*id)) }
            }
        }
    }

    pub(crate) fn question_links(&self, questions: &[QuestionId]) -> Markup {
        html! {
            @for (row, id) in questions.iter().enumerate() {
                @if row > 0 { ", " }
                a href=(self.to(Page::Question(*id))) { (self.short(*id)) }
            }
        }
    }

    /// Where a scheme holds.
    pub(crate) fn where_it_holds(&self, id: SchemeId) -> Markup {
        let Some(places) = self.known.places(id) else { return html! { (say::everywhere(self.lang)) } };
        let rulebook = self.known.rulebook;
        let exists = |row: usize| places.has(row) && self.known.place(row).is_some();
        let names = place_names(rulebook, |row| places.has(row) && (exists(row) || is_former(self, row)));
        let names = names.iter().filter(|name| match name {
            PlaceName::Province(_) => true,
            PlaceName::Municipality(name) => self.place_named(name).is_some(),
        });
        html! {
            @for (row, name) in names.enumerate() {
                @if row > 0 { ", " }
                @match name {
                    PlaceName::Province(name) => (steunwijzer_advisor::messages::show::in_province(self.lang, name)),
                    PlaceName::Municipality(name) => @if let Some(row) = self.place_named(name) {
                        a href=(self.to(Page::Place(row))) { (name) }
                    },
                }
            }
        }
    }

    fn place_named(&self, name: &str) -> Option<usize> {
        let rows = self.known.municipalities.iter().map(|place| place.row);
        rows.into_iter()
            .find(|row| self.known.rulebook.municipalities.get(*row).is_some_and(|found| found.name == name))
    }

    /// A table of the count.
    pub(crate) fn table(&self, table: &Table, link: impl Fn(usize) -> Option<Page>) -> Markup {
        let cells = match table.cells {
            Cells::Numbers => "numbers",
            Cells::Words => "words",
        };
        html! {
            section class="scrolls" tabindex="0" aria-label=(table.caption) {
                table class=(cells) {
                    thead { tr { @for head in &table.heads { th scope="col" { (head) } } } }
                    tbody {
                        @for (row, cells) in table.rows.iter().enumerate() {
                            tr {
                                @for (column, cell) in cells.iter().enumerate() {
                                    @match (column, link(row)) {
                                        (0, Some(page)) => th scope="row" { a href=(self.to(page)) { (cell) } },
                                        (0, None) => th scope="row" { (cell) },
                                        _ => td { (cell) },
                                    }
                                }
                            }
                        }
                    }
                }
            }
            @if table.rows.is_empty() { p { (common::nothing(self.lang)) } }
        }
    }
}

/// A municipality that no longer exists counts for a whole province.
fn is_former(writer: &Writer<'_>, row: usize) -> bool {
    writer.known.place(row).is_none()
}

/// A pair of a list of facts.
pub(crate) fn fact(name: &str, what: &Markup) -> Markup {
    html! { div { dt { (name) } dd { (what) } } }
}

/// A text as it is sorted and searched: without capitals and accents.
pub(crate) fn folded(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(crate::address::plain).collect()
}
