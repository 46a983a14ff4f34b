//! The bar at the top: always in view.

use super::DeskEvent;
use crate::dom::{el, says, text};
use crate::icons::Icon;
use crate::navigation::Page;
use crate::page::PageProps;
use crate::store::Event;
use steunwijzer_advisor::messages::desk as say;
use steunwijzer_advisor::show;
use steunwijzer_engine::answers::{Answer, Whose};
use yew::{Html, html};

pub(super) fn bar(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let day = say::on_day(lang, &show::day(lang, model.interview.as_on));
    let facts = vec![
        html! { <h1 tabindex="-1">{ say::title(lang) }</h1> },
        el("span", "desk-place", vec![text(&place(props))]),
        says("span", "desk-day", &day),
    ];
    let paper = props.link(Page::Paper, "forward sun", text(say::paper(lang)));
    let keep = props.link(Page::Dossier, "on-hero", text(say::keep(lang)));
    html! {
        <div class="desk-bar" role="group" aria-label={say::bar(lang)}>
            <div>{ for facts }<span class="desk-acts">{ wipe(props) }{ keep }</span>{ paper }</div>
        </div>
    }
}

fn place(props: &PageProps) -> String {
    let model = &props.model;
    let lang = model.lang();
    let told = model.rulebook().question_id("org.place").and_then(|id| {
        let answer = model.answer((id, Whose::Organisation)).filter(|answer| *answer != Answer::NotKnown)?;
        let words = model.site.words(lang);
        Some(show::answer(lang, model.rulebook(), words, model.question(id)?, answer))
    });
    told.map_or_else(|| say::place_unknown(lang).to_owned(), |place| say::place(lang, &place))
}

/// Wiping takes two presses: what is wiped is gone.
fn wipe(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let act = |event, words: &'static str| {
        html! { <button type="button" class="linked on-hero" onclick={props.on(Event::Desk(event))}>{ words }</button> }
    };
    match props.model.desk.wipe {
        false => act(DeskEvent::AskWipe(true), say::new_call(lang)),
        true => html! { <>
            { Icon::Warning.draw() }
            { act(DeskEvent::Wipe, say::new_call_sure(lang)) }{ act(DeskEvent::AskWipe(false), say::new_call_back(lang)) }
        </> },
    }
}
