//! The tree of an expression, with the place of each part in the text.

use super::{Mistake, Span};
use rust_decimal::Decimal;

/// How deep expressions may be nested.
pub const MAX_DEPTH: u8 = 64;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    /// What it is.
    pub shape: Shape,
    /// Where it stands.
    pub at: Span,
    depth: u8,
}

/// A word with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word.
    pub text: String,
    /// Where it stands.
    pub at: Span,
}

/// `+ - * /`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Over,
}

/// `= != < <= > >=`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// `=`
    Same,
    /// `!=`
    Other,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

/// `some` or `every`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantifier {
    /// At least one record.
    Some,
    /// All records.
    Every,
}

/// `x in list`: a name for each record of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loop {
    /// The name of the record.
    pub variable: Word,
    /// The name of the list.
    pub list: Word,
}

/// What may stand behind `in`.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// The same as this value, or inside this set of places.
    Value(Expression),
    /// `>= 5`
    Compared(Relation, Expression),
    /// `[500..5000)`; the truths say whether the end is included.
    Range {
        /// The lower end.
        low: (Expression, bool),
        /// The higher end.
        high: (Expression, bool),
    },
}

/// The parts of an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// `true` or `false`
    Truth(bool),
    /// `12.50`
    Number(Decimal),
    /// `60 %`, as a share (0.6)
    Percent(Decimal),
    /// `"bv"`
    Text(String),
    /// `org.fte`
    Name(String),
    /// `wml_hour[hire.age] on hire.start`
    Dated {
        /// The parameter.
        name: Word,
        /// Its key.
        key: Option<Box<Expression>>,
        /// The day.
        on: Option<Box<Expression>>,
    },
    /// `not(a)`
    Not(Box<Expression>),
    /// `a and b and c`
    And(Vec<Expression>),
    /// `a or b or c`
    Or(Vec<Expression>),
    /// `-a`
    Negative(Box<Expression>),
    /// `a + b`
    Arithmetic(Operator, Box<Expression>, Box<Expression>),
    /// `a <= b`
    Compare(Relation, Box<Expression>, Box<Expression>),
    /// `a between b and c`
    Between(Box<Expression>, Box<Expression>, Box<Expression>),
    /// `a in (b, >= c, [d..e])`
    In(Box<Expression>, Vec<Test>),
    /// `if a then b else c`
    If(Box<Expression>, Box<Expression>, Box<Expression>),
    /// `some x in list satisfies a`
    Quantified(Quantifier, Loop, Box<Expression>),
    /// `sum(for x in list return a)`
    Sum(Loop, Box<Expression>),
    /// `count(list)`
    Count(Word),
    /// `max(a, b)`
    Call(Word, Vec<Expression>),
}

impl Expression {
    pub(super) fn new(shape: Shape, at: Span) -> Result<Expression, Mistake> {
        let depth = shape.parts().map(|part| part.depth).max().unwrap_or(0) + 1;
        if depth > MAX_DEPTH {
            return Err(too_deep(&at));
        }
        Ok(Expression { shape, at, depth })
    }
}

pub(super) fn too_deep(at: &Span) -> Mistake {
    Mistake::new(at, format!("nested deeper than {MAX_DEPTH} levels"))
        .help("give a part of it a name: write a definition")
}

impl Shape {
    fn parts(&self) -> Box<dyn Iterator<Item = &Expression> + '_> {
        match self {
            Shape::Truth(_)
            | Shape::Number(_)
            | Shape::Percent(_)
            | Shape::Text(_)
            | Shape::Name(_)
            | Shape::Count(_) => Box::new(std::iter::empty()),
            Shape::Dated { key, on, .. } => Box::new(key.iter().chain(on).map(Box::as_ref)),
            Shape::Not(a) | Shape::Negative(a) | Shape::Quantified(_, _, a) | Shape::Sum(_, a) => {
                Box::new(std::iter::once(a.as_ref()))
            }
            Shape::And(all) | Shape::Or(all) | Shape::Call(_, all) => Box::new(all.iter()),
            Shape::Arithmetic(_, a, b) | Shape::Compare(_, a, b) => {
                Box::new([a.as_ref(), b.as_ref()].into_iter())
            }
            Shape::Between(a, b, c) | Shape::If(a, b, c) => {
                Box::new([a.as_ref(), b.as_ref(), c.as_ref()].into_iter())
            }
            Shape::In(a, tests) => {
                Box::new(std::iter::once(a.as_ref()).chain(tests.iter().flat_map(Test::parts)))
            }
        }
    }
}

impl Test {
    fn parts(&self) -> impl Iterator<Item = &Expression> {
        let (first, second) = match self {
            Test::Value(value) | Test::Compared(_, value) => (value, None),
            Test::Range { low, high } => (&low.0, Some(&high.0)),
        };
        std::iter::once(first).chain(second)
    }
}
