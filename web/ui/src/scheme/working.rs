//! How an amount comes about: the lines that are shown add up.

use crate::dom::{el, says, text};
use crate::icons::Icon;
use crate::page::PageProps;
use crate::parts::citation;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{amount, scheme as say};
use steunwijzer_advisor::present::{CitationRow, FigureRow, LineRow, SubjectPage};
use steunwijzer_engine::rulebook::Show;
use yew::{Html, html};

pub(super) fn working(props: &PageProps, subject: &SubjectPage) -> Option<Html> {
    let lang = props.model.lang();
    if subject.lines.is_empty() {
        return None;
    }
    let holds = subject.holds.iter().map(|sentence| says("p", "", sentence));
    let table = table(lang, &subject.lines, "bedrag");
    let mut parts = vec![html! { <h2 id="bedrag">{ say::working(lang) }</h2> }, table];
    parts.extend(holds);
    parts.push(sources(lang, &subject.lines, &[]));
    Some(el("section", "", parts))
}

/// Lines of a sum, under the heading with this id.
pub(crate) fn table(lang: Lang, lines: &[LineRow], heading: &str) -> Html {
    let lines = lines.iter().map(|row| line(lang, row)).collect();
    html! {
        <table class="working" aria-labelledby={heading.to_owned()}>
            <thead class="hidden"><tr><th scope="col">{ say::line(lang) }</th><th scope="col">{ say::amount(lang) }</th></tr></thead>
            { el("tbody", "", lines) }
        </table>
    }
}

fn line(lang: Lang, row: &LineRow) -> Html {
    let class = match row.show {
        Show::Working => "working-line",
        Show::Line => "shown-line",
        Show::Total => "total-line",
    };
    let open = (!row.open.is_empty()).then(|| amount::open_one(lang, &row.open.join(", ")));
    let ceiling = row.ceiling.as_ref().map(|ceiling| say::also_up_to(lang, ceiling));
    let mut words = vec![text(&row.label)];
    let small =
        [Some(row.formula.clone()), ceiling, open].into_iter().flatten().filter(|small| !small.is_empty());
    words.extend(small.map(|small| says("span", "small", &small)));
    words.extend(row.figures.iter().map(figure));
    html! { <tr {class}><th scope="row">{ for words }</th>{ says("td", "", &row.value) }</tr> }
}

/// A figure with its date; an assumption is marked as one.
fn figure(row: &FigureRow) -> Html {
    if let Some(assumption) = &row.assumption {
        return el("span", "small", vec![says("span", "assumption", assumption)]);
    }
    let comma = if row.period.is_empty() { "" } else { ", " };
    says("span", "small", &[&row.label, ": ", &row.value, comma, &row.period].concat())
}

/// Where the lines and their figures stand, each source once.
pub(crate) fn sources(lang: Lang, lines: &[LineRow], others: &[CitationRow]) -> Html {
    let of_line = |line: &LineRow| {
        let figures = line.figures.iter().flat_map(|figure| figure.citations.clone());
        line.citations.iter().cloned().chain(figures).collect::<Vec<_>>()
    };
    let mut rows: Vec<CitationRow> = Vec::new();
    for row in lines.iter().flat_map(of_line).chain(others.iter().cloned()) {
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    let items = rows.iter().map(|row| el("li", "small", vec![citation(row)])).collect();
    let words = says("span", "", say::sources_of_amount(lang));
    html! { <details class="sources"><summary>{ Icon::Chevron.draw() }{ words }</summary>{ el("ul", "", items) }</details> }
}
