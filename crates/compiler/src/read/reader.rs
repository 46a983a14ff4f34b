//! Reading a TOML table key by key: what is missing, of the wrong type or not known is reported
//! at its place.

use crate::diagnostic::{At, Log, Placed};
use crate::nearest::did_you_mean;
use std::cell::{Cell, RefCell};
use std::ops::Range;
use toml_edit::{Array, ArrayOfTables, Item, Table, TableLike, Value};

/// Something that was written in a file.
#[derive(Clone, Copy)]
pub(crate) struct Entry<'a> {
    log: &'a Log,
    /// Where it stands.
    pub(crate) at: At,
    pub(super) written: Written<'a>,
}

#[derive(Clone, Copy)]
pub(super) enum Written<'a> {
    Value(&'a Value),
    Table(&'a dyn TableLike),
    Tables(&'a ArrayOfTables),
}

/// The keys of a table. Remembers which were read; the others are not known.
pub(crate) struct Fields<'a> {
    log: &'a Log,
    table: &'a dyn TableLike,
    /// Where the table starts.
    pub(crate) at: At,
    /// What the table is, for messages: "a source".
    what: &'static str,
    read: RefCell<Vec<&'static str>>,
    /// Whether all keys were read as names.
    names: Cell<bool>,
}

/// Whether a key must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Required,
    Optional,
}

/// A text in both languages.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) nl: Placed<String>,
    pub(crate) en: Placed<String>,
}

/// Reads a whole file as a table.
pub(crate) fn file<T>(
    log: &Log,
    number: usize,
    what: &'static str,
    read: impl FnOnce(&Fields<'_>) -> Option<T>,
) -> Option<T> {
    let text = &log.files().get(number)?.text;
    let document = match toml_edit::Document::parse(text.as_str()) {
        Ok(document) => document,
        Err(error) => {
            let at = At::new(number, error.span().unwrap_or(0..0));
            log.error(at, format!("this is not TOML: {}", error.message().trim_end()), "");
            log.give_up();
            return None;
        }
    };
    let table = document.as_table();
    report_floats(log, number, document.as_item());
    let first_line = text.lines().next().map_or(0, str::len);
    Fields::read(log, table, At::new(number, 0..first_line), what, read)
}

fn report_floats(log: &Log, number: usize, item: &Item) {
    let mut values: Vec<&Value> = Vec::new();
    match item {
        Item::None => {}
        Item::Value(value) => values.push(value),
        Item::Table(table) => {
            for (_, item) in table {
                report_floats(log, number, item);
            }
        }
        Item::ArrayOfTables(tables) => {
            for (_, item) in tables.iter().flatten() {
                report_floats(log, number, item);
            }
        }
    }
    while let Some(value) = values.pop() {
        if let Some(array) = value.as_array() {
            values.extend(array.iter());
        } else if let Some(table) = value.as_inline_table() {
            values.extend(table.iter().map(|(_, value)| value));
        } else if value.is_float() {
            let span = value.span().unwrap_or(0..0);
            let written = log.files().get(number).and_then(|f| f.text.get(span.clone()));
            let written = written.unwrap_or_default();
            log.error(
                At::new(number, span),
                format!("`{written}` is a binary fraction: it cannot hold every decimal"),
                format!("write \"{written}\" in quotes"),
            );
        }
    }
}

fn place(file: usize, span: Option<Range<usize>>, instead: At) -> At {
    span.map_or(instead, |span| At::new(file, span))
}

impl<'a> Fields<'a> {
    /// Reads a table; afterwards reports the keys that nobody asked for.
    fn read<T>(
        log: &'a Log,
        table: &'a dyn TableLike,
        at: At,
        what: &'static str,
        read: impl FnOnce(&Fields<'a>) -> Option<T>,
    ) -> Option<T> {
        let fields = Fields { log, table, at, what, read: RefCell::default(), names: Cell::new(false) };
        let result = read(&fields);
        fields.report_unknown_keys();
        if let (None, Some(id)) = (&result, table.get("id").and_then(Item::as_str)) {
            log.add_broken(id);
        }
        result
    }

    fn report_unknown_keys(&self) {
        let known = self.read.borrow();
        for (key, item) in self.table.iter() {
            if self.names.get() || item.is_none() || known.contains(&key) {
                continue;
            }
            let span = self.table.key(key).and_then(toml_edit::Key::span);
            self.log.error(
                place(self.at.file(), span, self.at),
                format!("{} has no key `{key}`", self.what),
                did_you_mean(key, known.iter().copied()),
            );
        }
    }

    pub(crate) fn log(&self) -> &'a Log {
        self.log
    }

    fn entry(&self, key: &str) -> Option<Entry<'a>> {
        let item = self.table.get(key)?;
        let written = match item {
            Item::None => return None,
            Item::Value(value) => Written::Value(value),
            Item::Table(table) => Written::Table(table),
            Item::ArrayOfTables(tables) => Written::Tables(tables),
        };
        Some(Entry { log: self.log, at: place(self.at.file(), item.span(), self.at), written })
    }

    fn take(&self, key: &'static str) -> Option<Entry<'a>> {
        let mut read = self.read.borrow_mut();
        if !read.contains(&key) {
            read.push(key);
        }
        self.entry(key)
    }

    /// All keys with what was written: for tables whose keys are names.
    pub(crate) fn entries(&self) -> Vec<(Placed<String>, Entry<'a>)> {
        self.names.set(true);
        let keys = self.table.iter().map(|(key, _)| key.to_owned());
        keys.filter_map(|key| {
            let span = self.table.key(&key).and_then(toml_edit::Key::span);
            let at = place(self.at.file(), span, self.at);
            let entry = self.entry(&key)?;
            Some((Placed { value: key, at }, entry))
        })
        .collect()
    }

    /// The value of a key that may be left out.
    pub(crate) fn optional<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(Entry<'a>) -> Option<T>,
    ) -> Option<T> {
        self.take(key).and_then(read)
    }

    /// The value of a key that must be there.
    pub(crate) fn required<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(Entry<'a>) -> Option<T>,
    ) -> Option<T> {
        let entry = self.take(key);
        if entry.is_none() {
            self.log.error(
                self.at,
                format!("{} needs the key `{key}`", self.what),
                format!("add `{key} = …`"),
            );
        }
        entry.and_then(read)
    }

    /// The elements of a list; empty if it is left out.
    pub(crate) fn list<T>(&self, key: &'static str, mut read: impl FnMut(Entry<'a>) -> Option<T>) -> Vec<T> {
        let elements = self.optional(key, Entry::elements).unwrap_or_default();
        elements.into_iter().filter_map(&mut read).collect()
    }

    /// Whether a key is there.
    pub(crate) fn has(&self, key: &'static str) -> bool {
        self.take(key).is_some()
    }

    /// The text of this table in both languages, in the keys `nl` and `en`.
    pub(crate) fn text(&self, need: Need) -> Option<Text> {
        self.pair("nl", "en", need)
    }

    /// A text in both languages, in these two keys.
    pub(crate) fn pair(&self, nl: &'static str, en: &'static str, need: Need) -> Option<Text> {
        self.translated([(nl, self.told(nl)), (en, self.told(en))], need)
    }

    /// What was told in a key: nothing, or a text (none if it could not be read).
    fn told(&self, key: &'static str) -> Option<Option<Placed<String>>> {
        self.take(key).map(Entry::text)
    }

    fn translated(&self, found: [(&str, Option<Option<Placed<String>>>); 2], need: Need) -> Option<Text> {
        match found {
            [(_, Some(nl)), (_, Some(en))] => Some(Text { nl: nl?, en: en? }),
            [(present, Some(text)), (missing, None)] | [(missing, None), (present, Some(text))] => {
                self.untranslated(text?.at, present, missing)
            }
            [(_, None), (_, None)] if need == Need::Optional => None,
            [(nl, None), (en, None)] => {
                let message = format!("{} needs a text in `{nl}` and `{en}`", self.what);
                self.log.error(self.at, message, "write it in Dutch and in English");
                None
            }
        }
    }

    fn untranslated(&self, at: At, present: &str, missing: &str) -> Option<Text> {
        self.log.error(
            at,
            format!("the text `{present}` has no translation `{missing}`"),
            format!("add `{missing} = \"…\"` with the same meaning"),
        );
        None
    }

    /// Texts in the sub-tables `[nl]` and `[en]`, in the order of the keys.
    pub(crate) fn texts<const N: usize>(&self, keys: [(&'static str, Need); N]) -> [Option<Text>; N] {
        let read = |language| {
            self.required(language, |entry| {
                entry.fields("the texts of a language", |fields| Some(keys.map(|(key, _)| fields.told(key))))
            })
        };
        let (Some(nl), Some(en)) = (read("nl"), read("en")) else {
            return [const { None }; N];
        };
        let mut found = nl.into_iter().zip(en);
        keys.map(|(key, need)| {
            let (nl, en) = found.next()?;
            let names = (format!("nl.{key}"), format!("en.{key}"));
            self.translated([(&names.0, nl), (&names.1, en)], need)
        })
    }
}

impl<'a> Entry<'a> {
    /// Reports a mistake in what stands here.
    pub(super) fn error(&self, message: impl Into<String>, help: impl Into<String>) {
        self.log.error(self.at, message, help);
    }

    pub(crate) fn log(self) -> &'a Log {
        self.log
    }

    /// Reads a table.
    pub(crate) fn fields<T>(
        self,
        what: &'static str,
        read: impl FnOnce(&Fields<'a>) -> Option<T>,
    ) -> Option<T> {
        let table: Option<&'a dyn TableLike> = match self.written {
            Written::Table(table) => Some(table),
            Written::Value(value) => value.as_inline_table().map(|table| table as _),
            Written::Tables(_) => None,
        };
        match table {
            Some(table) => Fields::read(self.log, table, self.at, what, read),
            None => self.wrong("a table", "write `[…]` or `{ … }`"),
        }
    }

    /// The elements of a list, or the tables of `[[…]]`.
    pub(crate) fn elements(self) -> Option<Vec<Entry<'a>>> {
        match self.written {
            Written::Value(value) => match value.as_array() {
                Some(array) => Some(self.values(array)),
                None => self.wrong("a list", "write it in `[ … ]`"),
            },
            Written::Tables(tables) => Some(tables.iter().map(|t| self.table(t)).collect()),
            Written::Table(_) => self.wrong("a list of tables", "write `[[…]]` instead of `[…]`"),
        }
    }

    fn values(self, array: &'a Array) -> Vec<Entry<'a>> {
        let values = array.iter();
        values
            .map(|value| Entry {
                at: place(self.at.file(), value.span(), self.at),
                written: Written::Value(value),
                ..self
            })
            .collect()
    }

    fn table(self, table: &'a Table) -> Entry<'a> {
        Entry { at: place(self.at.file(), table.span(), self.at), written: Written::Table(table), ..self }
    }

    /// Reports that something else was expected here.
    pub(super) fn wrong<T>(self, expected: &str, help: impl Into<String>) -> Option<T> {
        let found = match self.written {
            Written::Value(value) if value.is_float() => return None, // reported already
            Written::Value(value) if value.is_str() => "a text",
            Written::Value(value) if value.is_integer() => "a whole number",
            Written::Value(value) if value.is_bool() => "true or false",
            Written::Value(value) if value.is_datetime() => "a date",
            Written::Value(value) if value.is_array() => "a list",
            Written::Value(_) | Written::Table(_) => "a table",
            Written::Tables(_) => "a list of tables",
        };
        self.log.error(self.at, format!("expected {expected}, found {found}"), help);
        None
    }
}
