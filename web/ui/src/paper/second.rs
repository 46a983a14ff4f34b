//! The second page: what to do, what was assumed, what we know and where it stands.

use super::sheet::{heading, sheet};
use crate::dom::{el, says, text};
use crate::page::PageProps;
use steunwijzer_advisor::messages::paper as say;
use steunwijzer_advisor::paper::{Counted, Paper, Second, Support, SupportRow};
use yew::{Html, html};

pub(super) fn second(props: &PageProps, paper: &Paper) -> Html {
    let lang = props.model.lang();
    let page = &paper.second;
    let mut body = vec![settles(props, page), steps(props, page)];
    body.extend(page.support.as_ref().and_then(|one| support(props, one)));
    body.extend(counted(say::conflicts(lang), &page.conflicts));
    body.extend(counted(say::find_out(lang), &page.find_out));
    body.push(assumptions(props, &page.assumptions));
    body.push(boxed("paper-box dashed", say::known(lang), &page.coverage.join(" ")));
    let sources = page.sources.iter().map(|source| says("li", "", source)).collect();
    body.push(el("section", "", vec![heading(&page.sources_title), el("ol", "paper-sources", sources)]));
    let reopen = vec![says("strong", "block", say::reopen(lang)), text(&page.reopen)];
    body.push(el("p", "paper-box", reopen));
    sheet(props, &paper.frame, 1, body)
}

fn settles(props: &PageProps, page: &Second) -> Html {
    let lang = props.model.lang();
    let pairs = page.settles.iter().map(|one| (one.question.as_str(), one.why.as_str()));
    numbered(say::settles(lang), say::settles_none(lang), pairs.collect())
}

fn steps(props: &PageProps, page: &Second) -> Html {
    let lang = props.model.lang();
    let pairs = page.steps.iter().map(|(what, why)| (what.as_str(), why.as_str()));
    numbered(say::steps(lang), say::steps_none(lang), pairs.collect())
}

/// Things in order, each with a bold beginning; or why there are none.
fn numbered(title: &str, none: &str, pairs: Vec<(&str, &str)>) -> Html {
    let items: Vec<Html> = pairs.iter().map(|pair| el("li", "", begun(pair))).collect();
    let list = if items.is_empty() { says("p", "", none) } else { el("ol", "paper-list", items) };
    el("section", "", vec![heading(title), list])
}

fn begun((first, rest): &(&str, &str)) -> Vec<Html> {
    vec![says("strong", "", first), text(" "), text(rest)]
}

/// What the municipality can do; nothing where nothing fits yet.
fn support(props: &PageProps, support: &Support) -> Option<Html> {
    let lang = props.model.lang();
    if support.roles.is_empty() && support.rows.is_empty() {
        return None;
    }
    let mut parts = vec![heading(say::municipality(lang))];
    parts
        .extend(support.roles.iter().map(|(role, text)| el("p", "", begun(&(role.as_str(), text.as_str())))));
    if !support.involve.is_empty() {
        parts.push(says("p", "", &support.involve));
    }
    if !support.rows.is_empty() {
        parts.push(table(props, &support.rows));
    }
    Some(el("section", "", parts))
}

fn table(props: &PageProps, rows: &[SupportRow]) -> Html {
    let lang = props.model.lang();
    let names = [say::other_support(lang), say::decides(lang), say::watch(lang)];
    let names = names.map(|name| html! { <th scope="col">{ name }</th> });
    let rows = rows.iter().map(|row| {
        html! { <tr><th scope="row">{ text(&row.name) }</th><td>{ text(&row.decides) }</td><td>{ text(&row.watch) }</td></tr> }
    });
    html! { <table class="paper-table"><thead><tr>{ for names }</tr></thead><tbody>{ for rows }</tbody></table> }
}

/// Sentences under a heading, and how many more there are.
fn counted(title: &str, counted: &Counted) -> Option<Html> {
    let mut items: Vec<Html> = counted.shown.iter().map(|one| says("li", "", one)).collect();
    if items.is_empty() {
        return None;
    }
    if !counted.more.is_empty() {
        items.push(says("li", "quiet", &counted.more));
    }
    Some(el("section", "", vec![heading(title), el("ul", "paper-list", items)]))
}

fn assumptions(props: &PageProps, assumed: &Counted) -> Html {
    let lang = props.model.lang();
    let mut said: Vec<&str> = assumed.shown.iter().map(String::as_str).collect();
    if assumed.shown.is_empty() && assumed.more.is_empty() {
        said.push(say::assumptions_none(lang));
    }
    said.push(&assumed.more);
    boxed("paper-box", say::assumptions(lang), &said.join(" "))
}

fn boxed(class: &'static str, first: &str, rest: &str) -> Html {
    el("p", class, begun(&(first, rest)))
}
