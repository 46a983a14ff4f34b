//! What stands in fields, and what is read from them.

use super::Model;
use crate::draft::{Draft, Key, Problem, Reading};
use crate::navigation::{Asks, Page};
use crate::order;
use steunwijzer_advisor::interview::Action;
use steunwijzer_engine::answers::{Answer, Whose};

impl Model {
    /// What stands in the fields of a question: what was typed, else the answer.
    pub(crate) fn draft(&self, key: Key) -> Draft {
        let typed = self.drafts.iter().find(|(own, _)| *own == key).map(|(_, draft)| draft.clone());
        typed.unwrap_or_else(|| match self.question(key.0) {
            Some(question) => self.reader().answered(question, self.answer(key)),
            None => Draft::default(),
        })
    }

    /// The fields of this page that are wrong.
    pub(crate) fn problems(&self) -> Vec<(Key, &Problem)> {
        let here = self.drafts.iter().filter(|(key, _)| self.is_here(*key));
        here.filter_map(|(key, draft)| Some((*key, draft.problem.as_ref()?))).collect()
    }

    fn is_here(&self, (question, whose): Key) -> bool {
        match self.page.asks() {
            Asks::Question(shown) => shown == question && whose == Whose::Organisation,
            Asks::Records(topic, row) => {
                let asked = self.topic(topic).is_some_and(|topic| topic.questions.contains(&question));
                asked && matches!(whose, Whose::Record(_, own) if Some(own) == row)
            }
            // The model of a calculator holds nothing but its own fields.
            Asks::Sum => true,
            Asks::Nothing => false,
        }
    }

    pub(super) fn draft_mut(&mut self, key: Key) -> &mut Draft {
        let found = self.drafts.iter().position(|(own, _)| *own == key);
        let at = found.unwrap_or_else(|| {
            let draft = self.draft(key);
            self.drafts.push((key, draft));
            self.drafts.len() - 1
        });
        &mut self.drafts[at].1
    }

    /// Reads what stands in a field; what can be read becomes the answer, the rest is marked.
    pub(super) fn leave(&mut self, key: Key) {
        let Some((_, draft)) = self.drafts.iter().find(|(own, _)| *own == key) else { return };
        let Some(question) = self.question(key.0) else { return };
        let (id, whose) = key;
        match self.reader().read(question, draft) {
            Reading::Nothing => {
                if let Some(Answer::Known(_)) = self.answer(key) {
                    self.change(Action::TakeBack(id, whose));
                }
                self.draft_mut(key).problem = None;
            }
            Reading::Answer(slot) => {
                self.change(Action::Answer(id, whose, slot));
                self.draft_mut(key).problem = None;
            }
            Reading::Problem(problem) => {
                self.change(Action::TakeBack(id, whose));
                self.draft_mut(key).problem = Some(problem);
            }
        }
    }

    /// Leaves every field. Those of calculators count while one types.
    pub(crate) fn leave_all(&mut self) {
        let keys: Vec<Key> = self.drafts.iter().map(|(key, _)| *key).collect();
        for key in keys {
            self.leave(key);
        }
    }

    /// Reads a field while one types: what can be read counts at once, and nothing is marked yet.
    pub(crate) fn read_while_typing(&mut self, key: Key) {
        let Some((_, draft)) = self.drafts.iter().find(|(own, _)| *own == key) else { return };
        let Some(question) = self.question(key.0) else { return };
        let (id, whose) = key;
        self.change(match self.reader().read(question, draft) {
            Reading::Answer(slot) => Action::Answer(id, whose, slot),
            Reading::Nothing | Reading::Problem(_) => Action::TakeBack(id, whose),
        });
    }

    pub(super) fn submit(&mut self, to: Option<Page>) {
        let here: Vec<Key> =
            self.drafts.iter().map(|(key, _)| *key).filter(|key| self.is_here(*key)).collect();
        for key in here {
            self.leave(key);
        }
        if let Page::Question(id) = self.page
            && self.answer((id, Whose::Organisation)).is_none()
            && self.problems().is_empty()
        {
            self.draft_mut((id, Whose::Organisation)).problem = Some(Problem::Missing);
        }
        if self.problems().is_empty() {
            if to.is_none() {
                self.origin = None;
            }
            self.go(to.unwrap_or_else(|| order::next(self)));
        } else {
            self.alarm += 1;
        }
    }
}
