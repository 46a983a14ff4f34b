//! Answers of any edition: what this one can read is taken, the rest is kept.

use super::Kept;
use crate::answers_file::key_of;
use crate::json::Json;
use steunwijzer_engine::answers::{Answers, Whose};
use steunwijzer_engine::notation;
use steunwijzer_engine::rulebook::{ListId, QuestionId, Rulebook};

/// Answers while they are read.
pub(super) struct Reading<'r> {
    rulebook: &'r Rulebook,
    pub(super) answers: Answers,
    pub(super) kept: Vec<Kept>,
}

impl<'r> Reading<'r> {
    pub(super) fn new(rulebook: &'r Rulebook) -> Reading<'r> {
        Reading { rulebook, answers: Answers::new(rulebook), kept: Vec::new() }
    }

    /// Reads the answers of a file.
    pub(super) fn read(&mut self, entries: Vec<(String, Json)>) {
        for (key, value) in entries {
            match (self.rulebook.list_id(&key), value) {
                (Some(list), Json::List(records)) if self.answers.records(list).is_none() => {
                    self.list(list, &key, records);
                }
                (_, value) => self.answer(key.clone(), &key, None, Whose::Organisation, value),
            }
        }
    }

    /// Tries what another edition kept; it never replaces an answer.
    pub(super) fn again(&mut self, kept: Kept) {
        let place =
            kept.place().and_then(|(list, row, rest)| Some((self.rulebook.list_id(list)?, row, rest)));
        match place {
            Some((list, row, rest)) => {
                let rest = rest.to_owned();
                self.answer(kept.key, &rest, Some(list), Whose::Record(list, row), kept.value);
            }
            None => {
                let key = kept.key.clone();
                self.answer(kept.key, &key, None, Whose::Organisation, kept.value);
            }
        }
    }

    fn list(&mut self, list: ListId, key: &str, records: Vec<Json>) {
        self.answers.tell_none(list);
        for (at, record) in records.into_iter().enumerate() {
            let path = format!("{key}[{at}]");
            let Json::Table(entries) = record else {
                // Left out here, the rows behind it would belong to somebody else.
                let _full = self.answers.add_record(self.rulebook, list);
                self.kept.push(Kept { key: path, value: record });
                continue;
            };
            match self.answers.add_record(self.rulebook, list) {
                Ok(row) => {
                    for (key, value) in entries {
                        let whose = Whose::Record(list, row);
                        self.answer([&path, ".", &key].concat(), &key, Some(list), whose, value);
                    }
                }
                Err(_) => self.kept.push(Kept { key: path, value: Json::Table(entries) }),
            }
        }
    }

    fn answer(&mut self, path: String, key: &str, list: Option<ListId>, whose: Whose, value: Json) {
        if !self.is_taken(key, list, whose, &value) {
            self.kept.push(Kept { key: path, value });
        }
    }

    /// Takes an answer, unless there is no such question or record, it was answered, or this is none.
    fn is_taken(&mut self, key: &str, list: Option<ListId>, whose: Whose, value: &Json) -> bool {
        let rulebook = self.rulebook;
        let mut own = rulebook.questions.iter().zip(0u16..).filter(|(question, _)| question.list == list);
        let Some((question, row)) = own.find(|(question, _)| key_of(rulebook, question) == key) else {
            return false;
        };
        if self.answers.get(question, whose).is_some() {
            return false;
        }
        let Ok(written) = value.clone().written() else { return false };
        let Ok(answer) = notation::read(rulebook, question, &written) else { return false };
        self.answers.set(rulebook, QuestionId(row), whose, Some(answer)).is_ok()
    }
}
