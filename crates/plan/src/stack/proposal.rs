//! Proposals: the best stack for each aim, with its layers.

use super::money::{Money, Part, Stage, StackRules, figure_on};
use super::offer::{Maximum, Offer, Probe, euro, whole_cents};
use super::reasons;
use super::result::{
    AidUse, Aim, Cost, Guarantee, Layer, MunicipalSubsidy, Out, OutWhy, Proposal, Refused, RefusedWhy, Share,
    Stack,
};
use super::solve::{AidWeight, CRITERIA, Choice, KINDS, Limits, best, check};
use super::{Means, Wish, debt_limit, unknown_by_us};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::cmp::Reverse;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{Kind, Rulebook, SchemeId, StateAid};

/// How many layers of each kind stand in a stack: more doors than this nobody knocks on at once.
const MOST_OF_KIND: [usize; KINDS] = [3, 2, 1, 1, 2, 2, 1, 1];
/// How many counted layers altogether.
const MOST_LAYERS: usize = 6;
/// How many layers of each kind are asked without being counted.
const MOST_NOT_COUNTED: [usize; KINDS] = [2, 2, 1, 1, 1, 1, 1, 1];
/// How often a stack is worked out again because a layer gives less than it was asked.
const MOST_ROUNDS: usize = 8;

/// The kinds of layers: rows of the limits above.
pub(super) fn kind_of(rulebook: &Rulebook, offer: &Offer, part: Part) -> usize {
    let fund = rulebook.schemes.get(offer.scheme.row()).is_some_and(|scheme| scheme.kind == Kind::Fund);
    match part {
        Part::Layer(Money::Gift, Stage::Subsidy) => 0,
        Part::Layer(Money::Gift, _) if fund => FUND,
        Part::Layer(Money::Gift, _) => CROWD_GIFT,
        Part::Layer(Money::MarketLoan, Stage::GiftsAndCrowd) => 3,
        Part::Layer(Money::PublicLoan, _) => PUBLIC_LOAN,
        Part::Layer(Money::MarketLoan, _) => MARKET_LOAN,
        Part::Layer(Money::Shares, Stage::GiftsAndCrowd) => 6,
        Part::Layer(Money::Shares, _) | Part::Guarantee | Part::Beside(_) => 7,
    }
}

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
    pub(super) lead_weeks: Option<Decimal>,
    pub(super) claim: i64,
    pub(super) judged: i64,
    /// Tests that hold, and that are open.
    pub(super) met_tests: usize,
    pub(super) open_tests: usize,
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
            None => size_known && settled && !self.own_circle && !unknown_by_us(self.offer.judgement),
        }
    }

    /// In which order doors are knocked on without counting: what fits, then what an answer can settle,
    /// then what we do not know; of each what rests on the most that was told.
    fn rank(&self) -> impl Ord + use<> {
        (
            self.kept.is_none(),
            self.offer.judgement.verdict,
            unknown_by_us(self.offer.judgement),
            self.open_tests,
            Reverse(self.met_tests),
            (self.claim, self.judged, self.offer.scheme),
        )
    }

    /// What a cent of it and its presence add to each criterion. Every aim rests on what fits before
    /// what cannot be told.
    fn weights(&self, aim: Aim) -> ([i64; CRITERIA], [i64; CRITERIA]) {
        let unsure = i64::from(self.offer.judgement.verdict != Verdict::Fits);
        let open = i64::from(self.offer.maximum == Maximum::NotKnown);
        let kind = |money| i64::from(self.money == money);
        let dear = self.money as i64;
        let weeks = self.lead_weeks.and_then(|weeks| weeks.ceil().to_i64());
        match aim {
            Aim::Cheapest | Aim::FundsCrowdAndLoan => (
                [unsure, kind(Money::Shares), kind(Money::MarketLoan), kind(Money::PublicLoan), open, 0],
                [0, 0, 0, 0, 0, 1 + self.judged],
            ),
            Aim::Surest => ([unsure, open, self.claim, dear, 0, 0], [0, 0, 0, 0, 1 + self.judged, 0]),
            Aim::Fastest => (
                [unsure, i64::from(weeks.is_none()), weeks.unwrap_or(0).max(0), open, dear, 0],
                [0, 0, 0, 0, 0, 1 + self.effort],
            ),
        }
    }

    fn choice(&self, aim: Aim) -> Choice {
        let (per_cent, once) = self.weights(aim);
        let (least, most) = match self.kept {
            Some(Some(amount)) => (amount, amount),
            Some(None) | None => (self.least(), cents(self.offer.most)),
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
    fn eligible(&self, aim: Aim) -> Vec<usize> {
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

    pub(super) fn rivals(&self, a: usize, b: usize) -> bool {
        let facts = self.rules.facts(self.doors[a].offer.scheme);
        facts.is_some_and(|facts| facts.rivals.contains(&self.doors[b].offer.scheme))
    }

    pub(super) fn limits(&self, rows: &[usize], aim: Aim) -> Limits {
        let room = self.means.aid.general.limits().map(|(low, high)| match aim {
            Aim::Surest => low,
            Aim::Cheapest | Aim::Fastest | Aim::FundsCrowdAndLoan => high,
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
            rows.iter().enumerate().skip(i + 1).filter(move |&(_, &b)| self.rivals(a, b)).map(move |(j, _)| (i, j))
        });
        Limits {
            need: self.need,
            debt: self.debt,
            aid: room.and_then(whole_cents).map(|room| room.max(0)),
            rivals: pairs.collect(),
            most_of_kind,
            most_layers: MOST_LAYERS.max(kept),
        }
    }
}

/// Fills in the proposals of a stack.
pub(super) fn propose(
    probe: &mut Probe<'_>,
    rules: &StackRules,
    means: &Means,
    wishes: &[Wish],
    stack: &mut Stack,
) {
    let months = probe.repay_months();
    let wages = whole_cents(means.wage_support).unwrap_or(0).clamp(0, probe.ask);
    let mut doors: Vec<Door> = Vec::with_capacity(stack.offers.len());
    for offer in &stack.offers {
        doors.extend(door(probe, rules, offer));
    }
    let debt = debt_limit(means, months).map(|limit| limit.max(0));
    let need = probe.ask - wages;
    let mut field = Field { rules, means, doors, need, wages, debt, wants_loan: months.high > 0 };
    follow(probe, &mut field, wishes, stack);
    for (row, door) in field.doors.iter().enumerate().filter(|(row, _)| !field.allowed(*row)) {
        let why = if field.doors[row].left_out { OutWhy::LeftOut } else { OutWhy::NoLoanWanted };
        stack.out.push(Out { scheme: door.offer.scheme, why });
    }
    let mut aims = vec![Aim::Cheapest, Aim::Surest, Aim::Fastest];
    if matches!(stack.municipal, MunicipalSubsidy::NoneKnown | MunicipalSubsidy::NoneFits) {
        aims.push(Aim::FundsCrowdAndLoan);
    }
    for aim in aims {
        let Some(proposal) = propose_one(probe, &field, stack, aim) else { continue };
        match stack.proposals.iter_mut().find(|other| other.layers == proposal.layers) {
            Some(same) => same.aims.push(aim),
            None => stack.proposals.push(proposal),
        }
    }
}

fn door(probe: &mut Probe<'_>, rules: &StackRules, offer: &Offer) -> Option<Door> {
    let facts = rules.facts(offer.scheme)?;
    let scheme = probe.rulebook.schemes.get(offer.scheme.row())?;
    let Part::Layer(money, stage) = facts.part else { return None };
    let lead = facts.lead_weeks.and_then(|id| figure_on(probe.rulebook, id, probe.as_on()));
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
    let (met_tests, open_tests) = probe.tests_at(offer.scheme, cents(offer.most));
    Some(Door {
        offer: *offer,
        met_tests,
        open_tests,
        own_circle: facts.own_circle,

        money,
        stage,
        kind: kind_of(probe.rulebook, offer, facts.part),
        aid,
        lead_weeks: lead,
        claim: scheme.claim as i64,
        judged: i64::from(facts.judged),
        effort: i64::try_from(scheme.steps.len() + scheme.documents.len()).unwrap_or(0),
        kept: None,
        left_out: false,
    })
}

/// Follows the wishes in their order; what cannot be followed is reported and changes nothing.
fn follow(probe: &mut Probe<'_>, field: &mut Field<'_>, wishes: &[Wish], stack: &mut Stack) {
    for &wish in wishes {
        if let Err(why) = follow_one(probe, field, wish, stack) {
            stack.refused.push(Refused { wish, why });
        }
    }
}

fn follow_one(
    probe: &mut Probe<'_>,
    field: &mut Field<'_>,
    wish: Wish,
    stack: &Stack,
) -> Result<(), RefusedWhy> {
    let found = field.doors.iter().position(|door| door.offer.scheme == wish.scheme());
    let row = match (found, wish) {
        (Some(row), _) => row,
        (None, Wish::Leave(_)) => return Ok(()),
        (None, Wish::Keep(id) | Wish::Resize(id, _)) => return Err(no_door(stack, id)),
    };
    let before = (field.doors[row].kept, field.doors[row].left_out);
    let (kept, left_out) = match wish {
        Wish::Leave(_) => (None, true),
        Wish::Keep(_) => (Some(None), false),
        Wish::Resize(id, amount) => (Some(Some(resized(probe, field, row, id, amount)?)), false),
    };
    field.doors[row].kept = kept;
    field.doors[row].left_out = left_out;
    if kept.is_some() && !field.wants_loan && field.doors[row].is_debt() {
        (field.doors[row].kept, field.doors[row].left_out) = before;
        return Err(RefusedWhy::NoLoanWanted);
    }
    // All that is kept must go together, also with the narrower room of the surest stack.
    let rows: Vec<usize> =
        (0..field.doors.len()).filter(|&row| field.doors[row].kept.is_some() && field.doors[row].counts()).collect();
    let choices: Vec<Choice> = rows.iter().map(|&row| field.doors[row].choice(Aim::Surest)).collect();
    let all: Vec<usize> = (0..choices.len()).collect();
    if check(&choices, &field.limits(&rows, Aim::Cheapest), &all) {
        return Ok(());
    }
    (field.doors[row].kept, field.doors[row].left_out) = before;
    Err(RefusedWhy::NotTogether)
}

fn no_door(stack: &Stack, id: SchemeId) -> RefusedWhy {
    match stack.out.iter().find(|out| out.scheme == id).map(|out| out.why) {
        Some(OutWhy::DoesNotFit(because)) => RefusedWhy::DoesNotFit(because),
        Some(_) | None => RefusedWhy::NoLayer,
    }
}

fn resized(
    probe: &mut Probe<'_>,
    field: &Field<'_>,
    row: usize,
    id: SchemeId,
    amount: Decimal,
) -> Result<i64, RefusedWhy> {
    let offer = field.doors[row].offer;
    let outside = RefusedWhy::Outside { least: offer.least, most: offer.most };
    let wanted = whole_cents(amount).filter(|&wanted| euro(wanted) == amount).ok_or(outside)?;
    if amount < offer.least || amount > offer.most {
        return Err(outside);
    }
    match probe.judge_at(id, wanted) {
        Some(judgement) if judgement.verdict == Verdict::DoesNotFit => {
            return Err(RefusedWhy::DoesNotFit(judgement.because));
        }
        Some(_) | None => {}
    }
    let gives = field.rules.facts(id).and_then(|facts| probe.headline_at(facts, id, wanted));
    if gives.is_some_and(|(_, most)| most < wanted) { Err(outside) } else { Ok(wanted) }
}

fn propose_one(probe: &mut Probe<'_>, field: &Field<'_>, stack: &Stack, aim: Aim) -> Option<Proposal> {
    let eligible = field.eligible(aim);
    let mut rows: Vec<usize> = eligible.iter().copied().filter(|&row| field.doors[row].counts()).collect();
    let mut choices: Vec<Choice> = rows.iter().map(|&row| field.doors[row].choice(aim)).collect();
    let mut given: Vec<(usize, i64)> = Vec::new();
    for round in 0..MOST_ROUNDS {
        let limits = field.limits(&rows, aim);
        let amounts = best(&choices, &limits).or_else(|| {
            // What is kept needs the wider room.
            best(&choices, &field.limits(&rows, Aim::Cheapest))
        })?;
        let amounts = amounts.amounts;
        given = rows.iter().copied().zip(&amounts).filter_map(|(row, cents)| Some((row, (*cents)?))).collect();
        let changed = settle(probe, field, &mut rows, &mut choices, &amounts);
        if !changed || round + 1 == MOST_ROUNDS {
            break;
        }
    }
    let counted: i64 = given.iter().map(|(_, cents)| cents).sum();
    let open = field.need - counted;
    let extra = not_counted(field, &eligible, &given, open);
    let mut layers = told_layers(field, stack);
    for &(row, cents) in &given {
        layers.push(layer(probe, field, row, Share::Counted(euro(cents)), cents, open == 0 && field.doors[row].money != Money::Gift));
    }
    for row in extra {
        let most = field.doors[row].offer.most.min(euro(field.need));
        layers.push(layer(probe, field, row, Share::NotCounted(most), cents(most), false));
    }
    layers.sort_by_key(|layer| (layer.stage, layer.scheme));
    Some(reasons::proposal(probe, field, aim, layers, &given))
}

/// Looks again at what each layer gives for exactly its amount; takes away what it does not give.
/// Tells whether the stack must be worked out again.
fn settle(
    probe: &mut Probe<'_>,
    field: &Field<'_>,
    rows: &mut Vec<usize>,
    choices: &mut Vec<Choice>,
    amounts: &[Option<i64>],
) -> bool {
    let mut changed = false;
    for at in (0..rows.len()).rev() {
        let (Some(Some(amount)), row) = (amounts.get(at), rows[at]) else { continue };
        let id = field.doors[row].offer.scheme;
        if choices[at].must {
            continue;
        }
        let fits = probe.judge_at(id, *amount).is_some_and(|now| now.verdict != Verdict::DoesNotFit);
        let gives = field.rules.facts(id).and_then(|facts| probe.headline_at(facts, id, *amount));
        let most = gives.map_or(*amount, |(_, most)| most);
        if fits && most >= *amount {
            continue;
        }
        changed = true;
        if fits && most >= choices[at].least && most > 0 {
            choices[at].most = most;
        } else {
            rows.remove(at);
            choices.remove(at);
        }
    }
    changed
}

/// What is asked without being counted: gifts first; loans and shares only while something is open.
fn not_counted(field: &Field<'_>, eligible: &[usize], given: &[(usize, i64)], open: i64) -> Vec<usize> {
    let mut rows: Vec<usize> = eligible.iter().copied().filter(|&row| !field.doors[row].counts()).collect();
    rows.sort_by_key(|&row| field.doors[row].rank());
    let mut most = MOST_NOT_COUNTED;
    let mut chosen: Vec<usize> = Vec::new();
    for row in rows {
        let door = &field.doors[row];
        let kept = door.kept.is_some();
        let useful = door.money == Money::Gift || open > 0;
        let mut others = given.iter().map(|(row, _)| *row).chain(chosen.iter().copied());
        if (!kept && (!useful || most[door.kind] == 0)) || others.any(|other| field.rivals(row, other)) {
            continue;
        }
        most[door.kind] = most[door.kind].saturating_sub(1);
        chosen.push(row);
    }
    chosen
}

fn told_layers(field: &Field<'_>, stack: &Stack) -> Vec<Layer> {
    let wages = Number::exactly(euro(field.wages));
    [(Stage::Own, stack.own), (Stage::Confirmed, stack.promised), (Stage::WageCosts, wages)]
        .into_iter()
        .filter(|(_, amount)| *amount != Number::exactly(Decimal::ZERO))
        .map(|(stage, amount)| Layer {
            stage,
            scheme: None,
            money: None,
            amount: Share::Told(amount),
            judgement: None,
            lines: Vec::new(),
            cost: Cost::Nothing,
            aid: AidUse::Nothing,
            guarantees: Vec::new(),
            why: vec![super::In::Told],
        })
        .collect()
}

fn layer(
    probe: &mut Probe<'_>,
    field: &Field<'_>,
    row: usize,
    amount: Share,
    asked: i64,
    closes: bool,
) -> Layer {
    let door = &field.doors[row];
    let id = door.offer.scheme;
    let facts = field.rules.facts(id);
    let rate = facts.and_then(|facts| facts.interest);
    let rate = rate.and_then(|id| Some((figure_on(probe.rulebook, id, probe.as_on())?, id)));
    Layer {
        stage: door.stage,
        scheme: Some(id),
        money: Some(door.money),
        amount,
        judgement: probe.judge_at(id, asked),
        lines: probe.lines_at(id, asked),
        cost: match (door.money, rate) {
            (Money::Gift, _) => Cost::Nothing,
            (_, Some((rate, figure))) => Cost::Rate(rate, figure),
            (kind, None) => Cost::ByKind(kind),
        },
        aid: match (door.aid, amount) {
            (AidUse::Counted(_), Share::Counted(amount)) if door.money == Money::Gift => AidUse::Counted(amount),
            (AidUse::Counted(_), Share::NotCounted(_)) => AidUse::NotKnown,
            (aid, _) => aid,
        },
        guarantees: if door.is_debt() { guarantees(probe, field, id, asked) } else { Vec::new() },
        why: reasons::why_in(field, door, amount, closes),
    }
}

/// The guarantees that go with a loan and may fit it.
fn guarantees(probe: &mut Probe<'_>, field: &Field<'_>, loan: SchemeId, asked: i64) -> Vec<Guarantee> {
    let beside = field.rules.facts(loan).map(|facts| facts.beside.clone()).unwrap_or_default();
    let is_guarantee = |id: &SchemeId| field.rules.part(*id) == Some(Part::Guarantee);
    let mut found = Vec::new();
    for scheme in beside.into_iter().filter(is_guarantee) {
        if let Some(judgement) = probe.judge_at(scheme, asked)
            && judgement.verdict != Verdict::DoesNotFit
        {
            found.push(Guarantee { scheme, judgement, lines: probe.lines_at(scheme, asked) });
        }
    }
    found
}

pub(super) fn cents(euro: Decimal) -> i64 {
    whole_cents(euro).unwrap_or(0)
}
