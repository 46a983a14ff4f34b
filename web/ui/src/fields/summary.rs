//! The list of mistakes above a form. Each leads to its field.

use super::field_id;
use crate::icons::Icon;
use crate::page::PageProps;
use crate::parts::jump;
use steunwijzer_advisor::messages::field as say;
use yew::{Html, html};

/// The mistakes on the page that is shown, once the visitor has tried to go on.
pub(crate) fn summary(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let problems = model.problems();
    if problems.is_empty() || model.alarm == 0 {
        return Html::default();
    }
    let items = problems.iter().filter_map(|((id, whose), problem)| {
        let question = model.question(*id)?;
        let sentence = model.reader().sentence(lang, question, problem);
        let words = say::of_question(lang, &sentence, model.text(question.ask));
        Some(html! { <li>{ jump(props, "", field_id(question, *whose), html! { words }) }</li> })
    });
    html! {
        <div id="fouten" class="note error" role="group" aria-labelledby="fouten-titel">
            { Icon::Warning.draw() }
            <div>
                <h2 id="fouten-titel" class="note-title" tabindex="-1">{ say::error_title(lang, problems.len()) }</h2>
                <ul>{ for items }</ul>
            </div>
        </div>
    }
}
