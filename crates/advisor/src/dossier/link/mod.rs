//! A short link with the answers, for the fragment of an address: no server sees it.
//!
//! Questions, options, lists and provinces are named by a hash of their id and not by a row, so a link
//! works in another edition as far as the ids still exist. Notes and choices are not in it. The bytes,
//! described in `docs/dossier.md`, end in a check over all before them.

mod base64;
mod bytes;
mod decode;
mod encode;

pub use decode::{LinkRefused, Shared, decode};
pub use encode::encode;

/// The version of the links that are written.
const VERSION: u8 = 1;

/// The longest link that is read, in characters.
pub const LONGEST: usize = 8_000;

// What stands in the low half of the byte before an answer; of numbers, their scale in the high half.
const NOT_KNOWN: u8 = 0;
const NO: u8 = 1;
const YES: u8 = 2;
const YES_OR_NO: u8 = 3;
const OPTION: u8 = 4;
const OPTIONS: u8 = 5;
const CHOICES: u8 = 6;
const NUMBER: u8 = 7;
const NUMBERS: u8 = 8;
const DAY: u8 = 9;
const DAYS: u8 = 10;
const MUNICIPALITY: u8 = 11;
const MUNICIPALITIES: u8 = 12;
const PROVINCE: u8 = 13;

/// Sixteen bits that stand for an id. That no two ids of a kind share them is tested for this edition.
pub fn short_name(id: &str) -> u16 {
    fold(id.bytes())
}

/// FNV-1a over 32 bits, folded.
fn fold(bytes: impl IntoIterator<Item = u8>) -> u16 {
    let hash = bytes
        .into_iter()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let [a, b, c, d] = hash.to_be_bytes();
    u16::from_be_bytes([a ^ c, b ^ d])
}

/// The number of a municipality in its code: `GM0344` is 344.
fn number_of(code: &str) -> Option<u64> {
    code.strip_prefix("GM").filter(|digits| digits.len() == 4)?.parse().ok()
}
