//! Writes compiled rules back in the language of the rule files, with ids: two editions are compared
//! by what they say, wherever it stands in their tables.
//!
//! A bare answer reads as the values it takes: `org.fte < 50` comes back as `org.fte <= 49.99`.

use steunwijzer_engine::answers::Answer;
use steunwijzer_engine::expression::{Comparison, Input, Node, NodeId};
use steunwijzer_engine::notation;
use steunwijzer_engine::number::Rounding;
use steunwijzer_engine::rulebook::{
    AmountLine, AnswerType, ChoiceOption, Condition, ListId, PlaceSetId, Predicate, Question, Rulebook, Step,
};
use steunwijzer_engine::slot::{NO, Slot, YES};

/// What binds a part of an expression together: a looser part stands in brackets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tie {
    If,
    Or,
    And,
    Compare,
    Sum,
    Product,
    Whole,
}

/// A part of an expression, with what binds it.
struct Part {
    text: String,
    tie: Tie,
    /// What an *and* or an *or* joins; empty for anything else.
    joined: Vec<String>,
}

impl Part {
    fn new(text: impl Into<String>, tie: Tie) -> Part {
        Part { text: text.into(), tie, joined: Vec::new() }
    }

    fn whole(text: impl Into<String>) -> Part {
        Part::new(text, Tie::Whole)
    }

    /// In brackets if it is looser than this.
    fn inside(self, tie: Tie) -> String {
        if self.tie < tie { format!("({})", self.text) } else { self.text }
    }

    fn join(self, word: &str, other: Part, tie: Tie) -> Part {
        Part::new(format!("{} {word} {}", self.inside(tie), other.inside(tie)), tie)
    }

    /// Both, or one of both. In alphabetical order: another order in the file is no change.
    fn all_of(self, other: Part, tie: Tie) -> Part {
        let operands = |part: Part| {
            if part.tie == tie { part.joined } else { vec![part.inside(tie)] }
        };
        let mut joined = [operands(self), operands(other)].concat();
        joined.sort();
        joined.dedup();
        let word = if tie == Tie::And { " and " } else { " or " };
        Part { text: joined.join(word), tie, joined }
    }

    fn call(name: &str, parts: &[Part]) -> Part {
        let parts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
        Part::whole(format!("{name}({})", parts.join(", ")))
    }

    fn not(self) -> Part {
        Part::whole(format!("not({})", self.text))
    }
}

/// Writes the rules of an edition.
pub struct RuleWriter<'e> {
    rulebook: &'e Rulebook,
    /// The amount lines that an expression may name.
    lines: &'e [AmountLine],
}

impl<'e> RuleWriter<'e> {
    /// Of these rules.
    pub fn new(rulebook: &'e Rulebook) -> RuleWriter<'e> {
        RuleWriter { rulebook, lines: &[] }
    }

    /// Of these rules, where an expression may name the amount lines of a scheme.
    pub fn with_lines(rulebook: &'e Rulebook, lines: &'e [AmountLine]) -> RuleWriter<'e> {
        RuleWriter { rulebook, lines }
    }

    /// The test of a condition; empty if it has none.
    pub fn test(&self, condition: &Condition) -> String {
        let (from, to) = condition.program;
        let mut stack: Vec<Part> = Vec::new();
        for step in self.rulebook.steps.get(from as usize..to as usize).unwrap_or_default() {
            let mut take = || stack.pop().unwrap_or_else(|| Part::whole(""));
            let part = match step {
                Step::Test(id) => {
                    self.rulebook.predicates.get(id.row()).map_or(Part::whole(""), |one| self.predicate(one))
                }
                Step::Always(truth) => Part::whole(truth.to_string()),
                Step::Not => take().not(),
                Step::And | Step::Or => {
                    let (second, first) = (take(), take());
                    first.all_of(second, if *step == Step::And { Tie::And } else { Tie::Or })
                }
            };
            stack.push(part);
        }
        stack.pop().map_or(String::new(), |part| part.text)
    }

    /// An expression.
    pub fn expression(&self, id: NodeId) -> String {
        self.node(id).text
    }

    fn predicate(&self, predicate: &Predicate) -> Part {
        match *predicate {
            Predicate::Within(input, low, high) => self.within(input, low, high),
            Predicate::OneOf(input, bits) => self.one_of(input, bits),
            Predicate::Has(input, option) => self.has(self.input(input).text, input, option),
            Predicate::PlaceIn(input, set) => self.place_in(self.input(input), set),
            Predicate::Expression(node) => self.node(node),
        }
    }

    fn question(&self, input: Input) -> Option<&'e Question> {
        self.rulebook.questions.get(input.question.row())
    }

    fn input(&self, input: Input) -> Part {
        Part::whole(self.question(input).map_or("", |question| question.id.as_str()))
    }

    fn within(&self, input: Input, low: i64, high: i64) -> Part {
        let name = self.input(input).text;
        let Some(question) = self.question(input) else { return Part::whole(name) };
        let all = question.answer.anything(self.rulebook.municipalities.len());
        let end = |value| self.value(question, Slot::exactly(value));
        let text = match (low <= all.low, high >= all.high) {
            (true, true) => return Part::whole("true"),
            _ if low == high => format!("{name} = {}", end(low)),
            (true, false) => format!("{name} <= {}", end(high)),
            (false, true) => format!("{name} >= {}", end(low)),
            (false, false) => format!("{name} between {} and {}", end(low), end(high)),
        };
        Part::new(text, Tie::Compare)
    }

    /// A value as an answers file writes it.
    fn value(&self, question: &Question, slot: Slot) -> String {
        let written = notation::write(self.rulebook, question, Answer::Known(slot));
        if matches!(question.answer, AnswerType::Date { .. }) {
            format!("date(\"{written}\")")
        } else {
            written.to_string()
        }
    }

    fn one_of(&self, input: Input, bits: u64) -> Part {
        let name = self.input(input);
        let Some(question) = self.question(input) else { return name };
        match &question.answer {
            AnswerType::YesNo => match (bits & YES.unsigned_abs() != 0, bits & NO.unsigned_abs() != 0) {
                (true, true) => Part::whole("true"),
                (true, false) => name,
                (false, _) => name.not(),
            },
            AnswerType::Choice(options) | AnswerType::Choices(options) => {
                options_of(name.text, options, bits)
            }
            AnswerType::Number { .. } | AnswerType::Date { .. } | AnswerType::Place => name,
        }
    }

    fn has(&self, name: String, input: Input, option: u8) -> Part {
        let question = self.question(input);
        let option = question.and_then(|question| options(question).get(usize::from(option)));
        Part::whole(format!("contains({name}, \"{}\")", option.map_or("", |option| option.id.as_str())))
    }

    fn place_in(&self, of: Part, set: PlaceSetId) -> Part {
        let places = self.rulebook.place_sets.get(set.row()).map_or(&[][..], Vec::as_slice);
        let has = |row: usize| places.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1);
        let name = |place: PlaceName<'_>| match place {
            PlaceName::Province(name) => format!("province(\"{name}\")"),
            PlaceName::Municipality(name) => format!("municipality(\"{name}\")"),
        };
        let names: Vec<String> = place_names(self.rulebook, has).into_iter().map(name).collect();
        Part::new(format!("{} in ({})", of.inside(Tie::Whole), names.join(", ")), Tie::Compare)
    }

    fn list(&self, list: ListId) -> (&'e str, &'e str) {
        self.rulebook.lists.get(list.row()).map_or(("", ""), |list| (list.item.as_str(), list.id.as_str()))
    }

    fn node(&self, id: NodeId) -> Part {
        let of = |part: &NodeId| self.node(*part);
        let Some(node) = self.rulebook.nodes.get(id.row()) else { return Part::whole("") };
        match node {
            Node::Truth(truth) => Part::whole(truth.to_string()),
            Node::Number(number) => Part::whole(number.normalize().to_string()),
            Node::Day(day) => Part::whole(format!("date(\"{day}\")")),
            Node::AsOn => Part::whole("as_on"),
            Node::Input(input) => self.input(*input),
            Node::Parameter { parameter, on, key } => {
                let name = self.rulebook.parameters.get(parameter.row()).map_or("", |one| one.id.as_str());
                let key = key.as_ref().map_or(String::new(), |key| format!("[{}]", of(key).text));
                let on = on.as_ref().map_or(String::new(), |on| format!(" on {}", of(on).inside(Tie::Whole)));
                let tie = if on.is_empty() { Tie::Whole } else { Tie::Product };
                Part::new(format!("{name}{key}{on}"), tie)
            }
            Node::Line(row) => {
                Part::whole(self.lines.get(usize::from(*row)).map_or("", |line| line.id.as_str()))
            }
            Node::Not(a) => of(a).not(),
            Node::And(a, b) => of(a).all_of(of(b), Tie::And),
            Node::Or(a, b) => of(a).all_of(of(b), Tie::Or),
            Node::Compare(how, a, b) => {
                let word = match how {
                    Comparison::Less => "<",
                    Comparison::AtMost => "<=",
                    Comparison::Same => "=",
                };
                let (a, b) = (of(a).inside(Tie::Sum), of(b).inside(Tie::Sum));
                Part::new(format!("{a} {word} {b}"), Tie::Compare)
            }
            Node::SameOption(a, b) => {
                Part::new(format!("{} = {}", of(a).inside(Tie::Sum), of(b).inside(Tie::Sum)), Tie::Compare)
            }
            Node::OneOf(a, bits) => match self.input_of(*a) {
                Some(input) => self.one_of(input, *bits),
                None => Part::whole(format!("{} in (…)", of(a).inside(Tie::Whole))),
            },
            Node::Has(a, option) => match self.input_of(*a) {
                Some(input) => self.has(of(a).text, input, *option),
                None => of(a),
            },
            Node::PlaceIn(a, set) => self.place_in(of(a), *set),
            Node::Add(a, b) => of(a).join("+", of(b), Tie::Sum),
            Node::Subtract(a, b) => {
                Part::new(format!("{} - {}", of(a).inside(Tie::Sum), of(b).inside(Tie::Product)), Tie::Sum)
            }
            Node::Multiply(a, b) => of(a).join("*", of(b), Tie::Product),
            Node::Divide(a, b) => Part::new(
                format!("{} / {}", of(a).inside(Tie::Product), of(b).inside(Tie::Whole)),
                Tie::Product,
            ),
            Node::Modulo(a, b) => Part::call("modulo", &[of(a), of(b)]),
            Node::Min(a, b) => Part::call("min", &[of(a), of(b)]),
            Node::Max(a, b) => Part::call("max", &[of(a), of(b)]),
            Node::Abs(a) => Part::call("abs", &[of(a)]),
            Node::Round(how, a, places) => {
                Part::call(rounding(*how), &[of(a), Part::whole(places.to_string())])
            }
            Node::If(a, b, c) => {
                Part::new(format!("if {} then {} else {}", of(a).text, of(b).text, of(c).text), Tie::If)
            }
            Node::DaysBetween(a, b) => Part::call("days", &[of(a), of(b)]),
            Node::MonthsBetween(a, b) => Part::call("months", &[of(a), of(b)]),
            Node::PlusMonths(a, b) => {
                Part::new(format!("{} + months({})", of(a).inside(Tie::Sum), of(b).text), Tie::Sum)
            }
            Node::PlusDays(a, b) => {
                Part::new(format!("{} + days({})", of(a).inside(Tie::Sum), of(b).text), Tie::Sum)
            }
            Node::Some(list, _, body) => self.looped("some", *list, *body),
            Node::Every(list, _, body) => self.looped("every", *list, *body),
            Node::Sum(list, _, body) => {
                let (item, list) = self.list(*list);
                Part::whole(format!("sum(for {item} in {list} return {})", of(body).text))
            }
            Node::Count(list) => Part::whole(format!("count({})", self.list(*list).1)),
        }
    }

    fn looped(&self, word: &str, list: ListId, body: NodeId) -> Part {
        let (item, list) = self.list(list);
        Part::new(format!("{word} {item} in {list} satisfies {}", self.node(body).text), Tie::If)
    }

    fn input_of(&self, node: NodeId) -> Option<Input> {
        match self.rulebook.nodes.get(node.row()) {
            Some(Node::Input(input)) => Some(*input),
            Some(_) | None => None,
        }
    }
}

/// The options of a question; none if it has no options.
pub fn options(question: &Question) -> &[ChoiceOption] {
    match &question.answer {
        AnswerType::Choice(options) | AnswerType::Choices(options) => options,
        AnswerType::YesNo | AnswerType::Number { .. } | AnswerType::Date { .. } | AnswerType::Place => &[],
    }
}

/// Always the options it takes, never those it does not: an option that is new changes no test.
fn options_of(name: String, options: &[ChoiceOption], bits: u64) -> Part {
    let inside = (0u32..).zip(options).filter(|(row, _)| bits.checked_shr(*row).unwrap_or(0) & 1 == 1);
    let ids: Vec<String> = inside.map(|(_, option)| format!("\"{}\"", option.id)).collect();
    let text = match ids.as_slice() {
        [only] => format!("{name} = {only}"),
        several => format!("{name} in ({})", several.join(", ")),
    };
    Part::new(text, Tie::Compare)
}

fn rounding(how: Rounding) -> &'static str {
    match how {
        Rounding::Up => "round_up",
        Rounding::Down => "round_down",
        Rounding::HalfUp => "round_half_up",
        Rounding::HalfDown => "round_half_down",
        Rounding::HalfEven => "decimal",
        Rounding::Floor => "floor",
        Rounding::Ceiling => "ceiling",
    }
}

/// A place by its name.
pub enum PlaceName<'r> {
    /// All of a province.
    Province(&'r str),
    /// One municipality.
    Municipality(&'r str),
}

/// The names of places: a province that is there as a whole by its own name.
pub fn place_names(rulebook: &Rulebook, has: impl Fn(usize) -> bool) -> Vec<PlaceName<'_>> {
    let mut names = Vec::new();
    for province in &rulebook.provinces {
        let rows = usize::from(province.first)..=usize::from(province.last);
        let inside: Vec<usize> = rows.clone().filter(|row| has(*row)).collect();
        if inside.len() > 1 && inside.len() == rows.count() {
            names.push(PlaceName::Province(&province.name));
        } else {
            let own = inside.iter().filter_map(|row| rulebook.municipalities.get(*row));
            names.extend(own.map(|one| PlaceName::Municipality(&one.name)));
        }
    }
    names
}
