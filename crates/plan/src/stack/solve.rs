//! The best combination of layers, exactly.
//!
//! Which layers stand in a stack is a choice of a handful; how much each gives, once chosen, is a
//! problem that a greedy fill solves exactly, since the limits are nested: everything together stays
//! within the need, loans within what can be repaid, grants within the room for aid. So branch and
//! bound over the choices with that fill as bound gives the optimum, in whole cents.
//!
//! Why no solver crate: those that run in wasm (`microlp`, alone or behind `good_lp`; `clarabel`)
//! reckon in floating point with a tolerance, so that a minimum or a maximum would hold *about*; the
//! objective here is an order of criteria, not one sum; and the whole search fits on two screens.

/// How many criteria an objective has, after the open gap.
pub(crate) const CRITERIA: usize = 6;

/// Kinds of layers that have a limit on how many stand in one stack.
pub(crate) const KINDS: usize = 8;

/// What decides between stacks: the gap first, then each criterion before the next. Lower is better.
pub(crate) type Score = [i64; CRITERIA + 1];

/// How a layer uses the room for aid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AidWeight {
    /// Not at all.
    Nothing,
    /// Every cent counts. Only for layers that are no debt: then the limits are nested.
    EveryCent,
    /// This much, whatever the amount: the highest gross grant equivalent.
    Once(i64),
}

/// A layer that can stand in a stack.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    /// The least it gives, in cents; at least one cent.
    pub(crate) least: i64,
    /// The most it gives.
    pub(crate) most: i64,
    /// What a cent of it adds to each criterion; not negative.
    pub(crate) per_cent: [i64; CRITERIA],
    /// What its presence adds to each criterion; not negative.
    pub(crate) once: [i64; CRITERIA],
    /// Whether it must be repaid.
    pub(crate) debt: bool,
    /// How it uses the room for aid.
    pub(crate) aid: AidWeight,
    /// Its kind: a row of [`Limits::most_of_kind`].
    pub(crate) kind: usize,
    /// Whether it must be in.
    pub(crate) must: bool,
}

/// What no stack exceeds.
#[derive(Clone, Debug)]
pub(crate) struct Limits {
    /// What is asked, in cents.
    pub(crate) need: i64,
    /// What can be borrowed, if that is known.
    pub(crate) debt: Option<i64>,
    /// The room for aid, if that is known.
    pub(crate) aid: Option<i64>,
    /// Pairs of which at most one is in, lower row first.
    pub(crate) rivals: Vec<(usize, usize)>,
    /// How many layers of each kind.
    pub(crate) most_of_kind: [usize; KINDS],
    /// How many layers altogether.
    pub(crate) most_layers: usize,
}

/// A stack: what each choice gives, in cents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Solution {
    /// By choice; none: it is not in.
    pub(crate) amounts: Vec<Option<i64>>,
    /// How it scores.
    pub(crate) score: Score,
}

/// The best stack; `None` if what must be in does not go together.
pub(crate) fn best(choices: &[Choice], limits: &Limits) -> Option<Solution> {
    let mut order: Vec<usize> = useful(choices, limits);
    // Preferred layers first, so that a good stack is found early.
    order.sort_by_key(|&row| (!choices[row].must, choices[row].per_cent, choices[row].once, row));
    let mut fill: Vec<usize> = order.clone();
    fill.sort_by_key(|&row| (choices[row].per_cent, row));
    let mut search =
        Search { choices, limits, order, fill, states: vec![State::Out; choices.len()], best: None };
    for &row in &search.order {
        search.states[row] = State::Undecided;
    }
    search.branch(0);
    search.best
}

/// What a set of choices gives: the fill and its score, or nothing if the least of them is too much.
pub(crate) fn check(choices: &[Choice], limits: &Limits, rows: &[usize]) -> bool {
    let together = |rows: &[usize]| {
        rows.len() <= limits.most_layers
            && (0..KINDS).all(|kind| {
                rows.iter().filter(|&&row| choices[row].kind == kind).count() <= limits.most_of_kind[kind]
            })
            && !limits.rivals.iter().any(|(a, b)| rows.contains(a) && rows.contains(b))
    };
    together(rows) && Budget::after(choices, limits, rows.iter().copied()).is_some()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    In,
    Out,
    Undecided,
}

struct Search<'a> {
    choices: &'a [Choice],
    limits: &'a Limits,
    /// Rows in the order of deciding.
    order: Vec<usize>,
    /// Rows in the order of filling.
    fill: Vec<usize>,
    states: Vec<State>,
    best: Option<Solution>,
}

impl Search<'_> {
    fn branch(&mut self, depth: usize) {
        let Some(relaxed) = self.fill(true) else { return };
        if self.best.as_ref().is_some_and(|best| relaxed.score >= best.score) {
            return;
        }
        let Some(&row) = self.order.get(depth) else {
            self.best = self.fill(false);
            return;
        };
        if self.may_join(row) {
            self.states[row] = State::In;
            self.branch(depth + 1);
        }
        if !self.choices[row].must {
            self.states[row] = State::Out;
            self.branch(depth + 1);
        }
        self.states[row] = State::Undecided;
    }

    fn may_join(&self, row: usize) -> bool {
        let is_in = |other: usize| self.states[other] == State::In;
        let kind = self.choices[row].kind;
        let (mut layers, mut alike) = (0, 0);
        for &other in self.order.iter().filter(|&&other| is_in(other)) {
            layers += 1;
            alike += usize::from(self.choices[other].kind == kind);
        }
        let rival = |&(a, b): &(usize, usize)| (a == row && is_in(b)) || (b == row && is_in(a));
        layers < self.limits.most_layers
            && alike < self.limits.most_of_kind[kind]
            && !self.limits.rivals.iter().any(rival)
    }

    /// Fills what is in; with `relaxed` also what is undecided, as if it had no minimum and no fixed
    /// weight: then the score is a bound.
    fn fill(&self, relaxed: bool) -> Option<Solution> {
        let is_in = |row: &usize| self.states[*row] == State::In;
        let rows = self.order.iter().copied().filter(is_in);
        let mut budget = Budget::after(self.choices, self.limits, rows.clone())?;
        let mut amounts: Vec<Option<i64>> = vec![None; self.choices.len()];
        let mut score: Score = [0; CRITERIA + 1];
        for row in rows {
            amounts[row] = Some(self.choices[row].least);
            add(&mut score, &self.choices[row].once, 1);
        }
        for &row in &self.fill {
            let choice = &self.choices[row];
            let state = self.states[row];
            if state == State::In || (relaxed && state == State::Undecided) {
                let from = amounts[row].unwrap_or(0);
                let more = budget.take(choice, choice.most - from);
                add(&mut score, &choice.per_cent, from + more);
                amounts[row] = Some(from + more);
            }
        }
        score[0] = budget.need;
        Some(Solution { amounts, score })
    }
}

/// What is left of each limit.
struct Budget {
    need: i64,
    debt: i64,
    aid: i64,
}

impl Budget {
    /// What is left when these have their least; `None` if that is too much.
    fn after(choices: &[Choice], limits: &Limits, rows: impl Iterator<Item = usize>) -> Option<Budget> {
        let mut left = Budget {
            need: limits.need,
            debt: limits.debt.unwrap_or(i64::MAX),
            aid: limits.aid.unwrap_or(i64::MAX),
        };
        for choice in rows.filter_map(|row| choices.get(row)) {
            left.need = left.need.checked_sub(choice.least)?;
            if choice.debt {
                left.debt = left.debt.checked_sub(choice.least)?;
            }
            left.aid = left.aid.checked_sub(match choice.aid {
                AidWeight::Nothing => 0,
                AidWeight::EveryCent => choice.least,
                AidWeight::Once(aid) => aid,
            })?;
        }
        (left.need >= 0 && left.debt >= 0 && left.aid >= 0).then_some(left)
    }

    fn take(&mut self, choice: &Choice, wanted: i64) -> i64 {
        let mut take = wanted.min(self.need);
        if choice.debt {
            take = take.min(self.debt);
        }
        if choice.aid == AidWeight::EveryCent {
            take = take.min(self.aid);
        }
        let take = take.max(0);
        self.need -= take;
        if choice.debt {
            self.debt -= take;
        }
        if choice.aid == AidWeight::EveryCent {
            self.aid -= take;
        }
        take
    }
}

fn add(score: &mut Score, weights: &[i64; CRITERIA], times: i64) {
    for (sum, weight) in score.iter_mut().skip(1).zip(weights) {
        *sum = sum.saturating_add(weight.saturating_mul(times));
    }
}

/// The rows that can stand in a best stack. A choice is left out when as many others of its kind as
/// may stand in a stack are each at least as good in every respect: one of them is then free to take
/// its place.
fn useful(choices: &[Choice], limits: &Limits) -> Vec<usize> {
    let alone = |row: &usize| choices[*row].must || check(choices, limits, &[*row]);
    let rows: Vec<usize> = (0..choices.len()).filter(alone).collect();
    let dominated = |&row: &usize| {
        let better = rows.iter().filter(|&&other| dominates(choices, limits, other, row)).count();
        !choices[row].must && better >= limits.most_of_kind[choices[row].kind]
    };
    rows.iter().copied().filter(|row| !dominated(row)).collect()
}

fn dominates(choices: &[Choice], limits: &Limits, better: usize, row: usize) -> bool {
    let (a, b) = (&choices[better], &choices[row]);
    let aid = match (a.aid, b.aid) {
        (AidWeight::Nothing, _) => true,
        (AidWeight::EveryCent, other) => other == AidWeight::EveryCent,
        (AidWeight::Once(a), AidWeight::Once(b)) => a <= b,
        (AidWeight::Once(_), AidWeight::Nothing | AidWeight::EveryCent) => false,
    };
    let no_worse = |a: &[i64; CRITERIA], b: &[i64; CRITERIA]| a.iter().zip(b).all(|(a, b)| a <= b);
    let has_rival = |other: usize, of: usize| limits.rivals.contains(&(other.min(of), other.max(of)));
    better != row
        && a.kind == b.kind
        && a.least <= b.least
        && a.most >= b.most.min(limits.need)
        && (!a.debt || b.debt)
        && aid
        && no_worse(&a.per_cent, &b.per_cent)
        && no_worse(&a.once, &b.once)
        && (0..choices.len()).all(|other| !has_rival(other, better) || other == row || has_rival(other, row))
        // Of two that are the same in everything, the first.
        && (better < row || !same(a, b))
}

/// Of two that are each at least as good as the other: their maxima differ above the need at most.
fn same(a: &Choice, b: &Choice) -> bool {
    (a.least, a.debt, a.aid, a.per_cent, a.once) == (b.least, b.debt, b.aid, b.per_cent, b.once)
}

#[cfg(test)]
mod tests;
