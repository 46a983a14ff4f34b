//! Dates: three fields. Without a day it is a month. What is pasted as a whole is read as well.

use super::Field;
use steunwijzer_advisor::messages::field as say;
use steunwijzer_engine::answers::Answer;
use yew::{Html, classes, html};

/// Day, month and year.
pub(super) fn date(field: &Field<'_>) -> Html {
    let lang = field.lang();
    let parts = [say::day(lang), say::month(lang), say::year(lang)];
    let is_unknown = (field.asked.answer == Some(Answer::NotKnown)).then_some("unknown");
    let inputs = parts.into_iter().zip(0usize..).map(|(name, part)| {
        let id = if part == 0 { field.id.clone() } else { field.sub_id(&part.to_string()) };
        let value = field.draft.parts.get(part).cloned().unwrap_or_default();
        html! {
            <span class={if part == 2 { "part year" } else { "part" }}>
                <label for={id.clone()}>{ name }</label>
                <input type="text" {id} inputmode="text" autocomplete="off" class={classes!(is_unknown)} {value}
                    oninput={field.typing(part)} aria-describedby={field.described_by()}
                    aria-invalid={field.draft.problem.is_some().then_some("true")} />
            </span>
        }
    });
    html! { <>
        { field.label(None) }
        { field.hint(say::date_hint(lang)) }
        { field.error() }
        <div class="line">
            <div class="parts typed" role="group" aria-labelledby={field.label_id()}>{ for inputs }</div>
            { field.not_known_box() }
        </div>
        { field.shown_back() }
    </> }
}
