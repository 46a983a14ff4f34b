//! One hire, month by month.

use super::calendar::{self, Month, Period, cents, part_of};
use super::inputs::{Contract, HolidayPay, Subsidy};
use super::month::Reader;
use super::{Entry, HireFlow, lkv};
use crate::hires::{HirePlan, Lks, Offer, weighed, zero};
use steunwijzer_engine::advice::{Because, Verdict};
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;

/// What one hire costs and brings in.
pub(super) struct Earned {
    hire: u16,
    pub(super) entries: Vec<Entry>,
    /// Subsidy that is earned and not yet paid at the end of each month.
    pub(super) advanced: Vec<Number>,
    pub(super) lkv_afterwards: Number,
    pub(super) holiday_afterwards: Number,
    below_minimum: Vec<Date>,
    no_lks: Option<Because>,
}

impl Earned {
    pub(super) fn flow(&self) -> HireFlow {
        HireFlow {
            hire: self.hire,
            entries: self.entries.clone(),
            below_minimum: self.below_minimum.clone(),
            no_lks: self.no_lks,
        }
    }
}

/// The months of a hire.
pub(super) fn earned(reader: &Reader<'_>, plan: &HirePlan<'_>, hire: u16) -> Earned {
    let whose = Whose::Record(reader.labour.hires, hire);
    let lasts = reader.inputs.contract.value == Contract::Lasts;
    let job = calendar::job(reader.rulebook, reader.labour, reader.answers, whose, lasts);
    let impossible = !plan.measured.is_possible() && !plan.flat.is_possible();
    let mut earned = Earned {
        hire,
        entries: vec![Entry::nothing(); reader.months.len()],
        advanced: Vec::new(),
        lkv_afterwards: zero(),
        holiday_afterwards: zero(),
        below_minimum: Vec::new(),
        no_lks: impossible.then_some(plan.measured.advice.because),
    };
    wages(reader, &mut earned, whose, job);
    subsidy(reader, &mut earned, plan, whose, job);
    for year in lkv::years(reader, plan, whose, job) {
        let row =
            reader.months.iter().position(|month| month.first <= year.paid_by && year.paid_by < month.next);
        match row.and_then(|row| earned.entries.get_mut(row)) {
            Some(entry) => entry.lkv = entry.lkv.plus(year.amount),
            None => earned.lkv_afterwards = earned.lkv_afterwards.plus(year.amount),
        }
    }
    earned
}

/// Wage, holiday allowance and charges.
fn wages(reader: &Reader<'_>, earned: &mut Earned, whose: Whose, job: Period) {
    let mut built_up = zero();
    for (row, month) in reader.each_month() {
        let days = job.days_in(month);
        let (whole, too_low) = reader.pay(row, whose, reader.inputs.wage(earned.hire));
        if too_low && days != zero() {
            earned.below_minimum.push(month.first);
        }
        let wage = part_of(month, whole, days);
        if days != zero() {
            let share = reader.definition(row, whose, reader.labour.holiday_share).as_number();
            built_up = built_up.plus(cents(wage.times(share)));
        }
        let holiday = paid_out(reader.inputs.holiday.value, job, month, &mut built_up);
        let charged = wage.plus(holiday);
        let charges =
            if charged == zero() { zero() } else { cents(charged.times(reader.inputs.charges.value)) };
        if let Some(entry) = earned.entries.get_mut(row) {
            (entry.wage, entry.holiday, entry.charges) = (wage, holiday, charges);
        }
    }
    earned.holiday_afterwards = built_up;
}

/// What of the holiday allowance is paid in a month.
fn paid_out(how: HolidayPay, job: Period, month: Month, built_up: &mut Number) -> Number {
    let (ends, may_end) = job.ends_in(month);
    let all = match how {
        HolidayPay::EachMonth => true,
        HolidayPay::InMay => month.first.parts().month == 5 || ends,
    };
    if all {
        return std::mem::replace(built_up, zero());
    }
    if may_end {
        *built_up = built_up.hull(zero());
        return *built_up;
    }
    zero()
}

/// Loonkostensubsidie, paid some months later.
fn subsidy(reader: &Reader<'_>, earned: &mut Earned, plan: &HirePlan<'_>, whose: Whose, job: Period) {
    let gained: Vec<Number> =
        reader.each_month().map(|(row, month)| lks(reader, plan, whose, job, row, month)).collect();
    let delay = usize::from(reader.inputs.lks_delay.value);
    for (row, amount) in gained.iter().enumerate() {
        if let Some(entry) = earned.entries.get_mut(row.saturating_add(delay)) {
            entry.lks = *amount;
        }
        let waiting = gained.iter().take(row + 1).skip((row + 1).saturating_sub(delay));
        earned.advanced.push(waiting.copied().fold(zero(), Number::plus));
    }
}

/// The subsidy that is earned in a month.
fn lks(
    reader: &Reader<'_>,
    plan: &HirePlan<'_>,
    whose: Whose,
    job: Period,
    row: usize,
    month: Month,
) -> Number {
    let whole = |lks: Lks| reader.lks(row, whose, lks.scheme, lks.total);
    let counts = |offer: Offer<'_>, lks: Lks| match offer.advice.verdict {
        Verdict::DoesNotFit => zero(),
        verdict @ (Verdict::Fits | Verdict::CannotTell) => weighed(verdict, whole(lks)),
    };
    let labour = reader.labour;
    let measured = |period: Period| {
        let days = period.days_in(month);
        let whole = if days == zero() { zero() } else { counts(plan.measured, labour.measured) };
        part_of(month, whole, days)
    };
    match (reader.inputs.subsidy.value, plan.flat.advice.verdict) {
        (Subsidy::Measured, _) | (Subsidy::FlatFirst, Verdict::DoesNotFit) => measured(job),
        (Subsidy::FlatFirst, verdict @ (Verdict::Fits | Verdict::CannotTell)) => {
            let ends = reader.definition(row, whose, labour.lks_flat_end).days();
            let (first, rest) = (job.cut(ends), job.after(ends));
            let days = first.days_in(month);
            let flat = match (days == zero(), verdict) {
                (true, _) => zero(),
                (false, Verdict::Fits) => whole(labour.flat),
                (false, Verdict::CannotTell | Verdict::DoesNotFit) => {
                    whole(labour.flat).hull(counts(plan.measured, labour.measured))
                }
            };
            part_of(month, flat, days).plus(measured(rest))
        }
    }
}
