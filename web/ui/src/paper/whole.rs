//! The full list.

use super::sheet::{foot, head};
use crate::dom::{el, says, text};
use crate::icons;
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::plate;
use steunwijzer_advisor::messages::paper as say;
use steunwijzer_advisor::paper::{Whole, WholeGroup, WholeRow};
use steunwijzer_engine::advice::Verdict;
use yew::{Html, html};

pub(super) fn whole(props: &PageProps, list: &Whole) -> Html {
    let mut body = vec![says("h2", "", list.title), says("p", "", &list.lead)];
    body.extend(list.groups.iter().map(|one| group(props, one)));
    html! {
        <section class="sheet" aria-label={say::whole(props.model.lang())}>
            { head(&list.frame) }
            { el("div", "sheet-body", body) }
            { foot(&list.frame, "") }
        </section>
    }
}

fn group(props: &PageProps, group: &WholeGroup) -> Html {
    let count = says("span", "count", &group.rows.len().to_string());
    let head = el("h3", "paper-group", vec![plate(props.model.lang(), group.verdict, true), count]);
    let rows = group.rows.iter().map(|one| row(props, group.verdict, one)).collect();
    el("section", "", vec![head, el("ul", "paper-rows", rows)])
}

fn row(props: &PageProps, verdict: Verdict, row: &WholeRow) -> Html {
    let name = props.link(Page::Scheme(row.scheme), "", text(&row.name));
    let first =
        el("p", "paper-name", vec![el("strong", "", vec![name]), says("span", "number", &row.amount)]);
    let said = vec![text(&row.reason), text(" "), says("span", "quiet", &row.about)];
    let words = vec![first, el("p", "", said)];
    el("li", "", vec![icons::verdict(verdict), el("div", "", words)])
}
