//! The money plan as text: hires, cash flow, the finance of each need, aid.

use super::Lines;
use super::explanation::{citations, line_row};
use super::table::table;
use rust_decimal::Decimal;
use steunwijzer_advisor::coverage::Cells;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{aid as aid_words, cash as cash_words, cli, hiring, money, stack};
use steunwijzer_advisor::present::plan::aid::{AidAsked, AidSheet};
use steunwijzer_advisor::present::plan::{
    CashPage, HirePage, LayerRow, MonthRow, OfferPage, OutRow, ProposalSheet, Settings, StackSheet,
};
use steunwijzer_advisor::present::verdict_word;
use steunwijzer_advisor::show::{self, Cents};
use steunwijzer_engine::rulebook::Unit;
use steunwijzer_plan::cash_flow::Row;
use steunwijzer_report::Plan;

/// The whole plan.
pub(crate) fn plan(plan: &Plan<'_>) -> String {
    let view = &plan.view;
    let lang = view.lang;
    let mut lines = Lines::default();
    let edition = &view.rulebook.edition;
    let as_on = show::day(lang, view.advice.as_on);
    lines.line(0, money::title(lang));
    lines.line(0, &cli::as_on(lang, &as_on, &show::day(lang, edition.date), &edition.hash));
    hires(plan, &mut lines);
    cash(plan, &mut lines);
    lines.heading(0, &stack::title(lang).to_uppercase());
    if plan.stacks.is_empty() {
        lines.line(0, stack::none_told(lang));
    } else {
        lines.line(0, stack::never_added(lang));
    }
    plan.stacks.iter().for_each(|sheet| need(lang, sheet, &mut lines));
    let asked = AidAsked { day: view.advice.as_on, owners: vec![], new_aid: None };
    if let Some(sheet) = view.aid_sheet(&asked) {
        aid(lang, &sheet, &mut lines);
    }
    lines.heading(0, cli::not_decision(lang));
    lines.text()
}

fn hires(plan: &Plan<'_>, lines: &mut Lines) {
    let lang = plan.view.lang;
    let page = plan.view.hiring(&plan.labour);
    lines.heading(0, &hiring::title(lang).to_uppercase());
    if page.hires.is_empty() {
        lines.line(0, hiring::nobody(lang));
    } else if page.totals.is_empty() {
        lines.line(0, hiring::imagined(lang));
    }
    // What somebody of whom nothing was told would bring is no plan.
    if page.totals.is_empty() {
        return;
    }
    page.hires.iter().for_each(|one| hire(lang, one, lines));
    lines.heading(2, hiring::totals(lang));
    for total in &page.totals {
        lines.line(4, &format!("{}: {}", total.label, total.value));
        lines.line(6, total.small);
    }
    page.average.iter().for_each(|sentence| lines.line(4, sentence));
}

fn hire(lang: Lang, page: &HirePage, lines: &mut Lines) {
    lines.heading(2, &page.name);
    lines.line(4, &page.facts);
    page.subsidies.iter().for_each(|one| offer(lang, one, lines));
    page.comparison.iter().for_each(|sentence| lines.line(4, sentence));
    page.lkv.iter().for_each(|one| offer(lang, one, lines));
    page.lkv_notes.iter().for_each(|sentence| lines.line(4, sentence));
    if page.cover.is_some() || !page.illness.is_empty() {
        lines.heading(2, hiring::illness(lang));
    }
    page.cover.iter().for_each(|one| offer(lang, one, lines));
    page.illness.iter().for_each(|one| lines.line(4, &format!("{}: {}", one.label, one.value)));
    if !page.illness.is_empty() {
        lines.line(4, hiring::illness_ask(lang));
    }
    citations(6, &page.illness_sources, lines);
    for (title, offers) in &page.groups {
        lines.heading(2, title);
        for one in offers {
            let verdict = verdict_word(lang, one.verdict);
            lines.line(4, &format!("{} ({}): {verdict} · {}", one.link.name, one.link.id, one.amount.text));
            lines.line(6, &one.reason);
        }
    }
    for (sentence, link) in page.referrals.iter().chain(&page.nothing) {
        lines.line(4, &format!("{sentence} {} ({})", link.name, link.id));
    }
}

fn offer(lang: Lang, page: &OfferPage, lines: &mut Lines) {
    let verdict = verdict_word(lang, page.verdict);
    lines.line(4, &format!("{} ({}): {verdict} · {}", page.link.name, page.link.id, page.amount.text));
    lines.line(6, &page.amount.small);
    lines.line(6, &page.reason);
    page.lines.iter().for_each(|row| line_row(6, row, lines));
    page.holds.iter().for_each(|sentence| lines.line(6, sentence));
}

fn cash(plan: &Plan<'_>, lines: &mut Lines) {
    let lang = plan.view.lang;
    let part = plan.view.cash(&plan.labour, &Settings::default());
    lines.heading(0, &cash_words::title(lang).to_uppercase());
    match &part.result {
        Err(why) => return lines.line(0, why),
        Ok(page) => months(plan, page, lines),
    }
    lines.heading(2, cash_words::settings(lang));
    for row in &part.settings {
        let chosen = row.choices.iter().find(|choice| choice.is_on).map(|choice| choice.text);
        let value = chosen.map_or_else(|| format!("{} {}", row.typed, row.unit), str::to_owned);
        lines.line(4, &format!("{}: {} ({})", row.label, value.trim(), row.basis));
        lines.line(6, &row.hint);
        citations(6, &row.citations, lines);
    }
}

fn months(plan: &Plan<'_>, page: &CashPage, lines: &mut Lines) {
    let lang = plan.view.lang;
    page.sentences().iter().for_each(|sentence| lines.line(2, sentence));
    page.notes.iter().for_each(|sentence| lines.line(2, sentence));
    lines.heading(2, cash_words::caption(lang));
    let heads: Vec<&str> = ["", ""].into_iter().chain(page.columns.iter().copied()).chain([""]).collect();
    let flow = plan.flow().map_or(vec![], |flow| flow.rows());
    let rows = page.months.iter().zip(&flow).flat_map(|(month, row)| month_rows(lang, month, row));
    table(2, &heads, &rows.collect::<Vec<_>>(), Cells::Numbers, lines);
}

/// A month in one row, or in two if an amount is a range: the lowest and the highest of each. A terminal
/// is too narrow for both beside each other.
fn month_rows(lang: Lang, month: &MonthRow, row: &Row) -> Vec<Vec<String>> {
    let cells = |end: fn((Decimal, Decimal)) -> Decimal| {
        row.cells.iter().map(move |cell| match cell.limits() {
            Some(limits) => show::decimal(lang, end(limits), 2),
            None => show::amount(lang, Unit::Euro, *cell, Cents::Always),
        })
    };
    let whole = |name: &str, end: &str, cells: Vec<String>, mark: &str| {
        [vec![name.to_owned(), end.to_owned()], cells, vec![mark.to_owned()]].concat()
    };
    let (low, high): (Vec<String>, Vec<String>) =
        (cells(|ends| ends.0).collect(), cells(|ends| ends.1).collect());
    if low == high {
        return vec![whole(&month.name, "", low, month.mark)];
    }
    let [lowest, highest] = [cash_words::lowest_of(lang), cash_words::highest_of(lang)];
    vec![whole(&month.name, lowest, low, month.mark), whole("", highest, high, "")]
}

fn need(lang: Lang, sheet: &StackSheet, lines: &mut Lines) {
    let colon = if sheet.purpose.is_empty() { "" } else { ": " };
    lines.heading(0, &[&sheet.name, colon, &sheet.purpose].concat());
    sheet.told.iter().for_each(|row| lines.line(2, &format!("{}: {}", row.label, row.text)));
    sheet.notes.iter().for_each(|sentence| lines.line(2, sentence));
    sheet.refused.iter().for_each(|sentence| lines.line(2, sentence));
    sheet.proposals.iter().for_each(|one| proposal(lang, one, lines));
    if !sheet.out.is_empty() {
        lines.heading(2, &stack::out_all(lang, sheet.out.len()));
        out(&sheet.out, lines);
    }
}

fn proposal(lang: Lang, one: &ProposalSheet, lines: &mut Lines) {
    lines.heading(2, &format!("{}: {}", stack::proposal(lang), one.title));
    one.meaning.iter().for_each(|sentence| lines.line(4, sentence));
    one.layers.iter().for_each(|row| layer(lang, row, lines));
    lines.line(4, &format!("{}: {}", one.gap.label, one.gap.text));
    lines.line(6, one.gap_reading);
    if !one.debt.is_empty() {
        lines.line(4, stack::debt(lang));
    }
    one.debt.iter().for_each(|sentence| lines.line(6, sentence));
    lines.line(4, one.aid);
    if !one.timeline.is_empty() {
        lines.line(4, stack::timeline(lang));
    }
    for (row, moment) in one.timeline.iter().enumerate() {
        lines.line(6, &format!("{}. {}", row + 1, moment.scheme.name));
        moment.sentences.iter().for_each(|sentence| lines.line(9, sentence));
    }
    if !one.out.is_empty() {
        lines.line(4, &stack::out(lang, one.out.len()));
        out(&one.out, lines);
    }
}

fn layer(lang: Lang, row: &LayerRow, lines: &mut Lines) {
    let Some(scheme) = &row.scheme else {
        lines.line(4, &format!("{}: {}", row.stage_word, row.amount));
        return row.why.iter().for_each(|why| lines.line(6, why));
    };
    let verdict = row.verdict.map_or("", |verdict| verdict_word(lang, verdict));
    lines.line(4, &format!("{} ({}): {} · {verdict}", scheme.name, scheme.id, row.amount));
    lines.line(6, &format!("{} · {}", row.stage_word, row.money));
    row.why.iter().for_each(|why| lines.line(6, why));
    for sentence in [&row.reason, &row.cost, &row.aid, &row.limits] {
        lines.line(6, sentence);
    }
    if let Some(figure) = &row.figure {
        lines.line(6, &format!("{}: {}, {}", figure.label, figure.value, figure.period));
        citations(8, &figure.citations, lines);
    }
    amounts(&row.lines, lines);
    citations(8, &row.citations, lines);
    for one in &row.guarantees {
        let verdict = verdict_word(lang, one.verdict);
        lines.line(
            6,
            &format!("{}: {} ({}): {verdict}", stack::guarantee(lang), one.scheme.name, one.scheme.id),
        );
        lines.line(8, &one.reason);
        amounts(&one.lines, lines);
        citations(8, &one.citations, lines);
    }
}

fn amounts(rows: &[(String, String)], lines: &mut Lines) {
    rows.iter().for_each(|(label, amount)| lines.line(8, &format!("{label}: {amount}")));
}

fn out(rows: &[OutRow], lines: &mut Lines) {
    for row in rows {
        lines.line(6, &format!("{} ({})", row.scheme.name, row.scheme.id));
        lines.line(8, &row.why);
    }
}

fn aid(lang: Lang, sheet: &AidSheet, lines: &mut Lines) {
    lines.heading(0, &aid_words::title(lang).to_uppercase());
    lines.line(0, &sheet.on);
    lines.line(0, sheet.not_told.unwrap_or_default());
    for room in &sheet.rooms {
        lines.heading(2, room.name);
        room.lines.iter().for_each(|row| line_row(4, row, lines));
        lines.line(4, room.careful.as_deref().unwrap_or_default());
        for row in &room.calendar {
            lines.line(4, &format!("{}: {} {}", row.day, row.left, row.why));
        }
    }
    lines.line(0, aid_words::whole(lang));
}
