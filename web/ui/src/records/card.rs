//! A record as a card: its facts, then its own best verdict.

use crate::dom::{all, el, hidden, says, text};
use crate::navigation::Page;
use crate::order;
use crate::page::PageProps;
use crate::parts::{amount, loading, plate};
use crate::store::Model;
use steunwijzer_advisor::messages::{page, records as say};
use steunwijzer_advisor::present::Filter;
use steunwijzer_advisor::present::Row;
use steunwijzer_advisor::show;
use steunwijzer_engine::advice::{Subject, Verdict};
use steunwijzer_engine::answers::{Answer, Whose};
use steunwijzer_engine::rulebook::ListId;
use yew::Html;

/// The most facts on a card; the editor shows all.
const MOST_FACTS: usize = 6;

pub(super) fn card(props: &PageProps, topic: u16, list: ListId, row: u16, is_edited: bool) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let name = model.view().record_name(list, row);
    let edit = match is_edited {
        true => says("span", "hint", say::editing(lang)),
        false => {
            let words = vec![text(page::change(lang)), hidden(&[" ", &name].concat())];
            props.link(Page::Records(topic, Some(row)), "", all(words))
        }
    };
    el(
        "article",
        if is_edited { "card record edited" } else { "card record" },
        vec![
            el("div", "card-head", vec![says("h2", "h3", &name), edit]),
            facts(model, topic, list, row),
            result(props, list, row),
        ],
    )
}

fn facts(model: &Model, topic: u16, list: ListId, row: u16) -> Html {
    let lang = model.lang();
    let asked = model.topic(topic).map(|topic| order::asked(model, topic)).unwrap_or_default();
    let own = asked.into_iter().filter(|one| one.whose == Whose::Record(list, row) && one.counts);
    let told = own.filter_map(|one| Some((model.question(one.question)?, one.answer?)));
    let facts: Vec<Html> = told
        .take(MOST_FACTS)
        .flat_map(|(question, answer)| {
            let words = show::answer(lang, model.rulebook(), model.site.words(lang), question, answer);
            let class = if answer == Answer::NotKnown { "unknown" } else { "" };
            [says("dt", "", model.text(question.short)), says("dd", class, &words)]
        })
        .collect();
    match facts.is_empty() {
        true => says("p", "hint", say::nothing_yet(lang)),
        false => el("dl", "facts", facts),
    }
}

/// The best verdict of a record with its amount, and how many more fit.
pub(super) fn result(props: &PageProps, list: ListId, row: u16) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let subject = Subject::Record(list, row);
    let filter = Filter { subject: Some(subject), ..Filter::default() };
    let own = model.view().narrowed(&filter);
    let Some(best) = best(model, &own) else {
        return says("p", "result hint", say::nothing_fits(lang));
    };
    if model.awaits_schemes() {
        return el("div", "result", vec![plate(lang, best.verdict, true), loading(lang)]);
    }
    let mut small = vec![props.link(Page::Scheme(best.scheme), "", text(&best.name))];
    let more = usize::from(own.counts.fits.saturating_sub(1));
    if best.verdict == Verdict::Fits && more > 0 {
        let words = text(&say::more_schemes(lang, more));
        small.extend([text(" · "), props.link_narrowed(filter, words)]);
    }
    el(
        "div",
        "result",
        vec![
            plate(lang, best.verdict, true),
            el("p", "", vec![amount(&best.amount)]),
            el("p", "small", small),
        ],
    )
}

/// The scheme that a card names: of those that fit (else, of those that are open) the first with an
/// amount, else the first.
fn best(model: &Model, own: &steunwijzer_engine::advice::Advice) -> Option<Row> {
    let view = model.view_of(own);
    let groups = view.groups();
    let group = if groups.fits.is_empty() { groups.cannot_tell } else { groups.fits };
    let rows: Vec<Row> = group.iter().filter_map(|scheme| view.row(*scheme)).collect();
    let with_amount = rows.iter().position(|row| row.amount.is_amount);
    rows.into_iter().nth(with_amount.unwrap_or(0))
}
