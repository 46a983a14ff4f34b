//! What comes out of a calculator.

use crate::dom::{el, says, text};
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{plate, print};
use crate::scheme::{sources, table};
use crate::store::Model;
use steunwijzer_advisor::calculators::{Outcome, Sheet};
use steunwijzer_advisor::messages::calculator as say;
use steunwijzer_advisor::present::{LineRow, SchemePage, SubjectPage, verdict_word};
use steunwijzer_advisor::show;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::rulebook::Show;
use yew::{Html, html};

/// Everything that comes out.
pub(super) fn result(outer: &PageProps, model: &Model, sheet: &Sheet) -> Html {
    let lang = model.lang();
    let schemes: Vec<Html> =
        sheet.schemes.iter().map(|(page, subject)| scheme(outer, page, subject)).collect();
    let as_on = say::as_on(lang, &show::day(lang, model.interview.as_on));
    html! {
        <section class="outcome" aria-labelledby="uitkomst">
            <h2 id="uitkomst">{ say::result(lang) }</h2>
            { says("p", "hint", &as_on) }
            { special(model, &sheet.result) }
            { el("div", "sums", schemes) }
            <p class="buttons">{ print(outer, "outlined", text(say::print(lang))) }</p>
        </section>
    }
}

/// A scheme: verdict, amount, and how it comes about.
fn scheme(outer: &PageProps, page: &SchemePage, subject: &SubjectPage) -> Html {
    let lang = outer.model.lang();
    let heading = ["som-", &page.row.id].concat();
    let class = if subject.amount.is_amount { "amount large number" } else { "amount large" };
    let mut parts = vec![el("p", "", vec![plate(lang, subject.verdict, true)])];
    if subject.verdict != Verdict::DoesNotFit {
        parts.extend([says("p", class, &subject.amount.text), says("p", "hint", &subject.amount.small)]);
    }
    parts.push(says("p", "reason", &subject.reason));
    if !subject.lines.is_empty() {
        parts.push(table(lang, &subject.lines, &heading));
        parts.extend(subject.holds.iter().map(|sentence| says("p", "small", sentence)));
        parts.push(sources(lang, &subject.lines, &[]));
    }
    let more = outer.link(Page::Scheme(page.row.scheme), "", text(say::to_scheme(lang)));
    parts.push(el("p", "small more", vec![more]));
    html! {
        <section class="card" aria-labelledby={heading.clone()} key={page.row.id.clone()}>
            <h3 id={heading}>{ &page.row.name }</h3>
            { for parts }
        </section>
    }
}

/// What is worked out beside schemes.
fn special(model: &Model, result: &Outcome) -> Html {
    let lang = model.lang();
    if result.lines.is_empty() && result.finding.is_none() {
        return Html::default();
    }
    let mut parts = Vec::new();
    if let Some(found) = &result.finding {
        parts.extend([says("p", "amount large", &found.text), says("p", "reason", &found.reason)]);
    }
    let lines: Vec<LineRow> = result.lines.iter().map(|line| line.row.clone()).collect();
    if !lines.is_empty() {
        parts.push(html! { <h3 id="som">{ say::working(lang) }</h3> });
        parts.push(table(lang, &lines, "som"));
    }
    if !result.notes.is_empty() {
        parts.push(says("h3", "", say::notes(lang)));
        parts.push(el("ul", "lines", result.notes.iter().map(|note| says("li", "", note)).collect()));
    }
    parts.push(sources(lang, &lines, &result.citations));
    el("div", "card special", parts)
}

/// What is said when it changes: briefly, the amounts alone.
pub(super) fn announced(model: &Model, sheet: &Sheet) -> String {
    let lang = model.lang();
    let finding = sheet.result.finding.as_ref().map(|found| found.text.clone());
    let total = sheet.result.lines.iter().find(|line| line.row.show == Show::Total);
    let total =
        total.or(sheet.result.lines.first()).map(|line| [&line.row.label, ": ", &line.row.value].concat());
    let schemes = sheet.schemes.iter().map(|(page, subject)| {
        let amount = if subject.amount.is_amount { subject.amount.text.as_str() } else { "" };
        let comma = if amount.is_empty() { "" } else { ", " };
        [&page.row.name, ": ", verdict_word(lang, subject.verdict), comma, amount].concat()
    });
    finding.into_iter().chain(total).chain(schemes).collect::<Vec<_>>().join(". ")
}
