//! Civil dates without a clock or a time zone: a day is a number, counted from 1 January 1970.
//!
//! Days as numbers make every comparison of the engine a comparison of integers. The conversion to
//! year, month and day follows the proleptic Gregorian calendar and is tested against `jiff` for
//! every day from 1900 to 2100.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A day, counted from 1 January 1970 (which is day 0). Years −9999 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date(i32);

/// A number of whole calendar months: the FEEL years-and-months duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Months(pub i32);

/// A year, a month (1–12) and a day of the month (1–31) that together exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearMonthDay {
    /// The year, −9999 to 9999.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

const DAYS_TO_1970: i32 = 719_468; // from 1 March of year 0, where an era of 400 years begins
const DAYS_PER_ERA: i32 = 146_097;

impl Date {
    /// The first day that can be written.
    pub const MIN: Date = Date(-4_371_587); // 1 January −9999
    /// The last day that can be written.
    pub const MAX: Date = Date(2_932_896); // 31 December 9999

    /// The day with this number, kept inside the years −9999 to 9999.
    pub fn from_day_number(days: i64) -> Date {
        let inside = days.clamp(i64::from(Self::MIN.0), i64::from(Self::MAX.0));
        Date(i32::try_from(inside).unwrap_or(Self::MAX.0))
    }

    /// The number of days since 1 January 1970.
    pub fn day_number(self) -> i64 {
        i64::from(self.0)
    }

    /// The day with this year, month and day of the month; `None` if it does not exist.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let exists = (-9999..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        exists.then(|| Self::of_existing(year, month, day))
    }

    fn of_existing(year: i32, month: u8, day: u8) -> Date {
        // The year begins in March here, so that the leap day is the last of its year.
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month_from_march = (i32::from(month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i32::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Date(era * DAYS_PER_ERA + day_of_era - DAYS_TO_1970)
    }

    /// The year, month and day of the month.
    pub fn parts(self) -> YearMonthDay {
        let days = self.0 + DAYS_TO_1970;
        let era = days.div_euclid(DAYS_PER_ERA);
        let day_of_era = days.rem_euclid(DAYS_PER_ERA);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = (month_from_march + 2) % 12 + 1;
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        YearMonthDay { year, month: narrow(month), day: narrow(day) }
    }

    /// The day this many months later (earlier when negative). A day that the month lacks becomes
    /// the last day of that month: 31 January plus one month is 28 or 29 February.
    pub fn plus_months(self, months: Months) -> Date {
        let YearMonthDay { year, month, day } = self.parts();
        let index = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months.0);
        let year = index.div_euclid(12);
        if !(-9999..=9999).contains(&year) {
            return if year < 0 { Self::MIN } else { Self::MAX };
        }
        let year = i32::try_from(year).unwrap_or(9999);
        let month = u8::try_from(index.rem_euclid(12) + 1).unwrap_or(1);
        Self::of_existing(year, month, day.min(days_in_month(year, month)))
    }

    /// The day this many days later (earlier when negative).
    pub fn plus_days(self, days: i64) -> Date {
        Self::from_day_number(self.day_number().saturating_add(days))
    }

    /// Whole months from this day to `until`, towards zero: FEEL's *years and months duration*.
    pub fn months_until(self, until: Date) -> Months {
        if until < self {
            return Months(-until.months_until(self).0);
        }
        let (from, to) = (self.parts(), until.parts());
        let months = (to.year - from.year) * 12 + i32::from(to.month) - i32::from(from.month);
        Months(months - i32::from(to.day < from.day))
    }

    /// The first and the last day of a month; `None` if there is no such month.
    pub fn month(year: i32, month: u8) -> Option<(Date, Date)> {
        let first = Date::new(year, month, 1)?;
        let last = Date::new(year, month, days_in_month(year, month))?;
        Some((first, last))
    }
}

fn narrow(small: i32) -> u8 {
    u8::try_from(small).unwrap_or(1)
}

fn days_in_month(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A text that is not a day in the form `2026-11-21`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl FromStr for Date {
    type Err = NotADate;

    /// Reads `2026-11-21` (a year before 0 has a minus sign); nothing else.
    fn from_str(text: &str) -> Result<Date, NotADate> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let mut parts = digits.split('-');
        let (Some(year), Some(month), Some(day), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotADate);
        };
        let digits_only =
            |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits_only(year, 4) || !digits_only(month, 2) || !digits_only(day, 2) {
            return Err(NotADate);
        }
        let year: i32 = year.parse().map_err(|_| NotADate)?;
        let year = if negative { -year } else { year };
        let month = month.parse().map_err(|_| NotADate)?;
        let day = day.parse().map_err(|_| NotADate)?;
        Date::new(year, month, day).ok_or(NotADate)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let YearMonthDay { year, month, day } = self.parts();
        let sign = if year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs())
    }
}
