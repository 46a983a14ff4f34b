//! The page of the aid account.

use super::form::{form, received};
use super::schemes::schemes;
use crate::dom::{el, says, text};
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{Tone, note, title};
use crate::scheme::{sources, table};
use steunwijzer_advisor::calculators::Finding;
use steunwijzer_advisor::messages::{aid as say, money};
use steunwijzer_advisor::present::plan::aid::{AidSheet, CalendarRow, RoomRow};
use yew::{Html, html};

/// Room on a day, when more comes free, who got what, and the aid of schemes.
pub(crate) fn aid(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let Some(sheet) = model.whole_view().aid_sheet(&model.aid_asked()) else { return Html::default() };
    let plan = props.link(Page::Plan, "", text(money::title(lang)));
    let mut parts = vec![
        el("p", "over", vec![plan]),
        title(say::title(lang)),
        says("p", "lead", say::lead(lang)),
        note(
            Tone::Sun,
            say::whole(lang),
            vec![says("p", "", say::never(lang)), says("p", "", say::group(lang))],
        ),
        form(props),
    ];
    parts.extend(sheet.not_told.map(|words| note(Tone::Dashed, words, vec![])));
    parts.push(received(props));
    if let Some(found) = &sheet.new_aid {
        let words = vec![says("h2", "", say::new_aid(lang)), finding(found)];
        parts.push(el("section", "aid-new", words));
    }
    parts.push(rooms(props, &sheet));
    parts.push(schemes(props, &sheet.schemes));
    let link = props.link(Page::Declaration, "forward", text(say::to_declaration(lang)));
    parts.push(el("p", "buttons", vec![link]));
    parts.push(html! { <p class="hidden" role="status" aria-live="polite">{ announced(props, &sheet) }</p> });
    el("div", "wide-column reading aid", parts)
}

/// What changed, in a sentence.
fn announced(props: &PageProps, sheet: &AidSheet) -> String {
    let room = match (&sheet.new_aid, sheet.rooms.first()) {
        (Some(found), _) => [found.text.as_str(), ". ", &found.reason].concat(),
        (None, Some(room)) => [room.lines[1].label.as_str(), ": ", &room.lines[1].value].concat(),
        (None, None) => String::new(),
    };
    say::announce(props.model.lang(), &sheet.on, &room)
}

/// A verdict on aid with its reason.
pub(super) fn finding(found: &Finding) -> Html {
    let class = match found.code {
        "fits" => "aid-fit fits",
        "loses-cover" => "aid-fit niet",
        _ => "aid-fit open",
    };
    let mut words = vec![says("strong", "", &[&found.text, "."].concat())];
    words.extend([text(" "), text(&found.reason)]);
    el("p", class, words)
}

fn rooms(props: &PageProps, sheet: &AidSheet) -> Html {
    let lang = props.model.lang();
    let mut parts = vec![says("h2", "", say::rooms(lang)), says("p", "hint", &sheet.on)];
    parts.extend(sheet.rooms.iter().map(|row| room(props, row)));
    el("section", "aid-rooms", parts)
}

fn room(props: &PageProps, row: &RoomRow) -> Html {
    let lang = props.model.lang();
    let heading = ["ruimte-", row.code].concat();
    let mut parts = vec![
        html! { <h3 id={heading.clone()}>{ say::room_of(lang, row.name) }</h3> },
        table(lang, &row.lines, &heading),
    ];
    parts.extend(row.careful.iter().map(|words| says("p", "small", words)));
    parts.push(calendar(props, row));
    parts.push(sources(lang, &row.lines, &[]));
    el("section", "card", parts)
}

fn calendar(props: &PageProps, row: &RoomRow) -> Html {
    let lang = props.model.lang();
    let heads = [say::from(lang), say::why(lang), say::left(lang)];
    let line = |line: &CalendarRow| {
        html! { <tr><th scope="row">{ &line.day }</th><td>{ &line.why }</td><td>{ &line.left }</td></tr> }
    };
    let rows: Vec<Html> = row.calendar.iter().map(line).collect();
    counts(&["kalender-", row.code].concat(), &say::calendar(lang, row.name), &heads, rows)
}

/// A table that scrolls inside its own region, also with the keyboard.
pub(super) fn counts(id: &str, caption: &str, heads: &[&str], rows: Vec<Html>) -> Html {
    let heads = heads.iter().map(|head| html! { <th scope="col">{ *head }</th> });
    html! {
        <div class="counts" role="region" tabindex="0" aria-labelledby={id.to_owned()}>
            <table>
                <caption id={id.to_owned()}>{ caption.to_owned() }</caption>
                <thead><tr>{ for heads }</tr></thead>
                { el("tbody", "", rows) }
            </table>
        </div>
    }
}
