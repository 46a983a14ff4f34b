//! From a row to answers: the columns of a table are the keys of an answers file.

use crate::failure::Failure;
use crate::input::{Body, Raw, Value};
use steunwijzer_advisor::answers_file::{self, Mistake};
use steunwijzer_advisor::json::{self, Json};
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::notation::{NOT_KNOWN, nearest};
use steunwijzer_engine::rulebook::{AnswerType, List, ListId, Question, Rulebook};

/// The column (or key of a JSON object) that is carried over to the results.
pub(crate) const ID: &str = "id";

/// Stands between several choices in one cell.
const BETWEEN_CHOICES: char = '|';

/// An organisation, as it is named in the results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Who {
    /// The number of its row, from 1.
    pub(crate) row: u64,
    /// The line of the file it stands on, if the file has lines.
    pub(crate) line: Option<u64>,
    /// Its id; empty if it has none.
    pub(crate) id: String,
}

/// Where each column belongs.
pub(crate) struct Columns<'r> {
    rulebook: &'r Rulebook,
    /// By column; none for files in which every row names its keys.
    places: Vec<Place<'r>>,
    ignored: Vec<String>,
}

/// Where the values of a column belong.
enum Place<'r> {
    Id,
    Ignored,
    /// An answer about the organisation.
    Answer(&'r Question),
    /// An answer about a record: the list, the row in it, and the key within a record.
    Record(ListId, usize, &'r str, &'r Question),
    /// A whole list, as JSON.
    List(&'r List),
}

impl<'r> Columns<'r> {
    /// Finds the place of each column.
    ///
    /// # Errors
    /// The first name that is no key.
    pub(crate) fn new(
        rulebook: &'r Rulebook,
        names: Option<&[String]>,
        ignored: &[String],
    ) -> Result<Columns<'r>, Failure> {
        let mut places = Vec::new();
        for (column, name) in names.unwrap_or_default().iter().enumerate() {
            let earlier = names.unwrap_or_default().iter().take(column);
            if earlier.into_iter().any(|other| other == name) {
                return Err(Failure(format!("two columns are named `{name}`: each key once")));
            }
            places.push(if ignored.contains(name) { Place::Ignored } else { place(rulebook, name)? });
        }
        Ok(Columns { rulebook, places, ignored: ignored.to_vec() })
    }

    /// Who a row is about, and what was answered.
    pub(crate) fn read(&self, raw: Raw) -> (Who, Result<Answers, Vec<Mistake>>) {
        let mut who = Who { row: raw.row, line: raw.line, id: String::new() };
        let tree = match raw.body {
            Body::Broken(problem, allowed) => Err(vec![mistake("", problem, allowed)]),
            Body::Cells(values) => self.of_cells(values, &mut who),
            Body::Json(text) => self.of_json(&text, &mut who),
        };
        let answers = tree.and_then(|tree| answers_file::read_tree(self.rulebook, tree));
        (who, answers)
    }

    fn of_json(&self, text: &str, who: &mut Who) -> Result<Json, Vec<Mistake>> {
        let read = json::read(text).map_err(|error| {
            let allowed = "one JSON object on one line, as docs/answers.md describes it".to_owned();
            vec![mistake("", format!("this is not JSON: {error}"), allowed)]
        })?;
        let Json::Table(entries) = read else { return Ok(read) };
        let mut own = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            if key == ID && who.id.is_empty() {
                who.id = id(value)?;
            } else if !self.ignored.contains(&key) {
                own.push((key, value));
            }
        }
        Ok(Json::Table(own))
    }

    fn of_cells(&self, values: Vec<Value>, who: &mut Who) -> Result<Json, Vec<Mistake>> {
        let mut mistakes = Vec::new();
        let mut entries: Vec<(String, Json)> = Vec::new();
        let mut records: Vec<Vec<Record>> = self.rulebook.lists.iter().map(|_| Vec::new()).collect();
        for (place, value) in self.places.iter().zip(values) {
            let taken = match place {
                _ if value == Value::Empty => Ok(()),
                Place::Ignored => Ok(()),
                Place::Id => id_of(value).map(|id| who.id = id),
                Place::Answer(question) => {
                    written(value, Some(question)).map(|value| entries.push((question.id.clone(), value)))
                }
                Place::List(list) => written(value, None).map(|value| entries.push((list.id.clone(), value))),
                Place::Record(list, row, key, question) => written(value, Some(question)).map(|value| {
                    if let Some(list) = records.get_mut(list.row()) {
                        list.resize_with(list.len().max(row + 1), Vec::new);
                        if let Some(record) = list.get_mut(*row) {
                            record.push(((*key).to_owned(), value));
                        }
                    }
                }),
            };
            if let Err((problem, allowed)) = taken {
                mistakes.push(mistake(&self.name(place), problem, allowed));
            }
        }
        for (list, records) in self.rulebook.lists.iter().zip(records) {
            add_records(list, records, &mut entries, &mut mistakes);
        }
        if mistakes.is_empty() { Ok(Json::Table(entries)) } else { Err(mistakes) }
    }

    fn name(&self, place: &Place<'_>) -> String {
        match place {
            Place::Id | Place::Ignored => ID.to_owned(),
            Place::Answer(question) => question.id.clone(),
            Place::List(list) => list.id.clone(),
            Place::Record(list, row, key, _) => {
                let list = self.rulebook.lists.get(list.row()).map_or("", |list| &list.id);
                format!("{list}[{row}].{key}")
            }
        }
    }
}

/// A record as it is put together.
type Record = Vec<(String, Json)>;

fn add_records(
    list: &List,
    records: Vec<Record>,
    entries: &mut Vec<(String, Json)>,
    mistakes: &mut Vec<Mistake>,
) {
    if records.is_empty() {
        return;
    }
    if let Some(gap) = records.iter().position(Vec::is_empty) {
        let problem = "the record is empty, but a later one is not".to_owned();
        let allowed = "records without a gap, beginning with 0".to_owned();
        mistakes.push(mistake(&format!("{}[{gap}]", list.id), problem, allowed));
    }
    // A list that was told as a whole too is found by the reader: the key stands twice.
    entries.push((list.id.clone(), Json::List(records.into_iter().map(Json::Table).collect())));
}

fn place<'r>(rulebook: &'r Rulebook, name: &str) -> Result<Place<'r>, Failure> {
    if name == ID {
        return Ok(Place::Id);
    }
    if let Some(list) = rulebook.lists.iter().find(|list| list.id == name) {
        return Ok(Place::List(list));
    }
    if let Some(question) = rulebook.questions.iter().find(|one| one.list.is_none() && one.id == name) {
        return Ok(Place::Answer(question));
    }
    record(rulebook, name).ok_or_else(|| unknown(rulebook, name))
}

/// `hires[0].hours`
fn record<'r>(rulebook: &'r Rulebook, name: &str) -> Option<Place<'r>> {
    let (list, rest) = name.split_once('[')?;
    let (row, key) = rest.split_once("].")?;
    let id = rulebook.list_id(list)?;
    let list = rulebook.lists.get(id.row())?;
    let row: usize = row.parse().ok().filter(|row| *row < usize::from(list.max))?;
    let of_list = rulebook.questions.iter().filter(|question| question.list == Some(id));
    let mut with_keys = of_list.filter_map(|question| Some((short(list, question)?, question)));
    let (key, question) = with_keys.find(|(own, _)| *own == key)?;
    Some(Place::Record(id, row, key, question))
}

/// The key of a question within a record.
fn short<'r>(list: &List, question: &'r Question) -> Option<&'r str> {
    question.id.strip_prefix(&list.item)?.strip_prefix('.')
}

fn unknown(rulebook: &Rulebook, name: &str) -> Failure {
    let mut keys: Vec<String> = vec![ID.to_owned()];
    for question in &rulebook.questions {
        let list = question.list.and_then(|list| rulebook.lists.get(list.row()));
        keys.push(match list.and_then(|list| Some((list, short(list, question)?))) {
            None => question.id.clone(),
            Some((list, key)) => format!("{}[0].{key}", list.id),
        });
    }
    let near = nearest(name, keys.iter().map(String::as_str));
    let near = near.map(|near| format!(": did you mean `{near}`?")).unwrap_or_default();
    Failure(format!(
        "there is no key `{name}` for the column of that name{near}\n  allowed: the keys that `steunwijzer \
         questions` lists, those of a record as in `needs[0].amount`; or leave it out with --ignore {name}"
    ))
}

fn id_of(value: Value) -> Result<String, (String, String)> {
    match value {
        Value::Text(text) => Ok(text),
        Value::Whole(number) => Ok(number.to_string()),
        Value::Wrong(problem, allowed) => Err((problem, allowed)),
        Value::Empty | Value::Bool(_) => {
            Err(("this is no id".to_owned(), "a text or a whole number".to_owned()))
        }
    }
}

/// A cell as JSON, in the form that its question takes.
fn written(value: Value, question: Option<&Question>) -> Result<Json, (String, String)> {
    let text = match value {
        Value::Empty => return Ok(Json::Null),
        Value::Bool(yes) => return Ok(Json::Bool(yes)),
        Value::Whole(number) => return Ok(Json::Whole(number)),
        Value::Wrong(problem, allowed) => return Err((problem, allowed)),
        Value::Text(text) => text,
    };
    if text.starts_with(['{', '[']) {
        return json::read(&text).map_err(|error| {
            let allowed = "a value as it stands in an answers file, see docs/answers.md".to_owned();
            (format!("this is not JSON: {error}"), allowed)
        });
    }
    Ok(match question.map(|question| &question.answer) {
        Some(AnswerType::YesNo) if text == "true" => Json::Bool(true),
        Some(AnswerType::YesNo) if text == "false" => Json::Bool(false),
        Some(AnswerType::Choices(_)) if text != NOT_KNOWN => {
            Json::List(text.split(BETWEEN_CHOICES).map(|one| Json::text(one.trim())).collect())
        }
        Some(
            AnswerType::YesNo
            | AnswerType::Choice(_)
            | AnswerType::Choices(_)
            | AnswerType::Number { .. }
            | AnswerType::Date { .. }
            | AnswerType::Place,
        )
        | None => Json::Text(text),
    })
}

fn id(value: Json) -> Result<String, Vec<Mistake>> {
    match value {
        Json::Text(text) => Ok(text),
        Json::Whole(number) => Ok(number.to_string()),
        Json::Null | Json::Bool(_) | Json::Fraction(_) | Json::List(_) | Json::Table(_) => {
            let allowed = "a text or a whole number".to_owned();
            Err(vec![mistake(ID, format!("{} is no id", value.name()), allowed)])
        }
    }
}

fn mistake(key: &str, problem: String, allowed: String) -> Mistake {
    Mistake { key: key.to_owned(), problem, allowed }
}
