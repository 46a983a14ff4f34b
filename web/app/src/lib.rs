//! The page as a wasm module. All it does is hand what JavaScript loaded to
//! `steunwijzer_ui`: with the user interface in a library of its own, that library is
//! tested natively, and this crate stays a cdylib alone.

use steunwijzer_ui::Lang;
use wasm_bindgen::prelude::wasm_bindgen;

/// One advisor in one element of a page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Advisor;

#[wasm_bindgen]
impl Advisor {
    /// Shows the advisor inside `root`, in place of what is there.
    ///
    /// `lang` is `"nl"` or `"en"`; anything else is Dutch. The words are the bytes of
    /// `words.nl.bin` and `words.en.bin` of this same build.
    pub fn start(root: web_sys::Element, lang: &str, words_nl: Vec<u8>, words_en: Vec<u8>) -> Self {
        console_error_panic_hook::set_once();
        let lang = match lang {
            "en" => Lang::En,
            _ => Lang::Nl,
        };
        steunwijzer_ui::run(root, lang, words_nl, words_en);
        Self
    }
}
