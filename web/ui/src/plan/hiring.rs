//! What each hire brings.

use crate::dom::{el, says, text};
use crate::icons::Icon;
use crate::navigation::{Page, first_topic};
use crate::page::PageProps;
use crate::parts::{Tone, citation, note, plate};
use crate::scheme::{sources, table};
use steunwijzer_advisor::messages::{hiring as say, money};
use steunwijzer_advisor::present::plan::{HirePage, HiringPage, Labour, OfferPage};
use steunwijzer_advisor::present::{LineRow, Link};
use steunwijzer_engine::advice::{Subject, Verdict};
use steunwijzer_engine::rulebook::Show;
use yew::{Html, html};

/// All hires, with their sums.
pub(super) fn hiring(props: &PageProps, labour: &Labour) -> Html {
    let lang = props.model.lang();
    let page = props.model.whole_view().hiring(labour);
    let is_told = |one: &&HirePage| matches!(one.subject, Subject::Record(..));
    let told: Vec<&HirePage> = page.hires.iter().filter(is_told).collect();
    let said = told.iter().flat_map(|one| one.subsidies.iter().chain(&one.lkv));
    let said: Vec<String> = said.map(|offer| offer.briefly(lang)).collect();
    html! {
        <section class="hiring" aria-labelledby="werknemers">
            <h2 id="werknemers" tabindex="-1">{ say::title(lang) }</h2>
            { says("p", "hint", say::lead(lang)) }
            if page.hires.is_empty() { { says("p", "", say::nobody(lang)) } }
            { for told.iter().zip(0usize..).map(|(one, at)| hire(props, one, at)) }
            if told.is_empty() && !page.hires.is_empty() { { untold(props, labour) } }
            { for together(props, &page) }
            <p class="hidden" role="status" aria-live="polite">{ said.join(". ") }</p>
        </section>
    }
}

/// Nobody was told of yet: a way to tell.
fn untold(props: &PageProps, labour: &Labour) -> Html {
    let lang = props.model.lang();
    let topic = first_topic(props.model.rulebook(), labour.list());
    let tell = topic.map(|topic| props.link(Page::Records(topic, None), "", text(money::to_hires(lang))));
    note(Tone::Dashed, say::imagined(lang), vec![el("p", "", tell.into_iter().collect())])
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
    }
    if !page.nothing.is_empty() {
        let reasons = page.nothing.iter().map(|(reason, link)| reason_of(props, reason, link));
        let more = vec![says("p", "", say::nothing_why(lang)), el("ul", "lines", reasons.collect())];
        parts.push(note(Tone::Grey, say::nothing(lang), more));
    }
    parts.push(says("h4", "", say::subsidy(lang)));
    parts.push(says("p", "hint", say::side_by_side(lang)));
    parts.push(beside(&page.subsidies, &[&id, "-lks"].concat(), |one, id| offer(props, one, id)));
    parts.push(sentences(&page.comparison));
    parts.push(says("h4", "", say::lkv(lang)));
    parts.push(beside(&page.lkv, &[&id, "-lkv"].concat(), |one, id| offer(props, one, id)));
    parts.push(sentences(&page.lkv_notes));
    parts.extend(illness(props, page, &id));
    parts.extend(more(props, page, &id));
    html! {
        <article class="card hire-plan" aria-labelledby={id.clone()} key={id.clone()}>
            <h3 id={id}>{ &page.name }</h3>
            { for parts }
        </article>
    }
}

/// What brings no wage costs back: guidance, adaptation, other regimes, and where else to look.
fn more(props: &PageProps, page: &HirePage, id: &str) -> Option<Html> {
    let lang = props.model.lang();
    let mut parts = Vec::new();
    for ((name, offers), group) in page.groups.iter().zip(0usize..) {
        parts.push(says("h4", "", name));
        let id = [id, "-groep-", &group.to_string()].concat();
        parts.push(beside(offers, &id, |one, id| short(props, one, id)));
    }
    if !page.referrals.is_empty() {
        let refer = |(reason, link): &(String, Link)| {
            el("li", "", vec![text(reason), text(" "), to_scheme(props, link)])
        };
        let rows = page.referrals.iter().map(refer).collect();
        parts.extend([says("h4", "", say::referrals(lang)), el("ul", "lines", rows)]);
    }
    let count = page.groups.iter().map(|(_, offers)| offers.len()).sum::<usize>() + page.referrals.len();
    (!parts.is_empty()).then(|| fold(&say::beside(lang, count), parts))
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

/// Schemes side by side.
fn beside(offers: &[OfferPage], id: &str, draw: impl Fn(&OfferPage, &str) -> Html) -> Html {
    let each = offers.iter().zip(0usize..).map(|(one, at)| draw(one, &[id, "-", &at.to_string()].concat()));
    el("div", "beside", each.collect())
}

/// A scheme with its verdict and amount.
fn head(props: &PageProps, page: &OfferPage, id: &str) -> Vec<Html> {
    let heading = html! { <h5 id={id.to_owned()}>{ to_scheme(props, &page.link) }</h5> };
    let mut parts = vec![heading, el("p", "", vec![plate(props.model.lang(), page.verdict, true)])];
    if page.verdict != Verdict::DoesNotFit {
        let class = if page.amount.is_amount { "amount number" } else { "amount" };
        parts.push(says("p", class, &page.amount.text));
        if !page.amount.small.is_empty() {
            parts.push(says("p", "hint", &page.amount.small));
        }
    }
    parts
}

/// A scheme with why its verdict is what it is; how its amount comes about stands on its own page.
fn short(props: &PageProps, page: &OfferPage, id: &str) -> Html {
    let mut parts = head(props, page, id);
    parts.push(says("p", "small", &page.reason));
    el("div", "offer", parts)
}

/// A scheme with how its amount comes about.
fn offer(props: &PageProps, page: &OfferPage, id: &str) -> Html {
    if page.lines.is_empty() {
        return short(props, page, id);
    }
    let lang = props.model.lang();
    let mut parts = head(props, page, id);
    parts.extend(brief(props, &page.lines, id));
    parts.extend(page.holds.iter().map(|sentence| says("p", "small", sentence)));
    let inside = vec![says("p", "small", &page.reason), table(lang, &page.lines, id)];
    parts.push(fold(say::working(lang), inside));
    parts.push(sources(lang, &page.lines, &[]));
    el("div", "offer", parts)
}

/// The amounts that make up a sum, without how each comes about; none if the sum is one amount.
fn brief(props: &PageProps, lines: &[LineRow], id: &str) -> Option<Html> {
    let lang = props.model.lang();
    let shown: Vec<LineRow> = lines
        .iter()
        .filter(|line| line.show != Show::Working)
        .map(|line| LineRow { formula: String::new(), figures: vec![], ..line.clone() })
        .collect();
    (shown.len() > 1).then(|| el("div", "brief", vec![table(lang, &shown, id)]))
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
