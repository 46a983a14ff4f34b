//! Opening a dossier: the field for the file, the question before something is replaced, and what came
//! out of it.

use super::changes::changes;
use super::file;
use super::model::{Arrived, DossierEvent, From, Purpose, Why};
use super::{save_button, section};
use crate::dom::{all, el, says, text};
use crate::icons::Icon;
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{Tone, note};
use crate::store::Event;
use steunwijzer_advisor::messages::dossier as say;
use steunwijzer_advisor::show;
use yew::{Html, html};

/// The field for a file.
pub(super) fn open(props: &PageProps) -> Html {
    let lang = props.model.lang();
    section(
        "openen",
        say::open(lang),
        vec![
            says("p", "", say::open_text(lang)),
            html! { <p class="hint" id="bestand-uitleg">{ say::open_hint(lang) }</p> },
            el("p", "buttons", vec![file::choose(props, "bestand", say::open_button(lang), Purpose::Open)]),
        ],
    )
}

/// What the page says about what was just opened, refused, or waits for a yes.
pub(super) fn news(props: &PageProps) -> Html {
    let form = &props.model.dossier;
    let parts = vec![
        form.refused.as_ref().map_or_else(Html::default, |why| refused(props, why)),
        form.waiting.as_ref().map_or_else(Html::default, |arrived| waiting(props, arrived)),
        form.opened.as_ref().map_or_else(Html::default, |arrived| opened(props, arrived)),
        unknown(props),
        other_day(props),
    ];
    html! { <div class="news" aria-live="polite">{ for parts }</div> }
}

fn refused(props: &PageProps, why: &Why) -> Html {
    let lang = props.model.lang();
    let reason = match why {
        Why::File(refused) => refused.text(lang),
        Why::Link(refused) => refused.text(lang).to_owned(),
        Why::NotRead => say::not_read(lang).to_owned(),
    };
    let first = match why {
        Why::File(_) | Why::NotRead => says("p", "note-title", say::refused(lang)),
        Why::Link(_) => Html::default(),
    };
    let words = vec![first, says("p", "", &reason), says("p", "", say::refused_safe(lang))];
    el("div", "note error", vec![Icon::Warning.draw(), el("div", "", words)])
}

fn waiting(props: &PageProps, arrived: &Arrived) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let question = match arrived.from {
        From::File | From::Memory => say::replace(lang),
        From::Link => say::replace_link(lang),
    };
    let what = if model.remembers_something() { say::replace_kept(lang) } else { say::replace_text(lang) };
    let button = |class: &'static str, words: &'static str, event| {
        html! { <button type="button" {class} onclick={props.on(Event::Dossier(event))}>{ words }</button> }
    };
    html! {
        <div class="card waiting" role="group" aria-labelledby="vervangen">
            <h2 id="vervangen" class="h3">{ question }</h2>
            <p>{ what }</p>
            <p class="buttons">
                { button("outlined", say::replace_yes(lang), DossierEvent::Agree) }
                { button("outlined", say::replace_with(lang), DossierEvent::CompareWaiting) }
                { save_button(props, say::save_first(lang)) }
                { button("linked", say::back(lang), DossierEvent::Decline) }
            </p>
        </div>
    }
}

fn opened(props: &PageProps, arrived: &Arrived) -> Html {
    let lang = props.model.lang();
    let first = match arrived.from {
        From::File | From::Memory => say::opened(lang),
        From::Link => say::opened_link(lang),
    };
    let mut more = Vec::new();
    if arrived.unknown > 0 {
        more.push(says("p", "", &say::unknown_link(lang, arrived.unknown)));
    }
    more.push(el("p", "", vec![props.link(Page::Advice, "", text(say::see_advice(lang)))]));
    all(vec![note(Tone::Grey, first, more), changes(props, &arrived.opened)])
}

/// What this edition does not know.
fn unknown(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let kept = &props.model.dossier.kept;
    if kept.is_empty() {
        return Html::default();
    }
    let each = kept.iter().map(|one| {
        let key = says("dt", "", &one.key);
        all(vec![key, says("dd", "", &one.shown())])
    });
    let list = html! {
        <details>
            <summary>{ Icon::Chevron.draw() }<span>{ say::unknown_show(lang) }</span></summary>
            <dl class="unknown-list">{ for each }</dl>
        </details>
    };
    let more = vec![says("p", "", say::unknown_text(lang)), list];
    note(Tone::Sun, &say::unknown(lang, kept.len()), more)
}

fn other_day(props: &PageProps) -> Html {
    let model = &props.model;
    let (lang, day) = (model.lang(), model.interview.as_on);
    if day == model.today {
        return Html::default();
    }
    let today = props.act(Event::Dossier(DossierEvent::UseToday), text(say::use_today(lang)));
    let first = say::other_day(lang, &show::day(lang, day));
    note(Tone::Grey, &first, vec![el("p", "", vec![today])])
}
