//! Comparisons, options and places.

use super::super::syntax::{Expression, Relation, Test};
use super::super::types::Type;
use super::super::{Mistake, Span};
use super::{Checker, Meaning};
use crate::nearest::did_you_mean;
use steunwijzer_engine::expression::{Comparison, Node, NodeId};
use steunwijzer_engine::rulebook::ChoiceOption;
use steunwijzer_engine::truth::Truth;

type Side<'s, 'n> = (&'s Meaning<'n>, &'s Span);

impl<'a> Checker<'a> {
    /// The truth of `left relation right`.
    pub(super) fn compare(
        &mut self,
        relation: Relation,
        left: Side<'_, 'a>,
        right: Side<'_, 'a>,
    ) -> Result<NodeId, Mistake> {
        match (left.0, right.0) {
            (Meaning::Number(a, _), Meaning::Number(b, _)) => {
                let at = left.1.start.min(right.1.start)..right.1.end.max(left.1.end);
                self.same_unit(&at, left, right)?;
                self.note_if_decided(relation, (*a, left.1), (*b, right.1));
                Ok(self.ordered(relation, *a, *b))
            }
            (Meaning::Date(a), Meaning::Date(b)) => Ok(self.ordered(relation, *a, *b)),
            (Meaning::Text(a), Meaning::Text(b)) => {
                Ok(self.tables.derived(Node::Truth(compare_texts(relation, a, b))))
            }
            (_, _) => self.unordered(relation, left, right),
        }
    }

    fn ordered(&mut self, relation: Relation, a: NodeId, b: NodeId) -> NodeId {
        let (comparison, a, b) = match relation {
            Relation::Same | Relation::Other => (Comparison::Same, a, b),
            Relation::Less => (Comparison::Less, a, b),
            Relation::AtMost => (Comparison::AtMost, a, b),
            Relation::More => (Comparison::Less, b, a),
            Relation::AtLeast => (Comparison::AtMost, b, a),
        };
        let node = self.tables.derived(Node::Compare(comparison, a, b));
        self.turned(relation, node)
    }

    /// The opposite for `!=`.
    fn turned(&mut self, relation: Relation, node: NodeId) -> NodeId {
        if relation == Relation::Other {
            return self.tables.derived(Node::Not(node));
        }
        node
    }

    /// Values that are the same or not, without an order.
    fn unordered(
        &mut self,
        relation: Relation,
        left: Side<'_, 'a>,
        right: Side<'_, 'a>,
    ) -> Result<NodeId, Mistake> {
        let at = left.1.start..right.1.end;
        let same = match (left.0, right.0) {
            (Meaning::Truth(a), Meaning::Truth(b)) => self.same_truth(*a, *b),
            (Meaning::Choice(choice, options), Meaning::Text(name)) => {
                let option = self.option(options, name, right.1)?;
                self.tables.derived(Node::OneOf(*choice, 1 << option))
            }
            (Meaning::Text(name), Meaning::Choice(choice, options)) => {
                let option = self.option(options, name, left.1)?;
                self.tables.derived(Node::OneOf(*choice, 1 << option))
            }
            (Meaning::Choice(a, ours), Meaning::Choice(b, theirs)) => {
                if !same_options(ours, theirs) {
                    let (one, two) = (self.quoted(left.1), self.quoted(right.1));
                    return Err(Mistake::new(&at, format!("{one} and {two} have other options"))
                        .help("only choices with the same options can be compared"));
                }
                self.tables.derived(Node::SameOption(*a, *b))
            }
            (Meaning::Place(a), Meaning::Place(b)) => self.tables.derived(Node::SameOption(*a, *b)),
            (Meaning::Place(place), Meaning::Places(set)) | (Meaning::Places(set), Meaning::Place(place)) => {
                if set.iter().map(|word| word.count_ones()).sum::<u32>() != 1 {
                    return Err(Mistake::new(&at, "a place is not the same as a set of places")
                        .help("write `in` instead of `=`"));
                }
                self.place_in(*place, set.clone(), &at)?
            }
            (_, _) => return Err(self.cannot_compare(&at, left, right)),
        };
        match relation {
            Relation::Same | Relation::Other => Ok(self.turned(relation, same)),
            Relation::Less | Relation::AtMost | Relation::More | Relation::AtLeast => {
                let (text, ty) = (self.quoted(left.1), left.0.ty());
                Err(Mistake::new(&at, format!("{text} is {ty}: it has no order"))
                    .help("only numbers and dates come before or after each other"))
            }
        }
    }

    fn same_truth(&mut self, a: NodeId, b: NodeId) -> NodeId {
        match (self.tables.node(a), self.tables.node(b)) {
            (_, Some(Node::Truth(true))) => a,
            (Some(Node::Truth(true)), _) => b,
            (_, Some(Node::Truth(false))) => self.tables.derived(Node::Not(a)),
            (Some(Node::Truth(false)), _) => self.tables.derived(Node::Not(b)),
            (_, _) => {
                let neither_a = self.tables.derived(Node::Not(a));
                let neither_b = self.tables.derived(Node::Not(b));
                let both = self.tables.derived(Node::And(a, b));
                let neither = self.tables.derived(Node::And(neither_a, neither_b));
                self.tables.derived(Node::Or(both, neither))
            }
        }
    }

    pub(super) fn cannot_compare(
        &self,
        at: &Span,
        (one, left): Side<'_, 'a>,
        (two, right): Side<'_, 'a>,
    ) -> Mistake {
        let (left, right) = (self.quoted(left), self.quoted(right));
        let (one, two) = (one.ty(), two.ty());
        let mistake = Mistake::new(at, format!("{left} is {one}, {right} is {two}"));
        match (one, two) {
            (Type::Choices, _) | (_, Type::Choices) => {
                mistake.help("ask for one of its options: `contains(…, \"…\")`")
            }
            (Type::Date, Type::Text) => mistake.help(format!("write `date({})`", right.trim_matches('`'))),
            (Type::Place, Type::Text) => {
                mistake.help(format!("write `municipality({})`", right.trim_matches('`')))
            }
            _ => mistake.help("only values of one type can be compared"),
        }
    }

    /// `value in (…)`: one of these tests holds. Options and places are collected into one set.
    pub(super) fn is_in(&mut self, value: &Expression, tests: &[Test]) -> Result<Meaning<'a>, Mistake> {
        let meaning = self.meaning(value)?;
        let value = (&meaning, &value.at);
        let mut truths = Vec::new();
        let mut chosen = 0u64;
        let mut places: Vec<u64> = Vec::new();
        for test in tests {
            match test {
                Test::Value(member) => {
                    let other = self.meaning(member)?;
                    match (&meaning, &other) {
                        (Meaning::Choice(_, options), Meaning::Text(name)) => {
                            let bit = 1 << self.option(options, name, &member.at)?;
                            if chosen & bit != 0 {
                                let text = self.quoted(&member.at);
                                return Err(Mistake::new(&member.at, format!("{text} stands here twice")));
                            }
                            chosen |= bit;
                        }
                        (Meaning::Place(_), Meaning::Places(set)) => unite(&mut places, set),
                        (_, _) => truths.push(self.compare(Relation::Same, value, (&other, &member.at))?),
                    }
                }
                Test::Compared(relation, limit) => {
                    let other = self.meaning(limit)?;
                    truths.push(self.compare(*relation, value, (&other, &limit.at))?);
                }
                Test::Range { low, high } => truths.push(self.in_range(value, low, high)?),
            }
        }
        if let Meaning::Choice(choice, _) = meaning
            && chosen != 0
        {
            truths.push(self.tables.derived(Node::OneOf(choice, chosen)));
        }
        if let Meaning::Place(place) = meaning
            && !places.is_empty()
        {
            let at = value.1.clone();
            truths.push(self.place_in(place, places, &at)?);
        }
        Ok(Meaning::Truth(self.join(&truths, Node::Or)))
    }

    fn in_range(
        &mut self,
        value: Side<'_, 'a>,
        (low, low_included): &(Expression, bool),
        (high, high_included): &(Expression, bool),
    ) -> Result<NodeId, Mistake> {
        let from = self.meaning(low)?;
        let to = self.meaning(high)?;
        let above = if *low_included { Relation::AtLeast } else { Relation::More };
        let below = if *high_included { Relation::AtMost } else { Relation::Less };
        let above = self.compare(above, value, (&from, &low.at))?;
        let below = self.compare(below, value, (&to, &high.at))?;
        self.note_if_empty((&from, &low.at), (&to, &high.at));
        Ok(self.tables.derived(Node::And(above, below)))
    }

    fn place_in(&mut self, place: NodeId, set: Vec<u64>, at: &Span) -> Result<NodeId, Mistake> {
        let set = self
            .tables
            .place_set(set)
            .ok_or_else(|| Mistake::new(at, "the rules hold too many sets of places"))?;
        Ok(self.tables.derived(Node::PlaceIn(place, set)))
    }

    /// The number of an option.
    pub(super) fn option(&self, options: &[ChoiceOption], name: &str, at: &Span) -> Result<u8, Mistake> {
        let found = options.iter().position(|option| option.id == name);
        found.and_then(|row| u8::try_from(row).ok()).filter(|row| *row < 64).ok_or_else(|| {
            let known = options.iter().map(|option| option.id.as_str());
            Mistake::new(at, format!("`{name}` is not an option here")).help(did_you_mean(name, known))
        })
    }

    /// Takes down a range whose end certainly lies before its beginning.
    pub(super) fn note_if_empty(&mut self, low: Side<'_, 'a>, high: Side<'_, 'a>) {
        if let (Meaning::Number(from, _), Meaning::Number(to, _)) = (low.0, high.0)
            && self.tables.fact(*to).range().less(self.tables.fact(*from).range()) == Truth::Yes
        {
            let (from, to) = (self.quoted(low.1), self.quoted(high.1));
            let at = low.1.start..high.1.end;
            let note = Mistake::new(&at, format!("nothing lies between {from} and {to}"));
            self.notes.push(note.help("write the lower end first"));
        }
    }

    /// Takes down a comparison that the bounds of a question decide for every answer.
    fn note_if_decided(
        &mut self,
        relation: Relation,
        (a, left): (NodeId, &Span),
        (b, right): (NodeId, &Span),
    ) {
        let is = |id: NodeId, test: fn(&Node) -> bool| self.tables.node(id).is_some_and(test);
        let answer = |node: &Node| matches!(node, Node::Input(_));
        let literal = |node: &Node| matches!(node, Node::Number(_));
        if !(is(a, answer) && is(b, literal) || is(a, literal) && is(b, answer)) {
            return;
        }
        let (one, two) = (self.tables.fact(a).range(), self.tables.fact(b).range());
        let decided = match relation {
            Relation::Same => one.same(two),
            Relation::Other => !one.same(two),
            Relation::Less => one.less(two),
            Relation::AtMost => !two.less(one),
            Relation::More => two.less(one),
            Relation::AtLeast => !one.less(two),
        };
        let always = match decided {
            Truth::Yes => "always",
            Truth::No => "never",
            Truth::Open => return,
        };
        let at = left.start.min(right.start)..right.end.max(left.end);
        let text = self.quoted(&at);
        self.notes.push(
            Mistake::new(&at, format!("{text} is {always} true"))
                .help("the bounds of the question decide it: leave it out, or widen them"),
        );
    }
}

fn compare_texts(relation: Relation, a: &str, b: &str) -> bool {
    match relation {
        Relation::Same => a == b,
        Relation::Other => a != b,
        Relation::Less => a < b,
        Relation::AtMost => a <= b,
        Relation::More => a > b,
        Relation::AtLeast => a >= b,
    }
}

fn same_options(ours: &[ChoiceOption], theirs: &[ChoiceOption]) -> bool {
    let ids = |options: &[ChoiceOption]| -> Vec<String> {
        options.iter().map(|option| option.id.clone()).collect()
    };
    ids(ours) == ids(theirs)
}

/// Adds the members of a set of bits.
pub(super) fn unite(all: &mut Vec<u64>, more: &[u64]) {
    if all.len() < more.len() {
        all.resize(more.len(), 0);
    }
    for (word, added) in all.iter_mut().zip(more) {
        *word |= added;
    }
}
