//! Remembering on this device: asking for it, and going on at the next visit.

use super::memory::{self, Memory};
use super::model::DossierEvent;
use super::{keep_file, section};
use crate::dom::{el, says};
use crate::page::PageProps;
use crate::parts::{Tone, note, title};
use crate::store::Event;
use std::rc::Rc;
use steunwijzer_advisor::messages::dossier as say;
use steunwijzer_advisor::show;
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::rulebook::{ListId, Rulebook};
use yew::{Callback, Html, html};

/// The part of the page.
pub(super) fn remember(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let button = |words: &'static str, event| {
        let onclick = props.on(Event::Dossier(event));
        let button = html! { <button type="button" class="outlined" {onclick}>{ words }</button> };
        el("p", "buttons", vec![button])
    };
    let parts = match props.model.dossier.memory {
        Memory::NotOurs => return Html::default(),
        Memory::Blocked => {
            vec![note(Tone::Sun, say::blocked(lang), vec![says("p", "", say::blocked_text(lang))])]
        }
        Memory::On => vec![
            says("p", "remembers", say::remember_is(lang)),
            button(say::remember_off(lang), DossierEvent::Forget),
        ],
        Memory::Failed => vec![
            note(Tone::Sun, say::not_written(lang), Vec::new()),
            button(say::remember_off(lang), DossierEvent::Forget),
        ],
        Memory::Off | Memory::Forgets | Memory::Asks(_) => vec![
            says("p", "", say::remember_text(lang)),
            says("p", "hint", say::remember_who(lang)),
            button(say::remember_on(lang), DossierEvent::Remember),
        ],
    };
    section("onthouden", say::remember(lang), parts)
}

/// The question of the next visit, before anything else; none if there is nothing to ask.
pub(crate) fn resume(props: &PageProps) -> Option<Html> {
    let model = &props.model;
    let lang = model.lang();
    let Memory::Asks(text) = &model.dossier.memory else { return None };
    let found = memory::remembered(model, text);
    let what = match &found {
        Some(found) => {
            let answers = say::resume_count(lang, count(model.rulebook(), &found.opened.dossier.answers));
            say::resume_text(lang, &answers, &show::day(lang, found.day))
        }
        None => say::resume_broken(lang).to_owned(),
    };
    let go = found.map(|_| {
        let onclick = props.on(Event::Dossier(DossierEvent::Resume));
        html! { <button type="button" class="forward" {onclick}>{ say::resume_go(lang) }</button> }
    });
    let again = props.on(Event::Dossier(DossierEvent::BeginAgain));
    let (own, file) = (Rc::clone(model), memory::file(text).to_owned());
    let save = Callback::from(move |_| keep_file(&own, &file));
    let buttons = vec![
        go.unwrap_or_default(),
        html! { <button type="button" class="outlined" onclick={again}>{ say::resume_again(lang) }</button> },
        html! { <button type="button" class="linked" onclick={save}>{ say::resume_save(lang) }</button> },
    ];
    let parts = vec![
        title(say::resume(lang)),
        says("p", "lead", &what),
        el("p", "buttons", buttons),
        says("p", "hint", say::resume_warn(lang)),
    ];
    Some(el("div", "wide-column reading dossier", parts))
}

/// How many answers were given.
pub(crate) fn count(rulebook: &Rulebook, answers: &Answers) -> usize {
    let lists = (0..).map(ListId).take(rulebook.lists.len());
    let records = lists.filter_map(|list| answers.records(list)).flatten();
    let given = records.chain([answers.organisation()]).map(|record| {
        let most = u16::try_from(rulebook.questions.len()).unwrap_or(u16::MAX);
        (0..most).filter(|slot| record.get(*slot).is_some()).count()
    });
    given.sum()
}
