//! Model paragraphs for a coalition agreement, to copy.

use super::ToolkitEvent;
use super::sheet::Sheet;
use crate::dom::{el, hidden, says, text};
use crate::store::Event;
use steunwijzer_advisor::messages::toolkit as say;
use steunwijzer_advisor::municipal::ItemRow;
use yew::{Callback, Html, MouseEvent, html};

/// Why, and the paragraphs, each with a button that copies it.
pub(super) fn coalition(sheet: &mut Sheet<'_>) -> Vec<Html> {
    let (side, lang) = (sheet.side, sheet.lang());
    let list = &side.data.coalition_paragraphs;
    let each = side.items(list).iter().map(|row| paragraph(sheet, row)).collect();
    let copied = match &sheet.props.model.toolkit.copied {
        Some((name, true)) => say::copied(lang, name),
        Some((_, false)) => say::copy_failed(lang).to_owned(),
        None => String::new(),
    };
    vec![
        sheet.list(&side.data.coalition_reasons),
        says("h3", "", side.title(list)),
        says("p", "small", say::free(lang)),
        el("ul", "rows-with-names paragraphs", each),
        html! { <p class="copied label" role="status">{ copied }</p> },
    ]
}

fn paragraph(sheet: &mut Sheet<'_>, row: &ItemRow<'_>) -> Html {
    let lang = sheet.lang();
    let id = ["alinea-", row.id].concat();
    let (send, name, selector) = (sheet.props.send.clone(), row.name.to_owned(), ["#", &id].concat());
    let around = sheet.props.model.around.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let worked = around.copy_text_of(&selector);
        send.emit(Event::Toolkit(ToolkitEvent::Copied(name.clone(), worked)));
    });
    html! {
        <li>
            <h4>{ text(row.name) }</h4>
            <p class="paragraph" {id}>{ text(row.text) }</p>
            <p class="small">{ sheet.refer(&row.citations) }</p>
            <p><button type="button" class="outlined" {onclick}>{ say::copy(lang) }{ hidden(&[": ", row.name].concat()) }</button></p>
        </li>
    }
}
