//! Loops over the records of a list.

use super::super::names::{Known, ListName, QuestionName};
use super::super::prove::{self, Fact};
use super::super::syntax::{Expression, Loop, Quantifier, Word};
use super::super::types::{Dimension, Measure};
use super::super::{Mistake, Span, add_once};
use super::{Checker, Meaning};
use crate::nearest::did_you_mean;
use rust_decimal::Decimal;
use steunwijzer_engine::expression::{Node, NodeId, Of};
use steunwijzer_engine::rulebook::ListId;

/// The name of the record in a loop.
pub(super) struct Variable<'n> {
    name: String,
    list: ListName<'n>,
}

impl<'a> Checker<'a> {
    pub(super) fn quantified(
        &mut self,
        quantifier: Quantifier,
        records: &Loop,
        test: &Expression,
    ) -> Result<Meaning<'a>, Mistake> {
        let (list, depth, test) = self.looped(records, |checker| checker.truth(test))?;
        let node = match quantifier {
            Quantifier::Some => Node::Some(list.id, depth, test),
            Quantifier::Every => Node::Every(list.id, depth, test),
        };
        Ok(Meaning::Truth(self.tables.derived(node)))
    }

    pub(super) fn sum(
        &mut self,
        records: &Loop,
        value: &Expression,
        at: &Span,
    ) -> Result<Meaning<'a>, Mistake> {
        let (list, depth, (node, measure)) = self.looped(records, |checker| checker.number(value))?;
        let fact = prove::sum(self.tables.fact(node), list.max);
        let node = self.tables.leaf(Node::Sum(list.id, depth, node), fact);
        self.within_digits(node, at)?;
        Ok(Meaning::Number(node, measure))
    }

    pub(super) fn count(&mut self, name: &Word) -> Result<Meaning<'a>, Mistake> {
        let list = self.list(name)?;
        let fact = Fact::number((Decimal::ZERO, Decimal::from(list.max)), true);
        let node: NodeId = self.tables.leaf(Node::Count(list.id), fact);
        Ok(Meaning::Number(node, Measure::Of(Dimension::NONE)))
    }

    /// Checks what stands inside a loop, with the name of its record known.
    fn looped<T>(
        &mut self,
        records: &Loop,
        inside: impl FnOnce(&mut Self) -> Result<T, Mistake>,
    ) -> Result<(ListName<'a>, u8, T), Mistake> {
        let list = self.list(&records.list)?;
        let variable = &records.variable;
        let name = &variable.text;
        let subject = self.scope.subject.and_then(|id| self.names.list_of(id));
        if self.variables.iter().any(|outer| outer.name == *name)
            || subject.is_some_and(|subject| subject.item == name)
        {
            return Err(Mistake::new(&variable.at, format!("`{name}` already stands for a record"))
                .help("choose another name for the record of this loop"));
        }
        let depth =
            u8::try_from(self.variables.len()).map_err(|_| super::super::syntax::too_deep(&variable.at))?;
        self.variables.push(Variable { name: name.clone(), list });
        let inside = inside(self);
        self.variables.pop();
        Ok((list, depth, inside?))
    }

    fn list(&mut self, name: &Word) -> Result<ListName<'a>, Mistake> {
        let text = name.text.as_str();
        let Some(list) = self.names.list(text) else {
            let known = self.names.known(Known::List);
            return Err(Mistake::new(&name.at, format!("`{text}` is not a list"))
                .help(did_you_mean(text, known.iter().copied())));
        };
        add_once(&mut self.uses.lists, list.id);
        Ok(list)
    }

    /// The answer that `variable.answer` stands for; `None` if the name is not of a loop.
    pub(super) fn of_variable(
        &self,
        name: &str,
        at: &Span,
    ) -> Result<Option<(QuestionName<'a>, Of)>, Mistake> {
        let (variable, answer) = name.split_once('.').unwrap_or((name, ""));
        let found = (0..).zip(&self.variables).find(|(_, known)| known.name == variable);
        let Some((depth, Variable { list, .. })) = found else {
            return Ok(None);
        };
        if answer.is_empty() {
            return Err(Mistake::new(at, format!("`{name}` is a whole record"))
                .help(format!("name one of its answers: `{name}.…`")));
        }
        match self.names.question(&format!("{}.{answer}", list.item)) {
            Some(question) => Ok(Some((question, Of::Loop(depth)))),
            None => {
                let prefix = format!("{}.", list.item);
                let known: Vec<String> = self
                    .names
                    .known(Known::Question)
                    .iter()
                    .filter_map(|question| question.strip_prefix(&prefix))
                    .map(|answer| format!("{variable}.{answer}"))
                    .collect();
                Err(Mistake::new(at, format!("`{name}` is not known"))
                    .help(did_you_mean(name, known.iter().map(String::as_str))))
            }
        }
    }

    /// A name that speaks of a record, where no record is judged.
    pub(super) fn of_no_record(&self, name: &str, list: ListId, at: &Span) -> Mistake {
        let Some(list) = self.names.list_of(list) else {
            return Mistake::new(at, format!("`{name}` belongs to a record of a list"));
        };
        let list_name = list.name;
        let help = match name.strip_prefix(list.item) {
            Some(answer) => format!("loop over the records: `some x in {list_name} satisfies x{answer} …`"),
            None => format!("it can be used only where one record of `{list_name}` is judged"),
        };
        Mistake::new(at, format!("`{name}` belongs to one record of `{list_name}`")).help(help)
    }
}
