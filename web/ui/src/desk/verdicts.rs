//! The verdicts beside the sheet: the counts, the list, and what to ask now.

use super::DeskEvent;
use crate::dom::{el, says, text};
use crate::icons;
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{amount, stand_bar, verdict_icon};
use crate::store::Event;
use steunwijzer_advisor::desk::VerdictRow;
use steunwijzer_advisor::messages::desk as say;
use steunwijzer_engine::advice::Verdict;
use yew::{Html, html};

pub(super) fn verdicts(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let view = model.view();
    let mut listing = model.desk.listing.clone();
    if listing.rows().is_empty() {
        listing.settle(&view);
    }
    let rows = listing.rows().iter().filter_map(|scheme| view.desk_row(*scheme));
    let rows = rows.map(|row| scheme(props, &row, listing.is_fresh(row.scheme)));
    let schemes = model.rulebook().schemes.len().to_string();
    let all = props.link(Page::Advice, "", text(&say::all_schemes(lang, &schemes)));
    html! {
        <section aria-labelledby="oordeel-nu">
            <h2 id="oordeel-nu" class="h3">{ say::verdicts(lang) }</h2>
            { counts(props) }
            <ul class="desk-verdicts">{ for rows }</ul>
            <p class="hint">{ say::standstill(lang) }{ " " }{ props.act(Event::Desk(DeskEvent::Settle), text(say::settle(lang))) }</p>
            <p>{ all }</p>
            { ask_now(props) }
        </section>
    }
}

fn counts(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let counts = props.model.judged.advice.counts;
    let numbers = [
        (Verdict::Fits, counts.fits, say::fits(lang)),
        (Verdict::CannotTell, counts.cannot_tell, say::cannot_tell(lang)),
        (Verdict::DoesNotFit, counts.does_not_fit, say::does_not_fit(lang)),
    ];
    let each = numbers.into_iter().map(|(verdict, count, word)| {
        el(
            "li",
            "",
            vec![icons::verdict(verdict), says("b", "count", &count.to_string()), says("span", "", word)],
        )
    });
    el("div", "desk-counts", vec![el("ul", "", each.collect()), stand_bar(counts)])
}

fn scheme(props: &PageProps, row: &VerdictRow, is_fresh: bool) -> Html {
    let lang = props.model.lang();
    let name = props.link(Page::Scheme(row.scheme), "name", text(&row.name));
    let fresh = is_fresh.then(|| says("span", "desk-fresh", say::fresh(lang)));
    let how_much = row.amount.as_ref().map(amount);
    html! {
        <li key={row.scheme.0.to_string()}>
            <span class="mark">{ verdict_icon(lang, row.verdict) }</span>
            <span class="what">
                <span class="desk-name">{ name }{ for fresh }</span>
                <span class="line-of">{ text(&row.line) }</span>
            </span>
            <span class="how-much">{ for how_much }</span>
        </li>
    }
}

fn ask_now(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let Some(ask) = props.model.view().desk_ask() else { return Html::default() };
    let fill_in = props.act(Event::Desk(DeskEvent::SeekAsk(ask.ask)), text(say::fill_in(lang)));
    let more = vec![text(&ask.reason), text(" "), fill_in];
    let words = vec![says("p", "note-title", &ask.text), el("p", "", more)];
    el("div", "note desk-ask", vec![icons::verdict(Verdict::CannotTell), el("div", "", words)])
}
