//! Sources with a number, so that a list of tips stays a list of tips.

use crate::present::CitationRow;

/// The sources of a text, numbered in the order in which they are first named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    rows: Vec<CitationRow>,
}

/// Where something comes from: a source by its number, and the place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The number of the source, from 1.
    pub number: usize,
    /// The place in it; may be empty.
    pub at: String,
}

impl Sources {
    /// The numbers of these sources; a source that was not named yet gets the next one.
    pub fn refer(&mut self, citations: &[CitationRow]) -> Vec<Reference> {
        citations.iter().map(|row| self.reference(row)).collect()
    }

    fn reference(&mut self, row: &CitationRow) -> Reference {
        let whole = CitationRow { at: String::new(), ..row.clone() };
        let known = self.rows.iter().position(|own| *own == whole);
        let place = known.unwrap_or_else(|| {
            self.rows.push(whole);
            self.rows.len() - 1
        });
        Reference { number: place + 1, at: row.at.clone() }
    }

    /// The sources in the order of their numbers.
    pub fn rows(&self) -> &[CitationRow] {
        &self.rows
    }
}
