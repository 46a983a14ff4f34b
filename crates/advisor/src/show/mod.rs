//! How numbers, amounts, days and answers are shown.
//!
//! Dutch notation in both languages: `€ 1.090,99`, `55 %`, `1 december 2026`. A no-break space
//! stands after €, before % and between the parts of a date that must not come apart.

mod answer;
mod value;

pub use answer::{answer, joined_or, option_texts};
pub use value::{Cents, amount, as_written, decimal, money_cents, number, scaled, unit};

use crate::lang::Lang;
use crate::messages::show as messages;
use steunwijzer_engine::date::Date;

/// The space that does not break.
pub const NBSP: char = '\u{a0}';

/// A day: `1 december 2026`.
pub fn day(lang: Lang, day: Date) -> String {
    format!("{}{NBSP}{}", day.parts().day, month(lang, day))
}

/// The month of a day: `december 2026`.
pub fn month(lang: Lang, day: Date) -> String {
    let parts = day.parts();
    format!("{} {}", month_name(lang, parts.month), parts.year)
}

/// The name of a month (1–12).
pub fn month_name(lang: Lang, month: u8) -> &'static str {
    match month {
        1 => messages::month_1(lang),
        2 => messages::month_2(lang),
        3 => messages::month_3(lang),
        4 => messages::month_4(lang),
        5 => messages::month_5(lang),
        6 => messages::month_6(lang),
        7 => messages::month_7(lang),
        8 => messages::month_8(lang),
        9 => messages::month_9(lang),
        10 => messages::month_10(lang),
        11 => messages::month_11(lang),
        _ => messages::month_12(lang),
    }
}

/// The short name of a month (1–12), as it stands under a chart: `mrt`.
pub fn month_short(lang: Lang, month: u8) -> &'static str {
    match month {
        1 => messages::month_short_1(lang),
        2 => messages::month_short_2(lang),
        3 => messages::month_short_3(lang),
        4 => messages::month_short_4(lang),
        5 => messages::month_short_5(lang),
        6 => messages::month_short_6(lang),
        7 => messages::month_short_7(lang),
        8 => messages::month_short_8(lang),
        9 => messages::month_short_9(lang),
        10 => messages::month_short_10(lang),
        11 => messages::month_short_11(lang),
        _ => messages::month_short_12(lang),
    }
}

/// Days from the first to the last: a day, a month, a year, or *between … and …*.
pub fn days(lang: Lang, first: Date, last: Date) -> String {
    if first == last {
        return day(lang, first);
    }
    let (from, to) = (first.parts(), last.parts());
    let whole = |first_month, last_month| {
        let start = Date::month(from.year, first_month).map(|(start, _)| start);
        let end = Date::month(from.year, last_month).map(|(_, end)| end);
        start == Some(first) && end == Some(last)
    };
    if whole(from.month, from.month) {
        return month(lang, first);
    }
    if from.year == to.year && whole(1, 12) {
        return from.year.to_string();
    }
    messages::between(lang, &day(lang, last), &day(lang, first))
}
