//! Places as people type them: a municipality, or a whole province.

use super::place::{Today, folded, search, today};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::Rulebook;
use steunwijzer_engine::slot::Slot;

/// A place that can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A municipality, by its row.
    Municipality(u16),
    /// A province, by its row.
    Province(u16),
}

/// What was typed as a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceEntry {
    /// Nothing was typed.
    Empty,
    /// This place was meant.
    Read(Spot),
    /// One of these was meant: ask which. Never chosen for the visitor.
    Which(Vec<Spot>),
    /// There is no such place.
    NotFound,
}

impl Spot {
    /// The answer: the municipalities that are still possible. A row that does not exist gives the first.
    pub fn slot(self, rulebook: &Rulebook) -> Slot {
        match self {
            Spot::Municipality(row) => Slot::exactly(i64::from(row)),
            Spot::Province(row) => rulebook
                .provinces
                .get(usize::from(row))
                .map_or(Slot::exactly(0), |one| Slot::between(i64::from(one.first), i64::from(one.last))),
        }
    }

    /// The name of the place itself, as in the table.
    pub fn name(self, rulebook: &Rulebook) -> &str {
        match self {
            Spot::Municipality(row) => {
                rulebook.municipalities.get(usize::from(row)).map_or("", |one| one.name.as_str())
            }
            Spot::Province(row) => {
                rulebook.provinces.get(usize::from(row)).map_or("", |one| one.name.as_str())
            }
        }
    }
}

/// Places that look like what was typed, at most `most`: municipalities first, then provinces.
/// What was abolished before `as_on` stands there with its old name.
pub fn spots(rulebook: &Rulebook, typed: &str, most: usize) -> Vec<Spot> {
    let municipalities = search(rulebook, typed, most).into_iter().map(|found| Spot::Municipality(found.row));
    let provinces = provinces(rulebook, typed, false).into_iter().map(Spot::Province);
    municipalities.chain(provinces).take(most).collect()
}

/// Reads what was typed. A name that is both a municipality and a province is the municipality.
pub fn place(rulebook: &Rulebook, typed: &str, as_on: Date) -> PlaceEntry {
    let wanted = folded(typed.trim());
    if wanted.is_empty() {
        return PlaceEntry::Empty;
    }
    if let Some(whole) = wanted.strip_prefix("provincie ").or_else(|| wanted.strip_prefix("province of ")) {
        return match provinces(rulebook, whole, true).as_slice() {
            [one] => PlaceEntry::Read(Spot::Province(*one)),
            _ => PlaceEntry::NotFound,
        };
    }
    let found = search(rulebook, typed, MOST);
    let is_it = |name: &str| folded(name) == wanted;
    let exact: Vec<u16> = found
        .iter()
        .map(|found| found.row)
        .filter(|row| {
            let one = rulebook.municipalities.get(usize::from(*row));
            one.is_some_and(|one| is_it(&one.name) || one.aliases.iter().any(|alias| is_it(alias)))
        })
        .collect();
    match (exact.as_slice(), provinces(rulebook, typed, true).as_slice()) {
        ([], [province]) => PlaceEntry::Read(Spot::Province(*province)),
        ([], _) => {
            let begun = provinces(rulebook, typed, false);
            one_of(rulebook, found.iter().map(|found| found.row), &begun, as_on)
        }
        (exact, _) => one_of(rulebook, exact.iter().copied(), &[], as_on),
    }
}

/// The most places among which is asked.
const MOST: usize = 6;

/// What these municipalities are on a day, and these provinces: the one that is left, or a question
/// which is meant. What no longer exists on that day is never an answer.
fn one_of(
    rulebook: &Rulebook,
    municipalities: impl Iterator<Item = u16>,
    provinces: &[u16],
    as_on: Date,
) -> PlaceEntry {
    let mut left: Vec<Spot> = Vec::new();
    let now = municipalities.flat_map(|row| match today(rulebook, row, as_on) {
        Today::One(row) => vec![row],
        Today::Several(rows) => rows,
    });
    for spot in now.map(Spot::Municipality).chain(provinces.iter().copied().map(Spot::Province)) {
        if !left.contains(&spot) {
            left.push(spot);
        }
    }
    match left.as_slice() {
        [] => PlaceEntry::NotFound,
        [one] => PlaceEntry::Read(*one),
        _ => PlaceEntry::Which(left),
    }
}

/// What a municipality is on a day: itself, its successor, or a question.
pub fn on_day(rulebook: &Rulebook, row: u16, as_on: Date) -> PlaceEntry {
    one_of(rulebook, std::iter::once(row), &[], as_on)
}

fn provinces(rulebook: &Rulebook, typed: &str, whole: bool) -> Vec<u16> {
    let wanted = folded(typed.trim());
    let fits = |name: &str| {
        let name = folded(name);
        if whole { name == wanted } else { !wanted.is_empty() && name.starts_with(&wanted) }
    };
    let named = (0u16..).zip(&rulebook.provinces);
    let found =
        named.filter(|(_, one)| fits(&one.name) || one.aliases.iter().any(|alias| fits(alias.as_str())));
    found.map(|(row, _)| row).collect()
}
