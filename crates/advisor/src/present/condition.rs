//! Conditions with their state, the answers used and where they stand.

use super::words::state_word;
use super::{CitationRow, Link, View};
use std::cell::LazyCell;
use steunwijzer_engine::advice::{Ask, ConditionAdvice, State, Subject, SubjectAdvice};
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::expression::Node;
use steunwijzer_engine::rulebook::{ConditionId, QuestionId};
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::world::World;

/// A condition, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionRow {
    /// Which.
    pub condition: ConditionId,
    /// Its id within the scheme.
    pub id: String,
    /// The requirement.
    pub text: String,
    /// Its state.
    pub state: State,
    /// Its state in words: *Nog open: beantwoord 1 vraag*.
    pub state_word: String,
    /// The answers it uses.
    pub answers: Vec<UsedAnswer>,
    /// Questions that it needs, that may apply and that are not answered yet.
    pub open: Vec<QuestionId>,
    /// Where it stands.
    pub citations: Vec<CitationRow>,
    /// Where the right does sit.
    pub refer: Option<Link>,
    /// Alternatives: one is enough.
    pub routes: Vec<ConditionRow>,
}

/// An answer that a condition used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedAnswer {
    /// The question.
    pub question: QuestionId,
    /// Its label.
    pub label: String,
    /// The answer in words.
    pub text: String,
}

impl View<'_> {
    /// The conditions of a scheme for a subject, alternatives inside their group.
    pub(crate) fn condition_rows(&self, judged: &SubjectAdvice) -> Vec<ConditionRow> {
        let world = World::new(self.rulebook, self.answers, self.advice.as_on);
        let mut rows: Vec<ConditionRow> = Vec::new();
        let mut routes_left = 0;
        for advice in &judged.conditions {
            let Some(row) = self.condition_row(&world, advice, judged.subject) else { continue };
            match rows.last_mut() {
                Some(group) if routes_left > 0 => {
                    routes_left -= 1;
                    group.routes.push(row);
                }
                Some(_) | None => {
                    routes_left = self.condition(advice.condition).map_or(0, |condition| condition.routes);
                    rows.push(row);
                }
            }
        }
        rows
    }

    fn condition_row(
        &self,
        world: &World<'_>,
        advice: &ConditionAdvice,
        subject: Subject,
    ) -> Option<ConditionRow> {
        let condition = self.condition(advice.condition)?;
        let open: Vec<QuestionId> = match advice.state {
            State::Open => self.open_of(world, &self.questions_of(advice.condition), subject),
            State::Met
            | State::NotMet
            | State::OpenByUs
            | State::Judged
            | State::ToDo
            | State::Remark
            | State::NotNeeded => vec![],
        };
        Some(ConditionRow {
            condition: advice.condition,
            id: condition.id.clone(),
            text: self.text(condition.text).to_owned(),
            state: advice.state,
            state_word: state_word(self.lang, advice.state, open.len()),
            answers: self.used_answers(&condition.questions, subject),
            open,
            citations: self.citations(&condition.sources),
            refer: condition
                .refer
                .filter(|_| advice.state == State::NotMet)
                .and_then(|scheme| self.link(scheme)),
            routes: vec![],
        })
    }

    /// The answers that a subject gave to these questions. Of a question that does not apply, the
    /// answers that say so.
    pub(crate) fn used_answers(&self, questions: &[QuestionId], subject: Subject) -> Vec<UsedAnswer> {
        let used = self.with_guards(questions, subject).into_iter().filter_map(|id| {
            let question = self.question(id)?;
            Some(UsedAnswer {
                question: id,
                label: self.text(question.short).to_owned(),
                text: self.answer_text(question, subject)?,
            })
        });
        used.collect()
    }

    /// These questions; instead of one that does not count, because it was not answered or does not
    /// apply any more, the questions of the condition under which it is asked.
    fn with_guards(&self, questions: &[QuestionId], subject: Subject) -> Vec<QuestionId> {
        let world = LazyCell::new(|| World::new(self.rulebook, self.answers, self.advice.as_on));
        let applies = |id| match self.question(id).and_then(|question| self.whose(question, subject)) {
            Some(whose) => world.applies(id, whose) != Truth::No,
            None => true,
        };
        let mut all: Vec<QuestionId> = Vec::new();
        let mut add = |id: QuestionId| {
            if !all.contains(&id) {
                all.push(id);
            }
        };
        for &id in questions {
            let Some(question) = self.question(id) else { continue };
            let counts = || self.answer(question, subject).is_some() && applies(id);
            match question.ask_if.filter(|_| !counts()) {
                None => add(id),
                Some(guard) => self.rulebook.visit(guard, &mut |node| {
                    if let Node::Input(input) = node {
                        add(input.question);
                    }
                }),
            }
        }
        all
    }

    /// What was not answered yet and keeps conditions of a subject open, each once. A list that was
    /// not told is one thing to ask.
    pub fn asks_left(&self, world: &World<'_>, judged: &SubjectAdvice) -> Vec<Ask> {
        let mut left: Vec<Ask> = Vec::new();
        for advice in judged.conditions.iter().filter(|advice| advice.state == State::Open) {
            for id in self.open_of(world, &self.questions_of(advice.condition), judged.subject) {
                let Some(question) = self.question(id) else { continue };
                let ask = match (self.whose(question, judged.subject), question.list) {
                    (None, Some(list)) => Ask::List(list),
                    (Some(whose), _) => Ask::Question(id, whose),
                    (None, None) => Ask::Question(id, Whose::Organisation),
                };
                if !left.contains(&ask) {
                    left.push(ask);
                }
            }
        }
        left
    }

    /// Of these questions, those that may apply and were not answered.
    fn open_of(&self, world: &World<'_>, questions: &[QuestionId], subject: Subject) -> Vec<QuestionId> {
        let is_open = |id: &QuestionId| {
            self.question(*id).is_some_and(|question| match self.whose(question, subject) {
                Some(whose) => {
                    self.answers.get(question, whose).is_none() && world.applies(*id, whose) != Truth::No
                }
                None => true,
            })
        };
        questions.iter().copied().filter(is_open).collect()
    }
}
