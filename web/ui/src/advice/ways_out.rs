//! What is still open where the usual way is closed: never a dead end.

use crate::dom::{all, el, hidden, says, text};
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{Tone, note, verdict_icon};
use steunwijzer_advisor::messages::{advice, ways_out as say};
use steunwijzer_advisor::present::{AskRow, Link, Situation, WayOut};
use steunwijzer_engine::advice::Verdict;
use yew::Html;

/// The ways out for these answers; mostly none.
pub(super) fn ways_out(props: &PageProps) -> Vec<Html> {
    let model = &props.model;
    if model.awaits_schemes() {
        return Vec::new();
    }
    let view = model.view();
    let ways = view.ways_out();
    let Some((last, others)) = ways.split_last() else { return Vec::new() };
    // Whom to call is the same in every situation: it stands once, at the end.
    let mut parts: Vec<Html> = others.iter().map(|way| shown(props, way, &[])).collect();
    parts.push(shown(props, last, &view.to_call()));
    parts
}

fn shown(props: &PageProps, way: &WayOut, call: &[Link]) -> Html {
    let lang = props.model.lang();
    let mut more: Vec<Html> = way.sentences.iter().map(|sentence| says("p", "", sentence)).collect();
    if !way.asks.is_empty() {
        more.push(el("ol", "asks", way.asks.iter().map(|row| ask(props, row)).collect()));
    }
    if !way.open.is_empty() {
        let open = way.open.iter().map(|(link, verdict)| open(props, link, *verdict)).collect();
        more.extend([says("p", "label", say::still(lang)), el("ul", "plain", open)]);
    }
    if !call.is_empty() {
        let links = call.iter().map(|link| el("li", "", vec![to_scheme(props, link)])).collect();
        more.extend([says("p", "label", say::call(lang)), el("ul", "plain", links)]);
    }
    let tone = match way.situation {
        Situation::NothingFits => Tone::Dashed,
        Situation::NoMoney => Tone::Grey,
        Situation::Started | Situation::InTrouble => Tone::Sun,
    };
    note(tone, &way.title, more)
}

fn ask(props: &PageProps, row: &AskRow) -> Html {
    let words = all(vec![text(advice::answer_now(props.model.lang())), hidden(&[": ", &row.text].concat())]);
    let link = props.link(Page::of(row.ask, props.model.rulebook()), "strong", words);
    el("li", "", vec![text(&row.text), text(" "), link])
}

fn open(props: &PageProps, link: &Link, verdict: Verdict) -> Html {
    el("li", "related", vec![verdict_icon(props.model.lang(), verdict), to_scheme(props, link)])
}

fn to_scheme(props: &PageProps, link: &Link) -> Html {
    props.link(Page::Scheme(link.scheme), "", text(&link.name))
}
