//! The rulebook of this edition: compiled from the folder `rules/` by `build.rs`, embedded here.
//!
//! It holds no words: a page loads those of its language as a file, and so the civil servant's side.
//! With the feature `words` both languages of both are embedded as well.

use steunwijzer_engine::municipal::Municipal;
use steunwijzer_engine::rulebook::{Rulebook, Words};

const RULEBOOK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rulebook.postcard"));

/// The words in Dutch, as bytes for [`words`].
#[cfg(feature = "words")]
pub const WORDS_NL: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words-nl.postcard"));

/// The words in English, as bytes for [`words`].
#[cfg(feature = "words")]
pub const WORDS_EN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words-en.postcard"));

/// The civil servant's side in Dutch, as bytes for [`municipal`].
#[cfg(feature = "words")]
pub const MUNICIPAL_NL: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/municipal-nl.postcard"));

/// The civil servant's side in English, as bytes for [`municipal`].
#[cfg(feature = "words")]
pub const MUNICIPAL_EN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/municipal-en.postcard"));

/// The rulebook of this edition.
///
/// # Panics
/// Never in a build that passed its tests: the bytes were written by the same build.
#[allow(clippy::expect_used)] // the bytes come from build.rs; `tests/embedded.rs` reads them
pub fn rulebook() -> Rulebook {
    let tables: Rulebook =
        postcard::from_bytes(RULEBOOK).expect("the rulebook that build.rs wrote can be read");
    tables.indexed()
}

/// The words of a language; `None` if the bytes are not the words of an edition.
pub fn words(bytes: &[u8]) -> Option<Words> {
    postcard::from_bytes(bytes).ok()
}

/// The civil servant's side in a language; `None` if the bytes are not that of an edition. Its rows
/// are those of [`rulebook`] only if it [belongs to it](Municipal::belongs_to).
pub fn municipal(bytes: &[u8]) -> Option<Municipal> {
    postcard::from_bytes(bytes).ok()
}
