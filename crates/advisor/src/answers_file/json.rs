//! JSON that keeps what an answers file must refuse: decimals, nulls, and keys that stand twice.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;
use steunwijzer_engine::notation::Written;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    Null,
    Bool(bool),
    Whole(i64),
    /// A number that is not whole or too large: kept as it was read, only for the message.
    Fraction(String),
    Text(String),
    List(Vec<Json>),
    Table(Vec<(String, Json)>),
}

impl Json {
    /// What it is, for a message.
    pub(super) fn name(&self) -> String {
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
    pub(super) fn written(self) -> Result<Written, String> {
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

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(AnyJson)
    }
}

struct AnyJson;

impl<'de> Visitor<'de> for AnyJson {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Json, E> {
        Ok(Json::Bool(yes))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Whole(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(i64::try_from(number).map_or_else(|_| Json::Fraction(number.to_string()), Json::Whole))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        Ok(Json::Fraction(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = values.next_element()? {
            list.push(value);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut table = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            table.push(entry);
        }
        Ok(Json::Table(table))
    }
}
