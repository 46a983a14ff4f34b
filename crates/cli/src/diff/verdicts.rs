//! Verdicts of personas that two editions give differently.

use crate::personas::Persona;
use serde_json::Value;
use steunwijzer_advisor::answers_file::{self, Mistake};
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::advise;
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::rulebook::Rulebook;

/// What two editions say differently to a persona.
pub(crate) struct PersonaChange {
    pub(crate) file: String,
    pub(crate) name: String,
    /// Verdicts that differ.
    pub(crate) verdicts: Vec<VerdictChange>,
    /// Keys of answers that one of the editions does not take; that edition judged without them.
    pub(crate) left_out: Vec<String>,
}

/// A verdict that differs. A scheme that only one edition has is no different verdict.
pub(crate) struct VerdictChange {
    pub(crate) scheme: String,
    pub(crate) was: Verdict,
    pub(crate) becomes: Verdict,
}

/// Asks both editions for every persona; schemes by their ids.
pub(crate) fn verdicts(old: &Rulebook, new: &Rulebook, personas: &[Persona]) -> Vec<PersonaChange> {
    personas.iter().map(|persona| of_persona(old, new, persona)).collect()
}

fn of_persona(old: &Rulebook, new: &Rulebook, persona: &Persona) -> PersonaChange {
    let mut left_out = Vec::new();
    let mut judged = |rulebook: &Rulebook| {
        let answers = what_it_takes(rulebook, &persona.answers, &mut left_out);
        let advice = advise(rulebook, &answers, persona.as_on);
        let verdicts = rulebook.schemes.iter().zip(&advice.schemes);
        verdicts.map(|(scheme, advice)| (scheme.id.clone(), advice.verdict)).collect::<Vec<_>>()
    };
    let (before, after) = (judged(old), judged(new));
    let change = |(scheme, becomes): &(String, Verdict)| {
        let (_, was) = before.iter().find(|(id, _)| id == scheme)?;
        (was != becomes).then(|| VerdictChange { scheme: scheme.clone(), was: *was, becomes: *becomes })
    };
    let verdicts = after.iter().filter_map(change).collect();
    left_out.sort();
    left_out.dedup();
    PersonaChange { file: persona.file.clone(), name: persona.name.clone(), verdicts, left_out }
}

/// The answers that an edition takes. Editions differ in their questions: an answer that one of
/// them does not know is left out, and said to be so.
fn what_it_takes(rulebook: &Rulebook, answers: &Value, left_out: &mut Vec<String>) -> Answers {
    let mut taken = answers.clone();
    loop {
        let mistakes = match answers_file::read(rulebook, &taken.to_string()) {
            Ok(answers) => return answers,
            Err(mistakes) => mistakes,
        };
        let before = left_out.len();
        for Mistake { key, .. } in mistakes {
            if remove(&mut taken, &key) {
                left_out.push(key);
            }
        }
        if left_out.len() == before {
            // Nothing to take out by its key: this edition judges without any answer.
            left_out.extend(answers.as_object().into_iter().flat_map(|all| all.keys().cloned()));
            return Answers::new(rulebook);
        }
    }
}

/// Removes the answer under a key such as `org.fte`, `hires` or `hires[1].hours`.
fn remove(answers: &mut Value, key: &str) -> bool {
    let record = key.split_once('[').and_then(|(list, rest)| {
        let (row, question) = rest.split_once("].")?;
        Some((list, row.parse::<usize>().ok()?, question))
    });
    let (table, key) = match record {
        Some((list, row, question)) => (answers.get_mut(list).and_then(|list| list.get_mut(row)), question),
        None => (Some(answers), key),
    };
    table.and_then(Value::as_object_mut).is_some_and(|table| table.shift_remove(key).is_some())
}
