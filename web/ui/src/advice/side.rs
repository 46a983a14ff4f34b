//! Beside the lists: the next question, what we know of the place, the day, the assumptions.

use crate::answers::find_out_items;
use crate::document;
use crate::dom::{all, el, says, text};
use crate::icons::Icon;
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{outward, print};
use crate::store::{Event, Fold};
use steunwijzer_advisor::interview::Action;
use steunwijzer_advisor::messages::{advice as say, aid, calculator, field, money, paper};
use steunwijzer_advisor::show;
use yew::{Callback, Html, InputEvent, SubmitEvent, html};

/// Where announcements of all governments stand.
const ANNOUNCEMENTS: &str = "https://zoek.officielebekendmakingen.nl/";

/// Questions named behind the first: together the three that settle most.
const MORE: usize = 2;

/// The open question that settles most, and the two behind it.
pub(super) fn next_question(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let mut asks = model.view().asks().into_iter();
    let Some(ask) = asks.next() else {
        return el("div", "why", vec![says("p", "", say::no_question(lang))]);
    };
    let page = Page::of(ask.ask, model.rulebook());
    let mut parts = vec![
        says("p", "over", say::next_question(lang)),
        says("h2", "h3", &ask.text),
        says("p", "", &[&ask.reason, " ", &ask.help].concat()),
        el("p", "", vec![props.link(page, "outlined", text(say::answer_it(lang)))]),
    ];
    let more: Vec<Html> = asks
        .take(MORE)
        .map(|ask| el("li", "", vec![props.link(Page::of(ask.ask, model.rulebook()), "", text(&ask.text))]))
        .collect();
    if !more.is_empty() {
        parts.extend([says("p", "small", say::then(lang)), el("ol", "small", more)]);
    }
    el("section", "why", parts)
}

/// Where sums are worked out.
pub(super) fn sums(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let links = [
        (Page::Plan, money::title(lang)),
        (Page::Aid, aid::link(lang)),
        (Page::Calculators, calculator::title(lang)),
    ];
    let items = links.map(|(page, words)| el("li", "", vec![props.link(page, "", text(words))]));
    let title = says("h2", "label", money::more(lang));
    el("section", "card sums-links", vec![title, el("ul", "plain", items.into())])
}

/// What was asked and not known, with where to find it.
pub(super) fn to_find_out(props: &PageProps) -> Option<Html> {
    let items = find_out_items(props);
    let title = says("h2", "label", say::to_find_out(props.model.lang()));
    (!items.is_empty()).then(|| el("section", "card", vec![title, el("ul", "plain", items)]))
}

/// What we know of the visitor's place.
pub(super) fn coverage(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let mut parts = vec![says("h2", "label", say::what_we_know(lang))];
    parts.extend(props.model.view().coverage().sentences.iter().map(|sentence| says("p", "", sentence)));
    parts.push(el("p", "", vec![outward(ANNOUNCEMENTS, text(say::search_here(lang)))]));
    el("section", "card", parts)
}

/// The day for which everything is judged, a way to choose another, and the assumptions.
pub(super) fn as_on(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let as_on = model.interview.as_on;
    let is_open = model.folds.day;
    let other = html! {
        <button type="button" class="linked" aria-expanded={is_open.to_string()}
            onclick={props.on(Event::Toggle(Fold::Day))}>{ say::other_day(lang) }</button>
    };
    let mut day = vec![text(&show::day(lang, as_on)), text(" "), other];
    if as_on != model.today {
        let back = props.act(Event::Act(Action::AsOn(model.today)), text(say::back_to_today(lang)));
        day.extend([text(" "), back]);
    }
    let mut parts = vec![says("h2", "label", say::judged_on(lang)), el("p", "", day)];
    if is_open {
        parts.push(day_form(props));
    }
    parts.push(says("h2", "label", say::assumptions(lang)));
    parts.push(assumptions(props));
    parts.push(el("p", "print", vec![props.link(Page::Paper, "outlined", text(paper::short(lang)))]));
    let words = all(vec![Icon::Print.draw(), says("span", "", say::print(lang))]);
    parts.push(el("p", "print", vec![print(props, "outlined", words)]));
    el("section", "card", parts)
}

fn assumptions(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let found = props.model.view().assumptions();
    if found.is_empty() {
        return says("p", "", say::none_assumed(lang));
    }
    let summary = vec![Icon::Chevron.draw(), says("span", "", &say::assumed(lang, found.len()))];
    let items = found.iter().map(|one| says("li", "", one)).collect();
    el("details", "", vec![el("summary", "", summary), el("ul", "", items)])
}

/// Three fields for a day.
fn day_form(props: &PageProps) -> Html {
    let folds = &props.model.folds;
    let lang = props.model.lang();
    let send = props.send.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        send.emit(Event::UseDay);
    });
    let problem = folds.day_problem.map(|why| why.text(lang));
    let names = [field::day(lang), field::month(lang), field::year(lang)];
    let inputs = names.into_iter().zip(&folds.day_parts).zip(0usize..).map(|((name, value), part)| {
        let send = props.send.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            send.emit(Event::DayTyped(part, document::value(&event)));
        });
        let id = ["dag-", &part.to_string()].concat();
        html! {
            <span class={if part == 2 { "part year" } else { "part" }}>
                <label for={id.clone()}>{ name }</label>
                <input type="text" {id} inputmode="numeric" autocomplete="off" value={value.clone()} {oninput} aria-describedby="dag-fout" />
            </span>
        }
    });
    html! {
        <form class="field date" novalidate=true {onsubmit}>
            <p id="dag-vraag" class="hint">{ say::day_question(lang) }</p>
            <p id="dag-fout" class="error" role="alert">{ for problem }</p>
            <div class="parts" role="group" aria-labelledby="dag-vraag">{ for inputs }</div>
            <p><button type="submit" class="outlined">{ say::use_day(lang) }</button></p>
        </form>
    }
}
