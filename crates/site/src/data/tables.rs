//! The tables: each row of a file, with what its columns hold.

use super::condition::Speaker;
use super::scheme::{confidence, ended};
use super::{Column, File, Say};
use crate::known::{Known, schemes};
use rust_decimal::Decimal;
use steunwijzer_advisor::export::csv::{Cell, csv};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{column as say, fixed_data as about};
use steunwijzer_compiler::Edition;
use steunwijzer_compiler::rule_text::RuleWriter;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::notation;
use steunwijzer_engine::rulebook::{Condition, Conflict, Figures, Question, Rulebook, TextId, Unit};
use steunwijzer_report::names;

pub(super) use steunwijzer_compiler::rule_text::options;

/// A row: a cell for each column.
type Row = Vec<Cell>;

/// Every table as a file.
pub(super) fn files(edition: &Edition, known: &Known<'_>) -> Vec<File> {
    let of = Tables { say: Speaker { edition, known } };
    vec![
        file("schemes.csv", about::schemes, &SCHEMES, of.schemes()),
        file("conditions.csv", about::conditions, &CONDITIONS, of.conditions()),
        file("citations.csv", about::citations, &CITATIONS, of.citations()),
        file("windows.csv", about::windows, &WINDOWS, of.windows()),
        file("questions.csv", about::questions, &QUESTIONS, of.questions()),
        file("options.csv", about::options, &OPTIONS, of.options()),
        file("figures.csv", about::figures, &FIGURES, of.figures()),
        file("sources.csv", about::sources, &SOURCES, of.sources()),
        file("municipalities.csv", about::municipalities, &MUNICIPALITIES, of.municipalities()),
    ]
}

fn file(name: &'static str, about: Say, columns: &[(&'static str, Say)], rows: Vec<Row>) -> File {
    let names: Vec<String> = columns.iter().map(|(name, _)| (*name).to_owned()).collect();
    let count = rows.len();
    File {
        name,
        about,
        // The English form: commas, and a point for decimals.
        bytes: csv(Lang::En, &names, rows).into_bytes(),
        rows: Some(count),
        columns: columns.iter().map(|(name, about)| Column { name, about: *about }).collect(),
    }
}

const SCHEMES: [(&str, Say); 23] = [
    ("scheme", say::scheme),
    ("name_nl", say::name_nl),
    ("name_en", say::name_en),
    ("kind", say::kind),
    ("help", say::help),
    ("claim", say::claim),
    ("level", say::level),
    ("status", say::status),
    ("ended", say::ended),
    ("state_aid", say::state_aid),
    ("subject", say::subject),
    ("provider", say::provider),
    ("municipalities", say::places),
    ("amount", say::amount),
    ("url", say::url),
    ("checked", say::checked),
    ("check_again_before", say::before),
    ("second_check", say::second),
    ("confidence", say::confidence),
    ("summary_nl", say::summary_nl),
    ("summary_en", say::summary_en),
    ("decides_nl", say::text_nl),
    ("decides_en", say::text_en),
];

const CONDITIONS: [(&str, Say); 10] = [
    ("scheme", say::scheme),
    ("condition", say::condition),
    ("route_of", say::route_of),
    ("role", say::role),
    ("when", say::when),
    ("background", say::background),
    ("questions", say::asks),
    ("refer", say::refer),
    ("text_nl", say::text_nl),
    ("text_en", say::text_en),
];

const CITATIONS: [(&str, Say); 4] =
    [("scheme", say::scheme), ("condition", say::condition), ("source", say::source), ("at", say::at)];

const WINDOWS: [(&str, Say); 7] = [
    ("scheme", say::scheme),
    ("opens", say::opens),
    ("closes", say::closes),
    ("closes_at", say::closes_at),
    ("announced", say::announced),
    ("text_nl", say::text_nl),
    ("text_en", say::text_en),
];

const QUESTIONS: [(&str, Say); 8] = [
    ("question", say::question),
    ("topic", say::topic),
    ("list", say::list),
    ("type", say::answer_type),
    ("allowed", say::allowed),
    ("ask_if", say::ask_if),
    ("text_nl", say::text_nl),
    ("text_en", say::text_en),
];

const OPTIONS: [(&str, Say); 4] = [
    ("question", say::question),
    ("option", say::option),
    ("text_nl", say::text_nl),
    ("text_en", say::text_en),
];

const FIGURES: [(&str, Say); 8] = [
    ("figure", say::figure),
    ("unit", say::unit),
    ("key", say::key),
    ("value", say::value),
    ("from", say::from),
    ("until", say::until),
    ("text_nl", say::text_nl),
    ("text_en", say::text_en),
];

const SOURCES: [(&str, Say); 8] = [
    ("source", say::source),
    ("title", say::title),
    ("publisher", say::publisher),
    ("url", say::url),
    ("content_date", say::content),
    ("checked", say::checked),
    ("kind", say::source_kind),
    ("evidence", say::evidence),
];

const MUNICIPALITIES: [(&str, Say); 8] = [
    ("code", say::code),
    ("name", say::place_name),
    ("province", say::province),
    ("region", say::region),
    ("from", say::from),
    ("until", say::until),
    ("successors", say::successors),
    ("schemes", say::own),
];

/// Makes the rows.
struct Tables<'e> {
    say: Speaker<'e>,
}

impl Tables<'_> {
    fn rulebook(&self) -> &Rulebook {
        self.say.rulebook()
    }

    fn both(&self, id: TextId) -> [Cell; 2] {
        [text(self.say.edition.nl.get(id)), text(self.say.edition.en.get(id))]
    }

    fn schemes(&self) -> Vec<Row> {
        let row = |(id, scheme): (_, &steunwijzer_engine::rulebook::Scheme)| {
            let texts = scheme.texts;
            let mut row = vec![text(&scheme.id)];
            row.extend(self.both(texts.name));
            row.extend([
                text(names::kind(scheme.kind)),
                text(names::help(scheme.help())),
                text(names::claim(scheme.claim)),
                text(names::level(scheme.level)),
                text(names::status(scheme.status)),
                text(&ended(scheme).unwrap_or_default()),
                text(names::state_aid(scheme.state_aid)),
                text(&self.say.subject(scheme)),
                text(&self.say.same(texts.provider)),
                text(&self.say.municipalities(id).unwrap_or_default().join(" ")),
                text(names::amounts(&scheme.amounts)),
                text(&self.say.same(texts.url)),
                Cell::Day(scheme.review.checked),
                Cell::Day(scheme.review.before),
                truth(scheme.review.second_check),
                text(confidence(scheme.review.confidence)),
            ]);
            row.extend(self.both(texts.summary));
            row.extend(self.both(texts.decides));
            row
        };
        schemes(self.rulebook()).map(row).collect()
    }

    /// Every condition with its scheme and the group that it is a route of.
    fn each_condition(&self) -> Vec<(&str, &str, &Condition)> {
        let mut all = Vec::new();
        for (id, scheme) in schemes(self.rulebook()) {
            let mut rest = self.rulebook().conditions_of(id);
            while let Some((condition, behind)) = rest.split_first() {
                let (routes, next) = behind.split_at(usize::from(condition.routes).min(behind.len()));
                all.push((scheme.id.as_str(), "", condition));
                all.extend(routes.iter().map(|route| (scheme.id.as_str(), condition.id.as_str(), route)));
                rest = next;
            }
        }
        all
    }

    fn conditions(&self) -> Vec<Row> {
        let row = |(scheme, group, condition): (&str, &str, &Condition)| {
            let mut row = vec![
                text(scheme),
                text(&condition.id),
                text(group),
                text(names::role(condition.role)),
                text(&self.say.test(condition).unwrap_or_default()),
                truth(condition.background),
                text(&self.say.question_names(&condition.questions).join(" ")),
                text(&condition.refer.and_then(|id| self.say.scheme_name(id)).unwrap_or_default()),
            ];
            row.extend(self.both(condition.text));
            row
        };
        self.each_condition().into_iter().map(row).collect()
    }

    fn citations(&self) -> Vec<Row> {
        let rows = |(scheme, _, condition): (&str, &str, &Condition)| {
            let cited = self.say.cited(&condition.sources).into_iter();
            let row = |cited: super::condition::Cited| {
                vec![text(scheme), text(&condition.id), text(&cited.id), text(&cited.at)]
            };
            cited.map(row).collect::<Vec<Row>>()
        };
        self.each_condition().into_iter().flat_map(rows).collect()
    }

    fn windows(&self) -> Vec<Row> {
        let of = |scheme: &steunwijzer_engine::rulebook::Scheme| {
            let row = |window: &steunwijzer_engine::rulebook::Window| {
                let mut row = vec![text(&scheme.id), day(window.opens), day(window.closes)];
                row.extend([text(&window.closes_at), truth(window.announced)]);
                row.extend(self.both(window.text));
                row
            };
            scheme.windows.iter().map(row).collect::<Vec<Row>>()
        };
        self.rulebook().schemes.iter().flat_map(of).collect()
    }

    fn questions(&self) -> Vec<Row> {
        let rulebook = self.rulebook();
        let of_topic = |topic: &steunwijzer_engine::rulebook::Topic| {
            let questions = topic.questions.iter().filter_map(|id| rulebook.questions.get(id.row()));
            let row = |question: &Question| {
                let list = question.list.and_then(|list| rulebook.lists.get(list.row()));
                let guard = question.ask_if.map(|node| RuleWriter::new(rulebook).expression(node));
                let mut row = vec![
                    text(&question.id),
                    text(&topic.id),
                    text(list.map_or("", |list| list.id.as_str())),
                    text(names::answer_type(&question.answer)),
                    text(&notation::allowed(rulebook, question)),
                    text(&guard.unwrap_or_default()),
                ];
                row.extend(self.both(question.ask));
                row
            };
            questions.map(row).collect::<Vec<Row>>()
        };
        rulebook.topics.iter().flat_map(of_topic).collect()
    }

    fn options(&self) -> Vec<Row> {
        let of = |question: &Question| {
            let row = |option: &steunwijzer_engine::rulebook::ChoiceOption| {
                let mut row = vec![text(&question.id), text(&option.id)];
                row.extend(self.both(option.text));
                row
            };
            options(question).iter().map(row).collect::<Vec<Row>>()
        };
        self.rulebook().questions.iter().flat_map(of).collect()
    }

    fn figures(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for parameter in &self.rulebook().parameters {
            for value in &parameter.values {
                let mut add = |key: Cell, figure: Decimal| {
                    let mut row = vec![text(&parameter.id), text(names::unit(parameter.unit)), key];
                    row.extend([Cell::Number(figure), Cell::Day(value.from), day(value.until)]);
                    row.extend(self.both(parameter.text));
                    rows.push(row);
                };
                match &value.figures {
                    Figures::One(figure) => add(Cell::Empty, *figure),
                    Figures::ByKey { first, figures } => {
                        (*first..)
                            .zip(figures)
                            .for_each(|(key, figure)| add(Cell::Number(key.into()), *figure));
                    }
                }
            }
        }
        rows
    }

    fn sources(&self) -> Vec<Row> {
        let row = |source: &steunwijzer_engine::rulebook::Source| {
            vec![
                text(&source.id),
                text(&self.say.same(source.title)),
                text(&self.say.same(source.publisher)),
                text(&self.say.same(source.url)),
                text(&source.content_date),
                Cell::Day(source.checked),
                text(names::source_kind(source.kind)),
                text(names::evidence(source.evidence)),
            ]
        };
        self.rulebook().sources.iter().map(row).collect()
    }

    fn municipalities(&self) -> Vec<Row> {
        let rulebook = self.rulebook();
        let mut rows = Vec::new();
        for province in &rulebook.provinces {
            for at in usize::from(province.first)..=usize::from(province.last) {
                let Some(one) = rulebook.municipalities.get(at) else { continue };
                let own = self.say.known.local(at).own.len();
                rows.push(vec![
                    text(&one.code),
                    text(&one.name),
                    text(&province.name),
                    text(&one.region),
                    day(one.from),
                    day(one.until),
                    text(&one.successors.join(" ")),
                    Cell::Number(own.into()),
                ]);
            }
        }
        rows
    }
}

fn text(words: &str) -> Cell {
    if words.is_empty() { Cell::Empty } else { Cell::Text(words.to_owned()) }
}

fn truth(truth: bool) -> Cell {
    Cell::Text(truth.to_string())
}

fn day(day: Option<Date>) -> Cell {
    day.map_or(Cell::Empty, Cell::Day)
}

/// The name of what a notion counts, if it is a number.
pub(super) fn units(unit: Option<Unit>) -> Option<&'static str> {
    unit.map(names::unit)
}

/// The names of the questions in a conflict.
pub(super) fn conflict_questions(rulebook: &Rulebook, conflict: &Conflict) -> Vec<String> {
    let known = conflict.questions.iter().filter_map(|id| rulebook.questions.get(id.row()));
    known.map(|question| question.id.clone()).collect()
}
