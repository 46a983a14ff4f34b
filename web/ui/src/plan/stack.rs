//! The finance of each need: what it takes, up to three proposals, and what the visitor chooses.

mod bar;
mod controls;
mod proposal;

use crate::dom::{el, hidden, says, text};
use crate::fields::{Place, field};
use crate::icons::Icon;
use crate::navigation::{Page, first_topic};
use crate::page::PageProps;
use crate::parts::{Tone, note};
use crate::store::Model;
use controls::typed;
use steunwijzer_advisor::interview::Asked;
use steunwijzer_advisor::messages::stack as say;
use steunwijzer_advisor::present::plan::{FinanceField, MoneyRow, OutRow, StackSheet};
use steunwijzer_engine::answers::Whose;
use yew::{Html, html};

/// The finance of every need.
pub(super) fn stacks(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let Some(sheets) = model.stacks() else { return Html::default() };
    let mut parts = vec![html! { <h2 id="geldvragen" tabindex="-1">{ say::title(lang) }</h2> }];
    if sheets.is_empty() {
        parts.push(note(Tone::Dashed, say::none_told(lang), vec![el("p", "", vec![tell(props)])]));
    } else {
        parts.push(says("p", "", say::never_added(lang)));
        parts.push(means(props));
        parts.extend(sheets.iter().map(|sheet| need(props, sheet)));
        let told: Vec<String> = sheets.iter().map(|sheet| announced(model, sheet)).collect();
        parts.push(html! { <p class="hidden" role="status" aria-live="polite">{ told.join(" ") }</p> });
    }
    html! { <section class="stacks" aria-labelledby="geldvragen">{ for parts }</section> }
}

fn tell(props: &PageProps) -> Html {
    let rulebook = props.model.rulebook();
    let topic = rulebook.list_id("needs").and_then(|list| first_topic(rulebook, list));
    topic.map_or_else(Html::default, |row| {
        props.link(Page::Records(row, None), "", text(say::tell(props.model.lang())))
    })
}

/// What counts for all needs: cash for loans and a rate.
fn means(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let fields = vec![
        typed(props, FinanceField::Cash, "geld-kas", (say::cash(lang), say::cash_hint(lang))),
        typed(props, FinanceField::Rate, "geld-rente", (say::rate(lang), say::rate_hint(lang))),
    ];
    html! {
        <fieldset class="card stack-means"><legend class="h3">{ say::means(lang) }</legend>{ el("div", "fields", fields) }</fieldset>
    }
}

fn need(props: &PageProps, sheet: &StackSheet) -> Html {
    let lang = props.model.lang();
    let id = ["geldvraag-", &(u32::from(sheet.need) + 1).to_string()].concat();
    let comma = if sheet.purpose.is_empty() { "" } else { ": " };
    let title = [&sheet.name, comma, &sheet.purpose].concat();
    let mut parts = vec![told(&title, &sheet.told), own(props, sheet)];
    parts.push(el("ul", "lines", sheet.notes.iter().map(|sentence| says("li", "", sentence)).collect()));
    parts.push(controls::choices(props, sheet));
    let proposals = sheet.proposals.iter().enumerate();
    parts.extend(proposals.map(|(row, one)| proposal::proposal(props, sheet, one, row)));
    if !sheet.out.is_empty() {
        let words = say::out_all(lang, sheet.out.len());
        parts.push(out(props, &words, &sheet.out, None));
    }
    html! {
        <section class="stack" aria-labelledby={id.clone()} key={id.clone()}>
            <h3 {id}>{ title }</h3>
            { for parts }
        </section>
    }
}

/// What is needed, had and asked.
fn told(title: &str, rows: &[MoneyRow]) -> Html {
    let row = |row: &MoneyRow| html! { <tr><th scope="row">{ row.label }</th><td>{ &row.text }</td></tr> };
    html! {
        <table class="working">
            <caption class="hidden">{ title }</caption>
            <tbody>{ for rows.iter().map(row) }</tbody>
        </table>
    }
}

/// Own, promised and wage money: they change the whole stack.
fn own(props: &PageProps, sheet: &StackSheet) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let rulebook = model.rulebook();
    let list = rulebook.list_id("needs");
    let asked = ["need.own_money", "need.other_money"].into_iter().filter_map(|id| {
        let question = rulebook.question_id(id)?;
        let whose = Whose::Record(list?, sheet.need);
        let answer = model.answer((question, whose));
        Some(field(props, Asked { question, whose, answer, counts: true }, Place::Among))
    });
    let mut fields: Vec<Html> = asked.collect();
    let id = ["geld-loonkosten-", &sheet.need.to_string()].concat();
    let words = (say::wage_support(lang), say::wage_support_hint(lang));
    fields.push(typed(props, FinanceField::WageSupport(sheet.need), &id, words));
    let summary = el("summary", "", vec![Icon::Chevron.draw(), says("span", "", say::own_money(lang))]);
    el("details", "stack-own", vec![summary, el("div", "fields", fields)])
}

/// What is out, folded, each with why; what could be in has a button that keeps it.
fn out(props: &PageProps, words: &str, rows: &[OutRow], need: Option<u16>) -> Html {
    let items = rows.iter().map(|row| {
        let keep = need.map(|need| controls::keep(props, need, &row.scheme));
        let link = props.link(Page::Scheme(row.scheme.scheme), "", text(&row.scheme.name));
        html! { <li key={row.scheme.id.clone()}>{ link }{ hidden(": ") }{ says("p", "small", &row.why) }{ for keep }</li> }
    });
    html! {
        <details class="folded stack-out"><summary>{ Icon::Chevron.draw() }{ says("span", "", words) }</summary><ul>{ for items }</ul></details>
    }
}

/// What is said when it changes: briefly.
fn announced(model: &Model, sheet: &StackSheet) -> String {
    let gap = sheet.proposals.first().map_or("", |proposal| proposal.gap.text.as_str());
    if gap.is_empty() {
        return sheet.notes.join(" ");
    }
    say::announced(model.lang(), gap, sheet.proposals.len(), &sheet.name)
}
