//! Results as a file: the same lines in three formats.

mod parquet;

use self::parquet::{Lines, Parquet};
use crate::failure::Failure;
use crate::table::{Cell, Column};
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;
use steunwijzer_advisor::export::csv;
use steunwijzer_advisor::json::Json;

/// How a file holds rows; the end of its name says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table of text, `.csv`.
    Csv,
    /// A JSON object on each line, `.jsonl`.
    Jsonl,
    /// Columns, `.parquet`.
    Parquet,
}

impl Format {
    /// The format that the name of a file says.
    ///
    /// # Errors
    /// If it says none of the three.
    pub fn of(path: &Path) -> Result<Format, Failure> {
        let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
        match end.as_deref() {
            Some("csv") => Ok(Format::Csv),
            Some("jsonl") => Ok(Format::Jsonl),
            Some("parquet") => Ok(Format::Parquet),
            Some(_) | None => Err(Failure::file(path, "the name must end in .csv, .jsonl or .parquet")),
        }
    }
}

/// Lines that one worker made, ready to be written.
pub(crate) enum Block {
    Csv(Vec<u8>),
    Jsonl(&'static [Column], Vec<u8>),
    Parquet(Lines),
}

impl Block {
    pub(crate) fn new(format: Format, columns: &'static [Column]) -> Block {
        match format {
            Format::Csv => Block::Csv(Vec::new()),
            Format::Jsonl => Block::Jsonl(columns, Vec::new()),
            Format::Parquet => Block::Parquet(Lines::new(columns)),
        }
    }

    /// Adds a line.
    pub(crate) fn line(&mut self, cells: &[Cell<'_>]) {
        match self {
            Block::Csv(bytes) => csv_line(bytes, cells),
            Block::Jsonl(columns, bytes) => json_line(bytes, columns, cells),
            Block::Parquet(lines) => lines.add(cells),
        }
    }
}

/// Adds a line of a table: commas, decimal points, never a formula.
pub(crate) fn csv_line(to: &mut Vec<u8>, cells: &[Cell<'_>]) {
    for (column, cell) in cells.iter().enumerate() {
        if column > 0 {
            to.push(b',');
        }
        match cell {
            Cell::Empty => {}
            Cell::Whole(number) => to.extend_from_slice(number.to_string().as_bytes()),
            Cell::Text(text) => to.extend_from_slice(csv::text(",", text).as_bytes()),
            Cell::Number(number) => to.extend_from_slice(number.to_string().as_bytes()),
        }
    }
    to.extend_from_slice(b"\r\n");
}

/// Adds an object: what is empty is left out, a decimal is a text.
fn json_line(to: &mut Vec<u8>, columns: &[Column], cells: &[Cell<'_>]) {
    let mut before = b'{';
    for (column, cell) in columns.iter().zip(cells) {
        let value = match cell {
            Cell::Empty => continue,
            Cell::Whole(number) => number.to_string(),
            Cell::Text(text) => Json::text(text).to_string(),
            Cell::Number(number) => format!("\"{number}\""),
        };
        to.push(before);
        before = b',';
        to.extend_from_slice(format!("\"{}\":{value}", column.name).as_bytes());
    }
    to.extend_from_slice(b"}\n");
}

/// A file that lines are added to.
pub(crate) enum Output {
    Bytes(Bytes),
    Parquet(Box<Parquet>),
}

impl Output {
    /// A new file, with the names of the columns if the format has them.
    pub(crate) fn create(path: &Path, format: Format, columns: &'static [Column]) -> io::Result<Output> {
        Ok(match format {
            Format::Csv => {
                let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
                Output::Bytes(Bytes::create(path, &(names.join(",") + "\r\n"))?)
            }
            Format::Jsonl => Output::Bytes(Bytes::create(path, "")?),
            Format::Parquet => Output::Parquet(Box::new(Parquet::create(path, columns)?)),
        })
    }

    pub(crate) fn add(&mut self, block: Block) -> io::Result<()> {
        match (self, block) {
            (Output::Bytes(file), Block::Csv(bytes) | Block::Jsonl(_, bytes)) => file.add(&bytes),
            (Output::Parquet(file), Block::Parquet(lines)) => file.add(lines),
            (Output::Bytes(_), Block::Parquet(_))
            | (Output::Parquet(_), Block::Csv(_) | Block::Jsonl(..)) => {
                Err(io::Error::other("lines of another format"))
            }
        }
    }

    /// Ends the file and gives its size in bytes.
    pub(crate) fn finish(self) -> io::Result<u64> {
        match self {
            Output::Bytes(mut file) => file.flush(),
            Output::Parquet(file) => file.finish(),
        }
    }
}

/// A file of bytes that knows how many it has.
pub(crate) struct Bytes {
    file: BufWriter<File>,
    written: u64,
}

impl Bytes {
    /// A new file that begins with this.
    pub(crate) fn create(path: &Path, begin: &str) -> io::Result<Bytes> {
        let mut bytes = Bytes { file: BufWriter::new(File::create(path)?), written: 0 };
        bytes.add(begin.as_bytes())?;
        Ok(bytes)
    }

    /// A file that was left; what stands behind so many bytes is cut off.
    pub(crate) fn reopen(path: &Path, written: u64) -> io::Result<Bytes> {
        let mut file = OpenOptions::new().write(true).open(path)?;
        if file.metadata()?.len() < written {
            return Err(io::Error::other("the file is shorter than it was when the run stopped"));
        }
        file.set_len(written)?;
        file.seek(SeekFrom::Start(written))?;
        Ok(Bytes { file: BufWriter::new(file), written })
    }

    pub(crate) fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.written += u64::try_from(bytes.len()).unwrap_or_default();
        self.file.write_all(bytes)
    }

    /// Puts everything in the file, also if the power fails; gives the number of bytes.
    pub(crate) fn flush(&mut self) -> io::Result<u64> {
        self.file.flush()?;
        self.file.get_ref().sync_data()?;
        Ok(self.written)
    }
}
