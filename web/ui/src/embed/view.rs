//! How the box looks around its page: a small header and footer, and what the site around it does.

use super::{Consent, Host, HostEvent};
use crate::dom::{all, el, says, text};
use crate::icons::{self, Icon};
use crate::interview::dock_counts;
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::full_page;
use crate::store::{Event, Model};
use steunwijzer_advisor::messages::{element as say, page, privacy as say_privacy, site};
use steunwijzer_advisor::present::{Kinds, help_word};
use steunwijzer_advisor::show;
use steunwijzer_engine::answers::{Answer, Whose};
use yew::Html;

/// Above the page: the name, the number of the question, and what the site around the box does.
pub(crate) fn before(props: &PageProps, host: &Host) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let number = model.question_number().map(|number| say::question(lang, &number.to_string()));
    let name = vec![icons::logo(), says("span", "", site::name(lang))];
    let top = vec![el("p", "box-name", name), says("p", "box-number", &number.unwrap_or_default())];
    let mut parts = vec![el("div", "box-top", top)];
    parts.extend(only_kinds(model).map(|words| says("p", "box-note", &words)));
    parts.extend(filled(props, host));
    parts.extend(sharing(props, host));
    all(parts)
}

/// Below the page: the counts, what happens to answers, the way to the full page.
pub(crate) fn after(props: &PageProps, host: &Host) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let mut parts = Vec::new();
    if model.question_number().is_some() {
        parts.push(el("div", "box-counts", vec![dock_counts(props)]));
    }
    let promise = if host.may_see() { say::shares(lang) } else { say::private(lang) };
    let private = vec![Icon::Padlock.draw(), says("span", "", promise)];
    let mut row =
        vec![el("p", "box-private", private), props.link(Page::Privacy, "", text(say_privacy::title(lang)))];
    if !model.around.is_embedded() {
        // The storage of a frame is its own: there one can ask to be remembered.
        row.push(props.link(Page::Dossier, "", text(page::keep(lang))));
    }
    row.push(full_page(model, "box-full", text(say::full(lang))));
    parts.push(el("div", "box-foot", row));
    let edition = page::edition(lang, &show::day(lang, model.rulebook().edition.date));
    let small = vec![
        text(&[page::not_decision(lang), " ", &edition, ". "].concat()),
        props.link(Page::About, "", text(page::how_sure(lang))),
    ];
    parts.push(el("p", "box-small", small));
    all(parts)
}

/// Says that not everything is shown; none if everything is.
fn only_kinds(model: &Model) -> Option<String> {
    let (lang, kinds) = (model.lang(), model.kinds());
    let names: Vec<&str> = kinds.each().map(|help| help_word(lang, help)).collect();
    (kinds != Kinds::ALL).then(|| say::only_kinds(lang, &names.join(", ")))
}

/// Says what the site filled in, with the way to change it.
fn filled(props: &PageProps, host: &Host) -> Option<Html> {
    let model = &props.model;
    let lang = model.lang();
    let words = match crate::dossier::count(model.rulebook(), &host.filled) {
        0 => return None,
        1 => filled_place(model, host).map(|place| say::filled_place(lang, &place)),
        _ => None,
    };
    let count = crate::dossier::count(model.rulebook(), &host.filled);
    let words = words.unwrap_or_else(|| say::filled(lang, count));
    let look = props.link(Page::Answers, "", text(say::look(lang)));
    Some(el("p", "box-note", vec![text(&[&words, " "].concat()), look]))
}

fn filled_place(model: &Model, host: &Host) -> Option<String> {
    let id = model.rulebook().question_id("org.place")?;
    let question = model.question(id)?;
    let place =
        host.filled.get(question, Whose::Organisation).filter(|answer| *answer != Answer::NotKnown)?;
    Some(show::answer(model.lang(), model.rulebook(), model.site.words(model.lang()), question, place))
}

/// The question of a site that asks for the answers, and what the visitor said to it.
fn sharing(props: &PageProps, host: &Host) -> Option<Html> {
    if !host.settings.asks_answers {
        return None;
    }
    let lang = props.model.lang();
    let consent = |consent| Event::Host(HostEvent::Consent(consent));
    let button = |to, words: &str| {
        let onclick = props.on(consent(to));
        yew::html! { <button type="button" class="outlined" {onclick}>{ text(words) }</button> }
    };
    Some(match host.consent {
        Consent::Open => {
            let buttons = vec![
                button(Consent::Given, say::share_yes(lang)),
                button(Consent::Refused, say::share_no(lang)),
            ];
            let parts = vec![
                says("p", "note-title", say::share_title(lang)),
                says("p", "", say::share_text(lang)),
                el("p", "buttons", buttons),
            ];
            el("div", "box-note box-ask", parts)
        }
        Consent::Given => {
            let stop = props.act(consent(Consent::Refused), text(say::share_stop(lang)));
            el("p", "box-note", vec![text(&[say::shares(lang), " "].concat()), stop])
        }
        Consent::Refused => {
            let yet = props.act(consent(Consent::Given), text(say::share_yet(lang)));
            el("p", "box-note", vec![text(&[say::share_refused(lang), " "].concat()), yet])
        }
    })
}

/// What happens to answers in a box of which the storage is not ours.
pub(crate) fn privacy(model: &Model) -> (&'static str, Vec<&'static str>) {
    let lang = model.lang();
    let points = vec![
        say_privacy::point_1(lang),
        say::privacy_requests(lang),
        say::privacy_host(lang),
        say_privacy::point_3(lang),
        say::privacy_keeps(lang),
        say_privacy::point_6(lang),
    ];
    (say::privacy_lead(lang), points)
}
