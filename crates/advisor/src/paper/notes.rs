//! The numbered sources.

use crate::present::CitationRow;

/// The most sources of amounts beside those of reasons.
const MOST: usize = 11;

/// The sources that the paper names, in the order of their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Notes {
    rows: Vec<CitationRow>,
}

impl Notes {
    /// The number of a source: a new one, or the one it has.
    pub(super) fn number(&mut self, row: CitationRow) -> usize {
        match self.rows.iter().position(|known| known.name() == row.name()) {
            Some(at) => at + 1,
            None => {
                self.rows.push(row);
                self.rows.len()
            }
        }
    }

    /// The same of a source that can be missed: none when there are many already.
    pub(super) fn number_if_room(&mut self, row: CitationRow) -> Option<usize> {
        let is_known = self.rows.iter().any(|known| known.name() == row.name());
        (is_known || self.rows.len() < MOST).then(|| self.number(row))
    }

    /// The sources, the first first.
    pub(super) fn rows(self) -> Vec<CitationRow> {
        self.rows
    }
}
