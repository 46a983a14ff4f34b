//! Rows as they stand in a file: nothing is judged here, and one bad row never stops the next.

mod csv;
mod jsonl;
mod parquet;

use crate::failure::Failure;
use crate::output::Format;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// The most bytes that a row may take. An answers file of a large organisation takes a hundredth.
pub(crate) const LONGEST_ROW: usize = 1 << 20;

/// A row as it was read.
pub(crate) struct Raw {
    /// Its number among the rows, from 1; a bad row counts.
    pub(crate) row: u64,
    /// The line of the file on which it begins, from 1; none in parquet.
    pub(crate) line: Option<u64>,
    pub(crate) body: Body,
}

/// What a row holds.
pub(crate) enum Body {
    /// A value for each column.
    Cells(Vec<Value>),
    /// One JSON object.
    Json(String),
    /// It cannot be read: why, and what is allowed.
    Broken(String, String),
}

/// A value in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// Nothing: not answered.
    Empty,
    Bool(bool),
    Whole(i64),
    Text(String),
    /// It cannot be an answer: why, and what is allowed.
    Wrong(String, String),
}

impl Raw {
    /// About how much room it takes.
    pub(crate) fn size(&self) -> usize {
        match &self.body {
            Body::Cells(values) => values.iter().map(Value::size).sum(),
            Body::Json(text) => text.len(),
            Body::Broken(problem, allowed) => problem.len() + allowed.len(),
        }
    }
}

impl Value {
    fn size(&self) -> usize {
        match self {
            Value::Empty | Value::Bool(_) | Value::Whole(_) => 24,
            Value::Text(text) => 24 + text.len(),
            Value::Wrong(problem, allowed) => 24 + problem.len() + allowed.len(),
        }
    }
}

/// A file of rows.
pub(crate) enum Input {
    Csv(Box<csv::Rows>),
    Jsonl(jsonl::Rows),
    Parquet(Box<parquet::Rows>),
}

impl Input {
    /// Opens a file; its name says what it is.
    ///
    /// # Errors
    /// If the file cannot be read at all.
    pub(crate) fn open(path: &Path) -> Result<Input, Failure> {
        let file = File::open(path).map_err(|error| Failure::file(path, error))?;
        let failed = |error: io::Error| Failure::file(path, error);
        Ok(match Format::of(path)? {
            Format::Csv => {
                let lines = Lines::new(file).map_err(failed)?;
                Input::Csv(Box::new(csv::Rows::new(lines).map_err(failed)?))
            }
            Format::Jsonl => Input::Jsonl(jsonl::Rows::new(Lines::new(file).map_err(failed)?)),
            Format::Parquet => {
                Input::Parquet(Box::new(parquet::Rows::new(file).map_err(|why| Failure::file(path, why))?))
            }
        })
    }

    /// The names of the columns; none if every row names its own keys.
    pub(crate) fn names(&self) -> Option<&[String]> {
        match self {
            Input::Csv(rows) => Some(rows.names()),
            Input::Jsonl(_) => None,
            Input::Parquet(rows) => Some(rows.names()),
        }
    }

    /// The next row.
    ///
    /// # Errors
    /// If the file as a whole cannot be read any further.
    pub(crate) fn next(&mut self) -> Result<Option<Raw>, String> {
        match self {
            Input::Csv(rows) => rows.next().map_err(|error| error.to_string()),
            Input::Jsonl(rows) => rows.next().map_err(|error| error.to_string()),
            Input::Parquet(rows) => rows.next(),
        }
    }

    /// How far it was read, and how far it goes: bytes, or rows of a parquet file.
    pub(crate) fn position(&self) -> (u64, u64) {
        match self {
            Input::Csv(rows) => rows.position(),
            Input::Jsonl(rows) => rows.position(),
            Input::Parquet(rows) => rows.position(),
        }
    }
}

/// A file of text that knows how far it was read and on which line.
pub(crate) struct Lines {
    file: BufReader<File>,
    /// Bytes that were read.
    at: u64,
    /// All bytes.
    of: u64,
    /// The line that comes next, from 1.
    line: u64,
}

/// What says that UTF-8 follows.
const MARK: &[u8] = "\u{feff}".as_bytes();

impl Lines {
    fn new(mut file: File) -> io::Result<Lines> {
        let of = file.metadata()?.len();
        let mut begin = Vec::new();
        Read::by_ref(&mut file).take(3).read_to_end(&mut begin)?;
        let skipped = if begin == MARK { 3 } else { 0 };
        io::Seek::seek(&mut file, io::SeekFrom::Start(skipped))?;
        Ok(Lines { file: BufReader::with_capacity(1 << 16, file), at: skipped, of, line: 1 })
    }

    /// What can be read now; empty at the end of the file.
    fn ahead(&mut self) -> io::Result<&[u8]> {
        self.file.fill_buf()
    }

    /// Goes past so many bytes, on which so many lines end.
    fn pass(&mut self, bytes: usize, ended: u64) {
        self.file.consume(bytes);
        self.at += u64::try_from(bytes).unwrap_or_default();
        self.line += ended;
    }
}

/// How many lines end in these bytes.
fn line_ends(bytes: &[u8]) -> u64 {
    bytes.iter().map(|byte| u64::from(*byte == b'\n')).sum()
}

fn too_long() -> Body {
    Body::Broken(
        "the row is longer than 1 MiB".to_owned(),
        "a row of at most 1 MiB; look for a quote that is never closed".to_owned(),
    )
}

fn not_utf8() -> Body {
    Body::Broken("the row is not UTF-8".to_owned(), "save the file as UTF-8".to_owned())
}
