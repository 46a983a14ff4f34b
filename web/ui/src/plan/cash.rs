//! When the money of hires moves.

use super::chart::chart;
use super::hiring::fold;
use super::settings::settings;
use crate::document;
use crate::dom::{el, says, text};
use crate::page::PageProps;
use crate::parts::{Tone, note};
use steunwijzer_advisor::messages::cash as say;
use steunwijzer_advisor::present::plan::{CashPage, Labour, MonthRow};
use yew::{Callback, Html, html};

/// The cash flow with its settings.
pub(super) fn cash(props: &PageProps, labour: &Labour) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let part = model.whole_view().cash(labour, &model.cash);
    let mut parts = vec![says("p", "hint", say::lead(lang))];
    let mut said = String::new();
    match &part.result {
        Ok(page) => {
            said = [page.lowest.as_str()]
                .into_iter()
                .chain(page.finding.iter().map(String::as_str))
                .collect::<Vec<_>>()
                .join(" ");
            parts.push(result(props, page));
            parts.push(settings(props, &part.settings));
        }
        Err(why) => parts.push(note(Tone::Dashed, why, vec![])),
    }
    html! {
        <section class="cash" aria-labelledby="voorschot">
            <h2 id="voorschot" tabindex="-1">{ say::title(lang) }</h2>
            { for parts }
            <p class="hidden" role="status" aria-live="polite">{ said }</p>
        </section>
    }
}

fn result(props: &PageProps, page: &CashPage) -> Html {
    let lang = props.model.lang();
    let first = page.finding.first().map_or("", String::as_str);
    let lowest = vec![says("span", "amount large number", &page.lowest), text(" "), text(first)];
    let mut parts = vec![el("p", "finding", lowest)];
    parts.extend(page.finding.iter().skip(1).map(|one| says("p", "", one)));
    parts.push(legend(props, page));
    parts.extend(
        page.charts.iter().zip(["wijd", "smal"]).map(|(one, name)| chart(lang, one, name, &page.alternative)),
    );
    parts.push(says("p", "small", say::chart_careful(lang)));
    parts.push(el("ul", "lines", page.notes.iter().map(|one| says("li", "", one)).collect()));
    parts.push(fold(say::table(lang), vec![months(props, page)]));
    let (csv, name) = (page.csv.clone(), say::file(lang));
    let download = Callback::from(move |_| document::download(name, "text/csv", &csv));
    html! {
        <section class="card cash-result" aria-labelledby="voorschot-uitkomst">
            <h3 id="voorschot-uitkomst">{ say::result(lang) }</h3>
            { for parts }
            <p class="buttons"><button type="button" class="outlined" onclick={download}>{ say::download(lang) }</button></p>
        </section>
    }
}

/// What the shapes in the chart mean.
fn legend(props: &PageProps, page: &CashPage) -> Html {
    let lang = props.model.lang();
    let has = |of: fn(&steunwijzer_advisor::present::plan::Chart) -> bool| page.charts.iter().any(of);
    let mut items = vec![
        ("out", say::legend_out(lang)),
        ("lks", say::legend_lks(lang)),
        ("lkv", say::legend_lkv(lang)),
        ("line", say::legend_line(lang)),
    ];
    if has(|chart| !chart.other_line.is_empty()) {
        items.push(("other", say::legend_other(lang)));
    }
    if has(|chart| chart.unknown.is_some()) {
        items.push(("unknown", say::legend_unknown(lang)));
    }
    let items = items.into_iter().map(|(kind, words)| {
        html! { <li>{ super::chart::swatch(kind) }{ words }</li> }
    });
    el("ul", "legend", items.collect())
}

/// The table behind the chart.
fn months(props: &PageProps, page: &CashPage) -> Html {
    let lang = props.model.lang();
    let columns = page.columns.iter().map(|name| html! { <th scope="col">{ *name }</th> });
    html! {
        <div class="scrolls" tabindex="0" role="region" aria-label={say::caption(lang)}>
            <table class="months">
                <caption>{ say::caption(lang) }</caption>
                <thead><tr><th scope="col">{ say::column_month(lang) }</th>{ for columns }</tr></thead>
                { el("tbody", "", page.months.iter().map(|row| month(props, row)).collect()) }
            </table>
        </div>
    }
}

fn month(props: &PageProps, row: &MonthRow) -> Html {
    let lang = props.model.lang();
    let mut name = vec![text(&row.name)];
    for mark in [if row.is_lowest { say::mark_lowest(lang) } else { "" }, row.mark] {
        if !mark.is_empty() {
            name.extend([text(" "), says("span", "tag", mark)]);
        }
    }
    let cells = row.cells.iter().map(|cell| says("td", "", cell));
    html! { <tr class={row.is_lowest.then_some("lowest")}><th scope="row">{ for name }</th>{ for cells }</tr> }
}
