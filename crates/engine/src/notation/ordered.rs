//! Numbers and days, alone or as a range.

use super::{Written, table, text, unfit};
use crate::date::Date;
use crate::rulebook::Unit;
use crate::slot::Slot;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// One value, or a table with `from` and `to`.
pub(super) fn read_range(
    written: &Written,
    read_end: impl Fn(&Written) -> Result<(i64, i64), String>,
) -> Result<Slot, String> {
    let Written::Table(entries) = written else {
        return read_end(written).map(|(low, high)| Slot::between(low, high));
    };
    let end = |key: &str| entries.iter().find(|(own, _)| own == key);
    match (end("from"), end("to"), entries.len()) {
        (Some((_, from)), Some((_, to)), 2) => Ok(Slot::between(read_end(from)?.0, read_end(to)?.1)),
        _ => Err(unfit(written)),
    }
}

pub(super) fn write_range(slot: Slot, end: impl Fn(i64) -> Written) -> Written {
    if slot.low == slot.high {
        return end(slot.low);
    }
    table([("from", end(slot.low)), ("to", end(slot.high))])
}

pub(super) fn read_number(unit: Unit, scale: u8, written: &Written) -> Result<i64, String> {
    let value = match written {
        Written::Whole(number) => (Decimal::from(*number), false),
        Written::Text(text) => {
            let (digits, percent) = match text.strip_suffix('%') {
                Some(digits) => (digits.trim_end(), true),
                None => (text.as_str(), false),
            };
            (decimal(digits).ok_or_else(|| unfit(written))?, percent)
        }
        Written::Bool(_) | Written::List(_) | Written::Table(_) => return Err(unfit(written)),
    };
    let value = match (value, unit == Unit::Percent) {
        ((number, true), true) => number.checked_div(Decimal::ONE_HUNDRED),
        ((number, false), false) => Some(number),
        ((_, false), true) => return Err(format!("`{written}` lacks its percent sign")),
        ((_, true), false) => return Err(format!("`{written}` is a percentage, this is none")),
    };
    let scaled = value.and_then(|value| value.checked_mul(power_of_ten(scale)?));
    match scaled {
        Some(scaled) if scaled.fract().is_zero() => {
            scaled.to_i64().ok_or_else(|| format!("`{written}` lies outside the bounds"))
        }
        Some(_) => Err(format!("`{written}` has too many decimals")),
        None => Err(format!("`{written}` lies outside the bounds")),
    }
}

pub(super) fn write_number(unit: Unit, scale: u8, scaled: i64) -> Written {
    let value = Decimal::try_new(scaled, u32::from(scale)).unwrap_or_default();
    if unit == Unit::Percent {
        let points = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or_default();
        return Written::Text(format!("{} %", points.normalize()));
    }
    match value.to_i64().filter(|_| value.fract().is_zero()) {
        Some(whole) => Written::Whole(whole),
        None => Written::Text(value.to_string()),
    }
}

pub(super) fn number_form(unit: Unit, scale: u8) -> &'static str {
    match (unit, scale) {
        (Unit::Percent, _) => "a percentage such as `55 %`",
        (_, 0) => "a whole number",
        (_, _) => "a whole number or a text such as `12.50`",
    }
}

/// A decimal in machine notation: a point before the decimals and nothing between the digits.
fn decimal(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(decimals) {
        return None;
    }
    Decimal::from_str_exact(text).ok()
}

fn power_of_ten(exponent: u8) -> Option<Decimal> {
    10i64.checked_pow(u32::from(exponent)).map(Decimal::from)
}

/// The first and last day number of a day or a month.
pub(super) fn read_days(written: &Written) -> Result<(i64, i64), String> {
    let Written::Text(text) = written else {
        return Err(unfit(written));
    };
    if let Ok(day) = text.parse::<Date>() {
        return Ok((day.day_number(), day.day_number()));
    }
    if let Ok(first) = format!("{text}-01").parse::<Date>() {
        let parts = first.parts();
        if let Some((first, last)) = Date::month(parts.year, parts.month) {
            return Ok((first.day_number(), last.day_number()));
        }
    }
    let looks_like_a_day = text.len() == 10 && text.bytes().filter(|byte| *byte == b'-').count() == 2;
    Err(if looks_like_a_day {
        format!("`{text}` is not a day of the calendar, written year-month-day")
    } else {
        unfit(written)
    })
}

pub(super) fn write_days(slot: Slot) -> Written {
    let first = Date::from_day_number(slot.low);
    let parts = first.parts();
    let month = Date::month(parts.year, parts.month);
    let whole_month =
        month.is_some_and(|(from, to)| from.day_number() == slot.low && to.day_number() == slot.high);
    if whole_month {
        let day = first.to_string();
        return text(day.strip_suffix("-01").unwrap_or(&day));
    }
    write_range(slot, |day| text(&Date::from_day_number(day).to_string()))
}
