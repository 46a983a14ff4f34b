//! Amount lines in rows: later lines may use earlier ones, rounded as they are shown.

use super::expressions::{Expressions, parameters};
use super::ids::{Ids, unique};
use super::texts::Texts;
use super::words_in::mentions;
use crate::feel::{Expected, LineName, Names, Uses};
use crate::read::amounts::{Amounts as Written, Line};
use rust_decimal::Decimal;
use steunwijzer_engine::number::Rounding;
use steunwijzer_engine::rulebook::{AmountLine, Amounts, ListId, Unit};

/// The amounts of a scheme.
pub(super) fn rows(
    written: &Written,
    list: Option<ListId>,
    expressions: &mut Expressions<'_>,
    ids: &Ids<'_>,
    texts: &mut Texts,
) -> Amounts {
    let lines = match written {
        Written::Lines(lines) => lines,
        Written::InConsultation => return Amounts::InConsultation,
        Written::NoMoney => return Amounts::NoMoney,
        Written::Unknown => return Amounts::Unknown,
    };
    unique(expressions.log, "amount line", lines.iter().map(|line| &line.id));
    let mut names: Vec<(String, LineName)> = Vec::new();
    let mut rows: Vec<AmountLine> = Vec::new();
    for line in lines {
        check_name(line, expressions);
        expressions.set_lines(names.clone());
        match row(line, list, expressions, ids, texts) {
            Some((mut row, range)) => {
                add_questions_of_lines(&mut row, &line.value, &rows);
                let index = u16::try_from(rows.len()).unwrap_or(u16::MAX);
                let name = LineName { index, unit: line.unit, range };
                names.push((line.id.value.clone(), name));
                rows.push(row);
            }
            None => expressions.log.add_broken(&line.id),
        }
    }
    Amounts::Lines(rows)
}

/// What keeps an earlier line open keeps those open that use it.
fn add_questions_of_lines(row: &mut AmountLine, value: &str, earlier: &[AmountLine]) {
    let names = mentions(value).names;
    for line in earlier.iter().filter(|line| names.contains(&line.id.as_str())) {
        for question in &line.questions {
            if !row.questions.contains(question) {
                row.questions.push(*question);
            }
        }
    }
}

fn check_name(line: &Line, expressions: &Expressions<'_>) {
    let id = line.id.as_str();
    if expressions.book.parameter(id).is_some() || expressions.book.definition(id).is_some() {
        let message = format!("`{id}` is already a parameter or a definition");
        expressions.log.error(line.id.at, message, "give this line another id");
    }
}

fn row(
    line: &Line,
    list: Option<ListId>,
    expressions: &mut Expressions<'_>,
    ids: &Ids<'_>,
    texts: &mut Texts,
) -> Option<(AmountLine, (Decimal, Decimal))> {
    let sources = ids.citations(&line.sources, texts);
    let expected = Expected::Number(line.unit);
    let ceiling = line.ceiling.as_ref().and_then(|text| expressions.value(text, list, expected));
    let value = expressions.value(&line.value, list, expected)?;
    let mut uses = Uses::default();
    uses.extend(&value.uses);
    if let Some(ceiling) = &ceiling {
        uses.extend(&ceiling.uses);
    }
    let rounding = shown(line.unit);
    let row = AmountLine {
        id: line.id.value.clone(),
        show: line.show,
        unit: line.unit,
        value: value.node,
        rounding,
        ceiling: ceiling.map(|ceiling| ceiling.node),
        text: texts.add(&line.text),
        formula: texts.add_optional(line.formula.as_ref()),
        sources,
        parameters: parameters(&uses),
        questions: uses.questions,
    };
    let (low, high) = value.range?;
    let range = (rounding.0.apply(low, rounding.1)?, rounding.0.apply(high, rounding.1)?);
    Some((row, range))
}

/// How a line is rounded where it is shown: to the cent, a percentage to a hundredth of a percent.
fn shown(unit: Unit) -> (Rounding, i8) {
    let places = if unit == Unit::Percent { 4 } else { 2 };
    (Rounding::HalfUp, places)
}
