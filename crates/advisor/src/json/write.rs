//! From a tree to text: the same tree gives the same bytes.

use super::Json;
use std::fmt::{self, Write};

impl fmt::Display for Json {
    /// Two spaces for each level, every value on its own line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_value(f, self, 0)
    }
}

fn write_value(f: &mut fmt::Formatter<'_>, value: &Json, deep: usize) -> fmt::Result {
    match value {
        Json::Null => f.write_str("null"),
        Json::Bool(yes) => f.write_str(if *yes { "true" } else { "false" }),
        Json::Whole(number) => write!(f, "{number}"),
        Json::Fraction(number) => f.write_str(number),
        Json::Text(text) => write_text(f, text),
        Json::List(values) if values.is_empty() => f.write_str("[]"),
        Json::Table(entries) if entries.is_empty() => f.write_str("{}"),
        Json::List(values) => {
            f.write_char('[')?;
            for (row, value) in values.iter().enumerate() {
                new_line(f, row, deep + 1)?;
                write_value(f, value, deep + 1)?;
            }
            last_line(f, deep, ']')
        }
        Json::Table(entries) => {
            f.write_char('{')?;
            for (row, (key, value)) in entries.iter().enumerate() {
                new_line(f, row, deep + 1)?;
                write_text(f, key)?;
                f.write_str(": ")?;
                write_value(f, value, deep + 1)?;
            }
            last_line(f, deep, '}')
        }
    }
}

fn new_line(f: &mut fmt::Formatter<'_>, row: usize, deep: usize) -> fmt::Result {
    f.write_str(if row == 0 { "\n" } else { ",\n" })?;
    indent(f, deep)
}

fn last_line(f: &mut fmt::Formatter<'_>, deep: usize, end: char) -> fmt::Result {
    f.write_char('\n')?;
    indent(f, deep)?;
    f.write_char(end)
}

fn indent(f: &mut fmt::Formatter<'_>, deep: usize) -> fmt::Result {
    (0..deep).try_for_each(|_| f.write_str("  "))
}

fn write_text(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            control if u32::from(control) < 0x20 => write!(f, "\\u{:04x}", u32::from(control))?,
            plain => f.write_char(plain)?,
        }
    }
    f.write_char('"')
}
