//! The meaning of an expression for one visitor who answered everything: a slow walk over the tree,
//! without sets, tables or intervals. It is the specification of what the engine computes.

#![allow(dead_code)] // each file of tests uses its own part

use crate::book::{Book, MUNICIPALITIES};
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeMap;
use steunwijzer_compiler::feel::syntax::{Expression, Loop, Operator, Quantifier, Relation, Shape, Test};
use steunwijzer_compiler::feel::{Names, parse};
use steunwijzer_engine::date::{Date, Months};
use steunwijzer_engine::rulebook::Figures;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Is {
    Truth(bool),
    Number(Decimal),
    Date(Date),
    /// An option of a choice, or a literal text.
    Text(String),
    Chosen(Vec<String>),
    Place(u16),
    Places(Vec<u16>),
}

/// Answers by the name of the question.
pub(crate) type Told = BTreeMap<String, Is>;

/// One visitor.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    pub(crate) organisation: Told,
    /// The first is judged.
    pub(crate) hires: Vec<Told>,
    pub(crate) as_on: Date,
}

/// What is around an expression.
pub(crate) struct Around<'a> {
    pub(crate) book: &'a Book,
    pub(crate) visitor: &'a Visitor,
    /// Names of records in loops, the innermost last.
    pub(crate) records: Vec<(String, &'a Told)>,
}

/// The value; `None` if a figure is not known.
pub(crate) fn value(expression: &Expression, around: &Around<'_>) -> Option<Is> {
    let of = |part: &Expression| value(part, around);
    Some(match &expression.shape {
        Shape::Truth(truth) => Is::Truth(*truth),
        Shape::Number(value) | Shape::Percent(value) => Is::Number(*value),
        Shape::Text(text) => Is::Text(text.clone()),
        Shape::Name(name) => named(name, around)?,
        Shape::Dated { name, key, on } => {
            let key = key.as_ref().map(|key| of(key)).map_or(Some(None), |key| key.map(Some))?;
            let on = on.as_ref().map(|on| of(on)).map_or(Some(None), |on| on.map(Some))?;
            figure(&name.text, key, on, around)?
        }
        Shape::Not(inside) => Is::Truth(of(inside)? == Is::Truth(false)),
        Shape::And(all) => Is::Truth(truths(all, around)?.iter().all(|truth| *truth)),
        Shape::Or(all) => Is::Truth(truths(all, around)?.iter().any(|truth| *truth)),
        Shape::Negative(inside) => Is::Number(-decimal(of(inside)?)),
        Shape::Arithmetic(operator, a, b) => arithmetic(*operator, of(a)?, of(b)?),
        Shape::Compare(relation, a, b) => Is::Truth(compare(*relation, &of(a)?, &of(b)?)),
        Shape::Between(a, low, high) => {
            let value = of(a)?;
            let (above, below) = (of(low)?, of(high)?);
            let inside =
                compare(Relation::AtLeast, &value, &above) && compare(Relation::AtMost, &value, &below);
            Is::Truth(inside)
        }
        Shape::In(a, tests) => {
            let value = of(a)?;
            let found: Option<Vec<bool>> = tests.iter().map(|test| passes(&value, test, around)).collect();
            Is::Truth(found?.into_iter().any(|found| found))
        }
        Shape::If(condition, yes, no) => {
            let (yes, no) = (of(yes)?, of(no)?);
            if of(condition)? == Is::Truth(true) { yes } else { no }
        }
        Shape::Quantified(quantifier, records, test) => {
            let all = looped(records, test, around)?;
            let yes = |found: &Is| *found == Is::Truth(true);
            Is::Truth(match quantifier {
                Quantifier::Some => all.iter().any(yes),
                Quantifier::Every => all.iter().all(yes),
            })
        }
        Shape::Sum(records, body) => {
            Is::Number(looped(records, body, around)?.into_iter().map(decimal).sum())
        }
        Shape::Count(_) => Is::Number(around.visitor.hires.len().into()),
        Shape::Call(name, values) => {
            let values: Option<Vec<Is>> = values.iter().map(of).collect();
            call(&name.text, values?, around.book)
        }
    })
}

fn named(name: &str, around: &Around<'_>) -> Option<Is> {
    if name == "as_on" {
        return Some(Is::Date(around.visitor.as_on));
    }
    if let Some((_, text)) = around.book.texts.iter().find(|(known, _)| known == name) {
        // A definition does not see the loops around its use.
        let definition = parse(text).expect("a definition");
        return value(&definition, &Around { records: Vec::new(), ..*around });
    }
    let (before, behind) = name.split_once('.').unwrap_or((name, ""));
    if let Some((_, record)) = around.records.iter().rev().find(|(variable, _)| variable == before) {
        return record.get(&format!("hire.{behind}")).cloned();
    }
    let judged = around.visitor.hires.first();
    let told = around.visitor.organisation.get(name).or_else(|| judged?.get(name));
    told.cloned().or_else(|| figure(name, None, None, around))
}

fn figure(name: &str, key: Option<Is>, on: Option<Is>, around: &Around<'_>) -> Option<Is> {
    let parameter = around.book.parameters.iter().find(|parameter| parameter.id == name)?;
    let day = on.map_or(around.visitor.as_on, date);
    let value = parameter.values.iter().rfind(|value| value.from <= day)?;
    match (&value.figures, key) {
        (Figures::One(figure), _) => Some(Is::Number(*figure)),
        (Figures::ByKey { first, figures }, Some(key)) => {
            let key = decimal(key).floor() - Decimal::from(*first);
            let row = usize::try_from(key.trunc().mantissa()).ok()?;
            figures.get(row).or(figures.last()).copied().map(Is::Number)
        }
        (Figures::ByKey { .. }, None) => None,
    }
}

fn looped(records: &Loop, body: &Expression, around: &Around<'_>) -> Option<Vec<Is>> {
    let inside = |record| {
        let mut inner = around.records.clone();
        inner.push((records.variable.text.clone(), record));
        value(body, &Around { records: inner, ..*around })
    };
    around.visitor.hires.iter().map(inside).collect()
}

fn truths(all: &[Expression], around: &Around<'_>) -> Option<Vec<bool>> {
    all.iter().map(|part| Some(value(part, around)? == Is::Truth(true))).collect()
}

fn passes(value: &Is, test: &Test, around: &Around<'_>) -> Option<bool> {
    let of = |part| self::value(part, around);
    Some(match test {
        Test::Value(other) => compare(Relation::Same, value, &of(other)?),
        Test::Compared(relation, other) => compare(*relation, value, &of(other)?),
        Test::Range { low, high } => {
            let above = if low.1 { Relation::AtLeast } else { Relation::More };
            let below = if high.1 { Relation::AtMost } else { Relation::Less };
            compare(above, value, &of(&low.0)?) && compare(below, value, &of(&high.0)?)
        }
    })
}

fn compare(relation: Relation, a: &Is, b: &Is) -> bool {
    let order = match (a, b) {
        (Is::Number(a), Is::Number(b)) => a.cmp(b),
        (Is::Date(a), Is::Date(b)) => a.cmp(b),
        (Is::Text(a), Is::Text(b)) => a.cmp(b),
        (Is::Truth(a), Is::Truth(b)) => a.cmp(b),
        (Is::Place(a), Is::Place(b)) => a.cmp(b),
        (Is::Place(a), Is::Places(b)) if b.contains(a) => a.cmp(a),
        (Is::Place(_), Is::Places(_)) => 0.cmp(&1),
        (a, b) => panic!("{a:?} beside {b:?}"),
    };
    match relation {
        Relation::Same => order.is_eq(),
        Relation::Other => order.is_ne(),
        Relation::Less => order.is_lt(),
        Relation::AtMost => order.is_le(),
        Relation::More => order.is_gt(),
        Relation::AtLeast => order.is_ge(),
    }
}

/// Durations are written with their unit, so that dates know what to do with them.
fn arithmetic(operator: Operator, a: Is, b: Is) -> Is {
    match (operator, a, b) {
        (Operator::Plus, Is::Number(a), Is::Number(b)) => Is::Number(a + b),
        (Operator::Minus, Is::Number(a), Is::Number(b)) => Is::Number(a - b),
        (Operator::Times, Is::Number(a), Is::Number(b)) => Is::Number(a * b),
        (Operator::Over, Is::Number(a), Is::Number(b)) => Is::Number(a / b),
        (Operator::Minus, Is::Date(a), Is::Date(b)) => Is::Number((a.day_number() - b.day_number()).into()),
        (Operator::Plus, Is::Date(day), Is::Number(months)) => {
            Is::Date(day.plus_months(Months(whole(months))))
        }
        (Operator::Minus, Is::Date(day), Is::Number(months)) => {
            Is::Date(day.plus_months(Months(-whole(months))))
        }
        (operator, a, b) => panic!("{a:?} {operator:?} {b:?}"),
    }
}

fn call(name: &str, values: Vec<Is>, book: &Book) -> Is {
    let text = |at: usize| match &values[at] {
        Is::Text(text) => text.as_str(),
        other => panic!("{other:?}"),
    };
    let number = |at: usize| decimal(values[at].clone());
    let rounded = |strategy| {
        let places = values.get(1).map_or(0, |places| whole(decimal(places.clone())));
        let places = u32::try_from(places).expect("no negative decimals in these tests");
        Is::Number(number(0).round_dp_with_strategy(places, strategy))
    };
    let numbers = || values.iter().cloned().map(decimal);
    match name {
        "min" => Is::Number(numbers().min().expect("values")),
        "max" => Is::Number(numbers().max().expect("values")),
        "abs" => Is::Number(number(0).abs()),
        "modulo" => Is::Number(number(0) - number(1) * (number(0) / number(1)).floor()),
        "floor" => rounded(RoundingStrategy::ToNegativeInfinity),
        "ceiling" => rounded(RoundingStrategy::ToPositiveInfinity),
        "decimal" => rounded(RoundingStrategy::MidpointNearestEven),
        "round_up" => rounded(RoundingStrategy::AwayFromZero),
        "round_down" => rounded(RoundingStrategy::ToZero),
        "round_half_up" => rounded(RoundingStrategy::MidpointAwayFromZero),
        "round_half_down" => rounded(RoundingStrategy::MidpointTowardZero),
        "contains" => match &values[0] {
            Is::Chosen(options) => Is::Truth(options.iter().any(|option| option == text(1))),
            other => panic!("{other:?}"),
        },
        "date" => Is::Date(text(0).parse().expect("a day")),
        "duration" => Is::Number(text(0).trim_matches(['P', 'M']).parse().expect("months")),
        "years_and_months_duration" => {
            Is::Number(date(values[0].clone()).months_until(date(values[1].clone())).0.into())
        }
        "municipality" => Is::Places(book.municipality(text(0)).into_iter().collect()),
        "province" => {
            let (first, last) = book.province(text(0)).expect("a province");
            Is::Places((first..=last).collect())
        }
        "region" => {
            let bits = book.region(text(0)).expect("a region");
            let inside = |row: &u16| bits[usize::from(row / 64)] >> (row % 64) & 1 == 1;
            Is::Places((0..MUNICIPALITIES).filter(inside).collect())
        }
        other => panic!("{other}"),
    }
}

fn decimal(value: Is) -> Decimal {
    match value {
        Is::Number(value) => value,
        other => panic!("{other:?} is no number"),
    }
}

fn date(value: Is) -> Date {
    match value {
        Is::Date(day) => day,
        other => panic!("{other:?} is no day"),
    }
}

fn whole(value: Decimal) -> i32 {
    value.normalize().to_string().parse().expect("a whole number")
}
