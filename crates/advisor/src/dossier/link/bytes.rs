//! Numbers as few bytes, and back.

/// Writes a number in groups of seven bits, the lowest first.
pub(super) fn push_number(bytes: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        bytes.push(u8::try_from(number & 0x7f).unwrap_or(0) | 0x80);
        number >>= 7;
    }
    bytes.push(u8::try_from(number).unwrap_or(0));
}

/// Writes a number that may be negative: 0, −1, 1, −2 become 0, 1, 2, 3.
pub(super) fn push_signed(bytes: &mut Vec<u8>, number: i64) {
    push_number(bytes, (number.cast_unsigned() << 1) ^ (number >> 63).cast_unsigned());
}

/// Bytes that are read from the front. Every reader gives `None` when they end too early.
pub(super) struct Bytes<'b>(pub(super) &'b [u8]);

impl Bytes<'_> {
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        // The tenth byte holds the last bit.
        let last = self.byte().filter(|last| *last < 2)?;
        Some(number | u64::from(last) << 63)
    }

    pub(super) fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    pub(super) fn short_name(&mut self) -> Option<u16> {
        Some(u16::from_be_bytes([self.byte()?, self.byte()?]))
    }

    /// Several short names behind their number.
    pub(super) fn short_names(&mut self) -> Option<Vec<u16>> {
        let number = self.number()?;
        // Not reserved beforehand: the number may say anything, the bytes run out.
        (0..number).map(|_| self.short_name()).collect()
    }
}
