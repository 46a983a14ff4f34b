//! The keys of one object in a file, taken one by one.

use super::{Kept, Refused};
use crate::json::Json;
use std::collections::BTreeSet;

/// The longest text in a field of the money plan, in characters.
pub(super) const LONGEST_FIELD: usize = 200;

/// The keys of one object that were not taken yet.
pub(super) struct Entries {
    /// The path of the object with a point behind it; empty for the file itself.
    path: String,
    entries: Vec<(String, Json)>,
}

impl Entries {
    /// The keys of an object. A missing object has none.
    pub(super) fn of(json: Option<Json>, path: &str) -> Result<Entries, Refused> {
        let entries = match json {
            None => Vec::new(),
            Some(Json::Table(entries)) => entries,
            Some(_) => return Err(Refused::Wrong(path.to_owned())),
        };
        let path = if path.is_empty() { String::new() } else { [path, "."].concat() };
        Ok(Entries { path, entries })
    }

    fn wrong(&self, key: &str) -> Refused {
        Refused::Wrong([&self.path, key].concat())
    }

    /// What stands under a key; of a key that stands twice, the first.
    pub(super) fn take(&mut self, key: &str) -> Option<Json> {
        let row = self.entries.iter().position(|(own, _)| own == key)?;
        Some(self.entries.remove(row).1)
    }

    /// The object under a key.
    pub(super) fn object(&mut self, key: &str) -> Result<Entries, Refused> {
        let path = [&self.path, key].concat();
        Entries::of(self.take(key), &path)
    }

    /// The list under a key; none if the key is missing.
    pub(super) fn list(&mut self, key: &str) -> Result<Vec<Json>, Refused> {
        match self.take(key) {
            None => Ok(Vec::new()),
            Some(Json::List(values)) => Ok(values),
            Some(_) => Err(self.wrong(key)),
        }
    }

    /// The text under a key.
    pub(super) fn text(&mut self, key: &str) -> Result<Option<String>, Refused> {
        match self.take(key) {
            None => Ok(None),
            Some(Json::Text(text)) => Ok(Some(text)),
            Some(_) => Err(self.wrong(key)),
        }
    }

    /// The text under a key, read as something else: a day, a name.
    pub(super) fn read<T>(
        &mut self,
        key: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Refused> {
        let Some(text) = self.text(key)? else { return Ok(None) };
        read(&text).map(Some).ok_or_else(|| self.wrong(key))
    }

    /// The list of names under a key.
    pub(super) fn names(&mut self, key: &str) -> Result<BTreeSet<String>, Refused> {
        let values = self.list(key)?;
        values.into_iter().map(|value| value.into_text().ok_or_else(|| self.wrong(key))).collect()
    }

    /// Every key that was not taken, once.
    pub(super) fn keys(&self) -> BTreeSet<String> {
        self.entries.iter().map(|(key, _)| key.clone()).collect()
    }

    /// What was not taken, with the path of each.
    pub(super) fn rest(self) -> impl Iterator<Item = Kept> {
        let path = self.path;
        self.entries.into_iter().map(move |(key, value)| Kept { key: [&path, key.as_str()].concat(), value })
    }

    /// What was not taken, all of it short texts.
    pub(super) fn texts(self) -> Result<Vec<(String, String)>, Refused> {
        let path = self.path;
        let each = self.entries.into_iter().map(|(key, value)| match value.into_text() {
            Some(text) if text.chars().count() <= LONGEST_FIELD => Ok((key, text)),
            Some(_) | None => Err(Refused::Wrong([&path, key.as_str()].concat())),
        });
        each.collect()
    }
}
