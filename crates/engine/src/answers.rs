//! What a visitor has told.

use crate::rulebook::{List, ListId, Question, QuestionId, Rulebook};
use crate::slot::Slot;
use std::fmt;

/// One answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// These values are still possible.
    Known(Slot),
    /// Asked, and not known: the same set as not asked, but never proposed again.
    NotKnown,
}

/// Answers about the organisation, or about one record of a list. By slot of the question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record(Vec<Option<Answer>>);

/// Everything a visitor has told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    organisation: Record,
    lists: Vec<Option<Vec<Record>>>,
}

/// Where an answer belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Whose {
    /// The organisation.
    Organisation,
    /// A record of a list, by its row.
    Record(ListId, u16),
}

/// Why an answer was not taken. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerError {
    /// The answer is empty or outside the bounds of the question.
    OutsideBounds,
    /// There is no such record, or the question is not about records of that list.
    NoSuchRecord,
    /// The list is full.
    ListFull,
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            AnswerError::OutsideBounds => "the answer lies outside the bounds of the question",
            AnswerError::NoSuchRecord => "there is no such record",
            AnswerError::ListFull => "the list is full",
        })
    }
}

impl std::error::Error for AnswerError {}

impl Record {
    /// The answer in this slot, if any.
    pub fn get(&self, slot: u16) -> Option<Answer> {
        self.0.get(usize::from(slot)).copied().flatten()
    }

    fn set(&mut self, slot: u16, answer: Option<Answer>) {
        let row = usize::from(slot);
        if self.0.len() <= row {
            self.0.resize(row + 1, None);
        }
        if let Some(place) = self.0.get_mut(row) {
            *place = answer;
        }
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}

impl Answers {
    /// Nothing told yet.
    pub fn new(rulebook: &Rulebook) -> Answers {
        Answers { organisation: Record::default(), lists: vec![None; rulebook.lists.len()] }
    }

    /// What was told about the organisation.
    pub fn organisation(&self) -> &Record {
        &self.organisation
    }

    /// The records of a list; `None` when it was not told yet, empty when there are certainly none.
    pub fn records(&self, list: ListId) -> Option<&[Record]> {
        self.lists.get(list.row())?.as_deref()
    }

    /// The answer to a question, if it was given.
    pub fn get(&self, question: &Question, whose: Whose) -> Option<Answer> {
        self.record(whose)?.get(question.slot)
    }

    /// The organisation or a record.
    pub fn record(&self, whose: Whose) -> Option<&Record> {
        match whose {
            Whose::Organisation => Some(&self.organisation),
            Whose::Record(list, row) => self.records(list)?.get(usize::from(row)),
        }
    }

    /// Gives an answer, replaces it, or (with `None`) takes it back.
    ///
    /// # Errors
    /// If the answer lies outside the bounds of the question, or the record does not exist.
    pub fn set(
        &mut self,
        rulebook: &Rulebook,
        question: QuestionId,
        whose: Whose,
        answer: Option<Answer>,
    ) -> Result<(), AnswerError> {
        let question = rulebook.questions.get(question.row()).ok_or(AnswerError::NoSuchRecord)?;
        if let Some(Answer::Known(slot)) = answer
            && !question.answer.admits(slot, rulebook.municipalities.len())
        {
            return Err(AnswerError::OutsideBounds);
        }
        let record = match (whose, question.list) {
            (Whose::Organisation, None) => Some(&mut self.organisation),
            (Whose::Record(list, row), Some(own)) if list == own => self
                .lists
                .get_mut(list.row())
                .and_then(Option::as_mut)
                .and_then(|records| records.get_mut(usize::from(row))),
            (Whose::Organisation | Whose::Record(..), _) => None,
        };
        record.ok_or(AnswerError::NoSuchRecord)?.set(question.slot, answer);
        Ok(())
    }

    /// Says that there are certainly no records in this list.
    pub fn tell_none(&mut self, list: ListId) {
        if let Some(records) = self.lists.get_mut(list.row()) {
            *records = Some(Vec::new());
        }
    }

    /// Takes back everything that was told about this list.
    pub fn forget(&mut self, list: ListId) {
        if let Some(records) = self.lists.get_mut(list.row()) {
            *records = None;
        }
    }

    /// Adds an empty record and gives its row.
    ///
    /// # Errors
    /// If the list is full.
    pub fn add_record(&mut self, rulebook: &Rulebook, list: ListId) -> Result<u16, AnswerError> {
        let max = rulebook.lists.get(list.row()).map(List::most).ok_or(AnswerError::NoSuchRecord)?;
        let records = self.lists.get_mut(list.row()).ok_or(AnswerError::NoSuchRecord)?;
        let records = records.get_or_insert_default();
        let row = u16::try_from(records.len()).map_err(|_| AnswerError::ListFull)?;
        if row >= max {
            return Err(AnswerError::ListFull);
        }
        records.push(Record::default());
        Ok(row)
    }

    /// Takes a record away; the rows behind it move up. The list then is told, perhaps as empty.
    pub fn remove_record(&mut self, list: ListId, row: u16) {
        if let Some(Some(records)) = self.lists.get_mut(list.row())
            && usize::from(row) < records.len()
        {
            records.remove(usize::from(row));
        }
    }

    /// Whether nothing at all was told.
    pub fn is_empty(&self) -> bool {
        self.organisation.is_empty() && self.lists.iter().all(Option::is_none)
    }
}

impl List {
    fn most(&self) -> u16 {
        self.max
    }
}
