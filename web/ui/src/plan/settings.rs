//! What the visitor can set for the cash flow.

use crate::document;
use crate::dom::{hidden, says, text};
use crate::icons::Icon;
use crate::page::PageProps;
use crate::parts::citation;
use crate::scheme::sources;
use crate::store::Event;
use steunwijzer_advisor::messages::{cash as say, field as fields};
use steunwijzer_advisor::present::plan::SettingRow;
use yew::{Callback, Html, InputEvent, SubmitEvent, classes, html};

/// The most sources that stand in a hint: more fold out.
const MOST: usize = 2;

/// All settings, each with where its value comes from.
pub(super) fn settings(props: &PageProps, rows: &[SettingRow]) -> Html {
    let lang = props.model.lang();
    // Nothing is sent: what is typed counts at once.
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="card cash-settings" novalidate=true {onsubmit} aria-labelledby="instellingen">
            <h3 id="instellingen">{ say::settings(lang) }</h3>
            { says("p", "hint", say::settings_lead(lang)) }
            <div class="fields">{ for rows.iter().map(|row| field(props, row)) }</div>
        </form>
    }
}

fn field(props: &PageProps, row: &SettingRow) -> Html {
    let id = row.setting.id();
    let hint_id = [&id, "-hint"].concat();
    let error_id = [&id, "-error"].concat();
    let lang = props.model.lang();
    let described = if row.problem.is_some() { [&hint_id, " ", &error_id].concat() } else { hint_id.clone() };
    let basis = says("span", if row.is_assumed { "tag" } else { "small" }, row.basis);
    let mut hint = vec![basis];
    if !row.hint.is_empty() {
        hint.extend([text(" "), text(&row.hint)]);
    }
    let many = row.citations.len() > MOST;
    if !many {
        hint.extend(row.citations.iter().flat_map(|cited| [text(" "), citation(cited)]));
    }
    let sources = many.then(|| sources(lang, &[], &row.citations));
    let error = row.problem.as_ref().map(|problem| {
        let word = hidden(&[fields::error_word(lang), " "].concat());
        html! { <p class="error" id={error_id}>{ Icon::Warning.draw() }{ word }{ problem }</p> }
    });
    let (send, setting) = (props.send.clone(), row.setting);
    let control = if row.choices.is_empty() {
        let oninput =
            Callback::from(move |event: InputEvent| send.emit(Event::Set(setting, document::value(&event))));
        html! {
            <span class="with-unit short">
                <input type="text" inputmode="decimal" autocomplete="off" id={id.clone()} value={row.typed.clone()} {oninput}
                    aria-describedby={described} aria-invalid={row.problem.is_some().then_some("true")} />
                <span class="unit" aria-hidden="true">{ row.unit }</span>
            </span>
        }
    } else {
        let onchange =
            Callback::from(move |event: yew::Event| send.emit(Event::Set(setting, document::value(&event))));
        let options = row.choices.iter().map(|choice| {
            html! { <option value={choice.code} selected={choice.is_on}>{ choice.text }</option> }
        });
        html! { <select id={id.clone()} {onchange} aria-describedby={described}>{ for options }</select> }
    };
    let is_wrong = row.problem.is_some().then_some("wrong");
    html! {
        <div key={id.clone()} class={classes!("field", "setting", is_wrong)}>
            <label class="label" for={id}>{ &row.label }</label>
            <p class="hint" id={hint_id}>{ for hint }</p>
            { for error }
            <div class="line">{ control }</div>
            { for sources }
        </div>
    }
}
