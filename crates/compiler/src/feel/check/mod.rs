//! Checks an expression and turns it into nodes: names, types, units and ranges in one walk.

mod arithmetic;
mod comparison;
mod functions;
mod named;
mod records;

use super::syntax::{Expression, Relation, Shape};
use super::tables::Tables;
use super::types::{Measure, Type};
use super::{Expected, Mistake, Names, Scope, Span, Uses};
use records::Variable;
use steunwijzer_engine::expression::{Node, NodeId};
use steunwijzer_engine::rulebook::ChoiceOption;

/// An expression that passed all checks.
pub(super) struct Checked {
    pub(super) node: NodeId,
    pub(super) ty: Type,
    pub(super) uses: Uses,
    pub(super) notes: Vec<Mistake>,
}

/// What a part of an expression stands for.
#[derive(Clone, Debug)]
enum Meaning<'n> {
    Truth(NodeId),
    Number(NodeId, Measure),
    Date(NodeId),
    Choice(NodeId, &'n [ChoiceOption]),
    Choices(NodeId, &'n [ChoiceOption]),
    Place(NodeId),
    Text(String),
    /// One bit for each municipality.
    Places(Vec<u64>),
}

impl Meaning<'_> {
    fn ty(&self) -> Type {
        match self {
            Meaning::Truth(_) => Type::Truth,
            Meaning::Number(_, measure) => Type::Number(*measure),
            Meaning::Date(_) => Type::Date,
            Meaning::Choice(..) => Type::Choice,
            Meaning::Choices(..) => Type::Choices,
            Meaning::Place(_) => Type::Place,
            Meaning::Text(_) => Type::Text,
            Meaning::Places(_) => Type::Places,
        }
    }
}

/// The walk over one expression.
pub(super) struct Checker<'a> {
    text: &'a str,
    names: &'a dyn Names,
    scope: Scope,
    tables: &'a mut Tables,
    variables: Vec<Variable<'a>>,
    uses: Uses,
    notes: Vec<Mistake>,
}

impl<'a> Checker<'a> {
    pub(super) fn new(
        text: &'a str,
        names: &'a dyn Names,
        scope: Scope,
        tables: &'a mut Tables,
    ) -> Checker<'a> {
        Checker {
            text,
            names,
            scope,
            tables,
            variables: Vec::new(),
            uses: Uses::default(),
            notes: Vec::new(),
        }
    }

    /// Checks a whole expression against what is expected of it.
    pub(super) fn whole(
        mut self,
        expression: &Expression,
        expected: Option<Expected>,
    ) -> Result<Checked, Mistake> {
        let at = &expression.at;
        let meaning = self.meaning(expression)?;
        let ty = meaning.ty();
        let node = match (&meaning, expected) {
            (Meaning::Truth(node), None | Some(Expected::Truth))
            | (Meaning::Date(node), None | Some(Expected::Date))
            | (Meaning::Number(node, _), None) => *node,
            (Meaning::Number(node, measure), Some(Expected::Number(unit))) => {
                let wanted = Measure::of(unit);
                if measure.same_as(wanted).is_none() {
                    return Err(self.wrong_unit(at, *measure, wanted));
                }
                *node
            }
            (_, Some(expected)) => {
                let wanted = match expected {
                    Expected::Truth => Type::Truth,
                    Expected::Number(unit) => Type::Number(Measure::of(unit)),
                    Expected::Date => Type::Date,
                };
                return Err(self.wrong_type(at, ty, wanted));
            }
            (_, None) => {
                return Err(Mistake::new(at, format!("{} is {ty}", self.quoted(at)))
                    .help("an expression gives yes or no, a number or a date"));
            }
        };
        Ok(Checked { node, ty, uses: self.uses, notes: self.notes })
    }

    fn meaning(&mut self, expression: &Expression) -> Result<Meaning<'a>, Mistake> {
        let at = &expression.at;
        match &expression.shape {
            Shape::Truth(truth) => Ok(Meaning::Truth(self.tables.derived(Node::Truth(*truth)))),
            Shape::Number(value) => Ok(Meaning::Number(self.tables.number(*value), Measure::Bare)),
            Shape::Percent(share) => Ok(Meaning::Number(self.tables.number(*share), Measure::Percent)),
            Shape::Text(text) => Ok(Meaning::Text(text.clone())),
            Shape::Name(name) => self.name(name, at),
            Shape::Dated { name, key, on } => self.parameter(name, at, key.as_deref(), on.as_deref()),
            Shape::Not(inside) => {
                let inside = self.truth(inside)?;
                Ok(Meaning::Truth(self.tables.derived(Node::Not(inside))))
            }
            Shape::And(all) => self.joined(all, Node::And),
            Shape::Or(all) => self.joined(all, Node::Or),
            Shape::Negative(inside) => self.negative(inside, at),
            Shape::Arithmetic(operator, left, right) => self.arithmetic(*operator, left, right, at),
            Shape::Compare(relation, left, right) => {
                let one = self.meaning(left)?;
                let two = self.meaning(right)?;
                self.compare(*relation, (&one, &left.at), (&two, &right.at)).map(Meaning::Truth)
            }
            Shape::Between(value, low, high) => {
                let meaning = self.meaning(value)?;
                let low_meaning = self.meaning(low)?;
                let high_meaning = self.meaning(high)?;
                self.note_if_empty((&low_meaning, &low.at), (&high_meaning, &high.at));
                let value = (&meaning, &value.at);
                let above = self.compare(Relation::AtLeast, value, (&low_meaning, &low.at))?;
                let below = self.compare(Relation::AtMost, value, (&high_meaning, &high.at))?;
                Ok(Meaning::Truth(self.tables.derived(Node::And(above, below))))
            }
            Shape::In(value, tests) => self.is_in(value, tests),
            Shape::If(condition, yes, no) => self.choice(condition, yes, no, at),
            Shape::Quantified(quantifier, records, test) => self.quantified(*quantifier, records, test),
            Shape::Sum(records, value) => self.sum(records, value, at),
            Shape::Count(list) => self.count(list),
            Shape::Call(name, values) => self.call(name, values, at),
        }
    }

    fn joined(
        &mut self,
        all: &[Expression],
        join: fn(NodeId, NodeId) -> Node,
    ) -> Result<Meaning<'a>, Mistake> {
        let truths: Result<Vec<NodeId>, Mistake> = all.iter().map(|part| self.truth(part)).collect();
        Ok(Meaning::Truth(self.join(&truths?, join)))
    }

    /// Joins truths two by two, so that long rows do not become deep. There is at least one.
    fn join(&mut self, truths: &[NodeId], join: fn(NodeId, NodeId) -> Node) -> NodeId {
        match truths {
            [] => self.tables.derived(Node::Truth(false)),
            [one] => *one,
            many => {
                let (left, right) = many.split_at(many.len() / 2);
                let left = self.join(left, join);
                let right = self.join(right, join);
                self.tables.derived(join(left, right))
            }
        }
    }

    fn choice(
        &mut self,
        condition: &Expression,
        yes: &Expression,
        no: &Expression,
        at: &Span,
    ) -> Result<Meaning<'a>, Mistake> {
        let condition = self.truth(condition)?;
        let one = self.meaning(yes)?;
        let two = self.meaning(no)?;
        match (&one, &two) {
            (Meaning::Truth(a), Meaning::Truth(b)) => {
                let node = Node::If(condition, *a, *b);
                Ok(Meaning::Truth(self.tables.derived(node)))
            }
            (Meaning::Date(a), Meaning::Date(b)) => {
                let node = Node::If(condition, *a, *b);
                Ok(Meaning::Date(self.tables.derived(node)))
            }
            (Meaning::Number(a, _), Meaning::Number(b, _)) => {
                let measure = self.same_unit(at, (&one, &yes.at), (&two, &no.at))?;
                self.derived_number(Node::If(condition, *a, *b), measure, at)
            }
            _ => Err(Mistake::new(
                at,
                format!("{} is {}, {} is {}", self.quoted(&yes.at), one.ty(), self.quoted(&no.at), two.ty()),
            )
            .help("both branches must be yes or no, both numbers or both dates")),
        }
    }

    fn truth(&mut self, expression: &Expression) -> Result<NodeId, Mistake> {
        let meaning = self.meaning(expression)?;
        let Meaning::Truth(node) = meaning else {
            return Err(self.wrong_type(&expression.at, meaning.ty(), Type::Truth));
        };
        Ok(node)
    }

    fn number(&mut self, expression: &Expression) -> Result<(NodeId, Measure), Mistake> {
        let meaning = self.meaning(expression)?;
        let Meaning::Number(node, measure) = meaning else {
            return Err(self.wrong_kind(&expression.at, meaning.ty(), "a number"));
        };
        Ok((node, measure))
    }

    fn date(&mut self, expression: &Expression) -> Result<NodeId, Mistake> {
        let meaning = self.meaning(expression)?;
        let Meaning::Date(node) = meaning else {
            return Err(self.wrong_type(&expression.at, meaning.ty(), Type::Date));
        };
        Ok(node)
    }

    fn wrong_type(&self, at: &Span, found: Type, wanted: Type) -> Mistake {
        self.wrong_kind(at, found, &wanted.to_string())
    }

    fn wrong_kind(&self, at: &Span, found: Type, wanted: &str) -> Mistake {
        let text = self.quoted(at);
        let mistake = Mistake::new(at, format!("{text} is {found}, not {wanted}"));
        match found {
            Type::Choice if wanted == Type::Truth.to_string() => {
                mistake.help("compare it with one of its options")
            }
            Type::Choices => mistake.help("ask for one of its options: `contains(…, \"…\")`"),
            Type::Number(_) if wanted == Type::Truth.to_string() => {
                mistake.help("compare it with another number")
            }
            Type::Truth
            | Type::Number(_)
            | Type::Date
            | Type::Choice
            | Type::Place
            | Type::Text
            | Type::Places => mistake,
        }
    }

    /// The author's own words, in backticks.
    fn quoted(&self, at: &Span) -> String {
        format!("`{}`", self.text.get(at.clone()).unwrap_or_default())
    }
}
