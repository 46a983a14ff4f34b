//! A stack of finance for a need: which money, in which order, how much, and what stays open.
//!
//! ```text
//! schemes → offers (asked of the engine, amount by amount) → best stack per aim → layers with reasons
//! ```
//!
//! - A stack fills in the order own money, promised money, wage-cost support, grants, funds and crowd,
//!   loans with their guarantee, shares.
//! - Two needs are never added up: every need has its own stack.
//! - A gift whose amount, conditions or status are open is asked for first, but not counted: a plan
//!   does not rest on it. What comes of it makes the later layers smaller. If an open answer decides
//!   whether it is about this enterprise or plan at all, that answer comes first and it is no layer.
//! - Rates are compared nowhere: only some are known. Money ranks by kind ([`Money`]); a dated rate or
//!   fee is shown where the rules have one.
//! - Every proposal rests on what fits before what cannot be told.
//! - A stack is called the fastest only if a dated source tells the lead time of a layer that counts.
//! - A layer that counts carries at least a hundredth of the need.
//! - With an open amount the stack is worked out for the most that may be asked.

mod door;
mod money;
mod offer;
mod probe;
mod proposal;
mod reasons;
mod result;
mod solve;
mod wishes;

pub use money::{Beside, Money, Part, StackRules, Stage};
pub use offer::{Maximum, Offer};
pub use result::{
    AidUse, Aim, Cost, Debt, Guarantee, In, Layer, Moment, MunicipalSubsidy, Out, OutWhy, Proposal, Refused,
    RefusedWhy, Share, Stack,
};

use crate::loan::{self, Repayment};
use probe::{Probe, euro, whole_cents};
use rust_decimal::Decimal;
use steunwijzer_engine::advice::{Because, Verdict};
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::judge::Judgement;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{Kind, Rulebook, SchemeId};
use steunwijzer_engine::slot::Slot;

/// Room for state aid, from the aid account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AidRoom {
    /// General de-minimis aid. A stack never takes more than its highest value.
    pub general: Number,
}

/// What limits a stack besides the schemes.
#[derive(Clone, Debug, PartialEq)]
pub struct Means {
    /// Room for state aid.
    pub aid: AidRoom,
    /// Cash available in a year for interest and repayment; unknown: repayment is not checked.
    pub cash_for_debt: Number,
    /// Interest per year that the visitor reckons with. Without it only repayment is checked.
    pub rate: Option<Decimal>,
    /// Wage-cost support that the visitor counts towards this need, in euro.
    pub wage_support: Decimal,
}

impl Means {
    /// Nothing known of aid, cash and rates; no wage-cost support.
    pub fn unknown() -> Means {
        Means {
            aid: AidRoom { general: Number::Unknown },
            cash_for_debt: Number::Unknown,
            rate: None,
            wage_support: Decimal::ZERO,
        }
    }
}

/// What the visitor wants of a stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// This scheme is in; how much follows.
    Keep(SchemeId),
    /// This scheme is in with this amount, in euro.
    Resize(SchemeId, Decimal),
    /// This scheme is out.
    Leave(SchemeId),
}

impl Wish {
    /// Which scheme it is about.
    pub fn scheme(self) -> SchemeId {
        match self {
            Wish::Keep(id) | Wish::Resize(id, _) | Wish::Leave(id) => id,
        }
    }
}

/// The finance of one need; `None` if there is no such need.
///
/// Only schemes about needs are judged. `wishes` count in their order.
pub fn stack(
    rulebook: &Rulebook,
    rules: &StackRules,
    answers: &Answers,
    as_on: Date,
    need: u16,
    means: &Means,
    wishes: &[Wish],
) -> Option<Stack> {
    let mut probe = Probe::new(rulebook, rules, answers, as_on, need)?;
    let asked = money_of(probe.told);
    let (own, promised) = probe.told_money();
    let candidates: Vec<SchemeId> = rules.candidates().collect();
    let found = probe.offers(&candidates);
    let (mut out, in_kind) = beside(&mut probe, rules);
    let asks = probe.ask > 0;
    out.extend(found.iter().filter_map(|found| found.err()).filter_map(|(scheme, judgement)| {
        let why = match judgement.verdict {
            Verdict::DoesNotFit => OutWhy::DoesNotFit(judgement.because),
            // Who asks nothing is not refused by what may fit.
            Verdict::Fits | Verdict::CannotTell => asks.then_some(OutWhy::GivesNothing)?,
        };
        Some(Out { scheme, why })
    }));
    let offers: Vec<Offer> = found.into_iter().filter_map(Result::ok).collect();
    let municipal = probe.municipal(&candidates, &offers);
    let told = probe.ask > 0 && !probe.is_untold();
    let mut stack = Stack {
        need,
        total: asked.plus(own).plus(promised),
        own,
        promised,
        asked,
        worked_for: told.then(|| euro(probe.ask)),
        municipal,
        in_kind,
        lead_times_known: false,
        offers,
        proposals: Vec::new(),
        refused: Vec::new(),
        out,
    };
    if told {
        proposal::propose(&mut probe, rules, means, wishes, &mut stack);
    }
    Some(stack)
}

/// What brings no money for this need, each with why; and of it the help in kind that may fit because
/// something of the plan speaks for it.
fn beside(probe: &mut Probe<'_>, rules: &StackRules) -> (Vec<Out>, Vec<SchemeId>) {
    let (mut out, mut in_kind) = (Vec::new(), Vec::new());
    for (scheme, why) in rules.beside() {
        let why = match probe.judge_as_told(scheme) {
            Some(now) if now.verdict == Verdict::DoesNotFit => OutWhy::DoesNotFit(now.because),
            Some(_) | None => OutWhy::Beside(why),
        };
        let kind = probe.rulebook.schemes.get(scheme.row()).map(|scheme| scheme.kind);
        if why == OutWhy::Beside(Beside::NoMoney) && kind == Some(Kind::InKind) {
            let tests = probe.tests_at(scheme, probe.ask);
            if tests.about > 0 && !tests.is_what_it_is && tests.fails_unconfirmed.is_none() {
                in_kind.push(scheme);
            }
        }
        out.push(Out { scheme, why });
    }
    (out, in_kind)
}

fn money_of(slot: Slot) -> Number {
    Number::Between(euro(slot.low), euro(slot.high))
}

/// The most that can be borrowed, in cents; none: not known. With an unknown rate interest counts as
/// nothing, so more is never possible.
fn debt_limit(means: &Means, months: Slot) -> Option<i64> {
    let (_, cash) = means.cash_for_debt.limits()?;
    let months = u32::try_from(months.high).ok()?.clamp(1, loan::LONGEST);
    let rate = means.rate.unwrap_or_default();
    whole_cents(loan::capacity(cash, rate, months, Repayment::Annuity).ok()?)
}

/// Whether we, not the answers, do not know if or how it is open.
fn unknown_by_us(judgement: Judgement) -> bool {
    judgement.verdict == Verdict::CannotTell
        && match judgement.because {
            Because::StatusUnknown
            | Because::Overdue(_)
            | Because::UnknownFigure(_)
            | Because::Unconfirmed(_) => true,
            Because::Fails(_)
            | Because::NeverTogether
            | Because::Nobody(_)
            | Because::Ended(_)
            | Because::ClosedNow { .. }
            | Because::PersonDecides
            | Because::Open(_)
            | Because::NotTold(_)
            | Because::AllMet => false,
        }
}
