//! The money plan: what hires bring, when the money moves, and how each need is paid.

mod cash;
mod chart;
mod hiring;
mod settings;
mod stack;
mod worked;

pub(crate) use worked::Worked;

use crate::dom::{el, says, text};
use crate::navigation::{Page, first_topic};
use crate::page::PageProps;
use crate::parts::{Tone, jump, note, title};
use steunwijzer_advisor::messages::{aid, money as say};
use steunwijzer_advisor::messages::{cash as cash_words, hiring as hiring_words, stack as stack_words};
use yew::{Html, html};

/// The whole plan.
pub(crate) fn plan(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let mut parts =
        vec![el("div", "head", vec![title(say::title(lang)), says("p", "lead", say::lead(lang))])];
    if !model.has_plan() {
        parts.push(empty(props));
    }
    parts.push(contents(props));
    if let Some(labour) = model.site.labour() {
        parts.push(hiring::hiring(props, labour));
        parts.push(cash::cash(props, labour));
    }
    parts.push(stack::stacks(props));
    el("div", "wide-column plan", parts)
}

/// The parts of this page, and the aid account beside it.
fn contents(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let parts = [
        ("werknemers", hiring_words::title(lang)),
        ("voorschot", cash_words::title(lang)),
        ("geldvragen", stack_words::title(lang)),
    ];
    let links = parts.map(|(id, words)| jump(props, "", id.to_owned(), text(words)));
    let aid = props.link(Page::Aid, "", text(aid::title(lang)));
    html! { <nav class="contents" aria-label={say::parts(lang)}>{ for links }{ aid }</nav> }
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
