//! Columns of a parquet file, a thousand rows at a time, whatever the size of its row groups.

use super::{Body, Raw, Value};
use parquet::basic::{Compression, ConvertedType, LogicalType, Type};
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::DataType;
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::schema::types::ColumnDescriptor;
use rust_decimal::Decimal;
use std::collections::VecDeque;
use std::fs::File;
use steunwijzer_engine::date::Date;

/// So many rows are read at a time.
const AT_ONCE: usize = 1000;

/// The rows of a file.
pub(crate) struct Rows {
    file: SerializedFileReader<File>,
    names: Vec<String>,
    forms: Vec<Form>,
    /// The row group that is read, and its columns.
    group: usize,
    columns: Vec<ColumnReader>,
    /// Rows of the group that were not read yet.
    left: usize,
    ahead: VecDeque<Vec<Value>>,
    row: u64,
    of: u64,
}

/// What stands in a column.
#[derive(Clone, Copy)]
enum Form {
    Bool,
    Whole,
    /// Stored as if there were a sign, but there is none.
    Unsigned32,
    Day,
    Decimal(u32),
    /// A binary fraction: only whole numbers are exact.
    Fraction,
    Text,
}

impl Rows {
    pub(super) fn new(file: File) -> Result<Rows, String> {
        let file = SerializedFileReader::new(file).map_err(|error| error.to_string())?;
        let metadata = file.metadata();
        let schema = metadata.file_metadata().schema_descr();
        let forms: Result<Vec<Form>, String> = schema.columns().iter().map(|column| form(column)).collect();
        for column in metadata.row_groups().iter().flat_map(|group| group.columns()) {
            if !matches!(column.compression(), Compression::UNCOMPRESSED | Compression::SNAPPY) {
                let (name, how) = (column.column_path().string(), column.compression());
                return Err(format!(
                    "the column `{name}` is compressed with {how}: write the file with SNAPPY or without"
                ));
            }
        }
        let names = schema.columns().iter().map(|column| column.path().string()).collect();
        let of = u64::try_from(metadata.file_metadata().num_rows()).unwrap_or_default();
        let (forms, columns, ahead) = (forms?, Vec::new(), VecDeque::new());
        Ok(Rows { file, names, forms, group: 0, columns, left: 0, ahead, row: 0, of })
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    pub(super) fn position(&self) -> (u64, u64) {
        (self.row, self.of)
    }

    pub(super) fn next(&mut self) -> Result<Option<Raw>, String> {
        while self.ahead.is_empty() {
            if self.left == 0 {
                if self.group == self.file.num_row_groups() {
                    return Ok(None);
                }
                self.open_group().map_err(|error| error.to_string())?;
            } else {
                self.read().map_err(|error| error.to_string())?;
            }
        }
        self.row += 1;
        let values = self.ahead.pop_front().unwrap_or_default();
        Ok(Some(Raw { row: self.row, line: None, body: Body::Cells(values) }))
    }

    fn open_group(&mut self) -> Result<(), ParquetError> {
        let group = self.file.get_row_group(self.group)?;
        self.left = usize::try_from(group.metadata().num_rows()).unwrap_or_default();
        self.columns =
            (0..self.names.len()).map(|column| group.get_column_reader(column)).collect::<Result<_, _>>()?;
        self.group += 1;
        Ok(())
    }

    fn read(&mut self) -> Result<(), ParquetError> {
        let wanted = self.left.min(AT_ONCE);
        let mut rows: VecDeque<Vec<Value>> = (0..wanted).map(|_| Vec::new()).collect();
        for (column, form) in self.columns.iter_mut().zip(&self.forms) {
            let values = values(column, *form, wanted)?;
            if values.len() != wanted {
                return Err(ParquetError::General("a column ends before the others".to_owned()));
            }
            for (row, value) in rows.iter_mut().zip(values) {
                row.push(value);
            }
        }
        self.left -= wanted;
        self.ahead = rows;
        Ok(())
    }
}

/// What stands in a column, if it is something that an answer can be made of.
fn form(column: &ColumnDescriptor) -> Result<Form, String> {
    let refused = |why: &str| Err(format!("the column `{}` {why}", column.path().string()));
    if column.path().parts().len() > 1 || column.max_rep_level() > 0 {
        return refused("holds lists or records: write a column for each value, such as `needs[0].amount`");
    }
    let (kind, converted) = (column.physical_type(), column.converted_type());
    let scale = || u32::try_from(column.type_scale()).unwrap_or_default();
    let is_plain = matches!(column.logical_type_ref(), None | Some(LogicalType::Integer { .. }));
    match (kind, converted) {
        (Type::BOOLEAN, _) => Ok(Form::Bool),
        (Type::INT32, ConvertedType::DATE) => Ok(Form::Day),
        (
            Type::INT32 | Type::INT64 | Type::BYTE_ARRAY | Type::FIXED_LEN_BYTE_ARRAY,
            ConvertedType::DECIMAL,
        ) => Ok(Form::Decimal(scale())),
        (Type::INT32, ConvertedType::UINT_32) => Ok(Form::Unsigned32),
        (Type::INT64, ConvertedType::UINT_64) => refused("holds numbers without a sign: cast it to BIGINT"),
        (
            Type::INT32 | Type::INT64,
            ConvertedType::NONE
            | ConvertedType::INT_8
            | ConvertedType::INT_16
            | ConvertedType::INT_32
            | ConvertedType::INT_64
            | ConvertedType::UINT_8
            | ConvertedType::UINT_16,
        ) if is_plain => Ok(Form::Whole),
        (Type::FLOAT | Type::DOUBLE, _) => Ok(Form::Fraction),
        (
            Type::BYTE_ARRAY,
            ConvertedType::NONE | ConvertedType::UTF8 | ConvertedType::ENUM | ConvertedType::JSON,
        ) => Ok(Form::Text),
        (Type::INT32 | Type::INT64 | Type::INT96, _) => {
            refused("holds moments: an answer is a day, cast it to DATE")
        }
        (Type::BYTE_ARRAY | Type::FIXED_LEN_BYTE_ARRAY, _) => {
            refused("holds bytes that are no text: cast it to VARCHAR")
        }
    }
}

/// So many values of a column.
fn values(column: &mut ColumnReader, form: Form, wanted: usize) -> Result<Vec<Value>, ParquetError> {
    match column {
        ColumnReader::BoolColumnReader(reader) => read(reader, wanted, |yes| Value::Bool(*yes)),
        ColumnReader::Int32ColumnReader(reader) => {
            read(reader, wanted, |number| whole(form, i64::from(*number)))
        }
        ColumnReader::Int64ColumnReader(reader) => read(reader, wanted, |number| whole(form, *number)),
        ColumnReader::FloatColumnReader(reader) => {
            read(reader, wanted, |number| fraction(f64::from(*number)))
        }
        ColumnReader::DoubleColumnReader(reader) => read(reader, wanted, |number| fraction(*number)),
        ColumnReader::ByteArrayColumnReader(reader) => read(reader, wanted, |bytes| of_bytes(form, bytes)),
        ColumnReader::FixedLenByteArrayColumnReader(reader) => {
            read(reader, wanted, |bytes| of_bytes(form, bytes))
        }
        ColumnReader::Int96ColumnReader(_) => Err(ParquetError::General("a moment is no answer".to_owned())),
    }
}

fn read<T: DataType>(
    reader: &mut ColumnReaderImpl<T>,
    wanted: usize,
    value: impl Fn(&T::T) -> Value,
) -> Result<Vec<Value>, ParquetError> {
    let (mut levels, mut found) = (Vec::new(), Vec::new());
    let mut records = 0;
    while records < wanted {
        let (more, _, _) = reader.read_records(wanted - records, Some(&mut levels), None, &mut found)?;
        if more == 0 {
            break;
        }
        records += more;
    }
    // Without levels the column is never empty.
    if levels.is_empty() {
        return Ok(found.iter().map(value).collect());
    }
    let mut found = found.iter();
    let of_level = |level: &i16| if *level == 0 { None } else { found.next() };
    Ok(levels.iter().map(of_level).map(|one| one.map_or(Value::Empty, &value)).collect())
}

fn whole(form: Form, number: i64) -> Value {
    match form {
        Form::Day => Value::Text(Date::from_day_number(number).to_string()),
        Form::Decimal(scale) => decimal(i128::from(number), scale),
        Form::Unsigned32 => Value::Whole(number & 0xffff_ffff),
        Form::Bool | Form::Whole | Form::Fraction | Form::Text => Value::Whole(number),
    }
}

fn decimal(digits: i128, scale: u32) -> Value {
    match Decimal::try_from_i128_with_scale(digits, scale) {
        Ok(number) => Value::Text(number.normalize().to_string()),
        Err(_) => {
            Value::Wrong("the number has more than 28 digits".to_owned(), "a smaller number".to_owned())
        }
    }
}

/// A binary fraction cannot hold every decimal; a whole number it holds exactly, up to a limit.
fn fraction(number: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.trunc() == number && number.abs() < EXACT {
        return format!("{number:.0}").parse().map_or(Value::Empty, Value::Whole);
    }
    let problem = format!("`{number}` is a binary fraction: it cannot hold every decimal");
    Value::Wrong(problem, "cast the column to DECIMAL or VARCHAR".to_owned())
}

fn of_bytes(form: Form, bytes: &impl AsRef<[u8]>) -> Value {
    let bytes = bytes.as_ref();
    if let Form::Decimal(scale) = form {
        let Some(digits) = signed(bytes) else {
            return Value::Wrong("the number has too many digits".to_owned(), "a smaller number".to_owned());
        };
        return decimal(digits, scale);
    }
    match std::str::from_utf8(bytes).map(str::trim) {
        Ok("") => Value::Empty,
        Ok(text) => Value::Text(text.to_owned()),
        Err(_) => Value::Wrong("the text is not UTF-8".to_owned(), "text in UTF-8".to_owned()),
    }
}

/// A number in two's complement, the highest byte first.
fn signed(bytes: &[u8]) -> Option<i128> {
    let negative = bytes.first().is_some_and(|first| first & 0x80 != 0);
    let mut all = [if negative { 0xff } else { 0 }; 16];
    let room = all.len().checked_sub(bytes.len())?;
    all.get_mut(room..)?.copy_from_slice(bytes);
    Some(i128::from_be_bytes(all))
}
