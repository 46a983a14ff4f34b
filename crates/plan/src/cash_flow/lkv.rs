//! Loonkostenvoordeel month by month: reckoned over the paid hours of a calendar year, capped per year,
//! only the highest of the group, paid in the year after.

use super::calendar::Period;
use super::month::Reader;
use crate::hires::{HirePlan, LkvScheme, Offer, first_january, not_beside, weighed, zero};
use rust_decimal::Decimal;
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::date::{Date, Months};
use steunwijzer_engine::number::Number;

/// Money for the paid hours of one calendar year.
pub(super) struct Year {
    pub(super) amount: Number,
    /// The last day on which it comes.
    pub(super) paid_by: Date,
}

/// Every calendar year of the months, in order.
pub(super) fn years(reader: &Reader<'_>, plan: &HirePlan<'_>, whose: Whose, job: Period) -> Vec<Year> {
    let first = reader.months.first().map_or(Date::MAX, |month| first_january(month.first));
    let januaries = (0..3).map(|years: i32| first.plus_months(Months(12 * years)));
    januaries.filter_map(|january| year(reader, plan, whose, job, january)).collect()
}

fn year(reader: &Reader<'_>, plan: &HirePlan<'_>, whose: Whose, job: Period, january: Date) -> Option<Year> {
    let inside = |first: Date| first_january(first) == january;
    let last = reader.each_month().filter(|(_, month)| inside(month.first)).last()?.0;
    let shuts_out = plan
        .lkv
        .not_beside
        .and_then(|scheme| plan.regimes.iter().copied().find(|offer| offer.scheme == scheme));
    let mut highest = zero();
    for lkv in &reader.labour.lkv {
        let offer = plan.lkv.offers.iter().find(|offer| offer.scheme == lkv.scheme);
        let Some(offer) = offer.filter(|offer| offer.is_possible()) else { continue };
        let hours = paid_hours(reader, lkv, whose, job, january);
        highest = highest.greatest(amount(reader, lkv, *offer, whose, last, hours));
    }
    Some(Year { amount: not_beside(highest, shuts_out), paid_by: paid_by(reader, whose, january) })
}

fn amount(
    reader: &Reader<'_>,
    lkv: &LkvScheme,
    offer: Offer<'_>,
    whose: Whose,
    row: usize,
    hours: Number,
) -> Number {
    if hours == zero() {
        return zero();
    }
    weighed(offer.advice.verdict, reader.lkv(row, whose, lkv, hours))
}

/// The paid hours of the months of a year: a twelfth of the hours of a year for a whole month.
fn paid_hours(reader: &Reader<'_>, lkv: &LkvScheme, whose: Whose, job: Period, january: Date) -> Number {
    let mut twelfths = zero();
    for (row, month) in reader.each_month().filter(|(_, month)| first_january(month.first) == january) {
        let period = lkv.ends.map_or(job, |end| job.cut(reader.definition(row, whose, end).days()));
        let days = period.days_in(month);
        if days == zero() {
            continue;
        }
        let hours = reader.paid_hours(row, whose, lkv);
        twelfths = twelfths.plus(hours.times(days).over(Number::exactly(month.days().into())));
    }
    twelfths.over(Number::exactly(Decimal::from(12)))
}

fn paid_by(reader: &Reader<'_>, whose: Whose, january: Date) -> Date {
    let answers = reader.answers;
    steunwijzer_engine::define(reader.rulebook, answers, january, reader.labour.lkv_paid_by, whose).days().1
}
