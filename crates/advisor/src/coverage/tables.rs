//! The count in a language: sentences and tables, the same for the page and the command line.

use super::{FigureState, Overview, SOON};
use crate::lang::Lang;
use crate::messages::{coverage as place, overview as say};
use crate::present::{amounts_word, kind_word, level_word, role_word, source_kind_word, status_word};
use crate::show;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{SchemeId, Words};

/// A table of the count, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Which.
    pub id: TableId,
    /// What it shows.
    pub caption: &'static str,
    /// The heading of each column.
    pub heads: Vec<&'static str>,
    /// The rows: the first cell names the row.
    pub rows: Vec<Vec<String>>,
    /// What stands in the cells behind the first.
    pub cells: Cells,
}

/// What stands in the cells behind the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cells {
    /// Numbers: aligned at the end.
    Numbers,
    /// Words.
    Words,
}

/// Which table it is; in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableId {
    /// Schemes by kind.
    Kinds,
    /// Schemes by who offers them.
    Levels,
    /// Schemes by status.
    Statuses,
    /// Schemes with and without an amount.
    Amounts,
    /// Conditions by role and evidence.
    Roles,
    /// Sources by kind.
    Sources,
    /// Local rules by province.
    Provinces,
    /// Local rules by municipality.
    Municipalities,
    /// Reviews that are overdue or soon due.
    Reviews,
    /// Figures to look at again.
    Figures,
    /// Conditions of each scheme.
    Schemes,
}

impl TableId {
    /// Its name in the page and in addresses.
    pub fn name(self) -> &'static str {
        match self {
            TableId::Kinds => "soorten",
            TableId::Levels => "aanbieders",
            TableId::Statuses => "stand",
            TableId::Amounts => "bedragen",
            TableId::Roles => "voorwaarden",
            TableId::Sources => "bronnen",
            TableId::Provinces => "provincies",
            TableId::Municipalities => "gemeenten",
            TableId::Reviews => "nakijken",
            TableId::Figures => "cijfers",
            TableId::Schemes => "regelingen",
        }
    }

    /// Whether it may have so many rows that a page folds it.
    pub fn is_long(self) -> bool {
        match self {
            TableId::Municipalities | TableId::Reviews | TableId::Figures | TableId::Schemes => true,
            TableId::Kinds
            | TableId::Levels
            | TableId::Statuses
            | TableId::Amounts
            | TableId::Roles
            | TableId::Sources
            | TableId::Provinces => false,
        }
    }
}

impl Overview<'_> {
    /// The totals, each in a sentence.
    pub fn totals(&self, lang: Lang) -> Vec<String> {
        let rulebook = self.rulebook;
        let [schemes, conditions, sources, known, of] = [
            rulebook.schemes.len(),
            self.conditions(),
            rulebook.sources.len(),
            self.local.known.len(),
            self.local.municipalities,
        ]
        .map(|number| show::decimal(lang, number.into(), 0));
        vec![
            say::totals(lang, &conditions, &schemes, &sources),
            say::local(lang, &known, &of),
            say::overdue(lang, self.overdue()),
            say::due_soon(lang, &SOON.to_string(), self.due_soon()),
            place::second_check(lang, self.unchecked()),
            say::as_on(lang, &show::day(lang, self.as_on)),
        ]
    }

    /// Every table, in the order in which they are shown.
    pub fn tables(&self, lang: Lang, words: &Words) -> Vec<Table> {
        vec![
            counts(
                TableId::Kinds,
                [say::kinds(lang), say::kind(lang), say::schemes(lang)],
                &self.kinds,
                |kind| kind_word(lang, *kind),
            ),
            counts(
                TableId::Levels,
                [say::levels(lang), say::level(lang), say::schemes(lang)],
                &self.levels,
                |level| level_word(lang, *level),
            ),
            counts(
                TableId::Statuses,
                [say::statuses(lang), say::status(lang), say::schemes(lang)],
                &self.statuses,
                |status| status_word(lang, *status),
            ),
            counts(
                TableId::Amounts,
                [say::amounts(lang), say::amount(lang), say::schemes(lang)],
                &self.amounts,
                |amounts| amounts_word(lang, amounts),
            ),
            self.role_table(lang),
            self.source_table(lang),
            self.province_table(lang),
            self.municipality_table(lang),
            self.review_table(lang, words),
            self.figure_table(lang, words),
            self.scheme_table(lang, words),
        ]
    }

    fn role_table(&self, lang: Lang) -> Table {
        let row = |role: &super::RoleCount| {
            vec![role_word(lang, role.role).to_owned(), role.page.to_string(), role.background.to_string()]
        };
        Table {
            id: TableId::Roles,
            caption: say::roles(lang),
            heads: vec![say::role(lang), say::page(lang), say::background(lang)],
            rows: self.roles.iter().map(row).collect(),
            cells: Cells::Numbers,
        }
    }

    fn source_table(&self, lang: Lang) -> Table {
        let row = |source: &super::SourceCount| {
            vec![
                source_kind_word(lang, source.kind).to_owned(),
                source.count.to_string(),
                source.background.to_string(),
                short_day(source.oldest),
            ]
        };
        Table {
            id: TableId::Sources,
            caption: say::sources(lang),
            heads: vec![say::source(lang), say::count(lang), say::background(lang), say::oldest(lang)],
            rows: self.sources.iter().map(row).collect(),
            cells: Cells::Numbers,
        }
    }

    fn province_table(&self, lang: Lang) -> Table {
        let row = |count: &super::ProvinceCount| {
            let province = self.rulebook.provinces.get(count.province)?;
            let (known, of) = (count.known.to_string(), count.municipalities.to_string());
            let known = say::known_of(lang, &known, &of);
            Some(vec![province.name.clone(), known, count.municipal.to_string(), count.regional.to_string()])
        };
        Table {
            id: TableId::Provinces,
            caption: say::provinces(lang),
            heads: vec![say::province(lang), say::known(lang), say::of_places(lang), say::of_regions(lang)],
            rows: self.local.provinces.iter().filter_map(row).collect(),
            cells: Cells::Numbers,
        }
    }

    fn municipality_table(&self, lang: Lang) -> Table {
        let row = |count: &super::PlaceCount| {
            let municipality = self.rulebook.municipalities.get(count.municipality)?;
            Some(vec![municipality.name.clone(), count.schemes.to_string()])
        };
        Table {
            id: TableId::Municipalities,
            caption: say::municipalities(lang),
            heads: vec![say::municipality(lang), say::schemes(lang)],
            rows: self.local.known.iter().filter_map(row).collect(),
            cells: Cells::Numbers,
        }
    }

    fn review_table(&self, lang: Lang, words: &Words) -> Table {
        let row = |review: &super::ReviewDue| {
            let state = if review.overdue {
                say::is_overdue(lang).to_owned()
            } else {
                say::is_due_soon(lang, &SOON.to_string())
            };
            vec![self.scheme_name(review.scheme, words), show::day(lang, review.before), state]
        };
        Table {
            id: TableId::Reviews,
            caption: say::reviews(lang),
            heads: vec![say::scheme(lang), say::before(lang), say::state(lang)],
            rows: self.reviews.iter().map(row).collect(),
            cells: Cells::Words,
        }
    }

    fn figure_table(&self, lang: Lang, words: &Words) -> Table {
        let state = |state: FigureState| {
            let say = match state {
                FigureState::Ended(_) => say::figure_ended,
                FigureState::PastReview(_) => say::figure_review,
                FigureState::Ends(_) => say::figure_ends,
            };
            say(lang, &show::day(lang, state.day()))
        };
        let row = |due: &super::FigureDue| {
            let parameter = self.rulebook.parameters.get(due.parameter.row())?;
            Some(vec![words.get(parameter.text).to_owned(), state(due.state)])
        };
        Table {
            id: TableId::Figures,
            caption: say::figures(lang),
            heads: vec![say::figure(lang), say::state(lang)],
            rows: self.figures.iter().filter_map(row).collect(),
            cells: Cells::Words,
        }
    }

    fn scheme_table(&self, lang: Lang, words: &Words) -> Table {
        let row = |count: &super::SchemeCount| {
            let mut cells = vec![self.scheme_name(count.scheme, words)];
            cells.extend(
                [count.tests, count.judged, count.steps, count.remarks].map(|number| number.to_string()),
            );
            cells.push(if count.second_check { say::yes(lang) } else { say::no(lang) }.to_owned());
            cells.push(short_day(count.before));
            cells
        };
        Table {
            id: TableId::Schemes,
            caption: say::per_scheme(lang),
            heads: vec![
                say::scheme(lang),
                say::tests(lang),
                say::by_person(lang),
                say::steps(lang),
                say::remarks(lang),
                say::second(lang),
                say::before(lang),
            ],
            rows: self.schemes.iter().map(row).collect(),
            cells: Cells::Numbers,
        }
    }

    fn scheme_name(&self, scheme: SchemeId, words: &Words) -> String {
        let found = self.rulebook.schemes.get(scheme.row());
        found.map_or(String::new(), |found| words.get(found.texts.name).to_owned())
    }
}

/// A table of two columns: a word and a number.
fn counts<T>(
    id: TableId,
    [caption, of, number]: [&'static str; 3],
    counts: &[(T, usize)],
    word: impl Fn(&T) -> &'static str,
) -> Table {
    let rows = counts.iter().map(|(one, count)| vec![word(one).to_owned(), count.to_string()]);
    Table { id, caption, heads: vec![of, number], rows: rows.collect(), cells: Cells::Numbers }
}

/// A day in digits, for a column of days: `21-5-2027`.
fn short_day(day: Date) -> String {
    let parts = day.parts();
    format!("{}-{}-{}", parts.day, parts.month, parts.year)
}
