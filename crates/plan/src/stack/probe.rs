//! Asks the engine about one need, with other amounts than the one that was told.
//!
//! The whole that is needed stays the same: a scheme that gives a part is judged as if the rest comes
//! from others. So a share of the cost, a smallest and a highest amount are those of the rules.

use super::money::{StackRules, narrow};
use super::offer::Offer;
use super::result::MunicipalSubsidy;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;
use std::rc::Rc;
use steunwijzer_engine::advice::{State, Subject};
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::evaluate::Scope;
use steunwijzer_engine::judge::{Judge, Judgement};
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{
    Amounts, AnswerType, ConditionId, Kind, Level, PredicateId, QuestionId, Rulebook, Scheme, SchemeId,
};
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::world::World;

/// Asks the engine about one need, with other amounts than the one that was told.
pub(crate) struct Probe<'a> {
    pub(crate) rulebook: &'a Rulebook,
    pub(super) rules: &'a StackRules,
    pub(super) answers: Answers,
    pub(super) as_on: Date,
    pub(super) whose: Whose,
    pub(super) subject: Subject,
    pub(super) judge: Judge,
    /// What the judge looks at now: it keeps what it found of that.
    pub(super) looks_at: Option<Asked>,
    pub(super) worlds: BTreeMap<Asked, Rc<World<'a>>>,
    /// What is asked from others, in cents: the most if it is a range.
    pub(crate) ask: i64,
    /// What is asked, as told.
    pub(crate) told: Slot,
    pub(crate) own: Slot,
    pub(crate) other: Slot,
    pub(super) bounds: Slot,
    pub(super) other_bounds: Slot,
    pub(super) depends: Vec<bool>,
}

/// How the tests of a scheme stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tests {
    /// Those that hold and read what the visitor told of the plan: its purpose, themes, people. A place
    /// alone and the wish for money say nothing of it.
    pub(super) about: usize,
    /// Those that fail.
    pub(super) failing: usize,
    /// Those that are open.
    pub(super) open: usize,
    /// Whether an open one asks what the enterprise or the plan is. Nobody is sent to a door that may
    /// not be about the plan at all; what can be arranged (a start, a partner) is no such thing.
    pub(super) is_what_it_is: bool,
    /// A test that fails by a source that nobody saw: it refuses nothing, and no plan rests on it.
    pub(super) fails_unconfirmed: Option<ConditionId>,
}

/// What a world supposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Asked {
    /// What was told.
    AsTold,
    /// An amount between these from one scheme, and the rest from others.
    Between(i64, i64),
    /// The highest amount that can be told, with any other money.
    Highest,
}

impl<'a> Probe<'a> {
    pub(crate) fn new(
        rulebook: &'a Rulebook,
        rules: &'a StackRules,
        answers: &Answers,
        as_on: Date,
        need: u16,
    ) -> Option<Probe<'a>> {
        answers.record(Whose::Record(rules.needs, need))?;
        let whose = Whose::Record(rules.needs, need);
        let world = World::new(rulebook, answers, as_on);
        let told = world.slot(rules.amount, whose);
        let depends = |id: &PredicateId| {
            [rules.amount, rules.other]
                .iter()
                .any(|q| rulebook.index.predicates_of.get(q.row()).is_some_and(|all| all.contains(id)))
        };
        Some(Probe {
            ask: told.high,
            told,
            own: world.slot(rules.own, whose),
            other: world.slot(rules.other, whose),
            bounds: bounds(rulebook, rules.amount),
            other_bounds: bounds(rulebook, rules.other),
            depends: (0..rulebook.predicates.len()).map(|row| depends(&PredicateId(narrow(row)))).collect(),
            judge: Judge::new(rulebook),
            looks_at: None,
            worlds: BTreeMap::from([(Asked::AsTold, Rc::new(world))]),
            answers: answers.clone(),
            subject: Subject::Record(rules.needs, need),
            rulebook,
            rules,
            as_on,
            whose,
        })
    }

    /// Whether nothing was told of the amount.
    pub(crate) fn is_untold(&self) -> bool {
        self.told == self.bounds
    }

    /// The day from which the need starts at the earliest, if that was told.
    pub(crate) fn start(&self) -> Option<Date> {
        match self
            .answers
            .record(self.whose)?
            .get(self.rulebook.questions.get(self.rules.start.row())?.slot)?
        {
            Answer::Known(slot) => Some(Date::from_day_number(slot.low)),
            Answer::NotKnown => None,
        }
    }

    /// The term of a loan, in months.
    pub(crate) fn repay_months(&mut self) -> Slot {
        self.world(Asked::AsTold).slot(self.rules.repay_months, self.whose)
    }

    /// The term of a loan, if anything was told of it.
    pub(crate) fn repay_months_told(&mut self) -> Option<Slot> {
        let anything = bounds(self.rulebook, self.rules.repay_months);
        Some(self.repay_months()).filter(|months| *months != anything)
    }

    /// Own and promised money; unknown if nothing was told of it.
    pub(crate) fn told_money(&self) -> (Number, Number) {
        let told = |slot: Slot, question| {
            let anything = slot == bounds(self.rulebook, question);
            if anything { Number::Unknown } else { Number::Between(euro(slot.low), euro(slot.high)) }
        };
        (told(self.own, self.rules.own), told(self.other, self.rules.other))
    }

    /// How the tests of a scheme that is asked this much stand.
    pub(crate) fn tests_at(&mut self, id: SchemeId, cents: i64) -> Tests {
        let _judgement = self.judge_at(id, cents);
        let world = self.world(Asked::Between(cents, cents));
        let rulebook = self.rulebook;
        let Some(scheme) = rulebook.schemes.get(id.row()) else { return Tests::default() };
        let (from, to) = scheme.conditions;
        let conditions = rulebook.conditions.get(from as usize..to as usize).unwrap_or(&[]);
        let mut tests = Tests::default();
        let mut routes = 0;
        for ((condition, state), row) in conditions.iter().zip(self.judge.states(scheme)).zip(from..) {
            let mut read = condition.questions.iter();
            let is_route = routes > 0;
            routes = if is_route { routes - 1 } else { condition.routes };
            match state {
                State::Met if condition.minor => {}
                State::Met => tests.about += usize::from(read.any(|&id| self.is_told_about_plan(id))),
                State::Open => {
                    tests.open += 1;
                    tests.is_what_it_is |= read.any(|&id| self.is_open_for_good(&world, id));
                }
                State::OpenByUs => tests.open += 1,
                State::NotMet => {
                    tests.failing += 1;
                    if condition.background && !is_route {
                        tests.fails_unconfirmed = u16::try_from(row).ok().map(ConditionId);
                    }
                }
                State::Judged | State::ToDo | State::Remark | State::NotNeeded => {}
            }
        }
        tests
    }

    /// Whether the visitor told this, and it is about what the plan is.
    fn is_told_about_plan(&self, id: QuestionId) -> bool {
        let question = self.rulebook.questions.get(id.row()).filter(|_| self.rules.about.contains(&id));
        let told = question.and_then(|question| self.answers.get(question, self.whose));
        matches!(told, Some(Answer::Known(_)))
    }

    /// Whether a question is open that nobody can arrange: what the enterprise or the plan is.
    fn is_open_for_good(&self, world: &World<'_>, id: QuestionId) -> bool {
        let Some(question) = self.rulebook.questions.get(id.row()) else { return false };
        let whose = if question.list.is_some() { self.whose } else { Whose::Organisation };
        !question.changeable
            && !self.rules.money.contains(&id)
            && !world.slot(id, whose).is_single(question.slot_kind())
    }

    pub(crate) fn as_on(&self) -> Date {
        self.as_on
    }

    /// Whether a subsidy of the municipality of the plan may fit.
    pub(crate) fn municipal(&mut self, candidates: &[SchemeId], offers: &[Offer]) -> MunicipalSubsidy {
        let (mut found, mut unsure) = (MunicipalSubsidy::NoneKnown, false);
        for &id in candidates {
            let Some(scheme) = self.rulebook.schemes.get(id.row()) else { continue };
            if scheme.level != Level::Municipal || scheme.kind != Kind::Subsidy {
                continue;
            }
            let _judgement = self.judge_in(Asked::AsTold, &[id]);
            let (from, to) = scheme.conditions;
            let conditions = self.rulebook.conditions.get(from as usize..to as usize).unwrap_or(&[]);
            let places = conditions.iter().zip(self.judge.states(scheme));
            let mut places = places.filter(|(condition, _)| condition.place_only).map(|(_, state)| *state);
            let here = places.try_fold(State::Met, |here, state| match state {
                State::NotMet => None,
                State::Met => Some(here),
                State::Open
                | State::OpenByUs
                | State::Judged
                | State::ToDo
                | State::Remark
                | State::NotNeeded => Some(State::Open),
            });
            match here {
                Some(State::Met) if offers.iter().any(|offer| offer.scheme == id) => {
                    return MunicipalSubsidy::Possible;
                }
                Some(State::Met) => found = MunicipalSubsidy::NoneFits,
                Some(_) => unsure = true,
                None => {}
            }
        }
        if unsure { MunicipalSubsidy::PlaceOpen } else { found }
    }

    pub(super) fn world(&mut self, asked: Asked) -> Rc<World<'a>> {
        if let Some(world) = self.worlds.get(&asked) {
            return Rc::clone(world);
        }
        let world = Rc::new(self.supposing(&self.slots(asked)));
        self.worlds.insert(asked, Rc::clone(&world));
        world
    }

    pub(super) fn slots(&self, asked: Asked) -> Vec<(QuestionId, Slot)> {
        let rules = self.rules;
        match asked {
            Asked::AsTold => Vec::new(),
            Asked::Between(from, to) => {
                let bounds = self.other_bounds;
                let other = Slot::between(
                    (self.other.low + self.ask - to).clamp(bounds.low, bounds.high),
                    (self.other.high + self.ask - from).clamp(bounds.low, bounds.high),
                );
                vec![(rules.amount, Slot::between(from, to)), (rules.other, other)]
            }
            Asked::Highest => vec![
                (rules.amount, Slot::exactly(self.bounds.high)),
                (rules.own, bounds(self.rulebook, rules.own)),
                (rules.other, self.other_bounds),
            ],
        }
    }

    fn supposing(&self, slots: &[(QuestionId, Slot)]) -> World<'a> {
        let mut answers = self.answers.clone();
        for &(question, slot) in slots {
            // Inside the bounds and about a record that exists; if not, the answer stays as told.
            let _inside = answers.set(self.rulebook, question, self.whose, Some(Answer::Known(slot)));
        }
        World::new(self.rulebook, &answers, self.as_on)
    }

    pub(super) fn judge_in(&mut self, asked: Asked, schemes: &[SchemeId]) -> Vec<Judgement> {
        let world = self.world(asked);
        if self.looks_at != Some(asked) {
            self.judge.next_subject();
            self.looks_at = Some(asked);
        }
        let slots = world.slots(self.whose);
        let rows = schemes.iter().filter_map(|id| self.rulebook.schemes.get(id.row()));
        rows.map(|scheme| self.judge.judge(&world, scheme, self.subject, slots)).collect()
    }

    /// The judgement of a scheme as the need was told.
    pub(super) fn judge_as_told(&mut self, scheme: SchemeId) -> Option<Judgement> {
        self.judge_in(Asked::AsTold, &[scheme]).pop()
    }

    /// The judgement of a scheme that is asked this much, in cents.
    pub(crate) fn judge_at(&mut self, scheme: SchemeId, cents: i64) -> Option<Judgement> {
        self.judge_in(Asked::Between(cents, cents), &[scheme]).pop()
    }

    /// The amount lines of a scheme that is asked this much: each rounded as shown, later lines use
    /// the rounded ones.
    pub(crate) fn lines_at(&mut self, scheme: SchemeId, cents: i64) -> Vec<Number> {
        let rulebook = self.rulebook;
        let Some(Scheme { amounts: Amounts::Lines(lines), .. }) = rulebook.schemes.get(scheme.row()) else {
            return Vec::new();
        };
        let world = self.world(Asked::Between(cents, cents));
        let mut values: Vec<Number> = Vec::with_capacity(lines.len());
        for line in lines {
            let scope = Scope::new(&world, world.slots(self.whose)).with_lines(&values);
            let (rounding, places) = line.rounding;
            let value = scope.value(line.value).as_number().rounded(rounding, places);
            values.push(value);
        }
        values
    }
}

pub(super) fn bounds(rulebook: &Rulebook, question: QuestionId) -> Slot {
    match rulebook.questions.get(question.row()).map(|question| &question.answer) {
        Some(AnswerType::Number { min, max, .. }) => Slot::between(*min, *max),
        Some(_) | None => Slot::exactly(0),
    }
}

pub(crate) fn euro(cents: i64) -> Decimal {
    Decimal::new(cents, 2)
}

/// Whole cents, what is less than a cent left out.
pub(crate) fn whole_cents(euro: Decimal) -> Option<i64> {
    euro.checked_mul(Decimal::ONE_HUNDRED)?.floor().to_i64()
}
