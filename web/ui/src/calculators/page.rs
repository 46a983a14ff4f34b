//! The page of one calculator: its fields, and what comes out of them.

use super::result::{announced, result};
use crate::dom::{el, says, text};
use crate::fields::{Place, field};
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::title;
use crate::store::{Calculate, Event};
use std::rc::Rc;
use steunwijzer_advisor::calculators::{asked, sheet};
use steunwijzer_advisor::interview::{Action, Asked};
use steunwijzer_advisor::messages::calculator as say;
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::calculators::{Calculator, Several};
use steunwijzer_engine::rulebook::ListId;
use yew::{Callback, Html, SubmitEvent, html};

/// The id of the button that adds a record.
const ADD: &str = "voeg-toe";

/// One calculator, by its row.
pub(crate) fn calculator(outer: &PageProps, row: u16) -> Html {
    let Some(own) = outer.model.opened.get(row) else { return Html::default() };
    let Some(calculator) = own.site.calculators.get(row) else { return Html::default() };
    let send = outer.send.clone();
    let props = PageProps {
        model: Rc::clone(own),
        send: Callback::from(move |event| {
            send.emit(Event::Calculate(Calculate::Do(Box::new(event))));
        }),
    };
    let lang = own.lang();
    let sheet = sheet(&own.view(), calculator);
    let back = outer.link(Page::Calculators, "", text(say::all(lang)));
    let head = vec![
        el("p", "over", vec![back]),
        title(own.text(calculator.title)),
        says("p", "lead", own.text(calculator.summary)),
    ];
    let how = vec![says("h2", "h3", say::how(lang)), says("p", "", own.text(calculator.explanation))];
    let how = el("div", "how", how);
    html! {
        <div class="wide-column calculator" key={calculator.id.clone()}>
            { el("div", "head", head) }
            { el("div", "inputs", vec![form(outer, &props, calculator), how]) }
            { result(outer, own, &sheet) }
            <p class="hidden" role="status" aria-live="polite">{ announced(own, &sheet) }</p>
        </div>
    }
}

fn form(outer: &PageProps, props: &PageProps, calculator: &Calculator) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let all = asked(model.rulebook(), calculator, &model.interview.answers, model.interview.as_on);
    let several = calculator.several;
    let of_list = |one: &Asked| several.is_some_and(|several| is_of(one.whose, several.list));
    let (records, single): (Vec<Asked>, Vec<Asked>) = all.into_iter().partition(of_list);
    let fields = single.into_iter().map(|one| field(props, one, Place::Among)).collect();
    let records = several.map(|several| records_of(props, several, &records));
    // Nothing is sent: what is typed counts at once.
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="card" novalidate=true {onsubmit} aria-labelledby="invullen">
            <h2 id="invullen">{ say::fill_in(lang) }</h2>
            { for take_over(outer, model, calculator) }
            { el("div", "fields", fields) }
            { for records }
            <p class="buttons">
                <button type="button" class="linked" onclick={outer.on(Event::Calculate(Calculate::Clear))}>{ say::clear(lang) }</button>
            </p>
        </form>
    }
}

fn is_of(whose: Whose, list: ListId) -> bool {
    matches!(whose, Whose::Record(own, _) if own == list)
}

/// Buttons that take over the answers of the interview, if it has any that are asked here.
fn take_over(outer: &PageProps, model: &crate::store::Model, calculator: &Calculator) -> Vec<Html> {
    let lang = model.lang();
    let interview = &outer.model.interview.answers;
    let several = calculator.several.map(|several| several.list);
    let questions = || {
        calculator
            .asks
            .iter()
            .filter_map(|id| outer.model.question(*id))
            .filter(|found| found.list != several)
    };
    let list = questions().find_map(|question| question.list);
    let own = questions()
        .any(|question| question.list.is_none() && interview.get(question, Whose::Organisation).is_some());
    let told = several.is_some_and(|list| interview.records(list).is_some());
    let button = |record: u16, words: String| {
        let event = Event::Calculate(Calculate::TakeOver(record));
        html! { <button type="button" class="outlined" onclick={outer.on(event)}>{ words }</button> }
    };
    let records = list.map_or(0, |list| interview.records(list).map_or(0, <[_]>::len));
    let buttons: Vec<Html> = match (list, records) {
        (Some(list), 1..) => (0..u16::try_from(records).unwrap_or(u16::MAX))
            .map(|row| button(row, say::take_over_of(lang, &outer.model.view().record_name(list, row))))
            .collect(),
        _ if own || told => vec![button(0, say::take_over(lang).to_owned())],
        _ => vec![],
    };
    let mut parts = Vec::new();
    if !buttons.is_empty() {
        parts.push(el("p", "buttons", buttons));
    }
    if model.folds.taken {
        parts.push(html! { <p class="hint" role="status">{ say::taken(lang) }</p> });
    }
    parts
}

/// The records of the list of several, with ways to add one and to say that there are none.
fn records_of(props: &PageProps, several: Several, asked: &[Asked]) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let list = several.list;
    let heading = model.text(several.title);
    let told = model.interview.answers.records(list);
    let count = told.map_or(0, <[_]>::len);
    let most = model.rulebook().lists.get(list.row()).map_or(0, |list| usize::from(list.max));
    let cards = (0..u16::try_from(count).unwrap_or(u16::MAX)).map(|row| {
        let name = say::record(lang, &(u32::from(row) + 1).to_string(), heading);
        let own = asked.iter().filter(|one| one.whose == Whose::Record(list, row));
        let fields: Vec<Html> = own.map(|one| field(props, *one, Place::Among)).collect();
        html! {
            <fieldset class="calc-record" key={row}>
                <legend class="h3">{ &name }</legend>
                { el("div", "fields", fields) }
                <p class="buttons"><button type="button" class="linked" onclick={remove(props, list, row)}>{ say::remove_record(lang, &name) }</button></p>
            </fieldset>
        }
    });
    let add = props.on(Event::Act(Action::AddRecord(list)));
    let none = props.on(Event::Act(Action::TellNone(list)));
    html! {
        <section class="calc-records" aria-labelledby="lijst">
            <h3 id="lijst">{ heading }</h3>
            { for cards }
            if told.is_some_and(<[_]>::is_empty) { { says("p", "hint", say::no_records(lang)) } }
            <p class="buttons">
                if count < most { <button type="button" id={ADD} class="outlined" onclick={add}>{ model.text(several.add) }</button> }
                if told.is_none() { <button type="button" class="linked" onclick={none}>{ say::none(lang) }</button> }
            </p>
        </section>
    }
}

/// Takes a record away. Its button goes with it, so the focus moves to the one that adds.
fn remove<E>(props: &PageProps, list: ListId, row: u16) -> Callback<E> {
    let (send, around) = (props.send.clone(), props.model.around.clone());
    Callback::from(move |_| {
        send.emit(Event::RemoveRecord(list, row));
        around.focus(&["#", ADD].concat());
    })
}
