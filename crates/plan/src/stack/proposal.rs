//! Proposals: the best stack for each aim, with its layers.

use super::door::{Door, Field, cents, door};
use super::money::{Money, Part, StackRules, Stage, figure_on};
use super::probe::{Probe, euro, whole_cents};
use super::reasons;
use super::result::{
    AidUse, Aim, Cost, Guarantee, In, Layer, MunicipalSubsidy, Out, OutWhy, Proposal, Share, Stack,
};
use super::solve::{Choice, KINDS, best};
use super::wishes::follow;
use super::{Means, Wish, debt_limit};
use rust_decimal::Decimal;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::SchemeId;

/// How many layers of each kind are asked without being counted. Our own choice: two grants and two
/// funds beside those that count, because most say no; of the rest one, since a second campaign, lender
/// or investor of whom nothing is certain adds work and no certainty.
const MOST_NOT_COUNTED: [usize; KINDS] = [2, 2, 1, 1, 1, 1, 1, 1];
/// How often a stack is worked out again because a layer gives less than it was asked.
const MOST_ROUNDS: usize = 8;

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
    stack.lead_times_known = field.has_lead_times();
    if matches!(stack.municipal, MunicipalSubsidy::NoneKnown | MunicipalSubsidy::NoneFits) {
        aims.push(Aim::FundsCrowdAndLoan);
    }
    for aim in aims {
        let Some(proposal) = propose_one(probe, &field, stack, aim) else { continue };
        // Nothing is fast of which no source tells how long it takes.
        if aim == Aim::Fastest && !proposal.rests_on_a_lead_time() {
            stack.lead_times_known = false;
            continue;
        }
        match stack.proposals.iter_mut().find(|other| other.layers == proposal.layers) {
            Some(same) => same.aims.push(aim),
            None => stack.proposals.push(proposal),
        }
    }
}

fn propose_one(probe: &mut Probe<'_>, field: &Field<'_>, stack: &Stack, aim: Aim) -> Option<Proposal> {
    let eligible = field.eligible(aim);
    let counts = |row: &usize| field.doors[*row].counts() && !field.doors[*row].is_too_small(field.need);
    let mut rows: Vec<usize> = eligible.iter().copied().filter(counts).collect();
    let mut choices: Vec<Choice> = rows.iter().map(|&row| field.doors[row].choice(aim, field.need)).collect();
    let mut given: Vec<(usize, i64)> = Vec::new();
    for round in 0..MOST_ROUNDS {
        let limits = field.limits(&rows, aim);
        let amounts = best(&choices, &limits).or_else(|| {
            // What is kept needs the wider room.
            best(&choices, &field.limits(&rows, Aim::Cheapest))
        })?;
        let amounts = amounts.amounts;
        given =
            rows.iter().copied().zip(&amounts).filter_map(|(row, cents)| Some((row, (*cents)?))).collect();
        let changed = settle(probe, field, &mut rows, &mut choices, &amounts);
        if !changed || round + 1 == MOST_ROUNDS {
            break;
        }
    }
    let counted: i64 = given.iter().map(|(_, cents)| cents).sum();
    let open = field.need - counted;
    let extra = not_counted(field, &eligible, &given, open);
    let mut layers = told_layers(field, stack);
    let repaid = given.iter().filter(|(row, _)| field.doors[*row].money != Money::Gift);
    let last = repaid.map(|(row, _)| *row).max_by_key(|&row| place(&field.doors[row]));
    for &(row, cents) in &given {
        let closes = open == 0 && last == Some(row);
        layers.push(layer(probe, field, row, Share::Counted(euro(cents)), cents, closes));
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
    let asked = |row: &usize| !field.doors[*row].counts() && field.doors[*row].is_worth_asking();
    let mut rows: Vec<usize> = eligible.iter().copied().filter(asked).collect();
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

/// Where a layer stands among those of the stack.
fn place(door: &Door) -> (Stage, SchemeId) {
    (door.stage, door.offer.scheme)
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
            why: vec![In::Told],
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
            (AidUse::Counted(_), Share::Counted(amount)) if door.money == Money::Gift => {
                AidUse::Counted(amount)
            }
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
