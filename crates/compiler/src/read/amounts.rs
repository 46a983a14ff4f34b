//! What a scheme gives: amount lines in order, or why there are none.

use super::parameters::unit_written;
use super::reader::{Entry, Fields, Need, Text};
use super::sources::{Citation, citations};
use crate::diagnostic::Placed;
use steunwijzer_engine::rulebook::{Show, Unit};

/// What a scheme gives.
#[derive(Debug)]
pub(crate) enum Amounts {
    Lines(Vec<Line>),
    InConsultation,
    NoMoney,
    Unknown,
}

/// One line of an amount.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) id: Placed<String>,
    pub(crate) show: Show,
    pub(crate) unit: Unit,
    pub(crate) value: Placed<String>,
    pub(crate) ceiling: Option<Placed<String>>,
    pub(crate) text: Text,
    pub(crate) formula: Option<Text>,
    pub(crate) sources: Vec<Citation>,
}

#[derive(Clone, Copy)]
pub(crate) enum NoAmount {
    InConsultation,
    NoMoney,
    Unknown,
}

pub(crate) const NO_AMOUNT: &[(&str, NoAmount)] = &[
    ("in-consultation", NoAmount::InConsultation),
    ("none", NoAmount::NoMoney),
    ("unknown", NoAmount::Unknown),
];

pub(crate) const SHOW: &[(&str, Show)] =
    &[("working", Show::Working), ("line", Show::Line), ("total", Show::Total)];

/// Reads the lines, or the key `no_amount`.
pub(super) fn read(fields: &Fields<'_>) -> Option<Amounts> {
    let lines = fields.list("amount", |entry| entry.fields("an amount", line));
    let no_amount = fields.optional("no_amount", |entry| Some((entry.at, entry.one_of(NO_AMOUNT)?)));
    match (fields.has("amount"), no_amount) {
        (true, None) => {
            one_total(fields, &lines);
            Some(Amounts::Lines(lines))
        }
        (false, Some((_, NoAmount::InConsultation))) => Some(Amounts::InConsultation),
        (false, Some((_, NoAmount::NoMoney))) => Some(Amounts::NoMoney),
        (false, Some((_, NoAmount::Unknown))) => Some(Amounts::Unknown),
        (true, Some((at, _))) => {
            let help = "leave `no_amount` or the amount lines out";
            fields.log().error(at, "this scheme has amount lines as well", help);
            None
        }
        (false, None) => {
            if !fields.has("no_amount") {
                let help = "add `[[amount]]` lines, or `no_amount = \"in-consultation\"`, \
                            `\"none\"` or `\"unknown\"` at the top";
                fields.log().error(fields.at, "it is not said what this scheme gives", help);
            }
            None
        }
    }
}

fn one_total(fields: &Fields<'_>, lines: &[Line]) {
    let totals: Vec<&Line> = lines.iter().filter(|line| line.show == Show::Total).collect();
    if let [_, second, ..] = totals.as_slice() {
        let help = "show one line as `total`, the others as `line` or `working`";
        fields.log().error(second.id.at, "this is a second total", help);
    }
}

fn line(fields: &Fields<'_>) -> Option<Line> {
    let id = fields.required("id", Entry::name);
    let show = fields.required("show", |entry| entry.one_of(SHOW));
    let unit = unit_written(fields);
    let value = fields.required("value", Entry::text);
    let ceiling = fields.optional("ceiling", Entry::text);
    let text = fields.text(Need::Required);
    let formula = fields.pair("formula_nl", "formula_en", Need::Optional);
    let sources = citations(fields, Need::Required);
    Some(Line { id: id?, show: show?, unit: unit?, value: value?, ceiling, text: text?, formula, sources })
}
