//! One answers file per line.

use super::{Body, LONGEST_ROW, Lines, Raw, not_utf8, too_long};
use std::io;

/// The lines of a file.
pub(crate) struct Rows {
    lines: Lines,
    row: u64,
}

impl Rows {
    pub(super) fn new(lines: Lines) -> Rows {
        Rows { lines, row: 0 }
    }

    /// The next line that is not empty.
    pub(super) fn next(&mut self) -> io::Result<Option<Raw>> {
        loop {
            let line = self.lines.line;
            let Some(body) = self.body()? else { return Ok(None) };
            if matches!(&body, Body::Json(text) if text.trim().is_empty()) {
                continue;
            }
            self.row += 1;
            return Ok(Some(Raw { row: self.row, line: Some(line), body }));
        }
    }

    fn body(&mut self) -> io::Result<Option<Body>> {
        let mut taken: Vec<u8> = Vec::new();
        let (mut any, mut is_too_long) = (false, false);
        loop {
            let ahead = self.lines.ahead()?;
            if ahead.is_empty() {
                break;
            }
            any = true;
            let end = ahead.iter().position(|byte| *byte == b'\n');
            let part = ahead.get(..end.unwrap_or(ahead.len())).unwrap_or_default();
            is_too_long |= taken.len() + part.len() > LONGEST_ROW;
            if is_too_long {
                taken.clear();
            } else {
                taken.extend_from_slice(part);
            }
            let passed = part.len() + usize::from(end.is_some());
            self.lines.pass(passed, u64::from(end.is_some()));
            if end.is_some() {
                break;
            }
        }
        Ok(any.then(|| match String::from_utf8(taken) {
            _ if is_too_long => too_long(),
            Ok(text) => Body::Json(text),
            Err(_) => not_utf8(),
        }))
    }

    pub(super) fn position(&self) -> (u64, u64) {
        (self.lines.at, self.lines.of)
    }
}
