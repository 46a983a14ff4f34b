//! Finding a municipality by what people type.

use steunwijzer_engine::date::Date;
use steunwijzer_engine::order::in_order;
use steunwijzer_engine::rulebook::{Municipality, Rulebook};

/// A municipality that looks like what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its row in the table of municipalities.
    pub row: u16,
    /// Its name.
    pub name: String,
    /// Its province.
    pub province: String,
    /// The last day, if it was abolished.
    pub until: Option<Date>,
}

/// What has become of a municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Today {
    /// It exists on this day, or went into one other: that is the row.
    One(u16),
    /// It was split: ask which. Never chosen for the visitor.
    Several(Vec<u16>),
}

/// Municipalities whose name or other name begins with what was typed, or has a word that does;
/// names that begin so come first. Letters with and without accents are the same.
pub fn search(rulebook: &Rulebook, typed: &str, most: usize) -> Vec<Found> {
    let typed = folded(typed.trim());
    if typed.is_empty() {
        return vec![];
    }
    let found = (0u16..)
        .zip(&rulebook.municipalities)
        .filter_map(|(row, one)| Some((rank(one, &typed)?, found(rulebook, row, one))));
    let found = in_order(found, |(rank, one)| (*rank, folded(&one.name)));
    found.into_iter().take(most).map(|(_, found)| found).collect()
}

/// The municipality in which a place lies on a day.
pub fn today(rulebook: &Rulebook, row: u16, as_on: Date) -> Today {
    let row_of = |code: &String| {
        let at = rulebook.municipalities.iter().position(|one| one.code == *code)?;
        u16::try_from(at).ok()
    };
    let mut row = row;
    // A municipality goes into a later one, so this ends; the bound only guards a broken table.
    for _ in 0..rulebook.municipalities.len() {
        let Some(one) = rulebook.municipalities.get(usize::from(row)) else { break };
        if one.until.is_none_or(|until| as_on <= until) {
            break;
        }
        let successors: Vec<u16> = one.successors.iter().filter_map(row_of).collect();
        match successors.as_slice() {
            [] => break,
            [next] => row = *next,
            [..] => return Today::Several(successors),
        }
    }
    Today::One(row)
}

fn found(rulebook: &Rulebook, row: u16, one: &Municipality) -> Found {
    let province = rulebook.provinces.iter().find(|province| (province.first..=province.last).contains(&row));
    Found {
        row,
        name: one.name.clone(),
        province: province.map_or(String::new(), |province| province.name.clone()),
        until: one.until,
    }
}

/// How well a name fits: 0 it is the same, 1 it begins so, 2 a word in it does.
fn rank(one: &Municipality, typed: &str) -> Option<u8> {
    one.aliases.iter().chain([&one.name]).filter_map(|name| rank_of(&folded(name), typed)).min()
}

fn rank_of(name: &str, typed: &str) -> Option<u8> {
    let mut words = name.split([' ', '-', '\'', '(']);
    if name == typed {
        Some(0)
    } else if name.starts_with(typed) {
        Some(1)
    } else {
        words.any(|word| word.starts_with(typed)).then_some(2)
    }
}

/// Lower case, without the accents that occur in Dutch names.
pub(crate) fn folded(name: &str) -> String {
    let plain = |letter: char| match letter {
        'à' | 'á' | 'â' | 'ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        '’' => '\'',
        letter => letter,
    };
    name.to_lowercase().chars().map(plain).collect()
}
