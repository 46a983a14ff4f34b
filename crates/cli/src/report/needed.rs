//! How many questions personas need.

use super::json;
use crate::needed::{Needed, median};
use crate::personas::Persona;
use serde::Serialize;

#[derive(Serialize)]
struct NeededReport<'p> {
    personas: Vec<PersonaEntry<'p>>,
    /// Decimals as texts.
    medians: Orders<String>,
}

#[derive(Serialize)]
struct PersonaEntry<'p> {
    file: &'p str,
    name: &'p str,
    as_on: String,
    settled_before: usize,
    settleable: usize,
    #[serde(flatten)]
    questions: Orders<usize>,
}

#[derive(Serialize)]
struct Orders<T> {
    form: Shares<T>,
    by_usefulness: Shares<T>,
}

/// Questions until this share of the settleable verdicts is settled.
#[derive(Serialize)]
struct Shares<T> {
    half: T,
    four_fifths: T,
    all: T,
}

/// Every persona, and the medians.
pub(crate) fn needed(measured: &[(&Persona, Needed)]) -> String {
    let middle = |of: fn(&Needed) -> [usize; 3]| {
        let column =
            |row: usize| median(measured.iter().filter_map(|(_, one)| of(one).get(row).copied()).collect());
        shares([column(0), column(1), column(2)])
    };
    json(&NeededReport {
        personas: measured.iter().map(|(persona, needed)| entry(persona, needed)).collect(),
        medians: Orders { form: middle(|needed| needed.form), by_usefulness: middle(|needed| needed.useful) },
    })
}

fn entry<'p>(persona: &'p Persona, needed: &Needed) -> PersonaEntry<'p> {
    PersonaEntry {
        file: &persona.file,
        name: &persona.name,
        as_on: persona.as_on.to_string(),
        settled_before: needed.before,
        settleable: needed.settleable,
        questions: Orders { form: shares(needed.form), by_usefulness: shares(needed.useful) },
    }
}

fn shares<T>([half, four_fifths, all]: [T; 3]) -> Shares<T> {
    Shares { half, four_fifths, all }
}
