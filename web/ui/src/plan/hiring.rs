//! What each hire brings.

use crate::dom::{el, says, text};
use crate::icons::Icon;
use crate::navigation::{Page, first_topic};
use crate::page::PageProps;
use crate::parts::{Tone, citation, note, plate};
use crate::scheme::{sources, table};
use steunwijzer_advisor::messages::hiring as say;
use steunwijzer_advisor::present::Link;
use steunwijzer_advisor::present::plan::{HirePage, HiringPage, Labour, OfferPage};
use steunwijzer_engine::advice::{Subject, Verdict};
use yew::{Html, html};

/// All hires, with their sums.
pub(super) fn hiring(props: &PageProps, labour: &Labour) -> Html {
    let lang = props.model.lang();
    let page = props.model.view().hiring(labour);
    let said = page.hires.iter().flat_map(|one| one.subsidies.iter().chain(&one.lkv));
    let said: Vec<String> = said.map(|offer| offer.briefly(lang)).collect();
    html! {
        <section class="hiring" aria-labelledby="werknemers">
            <h2 id="werknemers">{ say::title(lang) }</h2>
            { says("p", "hint", say::lead(lang)) }
            if page.hires.is_empty() { { says("p", "", say::nobody(lang)) } }
            { for page.hires.iter().zip(0usize..).map(|(one, at)| hire(props, one, at)) }
            { for together(props, &page) }
            <p class="hidden" role="status" aria-live="polite">{ said.join(". ") }</p>
        </section>
    }
}

fn hire(props: &PageProps, page: &HirePage, at: usize) -> Html {
    let lang = props.model.lang();
    let id = ["werknemer-", &(at + 1).to_string()].concat();
    let mut parts = Vec::new();
    if let Subject::Record(list, row) = page.subject {
        parts.push(says("p", "hint", &page.facts));
        let topic = first_topic(props.model.rulebook(), list);
        let edit = text(&say::to_edit(lang, &page.name));
        parts.extend(topic.map(|topic| {
            el("p", "small no-print", vec![props.link(Page::Records(topic, Some(row)), "", edit)])
        }));
    } else {
        parts.push(note(Tone::Dashed, say::imagined(lang), vec![]));
    }
    if !page.nothing.is_empty() {
        let reasons = page.nothing.iter().map(|(reason, link)| reason_of(props, reason, link));
        let more = vec![says("p", "", say::nothing_why(lang)), el("ul", "lines", reasons.collect())];
        parts.push(note(Tone::Grey, say::nothing(lang), more));
    }
    parts.push(says("h4", "", say::subsidy(lang)));
    parts.push(says("p", "hint", say::side_by_side(lang)));
    parts.push(beside(props, &page.subsidies, &[&id, "-lks"].concat()));
    parts.push(sentences(&page.comparison));
    parts.push(says("h4", "", say::lkv(lang)));
    parts.push(beside(props, &page.lkv, &[&id, "-lkv"].concat()));
    parts.push(sentences(&page.lkv_notes));
    parts.extend(illness(props, page, &id));
    for ((name, offers), group) in page.groups.iter().zip(0usize..) {
        parts.push(says("h4", "", name));
        let id = [&id, "-groep-", &group.to_string()].concat();
        parts.push(beside(props, offers, &id));
    }
    if !page.referrals.is_empty() {
        let rows = page
            .referrals
            .iter()
            .map(|(reason, link)| el("li", "", vec![text(reason), text(" "), to_scheme(props, link)]));
        parts.extend([says("h4", "", say::referrals(lang)), el("ul", "lines", rows.collect())]);
    }
    html! {
        <article class="card hire-plan" aria-labelledby={id.clone()} key={id.clone()}>
            <h3 id={id}>{ &page.name }</h3>
            { for parts }
        </article>
    }
}

fn to_scheme(props: &PageProps, link: &Link) -> Html {
    props.link(Page::Scheme(link.scheme), "", text(&link.name))
}

fn reason_of(props: &PageProps, reason: &str, link: &Link) -> Html {
    el("li", "", vec![to_scheme(props, link), text(": "), text(reason)])
}

fn sentences(said: &[String]) -> Html {
    el("ul", "lines", said.iter().map(|one| says("li", "", one)).collect())
}

/// Schemes side by side, each with its verdict, amount and working.
fn beside(props: &PageProps, offers: &[OfferPage], id: &str) -> Html {
    let each =
        offers.iter().zip(0usize..).map(|(one, at)| offer(props, one, &[id, "-", &at.to_string()].concat()));
    el("div", "beside", each.collect())
}

fn offer(props: &PageProps, page: &OfferPage, id: &str) -> Html {
    let lang = props.model.lang();
    let heading = html! { <h5 id={id.to_owned()}>{ to_scheme(props, &page.link) }</h5> };
    let mut parts = vec![heading, el("p", "", vec![plate(lang, page.verdict, true)])];
    if page.verdict != Verdict::DoesNotFit {
        let class = if page.amount.is_amount { "amount number" } else { "amount" };
        parts.push(says("p", class, &page.amount.text));
        if !page.amount.small.is_empty() {
            parts.push(says("p", "hint", &page.amount.small));
        }
    }
    if page.lines.is_empty() {
        parts.push(says("p", "small", &page.reason));
    } else {
        let mut inside = vec![says("p", "small", &page.reason), table(lang, &page.lines, id)];
        inside.extend(page.holds.iter().map(|sentence| says("p", "small", sentence)));
        parts.push(fold(say::working(lang), inside));
        parts.push(sources(lang, &page.lines, &[]));
    }
    el("div", "offer", parts)
}

/// Something that folds out.
pub(super) fn fold(name: &str, inside: Vec<Html>) -> Html {
    let name = says("span", "", name);
    html! { <details><summary>{ Icon::Chevron.draw() }{ name }</summary>{ for inside }</details> }
}

/// Two readings of what illness does.
fn illness(props: &PageProps, page: &HirePage, id: &str) -> Vec<Html> {
    let lang = props.model.lang();
    let mut parts = vec![says("h4", "", say::illness(lang))];
    let cover = page.cover.iter().map(|cover| offer(props, cover, &[id, "-ziek"].concat()));
    parts.push(el("div", "beside", cover.collect()));
    if !page.illness.is_empty() {
        let rows = page.illness.iter().map(|reading| {
            html! { <tr><th scope="row">{ &reading.label }</th>{ says("td", "", &reading.value) }</tr> }
        });
        parts.push(html! {
            <table class="working">
                <caption class="hidden">{ say::illness(lang) }</caption>
                <thead class="hidden"><tr><th scope="col">{ say::reading(lang) }</th><th scope="col">{ say::per_month(lang) }</th></tr></thead>
                { el("tbody", "", rows.collect()) }
            </table>
        });
        parts.push(says("p", "", say::illness_ask(lang)));
        let cited = page.illness_sources.iter().map(|row| el("p", "small", vec![citation(row)]));
        parts.extend(cited);
    }
    parts
}

/// The sums, and why there is no average.
fn together(props: &PageProps, page: &HiringPage) -> Option<Html> {
    let lang = props.model.lang();
    if page.totals.is_empty() {
        return None;
    }
    let rows = page.totals.iter().map(|row| {
        let small = (!row.small.is_empty()).then(|| says("span", "small", row.small));
        let words = std::iter::once(text(row.label)).chain(small);
        html! { <tr class="total-line"><th scope="row">{ for words }</th>{ says("td", "", &row.value) }</tr> }
    });
    let average = page.average.split_first().map(|(first, why)| {
        let why = why.iter().map(|one| says("li", "", one)).collect();
        note(Tone::Grey, first, vec![el("ul", "lines", why)])
    });
    Some(html! {
        <section class="card" aria-labelledby="som-werknemers">
            <h3 id="som-werknemers">{ say::totals(lang) }</h3>
            <table class="working">
                <caption class="hidden">{ say::total(lang) }</caption>
                <thead class="hidden"><tr><th scope="col">{ say::total(lang) }</th><th scope="col">{ say::amount(lang) }</th></tr></thead>
                { el("tbody", "", rows.collect()) }
            </table>
            { says("p", "hint", say::total_note(lang)) }
            { for average }
        </section>
    })
}
