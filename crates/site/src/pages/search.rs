//! All schemes in alphabetical order; with script, a field that narrows the list.

use crate::address::Page;
use crate::assets::INDEX;
use crate::known::{Known, schemes};
use crate::layout::{Content, Script, Writer};
use crate::pages::words;
use crate::parts::folded;
use maud::{Markup, html};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::fixed_search as say;
use steunwijzer_advisor::present::{help_word, kind_word, level_word};
use steunwijzer_compiler::Edition;
use steunwijzer_engine::order::in_order;
use steunwijzer_engine::rulebook::SchemeId;

/// The heading above names that begin with a digit.
const DIGITS: char = '0';

pub(super) fn page(writer: &Writer<'_>) -> Content {
    let lang = writer.lang;
    let letters = letters(writer);
    let heading =
        |letter: char| if letter == DIGITS { say::digit(lang).to_owned() } else { letter.to_string() };
    let body = html! {
        p class="lead" { (say::lead(lang)) }
        (form(writer))
        nav class="letters" aria-label=(say::letters(lang)) {
            ul { @for letter in letters.keys() { li { a href=(format!("#letter-{letter}")) { (heading(*letter)) } } } }
        }
        div id="list" {
            @for (letter, schemes) in &letters {
                section aria-labelledby=(format!("letter-{letter}")) {
                    h2 id=(format!("letter-{letter}")) { (heading(*letter)) }
                    ul class="rows" { @for id in schemes { (writer.scheme_row(*id, Some(&id.0.to_string()))) } }
                }
            }
        }
    };
    Content {
        title: say::title(lang).to_owned(),
        about: say::about(lang).to_owned(),
        body,
        data: vec![],
        script: Script::Search,
    }
}

/// The field, which the script brings into view. What it says stands here, not in the script.
fn form(writer: &Writer<'_>) -> Markup {
    let lang = writer.lang;
    html! {
        div id="search" role="search" hidden data-index=(INDEX) data-count=(say::count(lang, "{found}", "{of}"))
            data-none=(say::none(lang)) data-failed=(say::failed(lang)) {
            label for="words" { (say::label(lang)) }
            p id="hint" class="small" { (say::hint(lang)) }
            div class="field" {
                input id="words" type="search" autocomplete="off" spellcheck="false" aria-describedby="hint";
                button id="clear" type="button" { (say::clear(lang)) }
            }
            p id="count" role="status" {}
        }
    }
}

fn letters(writer: &Writer<'_>) -> BTreeMap<char, Vec<SchemeId>> {
    let sorted = in_order(schemes(writer.known.rulebook).map(|(id, _)| id), |id| writer.sort_name(*id));
    let mut letters: BTreeMap<char, Vec<SchemeId>> = BTreeMap::new();
    for id in sorted {
        let first = writer.sort_name(id).chars().find(|letter| letter.is_ascii_alphanumeric());
        let letter =
            first.filter(|letter| letter.is_ascii_alphabetic()).map_or(DIGITS, |l| l.to_ascii_uppercase());
        letters.entry(letter).or_default().push(id);
    }
    letters
}

/// The words by which each scheme is found: a text for each row of the list.
pub(crate) fn index(edition: &Edition, known: &Known<'_>, lang: Lang) -> (String, String) {
    let words = words(edition, lang);
    let rulebook = known.rulebook;
    let mut index = Map::new();
    for (id, scheme) in schemes(rulebook) {
        let texts = scheme.texts;
        let mut parts: Vec<String> =
            [texts.name, texts.summary, texts.provider].map(|text| words.get(text).to_owned()).to_vec();
        parts.push(scheme.id.replace('-', " "));
        parts.push(kind_word(lang, scheme.kind).to_owned());
        parts.push(help_word(lang, scheme.help()).to_owned());
        parts.push(level_word(lang, scheme.level).to_owned());
        let here = known
            .municipalities
            .iter()
            .filter(|place| known.places(id).is_some_and(|all| all.has(place.row)));
        parts.extend(here.filter_map(|place| Some(rulebook.municipalities.get(place.row)?.name.clone())));
        index.insert(id.0.to_string(), Value::String(folded(&parts.join(" "))));
    }
    let path = format!("{}{INDEX}", Page::Schemes.folder(rulebook, known, lang));
    (path, format!("{}\n", Value::Object(index)))
}
