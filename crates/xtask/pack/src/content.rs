//! What the site says, taken from the crates that know.

use steunwijzer_ui::Lang;

/// The start screen as it looks before the module is there.
pub(crate) fn start_page() -> String {
    steunwijzer_ui::start_page_html(Lang::Nl)
}

/// The day of the edition, as `2026-12-31`.
pub(crate) fn edition() -> String {
    steunwijzer_rules::rulebook().edition.date.to_string()
}

/// What is said in each language, by file name: by the questions, of schemes, to civil servants.
pub(crate) fn words() -> [(&'static str, &'static [u8]); 6] {
    [
        ("words.nl.bin", steunwijzer_rules::WORDS_NL),
        ("words.en.bin", steunwijzer_rules::WORDS_EN),
        ("schemes.nl.bin", steunwijzer_rules::SCHEMES_NL),
        ("schemes.en.bin", steunwijzer_rules::SCHEMES_EN),
        ("municipal.nl.bin", steunwijzer_rules::MUNICIPAL_NL),
        ("municipal.en.bin", steunwijzer_rules::MUNICIPAL_EN),
    ]
}
