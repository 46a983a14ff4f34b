//! Evaluates expressions over sets of possible values (abstract interpretation): sound, total,
//! without allocation.

use crate::advice::FigureUsed;
use crate::date::{Date, Months};
use crate::expression::{Comparison, Input, Node, NodeId, Of};
use crate::figure::FigureReader;
use crate::number::Number;
use crate::rulebook::{AnswerType, ListId, ParameterId, PlaceSetId, Predicate, PredicateId, QuestionId};
use crate::slot::Slot;
use crate::truth::Truth;
use crate::value::{Value, truth_of};
use crate::world::{Records, World};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// How many values of a predicate fit in one number.
pub(crate) const MOST_SAID: usize = 40;

/// Everything an expression can see.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'w> {
    world: &'w World<'w>,
    subject: &'w [Slot],
    lines: &'w [Number],
    around: Option<&'w Frame<'w>>,
}

/// A loop around an expression.
#[derive(Clone, Copy, Debug)]
struct Frame<'w> {
    depth: u8,
    record: &'w [Slot],
    around: Option<&'w Frame<'w>>,
}

impl<'w> Scope<'w> {
    /// The organisation and one subject.
    pub fn new(world: &'w World<'w>, subject: &'w [Slot]) -> Scope<'w> {
        Scope { world, subject, lines: &[], around: None }
    }

    /// The same, with the earlier lines of an amount.
    pub fn with_lines(self, lines: &'w [Number]) -> Scope<'w> {
        Scope { lines, ..self }
    }

    /// The possible values of an expression.
    pub fn value(&self, id: NodeId) -> Value {
        let Some(node) = self.world.rulebook.nodes.get(id.row()) else {
            return Value::Truth(Truth::Open);
        };
        match *node {
            Node::Truth(yes) => Value::Truth(yes.into()),
            Node::Number(number) => Value::number(number),
            Node::Day(day) => Value::Days(day, day),
            Node::AsOn => Value::Days(self.world.as_on, self.world.as_on),
            Node::Input(input) => self.input(input),
            Node::Parameter { parameter, on, key } => Value::Number(self.parameter(parameter, on, key).value),
            Node::Line(row) => {
                Value::Number(self.lines.get(usize::from(row)).copied().unwrap_or(Number::Unknown))
            }
            Node::Not(a) => Value::Truth(!self.truth(a)),
            Node::And(a, b) => Value::Truth(self.truth(a) & self.truth(b)),
            Node::Or(a, b) => Value::Truth(self.truth(a) | self.truth(b)),
            Node::Compare(how, a, b) => Value::Truth(compare(how, self.value(a), self.value(b))),
            Node::OneOf(a, bits) => Value::Truth(one_of(self.bits(a), bits)),
            Node::Has(a, option) => Value::Truth(has(self.bits(a), option)),
            Node::SameOption(a, b) => Value::Truth(same_option(self.value(a), self.value(b))),
            Node::PlaceIn(a, set) => Value::Truth(place_in(self.world, self.bits(a), set)),
            Node::Add(a, b) => Value::Number(self.number(a).plus(self.number(b))),
            Node::Subtract(a, b) => Value::Number(self.number(a).minus(self.number(b))),
            Node::Multiply(a, b) => Value::Number(self.number(a).times(self.number(b))),
            Node::Divide(a, b) => Value::Number(self.number(a).over(self.number(b))),
            Node::Modulo(a, b) => Value::Number(self.number(a).modulo(self.number(b))),
            Node::Min(a, b) => Value::Number(self.number(a).least(self.number(b))),
            Node::Max(a, b) => Value::Number(self.number(a).greatest(self.number(b))),
            Node::Abs(a) => Value::Number(self.number(a).size()),
            Node::Round(rounding, a, places) => Value::Number(self.number(a).rounded(rounding, places)),
            Node::If(condition, then, otherwise) => match self.truth(condition) {
                Truth::Yes => self.value(then),
                Truth::No => self.value(otherwise),
                Truth::Open => self.value(then).hull(self.value(otherwise)),
            },
            Node::DaysBetween(a, b) => {
                Value::Number(self.distance(a, b, |from, to| to.day_number() - from.day_number()))
            }
            Node::MonthsBetween(a, b) => {
                Value::Number(self.distance(a, b, |from, to| i64::from(from.months_until(to).0)))
            }
            Node::PlusMonths(day, months) => self.shifted(day, months, |day, months| {
                day.plus_months(Months(months.to_i32().unwrap_or(i32::MAX)))
            }),
            Node::PlusDays(day, days) => {
                self.shifted(day, days, |day, days| day.plus_days(days.to_i64().unwrap_or(i64::MAX)))
            }
            Node::Some(list, depth, body) => Value::Truth(self.some(list, depth, body, false)),
            Node::Every(list, depth, body) => Value::Truth(!self.some(list, depth, body, true)),
            Node::Sum(list, depth, body) => Value::Number(self.sum(list, depth, body)),
            Node::Count(list) => Value::Number(self.count(list)),
        }
    }

    fn truth(&self, id: NodeId) -> Truth {
        self.value(id).truth()
    }

    fn number(&self, id: NodeId) -> Number {
        self.value(id).as_number()
    }

    fn input(&self, input: Input) -> Value {
        let Some(question) = self.world.rulebook.questions.get(input.question.row()) else {
            return Value::Truth(Truth::Open);
        };
        let slot = self.slot(input);
        match &question.answer {
            AnswerType::YesNo => Value::Truth(truth_of(slot)),
            AnswerType::Choice(_) => Value::Options(slot),
            AnswerType::Choices(_) => Value::Choices(slot),
            AnswerType::Number { scale, .. } => {
                let scale = u32::from(*scale);
                Value::Number(Number::Between(Decimal::new(slot.low, scale), Decimal::new(slot.high, scale)))
            }
            AnswerType::Date { .. } => {
                Value::Days(Date::from_day_number(slot.low), Date::from_day_number(slot.high))
            }
            AnswerType::Place => Value::Places(slot),
        }
    }

    /// What is known of an answer.
    pub(crate) fn slot(&self, input: Input) -> Slot {
        let slots = match input.of {
            Of::Organisation => self.world.organisation(),
            Of::Subject => self.subject,
            Of::Loop(depth) => self.frame(depth),
        };
        let known = slots.get(usize::from(input.slot)).copied();
        known.unwrap_or_else(|| self.world.anything(input.question))
    }

    /// A node of the rulebook.
    pub(crate) fn node(&self, id: NodeId) -> Option<Node> {
        self.world.rulebook.nodes.get(id.row()).cloned()
    }

    /// Whether one value is left for a question.
    pub(crate) fn is_settled(&self, id: QuestionId) -> bool {
        let Some(question) = self.world.rulebook.questions.get(id.row()) else {
            return true;
        };
        let of = if question.list.is_none() { Of::Organisation } else { Of::Subject };
        let slot = self.slot(Input { question: id, slot: question.slot, of });
        slot.is_single(question.slot_kind())
    }

    /// Whether a predicate holds.
    pub(crate) fn predicate(&self, predicate: Predicate) -> Truth {
        match predicate {
            Predicate::Within(input, low, high) => within(self.slot(input), low, high),
            Predicate::OneOf(input, bits) => one_of(self.slot(input), bits),
            Predicate::Has(input, option) => has(self.slot(input), option),
            Predicate::PlaceIn(input, set) => place_in(self.world, self.slot(input), set),
            Predicate::Expression(node) => self.truth(node),
        }
    }

    /// What predicates say, as a number: equal exactly if each says the same. At most
    /// [`MOST_SAID`] of them fit in it.
    pub(crate) fn predicates(&self, ids: &[PredicateId]) -> u64 {
        let predicates = ids.iter().filter_map(|id| self.world.rulebook.predicates.get(id.row()));
        predicates.fold(0, |said, predicate| said * 3 + self.predicate(*predicate) as u64)
    }

    fn frame(&self, depth: u8) -> &'w [Slot] {
        let mut frame = self.around;
        while let Some(Frame { depth: at, record, around }) = frame {
            if *at == depth {
                return record;
            }
            frame = *around;
        }
        &[]
    }

    fn bits(&self, id: NodeId) -> Slot {
        match self.value(id) {
            Value::Options(slot) | Value::Choices(slot) | Value::Places(slot) => slot,
            Value::Truth(_) | Value::Number(_) | Value::Days(..) => Slot { low: 0, high: -1 },
        }
    }

    fn distance(&self, a: NodeId, b: NodeId, between: impl Fn(Date, Date) -> i64) -> Number {
        let ((from, from_last), (to, to_last)) = (self.value(a).days(), self.value(b).days());
        Number::Between(between(from_last, to).into(), between(from, to_last).into())
    }

    fn shifted(&self, day: NodeId, by: NodeId, shift: impl Fn(Date, Decimal) -> Date) -> Value {
        let (first, last) = self.value(day).days();
        match self.value(by).as_number() {
            Number::Between(low, high) => Value::Days(shift(first, low.floor()), shift(last, high.floor())),
            Number::Unknown => Value::Days(Date::MIN, Date::MAX),
        }
    }

    /// Whether some record satisfies the body, or (with `not`) fails it.
    fn some(&self, list: ListId, depth: u8, body: NodeId, not: bool) -> Truth {
        let of = |record: &[Slot]| {
            let truth = self.inside(depth, record, body).truth();
            if not { !truth } else { truth }
        };
        match self.world.records(list) {
            // There may be no record at all, so it is never certain.
            Records::NotTold(record) => of(record) & Truth::Open,
            Records::Told(records) => records.iter().fold(Truth::No, |found, record| found | of(record)),
        }
    }

    fn sum(&self, list: ListId, depth: u8, body: NodeId) -> Number {
        let zero = Number::exactly(Decimal::ZERO);
        match self.world.records(list) {
            Records::NotTold(record) => {
                let all =
                    self.inside(depth, record, body).as_number().times(Number::exactly(self.most(list)));
                all.hull(zero)
            }
            Records::Told(records) => records
                .iter()
                .fold(zero, |sum, record| sum.plus(self.inside(depth, record, body).as_number())),
        }
    }

    fn count(&self, list: ListId) -> Number {
        match self.world.records(list) {
            Records::NotTold(_) => Number::Between(Decimal::ZERO, self.most(list)),
            Records::Told(records) => Number::exactly(records.len().into()),
        }
    }

    fn inside(&self, depth: u8, record: &[Slot], body: NodeId) -> Value {
        let frame = Frame { depth, record, around: self.around };
        Scope { around: Some(&frame), ..*self }.value(body)
    }

    fn most(&self, list: ListId) -> Decimal {
        self.world.rulebook.lists.get(list.row()).map_or(Decimal::ZERO, |list| list.max.into())
    }

    /// A parameter on a day, by key: the hull over all days and keys that are possible.
    pub(crate) fn parameter(&self, id: ParameterId, on: Option<NodeId>, key: Option<NodeId>) -> FigureUsed {
        let days = on.map_or((self.world.as_on, self.world.as_on), |on| self.value(on).days());
        let keys = match key.map(|key| self.value(key).as_number()) {
            None => (0, 0),
            Some(Number::Between(low, high)) => {
                (low.floor().to_i32().unwrap_or(i32::MIN), high.floor().to_i32().unwrap_or(i32::MAX))
            }
            Some(Number::Unknown) => (i32::MIN, i32::MAX),
        };
        FigureReader { rulebook: self.world.rulebook, as_on: self.world.as_on }.within(id, days, keys)
    }
}

fn compare(how: Comparison, a: Value, b: Value) -> Truth {
    let (a, b) = match (a, b) {
        (Value::Days(a, b), Value::Days(c, d)) => (in_days(a, b), in_days(c, d)),
        (a, b) => (a.as_number(), b.as_number()),
    };
    match how {
        Comparison::Less => a.less(b),
        Comparison::AtMost => !b.less(a),
        Comparison::Same => a.same(b),
    }
}

fn in_days(first: Date, last: Date) -> Number {
    Number::Between(first.day_number().into(), last.day_number().into())
}

/// Whether a choice is one of these options.
fn one_of(slot: Slot, bits: u64) -> Truth {
    let possible = slot.low.cast_unsigned();
    Truth::of_worlds(possible & bits != 0, possible & !bits != 0)
}

/// Whether an option is among several choices.
fn has(slot: Slot, option: u8) -> Truth {
    let bit = 1i64.checked_shl(u32::from(option)).unwrap_or(0);
    Truth::of_worlds(slot.high & bit != 0, slot.low & bit == 0)
}

/// Whether an ordered answer lies within limits.
fn within(slot: Slot, low: i64, high: i64) -> Truth {
    // Without branches: which of the two holds cannot be predicted.
    let some_inside = (slot.low <= high) & (low <= slot.high);
    let some_outside = (slot.low < low) | (high < slot.high);
    Truth::of_worlds(some_inside, some_outside)
}

/// Whether a place lies in a set of municipalities: 64 of them at a time.
fn place_in(world: &World<'_>, slot: Slot, set: PlaceSetId) -> Truth {
    let Some(members) = world.rulebook.place_sets.get(set.row()) else {
        return Truth::Open;
    };
    let (first, last) = (slot.low.max(0).cast_unsigned(), slot.high.max(0).cast_unsigned());
    let (mut inside, mut outside) = (false, false);
    for word in first / 64..=last / 64 {
        let from = first.saturating_sub(word * 64).min(63);
        let to = (last - word * 64).min(63);
        let asked = (u64::MAX << from) & (u64::MAX >> (63 - to));
        let member = usize::try_from(word).ok().and_then(|word| members.get(word)).copied().unwrap_or(0);
        inside |= member & asked != 0;
        outside |= !member & asked != 0;
    }
    Truth::of_worlds(inside, outside)
}

fn same_option(a: Value, b: Value) -> Truth {
    match (a, b) {
        (Value::Options(a), Value::Options(b)) => match (a.low & b.low, a == b && a.low.count_ones() == 1) {
            (0, _) => Truth::No,
            (_, true) => Truth::Yes,
            (_, false) => Truth::Open,
        },
        (Value::Places(a), Value::Places(b)) => {
            if a.high < b.low || b.high < a.low {
                Truth::No
            } else if a.low == a.high && a == b {
                Truth::Yes
            } else {
                Truth::Open
            }
        }
        (Value::Truth(a), Value::Truth(b)) => (a & b) | (!a & !b),
        (_, _) => Truth::Open,
    }
}
