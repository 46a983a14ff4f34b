//! Base64 for addresses (RFC 4648, section 5), without padding.

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bytes as text.
pub(super) fn write(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, at| bits << 8 | u32::from(three.get(at).copied().unwrap_or(0)));
        for at in 0..=three.len() {
            let six = (bits >> (18 - 6 * at)) & 0x3f;
            let sign = usize::try_from(six).ok().and_then(|six| SIGNS.get(six));
            text.push(char::from(sign.copied().unwrap_or(b'A')));
        }
    }
    text
}

/// The bytes of a text; `None` if it is not what [`write`] makes.
pub(super) fn read(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    for four in text.as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for sign in four {
            bits = bits << 6 | u32::try_from(SIGNS.iter().position(|own| own == sign)?).ok()?;
        }
        let [_, a, b, c] = (bits << (6 * (4 - four.len()))).to_be_bytes();
        let (own, rest) = match four.len() {
            4 => (vec![a, b, c], 0),
            3 => (vec![a, b], c),
            2 => (vec![a], b),
            _ => return None,
        };
        if rest != 0 {
            return None;
        }
        bytes.extend(own);
    }
    Some(bytes)
}
