//! Answers as a file: one JSON object, described in `docs/answers.md`.
//!
//! Strict: an unknown key, a value that is no answer and a decimal written as a number are each a
//! mistake, and one mistake means that nothing is taken.

use crate::json::{self, Json};
use serde_json::Value;
use std::fmt;
use steunwijzer_engine::answers::{Answers, Record, Whose};
use steunwijzer_engine::notation::{self, Written, nearest};
use steunwijzer_engine::rulebook::{ListId, Question, QuestionId, Rulebook};

/// What is wrong at a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The key, with its place: `hires[1].hours`. Empty for the file as a whole.
    pub key: String,
    /// What is wrong.
    pub problem: String,
    /// What is allowed.
    pub allowed: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.key.is_empty() {
            write!(f, "`{}`: ", self.key)?;
        }
        write!(f, "{}\n  allowed: {}", self.problem, self.allowed)
    }
}

/// Reads the answers in a file.
///
/// # Errors
/// Every mistake in it, in the order of the file.
pub fn read(rulebook: &Rulebook, text: &str) -> Result<Answers, Vec<Mistake>> {
    let json = json::read(text).map_err(|error| {
        let allowed = "one JSON object with question ids as keys".to_owned();
        vec![Mistake { key: String::new(), problem: format!("this is not JSON: {error}"), allowed }]
    })?;
    read_tree(rulebook, json)
}

/// Reads answers that were taken apart already.
///
/// # Errors
/// Every mistake in them, in their order.
pub fn read_tree(rulebook: &Rulebook, json: Json) -> Result<Answers, Vec<Mistake>> {
    let mut reading = Reading { rulebook, answers: Answers::new(rulebook), mistakes: Vec::new() };
    if let Json::Table(entries) = json {
        reading.organisation(entries);
    } else {
        let problem = format!("{} stands where an object must stand", json.name());
        reading.mistake("", problem, "one JSON object with question ids as keys");
    }
    if reading.mistakes.is_empty() { Ok(reading.answers) } else { Err(reading.mistakes) }
}

/// Reads one answer of the form `org.legal_form=bv` or `hires[0].hours=28`, as the command line
/// takes it; the value as in the file, quotes around a text may be left out.
///
/// # Errors
/// What is wrong with it.
pub fn change(rulebook: &Rulebook, answers: &Answers, assignment: &str) -> Result<Answers, Vec<Mistake>> {
    let mut reading = Reading { rulebook, answers: answers.clone(), mistakes: Vec::new() };
    match assignment.split_once('=') {
        Some((key, value)) => {
            let value = value.trim();
            let bare = || Json::Text(value.to_owned());
            reading.key(key.trim(), json::read(value).unwrap_or_else(|_| bare()));
        }
        None => reading.mistake("", format!("`{assignment}` has no `=`"), "KEY=VALUE"),
    }
    if reading.mistakes.is_empty() { Ok(reading.answers) } else { Err(reading.mistakes) }
}

/// Writes answers as a file; [`read`] gives them back.
pub fn write(rulebook: &Rulebook, answers: &Answers) -> String {
    format!("{}\n", tree(rulebook, answers))
}

/// Answers as they stand in a file.
pub(crate) fn tree(rulebook: &Rulebook, answers: &Answers) -> Json {
    let mut entries = record(rulebook, None, answers.organisation());
    for (row, list) in (0..).zip(&rulebook.lists) {
        if let Some(records) = answers.records(ListId(row)) {
            let records = records.iter().map(|one| Json::Table(record(rulebook, Some(ListId(row)), one)));
            entries.push((list.id.clone(), Json::List(records.collect())));
        }
    }
    Json::Table(entries)
}

fn record(rulebook: &Rulebook, list: Option<ListId>, record: &Record) -> Vec<(String, Json)> {
    let own = rulebook.questions.iter().filter(|question| question.list == list);
    let answered = own.filter_map(|question| {
        let written = notation::write(rulebook, question, record.get(question.slot)?);
        Some((key_of(rulebook, question).to_owned(), Json::from(written)))
    });
    answered.collect()
}

/// A written value as JSON for reports.
pub fn value_of(written: Written) -> Value {
    match written {
        Written::Bool(yes) => Value::Bool(yes),
        Written::Whole(number) => Value::from(number),
        Written::Text(text) => Value::String(text),
        Written::List(values) => Value::Array(values.into_iter().map(value_of).collect()),
        Written::Table(entries) => {
            Value::Object(entries.into_iter().map(|(key, value)| (key, value_of(value))).collect())
        }
    }
}

/// The key of a question in the file: without the name of the record.
pub(crate) fn key_of<'r>(rulebook: &'r Rulebook, question: &'r Question) -> &'r str {
    let list = question.list.and_then(|list| rulebook.lists.get(list.row()));
    let short = list.and_then(|list| question.id.strip_prefix(&list.item)?.strip_prefix('.'));
    short.unwrap_or(&question.id)
}

struct Reading<'r> {
    rulebook: &'r Rulebook,
    answers: Answers,
    mistakes: Vec<Mistake>,
}

impl Reading<'_> {
    fn mistake(&mut self, key: &str, problem: String, allowed: &str) {
        self.mistakes.push(Mistake { key: key.to_owned(), problem, allowed: allowed.to_owned() });
    }

    fn organisation(&mut self, entries: Vec<(String, Json)>) {
        let entries = self.without_doubles("", entries);
        for (key, value) in entries {
            match self.rulebook.list_id(&key) {
                Some(list) => self.list(list, &key, value),
                None => self.answer(&key, &key, None, Whose::Organisation, value),
            }
        }
    }

    /// A key of the form `org.fte`, `hires` or `hires[0].hours`.
    fn key(&mut self, key: &str, value: Json) {
        let record = key.split_once('[').and_then(|(list, rest)| {
            let (row, question) = rest.split_once("].")?;
            Some((self.rulebook.list_id(list)?, row.parse().ok()?, question))
        });
        match record {
            Some((list, row, question)) => {
                self.answer(key, question, Some(list), Whose::Record(list, row), value);
            }
            None => self.organisation(vec![(key.to_owned(), value)]),
        }
    }

    fn list(&mut self, list: ListId, key: &str, value: Json) {
        let Json::List(records) = value else {
            let problem = format!("{} is not a list of records", value.name());
            self.mistake(
                key,
                problem,
                "a list of objects, `[]` for certainly none; leave it out if not known",
            );
            return;
        };
        self.answers.tell_none(list);
        for (row, record) in records.into_iter().enumerate() {
            let at = format!("{key}[{row}]");
            let Json::Table(entries) = record else {
                self.mistake(&at, format!("{} is not a record", record.name()), "an object");
                continue;
            };
            match self.answers.add_record(self.rulebook, list) {
                Ok(row) => self.record(list, row, &at, entries),
                Err(_) => {
                    let most = self.rulebook.lists.get(list.row()).map_or(0, |list| list.max);
                    self.mistake(&at, "the list is full".to_owned(), &format!("at most {most} records"));
                    return;
                }
            }
        }
    }

    fn record(&mut self, list: ListId, row: u16, at: &str, entries: Vec<(String, Json)>) {
        for (key, value) in self.without_doubles(at, entries) {
            let path = format!("{at}.{key}");
            self.answer(&path, &key, Some(list), Whose::Record(list, row), value);
        }
    }

    fn answer(&mut self, path: &str, key: &str, list: Option<ListId>, whose: Whose, value: Json) {
        let rulebook = self.rulebook;
        let own = || rulebook.questions.iter().zip(0u16..).filter(|(question, _)| question.list == list);
        let Some((question, row)) = own().find(|(question, _)| key_of(rulebook, question) == key) else {
            self.unknown_key(path, key, list);
            return;
        };
        let written = match value.written() {
            Ok(written) => written,
            Err(problem) => {
                self.mistake(path, problem, &notation::allowed(rulebook, question));
                return;
            }
        };
        let taken = notation::read(rulebook, question, &written)
            .map_err(|wrong| (wrong.problem, wrong.allowed))
            .and_then(|answer| {
                let set = self.answers.set(rulebook, QuestionId(row), whose, Some(answer));
                set.map_err(|error| (error.to_string(), notation::allowed(rulebook, question)))
            });
        if let Err((problem, allowed)) = taken {
            self.mistake(path, problem, &allowed);
        }
    }

    fn unknown_key(&mut self, path: &str, key: &str, list: Option<ListId>) {
        let rulebook = self.rulebook;
        let questions = rulebook.questions.iter().filter(|question| question.list == list);
        let mut keys: Vec<&str> = questions.map(|question| key_of(rulebook, question)).collect();
        if list.is_none() {
            keys.extend(rulebook.lists.iter().map(|list| list.id.as_str()));
        }
        let problem = match nearest(key, keys.iter().copied()) {
            Some(near) => format!("there is no such key: did you mean `{near}`?"),
            None => "there is no such key".to_owned(),
        };
        let allowed = format!("one of `{}`", keys.join("`, `"));
        self.mistake(path, problem, &allowed);
    }

    /// Every key once; the second of two is a mistake.
    fn without_doubles(&mut self, at: &str, entries: Vec<(String, Json)>) -> Vec<(String, Json)> {
        let mut once: Vec<(String, Json)> = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            if once.iter().any(|(seen, _)| *seen == key) {
                let path = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
                self.mistake(&path, "the key stands here twice".to_owned(), "each key once");
            } else {
                once.push((key, value));
            }
        }
        once
    }
}
