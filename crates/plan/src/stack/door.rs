//! Doors: the offers with what deciding about them needs.

use super::money::{Money, Part, StackRules, Stage, figure_on};
use super::offer::{Maximum, Offer};
use super::probe::{Probe, Tests, whole_cents};
use super::result::{AidUse, Aim};
use super::solve::{AidWeight, CRITERIA, Choice, KINDS, Limits};
use super::{Means, unknown_by_us};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::cmp::Reverse;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::rulebook::{Claim, Kind, ParameterId, Rulebook, StateAid};

/// How many counted layers of each kind stand in a stack, in the order of [`kind_of`]: grants, funds,
/// crowd gifts, crowd loans, public loans, other loans, crowd shares, shares.
///
/// Our own choice, no rule of law. Every layer is an application, a decision and a report of its own,
/// and one refusal opens the gap again. Grants cost no money, so three of them; two funds, two public
/// lenders, two banks: a second one helps where the first has a maximum, a third lender finds no
/// security left. One campaign: a crowd is asked once. One who takes shares: a second one wants the
/// same say. A layer that is kept by the visitor always has its place.
const MOST_OF_KIND: [usize; KINDS] = [3, 2, 1, 1, 2, 2, 1, 1];
/// How many counted layers altogether: what a small enterprise can apply for and account for at once.
/// Also our own choice.
const MOST_LAYERS: usize = 6;
/// A counted layer carries at least this part of the need, in hundredths: less is not worth a door.
/// Our own choice; who wants less keeps the layer with an amount.
const LEAST_HUNDREDTHS: i64 = 1;

/// The kinds of layers: rows of the limits above.
fn kind_of(rulebook: &Rulebook, offer: &Offer, part: Part) -> usize {
    let fund = rulebook.schemes.get(offer.scheme.row()).is_some_and(|scheme| scheme.kind == Kind::Fund);
    match part {
        Part::Layer(Money::Gift, Stage::Subsidy) => SUBSIDY,
        Part::Layer(Money::Gift, _) if fund => FUND,
        Part::Layer(Money::Gift, _) => CROWD_GIFT,
        Part::Layer(Money::MarketLoan, Stage::GiftsAndCrowd) => 3,
        Part::Layer(Money::PublicLoan, _) => PUBLIC_LOAN,
        Part::Layer(Money::MarketLoan, _) => MARKET_LOAN,
        Part::Layer(Money::Shares, Stage::GiftsAndCrowd) => 6,
        Part::Layer(Money::Shares, _) | Part::Guarantee | Part::Beside(_) => 7,
    }
}

const SUBSIDY: usize = 0;
const FUND: usize = 1;
const CROWD_GIFT: usize = 2;
const PUBLIC_LOAN: usize = 4;
const MARKET_LOAN: usize = 5;

/// An offer with what deciding about it needs.
pub(super) struct Door {
    pub(super) offer: Offer,
    pub(super) money: Money,
    pub(super) stage: Stage,
    pub(super) kind: usize,
    pub(super) aid: AidUse,
    /// How long a decision takes at most, in weeks, with the figure that tells it.
    pub(super) lead_weeks: Option<(Decimal, ParameterId)>,
    pub(super) claim: i64,
    /// What the claim is worth: a right, a by-law, or the decision of a lender or funder.
    pub(super) entitled: i64,
    pub(super) judged: i64,
    pub(super) tests: Tests,
    /// Money of people around the visitor.
    pub(super) own_circle: bool,
    /// Steps and papers.
    pub(super) effort: i64,
    /// Kept by the visitor, perhaps with an amount.
    pub(super) kept: Option<Option<i64>>,
    pub(super) left_out: bool,
}

impl Door {
    pub(super) fn least(&self) -> i64 {
        cents(self.offer.least)
    }

    pub(super) fn is_debt(&self) -> bool {
        matches!(self.money, Money::PublicLoan | Money::MarketLoan)
    }

    /// Whether a plan may rest on it: not on a gift of which the size or an answer is open, nor on what
    /// people around the visitor may have. An amount that the visitor set always counts.
    pub(super) fn counts(&self) -> bool {
        let size_known = self.money != Money::Gift || self.offer.maximum == Maximum::Known;
        let settled = self.money != Money::Gift || self.offer.judgement.verdict == Verdict::Fits;
        match self.kept {
            Some(Some(_)) => true,
            Some(None) => size_known && !self.own_circle,
            None => {
                let unconfirmed = self.tests.fails_unconfirmed.is_some();
                size_known
                    && settled
                    && !self.own_circle
                    && !unconfirmed
                    && !unknown_by_us(self.offer.judgement)
            }
        }
    }

    /// In which order doors are knocked on without counting: what fits, then what an answer can settle,
    /// then what we do not know; of each first that for which most of the plan speaks, then the strongest claim.
    pub(super) fn rank(&self) -> impl Ord + use<> {
        (
            self.kept.is_none(),
            self.offer.judgement.verdict,
            unknown_by_us(self.offer.judgement),
            Reverse(self.tests.about),
            self.claim,
            (self.tests.open, self.judged, self.offer.scheme),
        )
    }

    /// Whether it may be asked without being counted: nothing is open of what the plan is, and for a
    /// grant or a fund something of the plan speaks. A crowd can be asked for anything.
    pub(super) fn is_worth_asking(&self) -> bool {
        let for_some_plans = matches!(self.kind, SUBSIDY | FUND);
        let speaks = !for_some_plans || self.tests.about > 0;
        let may_be = !self.tests.is_what_it_is && self.tests.fails_unconfirmed.is_none();
        self.kept.is_some() || (speaks && may_be)
    }

    /// What a cent of it and its presence add to each criterion. Every aim rests on what fits before
    /// what cannot be told.
    fn weights(&self, aim: Aim) -> ([i64; CRITERIA], [i64; CRITERIA]) {
        let unsure = i64::from(self.offer.judgement.verdict != Verdict::Fits);
        // A campaign gives what the crowd wants to give: a maximum of the platform makes that no surer.
        let of_crowd = self.stage == Stage::GiftsAndCrowd && self.money != Money::Gift;
        let open = i64::from(of_crowd || self.offer.maximum == Maximum::NotKnown);
        let kind = |money| i64::from(self.money == money);
        let dear = self.money as i64;
        let weeks = self.lead_weeks.and_then(|(weeks, _)| weeks.ceil().to_i64());
        match aim {
            Aim::Cheapest | Aim::FundsCrowdAndLoan => (
                [unsure, kind(Money::Shares), kind(Money::MarketLoan), kind(Money::PublicLoan), open, 0],
                [0, 0, 0, 0, 0, 1 + self.judged],
            ),
            Aim::Surest => ([unsure, open, self.entitled, dear, 0, 0], [0, 0, 0, 0, 1 + self.judged, 0]),
            Aim::Fastest => (
                [unsure, i64::from(weeks.is_none()), weeks.unwrap_or(0).max(0), open, dear, 0],
                [0, 0, 0, 0, 0, 1 + self.effort],
            ),
        }
    }

    /// The least that is worth a door in a stack for this need.
    pub(super) fn worth(&self, need: i64) -> i64 {
        self.least().max(need / 100 * LEAST_HUNDREDTHS)
    }

    /// Whether even the most it gives is not worth a door. What is kept always is.
    pub(super) fn is_too_small(&self, need: i64) -> bool {
        self.kept.is_none() && cents(self.offer.most) < self.worth(need)
    }

    pub(super) fn choice(&self, aim: Aim, need: i64) -> Choice {
        let (per_cent, once) = self.weights(aim);
        let most = cents(self.offer.most);
        let (least, most) = match self.kept {
            Some(Some(amount)) => (amount, amount),
            Some(None) => (self.least(), most),
            None => (self.worth(need), most),
        };
        Choice {
            least,
            most,
            per_cent,
            once,
            debt: self.is_debt(),
            aid: match self.aid {
                AidUse::Counted(_) if self.money == Money::Gift => AidWeight::EveryCent,
                AidUse::Counted(highest) => AidWeight::Once(cents(highest)),
                AidUse::Nothing | AidUse::OtherRules | AidUse::NotKnown => AidWeight::Nothing,
            },
            kind: self.kind,
            must: self.kept.is_some(),
        }
    }
}

/// Everything that deciding needs.
pub(super) struct Field<'f> {
    pub(super) rules: &'f StackRules,
    pub(super) means: &'f Means,
    pub(super) doors: Vec<Door>,
    pub(super) need: i64,
    pub(super) wages: i64,
    pub(super) debt: Option<i64>,
    pub(super) wants_loan: bool,
}

impl Field<'_> {
    /// The rows that may stand in a stack with this aim.
    pub(super) fn eligible(&self, aim: Aim) -> Vec<usize> {
        let wanted = |door: &Door| match aim {
            Aim::Cheapest | Aim::Surest | Aim::Fastest => true,
            Aim::FundsCrowdAndLoan => {
                matches!(door.kind, FUND | CROWD_GIFT | PUBLIC_LOAN | MARKET_LOAN) || door.kept.is_some()
            }
        };
        (0..self.doors.len()).filter(|&row| self.allowed(row) && wanted(&self.doors[row])).collect()
    }

    pub(super) fn allowed(&self, row: usize) -> bool {
        let door = &self.doors[row];
        !door.left_out && (self.wants_loan || !door.is_debt())
    }

    /// Whether a source tells how long anything takes that can be counted.
    pub(super) fn has_lead_times(&self) -> bool {
        (0..self.doors.len()).any(|row| {
            let door = &self.doors[row];
            self.allowed(row) && door.counts() && door.lead_weeks.is_some()
        })
    }

    pub(super) fn rivals(&self, a: usize, b: usize) -> bool {
        let facts = self.rules.facts(self.doors[a].offer.scheme);
        facts.is_some_and(|facts| facts.rivals.contains(&self.doors[b].offer.scheme))
    }

    /// The least and the most room for aid, in cents; none: not known.
    pub(super) fn aid_room(&self) -> Option<(i64, i64)> {
        let (least, most) = self.means.aid.general.limits()?;
        Some((whole_cents(least)?.max(0), whole_cents(most)?.max(0)))
    }

    pub(super) fn limits(&self, rows: &[usize], aim: Aim) -> Limits {
        let room = self.aid_room().map(|(least, most)| match aim {
            Aim::Surest => least,
            Aim::Cheapest | Aim::Fastest | Aim::FundsCrowdAndLoan => most,
        });
        let mut most_of_kind = MOST_OF_KIND;
        let mut kept = 0;
        for (kind, most) in most_of_kind.iter_mut().enumerate() {
            let of_kind =
                rows.iter().filter(|&&row| self.doors[row].kind == kind && self.doors[row].kept.is_some());
            let count = of_kind.count();
            kept += count;
            *most = (*most).max(count);
        }
        let pairs = rows.iter().enumerate().flat_map(|(i, &a)| {
            rows.iter()
                .enumerate()
                .skip(i + 1)
                .filter(move |&(_, &b)| self.rivals(a, b))
                .map(move |(j, _)| (i, j))
        });
        Limits {
            need: self.need,
            debt: self.debt,
            aid: room,
            rivals: pairs.collect(),
            most_of_kind,
            most_layers: MOST_LAYERS.max(kept),
        }
    }
}

pub(super) fn door(probe: &mut Probe<'_>, rules: &StackRules, offer: &Offer) -> Option<Door> {
    let facts = rules.facts(offer.scheme)?;
    let scheme = probe.rulebook.schemes.get(offer.scheme.row())?;
    let Part::Layer(money, stage) = facts.part else { return None };
    let lead = facts.lead_weeks.and_then(|id| Some((figure_on(probe.rulebook, id, probe.as_on())?, id)));
    let aid = match scheme.state_aid {
        StateAid::None => AidUse::Nothing,
        StateAid::Gber => AidUse::OtherRules,
        StateAid::Unknown => AidUse::NotKnown,
        StateAid::DeMinimis if money == Money::Gift => AidUse::Counted(offer.most),
        StateAid::DeMinimis => {
            let lines = probe.lines_at(offer.scheme, cents(offer.most));
            let value = facts.aid_line.and_then(|row| lines.get(usize::from(row))?.limits());
            value.map_or(AidUse::NotKnown, |(_, highest)| AidUse::Counted(highest))
        }
    };
    Some(Door {
        offer: *offer,
        tests: probe.tests_at(offer.scheme, cents(offer.most)),
        own_circle: facts.own_circle,
        money,
        stage,
        kind: kind_of(probe.rulebook, offer, facts.part),
        aid,
        lead_weeks: lead,
        claim: scheme.claim as i64,
        entitled: match scheme.claim {
            Claim::Right => 0,
            Claim::ByLaw => 1,
            Claim::Market | Claim::Discretion => 2,
        },
        judged: i64::from(facts.judged),
        effort: i64::try_from(scheme.steps.len() + scheme.documents.len()).unwrap_or(0),
        kept: None,
        left_out: false,
    })
}

pub(super) fn cents(euro: Decimal) -> i64 {
    whole_cents(euro).unwrap_or(0)
}
