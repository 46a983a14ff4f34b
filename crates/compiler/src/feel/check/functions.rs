//! Functions, and literals that are written like functions: dates, durations, places.

use super::super::names::Known;
use super::super::syntax::{Expression, Shape, Word};
use super::super::types::{Dimension, Measure};
use super::super::{Mistake, Span};
use super::{Checker, Meaning};
use crate::nearest::did_you_mean;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::expression::{Node, NodeId};
use steunwijzer_engine::number::Rounding;

/// Every function, for "did you mean".
const FUNCTIONS: [&str; 21] = [
    "abs",
    "ceiling",
    "contains",
    "count",
    "date",
    "decimal",
    "duration",
    "floor",
    "max",
    "min",
    "modulo",
    "municipality",
    "not",
    "province",
    "region",
    "round_down",
    "round_half_down",
    "round_half_up",
    "round_up",
    "sum",
    "years_and_months_duration",
];

/// Decimals that can be rounded to.
const DECIMALS: std::ops::RangeInclusive<i8> = -18..=28;

impl<'a> Checker<'a> {
    pub(super) fn call(
        &mut self,
        name: &Word,
        values: &[Expression],
        at: &Span,
    ) -> Result<Meaning<'a>, Mistake> {
        match (name.text.as_str(), values) {
            ("min", [first, rest @ ..]) if !rest.is_empty() => self.extreme(Node::Min, first, rest, at),
            ("max", [first, rest @ ..]) if !rest.is_empty() => self.extreme(Node::Max, first, rest, at),
            ("abs", [value]) => {
                let (node, measure) = self.number(value)?;
                self.derived_number(Node::Abs(node), measure, at)
            }
            ("modulo", [value, divisor]) => self.modulo(value, divisor, at),
            ("floor", [value]) => self.rounded(Rounding::Floor, value, None, at),
            ("ceiling", [value]) => self.rounded(Rounding::Ceiling, value, None, at),
            ("floor", [value, places]) => self.rounded(Rounding::Floor, value, Some(places), at),
            ("ceiling", [value, places]) => self.rounded(Rounding::Ceiling, value, Some(places), at),
            ("decimal", [value, places]) => self.rounded(Rounding::HalfEven, value, Some(places), at),
            ("round_up", [value, places]) => self.rounded(Rounding::Up, value, Some(places), at),
            ("round_down", [value, places]) => self.rounded(Rounding::Down, value, Some(places), at),
            ("round_half_up", [value, places]) => self.rounded(Rounding::HalfUp, value, Some(places), at),
            ("round_half_down", [value, places]) => self.rounded(Rounding::HalfDown, value, Some(places), at),
            ("contains", [choices, option]) => self.contains(choices, option),
            ("date", [value]) => self.day(value),
            ("date", [year, month, day]) => self.day_of([year, month, day], at),
            ("duration", [value]) => self.duration(value),
            ("years_and_months_duration", [from, to]) => {
                let (from, to) = (self.date(from)?, self.date(to)?);
                let months = Measure::Of(Dimension::MONTH);
                self.derived_number(Node::MonthsBetween(from, to), months, at)
            }
            ("municipality" | "province" | "region", [value]) => {
                self.places(&name.text, value).map(Meaning::Places)
            }
            (known, _) if FUNCTIONS.contains(&known) => Err(wrong_count(known, values.len(), at)),
            (unknown, _) => Err(Mistake::new(&name.at, format!("there is no function `{unknown}`"))
                .help(did_you_mean(unknown, FUNCTIONS))),
        }
    }

    fn extreme(
        &mut self,
        join: fn(NodeId, NodeId) -> Node,
        first: &Expression,
        rest: &[Expression],
        at: &Span,
    ) -> Result<Meaning<'a>, Mistake> {
        let (node, measure) = self.number(first)?;
        let mut best = Meaning::Number(node, measure);
        let mut best_at = first.at.clone();
        for value in rest {
            let (node, measure) = self.number(value)?;
            let next = Meaning::Number(node, measure);
            let measure = self.same_unit(at, (&best, &best_at), (&next, &value.at))?;
            if let Meaning::Number(so_far, _) = best {
                best = self.derived_number(join(so_far, node), measure, at)?;
            }
            best_at = first.at.start..value.at.end;
        }
        Ok(best)
    }

    fn modulo(
        &mut self,
        value: &Expression,
        divisor: &Expression,
        at: &Span,
    ) -> Result<Meaning<'a>, Mistake> {
        let (a, one) = self.number(value)?;
        let (b, two) = self.number(divisor)?;
        let (one, two) = (Meaning::Number(a, one), Meaning::Number(b, two));
        let measure = self.same_unit(at, (&one, &value.at), (&two, &divisor.at))?;
        self.divisor(b, &divisor.at)?;
        self.derived_number(Node::Modulo(a, b), measure, at)
    }

    fn rounded(
        &mut self,
        rounding: Rounding,
        value: &Expression,
        places: Option<&Expression>,
        at: &Span,
    ) -> Result<Meaning<'a>, Mistake> {
        let (node, measure) = self.number(value)?;
        let places = match places {
            Some(places) => self
                .literal(places)
                .and_then(|value| value.to_i8())
                .filter(|places| DECIMALS.contains(places))
                .ok_or_else(|| {
                    Mistake::new(
                        &places.at,
                        format!("{} is not a number of decimals", self.quoted(&places.at)),
                    )
                    .help("write a whole number from -18 to 28")
                })?,
            None => 0,
        };
        self.derived_number(Node::Round(rounding, node, places), measure, at)
    }

    /// The value of a bare whole number that is always the same.
    fn literal(&mut self, expression: &Expression) -> Option<Decimal> {
        let (node, _) = self.number(expression).ok()?;
        match self.tables.node(node) {
            Some(Node::Number(value)) if value.is_integer() => Some(*value),
            _ => None,
        }
    }

    fn contains(&mut self, choices: &Expression, option: &Expression) -> Result<Meaning<'a>, Mistake> {
        let meaning = self.meaning(choices)?;
        let Meaning::Choices(node, options) = meaning else {
            return Err(self.wrong_kind(&choices.at, meaning.ty(), "several options of a choice"));
        };
        let option = self.option(options, self.literal_text(option)?, &option.at)?;
        Ok(Meaning::Truth(self.tables.derived(Node::Has(node, option))))
    }

    fn literal_text<'e>(&self, expression: &'e Expression) -> Result<&'e str, Mistake> {
        if let Shape::Text(text) = &expression.shape {
            return Ok(text);
        }
        let found = self.quoted(&expression.at);
        Err(Mistake::new(&expression.at, format!("{found} where a text between quotes was expected")))
    }

    fn day(&mut self, value: &Expression) -> Result<Meaning<'a>, Mistake> {
        let Shape::Text(text) = &value.shape else {
            return self.date(value).map(Meaning::Date);
        };
        let day: Date = text.parse().map_err(|_| {
            Mistake::new(&value.at, format!("`{text}` is not a day"))
                .help("write year, month and day: `date(\"2026-07-01\")`")
        })?;
        Ok(Meaning::Date(self.tables.derived(Node::Day(day))))
    }

    fn day_of(&mut self, parts: [&Expression; 3], at: &Span) -> Result<Meaning<'a>, Mistake> {
        let [year, month, day] = parts.map(|part| self.literal(part));
        let found = year
            .and_then(|year| year.to_i32())
            .zip(month.and_then(|month| month.to_u8()))
            .zip(day.and_then(|day| day.to_u8()))
            .and_then(|((year, month), day)| Date::new(year, month, day))
            .ok_or_else(|| {
                Mistake::new(at, format!("{} is not a day", self.quoted(at)))
                    .help("write year, month and day as whole numbers: `date(2026, 7, 1)`")
            })?;
        Ok(Meaning::Date(self.tables.derived(Node::Day(found))))
    }

    fn duration(&mut self, value: &Expression) -> Result<Meaning<'a>, Mistake> {
        let text = self.literal_text(value)?;
        let (count, unit) = duration(text).ok_or_else(|| {
            Mistake::new(&value.at, format!("`{text}` is not a duration"))
                .help("write years and months (`P1Y6M`) or days (`P42D`)")
        })?;
        let node = self.tables.number(Decimal::from(count));
        Ok(Meaning::Number(node, Measure::Of(unit)))
    }

    /// The municipalities of a code, a province or a region: one bit for each.
    fn places(&self, kind: &str, value: &Expression) -> Result<Vec<u64>, Mistake> {
        let name = self.literal_text(value)?;
        let (found, known) = match kind {
            "municipality" => {
                let row = self.names.municipality(name);
                (row.map(|row| self.rows(row, row)), Known::Municipality)
            }
            "province" => {
                let rows = self.names.province(name);
                (rows.map(|(first, last)| self.rows(first, last)), Known::Province)
            }
            _ => (self.names.region(name), Known::Region),
        };
        found.ok_or_else(|| {
            let known = self.names.known(known);
            Mistake::new(&value.at, format!("there is no {kind} `{name}`"))
                .help(did_you_mean(name, known.iter().copied()))
        })
    }

    fn rows(&self, first: u16, last: u16) -> Vec<u64> {
        let mut bits = vec![0u64; self.names.municipality_count().div_ceil(64)];
        for row in first..=last {
            if let Some(word) = bits.get_mut(usize::from(row / 64)) {
                *word |= 1 << (row % 64);
            }
        }
        bits
    }
}

fn wrong_count(function: &str, count: usize, at: &Span) -> Mistake {
    let wanted = match function {
        "min" | "max" => "two values or more",
        "abs" | "duration" | "municipality" | "province" | "region" => "one value",
        "floor" | "ceiling" => "one value, or a value and a number of decimals",
        "date" => "a text, or a year, a month and a day",
        "decimal" | "round_up" | "round_down" | "round_half_up" | "round_half_down" => {
            "a value and a number of decimals"
        }
        "contains" => "a question with several options and one option",
        _ => "two values",
    };
    Mistake::new(at, format!("`{function}` takes {wanted}; here it has {count}"))
}

/// `P1Y6M` is 18 months, `P42D` is 42 days; a minus sign in front turns it around.
fn duration(text: &str) -> Option<(i32, Dimension)> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let rest = rest.strip_prefix('P')?;
    let number = |digits: &str| -> Option<i32> {
        let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse().ok())?
    };
    if let Some(days) = rest.strip_suffix('D') {
        return Some((sign * number(days)?, Dimension::DAY));
    }
    let (years, rest) = match rest.split_once('Y') {
        Some((years, rest)) => (number(years)?, rest),
        None => (0, rest),
    };
    let months = match rest.strip_suffix('M') {
        Some(months) => number(months)?,
        None if rest.is_empty() && text.ends_with('Y') => 0,
        None => return None,
    };
    let total = years.checked_mul(12)?.checked_add(months)?;
    Some((sign * total, Dimension::MONTH))
}
