//! What the site says, taken from the crates that know.

/// The start screen as it looks before the module is there.
pub(crate) fn start_page() -> String {
    "<main><h1>Steunwijzer</h1></main>".to_owned()
}

/// The words of each language, by file name.
pub(crate) fn words() -> [(&'static str, &'static [u8]); 2] {
    [
        ("words.nl.bin", steunwijzer_rules::WORDS_NL),
        ("words.en.bin", steunwijzer_rules::WORDS_EN),
    ]
}
