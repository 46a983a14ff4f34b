//! Invented organisations, to try things out and to measure. Nobody is in it: every answer is drawn,
//! and how often each is drawn is made up, so nothing can be learnt from what comes out.

use crate::failure::Failure;
use crate::output::csv_line;
use crate::table::Cell;
use std::borrow::Cow;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::notation::NOT_KNOWN;
use steunwijzer_engine::rulebook::{AnswerType, ChoiceOption, Question, Rulebook};

/// A column: how often it is answered (in a hundred), and how.
struct Column {
    key: &'static str,
    told: u64,
    draw: Draw,
}

/// How an answer is drawn.
enum Draw {
    /// Any option; these so many times as often as the others.
    Option(&'static [(&'static str, u64)]),
    /// Yes, so many times in a hundred.
    Yes(u64),
    /// A whole number in one of these ranges, each as likely; the unit behind it.
    Number(&'static [(u64, u64)], &'static str),
    /// A day in these years.
    Year(i32, i32),
    /// Any municipality.
    Place,
    /// The municipality of the organisation, mostly.
    SamePlace,
}

const FORMS: &[(&str, u64)] =
    &[("eenmanszaak", 8), ("bv", 10), ("stichting", 10), ("cooperatie", 4), ("vof", 3)];

/// So many in a hundred tell of a need, and of somebody to hire.
const NEED: u64 = 85;
const HIRE: u64 = 30;

/// So many answers in a hundred are *asked and not known*.
const UNKNOWN: u64 = 3;

const COLUMNS: &[Column] = &[
    Column { key: "org.legal_form", told: 97, draw: Draw::Option(FORMS) },
    Column { key: "org.place", told: 97, draw: Draw::Place },
    Column { key: "org.founded", told: 80, draw: Draw::Year(1995, 2025) },
    Column { key: "org.enterprise", told: 85, draw: Draw::Yes(90) },
    Column { key: "org.independent", told: 60, draw: Draw::Yes(90) },
    Column { key: "org.employer", told: 85, draw: Draw::Yes(55) },
    Column { key: "org.fte", told: 80, draw: Draw::Number(&[(0, 2), (1, 9), (10, 49), (50, 400)], "") },
    Column {
        key: "org.turnover",
        told: 75,
        draw: Draw::Number(&[(0, 50_000), (50_000, 500_000), (500_000, 5_000_000)], ""),
    },
    Column { key: "org.main_aim", told: 80, draw: Draw::Option(&[]) },
    Column { key: "org.market_income", told: 60, draw: Draw::Number(&[(0, 50), (50, 100)], " %") },
    Column { key: "needs[0].purpose", told: 95, draw: Draw::Option(&[]) },
    Column {
        key: "needs[0].amount",
        told: 95,
        draw: Draw::Number(&[(500, 5_000), (5_000, 50_000), (50_000, 400_000)], ""),
    },
    Column { key: "needs[0].place", told: 95, draw: Draw::SamePlace },
    Column { key: "needs[0].start", told: 70, draw: Draw::Year(2026, 2027) },
    Column { key: "needs[0].started", told: 80, draw: Draw::Yes(10) },
    Column { key: "needs[0].months", told: 60, draw: Draw::Number(&[(1, 6), (6, 48)], "") },
    Column { key: "needs[0].for_whom", told: 50, draw: Draw::Option(&[]) },
    Column { key: "needs[0].residents", told: 50, draw: Draw::Option(&[]) },
    Column { key: "hires[0].hours", told: 95, draw: Draw::Number(&[(8, 40)], "") },
    Column { key: "hires[0].age", told: 80, draw: Draw::Number(&[(18, 64)], "") },
    Column { key: "hires[0].loonwaarde", told: 70, draw: Draw::Number(&[(30, 100)], " %") },
    Column { key: "hires[0].lks_group", told: 70, draw: Draw::Yes(60) },
    Column { key: "hires[0].start", told: 80, draw: Draw::Year(2026, 2027) },
];

/// Writes so many invented organisations as a table; the same seed gives the same bytes.
///
/// # Errors
/// If the file cannot be written.
pub fn example(rulebook: &Rulebook, rows: u64, seed: u64, to: &Path) -> Result<(), Failure> {
    let failed = |error| Failure::file(to, error);
    let columns: Vec<(&Column, &Question)> =
        COLUMNS.iter().filter_map(|column| Some((column, question(rulebook, column.key)?))).collect();
    let mut file = BufWriter::new(File::create(to).map_err(failed)?);
    let mut line = Vec::new();
    let names: Vec<Cell<'_>> = columns.iter().map(|(column, _)| Cell::text(column.key)).collect();
    csv_line(&mut line, &[&[Cell::text("id")], names.as_slice()].concat());
    for row in 1..=rows {
        file.write_all(&line).map_err(failed)?;
        line.clear();
        // Each row has a chance of its own: a part of the file is the same in every longer one.
        let mut chance = Chance(seed ^ row.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        csv_line(&mut line, &organisation(rulebook, &columns, row, &mut chance));
    }
    file.write_all(&line).and_then(|()| file.flush()).map_err(failed)
}

fn organisation<'r>(
    rulebook: &'r Rulebook,
    columns: &[(&Column, &'r Question)],
    row: u64,
    chance: &mut Chance,
) -> Vec<Cell<'r>> {
    let mut cells = vec![Cell::Text(Cow::Owned(format!("synthetic-{row:07}")))];
    let (need, hire) = (chance.hits(NEED), chance.hits(HIRE));
    let mut place: Cow<'r, str> = Cow::Borrowed("");
    for (column, question) in columns {
        let is_there = match column.key.split_once('[').map(|(list, _)| list) {
            Some("needs") => need,
            Some(_) => hire,
            None => true,
        };
        let drawn = draw(rulebook, column, question, &place, chance);
        if matches!(column.draw, Draw::Place) {
            place = drawn.clone();
        }
        let (told, unknown) = (chance.hits(column.told), chance.hits(UNKNOWN));
        cells.push(match (is_there && told, unknown) {
            (false, _) => Cell::Empty,
            (true, true) => Cell::text(NOT_KNOWN),
            (true, false) if drawn.is_empty() => Cell::Empty,
            (true, false) => Cell::Text(drawn),
        });
    }
    cells
}

fn draw<'r>(
    rulebook: &'r Rulebook,
    column: &Column,
    question: &'r Question,
    place: &Cow<'r, str>,
    chance: &mut Chance,
) -> Cow<'r, str> {
    match &column.draw {
        Draw::Yes(percent) => Cow::Borrowed(if chance.hits(*percent) { "true" } else { "false" }),
        Draw::Option(often) => match &question.answer {
            AnswerType::Choice(options) | AnswerType::Choices(options) => option(options, often, chance),
            AnswerType::YesNo | AnswerType::Number { .. } | AnswerType::Date { .. } | AnswerType::Place => {
                Cow::Borrowed("")
            }
        },
        Draw::Number(ranges, unit) => {
            let (low, high) = chance.one_of(ranges).copied().unwrap_or_default();
            Cow::Owned(format!("{}{unit}", low + chance.below(high - low + 1)))
        }
        Draw::Year(first, last) => {
            let (first, last) = (Date::new(*first, 1, 1), Date::new(*last, 12, 31));
            let Some((first, last)) = first.zip(last) else { return Cow::Borrowed("") };
            let days = u64::try_from(last.day_number() - first.day_number()).unwrap_or_default();
            let days = i64::try_from(chance.below(days + 1)).unwrap_or_default();
            Cow::Owned(first.plus_days(days).to_string())
        }
        Draw::SamePlace if chance.hits(90) => place.clone(),
        Draw::Place | Draw::SamePlace => {
            chance.one_of(&rulebook.municipalities).map_or(Cow::Borrowed(""), |one| Cow::Borrowed(&one.code))
        }
    }
}

fn option<'r>(options: &'r [ChoiceOption], often: &[(&str, u64)], chance: &mut Chance) -> Cow<'r, str> {
    let weight = |option: &ChoiceOption| {
        often.iter().find(|(id, _)| *id == option.id).map_or(1, |(_, weight)| *weight)
    };
    let mut left = chance.below(options.iter().map(weight).sum::<u64>().max(1));
    for option in options {
        match left.checked_sub(weight(option)) {
            None => return Cow::Borrowed(&option.id),
            Some(rest) => left = rest,
        }
    }
    Cow::Borrowed("")
}

/// The question of a column: `org.fte`, `needs[0].amount`.
fn question<'r>(rulebook: &'r Rulebook, key: &str) -> Option<&'r Question> {
    let id = match key.split_once("[0].") {
        None => key.to_owned(),
        Some((list, own)) => {
            let list = rulebook.lists.iter().find(|one| one.id == list)?;
            format!("{}.{own}", list.item)
        }
    };
    rulebook.questions.iter().find(|question| question.id == id)
}

/// Numbers that look drawn by lot, the same for the same seed (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next().checked_rem(limit).unwrap_or_default()
    }

    fn hits(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        let row = self.below(u64::try_from(all.len()).ok()?);
        all.get(usize::try_from(row).ok()?)
    }
}
