//! How exact numbers are stored: digits and the number of decimals, not a text to be read.

use rust_decimal::Decimal;
use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A number as digits and decimals.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Stored(i64, u8);

impl Stored {
    fn of(number: Decimal) -> Option<Stored> {
        Some(Stored(i64::try_from(number.mantissa()).ok()?, u8::try_from(number.scale()).ok()?))
    }

    fn number(self) -> Option<Decimal> {
        Decimal::try_new(self.0, self.1.into()).ok()
    }
}

pub(crate) fn serialize<S: Serializer>(number: &Decimal, to: S) -> Result<S::Ok, S::Error> {
    Stored::of(*number).ok_or_else(|| S::Error::custom("too many digits"))?.serialize(to)
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Decimal, D::Error> {
    Stored::deserialize(from)?.number().ok_or_else(|| D::Error::custom("too many decimals"))
}

/// The same for a row of numbers.
pub(crate) mod each {
    use super::{Decimal, Deserialize, Deserializer, Serialize, Serializer, Stored};
    use serde::de::Error as _;
    use serde::ser::Error as _;

    pub(crate) fn serialize<S: Serializer>(numbers: &[Decimal], to: S) -> Result<S::Ok, S::Error> {
        let stored: Option<Vec<Stored>> = numbers.iter().map(|number| Stored::of(*number)).collect();
        stored.ok_or_else(|| S::Error::custom("too many digits"))?.serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Decimal>, D::Error> {
        let numbers: Option<Vec<Decimal>> =
            Vec::<Stored>::deserialize(from)?.into_iter().map(Stored::number).collect();
        numbers.ok_or_else(|| D::Error::custom("too many decimals"))
    }
}

#[cfg(test)]
mod tests {
    use super::Stored;
    use rust_decimal::Decimal;

    #[test]
    fn a_number_is_the_same_after_it_was_stored() {
        for text in ["0", "-0.5500", "2337.00", "9223372036854775807", "0.0000000000000000001"] {
            let number: Decimal = text.parse().unwrap();
            assert_eq!(Stored::of(number).and_then(Stored::number).unwrap().to_string(), text);
        }
    }

    #[test]
    fn too_many_digits_or_decimals_are_refused() {
        assert!(Stored::of("9223372036854775808".parse().unwrap()).is_none());
        assert!(Stored(1, 29).number().is_none());
    }
}
