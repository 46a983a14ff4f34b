//! Where a rule stands.

use super::View;
use crate::messages::condition as messages;
use crate::show;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{Citation, Evidence, SourceId, SourceKind, Words};

/// A source, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitationRow {
    /// The title of the law or page.
    pub title: String,
    /// The place in it; may be empty.
    pub at: String,
    /// Who published it.
    pub publisher: String,
    /// Its address.
    pub url: String,
    /// What it is.
    pub kind: SourceKind,
    /// The date of the content, or that it has none.
    pub content: String,
    /// When we last looked: *nagekeken op 21 november 2026*.
    pub checked: String,
    /// Set when nobody saw the page: *niet bevestigd*.
    pub unconfirmed: Option<&'static str>,
}

impl CitationRow {
    /// Title and place, with the publisher of what is not a law: pages of several municipalities
    /// often have one title.
    pub fn name(&self) -> String {
        let of = if self.kind == SourceKind::Law { "" } else { self.publisher.as_str() };
        [self.title.as_str(), of, self.at.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The same with the date of the content, to stand in a sentence.
    pub fn dated_name(&self) -> String {
        [&self.name(), " (", &self.content, ")"].concat()
    }
}

impl View<'_> {
    /// The sources of a rule, in order.
    pub(crate) fn citations(&self, citations: &[Citation]) -> Vec<CitationRow> {
        self.citations_in(self.words, citations)
    }

    /// The same, with the places in them among other words than those of the rules.
    pub(crate) fn citations_in(&self, places: &Words, citations: &[Citation]) -> Vec<CitationRow> {
        let row = |citation: &Citation| self.source_row(citation.source, places.get(citation.at));
        citations.iter().filter_map(row).collect()
    }

    /// A source, and the place in it; the place may be empty.
    pub fn source_row(&self, source: SourceId, at: &str) -> Option<CitationRow> {
        let source = self.rulebook.sources.get(source.row())?;
        Some(CitationRow {
            title: self.text(source.title).to_owned(),
            at: at.to_owned(),
            publisher: self.text(source.publisher).to_owned(),
            url: self.text(source.url).to_owned(),
            kind: source.kind,
            content: self.content_date(&source.content_date),
            checked: messages::checked_on(self.lang, &show::day(self.lang, source.checked)),
            unconfirmed: match source.evidence {
                Evidence::Background => Some(messages::background(self.lang)),
                Evidence::Page => None,
            },
        })
    }

    /// A year, a month or a day as the source gives it.
    fn content_date(&self, written: &str) -> String {
        let month = || format!("{written}-01").parse::<Date>().ok();
        let shown = match written.parse::<Date>() {
            Ok(day) => show::day(self.lang, day),
            Err(_) => month().map_or_else(|| written.to_owned(), |first| show::month(self.lang, first)),
        };
        if shown.is_empty() {
            messages::content_undated(self.lang).to_owned()
        } else {
            messages::content_of(self.lang, &shown)
        }
    }
}
