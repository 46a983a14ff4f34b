//! The words of both languages, each text once. A text has the same place in both; those of the
//! questions come first.

use crate::diagnostic::Placed;
use crate::read::reader::Text;
use std::collections::HashMap;
use steunwijzer_engine::rulebook::{TextId, Words};

/// Collects texts and gives them places.
#[derive(Default)]
pub(super) struct Texts {
    nl: Vec<String>,
    en: Vec<String>,
    /// How many are of the questions.
    questions: u32,
    known: HashMap<(String, String), TextId>,
}

impl Texts {
    /// The place of a text.
    pub(super) fn add(&mut self, text: &Text) -> TextId {
        self.pair(&text.nl, &text.en)
    }

    /// The place of a text that may be left out; the empty text if it is.
    pub(super) fn add_optional(&mut self, text: Option<&Text>) -> TextId {
        match text {
            Some(text) => self.add(text),
            None => self.pair("", ""),
        }
    }

    /// The place of a text that is the same in both languages: a name, an address.
    pub(super) fn same(&mut self, text: &str) -> TextId {
        self.pair(text, text)
    }

    /// The same, for a text that may be left out.
    pub(super) fn same_optional(&mut self, text: Option<&Placed<String>>) -> TextId {
        self.same(text.map_or("", |text| text.as_str()))
    }

    /// All texts of the questions are here; what comes is of schemes.
    pub(super) fn end_questions(&mut self) {
        self.questions = self.count();
    }

    fn count(&self) -> u32 {
        u32::try_from(self.nl.len()).unwrap_or(u32::MAX)
    }

    fn pair(&mut self, nl: &str, en: &str) -> TextId {
        let next = TextId(self.count());
        let place = *self.known.entry((nl.to_owned(), en.to_owned())).or_insert(next);
        if place == next {
            self.nl.push(nl.to_owned());
            self.en.push(en.to_owned());
        }
        place
    }

    /// The words of both languages: Dutch, English.
    pub(super) fn into_words(self) -> (Words, Words) {
        (Words::new(self.nl, self.questions), Words::new(self.en, self.questions))
    }
}
