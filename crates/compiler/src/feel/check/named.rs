//! Names: answers, parameters, definitions, earlier lines.

use super::super::names::{DefinitionName, Known, ParameterName, QuestionName};
use super::super::prove::Fact;
use super::super::syntax::{Expression, Word};
use super::super::types::{Dimension, Measure, Type};
use super::super::{Mistake, Span, add_once};
use super::{Checker, Meaning};
use crate::nearest::did_you_mean;
use rust_decimal::Decimal;
use steunwijzer_engine::expression::{Input, Node, Of};
use steunwijzer_engine::rulebook::{AnswerType, Unit};

impl<'a> Checker<'a> {
    /// What a name without key and day stands for.
    pub(super) fn name(&mut self, name: &str, at: &Span) -> Result<Meaning<'a>, Mistake> {
        if name == "as_on" {
            return Ok(Meaning::Date(self.tables.derived(Node::AsOn)));
        }
        if let Some((question, of)) = self.of_variable(name, at)? {
            return Ok(self.answer(question, of));
        }
        if let Some(question) = self.names.question(name) {
            let of = self.whose(question, name, at)?;
            return Ok(self.answer(question, of));
        }
        if let Some(line) = self.names.line(name) {
            let node = self.tables.line(line);
            return Ok(Meaning::Number(node, Measure::of(line.unit)));
        }
        if let Some(definition) = self.names.definition(name) {
            return self.definition(definition, name, at);
        }
        let word = Word { text: name.to_owned(), at: at.clone() };
        self.parameter(&word, at, None, None)
    }

    fn whose(&self, question: QuestionName<'_>, name: &str, at: &Span) -> Result<Of, Mistake> {
        match question.list {
            None => Ok(Of::Organisation),
            list if list == self.scope.subject => Ok(Of::Subject),
            Some(list) => Err(self.of_no_record(name, list, at)),
        }
    }

    /// An answer, as what its type gives.
    fn answer(&mut self, question: QuestionName<'a>, of: Of) -> Meaning<'a> {
        let input = Input { question: question.id, slot: question.slot, of };
        add_once(&mut self.uses.questions, question.id);
        if !matches!(of, Of::Loop(_)) {
            self.uses.count(input, 1);
        }
        self.tables.answer(question.id, question.answer);
        let fact = fact_of(question.answer);
        let node = self.tables.leaf(Node::Input(input), fact);
        match question.answer {
            AnswerType::YesNo => Meaning::Truth(node),
            AnswerType::Choice(options) => Meaning::Choice(node, options),
            AnswerType::Choices(options) => Meaning::Choices(node, options),
            AnswerType::Number { unit, .. } => Meaning::Number(node, Measure::of(*unit)),
            AnswerType::Date { .. } => Meaning::Date(node),
            AnswerType::Place => Meaning::Place(node),
        }
    }

    fn definition(
        &mut self,
        definition: DefinitionName<'a>,
        name: &str,
        at: &Span,
    ) -> Result<Meaning<'a>, Mistake> {
        if let Some(list) = definition.list
            && definition.list != self.scope.subject
        {
            return Err(self.of_no_record(name, list, at));
        }
        self.uses.extend(definition.uses);
        match definition.ty {
            Type::Truth => Ok(Meaning::Truth(definition.node)),
            Type::Number(measure) => Ok(Meaning::Number(definition.node, measure)),
            Type::Date => Ok(Meaning::Date(definition.node)),
            ty @ (Type::Choice | Type::Choices | Type::Place | Type::Text | Type::Places) => {
                Err(Mistake::new(at, format!("`{name}` gives {ty}"))
                    .help("a definition gives yes or no, a number or a date"))
            }
        }
    }

    /// A parameter, with its key and its day.
    pub(super) fn parameter(
        &mut self,
        name: &Word,
        at: &Span,
        key: Option<&Expression>,
        on: Option<&Expression>,
    ) -> Result<Meaning<'a>, Mistake> {
        let text = &name.text;
        let Some(parameter) = self.names.parameter(text) else {
            return Err(self.not_a_parameter(name, key.is_some() || on.is_some()));
        };
        let key = match (parameter.keyed, key) {
            (true, Some(key)) => {
                let (node, measure) = self.number(key)?;
                if measure.same_as(Measure::Of(Dimension::NONE)).is_none() {
                    return Err(self.wrong_kind(&key.at, Type::Number(measure), "a plain number"));
                }
                Some(node)
            }
            (false, None) => None,
            (true, None) => {
                return Err(Mistake::new(at, format!("`{text}` has a figure for each key"))
                    .help(format!("write the key behind it: `{text}[hire.age]`")));
            }
            (false, Some(key)) => {
                return Err(Mistake::new(&key.at, format!("`{text}` has no key"))
                    .help("leave out what stands between `[` and `]`"));
            }
        };
        let on = on.map(|day| self.date(day)).transpose()?;
        let node = Node::Parameter { parameter: parameter.id, on, key };
        let node = self.tables.leaf(node, figures(&parameter));
        add_once(&mut self.uses.parameters, (parameter.id, node));
        Ok(Meaning::Number(node, Measure::of(parameter.unit)))
    }

    fn not_a_parameter(&self, name: &Word, dated: bool) -> Mistake {
        let text = name.text.as_str();
        let at = &name.at;
        if dated && self.exists(text) {
            return Mistake::new(at, format!("`{text}` is not a parameter"))
                .help("only parameters have a key or another day");
        }
        if self.names.list(text).is_some() {
            return Mistake::new(at, format!("`{text}` is a list"))
                .help(format!("count it, or loop over it: `count({text})`, `some x in {text} satisfies …`"));
        }
        let mut known = self.names.known(Known::Value);
        known.extend(self.names.known(Known::Question));
        Mistake::new(at, format!("`{text}` is not known")).help(did_you_mean(text, known.iter().copied()))
    }

    fn exists(&self, name: &str) -> bool {
        name == "as_on"
            || self.names.question(name).is_some()
            || self.names.line(name).is_some()
            || self.names.definition(name).is_some()
    }
}

/// What is certain of any answer to a question.
fn fact_of(answer: &AnswerType) -> Fact {
    match answer {
        AnswerType::Number { scale, min, max, .. } => {
            let value = |scaled: i64| {
                Decimal::try_from_i128_with_scale(i128::from(scaled), u32::from(*scale)).unwrap_or_default()
            };
            Fact::number((value(*min), value(*max)), *scale == 0)
        }
        AnswerType::Date { min, max } => Fact::Days(*min, *max),
        AnswerType::YesNo | AnswerType::Choice(_) | AnswerType::Choices(_) | AnswerType::Place => Fact::Other,
    }
}

/// What is certain of any figure of a parameter. Months, weeks and days are whole unless the lowest
/// or the highest has decimals.
fn figures(parameter: &ParameterName) -> Fact {
    let (low, high) = parameter.range;
    let counted = matches!(parameter.unit, Unit::Months | Unit::Weeks | Unit::Days);
    let whole = counted && low.is_integer() && high.is_integer();
    Fact::number(parameter.range, whole)
}
