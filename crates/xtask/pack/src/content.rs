//! What the site says, taken from the crates that know.

use steunwijzer_ui::Lang;

/// The start screen as it looks before the module is there.
pub(crate) fn start_page() -> String {
    steunwijzer_ui::start_page_html(Lang::Nl)
}

/// The words of each language, by file name.
pub(crate) fn words() -> [(&'static str, &'static [u8]); 2] {
    [("words.nl.bin", steunwijzer_rules::WORDS_NL), ("words.en.bin", steunwijzer_rules::WORDS_EN)]
}
