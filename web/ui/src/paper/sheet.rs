//! A page: head, foot, and the first page between them.

use crate::dom::{all, el, hidden, says, text};
use crate::icons;
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::plate;
use steunwijzer_advisor::messages::paper as say;
use steunwijzer_advisor::paper::{CountRow, Fact, Frame, Paper, PaperGroup, PaperRow, Told};
use yew::{Html, html};

/// A page with its head and foot.
pub(super) fn sheet(props: &PageProps, frame: &Frame, page: usize, body: Vec<Html>) -> Html {
    let number = frame.numbers.get(page).map_or("", String::as_str);
    let name = say::page_name(props.model.lang(), "2", &(page + 1).to_string());
    html! {
        <section class="sheet" aria-label={name}>
            { head(frame) }
            { el("div", "sheet-body", body) }
            { foot(frame, number) }
        </section>
    }
}

/// The logo, the day and the edition.
pub(super) fn head(frame: &Frame) -> Html {
    let brand = el("span", "brand", vec![icons::logo(), says("span", "", "Steunwijzer")]);
    el("div", "sheet-head", vec![brand, says("span", "", &frame.stamp)])
}

/// The check code and the number of the page.
pub(super) fn foot(frame: &Frame, number: &str) -> Html {
    let words = [frame.private, " ", &frame.code].concat();
    el("div", "sheet-foot", vec![says("span", "", &words), says("span", "number", number)])
}

/// A heading on paper.
pub(super) fn heading(words: &str) -> Html {
    says("h3", "", words)
}

/// The first page: the case, what was told, the schemes that matter.
pub(super) fn first(props: &PageProps, paper: &Paper) -> Html {
    let mut body =
        vec![says("h2", "", &paper.title), says("p", "", &paper.lead), counts(&paper.counts, &paper.of)];
    body.push(told(props, &paper.told));
    body.extend(paper.groups.iter().map(|one| group(props, one)));
    sheet(props, &paper.frame, 0, body)
}

/// The three numbers.
pub(super) fn counts(counts: &[CountRow], of: &str) -> Html {
    let each = counts.iter().map(|row| {
        let number = says("strong", "number", &row.count.to_string());
        el("span", "", vec![icons::verdict(row.verdict), number, text(" "), text(&row.word.to_lowercase())])
    });
    el("p", "paper-counts", each.chain([says("span", "", of)]).collect())
}

fn told(props: &PageProps, told: &Told) -> Html {
    let lang = props.model.lang();
    let fact = |fact: &Fact| {
        let class = if fact.is_unknown { "unknown" } else { "" };
        el("div", "", vec![says("dt", "", &fact.label), says("dd", class, &fact.value)])
    };
    let mut parts = vec![heading(say::told(lang))];
    if !told.facts.is_empty() {
        parts.push(el("dl", "paper-told", told.facts.iter().map(fact).collect()));
    }
    parts.push(says("p", "quiet", &told.rest));
    el("section", "", parts)
}

fn group(props: &PageProps, group: &PaperGroup) -> Html {
    let head = vec![plate(props.model.lang(), group.verdict, true), says("span", "count", &group.count)];
    let rows = group.rows.iter().map(|one| row(props, one)).collect();
    el("section", "", vec![el("h3", "paper-group", head), el("ul", "paper-rows", rows)])
}

fn row(props: &PageProps, row: &PaperRow) -> Html {
    let name = props.link(Page::Scheme(row.scheme), "", text(&row.name));
    let first =
        el("p", "paper-name", vec![el("strong", "", vec![name]), says("span", "number", &row.amount)]);
    let mut said = vec![says("span", "quiet", &row.about), text(" "), text(&row.reason)];
    said.extend(notes(props, &row.notes));
    if let Some(action) = &row.action {
        said.extend([text(" "), says("strong", "", action.label), text(" "), text(&action.text)]);
    }
    let mut words = vec![first, el("p", "", said)];
    if !row.working.is_empty() {
        words.push(says("p", "", &row.working));
    }
    el("li", "", vec![icons::verdict(row.verdict), el("div", "", words)])
}

/// The numbers of sources.
fn notes(props: &PageProps, numbers: &[usize]) -> Option<Html> {
    let shown = numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
    let source = hidden(&[say::source_word(props.model.lang()), " "].concat());
    (!numbers.is_empty()).then(|| all(vec![text(" "), el("sup", "", vec![source, text(&shown)])]))
}
