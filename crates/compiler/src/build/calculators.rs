//! Calculators in rows: their questions behind those of the rulebook, and what they show.

use super::ids::{Ids, unique};
use super::questions;
use super::texts::Texts;
use crate::diagnostic::{Log, Placed};
use crate::nearest::did_you_mean;
use crate::read::calculators::{Calculator as Written, Several as WrittenSeveral};
use crate::read::questions::Question as WrittenQuestion;
use steunwijzer_engine::answers::Answer;
use steunwijzer_engine::calculators::{Calculator, Calculators, Several};
use steunwijzer_engine::notation;
use steunwijzer_engine::rulebook::{DefinitionId, List, ListId, QuestionId, Rulebook};
use steunwijzer_engine::slot::Slot;

/// Builds the calculators, in their order.
pub(super) fn build(
    written: &[Written],
    rulebook: &Rulebook,
    ids: &Ids<'_>,
    texts: &mut Texts,
    log: &Log,
) -> Calculators {
    unique(log, "calculator", written.iter().map(|calculator| &calculator.id));
    let mut written: Vec<&Written> = written.iter().collect();
    written.sort_by_key(|calculator| calculator.order.value);
    for pair in written.windows(2) {
        if let [one, two] = pair
            && one.order.value == two.order.value
        {
            let message = format!("the calculator `{}` has the same order", one.id.value);
            log.error(two.order.at, message, "give each calculator its own place in the list");
        }
    }
    // First all questions, then what names them.
    let mut building = Building { all: rulebook.clone(), ids, texts, log };
    written.iter().for_each(|calculator| building.own(calculator));
    let all = written.iter().map(|calculator| building.row(calculator)).collect();
    Calculators {
        edition: rulebook.edition.hash.clone(),
        lists: building.all.lists.split_off(rulebook.lists.len()),
        questions: building.all.questions.split_off(rulebook.questions.len()),
        all,
    }
}

struct Building<'a> {
    /// The rulebook with what the calculators add.
    all: Rulebook,
    ids: &'a Ids<'a>,
    texts: &'a mut Texts,
    log: &'a Log,
}

impl Building<'_> {
    /// The list and the questions of its own.
    fn own(&mut self, written: &Written) {
        let item = written.several.as_ref().and_then(|several| self.own_list(several));
        for question in &written.questions {
            self.question(written, question, item.as_ref());
        }
    }

    /// The list of its own, if it has one: what a record is called, and its row.
    fn own_list(&mut self, written: &WrittenSeveral) -> Option<(String, ListId)> {
        let (item, max) = written.own.as_ref()?;
        if self.all.list_id(&written.list).is_some() {
            let message = format!("there is another list `{}`", written.list.value);
            self.log.error(written.list.at, message, "leave `item` and `max` out, or take another name");
            return None;
        }
        let row = ListId(u16::try_from(self.all.lists.len()).unwrap_or(u16::MAX));
        self.all.lists.push(List {
            id: written.list.value.clone(),
            item: item.value.clone(),
            max: u16::try_from(max.value).unwrap_or(u16::MAX),
            width: 0,
            none: self.texts.same(""),
        });
        Some((item.value.clone(), row))
    }

    fn question(&mut self, of: &Written, written: &WrittenQuestion, own: Option<&(String, ListId)>) {
        if let Some(guard) = &written.ask_if {
            let help = "leave it out, with `otherwise`";
            self.log.error(guard.at, "a question of a calculator is always asked", help);
        }
        if self.all.question_id(&written.id).is_some() {
            let message = format!("there is another question `{}`", written.id.value);
            self.log.error(written.id.at, message, "give this one another id, or take one of the two out");
            return;
        }
        if of.asks.iter().all(|id| id.value != written.id.value) {
            let message = format!("the question `{}` is not asked", written.id.value);
            self.log.error(written.id.at, message, "name it in `questions`, where it has to stand");
        }
        let item = written.id.split('.').next().unwrap_or_default();
        let list = own.filter(|(own, _)| own == item).map(|(_, list)| *list);
        let slot = questions::next_slot(&self.all, list);
        let row = questions::row(written, list, slot, self.texts, self.log);
        self.all.questions.push(row);
        if let Some(list) = list.and_then(|list| self.all.lists.get_mut(list.row())) {
            list.width += 1;
        }
    }

    fn row(&mut self, written: &Written) -> Calculator {
        let [title, summary, explanation] =
            [&written.title, &written.summary, &written.explanation].map(|text| self.texts.add(text));
        let given = written.given.iter().filter_map(|(id, value)| self.given(id, value)).collect();
        Calculator {
            id: written.id.value.clone(),
            title,
            summary,
            explanation,
            asks: written.asks.iter().filter_map(|id| self.question_id(id)).collect(),
            several: written.several.as_ref().and_then(|several| self.several(several)),
            given,
            schemes: written.schemes.iter().filter_map(|id| self.ids.scheme(id)).collect(),
            definitions: written.definitions.iter().filter_map(|id| self.definition(id)).collect(),
            special: written.special,
            sources: self.ids.citations(&written.sources, self.texts),
        }
    }

    fn several(&mut self, written: &WrittenSeveral) -> Option<Several> {
        let Some(list) = self.all.list_id(&written.list) else {
            let message = format!("there is no list `{}`", written.list.value);
            let known = self.all.lists.iter().map(|list| list.id.as_str());
            let help = did_you_mean(&written.list, known);
            self.log.error(written.list.at, message, help);
            return None;
        };
        Some(Several { list, title: self.texts.add(&written.title), add: self.texts.add(&written.add) })
    }

    fn given(&self, id: &Placed<String>, value: &Placed<notation::Written>) -> Option<(QuestionId, Slot)> {
        let row = self.question_id(id)?;
        let question = self.all.questions.get(row.row())?;
        match notation::read(&self.all, question, &value.value) {
            Ok(Answer::Known(slot)) => Some((row, slot)),
            Ok(Answer::NotKnown) => {
                self.log.error(value.at, "what is given is known", "leave it out, or write an answer");
                None
            }
            Err(wrong) => {
                self.log.error(value.at, wrong.problem, format!("write {}", wrong.allowed));
                None
            }
        }
    }

    fn question_id(&self, id: &Placed<String>) -> Option<QuestionId> {
        let row = self.all.question_id(id);
        if row.is_none() && !self.log.is_broken(id) {
            let message = format!("there is no question `{}`", id.value);
            let known = self.all.questions.iter().map(|question| question.id.as_str());
            self.log.error(id.at, message, did_you_mean(id, known));
        }
        row
    }

    fn definition(&self, id: &Placed<String>) -> Option<DefinitionId> {
        let row = self.all.definition_id(id);
        if row.is_none() && !self.log.is_broken(id) {
            let message = format!("there is no definition `{}`", id.value);
            let known = self.all.definitions.iter().map(|definition| definition.id.as_str());
            self.log.error(id.at, message, did_you_mean(id, known));
        }
        row
    }
}
