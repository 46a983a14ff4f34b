//! The rulebook of this edition: compiled from the folder `rules/` by `build.rs`, embedded here.
//!
//! It holds no words: a page loads those of its language as two files, of the questions and of the
//! schemes, and the civil servant's side as a third. With the feature `words` all of them are
//! embedded as well, in both languages.

use serde::de::DeserializeOwned;
use steunwijzer_engine::calculators::Calculators;
use steunwijzer_engine::municipal::Municipal;
use steunwijzer_engine::rulebook::{Rulebook, SchemeWords, Words};

const RULEBOOK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rulebook.postcard"));
const NAMED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/named.postcard"));
const CALCULATORS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/calculators.postcard"));

/// What the questions say in Dutch, as bytes for [`words`].
#[cfg(feature = "words")]
pub const WORDS_NL: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words-nl.postcard"));

/// What the questions say in English, as bytes for [`words`].
#[cfg(feature = "words")]
pub const WORDS_EN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words-en.postcard"));

/// What is said of schemes in Dutch, as bytes for [`scheme_words`].
#[cfg(feature = "words")]
pub const SCHEMES_NL: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/schemes-nl.postcard"));

/// What is said of schemes in English, as bytes for [`scheme_words`].
#[cfg(feature = "words")]
pub const SCHEMES_EN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/schemes-en.postcard"));

/// The civil servant's side in Dutch, as bytes for [`municipal`].
#[cfg(feature = "words")]
pub const MUNICIPAL_NL: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/municipal-nl.postcard"));

/// The civil servant's side in English, as bytes for [`municipal`].
#[cfg(feature = "words")]
pub const MUNICIPAL_EN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/municipal-en.postcard"));

/// The rulebook of this edition, without the names that only rule files use.
///
/// # Panics
/// Never in a build that passed its tests: the bytes were written by the same build.
#[allow(clippy::expect_used)] // the bytes come from build.rs; `tests/embedded.rs` reads them
pub fn rulebook() -> Rulebook {
    postcard::from_bytes(RULEBOOK).expect("the rulebook that build.rs wrote can be read")
}

/// The rulebook of this edition with every name in it: of conditions, figures and lines of amounts.
/// For programs that report to programs; 12 kB more in a wasm module.
///
/// # Panics
/// Never in a build that passed its tests, as [`rulebook`].
#[allow(clippy::expect_used)] // the bytes come from build.rs; `tests/embedded.rs` reads them
pub fn named_rulebook() -> Rulebook {
    postcard::from_bytes(NAMED).expect("the rulebook that build.rs wrote can be read")
}

/// The calculators of this edition; their rows are those of [`rulebook`], their words those of
/// [`words`] with [`scheme_words`].
///
/// # Panics
/// Never in a build that passed its tests, as [`rulebook`].
#[allow(clippy::expect_used)] // the bytes come from build.rs; `tests/embedded.rs` reads them
pub fn calculators() -> Calculators {
    postcard::from_bytes(CALCULATORS).expect("the calculators that build.rs wrote can be read")
}

/// What the questions say in a language; `None` if the bytes are not that of an edition.
pub fn words(bytes: &[u8]) -> Option<Words> {
    whole(bytes)
}

/// What is said of schemes in a language, to be [added to its words](Words::with_schemes); `None` if
/// the bytes are not that of an edition.
pub fn scheme_words(bytes: &[u8]) -> Option<SchemeWords> {
    whole(bytes)
}

/// The civil servant's side in a language; `None` if the bytes are not that of an edition. Its rows
/// are those of [`rulebook`] only if it [belongs to it](Municipal::belongs_to).
pub fn municipal(bytes: &[u8]) -> Option<Municipal> {
    whole(bytes)
}

/// A value of which these are all the bytes: those of another file seldom end where it ends.
fn whole<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let (value, rest) = postcard::take_from_bytes(bytes).ok()?;
    rest.is_empty().then_some(value)
}
