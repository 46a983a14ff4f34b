//! Why a layer is in or out, what stays open, what the loans ask, and what to apply for first.

use super::door::{Door, Field, cents};
use super::money::Money;
use super::offer::Maximum;
use super::probe::{Probe, euro};
use super::result::{AidUse, Aim, Debt, In, Layer, Moment, Out, OutWhy, Proposal, Share};
use super::unknown_by_us;
use crate::loan::{self, Loan, Repayment};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use steunwijzer_engine::advice::{Because, Verdict};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{Scheme, Window};
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::truth::Truth;

/// Days in a week.
const WEEK: i64 = 7;

pub(super) fn proposal(
    probe: &mut Probe<'_>,
    field: &Field<'_>,
    aim: Aim,
    layers: Vec<Layer>,
    given: &[(usize, i64)],
) -> Proposal {
    Proposal {
        aims: vec![aim],
        gap: gap(probe, field, &layers),
        debt: debt(field, probe.repay_months_told(), given),
        aid_fits: aid_fits(field, &layers),
        timeline: timeline(probe, field, &layers),
        out: out(field, aim, &layers, given),
        layers,
    }
}

pub(super) fn why_in(field: &Field<'_>, door: &Door, amount: Share, closes: bool) -> Vec<In> {
    let mut why = Vec::new();
    if door.kept.is_some() {
        why.push(In::Kept);
    }
    if door.money == Money::Gift {
        why.push(In::NothingToRepay);
    } else if field.doors.iter().any(|other| other.counts() && other.money > door.money) {
        why.push(In::CheaperThanTheNextKind);
    }
    if matches!(amount, Share::NotCounted(_)) {
        why.push(match not_counted_because(door) {
            NotCounted::Status => In::StatusNotKnown,
            NotCounted::Amount => In::AmountNotKnown,
            NotCounted::NotSettled => In::NotSettled,
        });
    }
    if door.offer.judgement.verdict == Verdict::Fits {
        why.push(In::Fits);
    }
    if let Some((weeks, figure)) = door.lead_weeks {
        why.push(In::LeadTime(weeks, figure));
    }
    if closes {
        why.push(In::ClosesTheGap);
    }
    why
}

/// Why no plan rests on a door.
enum NotCounted {
    Status,
    Amount,
    NotSettled,
}

fn not_counted_because(door: &Door) -> NotCounted {
    if unknown_by_us(door.offer.judgement) {
        NotCounted::Status
    } else if door.offer.maximum == Maximum::NotKnown {
        NotCounted::Amount
    } else {
        NotCounted::NotSettled
    }
}

/// What stays open. From: everything comes, also what is not counted. To: only what certainly fits
/// comes, as far as the answers settle its amount.
fn gap(probe: &Probe<'_>, field: &Field<'_>, layers: &[Layer]) -> Number {
    if probe.told.low != probe.told.high {
        return Number::Between(Decimal::ZERO, euro(field.need));
    }
    let (mut everything, mut certain) = (0i64, 0i64);
    for layer in layers {
        match layer.amount {
            Share::Told(_) => {}
            Share::NotCounted(most) => everything = everything.saturating_add(cents(most)),
            Share::Counted(amount) => {
                let amount = cents(amount);
                everything = everything.saturating_add(amount);
                let door = field.doors.iter().find(|door| Some(door.offer.scheme) == layer.scheme);
                let fits = layer.judgement.is_some_and(|now| now.verdict == Verdict::Fits);
                if let Some(door) = door.filter(|_| fits) {
                    certain = certain.saturating_add(amount.min(cents(door.offer.sure)));
                }
            }
        }
    }
    let open = |covered: i64| euro(field.need.saturating_sub(covered).max(0));
    Number::Between(open(everything), open(certain))
}

fn debt(field: &Field<'_>, months: Option<Slot>, given: &[(usize, i64)]) -> Debt {
    let borrowed: i64 =
        given.iter().filter(|(row, _)| field.doors[*row].is_debt()).map(|(_, cents)| cents).sum();
    let borrowed = euro(borrowed);
    let rate = field.means.rate;
    let cash = field.means.cash_for_debt;
    let Some(months) = months.filter(|_| !borrowed.is_zero()) else {
        let none = if borrowed.is_zero() { Number::exactly(Decimal::ZERO) } else { Number::Unknown };
        let can_repay = if borrowed.is_zero() { Truth::Yes } else { Truth::Open };
        return Debt { borrowed, rate, monthly: none, service: none, ratio: Number::Unknown, can_repay };
    };
    let month = |months: i64| u32::try_from(months).unwrap_or(1).clamp(1, loan::LONGEST);
    let (least, most) = (month(months.low), month(months.high));
    let share = rate.unwrap_or_default();
    let monthly = loan::monthly_payment(
        Number::exactly(borrowed),
        Number::exactly(share),
        (least, most),
        Repayment::Annuity,
    );
    // A longer loan asks less of a year, a loan of at most a year more the longer it takes: the
    // extremes are at the ends and at twelve months.
    let terms = [least, most, 12.clamp(least, most)];
    let years = terms.map(|months| {
        let one = Loan {
            principal: borrowed,
            rate: share,
            months,
            interest_only: 0,
            repayment: Repayment::Annuity,
            costs: Decimal::ZERO,
        };
        loan::schedule(&one).map_or(Number::Unknown, |plan| Number::exactly(plan.debt_service()))
    });
    let service = years.into_iter().reduce(Number::hull).unwrap_or(Number::Unknown);
    Debt {
        borrowed,
        rate,
        monthly,
        service,
        // Without a rate it would be too high.
        ratio: rate.map_or(Number::Unknown, |_| loan::debt_service_ratio(cash, service)),
        can_repay: match (loan::can_repay(cash, service), rate) {
            (Truth::Yes, None) => Truth::Open,
            (truth, _) => truth,
        },
    }
}

fn aid_fits(field: &Field<'_>, layers: &[Layer]) -> Truth {
    let counted = |layer: &&Layer| !matches!(layer.amount, Share::Told(_));
    let mut used = Decimal::ZERO;
    let mut unknown = false;
    for layer in layers.iter().filter(counted) {
        match layer.aid {
            AidUse::Counted(aid) => used += aid,
            AidUse::NotKnown => unknown = true,
            AidUse::Nothing | AidUse::OtherRules => {}
        }
    }
    let beyond = field.means.aid.general.less(Number::exactly(used));
    match (used.is_zero(), beyond, unknown) {
        (true, _, false) | (false, Truth::No, false) => Truth::Yes,
        (false, Truth::Yes, _) => Truth::No,
        (true, _, true) | (false, Truth::No | Truth::Open, _) => Truth::Open,
    }
}

fn out(field: &Field<'_>, aim: Aim, layers: &[Layer], given: &[(usize, i64)]) -> Vec<Out> {
    let is_in = |door: &Door| layers.iter().any(|layer| layer.scheme == Some(door.offer.scheme));
    let rows = (0..field.doors.len()).filter(|&row| field.allowed(row) && !is_in(&field.doors[row]));
    rows.map(|row| Out { scheme: field.doors[row].offer.scheme, why: why_out(field, aim, row, given) })
        .collect()
}

fn why_out(field: &Field<'_>, aim: Aim, row: usize, given: &[(usize, i64)]) -> OutWhy {
    let door = &field.doors[row];
    if let Some((other, _)) = given.iter().find(|(other, _)| field.rivals(row, *other)) {
        return OutWhy::NotWith(field.doors[*other].offer.scheme);
    }
    if let Some(condition) = door.tests.fails_unconfirmed.filter(|_| !door.counts()) {
        return OutWhy::StatusNotKnown(Because::Unconfirmed(condition));
    }
    if !door.counts() && door.tests.is_what_it_is {
        return OutWhy::AnswerFirst(door.offer.judgement.because);
    }
    if !door.counts() {
        let because = door.offer.judgement.because;
        return match not_counted_because(door) {
            NotCounted::Status => OutWhy::StatusNotKnown(because),
            NotCounted::Amount => OutWhy::AmountNotKnown,
            NotCounted::NotSettled => OutWhy::NotSettled(because),
        };
    }
    if door.is_too_small(field.need) {
        return OutWhy::TooSmall(door.offer.most);
    }
    let sum = |wanted: &dyn Fn(&Door) -> bool| -> i64 {
        given.iter().filter(|(row, _)| wanted(&field.doors[*row])).map(|(_, cents)| cents).sum()
    };
    let open = field.need - sum(&|_| true);
    let limits = field.limits(&[], aim);
    let aid = sum(&|other| matches!(other.aid, AidUse::Counted(_)) && other.money == Money::Gift);
    let least = door.least();
    if open == 0 {
        OutWhy::Covered
    } else if matches!(door.aid, AidUse::Counted(_)) && limits.aid.is_some_and(|room| room - aid < least) {
        let may_be_room = field.aid_room().is_some_and(|(_, most)| most - aid >= least);
        if may_be_room { OutWhy::AidRoomOpen } else { OutWhy::NoAidRoom }
    } else if door.is_debt() && limits.debt.is_some_and(|debt| debt - sum(&Door::is_debt) < least) {
        OutWhy::NotRepayable
    } else if least > open {
        OutWhy::LeastAboveGap(door.offer.least)
    } else {
        OutWhy::EnoughOfItsKind
    }
}

fn timeline(probe: &mut Probe<'_>, field: &Field<'_>, layers: &[Layer]) -> Vec<Moment> {
    let start = probe.start();
    let mut moments: Vec<Moment> =
        layers.iter().filter_map(|layer| moment(probe, field, layer, start)).collect();
    let soonest = |moment: &Moment| moment.better_by.or(moment.apply_by);
    let weeks = |moment: &Moment| moment.lead_weeks.map_or(Decimal::ZERO, |(weeks, _)| weeks);
    // What must be asked soonest, then what cannot be asked after the start, then what takes longest.
    moments.sort_by(|a, b| {
        let day = |moment| soonest(moment).unwrap_or(Date::MAX);
        day(a)
            .cmp(&day(b))
            .then(b.before_start.cmp(&a.before_start))
            .then(weeks(b).cmp(&weeks(a)))
            .then(a.scheme.cmp(&b.scheme))
    });
    moments
}

fn moment(probe: &Probe<'_>, field: &Field<'_>, layer: &Layer, start: Option<Date>) -> Option<Moment> {
    let id = layer.scheme?;
    let facts = field.rules.facts(id)?;
    let door = field.doors.iter().find(|door| door.offer.scheme == id)?;
    let closes = probe.rulebook.schemes.get(id.row()).and_then(|scheme| closes(scheme, probe.as_on()));
    let day_before = start.filter(|_| facts.before_start).map(|start| start.plus_days(-1));
    let weeks = door.lead_weeks.and_then(|(weeks, _)| weeks.ceil().to_i64());
    let days = weeks.map(|weeks| weeks.saturating_mul(WEEK));
    Some(Moment {
        scheme: id,
        before_start: facts.before_start,
        apply_by: closes.into_iter().chain(day_before).min(),
        better_by: start.zip(days).map(|(start, days)| start.plus_days(-days)),
        closes,
        lead_weeks: door.lead_weeks,
        // No layer fails, so the one that decides is open.
        settle: layer.judgement?.because.condition(),
    })
}

/// The last day of the round that is open.
fn closes(scheme: &Scheme, as_on: Date) -> Option<Date> {
    let open = |window: &&Window| {
        window.opens.is_none_or(|opens| opens <= as_on) && window.closes.is_none_or(|closes| closes >= as_on)
    };
    scheme.windows.iter().find(open).and_then(|window| window.closes)
}
