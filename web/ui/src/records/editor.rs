//! All questions about one record. Every answer counts at once: there is nothing to save.

use super::card::result;
use super::words::Words;
use crate::dom::{el, says, text};
use crate::fields::{Place, field};
use crate::interview::{keep_focus, submit};
use crate::navigation::Page;
use crate::order;
use crate::page::PageProps;
use crate::store::Event;
use steunwijzer_advisor::messages::{page, records as say};
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::rulebook::ListId;
use yew::{Html, html};

pub(super) fn editor(props: &PageProps, topic: u16, list: ListId, row: u16, words: &Words) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let asked = model.topic(topic).map(|topic| order::asked(model, topic)).unwrap_or_default();
    let own = asked.into_iter().filter(|one| one.whose == Whose::Record(list, row));
    let fields: Vec<Html> = own.map(|one| field(props, one, Place::Among)).collect();
    let name = model.view().record_name(list, row);
    let remove = props.act(Event::RemoveRecord(list, row), text(page::remove(lang)));
    let nothing = fields.is_empty().then(|| says("p", "", say::nothing_asked(lang)));
    html! {
        <form key={["rij-", &row.to_string()].concat()} class="card editor" novalidate=true
            onsubmit={submit(props, Some(Page::Records(topic, None)))}>
            <div class="card-head"><h2 data-focus="" tabindex="-1">{ name }</h2>{ remove }</div>
            { for nothing }
            { el("div", "fields", fields) }
            { el("div", "editor-result", vec![result(props, list, row)]) }
            <div class="editor-done">
                <button type="submit" class="outlined" onmousedown={keep_focus()}>{ words.done }</button>
                { says("p", "hint", say::saved(lang)) }
            </div>
        </form>
    }
}
