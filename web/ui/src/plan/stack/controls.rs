//! What the visitor can choose: keep a source, leave it out, give it an amount, take that back.

use crate::document;
use crate::dom::{el, says};
use crate::icons::Icon;
use crate::page::PageProps;
use crate::parts::{Tone, note};
use crate::store::Event;
use steunwijzer_advisor::messages::stack as say;
use steunwijzer_advisor::present::Link;
use steunwijzer_advisor::present::plan::{Choose, FinanceField, StackSheet, Wish};
use steunwijzer_advisor::show::{self, Cents};
use steunwijzer_engine::rulebook::Unit;
use yew::{Callback, Html, InputEvent, MouseEvent, html};

/// The choices made for a need, each with a way back, and what could not be followed.
pub(super) fn choices(props: &PageProps, sheet: &StackSheet) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let own = model.finance.wishes().iter().filter(|(need, _)| *need == sheet.need);
    let items = own.map(|(_, wish)| {
        let name = name(props, *wish);
        let words = match *wish {
            Wish::Keep(_) => say::chosen_keep(lang, &name),
            Wish::Leave(_) => say::chosen_leave(lang, &name),
            Wish::Resize(_, amount) => {
                say::chosen_resize(lang, &show::number(lang, Unit::Euro, amount, Cents::IfAny), &name)
            }
        };
        let undo = pressed(props, sheet.need, Choose::Undo(sheet.need, wish.scheme()));
        html! {
            <li>{ words }{ " " }<button type="button" class="linked" aria-label={say::undo_of(lang, &name)} onclick={undo}>{ say::undo(lang) }</button></li>
        }
    });
    let items: Vec<Html> = items.collect();
    let is_empty = items.is_empty();
    let refused = sheet.refused.iter().map(|sentence| note(Tone::Sun, sentence, vec![]));
    // The heading is always there: it takes the focus when the button that was pressed goes.
    html! {
        <div class="stack-choices">
            <h4 id={heading(sheet.need)} tabindex="-1" class={is_empty.then_some("hidden")}>{ say::wishes(lang) }</h4>
            if !is_empty { { el("ul", "", items) } }
            { for refused }
        </div>
    }
}

fn heading(need: u16) -> String {
    ["keuzes-", &need.to_string()].concat()
}

fn name(props: &PageProps, wish: Wish) -> String {
    let scheme = props.model.rulebook().schemes.get(wish.scheme().row());
    scheme.map_or("", |scheme| props.model.text(scheme.texts.name)).to_owned()
}

/// Chooses, and moves the focus to the choices: the button itself can be gone.
fn pressed(props: &PageProps, need: u16, choose: Choose) -> Callback<MouseEvent> {
    let (send, around) = (props.send.clone(), props.model.around.clone());
    Callback::from(move |_| {
        send.emit(Event::Finance(choose.clone()));
        around.focus(&["#", &heading(need)].concat());
    })
}

/// The button that keeps a source.
pub(super) fn keep(props: &PageProps, need: u16, scheme: &Link) -> Html {
    let lang = props.model.lang();
    let onclick = pressed(props, need, Choose::Keep(need, scheme.scheme));
    html! { <button type="button" class="linked" aria-label={say::keep_of(lang, &scheme.name)} {onclick}>{ say::keep(lang) }</button> }
}

/// All that can be done with a source in a proposal, folded. `place` makes the ids in it unique.
pub(super) fn change(props: &PageProps, need: u16, scheme: &Link, limits: &str, place: &str) -> Html {
    let lang = props.model.lang();
    let id = ["bedrag-", place, "-", &scheme.id].concat();
    let amount = FinanceField::Amount(need, scheme.scheme);
    let label = say::resize_of(lang, &scheme.name);
    let leave = pressed(props, need, Choose::Leave(need, scheme.scheme));
    let resize = {
        let is_read =
            !props.model.finance.is_wrong(amount) && !props.model.finance.text(amount).trim().is_empty();
        let (send, need, id, scheme) = (props.send.clone(), need, id.clone(), scheme.scheme);
        let around = props.model.around.clone();
        Callback::from(move |_: MouseEvent| {
            send.emit(Event::Finance(Choose::Resize(need, scheme)));
            // What cannot be read keeps the focus in its field.
            around.focus(&if is_read { ["#", &heading(need)].concat() } else { ["#", &id].concat() });
        })
    };
    html! {
        <details class="stack-change">
            <summary>{ Icon::Chevron.draw() }{ says("span", "", say::change(lang)) }</summary>
            { says("p", "hint", limits) }
            <p class="buttons">
                { keep(props, need, scheme) }
                <button type="button" class="linked" aria-label={say::leave_of(lang, &scheme.name)} onclick={leave}>{ say::leave(lang) }</button>
            </p>
            { typed(props, amount, &id, (&label, "")) }
            <p class="buttons"><button type="button" class="outlined" onclick={resize}>{ say::resize(lang) }</button></p>
        </details>
    }
}

/// A field of the visitor's own: its label and hint.
pub(super) fn typed(props: &PageProps, field: FinanceField, id: &str, (label, hint): (&str, &str)) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let is_wrong = model.finance.is_wrong(field);
    let send = props.send.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        send.emit(Event::Finance(Choose::Typed(field, document::value(&event))));
    });
    let [hint_id, error_id] = ["-hint", "-error"].map(|end| [id, end].concat());
    let by = [hint_id.as_str(), " ", if is_wrong { &error_id } else { "" }].concat();
    let unit = if field == FinanceField::Rate { "%" } else { "€" };
    html! {
        <div class="field number" key={id.to_owned()}>
            <label class="label" for={id.to_owned()}>{ label }</label>
            <p class="hint" id={hint_id}>{ hint }</p>
            if is_wrong { <p class="error" id={error_id}>{ Icon::Warning.draw() }{ say::not_read(lang) }</p> }
            <div class="line"><span class="typed"><span class="with-unit long">
                <input type="text" inputmode="decimal" autocomplete="off" id={id.to_owned()}
                    value={model.finance.text(field).to_owned()} {oninput} aria-describedby={by}
                    aria-invalid={is_wrong.then_some("true")} />
                <span class="unit" aria-hidden="true">{ unit }</span>
            </span></span></div>
        </div>
    }
}
