//! The file of rows that could not be judged: each mistake with its line and its repair.

use crate::columns::Who;
use crate::output::csv_line;
use crate::table::Cell;
use std::borrow::Cow;
use steunwijzer_advisor::answers_file::Mistake;

/// What is shown of a long text.
const SHOWN: usize = 300;

/// The names of the columns, as the first line.
pub(crate) const HEADER: &str = "row,line,id,key,problem,allowed\r\n";

/// Adds a line for each mistake.
pub(crate) fn add(to: &mut Vec<u8>, who: &Who, mistakes: &[Mistake]) {
    for mistake in mistakes {
        let cells = [
            Cell::Whole(who.row),
            who.line.map_or(Cell::Empty, Cell::Whole),
            text(&who.id),
            text(&mistake.key),
            text(&mistake.problem),
            text(&mistake.allowed),
        ];
        csv_line(to, &cells);
    }
}

/// A text, shortened if it is long: a row can hold a megabyte.
fn text(words: &str) -> Cell<'_> {
    match words.char_indices().nth(SHOWN) {
        None => Cell::text(words),
        Some((end, _)) => Cell::Text(Cow::Owned(format!("{}…", words.get(..end).unwrap_or_default()))),
    }
}
