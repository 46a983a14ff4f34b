//! A scheme in a list: why, what to do, how much.

use crate::compared::toggle;
use crate::dom::{all, el, hidden, says, text};
use crate::icons::{self, Icon};
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{amount, verdict_icon};
use steunwijzer_advisor::messages::{action, advice as say};
use steunwijzer_advisor::present::{Action, ActionKind, Row};
use steunwijzer_engine::advice::Verdict;
use yew::Html;

pub(super) fn row(props: &PageProps, row: &Row) -> Html {
    let lang = props.model.lang();
    let link = props.link(Page::Scheme(row.scheme), "name", text(&row.name));
    let mut parts = vec![el("h3", "", vec![link])];
    if row.verdict != Verdict::DoesNotFit {
        parts.push(el("p", "how-much", vec![amount(&row.amount), says("span", "small", &row.amount.small)]));
    }
    parts.push(says("p", "reason", &row.reason));
    parts.extend(row.action.as_ref().map(|found| action_line(props, found)));
    parts.push(meta(row));
    parts.push(el("p", "compare-row", vec![toggle(props, row.scheme, &row.name)]));
    el(
        "li",
        "scheme",
        vec![el("span", "mark", vec![verdict_icon(lang, row.verdict)]), el("div", "what", parts)],
    )
}

/// The one line that says what to do.
pub(crate) fn action_line(props: &PageProps, found: &Action) -> Html {
    let lang = props.model.lang();
    let link = |page: Page, class: &'static str, words: Html| props.link(page, class, words);
    let mut parts = vec![says("strong", "", found.label), text(" ")];
    match &found.kind {
        ActionKind::NoAnswer => {
            parts = vec![el("span", "tag", vec![Icon::Clock.draw(), text(action::no_answer(lang))])];
        }
        ActionKind::Answer(ask) => {
            let words = all(vec![text(say::answer_now(lang)), hidden(&[": ", &found.text].concat())]);
            let page = Page::of(*ask, props.model.rulebook());
            parts.extend([text(&found.text), text(" "), link(page, "strong", words)]);
        }
        ActionKind::FirstStep | ActionKind::FindOut => parts.push(text(&found.text)),
        ActionKind::Change => {
            parts.insert(0, Icon::Fork.draw());
            parts.push(text(&found.text));
        }
        ActionKind::Refer(to) => parts.push(link(Page::Scheme(to.scheme), "", text(&to.name))),
    }
    el("p", "action", parts)
}

fn meta(row: &Row) -> Html {
    let mut parts = vec![
        says("span", "", &[row.kind, ", ", &row.provider].concat()),
        el("span", "", vec![icons::claim(row.claim), text(row.claim_word)]),
    ];
    if !row.term.is_empty() {
        parts.push(el("span", "", vec![Icon::Clock.draw(), text(&row.term)]));
    }
    if row.verdict != Verdict::DoesNotFit {
        parts.extend([says("span", "", &row.lead_time), says("span", "", &row.effort.text)]);
    }
    el("p", "meta", parts)
}
