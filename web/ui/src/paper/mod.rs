//! The advice on paper: two pages A4 or the full list, as they will be printed, and the files to take along.

mod model;
mod second;
mod sheet;
mod whole;

pub(crate) use model::{PaperEvent, PaperForm};

use crate::document;
use crate::dom::{all, el, says, text};
use crate::icons::Icon;
use crate::page::PageProps;
use crate::parts::{chips, print, title};
use crate::store::{Event, Model};
use std::rc::Rc;
use steunwijzer_advisor::export::calendar;
use steunwijzer_advisor::messages::paper as say;
use steunwijzer_advisor::municipal::Side;
use steunwijzer_advisor::paper::Paper;
use yew::{Callback, Html, MouseEvent, html};

/// The paper as it will be printed, and what can be done with it.
pub(crate) fn paper(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let is_whole = model.paper.is_whole();
    let sheets = if is_whole {
        vec![whole::whole(props, &model.view().whole_list())]
    } else {
        let paper = of(model);
        vec![sheet::first(props, &paper), second::second(props, &paper)]
    };
    let class = if is_whole { "paper whole" } else { "paper" };
    let preview =
        html! { <div class="sheets" role="group" aria-label={say::preview(lang)}>{ for sheets }</div> };
    el("div", class, vec![el("div", "wide-column paper-tools", tools(props)), preview])
}

/// The two pages; with the civil servant's side when they come from the desk.
fn of(model: &Model) -> Paper {
    let view = model.view();
    let side = model.site.municipal(model.lang()).map(|data| Side { data, view });
    let desk = side.as_ref().filter(|_| model.paper.is_of_desk()).map(|side| (side, &model.case));
    view.paper(desk)
}

fn tools(props: &PageProps) -> Vec<Html> {
    let model = &props.model;
    let lang = model.lang();
    let is_whole = model.paper.is_whole();
    let event = |event| Event::Paper(event);
    let kinds = vec![
        (say::short(lang), !is_whole, event(PaperEvent::Whole(false))),
        (say::whole(lang), is_whole, event(PaperEvent::Whole(true))),
    ];
    let mut parts = vec![title(say::title(lang)), says("p", "lead", say::lead(lang))];
    parts.push(chips(props, say::which(lang), kinds));
    if !is_whole {
        let of_desk = model.paper.is_of_desk();
        let whom = vec![
            (say::for_visitor(lang), !of_desk, event(PaperEvent::OfDesk(false))),
            (say::for_desk(lang), of_desk, event(PaperEvent::OfDesk(true))),
        ];
        parts.push(chips(props, say::whom(lang), whom));
    }
    let words = all(vec![Icon::Print.draw(), text(say::print(lang))]);
    let mut buttons = vec![print(props, "forward", words)];
    let has_days = !model.view().deadlines().is_empty();
    buttons.push(keep(props, say::csv(lang), save_table));
    if has_days {
        buttons.push(keep(props, say::ics(lang), save_days));
    }
    parts.push(
        html! { <p class="buttons" role="group" aria-label={say::take_along(lang)}>{ for buttons }</p> },
    );
    if !has_days {
        parts.push(says("p", "hint", say::ics_none(lang)));
    }
    parts.push(says("p", "hint", say::stays_here(lang)));
    parts
}

/// A button that makes a file. It is made when somebody asks for it: that takes a moment.
fn keep(props: &PageProps, words: &'static str, save: fn(&Model)) -> Html {
    let model = Rc::clone(&props.model);
    let onclick = Callback::from(move |_: MouseEvent| save(&model));
    html! { <button type="button" class="outlined" {onclick}>{ text(words) }</button> }
}

fn save_table(model: &Model) {
    document::download(say::csv_file(model.lang()), "text/csv;charset=utf-8", &model.view().verdicts_csv());
}

fn save_days(model: &Model) {
    let (lang, as_on) = (model.lang(), model.interview.as_on);
    if let Some(file) = calendar(lang, as_on, &model.view().deadlines()) {
        document::download(say::ics_file(lang), "text/calendar;charset=utf-8", &file);
    }
}
