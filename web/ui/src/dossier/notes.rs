//! The notes: the only free text of the product.

use crate::document;
use crate::dom::{el, says};
use crate::page::PageProps;
use crate::parts::{Tone, note};
use crate::store::Event;
use steunwijzer_advisor::case::{CaseAction, LONGEST_NOTES};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::dossier as say;
use steunwijzer_advisor::privacy_check::{Personal, seems_personal};
use yew::{Callback, Html, InputEvent, html};

/// From here on the page says how many characters are left.
const NEARLY_FULL: usize = 500;

/// The field for notes, with a friendly warning when they seem to name a person.
pub(crate) fn notes(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let notes = &props.model.case.notes;
    let send = props.send.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        send.emit(Event::Case(CaseAction::Note(document::value(&event))));
    });
    html! {
        <div class="field notes">
            <label class="label" for="notitie">{ say::notes(lang) }</label>
            <p class="hint" id="notitie-uitleg">{ say::notes_hint(lang) }</p>
            <textarea id="notitie" rows="5" autocomplete="off" value={notes.clone()} {oninput}
                maxlength={LONGEST_NOTES.to_string()} aria-describedby="notitie-uitleg notitie-let-op" />
            { left(lang, notes) }
            <div id="notitie-let-op" aria-live="polite">{ warning(lang, notes) }</div>
        </div>
    }
}

fn left(lang: Lang, notes: &str) -> Html {
    match LONGEST_NOTES.saturating_sub(notes.chars().count()) {
        0 => says("p", "hint", say::notes_full(lang)),
        left if left <= NEARLY_FULL => says("p", "hint", &say::notes_left(lang, left)),
        _ => Html::default(),
    }
}

fn warning(lang: Lang, notes: &str) -> Html {
    let found = seems_personal(notes);
    if found.is_empty() {
        return Html::default();
    }
    let each = found.iter().map(|kind| {
        says(
            "li",
            "",
            match kind {
                Personal::Bsn => say::personal_bsn(lang),
                Personal::Email => say::personal_mail(lang),
                Personal::Phone => say::personal_tel(lang),
            },
        )
    });
    let more = vec![el("ul", "", each.collect()), says("p", "", say::personal_more(lang))];
    note(Tone::Sun, say::personal(lang), more)
}
