//! Answers to a calculator as the command line takes them.

use super::whose;
use crate::answers_file::{self, Mistake};
use steunwijzer_engine::answers::{Answers, Whose};
use steunwijzer_engine::calculators::Calculator;
use steunwijzer_engine::notation::{self, nearest};
use steunwijzer_engine::rulebook::{ListId, Question, Rulebook};

/// A key of a calculator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// As it is typed: `hire.hours`, or `received_aid[0].amount` of a list.
    pub key: String,
    /// What may be answered.
    pub allowed: String,
    /// The row of its question.
    pub question: steunwijzer_engine::rulebook::QuestionId,
}

/// The keys of a calculator, in the order in which it asks.
pub fn keys(rulebook: &Rulebook, calculator: &Calculator) -> Vec<Key> {
    let known = calculator.asks.iter().filter_map(|id| Some((*id, rulebook.questions.get(id.row())?)));
    let several = calculator.several.map(|several| several.list);
    known
        .map(|(id, question)| Key {
            key: match question.list.filter(|list| Some(*list) == several) {
                Some(list) => path(rulebook, list, 0, question),
                None => question.id.clone(),
            },
            allowed: notation::allowed(rulebook, question),
            question: id,
        })
        .collect()
}

/// Reads one answer of the form `hire.hours=28` or `received_aid[0].amount=5000`. A record that is
/// not there yet is added.
///
/// # Errors
/// What is wrong with it, at the key as it was typed.
pub fn told(
    rulebook: &Rulebook,
    calculator: &Calculator,
    answers: &Answers,
    assignment: &str,
) -> Result<Answers, Vec<Mistake>> {
    let keys = keys(rulebook, calculator);
    let Some((key, value)) = assignment.split_once('=') else {
        let problem = format!("`{assignment}` has no `=`");
        return Err(vec![Mistake { key: String::new(), problem, allowed: "KEY=VALUE".to_owned() }]);
    };
    let key = key.trim();
    let (path, answers) = match place(rulebook, calculator, answers, key) {
        Some(found) => found,
        None => return Err(vec![unknown(key, &keys)]),
    };
    // On a command line a decimal is no binary fraction: it is taken as the text it is.
    let value = value.trim();
    let decimal = value.contains('.') && value.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '-');
    let quote = if decimal { "\"" } else { "" };
    answers_file::change(rulebook, &answers, &[&path, "=", quote, value, quote].concat()).map_err(
        |mistakes| {
            let named = |mistake| Mistake { key: key.to_owned(), ..mistake };
            mistakes.into_iter().map(named).collect()
        },
    )
}

/// The key as the answers file has it, and the answers with room for it.
fn place(
    rulebook: &Rulebook,
    calculator: &Calculator,
    answers: &Answers,
    key: &str,
) -> Option<(String, Answers)> {
    let several = calculator.several.map(|several| several.list);
    let asks = |question: &Question| {
        let row = rulebook.question_id(&question.id);
        row.is_some_and(|row| calculator.asks.contains(&row))
    };
    if let Some(row) = rulebook.question_id(key) {
        let question = rulebook.questions.get(row.row()).filter(|found| asks(found))?;
        return match whose(rulebook, row) {
            Whose::Organisation => Some((key.to_owned(), answers.clone())),
            Whose::Record(list, _) if Some(list) == several => None,
            Whose::Record(list, at) => Some((path(rulebook, list, at, question), answers.clone())),
        };
    }
    let list = several?;
    let row = rulebook.lists.get(list.row())?;
    if key == row.id {
        return Some((key.to_owned(), answers.clone()));
    }
    let (at, name) = key.strip_prefix(&row.id)?.strip_prefix('[')?.split_once("].")?;
    let at: u16 = at.parse().ok()?;
    let question = [&row.item, ".", name].concat();
    let question = rulebook.questions.get(rulebook.question_id(&question)?.row())?;
    asks(question).then_some(())?;
    let mut answers = answers.clone();
    while answers.records(list).map_or(0, <[_]>::len) <= usize::from(at) {
        answers.add_record(rulebook, list).ok()?;
    }
    Some((path(rulebook, list, at, question), answers))
}

fn path(rulebook: &Rulebook, list: ListId, row: u16, question: &Question) -> String {
    let Some(list) = rulebook.lists.get(list.row()) else { return question.id.clone() };
    let own = question.id.strip_prefix(&list.item).and_then(|own| own.strip_prefix('.'));
    [&list.id, "[", &row.to_string(), "].", own.unwrap_or(&question.id)].concat()
}

fn unknown(key: &str, keys: &[Key]) -> Mistake {
    let known: Vec<&str> = keys.iter().map(|key| key.key.as_str()).collect();
    let problem = match nearest(key, known.iter().copied()) {
        Some(near) => format!("this calculator has no such key: did you mean `{near}`?"),
        None => "this calculator has no such key".to_owned(),
    };
    Mistake { key: key.to_owned(), problem, allowed: format!("one of `{}`", known.join("`, `")) }
}
