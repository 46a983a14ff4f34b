//! Why a file is not opened.

use super::FORM;
use crate::lang::Lang;
use crate::messages::dossier as messages;

/// Why a file is not opened. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It holds more bytes than [`super::LARGEST`].
    TooLarge,
    /// It is no text, no JSON, or JSON that lies too deep, and where that shows first.
    Broken {
        /// The line, counted from one.
        line: usize,
        /// The column, counted from one.
        column: usize,
    },
    /// It is JSON, but no dossier and no answers.
    NotADossier,
    /// Its form is newer than [`FORM`].
    FromTheFuture(i64),
    /// Its form never existed.
    NoSuchForm(i64),
    /// Something else stands where a dossier has this key.
    Wrong(String),
}

impl Refused {
    /// Why, and what to do, in one or two sentences.
    pub fn text(&self, lang: Lang) -> String {
        let own = FORM.to_string();
        match self {
            Refused::TooLarge => messages::too_large(lang).to_owned(),
            Refused::Broken { line, column } => {
                messages::broken(lang, &column.to_string(), &line.to_string())
            }
            Refused::NotADossier => messages::no_dossier(lang).to_owned(),
            Refused::FromTheFuture(form) => messages::from_future(lang, &form.to_string(), &own),
            Refused::NoSuchForm(form) => messages::no_form(lang, &form.to_string()),
            Refused::Wrong(key) => messages::wrong_key(lang, key),
        }
    }
}
