//! A table of text. The separator is what stands between the first two names: `,`, `;` or a tab.

use super::{Body, LONGEST_ROW, Lines, Raw, Value, line_ends, not_utf8, too_long};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::io;

/// The most cells that a row may have: all questions of a full list take a tenth.
const MOST_CELLS: usize = 10_000;

/// The rows of a table.
pub(crate) struct Rows {
    lines: Lines,
    reader: Reader,
    names: Vec<String>,
    row: u64,
    /// Room for the text of a row, and where each cell ends in it.
    text: Vec<u8>,
    ends: Vec<usize>,
}

/// What was found where a record should be.
enum Record {
    /// Text and ends stand in the room, so many of each.
    Cells(usize, usize),
    TooLong,
}

impl Rows {
    pub(super) fn new(mut lines: Lines) -> io::Result<Rows> {
        let separator = separator(lines.ahead()?);
        let reader = ReaderBuilder::new().delimiter(separator).build();
        let (text, ends) = (vec![0; 1 << 12], vec![0; 256]);
        let mut rows = Rows { lines, reader, names: Vec::new(), row: 0, text, ends };
        let wrong = |what| io::Error::new(io::ErrorKind::InvalidData, what);
        let header = match rows.record()? {
            None => return Err(wrong("there is no line with the names of the columns")),
            Some((_, Record::TooLong)) => return Err(wrong("the line with the names is too long")),
            Some((_, Record::Cells(text, ends))) => rows.cells(text, ends),
        };
        let header = header.ok_or_else(|| wrong("the names of the columns are not UTF-8"))?;
        rows.names = header.into_iter().map(|name| name.trim().to_owned()).collect();
        Ok(rows)
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    pub(super) fn position(&self) -> (u64, u64) {
        (self.lines.at, self.lines.of)
    }

    pub(super) fn next(&mut self) -> io::Result<Option<Raw>> {
        let Some((line, record)) = self.record()? else { return Ok(None) };
        self.row += 1;
        let body = match record {
            Record::TooLong => too_long(),
            Record::Cells(text, ends) => match self.cells(text, ends) {
                None => not_utf8(),
                Some(cells) => self.body(cells),
            },
        };
        Ok(Some(Raw { row: self.row, line: Some(line), body }))
    }

    fn body(&self, cells: Vec<String>) -> Body {
        let (found, wanted) = (cells.len(), self.names.len());
        if found != wanted {
            let problem = format!("the row has {found} cells, the first line names {wanted}");
            return Body::Broken(problem, "a cell for each column; a cell may be empty".to_owned());
        }
        let value = |cell: String| match cell.trim() {
            "" => Value::Empty,
            trimmed => Value::Text(trimmed.to_owned()),
        };
        Body::Cells(cells.into_iter().map(value).collect())
    }

    /// The cells in the room; none if they are not UTF-8.
    fn cells(&self, text: usize, ends: usize) -> Option<Vec<String>> {
        let text = std::str::from_utf8(self.text.get(..text)?).ok()?;
        let mut begin = 0;
        let mut cells = Vec::with_capacity(ends);
        for &end in self.ends.get(..ends)? {
            cells.push(text.get(begin..end)?.to_owned());
            begin = end;
        }
        Some(cells)
    }

    /// The next record, with the line it begins on. Empty lines are no records.
    fn record(&mut self) -> io::Result<Option<(u64, Record)>> {
        self.skip_empty_lines()?;
        let line = self.lines.line;
        let (mut text, mut ends, mut is_too_long) = (0, 0, false);
        loop {
            let ahead = self.lines.ahead()?;
            let room = (self.text.get_mut(text..), self.ends.get_mut(ends..));
            let (Some(text_room), Some(ends_room)) = room else { return Ok(None) };
            let (result, read, written, ended) = self.reader.read_record(ahead, text_room, ends_room);
            let passed = line_ends(ahead.get(..read).unwrap_or_default());
            self.lines.pass(read, passed);
            text += written;
            ends += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::End => return Ok(None),
                ReadRecordResult::Record if is_too_long => return Ok(Some((line, Record::TooLong))),
                ReadRecordResult::Record => return Ok(Some((line, Record::Cells(text, ends)))),
                ReadRecordResult::OutputFull => match more(&mut self.text, LONGEST_ROW) {
                    true => {}
                    false => (text, is_too_long) = (0, true),
                },
                ReadRecordResult::OutputEndsFull => match more(&mut self.ends, MOST_CELLS) {
                    true => {}
                    false => (ends, is_too_long) = (0, true),
                },
            }
        }
    }

    fn skip_empty_lines(&mut self) -> io::Result<()> {
        loop {
            let ahead = self.lines.ahead()?;
            let end = ahead.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
            if end == 0 {
                return Ok(());
            }
            let passed = line_ends(ahead.get(..end).unwrap_or_default());
            self.lines.pass(end, passed);
        }
    }
}

/// Makes more room, unless there is as much as there may be.
fn more<T: Default + Clone>(room: &mut Vec<T>, most: usize) -> bool {
    let grows = room.len() < most;
    if grows {
        room.resize((room.len() * 2).min(most), T::default());
    }
    grows
}

fn separator(begin: &[u8]) -> u8 {
    let first_line = begin.iter().take_while(|byte| **byte != b'\n');
    first_line.copied().find(|byte| matches!(byte, b',' | b';' | b'\t')).unwrap_or(b',')
}
