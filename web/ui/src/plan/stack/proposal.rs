//! One proposal: its layers, what stays open, what to apply for first, and what is out.

use super::bar::{bar, pattern, square};
use super::{controls, out};
use crate::dom::{el, says, text};
use crate::icons::Icon;
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{citation, verdict_icon};
use steunwijzer_advisor::messages::stack as say;
use steunwijzer_advisor::present::plan::{GuaranteeRow, LayerRow, MomentRow, ProposalSheet, StackSheet};
use steunwijzer_advisor::present::{CitationRow, Link};
use yew::{Html, html};

pub(super) fn proposal(props: &PageProps, sheet: &StackSheet, one: &ProposalSheet, row: usize) -> Html {
    let lang = props.model.lang();
    let id = ["voorstel-", &sheet.need.to_string(), "-", &row.to_string()].concat();
    let mut parts: Vec<Html> = one.meaning.iter().map(|sentence| says("p", "small", sentence)).collect();
    parts.push(bar(one, &id));
    let label = say::layers_of(lang, &one.title);
    let layers = one.layers.iter().map(|layer| shown(props, sheet, layer, &id));
    parts.push(html! { <ol class="stack-layers" aria-label={label}>{ for layers }</ol> });
    parts.push(gap(one));
    parts.extend(debt(props, one));
    parts.push(says("p", "small", one.aid));
    if !one.timeline.is_empty() {
        parts.push(says("h5", "label", say::timeline(lang)));
        parts.push(el("ol", "stack-steps", one.timeline.iter().map(|moment| step(props, moment)).collect()));
    }
    if !one.out.is_empty() {
        parts.push(out(props, &say::out(lang, one.out.len()), &one.out, Some(sheet.need)));
    }
    html! {
        <article class="card stack-proposal" aria-labelledby={id.clone()} key={id.clone()}>
            <h4 {id}>{ &one.title }</h4>
            { for parts }
        </article>
    }
}

fn shown(props: &PageProps, sheet: &StackSheet, layer: &LayerRow, place: &str) -> Html {
    let lang = props.model.lang();
    let name = match &layer.scheme {
        Some(scheme) => link(props, scheme),
        None => text(layer.stage_word),
    };
    let mut small: Vec<Html> = Vec::new();
    if layer.scheme.is_some() {
        let comma = if layer.money.is_empty() { "" } else { " · " };
        small.push(says("p", "small", &[layer.stage_word, comma, layer.money].concat()));
    }
    small.extend(layer.why.iter().map(|why| says("p", "small", why)));
    if layer.scheme.is_some() {
        small.push(says("p", "small", &layer.reason));
        small.push(says("p", "small", &layer.cost));
        small.extend(layer.figure.iter().map(|figure| {
            let sources = figure.citations.iter().map(citation).collect();
            let words = [&figure.label, ": ", &figure.value, ", ", &figure.period].concat();
            all_small(says("span", "", &words), sources)
        }));
        small.push(says("p", "small", &layer.aid));
    }
    small.push(fees(props, &layer.lines, &layer.citations));
    small.extend(layer.guarantees.iter().map(|one| guarantee(props, one)));
    let change =
        layer.scheme.as_ref().map(|scheme| controls::change(props, sheet.need, scheme, &layer.limits, place));
    let key = layer.scheme.as_ref().map_or(layer.stage_word.to_owned(), |scheme| scheme.id.clone());
    let class = if layer.is_counted { "amount number" } else { "amount" };
    html! {
        <li class={if layer.is_counted { "layer" } else { "layer not-counted" }} {key}>
            <div class="layer-head">
                { square(pattern(layer)) }
                <span class="layer-name">{ for layer.verdict.map(|verdict| verdict_icon(lang, verdict)) }{ name }</span>
                { says("span", class, &layer.amount) }
            </div>
            { for small }
            { for change }
        </li>
    }
}

fn all_small(words: Html, sources: Vec<Html>) -> Html {
    let mut parts = vec![words, text(" ")];
    parts.extend(sources);
    el("p", "small", parts)
}

/// Fees and other amounts of a source, with where they stand.
fn fees(props: &PageProps, lines: &[(String, String)], citations: &[CitationRow]) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    let words = says("span", "", say::fees(props.model.lang()));
    let rows = lines.iter().map(|(label, amount)| says("li", "", &[label, ": ", amount].concat()));
    let sources = citations.iter().map(|row| el("li", "small", vec![citation(row)]));
    html! {
        <details class="sources"><summary>{ Icon::Chevron.draw() }{ words }</summary><ul>{ for rows }{ for sources }</ul></details>
    }
}

fn guarantee(props: &PageProps, one: &GuaranteeRow) -> Html {
    let lang = props.model.lang();
    html! {
        <div class="stack-guarantee" key={one.scheme.id.clone()}>
            <p class="small">{ say::guarantee(lang) }{ ": " }{ verdict_icon(lang, one.verdict) }{ link(props, &one.scheme) }</p>
            { says("p", "small", &one.reason) }
            { fees(props, &one.lines, &one.citations) }
        </div>
    }
}

fn link(props: &PageProps, scheme: &Link) -> Html {
    props.link(Page::Scheme(scheme.scheme), "", text(&scheme.name))
}

fn gap(one: &ProposalSheet) -> Html {
    html! {
        <div class="stack-gap">
            <div class="layer-head">{ square("gap") }<span class="layer-name">{ one.gap.label }</span>{ says("span", "amount number", &one.gap.text) }</div>
            { says("p", "small", one.gap_reading) }
        </div>
    }
}

fn debt(props: &PageProps, one: &ProposalSheet) -> Vec<Html> {
    if one.debt.is_empty() {
        return vec![];
    }
    let mut parts = vec![says("h5", "label", say::debt(props.model.lang()))];
    parts.extend(one.debt.iter().map(|sentence| says("p", "", sentence)));
    parts
}

fn step(props: &PageProps, moment: &MomentRow) -> Html {
    let mut parts = vec![link(props, &moment.scheme)];
    parts.extend(moment.sentences.iter().map(|sentence| says("p", "small", sentence)));
    el("li", "", parts)
}
