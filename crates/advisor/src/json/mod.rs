//! JSON as a small tree that keeps what a careful reader must see: decimals as they were written,
//! nulls, keys that stand twice.
//!
//! Own code instead of a library: the page reads files too, and this takes a tenth of the room there.
//! It reads what RFC 8259 allows and nothing else; the tests hold it against `serde_json`.

mod read;
mod write;

pub use read::{DEEPEST, Unreadable, read};

use steunwijzer_engine::notation::Written;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// A number that is not whole or too large, as it was written.
    Fraction(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Keys with values in the order of the file; a key may stand twice.
    Table(Vec<(String, Json)>),
}

impl Json {
    /// A text.
    pub fn text(text: &str) -> Json {
        Json::Text(text.to_owned())
    }

    /// A table, in this order.
    pub fn table<const N: usize>(entries: [(&str, Json); N]) -> Json {
        Json::Table(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// The text, if it is one.
    pub fn into_text(self) -> Option<String> {
        match self {
            Json::Text(text) => Some(text),
            Json::Null
            | Json::Bool(_)
            | Json::Whole(_)
            | Json::Fraction(_)
            | Json::List(_)
            | Json::Table(_) => None,
        }
    }

    /// The whole number, if it is one.
    pub fn whole(&self) -> Option<i64> {
        match self {
            Json::Whole(number) => Some(*number),
            Json::Null
            | Json::Bool(_)
            | Json::Fraction(_)
            | Json::Text(_)
            | Json::List(_)
            | Json::Table(_) => None,
        }
    }

    /// What it is, for a message.
    pub fn name(&self) -> String {
        match self {
            Json::Null => "`null`".to_owned(),
            Json::Bool(yes) => format!("`{yes}`"),
            Json::Whole(number) => format!("`{number}`"),
            Json::Fraction(number) => format!("`{number}`"),
            Json::Text(text) => format!("`{text}`"),
            Json::List(_) => "a list".to_owned(),
            Json::Table(_) => "an object".to_owned(),
        }
    }

    /// The same as a neutral value.
    ///
    /// # Errors
    /// What stands in it that an answer never holds, with the repair.
    pub fn written(self) -> Result<Written, String> {
        match self {
            Json::Null => {
                Err("`null` is no answer: leave the key out, or write \"?\" for not known".to_owned())
            }
            Json::Fraction(number) => {
                Err(format!("`{number}` is a decimal written as a number: write it as a text, \"{number}\""))
            }
            Json::Bool(yes) => Ok(Written::Bool(yes)),
            Json::Whole(number) => Ok(Written::Whole(number)),
            Json::Text(text) => Ok(Written::Text(text)),
            Json::List(values) => {
                values.into_iter().map(Json::written).collect::<Result<_, _>>().map(Written::List)
            }
            Json::Table(entries) => {
                let entries = entries.into_iter().map(|(key, value)| Ok((key, value.written()?)));
                entries.collect::<Result<_, String>>().map(Written::Table)
            }
        }
    }
}

impl From<Written> for Json {
    fn from(written: Written) -> Json {
        match written {
            Written::Bool(yes) => Json::Bool(yes),
            Written::Whole(number) => Json::Whole(number),
            Written::Text(text) => Json::Text(text),
            Written::List(values) => Json::List(values.into_iter().map(Json::from).collect()),
            Written::Table(entries) => {
                Json::Table(entries.into_iter().map(|(key, value)| (key, Json::from(value))).collect())
            }
        }
    }
}
