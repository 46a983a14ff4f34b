//! Every page, by what it is about.

mod accuracy;
pub(crate) mod changes;
mod data;
mod home;
mod kind;
mod place;
mod question;
mod scheme;
mod search;
mod source;

pub(crate) use search::index as search_index;

use crate::Options;
use crate::address::Page;
use crate::data::File;
use crate::known::Known;
use crate::layout::{self, Content, Writer};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::View;
use steunwijzer_compiler::Edition;
use steunwijzer_engine::advise;
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::rulebook::Words;

/// Every page of a language: its path inside the site and its text.
pub(crate) fn all(
    edition: &Edition,
    known: &Known<'_>,
    options: &Options,
    data: &[File],
    lang: Lang,
) -> Vec<(String, String)> {
    let rulebook = &edition.rulebook;
    let answers = Answers::new(rulebook);
    // Nobody answered anything: what this shows holds for everybody.
    let advice = advise(rulebook, &answers, options.as_on);
    let words = words(edition, lang);
    let view = View { rulebook, words, lang, answers: &answers, advice: &advice, questions: &[] };
    let write = |page: Page| {
        let writer = Writer { edition, known, options, view, lang, page };
        let content = content(&writer, data)?;
        Some((format!("{}index.html", writer.folder(page, lang)), writer.whole(&content)))
    };
    Page::all(rulebook, known).into_iter().filter_map(write).collect()
}

/// The page for an address that does not exist.
pub(crate) fn missing(_: &Edition, options: &Options) -> String {
    layout::missing(options).into_string()
}

/// The words of a language.
pub(crate) fn words(edition: &Edition, lang: Lang) -> &Words {
    match lang {
        Lang::Nl => &edition.nl,
        Lang::En => &edition.en,
    }
}

/// What a page says; none only for a page about something that is not in the rules.
fn content(writer: &Writer<'_>, data: &[File]) -> Option<Content> {
    Some(match writer.page {
        Page::Home => home::page(writer),
        Page::Schemes => search::page(writer),
        Page::Scheme(id) => scheme::page(writer, id)?,
        Page::Kinds => kind::list(writer),
        Page::Kind(kind) => kind::page(writer, kind),
        Page::Places => place::list(writer),
        Page::Place(row) => place::page(writer, row)?,
        Page::Questions => question::list(writer),
        Page::Question(id) => question::page(writer, id)?,
        Page::Sources => source::list(writer),
        Page::Source(id) => source::page(writer, id)?,
        Page::Changes => changes::page(writer),
        Page::Accuracy => accuracy::page(writer),
        Page::Data => data::page(writer, data),
    })
}
