//! The page as a wasm module. All it does is hand what JavaScript loaded to
//! `steunwijzer_ui`: with the user interface in a library of its own, that library is
//! tested natively, and this crate stays a cdylib alone.

use js_sys::Function;
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

    /// An advisor that will show itself inside `root`, in a box in somebody else's site: see
    /// [`begin`](Self::begin). `home` is the address of the full page.
    pub fn embed(root: web_sys::Element, home: &str) -> Self {
        console_error_panic_hook::set_once();
        Self(steunwijzer_ui::Advisor::embed(root, home))
    }

    /// Begins in a box, with nothing told. `attributes` holds names and values in turn. `tell` is called
    /// with a name and a text: `answer` and `advice` with JSON, `kept` with what only the box itself
    /// keeps, `refused` with the name of an attribute that was not understood.
    pub fn begin(
        &mut self,
        lang: &str,
        words: &[u8],
        attributes: Vec<String>,
        tell: Function,
    ) -> Result<(), JsValue> {
        let attributes: Vec<(String, String)> = attributes
            .chunks_exact(2)
            .filter_map(|pair| Some((pair.first()?.clone(), pair.get(1)?.clone())))
            .collect();
        let tell = move |kind: &str, content: &str| {
            // What the host does with it, and whether that fails, is the host's.
            let _told = tell.call2(&JsValue::NULL, &JsValue::from_str(kind), &JsValue::from_str(content));
        };
        self.0.begin(known(lang), words, &attributes, tell).ok_or_else(wrong)
    }

    /// Forgets everything that was told and shows nothing, until it begins again.
    pub fn rest(&mut self) {
        self.0.rest();
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

    /// Takes an attribute of the host that changed; no value is one that was taken away. Whether it was
    /// understood; if not, nothing changes.
    pub fn change(&mut self, name: &str, value: Option<String>) -> bool {
        self.0.change(name, value.as_deref()).is_some()
    }

    /// Speaks another language from now on.
    pub fn speak(&mut self, lang: &str) {
        self.0.speak(known(lang));
    }

    /// Fills in answers, as JSON in the form of `docs/answers.md`, while the visitor told nothing.
    ///
    /// Gives back every mistake in it; with one, nothing is filled in.
    pub fn fill(&mut self, answers: &str) -> Vec<String> {
        self.0.fill(answers).err().unwrap_or_default()
    }

    /// Brings back answers that it told as `kept`, of an advisor that was taken away.
    pub fn restore(&mut self, kept: &str) {
        self.0.restore(kept);
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
