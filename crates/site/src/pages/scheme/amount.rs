//! What a scheme gives: the rule, and a sum only where it does not depend on any answer.

use crate::layout::Writer;
use maud::{Markup, html};
use steunwijzer_advisor::messages::fixed_scheme as say;
use steunwijzer_advisor::present::{FigureRow, LineRow, amounts_word};
use steunwijzer_advisor::show::{self, Cents};
use steunwijzer_engine::advice::{LineAdvice, SubjectAdvice};
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{AmountLine, Amounts, Scheme, SchemeId};

pub(super) fn all(writer: &Writer<'_>, id: SchemeId, scheme: &Scheme) -> Markup {
    let lang = writer.lang;
    let shown = writer.view.page(id).and_then(|page| page.subjects.into_iter().next());
    let judged = writer.view.judged(id).and_then(|judged| judged.subjects.first());
    html! {
        h2 { (say::amount(lang)) }
        @match (&scheme.amounts, shown, judged) {
            (Amounts::Lines(lines), Some(shown), Some(judged)) => (with_lines(writer, lines, &shown.lines, judged)),
            _ => p { (amounts_word(lang, &scheme.amounts)) },
        }
    }
}

fn with_lines(writer: &Writer<'_>, lines: &[AmountLine], rows: &[LineRow], judged: &SubjectAdvice) -> Markup {
    let all_fixed = judged.amounts.iter().all(|advice| fixed(advice).is_some());
    html! {
        @if !all_fixed { p { (say::no_sum(writer.lang)) } }
        ol class="plain" {
            @for (row, advice) in rows.iter().zip(&judged.amounts) {
                @if let Some(line) = lines.get(usize::from(advice.line)) { (one(writer, line, row, advice)) }
            }
        }
    }
}

fn one(writer: &Writer<'_>, line: &AmountLine, row: &LineRow, advice: &LineAdvice) -> Markup {
    let lang = writer.lang;
    // A limit that depends on answers would be somebody's, not everybody's.
    let ceiling = advice.ceiling.filter(|most| most.single().is_some());
    let ceiling = ceiling.map(|most| show::amount(lang, line.unit, most, Cents::IfAny));
    html! {
        li {
            p { strong { (row.label) } @if !row.formula.is_empty() { ": " (row.formula) } }
            @if fixed(advice).is_some() {
                p { span class="amount" { (row.value) } " " span class="small" { (say::fixed_sum(lang)) } }
            }
            @if let Some(most) = ceiling.filter(|_| fixed(advice).is_none()) {
                p { (say::ceiling(lang, &most)) }
            }
            @if !line.questions.is_empty() {
                p class="small" { (say::asks(lang)) " " (writer.question_links(&line.questions)) }
            }
            (figures(writer, row))
            (writer.citations(&line.sources))
        }
    }
}

/// A value that is the same for everybody and rests on nothing that is only assumed.
fn fixed(advice: &LineAdvice) -> Option<Number> {
    let assumed = advice.figures.iter().any(|figure| figure.assumption.is_some());
    let sure = advice.open.is_empty() && !assumed && advice.value.single().is_some();
    sure.then_some(advice.value)
}

fn figures(writer: &Writer<'_>, row: &LineRow) -> Markup {
    let one = |figure: &FigureRow| {
        html! {
            li {
                (figure.label) ": " (figure.value)
                @if !figure.period.is_empty() { ", " (figure.period) }
                @if let Some(assumption) = &figure.assumption { " " span class="tag" { (assumption) } }
            }
        }
    };
    html! {
        @if !row.figures.is_empty() {
            p class="small" { (say::figures(writer.lang)) }
            ul class="small" { @for figure in &row.figures { (one(figure)) } }
        }
    }
}
