//! Amounts with their lines: decimals as texts.

use crate::names;
use crate::scheme::{SourceReport, sources};
use rust_decimal::Decimal;
use serde::Serialize;
use steunwijzer_advisor::present::View;
use steunwijzer_engine::advice::{Assumption, FigureUsed, LineAdvice, SubjectAdvice};
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{AmountLine, Amounts, Measure, Parameter, Scheme, Unit};

#[derive(Serialize)]
pub(crate) struct AmountReport {
    /// lines, in-consultation, no-money or unknown.
    kind: &'static str,
    /// The headline, as the page shows it.
    text: String,
    lines: Vec<LineReport>,
}

/// One line of an amount.
#[derive(Serialize)]
pub struct LineReport {
    id: String,
    show: &'static str,
    unit: &'static str,
    label: String,
    formula: String,
    /// Both ends; `null` when the amount is not known.
    value: Option<Range>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ceiling: Option<Range>,
    figures: Vec<FigureReport>,
    /// Ids of questions that keep it a range.
    open: Vec<String>,
    sources: Vec<SourceReport>,
}

/// Both ends of a number, as texts; the same if it is certain.
#[derive(Serialize)]
pub struct Range {
    from: String,
    to: String,
}

/// A dated figure that an amount used.
#[derive(Serialize)]
pub struct FigureReport {
    parameter: String,
    label: String,
    value: Option<Range>,
    /// From when until when it is in force, if one value was used.
    from: Option<String>,
    until: Option<String>,
    assumption: Option<String>,
    sources: Vec<SourceReport>,
}

/// The amount of a scheme for a subject.
pub(crate) fn amount(view: &View<'_>, scheme: &Scheme, judged: &SubjectAdvice, text: &str) -> AmountReport {
    let lines = lines(view, scheme, judged);
    AmountReport { kind: names::amounts(&scheme.amounts), text: text.to_owned(), lines }
}

/// The lines of that amount.
pub(crate) fn lines(view: &View<'_>, scheme: &Scheme, judged: &SubjectAdvice) -> Vec<LineReport> {
    let lines = match &scheme.amounts {
        Amounts::Lines(lines) => lines.as_slice(),
        Amounts::InConsultation | Amounts::NoMoney | Amounts::Unknown => &[],
    };
    let reports = judged.amounts.iter().filter_map(|advice| {
        let line = lines.get(usize::from(advice.line))?;
        Some(line_report(view, line, advice))
    });
    reports.collect()
}

fn line_report(view: &View<'_>, line: &AmountLine, advice: &LineAdvice) -> LineReport {
    let open = advice.open.iter().filter_map(|id| view.rulebook.questions.get(id.row()));
    LineReport {
        id: line.id.clone(),
        show: names::show(line.show),
        unit: names::unit(line.unit),
        label: view.words.get(line.text).to_owned(),
        formula: view.words.get(line.formula).to_owned(),
        value: range(line.unit, advice.value),
        ceiling: advice.ceiling.and_then(|ceiling| range(line.unit, ceiling)),
        figures: advice.figures.iter().filter_map(|used| figure(view, used)).collect(),
        open: open.map(|question| question.id.clone()).collect(),
        sources: sources(view, &line.sources),
    }
}

/// A figure, as it was used.
pub fn figure(view: &View<'_>, used: &FigureUsed) -> Option<FigureReport> {
    let parameter: &Parameter = view.rulebook.parameters.get(used.parameter.row())?;
    let value = used.row.and_then(|row| parameter.values.get(usize::from(row)));
    Some(FigureReport {
        parameter: parameter.id.clone(),
        label: view.words.get(parameter.text).to_owned(),
        value: range(parameter.unit, used.value),
        from: value.map(|value| value.from.to_string()),
        until: value.and_then(|value| value.until).map(|until| until.to_string()),
        assumption: used.assumption.map(|assumption| match assumption {
            Assumption::NotSeenSince(day) => format!("not seen since {day}"),
            Assumption::RangeAssumed(why) => view.words.get(why).to_owned(),
        }),
        sources: value.map(|value| sources(view, &value.sources)).unwrap_or_default(),
    })
}

/// Both ends in the notation of an answers file; `None` when nothing is known.
pub fn range(unit: Unit, number: Number) -> Option<Range> {
    let (from, to) = number.limits()?;
    Some(Range { from: written(unit, from), to: written(unit, to) })
}

/// A decimal in the notation of an answers file: `"883.39"`, `"45 %"`.
fn written(unit: Unit, value: Decimal) -> String {
    match unit.measure() {
        Measure::Share => {
            let points = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value);
            format!("{} %", points.normalize())
        }
        Measure::Money => {
            let cents = value.normalize().scale().max(2);
            format!("{value:.*}", usize::try_from(cents).unwrap_or(2))
        }
        Measure::Count => value.normalize().to_string(),
    }
}
