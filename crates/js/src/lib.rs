//! The advisor for JavaScript: texts of JSON in and out, nothing else crosses.
//!
//! `npm/index.js` wraps it: objects instead of texts, the loading of files, the types.

mod advisor;
mod options;
mod problem;
#[cfg(test)]
mod tests;

use advisor::Library;
use wasm_bindgen::prelude::wasm_bindgen;

/// The rulebook of this edition with the texts that were loaded.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Advisor(Library);

/// Every function gives the JSON of `{ ok: true, value }` or `{ ok: false, error, errors }`.
#[wasm_bindgen]
impl Advisor {
    /// The rulebook without any text.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default)] // JavaScript knows no default
    pub fn new() -> Advisor {
        Advisor(Library::new())
    }

    /// Takes the bytes of `words.<lang>.bin`, or of `schemes.<lang>.bin` after those.
    pub fn texts(&mut self, lang: &str, bytes: &[u8]) -> String {
        problem::json(self.0.texts(lang, bytes))
    }

    /// The advice on these answers.
    pub fn advise(&self, answers: &str, options: &str) -> String {
        problem::json(self.0.advise(answers, options))
    }

    /// One scheme of it.
    pub fn explain(&self, scheme: &str, answers: &str, options: &str) -> String {
        problem::json(self.0.explain(scheme, answers, options))
    }

    /// The open questions, the most useful first.
    pub fn ask(&self, answers: &str, options: &str) -> String {
        problem::json(self.0.ask(answers, options))
    }

    /// The money plan.
    #[cfg(feature = "plan")]
    pub fn plan(&self, answers: &str, options: &str) -> String {
        problem::json(self.0.plan(answers, options))
    }

    /// Every question, whatever was answered.
    pub fn questions(&self, options: &str) -> String {
        problem::json(self.0.questions(options))
    }

    /// The edition, its schemes and places.
    pub fn rulebook(&self, options: &str) -> String {
        problem::json(self.0.rulebook(options))
    }
}
