//! The engine's tables while they are filled: each distinct row is stored once.

use super::LineName;
use super::prove::{self, Fact};
use rust_decimal::Decimal;
use std::collections::HashMap;
use steunwijzer_engine::expression::{Node, NodeId};
use steunwijzer_engine::rulebook::{AnswerType, PlaceSetId, Predicate, PredicateId, QuestionId, Rows, Step};

/// Nodes, predicates, programs and place sets of all expressions compiled so far.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    nodes: Vec<Node>,
    facts: Vec<Fact>,
    predicates: Vec<Predicate>,
    steps: Vec<Step>,
    place_sets: Vec<Vec<u64>>,
    node_ids: HashMap<Vec<u8>, NodeId>,
    line_ids: HashMap<LineName, NodeId>,
    predicate_ids: HashMap<Predicate, PredicateId>,
    place_set_ids: HashMap<Vec<u64>, PlaceSetId>,
    answers: HashMap<QuestionId, Scale>,
}

/// How answers to a question are stored as integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// Multiples of `10^-decimals`, from the first to the last.
    Ordered { decimals: u8, min: i64, max: i64 },
    /// Municipalities.
    Place,
    /// Options in bits.
    Options,
}

impl Scale {
    fn of(answer: &AnswerType) -> Scale {
        match answer {
            AnswerType::YesNo | AnswerType::Choice(_) | AnswerType::Choices(_) => Scale::Options,
            AnswerType::Place => Scale::Place,
            AnswerType::Number { scale, min, max, .. } => {
                Scale::Ordered { decimals: *scale, min: *min, max: *max }
            }
            AnswerType::Date { min, max } => {
                Scale::Ordered { decimals: 0, min: min.day_number(), max: max.day_number() }
            }
        }
    }
}

impl Tables {
    /// Nothing compiled yet.
    pub fn new() -> Tables {
        Tables::default()
    }

    /// Expressions: each node refers to earlier nodes only.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Every distinct predicate.
    pub fn predicates(&self) -> &[Predicate] {
        &self.predicates
    }

    /// The programs of all conditions that were put in.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Every distinct set of municipalities.
    pub fn place_sets(&self) -> &[Vec<u64>] {
        &self.place_sets
    }

    /// The rows of this program; put in only if it does not stand there already.
    pub fn program(&mut self, steps: &[Step]) -> Rows {
        let length = steps.len().max(1);
        let found = self.steps.windows(length).position(|there| there == steps);
        let first = found.unwrap_or(self.steps.len());
        if found.is_none() {
            self.steps.extend_from_slice(steps);
        }
        (row(first), row(first + steps.len()))
    }

    /// The lowest and the highest that a number can be; `None` for other values.
    pub fn range(&self, node: NodeId) -> Option<(Decimal, Decimal)> {
        match self.fact(node) {
            Fact::Number { range, .. } => range.limits(),
            Fact::Days(..) | Fact::Other => None,
        }
    }

    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id.row())
    }

    pub(super) fn fact(&self, id: NodeId) -> Fact {
        self.facts.get(id.row()).copied().unwrap_or(Fact::Other)
    }

    /// A node of which the fact is known from outside: an answer, a parameter, a sum.
    pub(super) fn leaf(&mut self, node: Node, fact: Fact) -> NodeId {
        let key = postcard::to_allocvec(&node).unwrap_or_default();
        if let Some(id) = self.node_ids.get(&key) {
            return *id;
        }
        let id = self.push(node, fact);
        self.node_ids.insert(key, id);
        id
    }

    fn push(&mut self, node: Node, fact: Fact) -> NodeId {
        let id = NodeId(row(self.nodes.len()));
        self.nodes.push(node);
        self.facts.push(fact);
        id
    }

    /// An earlier amount line. The first line of one scheme is not that of another: lines with other
    /// limits are other nodes, though the engine reads them alike.
    pub(super) fn line(&mut self, line: LineName) -> NodeId {
        if let Some(id) = self.line_ids.get(&line) {
            return *id;
        }
        let id = self.push(Node::Line(line.index), Fact::number(line.range, false));
        self.line_ids.insert(line, id);
        id
    }

    /// A node that is made of others, or a literal. What is constant becomes a literal.
    pub(super) fn derived(&mut self, node: Node) -> NodeId {
        let fact = prove::fact(&node, self);
        match prove::literal(&node, fact, self) {
            Some(literal) => {
                let fact = prove::fact(&literal, self);
                self.leaf(literal, fact)
            }
            None => self.leaf(node, fact),
        }
    }

    pub(super) fn number(&mut self, value: Decimal) -> NodeId {
        self.derived(Node::Number(value.normalize()))
    }

    /// Takes down how answers to a question are stored.
    pub(super) fn answer(&mut self, question: QuestionId, answer: &AnswerType) {
        self.answers.insert(question, Scale::of(answer));
    }

    pub(super) fn scale(&self, question: QuestionId) -> Option<Scale> {
        self.answers.get(&question).copied()
    }

    pub(super) fn is_place(&self, question: QuestionId) -> bool {
        self.scale(question) == Some(Scale::Place)
    }

    /// The row of a predicate; `None` when the table is full.
    pub(super) fn predicate(&mut self, predicate: Predicate) -> Option<PredicateId> {
        if let Some(id) = self.predicate_ids.get(&predicate) {
            return Some(*id);
        }
        let id = PredicateId(u16::try_from(self.predicates.len()).ok()?);
        self.predicates.push(predicate);
        self.predicate_ids.insert(predicate, id);
        Some(id)
    }

    /// The row of a set of municipalities; `None` when the table is full.
    pub(super) fn place_set(&mut self, bits: Vec<u64>) -> Option<PlaceSetId> {
        if let Some(id) = self.place_set_ids.get(&bits) {
            return Some(*id);
        }
        let id = PlaceSetId(u16::try_from(self.place_sets.len()).ok()?);
        self.place_sets.push(bits.clone());
        self.place_set_ids.insert(bits, id);
        Some(id)
    }
}

/// A text of rules is far too short to fill four thousand million rows.
fn row(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
