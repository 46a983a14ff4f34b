//! Dated figures (`parameters/*.toml`).

use super::reader::{Entry, Fields, Need, Text};
use super::sources::{Citation, citations};
use super::values::{COUNTS, Counts, PER, Per, USED_BY, UsedBy, unit};
use crate::diagnostic::{At, Placed};
use rust_decimal::Decimal;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::Unit;

/// A dated figure.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) id: Placed<String>,
    pub(crate) unit: Unit,
    pub(crate) text: Text,
    pub(crate) used_by: Option<Placed<UsedBy>>,
    pub(crate) review: Option<Date>,
    pub(crate) key: Option<Key>,
    pub(crate) values: Vec<Value>,
    pub(crate) when_unknown: Option<AssumedRange>,
}

/// The lowest and the highest key of a parameter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    pub(crate) min: i64,
    pub(crate) max: i64,
}

/// The value of a parameter from a day on.
#[derive(Debug)]
pub(crate) struct Value {
    pub(crate) from: Placed<Date>,
    pub(crate) until: Option<Placed<Date>>,
    /// One figure, or one for each key from the lowest on.
    pub(crate) figures: Vec<Decimal>,
    pub(crate) sources: Vec<Citation>,
}

/// What is assumed on days without a value.
#[derive(Debug)]
pub(crate) struct AssumedRange {
    pub(crate) from: Placed<Decimal>,
    pub(crate) to: Placed<Decimal>,
    pub(crate) text: Text,
    pub(crate) sources: Vec<Citation>,
}

/// Reads a file of parameters.
pub(crate) fn read(fields: &Fields<'_>) -> Option<Vec<Parameter>> {
    Some(fields.list("parameter", |entry| entry.fields("a parameter", parameter)))
}

/// The unit in the keys `type` and `per`.
pub(super) fn unit_written(fields: &Fields<'_>) -> Option<Unit> {
    let counts = fields.required("type", |entry| Some((entry.at, entry.one_of(COUNTS)?)));
    let (at, counts) = counts?;
    unit_of(fields, at, counts, Per::Once)
}

/// The unit of what is counted, per what the key `per` says; hours without it are per `usual`.
pub(super) fn unit_of(fields: &Fields<'_>, at: At, counts: Counts, usual: Per) -> Option<Unit> {
    let per = match fields.has("per") {
        true => fields.optional("per", |entry| entry.one_of(PER))?,
        false if counts == Counts::Hours => usual,
        false => Per::Once,
    };
    let unit = unit(counts, per);
    if unit.is_none() {
        let help = "leave `per` out, or take another one";
        fields.log().error(at, "this is not counted per that", help);
    }
    unit
}

/// Who reads it by name, when no rule does.
pub(super) fn used_by(fields: &Fields<'_>) -> Option<Placed<UsedBy>> {
    fields.optional("used_by", |entry| Some(Placed { value: entry.one_of(USED_BY)?, at: entry.at }))
}

fn parameter(fields: &Fields<'_>) -> Option<Parameter> {
    let id = fields.required("id", Entry::name);
    let unit = unit_written(fields);
    let text = fields.text(Need::Required);
    let used_by = used_by(fields);
    let review = fields.optional("review", Entry::day);
    let key = fields.optional("key", |entry| entry.fields("a key", key));
    let number = unit.unwrap_or(Unit::Plain);
    let values = fields
        .list("value", |entry| entry.fields("a value of a parameter", |fields| value(fields, number, key)));
    let when_unknown = fields
        .optional("when_unknown", |entry| entry.fields("an assumed range", |fields| assumed(fields, number)));
    if !fields.has("value") && when_unknown.is_none() {
        let help = "add `[[parameter.value]]` with the day it holds from";
        fields.log().error(fields.at, "this parameter has no value", help);
    }
    Some(Parameter {
        id: id?,
        unit: unit?,
        text: text?,
        used_by,
        review: review.map(|day| day.value),
        key,
        values,
        when_unknown,
    })
}

fn key(fields: &Fields<'_>) -> Option<Key> {
    let min = fields.required("min", |entry| entry.whole(-10_000, 10_000));
    let max = fields.required("max", |entry| entry.whole(-10_000, 10_000));
    let (min, max) = (min?, max?);
    if max.value < min.value || max.value - min.value > 500 {
        fields.log().error(max.at, "the highest key does not fit", "take `min` or more");
        return None;
    }
    Some(Key { min: min.value, max: max.value })
}

fn value(fields: &Fields<'_>, unit: Unit, key: Option<Key>) -> Option<Value> {
    let from = fields.required("from", Entry::day);
    let until = fields.optional("until", Entry::day);
    let figures = match key {
        None => fields.required("value", |entry| Some(vec![entry.figure_in(unit)?.value])),
        Some(key) => fields.required("by", |entry| {
            entry.fields("the figures by key", |fields| figures_by_key(fields, unit, key))
        }),
    };
    let sources = citations(fields, Need::Required);
    let from = from?;
    if let Some(until) = &until
        && until.value < from.value
    {
        let help = format!("take {} or later", from.value);
        fields.log().error(until.at, "the last day comes before the first", help);
    }
    Some(Value { from, until, figures: figures?, sources })
}

fn figures_by_key(fields: &Fields<'_>, unit: Unit, key: Key) -> Option<Vec<Decimal>> {
    let mut found = Vec::new();
    for (name, entry) in fields.entries() {
        let number = name.parse::<i64>().ok();
        match number.filter(|number| (key.min..=key.max).contains(number)) {
            Some(number) => found.push((number, entry.figure_in(unit)?.value)),
            None => {
                let message = format!("`{}` is not a key of this parameter", name.value);
                let help = format!("take whole numbers from {} to {}", key.min, key.max);
                fields.log().error(name.at, message, help);
            }
        }
    }
    found.sort_unstable_by_key(|(number, _)| *number);
    for number in key.min..=key.max {
        if !found.iter().any(|(key, _)| *key == number) {
            let message = format!("there is no figure for {number}");
            fields.log().error(fields.at, message, format!("add `{number} = …`"));
        }
    }
    Some(found.into_iter().map(|(_, figure)| figure).collect())
}

fn assumed(fields: &Fields<'_>, unit: Unit) -> Option<AssumedRange> {
    let from = fields.required("from", |entry| entry.figure_in(unit));
    let to = fields.required("to", |entry| entry.figure_in(unit));
    let text = fields.text(Need::Required);
    let sources = citations(fields, Need::Required);
    let (from, to) = (from?, to?);
    if to.value < from.value {
        let help = format!("take {} or more", from.value);
        fields.log().error(to.at, "the highest figure is below the lowest", help);
    }
    Some(AssumedRange { from, to, text: text?, sources })
}
