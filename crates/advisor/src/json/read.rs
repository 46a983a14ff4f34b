//! From text to a tree.

use super::Json;
use std::fmt;

/// How deep lists and objects may lie in each other. A dossier needs seven.
pub const DEEPEST: usize = 32;

/// Why a text is no JSON, and where that shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The line, counted from one.
    pub line: usize,
    /// The column in characters, counted from one.
    pub column: usize,
    /// Whether lists and objects lie deeper in each other than [`DEEPEST`].
    pub too_deep: bool,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.too_deep { "lists and objects lie too deep in each other" } else { "unexpected" };
        write!(f, "{what} at line {}, column {}", self.line, self.column)
    }
}

impl std::error::Error for Unreadable {}

/// Reads a text as one JSON value.
///
/// # Errors
/// Where it stops being JSON.
pub fn read(text: &str) -> Result<Json, Unreadable> {
    let mut reader = Reader { text, at: 0, deep: 0, too_deep: false };
    let read = reader.value().filter(|_| {
        reader.space();
        reader.at == text.len()
    });
    read.ok_or_else(|| reader.unreadable())
}

/// Stands at a byte; gives nothing as soon as the text is no JSON.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    deep: usize,
    too_deep: bool,
}

impl<'t> Reader<'t> {
    fn unreadable(&self) -> Unreadable {
        let before = self.text.get(..self.at).unwrap_or(self.text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        Unreadable {
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
            too_deep: self.too_deep,
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes past this byte if it stands here.
    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Option<Json> {
        self.rest().starts_with(word).then(|| self.at += word.len())?;
        Some(value)
    }

    fn value(&mut self) -> Option<Json> {
        self.space();
        match self.peek()? {
            b'n' => self.word("null", Json::Null),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'"' => self.string().map(Json::Text),
            b'[' => self.within(Self::list),
            b'{' => self.within(Self::table),
            _ => self.number(),
        }
    }

    fn within(&mut self, read: fn(&mut Self) -> Option<Json>) -> Option<Json> {
        if self.deep == DEEPEST {
            self.too_deep = true;
            return None;
        }
        self.deep += 1;
        let read = read(self);
        self.deep -= 1;
        read
    }

    fn list(&mut self) -> Option<Json> {
        self.take(b'[')?;
        let mut values = Vec::new();
        self.space();
        if self.take(b']').is_some() {
            return Some(Json::List(values));
        }
        loop {
            values.push(self.value()?);
            self.space();
            if self.take(b']').is_some() {
                return Some(Json::List(values));
            }
            self.take(b',')?;
        }
    }

    fn table(&mut self) -> Option<Json> {
        self.take(b'{')?;
        let mut entries = Vec::new();
        self.space();
        if self.take(b'}').is_some() {
            return Some(Json::Table(entries));
        }
        loop {
            self.space();
            let key = self.string()?;
            self.space();
            self.take(b':')?;
            entries.push((key, self.value()?));
            self.space();
            if self.take(b'}').is_some() {
                return Some(Json::Table(entries));
            }
            self.take(b',')?;
        }
    }

    fn string(&mut self) -> Option<String> {
        self.take(b'"')?;
        let mut text = String::new();
        loop {
            let plain = self.rest().find(|c: char| matches!(c, '"' | '\\') || u32::from(c) < 0x20)?;
            text.push_str(self.rest().get(..plain)?);
            self.at += plain;
            if self.take(b'"').is_some() {
                return Some(text);
            }
            self.take(b'\\')?;
            text.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let byte = self.peek()?;
        let plain = match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return None,
        };
        self.at += 1;
        Some(plain)
    }

    /// `uXXXX`, and the second of a pair if this is the first.
    fn unicode(&mut self) -> Option<char> {
        let first = self.unit()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        self.take(b'\\')?;
        let second = self.unit().filter(|unit| (0xdc00..0xe000).contains(unit))?;
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00))
    }

    fn unit(&mut self) -> Option<u32> {
        self.take(b'u')?;
        let digits = self.rest().get(..4).filter(|four| four.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }

    fn number(&mut self) -> Option<Json> {
        let from = self.at;
        let _minus = self.take(b'-');
        if self.take(b'0').is_none() {
            self.digits()?;
        }
        if self.take(b'.').is_some() {
            self.digits()?;
        }
        if self.take(b'e').or_else(|| self.take(b'E')).is_some() {
            let _sign = self.take(b'+').or_else(|| self.take(b'-'));
            self.digits()?;
        }
        let written = self.text.get(from..self.at)?;
        let whole = written.parse::<i64>().ok().filter(|_| written != "-0");
        Some(whole.map_or_else(|| Json::Fraction(written.to_owned()), Json::Whole))
    }

    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > from).then_some(())
    }
}
