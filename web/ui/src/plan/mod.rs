//! The money plan: what hires bring, when the money moves, and how each need is paid.

mod cash;
mod chart;
mod hiring;
mod settings;
mod stack;

use crate::dom::{el, says, text};
use crate::navigation::{Page, first_topic};
use crate::page::PageProps;
use crate::parts::{Tone, note, title};
use steunwijzer_advisor::messages::money as say;
use yew::Html;

/// The whole plan.
pub(crate) fn plan(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let mut parts =
        vec![el("div", "head", vec![title(say::title(lang)), says("p", "lead", say::lead(lang))])];
    if !model.has_plan() {
        parts.push(empty(props));
    }
    if let Some(labour) = model.site.labour() {
        parts.push(hiring::hiring(props, labour));
        parts.push(cash::cash(props, labour));
    }
    parts.push(stack::stacks(props));
    el("div", "wide-column plan", parts)
}

/// Nothing was told that a plan can be made of.
fn empty(props: &PageProps) -> Html {
    let rulebook = props.model.rulebook();
    let lang = props.model.lang();
    let topic = rulebook.list_id("hires").and_then(|list| first_topic(rulebook, list));
    let link = topic.map(|topic| {
        let words = text(say::to_hires(lang));
        el("p", "", vec![props.link(Page::Records(topic, None), "forward", words)])
    });
    let more = std::iter::once(says("p", "", say::empty_text(lang))).chain(link).collect();
    note(Tone::Dashed, say::empty(lang), more)
}
