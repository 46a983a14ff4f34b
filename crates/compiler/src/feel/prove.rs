//! What is certain of every value at build time: the limits of numbers and days.
//!
//! Each node carries a fact, computed from the facts of its parts with the interval arithmetic of
//! the engine. So no divisor can be zero and no number can outgrow 28 digits when the engine
//! evaluates: what cannot be proved does not compile.

use super::Tables;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use steunwijzer_engine::date::{Date, Months};
use steunwijzer_engine::expression::{Node, NodeId};
use steunwijzer_engine::number::Number;

/// What is certain of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fact {
    /// A number inside this range; `whole` if it never has decimals.
    Number { range: Number, whole: bool },
    /// A day, from the first to the last.
    Days(Date, Date),
    /// Anything else.
    Other,
}

impl Fact {
    /// A number between these limits.
    pub(super) fn number((low, high): (Decimal, Decimal), whole: bool) -> Fact {
        let range = Number::Between(low, high);
        Fact::Number { range, whole }
    }

    pub(super) fn range(self) -> Number {
        match self {
            Fact::Number { range, .. } => range,
            Fact::Days(..) | Fact::Other => Number::Unknown,
        }
    }

    /// Whether it is a number that never has decimals.
    pub(super) fn is_whole(self) -> bool {
        matches!(self, Fact::Number { whole: true, .. })
    }

    /// Whether it is a number that can be zero.
    pub(super) fn may_be_zero(self) -> bool {
        let limits = self.range().limits();
        limits.is_none_or(|(low, high)| low <= Decimal::ZERO && high >= Decimal::ZERO)
    }

    /// Whether it is a number that can outgrow 28 digits.
    pub(super) fn overflows(self) -> bool {
        matches!(self, Fact::Number { range: Number::Unknown, .. })
    }

    fn days(self) -> (Date, Date) {
        match self {
            Fact::Days(first, last) => (first, last),
            Fact::Number { .. } | Fact::Other => (Date::MIN, Date::MAX),
        }
    }
}

/// What is certain of a node, from the facts of its parts.
pub(super) fn fact(node: &Node, tables: &Tables) -> Fact {
    let of = |id: NodeId| tables.fact(id);
    let range = |id: NodeId| of(id).range();
    let whole = |a: NodeId, b: NodeId| of(a).is_whole() && of(b).is_whole();
    let number = |range, whole| Fact::Number { range, whole };
    match node {
        Node::Number(value) => number(Number::exactly(*value), value.is_integer()),
        Node::Day(day) => Fact::Days(*day, *day),
        Node::AsOn => Fact::Days(Date::MIN, Date::MAX),
        Node::Add(a, b) => number(range(*a).plus(range(*b)), whole(*a, *b)),
        Node::Subtract(a, b) => number(range(*a).minus(range(*b)), whole(*a, *b)),
        Node::Multiply(a, b) => number(range(*a).times(range(*b)), whole(*a, *b)),
        Node::Divide(a, b) => number(range(*a).over(range(*b)), false),
        Node::Modulo(a, b) => number(range(*a).modulo(range(*b)), whole(*a, *b)),
        Node::Min(a, b) => number(range(*a).least(range(*b)), whole(*a, *b)),
        Node::Max(a, b) => number(range(*a).greatest(range(*b)), whole(*a, *b)),
        Node::Abs(a) => number(range(*a).size(), of(*a).is_whole()),
        Node::Round(rounding, a, places) => {
            number(range(*a).rounded(*rounding, *places), *places <= 0 || of(*a).is_whole())
        }
        Node::If(_, a, b) => either(of(*a), of(*b)),
        Node::DaysBetween(a, b) => days_between(of(*a).days(), of(*b).days()),
        Node::MonthsBetween(a, b) => months_between(of(*a).days(), of(*b).days()),
        Node::PlusMonths(day, months) => {
            let (first, last) = of(*day).days();
            let (least, most) = whole_limits(range(*months));
            let months = |count: i64| Months(narrow(count));
            Fact::Days(first.plus_months(months(least)), last.plus_months(months(most)))
        }
        Node::PlusDays(day, days) => {
            let (first, last) = of(*day).days();
            let (least, most) = whole_limits(range(*days));
            Fact::Days(first.plus_days(least), last.plus_days(most))
        }
        Node::Truth(_)
        | Node::Not(_)
        | Node::And(..)
        | Node::Or(..)
        | Node::Compare(..)
        | Node::OneOf(..)
        | Node::Has(..)
        | Node::SameOption(..)
        | Node::PlaceIn(..)
        | Node::Some(..)
        | Node::Every(..) => Fact::Other,
        // Leaves: who makes them knows the fact.
        Node::Input(_) | Node::Parameter { .. } | Node::Line(_) | Node::Sum(..) | Node::Count(_) => {
            Fact::Other
        }
    }
}

/// The literal that a node always is: when all its parts are literals.
#[expect(clippy::wildcard_enum_match_arm, reason = "picks what computes numbers and days")]
pub(super) fn literal(node: &Node, fact: Fact, tables: &Tables) -> Option<Node> {
    let fixed = |id: &NodeId| matches!(tables.node(*id), Some(Node::Number(_) | Node::Day(_)));
    let all_fixed = match node {
        Node::Add(a, b)
        | Node::Subtract(a, b)
        | Node::Multiply(a, b)
        | Node::Divide(a, b)
        | Node::Modulo(a, b)
        | Node::Min(a, b)
        | Node::Max(a, b)
        | Node::DaysBetween(a, b)
        | Node::MonthsBetween(a, b)
        | Node::PlusMonths(a, b)
        | Node::PlusDays(a, b) => fixed(a) && fixed(b),
        Node::Abs(a) | Node::Round(_, a, _) => fixed(a),
        _ => false,
    };
    match fact {
        Fact::Number { range, .. } if all_fixed => {
            range.single().map(|value| Node::Number(value.normalize()))
        }
        Fact::Days(first, last) if all_fixed && first == last => Some(Node::Day(first)),
        Fact::Number { .. } | Fact::Days(..) | Fact::Other => None,
    }
}

/// The sum of a number over at most `max` records.
pub(super) fn sum(of: Fact, max: u16) -> Fact {
    let records = Number::Between(Decimal::ZERO, Decimal::from(max));
    Fact::Number { range: of.range().times(records), whole: of.is_whole() }
}

fn either(one: Fact, two: Fact) -> Fact {
    match (one, two) {
        (Fact::Days(a, b), Fact::Days(c, d)) => Fact::Days(a.min(c), b.max(d)),
        (Fact::Number { range: a, .. }, Fact::Number { range: b, .. }) => {
            Fact::Number { range: a.hull(b), whole: one.is_whole() && two.is_whole() }
        }
        (Fact::Days(..) | Fact::Number { .. } | Fact::Other, _) => Fact::Other,
    }
}

fn days_between(from: (Date, Date), to: (Date, Date)) -> Fact {
    let days = |from: Date, to: Date| Decimal::from(to.day_number() - from.day_number());
    Fact::number((days(from.1, to.0), days(from.0, to.1)), true)
}

fn months_between(from: (Date, Date), to: (Date, Date)) -> Fact {
    let months = |from: Date, to: Date| Decimal::from(from.months_until(to).0);
    Fact::number((months(from.1, to.0), months(from.0, to.1)), true)
}

/// The whole numbers around a range, small enough for days and months.
fn whole_limits(range: Number) -> (i64, i64) {
    let far = i64::from(i32::MAX);
    range.limits().map_or((-far, far), |(low, high)| {
        (low.floor().to_i64().unwrap_or(-far), high.ceil().to_i64().unwrap_or(far))
    })
}

fn narrow(count: i64) -> i32 {
    let far = i64::from(i32::MAX);
    i32::try_from(count.clamp(-far, far)).unwrap_or(i32::MAX)
}
