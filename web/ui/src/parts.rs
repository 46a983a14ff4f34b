//! Small parts that more than one page shows.

use crate::dom::{all, el, hidden, says, text};
use crate::icons::{self, Icon};
use crate::page::PageProps;
use crate::store::{Event, Model};
use gloo::utils::window;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{element as say_element, loading as say};
use steunwijzer_advisor::present::{CitationRow, Headline, verdict_word};
use steunwijzer_engine::advice::{Counts, Verdict};
use yew::{Callback, Html, MouseEvent, html};

/// The plate of a verdict: shape, sign and word.
pub(crate) fn plate(lang: Lang, verdict: Verdict, is_small: bool) -> Html {
    let class = match (verdict, is_small) {
        (Verdict::Fits, false) => "plate fits",
        (Verdict::Fits, true) => "plate fits small",
        (Verdict::CannotTell, false) => "plate open",
        (Verdict::CannotTell, true) => "plate open small",
        (Verdict::DoesNotFit, false) => "plate niet",
        (Verdict::DoesNotFit, true) => "plate niet small",
    };
    el("span", class, vec![icons::sign(verdict), says("span", "", verdict_word(lang, verdict))])
}

/// The icon of a verdict with its word for who does not see it.
pub(crate) fn verdict_icon(lang: Lang, verdict: Verdict) -> Html {
    all(vec![icons::verdict(verdict), hidden(&[verdict_word(lang, verdict), ": "].concat())])
}

/// The title of a page. It takes the focus when the page comes.
pub(crate) fn title(words: &str) -> Html {
    html! { <h1 tabindex="-1">{ text(words) }</h1> }
}

/// A row of choices, of which one or more are on: name, whether it is on, what pressing it does.
pub(crate) fn chips(props: &PageProps, name: &'static str, choices: Vec<(&str, bool, Event)>) -> Html {
    let each = choices.into_iter().map(|(words, is_on, event)| {
        html! {
            <button type="button" class="chip" aria-pressed={is_on.to_string()} onclick={props.on(event)}>{ text(words) }</button>
        }
    });
    let row = el("div", "chips", each.collect());
    html! {
        <div class="filter" role="group" aria-label={name}><span class="filter-name" aria-hidden="true">{ name }</span>{ row }</div>
    }
}

/// Set beside a rule that was not checked again in time.
pub(crate) fn overdue_tag(words: &str) -> Html {
    el("span", "tag", vec![Icon::Clock.draw(), text(words)])
}

/// The three numbers as one bar. Always with the numbers beside it.
pub(crate) fn stand_bar(counts: Counts) -> Html {
    let [fits, open, not] = [counts.fits, counts.cannot_tell, counts.does_not_fit].map(u32::from);
    let all = (fits + open + not).max(1);
    let percent = |part: u32| {
        let tenths = part * 1000 / all;
        [(tenths / 10).to_string(), ".".to_owned(), (tenths % 10).to_string(), "%".to_owned()].concat()
    };
    html! {
        <svg class="bar" width="100%" height="12" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="stripe-ground" width="6" height="6" /><rect class="stripe" width="3" height="6" />
                </pattern>
            </defs>
            <rect class="not" x={percent(fits + open)} y="0.75" width={percent(not)} height="10.5" />
            <rect class="open" x={percent(fits)} width={percent(open)} height="12" fill="url(#stripes)" />
            <rect class="fits" width={percent(fits)} height="12" />
        </svg>
    }
}

/// Says that what is said of schemes is still to come. It shows only after a moment, and is read out
/// when it shows: on a fast line nobody notices it.
pub(crate) fn loading(lang: Lang) -> Html {
    html! { <p class="loading" aria-live="polite">{ say::text(lang) }</p> }
}

/// How loud a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Good to know.
    Grey,
    /// Please look.
    Sun,
    /// Empty, or not sure.
    Dashed,
}

/// A note: a bold first sentence, and more.
pub(crate) fn note(tone: Tone, first: &str, more: Vec<Html>) -> Html {
    let (class, icon) = match tone {
        Tone::Grey => ("note grey", Icon::Info.draw()),
        Tone::Sun => ("note sun", Icon::Warning.draw()),
        Tone::Dashed => ("note dashed", Html::default()),
    };
    let mut words = vec![says("p", "note-title", first)];
    words.extend(more);
    el("div", class, vec![icon, el("div", "", words)])
}

/// An amount, or why there is none.
pub(crate) fn amount(headline: &Headline) -> Html {
    says("span", if headline.is_amount { "amount number" } else { "amount" }, &headline.text)
}

/// Where a rule stands, and when that was checked.
pub(crate) fn citation(row: &CitationRow) -> Html {
    // Titles of laws and pages are Dutch in both languages.
    let name = html! { <span lang="nl">{ row.name() }</span> };
    let mut parts = vec![outward(&row.url, name), text(&[", ", &row.checked].concat())];
    parts.extend(row.unconfirmed.into_iter().flat_map(|word| [text(" "), says("span", "tag", word)]));
    el("span", "citation", parts)
}

/// A link to another site. It tells that site nothing.
pub(crate) fn outward(url: &str, content: Html) -> Html {
    html! { <a class="outward" href={url.to_owned()} rel="noreferrer noopener" target="_blank">{ content }</a> }
}

/// Prints the page. In a box only the page around it could be printed: there it leads to the full page.
pub(crate) fn print(props: &PageProps, class: &'static str, content: Html) -> Html {
    if props.model.around.is_embedded() {
        let content = vec![Icon::Print.draw(), says("span", "", say_element::to_print(props.model.lang()))];
        return full_page(&props.model, class, all(content));
    }
    // Where printing is blocked nothing happens.
    let onclick = Callback::from(|_: MouseEvent| drop(window().print()));
    html! { <button type="button" {class} {onclick}>{ content }</button> }
}

/// From a box to the full page, in a window of its own. The answers go along in the fragment of the
/// address, which no server sees.
pub(crate) fn full_page(model: &Model, class: &'static str, content: Html) -> Html {
    html! { <a {class} href={model.full_address()} rel="noreferrer noopener" target="_blank">{ content }</a> }
}

/// A link inside the page that moves the focus, and leaves the address alone.
pub(crate) fn jump(props: &PageProps, class: &'static str, id: String, content: Html) -> Html {
    let around = props.model.around.clone();
    let href = ["#", &id].concat();
    let onclick = Callback::from(move |click: MouseEvent| {
        click.prevent_default();
        around.focus(&["#", &id].concat());
    });
    html! { <a {class} {href} {onclick}>{ content }</a> }
}
