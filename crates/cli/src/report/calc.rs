//! Calculators as JSON: decimals as texts, ids of the rules.

use super::json;
use crate::calc::Filled;
use serde::Serialize;
use serde_json::{Map, Value};
use steunwijzer_advisor::answers_file::value_of;
use steunwijzer_advisor::calculators::{ResultLine, asked, keys};
use steunwijzer_advisor::present::View;
use steunwijzer_engine::answers::{Answer, Whose};
use steunwijzer_engine::calculators::Calculators;
use steunwijzer_engine::notation;
use steunwijzer_engine::rulebook::{Rulebook, Words};
use steunwijzer_report::names::{self, key_of};
use steunwijzer_report::{
    EditionReport, FigureReport, Range, SchemeReport, SourceReport, edition, figure, range, scheme, sources,
};

#[derive(Serialize)]
struct CalculatorReport<'a> {
    id: &'a str,
    title: &'a str,
    summary: &'a str,
    keys: Vec<KeyReport<'a>>,
}

#[derive(Serialize)]
struct KeyReport<'a> {
    key: String,
    allowed: String,
    text: &'a str,
}

#[derive(Serialize)]
struct CalculationReport {
    calculator: String,
    title: String,
    explanation: String,
    edition: EditionReport,
    as_on: String,
    lang: &'static str,
    /// What was told, by key.
    answers: Map<String, Value>,
    /// What is fixed, by key.
    given: Map<String, Value>,
    schemes: Vec<SchemeReport>,
    finding: Option<FindingReport>,
    lines: Vec<LineReport>,
    notes: Vec<String>,
    sources: Vec<SourceReport>,
}

#[derive(Serialize)]
struct FindingReport {
    code: &'static str,
    text: String,
    reason: String,
}

#[derive(Serialize)]
struct LineReport {
    id: String,
    show: &'static str,
    label: String,
    formula: String,
    /// As the page shows it.
    text: String,
    /// Of a number: what it counts.
    unit: Option<&'static str>,
    /// Both ends of a number; `null` when it is not known.
    value: Option<Range>,
    figures: Vec<FigureReport>,
    /// The labels of what is missing.
    open: Vec<String>,
}

/// All calculators with their keys.
pub(crate) fn calculators(rulebook: &Rulebook, words: &Words, all: &Calculators) -> String {
    let rows = all.all.iter().map(|calculator| CalculatorReport {
        id: &calculator.id,
        title: words.get(calculator.title),
        summary: words.get(calculator.summary),
        keys: keys(rulebook, calculator)
            .into_iter()
            .map(|key| KeyReport {
                text: rulebook.questions.get(key.question.row()).map_or("", |found| words.get(found.ask)),
                key: key.key,
                allowed: key.allowed,
            })
            .collect(),
    });
    json(&rows.collect::<Vec<_>>())
}

/// The outcome of one.
pub(crate) fn calculation(filled: &Filled<'_>) -> String {
    let view = filled.view();
    let calculator = filled.calculator;
    let result = filled.sheet().result;
    let asked = asked(&filled.rulebook, calculator, &filled.answers, view.advice.as_on);
    let given = calculator.given.iter().map(|(id, _)| (*id, first(&filled.rulebook, *id)));
    json(&CalculationReport {
        calculator: calculator.id.clone(),
        title: view.words.get(calculator.title).to_owned(),
        explanation: view.words.get(calculator.explanation).to_owned(),
        edition: edition(&view),
        as_on: view.advice.as_on.to_string(),
        lang: view.lang.code(),
        answers: written(&view, asked.iter().map(|asked| (asked.question, asked.whose))),
        given: written(&view, given),
        schemes: calculator.schemes.iter().filter_map(|id| scheme(&view, *id)).collect(),
        finding: result.finding.map(|found| FindingReport {
            code: found.code,
            text: found.text,
            reason: found.reason,
        }),
        lines: result.lines.iter().map(|line| line_report(&view, line)).collect(),
        notes: result.notes,
        sources: sources(&view, &calculator.sources),
    })
}

fn first(rulebook: &Rulebook, id: steunwijzer_engine::rulebook::QuestionId) -> Whose {
    let list = rulebook.questions.get(id.row()).and_then(|question| question.list);
    list.map_or(Whose::Organisation, |list| Whose::Record(list, 0))
}

fn written(
    view: &View<'_>,
    questions: impl Iterator<Item = (steunwijzer_engine::rulebook::QuestionId, Whose)>,
) -> Map<String, Value> {
    let answered = questions.filter_map(|(id, whose)| {
        let question = view.rulebook.questions.get(id.row())?;
        let answer: Answer = view.answers.get(question, whose)?;
        let value = value_of(notation::write(view.rulebook, question, answer));
        Some((key_of(view.rulebook, id, whose), value))
    });
    answered.collect()
}

fn line_report(view: &View<'_>, line: &ResultLine) -> LineReport {
    let row = &line.row;
    LineReport {
        id: row.id.clone(),
        show: names::show(row.show),
        label: row.label.clone(),
        formula: row.formula.clone(),
        text: row.value.clone(),
        unit: line.number.map(|(_, unit)| names::unit(unit)),
        value: line.number.and_then(|(number, unit)| range(unit, number)),
        figures: line.figures.iter().filter_map(|used| figure(view, used)).collect(),
        open: row.open.clone(),
    }
}
