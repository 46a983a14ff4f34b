//! From the nodes of a condition to its program: tests of single answers, joined by and, or, not.
//!
//! A test of one bare answer is a predicate on integers: fast, and exact for the look-ahead. Tests
//! of the same answer that stand beside each other become one, so that no worlds are lost between
//! them. And and or commute in three-valued logic, so the deeper side goes first: the stack of the
//! engine grows with the logarithm of the size only.

use super::Tables;
use super::tables::Scale;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use steunwijzer_engine::expression::{Comparison, Input, Node, NodeId};
use steunwijzer_engine::rulebook::{Predicate, Step};
use steunwijzer_engine::slot::YES;

/// More tests than this in one condition are left to one expression: nodes are shared, steps are not.
const MOST_TESTS: u32 = 256;

enum Formula {
    Always(bool),
    Test(Predicate),
    Not(Box<Formula>),
    And(Box<Formula>, Box<Formula>),
    Or(Box<Formula>, Box<Formula>),
}

/// The program of a condition; `None` when there are too many predicates.
pub(super) fn program(condition: NodeId, tables: &mut Tables) -> Option<Vec<Step>> {
    let mut room = MOST_TESTS;
    let formula = formula(condition, tables, &mut room);
    let mut steps = Vec::new();
    formula.write(tables, &mut steps)?;
    Some(steps)
}

#[expect(clippy::wildcard_enum_match_arm, reason = "what joins truths; the rest is a test")]
fn formula(id: NodeId, tables: &Tables, room: &mut u32) -> Formula {
    let whole = Formula::Test(Predicate::Expression(id));
    let (Some(node), Some(less)) = (tables.node(id), room.checked_sub(1)) else {
        return whole;
    };
    *room = less;
    match node {
        Node::Truth(truth) => Formula::Always(*truth),
        Node::Not(a) => formula(*a, tables, room).not(),
        Node::And(a, b) => {
            let left = formula(*a, tables, room);
            left.and(formula(*b, tables, room))
        }
        Node::Or(a, b) => {
            let left = formula(*a, tables, room);
            left.or(formula(*b, tables, room))
        }
        Node::Compare(comparison, a, b) => within(*comparison, *a, *b, tables).unwrap_or(whole),
        other => of_bare_answer(other, tables).map_or(whole, Formula::Test),
    }
}

/// The predicate for a test of the options or the place of a bare answer.
#[expect(clippy::wildcard_enum_match_arm, reason = "picks a few of many nodes")]
fn of_bare_answer(node: &Node, tables: &Tables) -> Option<Predicate> {
    match node {
        Node::Input(input) => Some(Predicate::OneOf(*input, YES.unsigned_abs())),
        Node::OneOf(of, options) => Some(Predicate::OneOf(input(*of, tables)?, *options)),
        Node::Has(of, option) => Some(Predicate::Has(input(*of, tables)?, *option)),
        Node::PlaceIn(of, places) => Some(Predicate::PlaceIn(input(*of, tables)?, *places)),
        _ => None,
    }
}

fn input(of: NodeId, tables: &Tables) -> Option<Input> {
    match tables.node(of) {
        Some(Node::Input(input)) => Some(*input),
        _ => None,
    }
}

/// A comparison of a bare answer with a literal, as limits on its integers.
#[expect(clippy::wildcard_enum_match_arm, reason = "picks a few of many nodes")]
fn within(comparison: Comparison, a: NodeId, b: NodeId, tables: &Tables) -> Option<Formula> {
    let (input, limit, answer_first) = match (tables.node(a)?, tables.node(b)?) {
        (Node::Input(input), limit) => (*input, limit, true),
        (limit, Node::Input(input)) => (*input, limit, false),
        _ => return None,
    };
    let Some(Scale::Ordered { decimals, min, max }) = tables.scale(input.question) else {
        return None;
    };
    let limit = match limit {
        Node::Number(value) => value.checked_mul(Decimal::from(10i64.checked_pow(u32::from(decimals))?))?,
        Node::Day(day) => Decimal::from(day.day_number()),
        _ => return None, // not a literal
    };
    let (below, above) = (limit.floor().to_i64()?, limit.ceil().to_i64()?);
    let (low, high) = match (comparison, answer_first) {
        (Comparison::Less, true) => (min, above.checked_sub(1)?),
        (Comparison::Less, false) => (below.checked_add(1)?, max),
        (Comparison::AtMost, true) => (min, below),
        (Comparison::AtMost, false) => (above, max),
        (Comparison::Same, _) => (above, below),
    };
    Some(Formula::limits(input, low.max(min), high.min(max)))
}

impl Formula {
    fn limits(input: Input, low: i64, high: i64) -> Formula {
        if low > high {
            return Formula::Always(false);
        }
        Formula::Test(Predicate::Within(input, low, high))
    }

    fn not(self) -> Formula {
        match self {
            Formula::Always(truth) => Formula::Always(!truth),
            Formula::Not(inside) => *inside,
            Formula::Test(_) | Formula::And(..) | Formula::Or(..) => Formula::Not(Box::new(self)),
        }
    }

    fn and(self, other: Formula) -> Formula {
        use Predicate::{OneOf, Within};
        match (self, other) {
            (Formula::Always(true), one) | (one, Formula::Always(true)) => one,
            (Formula::Always(false), _) | (_, Formula::Always(false)) => Formula::Always(false),
            (Formula::Test(Within(one, a, b)), Formula::Test(Within(two, c, d))) if one == two => {
                Formula::limits(one, a.max(c), b.min(d))
            }
            (Formula::Test(OneOf(one, a)), Formula::Test(OneOf(two, b))) if one == two => match a & b {
                0 => Formula::Always(false),
                both => Formula::Test(OneOf(one, both)),
            },
            (one, two) => Formula::And(Box::new(one), Box::new(two)),
        }
    }

    fn or(self, other: Formula) -> Formula {
        use Predicate::{OneOf, Within};
        match (self, other) {
            (Formula::Always(false), one) | (one, Formula::Always(false)) => one,
            (Formula::Always(true), _) | (_, Formula::Always(true)) => Formula::Always(true),
            (Formula::Test(Within(one, a, b)), Formula::Test(Within(two, c, d)))
                if one == two && a <= d.saturating_add(1) && c <= b.saturating_add(1) =>
            {
                Formula::Test(Within(one, a.min(c), b.max(d)))
            }
            (Formula::Test(OneOf(one, a)), Formula::Test(OneOf(two, b))) if one == two => {
                Formula::Test(OneOf(one, a | b))
            }
            (one, two) => Formula::Or(Box::new(one), Box::new(two)),
        }
    }

    /// How many values its program has on the stack at most.
    fn height(&self) -> u32 {
        match self {
            Formula::Always(_) | Formula::Test(_) => 1,
            Formula::Not(inside) => inside.height(),
            Formula::And(a, b) | Formula::Or(a, b) => match (a.height(), b.height()) {
                (one, two) if one == two => one + 1,
                (one, two) => one.max(two),
            },
        }
    }

    fn write(&self, tables: &mut Tables, steps: &mut Vec<Step>) -> Option<()> {
        match self {
            Formula::Always(truth) => steps.push(Step::Always(*truth)),
            Formula::Test(predicate) => steps.push(Step::Test(tables.predicate(*predicate)?)),
            Formula::Not(inside) => {
                inside.write(tables, steps)?;
                steps.push(Step::Not);
            }
            Formula::And(a, b) | Formula::Or(a, b) => {
                let (first, second) = if a.height() >= b.height() { (a, b) } else { (b, a) };
                first.write(tables, steps)?;
                second.write(tables, steps)?;
                let joins_all = matches!(self, Formula::And(..));
                steps.push(if joins_all { Step::And } else { Step::Or });
            }
        }
        Some(())
    }
}
