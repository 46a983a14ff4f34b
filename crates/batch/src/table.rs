//! What a file of results holds: columns of three kinds, whatever the format.

use rust_decimal::Decimal;
use std::borrow::Cow;

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Whole numbers.
    Whole,
    /// Texts.
    Text,
    /// Decimals.
    Number,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// Its name.
    pub(crate) name: &'static str,
    /// What stands in it.
    pub(crate) kind: Kind,
}

impl Column {
    pub(crate) const fn whole(name: &'static str) -> Column {
        Column { name, kind: Kind::Whole }
    }

    pub(crate) const fn text(name: &'static str) -> Column {
        Column { name, kind: Kind::Text }
    }

    pub(crate) const fn number(name: &'static str) -> Column {
        Column { name, kind: Kind::Number }
    }
}

/// A value in a column of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell<'a> {
    /// Nothing is known, or nothing applies.
    Empty,
    /// A whole number.
    Whole(u64),
    /// A text.
    Text(Cow<'a, str>),
    /// A decimal.
    Number(Decimal),
}

impl<'a> Cell<'a> {
    /// A text; nothing if it is empty.
    pub(crate) fn text(text: &'a str) -> Cell<'a> {
        if text.is_empty() { Cell::Empty } else { Cell::Text(Cow::Borrowed(text)) }
    }

    /// A number, if there is one.
    pub(crate) fn number(number: Option<Decimal>) -> Cell<'a> {
        number.map_or(Cell::Empty, Cell::Number)
    }
}
