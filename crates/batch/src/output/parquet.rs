//! Results as a parquet file: row groups of bounded size, so that memory is bounded too.

use crate::table::{Cell, Column, Kind};
use parquet::basic::Compression;
use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;
use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// So many lines make a row group.
const GROUP: usize = 50_000;

/// Decimals of a number in a file.
const SCALE: u32 = 6;

/// Lines by column, each value with whether it is there.
pub(crate) struct Lines {
    columns: Vec<Values>,
    lines: usize,
    /// Whether a number did not fit: it is never rounded.
    unfit: bool,
}

enum Values {
    Numbers(Vec<i64>, Vec<i16>),
    Texts(Vec<ByteArray>, Vec<i16>),
}

impl Lines {
    pub(crate) fn new(columns: &[Column]) -> Lines {
        let values = |column: &Column| match column.kind {
            Kind::Whole | Kind::Number => Values::Numbers(Vec::new(), Vec::new()),
            Kind::Text => Values::Texts(Vec::new(), Vec::new()),
        };
        Lines { columns: columns.iter().map(values).collect(), lines: 0, unfit: false }
    }

    pub(crate) fn add(&mut self, cells: &[Cell<'_>]) {
        self.lines += 1;
        for (values, cell) in self.columns.iter_mut().zip(cells) {
            let fits = match (values, cell) {
                (Values::Numbers(_, there) | Values::Texts(_, there), Cell::Empty) => {
                    there.push(0);
                    true
                }
                (Values::Texts(values, there), Cell::Text(text)) => {
                    there.push(1);
                    values.push(ByteArray::from(text.as_ref()));
                    true
                }
                (Values::Numbers(values, there), Cell::Whole(_) | Cell::Number(_)) => {
                    let digits = digits(cell);
                    there.push(1);
                    values.push(digits.unwrap_or_default());
                    digits.is_some()
                }
                (Values::Numbers(..), Cell::Text(_))
                | (Values::Texts(..), Cell::Whole(_) | Cell::Number(_)) => false,
            };
            self.unfit |= !fits;
        }
    }

    fn append(&mut self, mut other: Lines) {
        self.lines += other.lines;
        self.unfit |= other.unfit;
        for (own, other) in self.columns.iter_mut().zip(&mut other.columns) {
            match (own, other) {
                (Values::Numbers(values, there), Values::Numbers(more, more_there)) => {
                    values.append(more);
                    there.append(more_there);
                }
                (Values::Texts(values, there), Values::Texts(more, more_there)) => {
                    values.append(more);
                    there.append(more_there);
                }
                (Values::Numbers(..), Values::Texts(..)) | (Values::Texts(..), Values::Numbers(..)) => {
                    self.unfit = true;
                }
            }
        }
    }
}

/// A number as the file stores it; none if it does not fit exactly.
fn digits(cell: &Cell<'_>) -> Option<i64> {
    match cell {
        Cell::Whole(number) => i64::try_from(*number).ok(),
        Cell::Number(number) => {
            let missing = SCALE.checked_sub(number.normalize().scale())?;
            let factor = 10i128.checked_pow(missing)?;
            i64::try_from(number.normalize().mantissa().checked_mul(factor)?).ok()
        }
        Cell::Empty | Cell::Text(_) => None,
    }
}

/// A file that is written.
pub(crate) struct Parquet {
    file: SerializedFileWriter<File>,
    columns: &'static [Column],
    waiting: Lines,
}

impl Parquet {
    pub(crate) fn create(path: &Path, columns: &'static [Column]) -> io::Result<Parquet> {
        let field = |column: &Column| match column.kind {
            Kind::Whole => format!("optional int64 {};", column.name),
            Kind::Number => format!("optional int64 {} (DECIMAL(18,{SCALE}));", column.name),
            Kind::Text => format!("optional binary {} (STRING);", column.name),
        };
        let fields: Vec<String> = columns.iter().map(field).collect();
        let schema =
            parse_message_type(&format!("message results {{ {} }}", fields.concat())).map_err(failed)?;
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let file = SerializedFileWriter::new(File::create(path)?, Arc::new(schema), Arc::new(properties));
        Ok(Parquet { file: file.map_err(failed)?, columns, waiting: Lines::new(columns) })
    }

    pub(crate) fn add(&mut self, lines: Lines) -> io::Result<()> {
        self.waiting.append(lines);
        if self.waiting.unfit {
            return Err(io::Error::other("a number does not fit in 18 digits with 6 decimals: write .csv"));
        }
        if self.waiting.lines >= GROUP { self.write_group().map_err(failed) } else { Ok(()) }
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        let waiting = std::mem::replace(&mut self.waiting, Lines::new(self.columns));
        if waiting.lines == 0 {
            return Ok(());
        }
        let mut group = self.file.next_row_group()?;
        for values in &waiting.columns {
            if let Some(column) = group.next_column()? {
                write_column(column, values)?;
            }
        }
        group.close()?;
        Ok(())
    }

    /// Writes what is left and the index; gives the size in bytes.
    pub(crate) fn finish(mut self) -> io::Result<u64> {
        self.write_group().map_err(failed)?;
        self.file.finish().map_err(failed)?;
        Ok(u64::try_from(self.file.bytes_written()).unwrap_or_default())
    }
}

fn write_column(mut column: SerializedColumnWriter<'_>, values: &Values) -> Result<(), ParquetError> {
    match values {
        Values::Numbers(values, there) => {
            column.typed::<Int64Type>().write_batch(values, Some(there), None)?;
        }
        Values::Texts(values, there) => {
            column.typed::<ByteArrayType>().write_batch(values, Some(there), None)?;
        }
    }
    column.close()
}

fn failed(error: ParquetError) -> io::Error {
    io::Error::other(error)
}
