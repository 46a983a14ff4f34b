//! Sums, products, durations and their units.

use super::super::prove::Fact;
use super::super::syntax::{Expression, Operator};
use super::super::types::{Dimension, Measure};
use super::super::{Mistake, Span};
use super::{Checker, Meaning};
use rust_decimal::Decimal;
use steunwijzer_engine::expression::{Node, NodeId};

const MONTHS: Measure = Measure::Of(Dimension::MONTH);
const DAYS: Measure = Measure::Of(Dimension::DAY);

impl<'a> Checker<'a> {
    pub(super) fn negative(&mut self, inside: &Expression, at: &Span) -> Result<Meaning<'a>, Mistake> {
        let (node, measure) = self.number(inside)?;
        let node = self.negated(node);
        self.within_digits(node, at)?;
        Ok(Meaning::Number(node, measure))
    }

    fn negated(&mut self, node: NodeId) -> NodeId {
        let zero = self.tables.number(Decimal::ZERO);
        self.tables.derived(Node::Subtract(zero, node))
    }

    pub(super) fn arithmetic(
        &mut self,
        operator: Operator,
        left: &Expression,
        right: &Expression,
        at: &Span,
    ) -> Result<Meaning<'a>, Mistake> {
        let one = self.meaning(left)?;
        let two = self.meaning(right)?;
        match (&one, operator, &two) {
            (Meaning::Number(a, left_measure), _, Meaning::Number(b, right_measure)) => {
                let (a, b) = (*a, *b);
                let (node, measure) = match operator {
                    Operator::Plus => (Node::Add(a, b), self.sum_unit(at, (&one, left), (&two, right))?),
                    Operator::Minus => {
                        (Node::Subtract(a, b), self.sum_unit(at, (&one, left), (&two, right))?)
                    }
                    Operator::Times => (Node::Multiply(a, b), left_measure.times(*right_measure)),
                    Operator::Over => {
                        self.divisor(b, &right.at)?;
                        (Node::Divide(a, b), left_measure.over(*right_measure))
                    }
                };
                self.derived_number(node, measure, at)
            }
            (Meaning::Date(to), Operator::Minus, Meaning::Date(from)) => {
                self.derived_number(Node::DaysBetween(*from, *to), DAYS, at)
            }
            (Meaning::Date(day), Operator::Plus, Meaning::Number(count, measure)) => {
                self.later(*day, (*count, *measure), right)
            }
            (Meaning::Number(count, measure), Operator::Plus, Meaning::Date(day)) => {
                self.later(*day, (*count, *measure), left)
            }
            (Meaning::Date(day), Operator::Minus, Meaning::Number(count, measure)) => {
                let back = self.negated(*count);
                self.later(*day, (back, *measure), right)
            }
            _ => Err(self.no_arithmetic(operator, (&one, left), (&two, right), at)),
        }
    }

    /// The unit of a sum or a difference. `1 + 8 %` is the one place where a bare number may stand
    /// beside a percentage: the whole.
    fn sum_unit(
        &self,
        at: &Span,
        (one, left): (&Meaning<'a>, &Expression),
        (two, right): (&Meaning<'a>, &Expression),
    ) -> Result<Measure, Mistake> {
        match (one, two) {
            (Meaning::Number(bare, Measure::Bare), Meaning::Number(_, Measure::Percent))
            | (Meaning::Number(_, Measure::Percent), Meaning::Number(bare, Measure::Bare))
                if self.tables.node(*bare) == Some(&Node::Number(Decimal::ONE)) =>
            {
                Ok(Measure::Percent)
            }
            _ => self.same_unit(at, (one, &left.at), (two, &right.at)),
        }
    }

    /// The unit of two numbers that must count the same; `at` is what joins them.
    pub(super) fn same_unit(
        &self,
        at: &Span,
        (one, left): (&Meaning<'a>, &Span),
        (two, right): (&Meaning<'a>, &Span),
    ) -> Result<Measure, Mistake> {
        let (Meaning::Number(_, a), Meaning::Number(_, b)) = (one, two) else {
            return Err(self.cannot_compare(at, (one, left), (two, right)));
        };
        match (a.same_as(*b), a, b) {
            (Some(measure), _, _) => Ok(measure),
            (None, Measure::Bare, Measure::Percent) => Err(self.not_a_percentage(left)),
            (None, Measure::Percent, Measure::Bare) => Err(self.not_a_percentage(right)),
            (None, _, _) => {
                let (left, right) = (self.quoted(left), self.quoted(right));
                Err(Mistake::new(at, format!("{left} is {a}, {right} is {b}"))
                    .help("both must count the same: multiply or divide until they do"))
            }
        }
    }

    fn not_a_percentage(&self, at: &Span) -> Mistake {
        let text = self.quoted(at);
        let mistake = Mistake::new(at, format!("{text} stands beside a percentage"));
        match self.text.get(at.clone()) {
            Some(digits) if digits.parse::<Decimal>().is_ok() => mistake.help(format!("write `{digits} %`")),
            Some(_) | None => mistake.help("write a percentage with its sign: `60 %`"),
        }
    }

    /// A bare number where a percentage is expected: it is a share.
    fn bare_share(&self, at: &Span) -> Mistake {
        let text = self.quoted(at);
        let share = self.text.get(at.clone()).and_then(|digits| digits.parse::<Decimal>().ok());
        let percent = share.and_then(|share| share.checked_mul(Decimal::ONE_HUNDRED));
        let example = percent.map_or("60".to_owned(), |percent| percent.normalize().to_string());
        Mistake::new(at, format!("{text} is a bare number, not a percentage"))
            .help(format!("write a percentage with its sign: `{example} %`"))
    }

    /// What an expression gives is in another unit than what is expected of it.
    pub(super) fn wrong_unit(&self, at: &Span, found: Measure, wanted: Measure) -> Mistake {
        if (found, wanted) == (Measure::Bare, Measure::Percent) {
            return self.bare_share(at);
        }
        let text = self.quoted(at);
        Mistake::new(at, format!("{text} is {found}, not {wanted}"))
            .help("correct the formula, or the type and the `per` beside it")
    }

    /// A day plus a number of months or days.
    fn later(
        &mut self,
        day: NodeId,
        (count, measure): (NodeId, Measure),
        written: &Expression,
    ) -> Result<Meaning<'a>, Mistake> {
        let at = &written.at;
        let node = match measure {
            MONTHS => Node::PlusMonths(day, count),
            DAYS => Node::PlusDays(day, count),
            Measure::Bare | Measure::Ratio | Measure::Percent | Measure::Of(_) => {
                let text = self.quoted(at);
                return Err(Mistake::new(at, format!("{text} is {measure}, not months or days"))
                    .help("write a duration: `duration(\"P6M\")` or `duration(\"P42D\")`"));
            }
        };
        if !self.tables.fact(count).is_whole() {
            let text = self.quoted(at);
            return Err(
                Mistake::new(at, format!("{text} need not be whole")).help("round it first: `floor(…)`")
            );
        }
        Ok(Meaning::Date(self.tables.derived(node)))
    }

    fn no_arithmetic(
        &self,
        operator: Operator,
        (one, left): (&Meaning<'a>, &Expression),
        (two, right): (&Meaning<'a>, &Expression),
        at: &Span,
    ) -> Mistake {
        let sign = match operator {
            Operator::Plus => "+",
            Operator::Minus => "-",
            Operator::Times => "*",
            Operator::Over => "/",
        };
        let (left, right) = (self.quoted(&left.at), self.quoted(&right.at));
        let (one, two) = (one.ty(), two.ty());
        Mistake::new(at, format!("{left} is {one}, {right} is {two}: no `{sign}` between them"))
    }

    /// A number made of other nodes, if it stays within 28 digits.
    pub(super) fn derived_number(
        &mut self,
        node: Node,
        measure: Measure,
        at: &Span,
    ) -> Result<Meaning<'a>, Mistake> {
        let node = self.tables.derived(node);
        self.within_digits(node, at)?;
        Ok(Meaning::Number(node, measure))
    }

    pub(super) fn within_digits(&self, node: NodeId, at: &Span) -> Result<(), Mistake> {
        if !self.tables.fact(node).overflows() {
            return Ok(());
        }
        let text = self.quoted(at);
        Err(Mistake::new(at, format!("{text} can outgrow 28 digits"))
            .help("narrow the bounds of the questions in it, or use `min(…)`"))
    }

    /// A divisor must certainly not be zero.
    pub(super) fn divisor(&self, node: NodeId, at: &Span) -> Result<(), Mistake> {
        let fact = self.tables.fact(node);
        if !fact.may_be_zero() {
            return Ok(());
        }
        let text = self.quoted(at);
        let always = matches!(fact, Fact::Number { range, .. } if range.single().is_some());
        if always {
            return Err(Mistake::new(at, format!("{text} is zero: nothing is divided by it")));
        }
        let inside = text.trim_matches(['`', '(', ')']);
        Err(Mistake::new(at, format!("{text} can be zero, and divides"))
            .help(format!("write `max({inside}, 1)`, or raise the lowest answer of the question")))
    }
}
