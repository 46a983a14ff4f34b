//! The page as a wasm module. All it does is hand what JavaScript loaded to
//! `steunwijzer_ui`: with the user interface in a library of its own, that library is
//! tested natively, and this crate stays a cdylib alone.

use steunwijzer_ui::Lang;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// One advisor in one element of a page.
#[wasm_bindgen]
pub struct Advisor(steunwijzer_ui::Advisor);

#[wasm_bindgen]
impl Advisor {
    /// Shows the advisor inside `root`, in place of what is there.
    ///
    /// `lang` is `"nl"` or `"en"`; anything else is Dutch. The words are the bytes of
    /// `words.<lang>.bin` of this same build.
    ///
    /// # Errors
    /// When they are not, here and below.
    pub fn start(root: web_sys::Element, lang: &str, words: &[u8]) -> Result<Self, JsValue> {
        console_error_panic_hook::set_once();
        steunwijzer_ui::Advisor::start(root, known(lang), words).map(Self).ok_or_else(wrong)
    }

    /// Takes the bytes of `words.<lang>.bin` of another language.
    pub fn words(&mut self, lang: &str, words: &[u8]) -> Result<(), JsValue> {
        self.0.take_words(known(lang), words).ok_or_else(wrong)
    }

    /// Takes the bytes of `schemes.<lang>.bin`, after the words of that language.
    pub fn schemes(&mut self, lang: &str, schemes: &[u8]) -> Result<(), JsValue> {
        self.0.take_schemes(known(lang), schemes).ok_or_else(wrong)
    }

    /// Takes the bytes of `municipal.<lang>.bin`, the civil servant's side.
    pub fn municipal(&mut self, lang: &str, municipal: &[u8]) -> Result<(), JsValue> {
        self.0.take_municipal(known(lang), municipal).ok_or_else(wrong)
    }

    /// Tells the visitor that a newer edition waits. `refresh` brings it: a function that gives a
    /// promise and reloads the page, or fails and leaves the page as it is.
    pub fn newer(&mut self, refresh: js_sys::Function) {
        self.0.newer(refresh);
    }
}

fn known(lang: &str) -> Lang {
    match lang {
        "en" => Lang::En,
        _ => Lang::Nl,
    }
}

fn wrong() -> JsValue {
    JsValue::from_str("these words are not of this edition")
}
