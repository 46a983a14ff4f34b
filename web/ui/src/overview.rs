//! What this edition knows, in numbers: sentences and tables.

use crate::dom::{el, says};
use crate::icons::Icon;
use crate::page::PageProps;
use crate::parts::loading;
use steunwijzer_advisor::coverage::{Cells, Overview, Table};
use steunwijzer_advisor::messages::overview as say;
use yew::{Html, html};

/// The totals, and every table; long ones folded.
pub(crate) fn overview(props: &PageProps) -> Vec<Html> {
    let model = &props.model;
    let lang = model.lang();
    let overview = Overview::of(model.rulebook(), model.today);
    let totals = overview.totals(lang);
    let mut parts = vec![
        says("h2", "", say::title(lang)),
        el("ul", "", totals.iter().map(|sentence| says("li", "", sentence)).collect()),
    ];
    if model.awaits_schemes() {
        parts.push(loading(lang));
        return parts;
    }
    let tables = overview.tables(lang, model.site.words(lang));
    parts.extend(tables.iter().filter(|table| !table.rows.is_empty()).map(shown));
    parts
}

fn shown(table: &Table) -> Html {
    if !table.id.is_long() {
        return counts(table);
    }
    let words = [table.caption, " (", &table.rows.len().to_string(), ")"].concat();
    html! {
        <details class="folded"><summary>{ Icon::Chevron.draw() }{ says("span", "", &words) }</summary>{ counts(table) }</details>
    }
}

/// A table that scrolls inside its own region, also with the keyboard.
fn counts(table: &Table) -> Html {
    let id = ["tabel-", table.id.name()].concat();
    let class = match table.cells {
        Cells::Numbers => "numbers",
        Cells::Words => "",
    };
    let heads = table.heads.iter().map(|head| html! { <th scope="col">{ head }</th> });
    html! {
        <div class="counts" role="region" tabindex="0" aria-labelledby={id.clone()}>
            <table {class}>
                <caption {id}>{ table.caption }</caption>
                <thead><tr>{ for heads }</tr></thead>
                { el("tbody", "", table.rows.iter().map(|cells| row(cells)).collect()) }
            </table>
        </div>
    }
}

fn row(cells: &[String]) -> Html {
    let Some((name, rest)) = cells.split_first() else { return Html::default() };
    let mut parts = vec![html! { <th scope="row">{ name }</th> }];
    parts.extend(rest.iter().map(|cell| says("td", "", cell)));
    el("tr", "", parts)
}
