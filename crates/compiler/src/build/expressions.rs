//! Compiling the expressions of rule files into the engine's tables, with their mistakes placed.

use super::names::Book;
use super::words_in::mentions;
use crate::diagnostic::{Log, Placed};
use crate::feel::{self, CompiledCondition, CompiledValue, Expected, LineName, Mistake, Scope, Tables, Uses};
use std::collections::BTreeSet;
use steunwijzer_engine::rulebook::{ListId, ParameterUse, QuestionId};

/// Everything that is needed to compile an expression.
pub(super) struct Expressions<'a> {
    pub(super) log: &'a Log,
    pub(super) book: Book,
    pub(super) tables: Tables,
    pub(super) mentioned: Mentioned,
}

/// What the expressions mention.
#[derive(Default)]
pub(crate) struct Mentioned {
    /// Names of parameters, definitions, questions, lines.
    pub(crate) names: BTreeSet<String>,
    /// Options of questions.
    pub(crate) options: BTreeSet<(QuestionId, String)>,
}

impl<'a> Expressions<'a> {
    pub(super) fn new(book: Book, log: &'a Log) -> Expressions<'a> {
        Expressions { log, book, tables: Tables::new(), mentioned: Mentioned::default() }
    }

    /// Compiles a condition about the records of a list (none: about the organisation).
    pub(super) fn condition(
        &mut self,
        text: &Placed<String>,
        subject: Option<ListId>,
    ) -> Option<CompiledCondition> {
        let scope = Scope { subject };
        let compiled = feel::condition(text, &self.book, scope, &mut self.tables);
        match compiled {
            Ok(compiled) => {
                self.take_down(text, &compiled.uses, &compiled.notes);
                Some(compiled)
            }
            Err(mistake) => self.report(text, &mistake),
        }
    }

    /// Compiles an expression that gives a value.
    pub(super) fn value(
        &mut self,
        text: &Placed<String>,
        subject: Option<ListId>,
        expected: Expected,
    ) -> Option<CompiledValue> {
        let scope = Scope { subject };
        let compiled = feel::value(text, &self.book, scope, Some(expected), &mut self.tables);
        match compiled {
            Ok(compiled) => {
                self.take_down(text, &compiled.uses, &compiled.notes);
                Some(compiled)
            }
            Err(mistake) => self.report(text, &mistake),
        }
    }

    /// Lets the expressions that follow use an amount line; `None`: none of those before.
    pub(super) fn set_lines(&mut self, lines: Vec<(String, LineName)>) {
        self.book.lines = lines;
    }

    fn take_down(&mut self, text: &Placed<String>, uses: &Uses, notes: &[Mistake]) {
        let found = mentions(text);
        self.mentioned.names.extend(found.names.iter().map(|name| (*name).to_owned()));
        for question in &uses.questions {
            let options = found.texts.iter().map(|option| (*question, (*option).to_owned()));
            self.mentioned.options.extend(options);
        }
        for note in notes {
            let at = self.log.inside(text.at, text, note.at.clone());
            self.log.warning(at, note.message.as_str(), note.help.clone().unwrap_or_default());
        }
    }

    fn report<T>(&self, text: &Placed<String>, mistake: &Mistake) -> Option<T> {
        let word = text.get(mistake.at.clone()).unwrap_or_default().trim_matches('"');
        if !self.log.is_broken(word) {
            let at = self.log.inside(text.at, text, mistake.at.clone());
            self.log.error(at, mistake.message.as_str(), mistake.help.clone().unwrap_or_default());
        }
        None
    }
}

/// The parameters that an expression uses.
pub(super) fn parameters(uses: &Uses) -> Vec<ParameterUse> {
    let used = uses.parameters.iter();
    used.map(|(parameter, node)| ParameterUse { parameter: *parameter, node: *node }).collect()
}
