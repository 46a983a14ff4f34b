//! Numbers of which only the limits are known.

use crate::truth::Truth;
use rust_decimal::{Decimal, RoundingStrategy};

/// A number inside closed limits, or one of which nothing is known.
///
/// Arithmetic is sound: the result holds every value that the operation can give. It never fails:
/// what would overflow 28 digits, or divide by zero, is [`Number::Unknown`]. The compiler proves
/// at build time that no rule gets there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// At least the first, at most the second.
    Between(Decimal, Decimal),
    /// Any number: a parameter without a value on its day.
    Unknown,
}

/// How an amount is rounded to a number of decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Rounding {
    /// Away from zero.
    Up,
    /// Towards zero.
    Down,
    /// To the nearest, the middle away from zero.
    HalfUp,
    /// To the nearest, the middle towards zero.
    HalfDown,
    /// To the nearest, the middle to the even neighbour: FEEL's `decimal`.
    HalfEven,
    /// Down to the next lower value.
    Floor,
    /// Up to the next higher value.
    Ceiling,
}

impl Rounding {
    /// Rounds to `places` decimals, which may be negative (−3: thousands).
    pub fn apply(self, value: Decimal, places: i8) -> Option<Decimal> {
        let strategy = match self {
            Rounding::Up => RoundingStrategy::AwayFromZero,
            Rounding::Down => RoundingStrategy::ToZero,
            Rounding::HalfUp => RoundingStrategy::MidpointAwayFromZero,
            Rounding::HalfDown => RoundingStrategy::MidpointTowardZero,
            Rounding::HalfEven => RoundingStrategy::MidpointNearestEven,
            Rounding::Floor => RoundingStrategy::ToNegativeInfinity,
            Rounding::Ceiling => RoundingStrategy::ToPositiveInfinity,
        };
        match u32::try_from(places) {
            Ok(places) => Some(value.round_dp_with_strategy(places, strategy)),
            Err(_) => {
                let unit = Decimal::from(10i64.checked_pow(u32::from(places.unsigned_abs()))?);
                value.checked_div(unit)?.round_dp_with_strategy(0, strategy).checked_mul(unit)
            }
        }
    }
}

/// Rounds to the cent, the middle away from zero: how an amount is shown.
pub fn to_cent(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

impl Number {
    /// Exactly this number.
    pub fn exactly(value: Decimal) -> Number {
        Number::Between(value, value)
    }

    /// The limits, lowest first; `None` when nothing is known.
    pub fn limits(self) -> Option<(Decimal, Decimal)> {
        match self {
            Number::Between(low, high) => Some((low, high)),
            Number::Unknown => None,
        }
    }

    /// The number, when only one is possible.
    pub fn single(self) -> Option<Decimal> {
        self.limits().filter(|(low, high)| low == high).map(|(low, _)| low)
    }

    /// The smallest interval that holds both.
    pub fn hull(self, other: Number) -> Number {
        self.both(other, |(a, b), (c, d)| Some((a.min(c), b.max(d))))
    }

    /// The sum.
    pub fn plus(self, other: Number) -> Number {
        self.both(other, |(a, b), (c, d)| Some((a.checked_add(c)?, b.checked_add(d)?)))
    }

    /// The difference.
    pub fn minus(self, other: Number) -> Number {
        self.both(other, |(a, b), (c, d)| Some((a.checked_sub(d)?, b.checked_sub(c)?)))
    }

    /// The product.
    pub fn times(self, other: Number) -> Number {
        self.both(other, |(a, b), (c, d)| {
            // Mostly nothing is below zero: then two corners are the limits.
            if !a.is_sign_negative() && !c.is_sign_negative() {
                return Some((a.checked_mul(c)?, b.checked_mul(d)?));
            }
            corners([a.checked_mul(c)?, a.checked_mul(d)?, b.checked_mul(c)?, b.checked_mul(d)?])
        })
    }

    /// The quotient; unknown if the divisor can be zero.
    pub fn over(self, other: Number) -> Number {
        self.both(other, |(a, b), (c, d)| {
            if c <= Decimal::ZERO && d >= Decimal::ZERO {
                return None;
            }
            if !a.is_sign_negative() && c > Decimal::ZERO {
                return Some((a.checked_div(d)?, b.checked_div(c)?));
            }
            corners([a.checked_div(c)?, a.checked_div(d)?, b.checked_div(c)?, b.checked_div(d)?])
        })
    }

    /// What is left after taking whole times `other`, with the sign of `other`, as in FEEL.
    pub fn modulo(self, other: Number) -> Number {
        match (self.single(), other.limits()) {
            (Some(a), Some((c, d))) if c == d && !c.is_zero() => exact_modulo(a, c),
            (_, Some((c, d))) if c > Decimal::ZERO => Number::Between(Decimal::ZERO, d),
            (_, Some((c, d))) if d < Decimal::ZERO => Number::Between(c, Decimal::ZERO),
            (_, Some(_) | None) => Number::Unknown,
        }
    }

    /// The lower of two.
    pub fn least(self, other: Number) -> Number {
        self.both(other, |(a, b), (c, d)| Some((a.min(c), b.min(d))))
    }

    /// The higher of two.
    pub fn greatest(self, other: Number) -> Number {
        self.both(other, |(a, b), (c, d)| Some((a.max(c), b.max(d))))
    }

    /// The distance from zero.
    pub fn size(self) -> Number {
        match self {
            Number::Between(a, b) if a >= Decimal::ZERO => Number::Between(a, b),
            Number::Between(a, b) if b <= Decimal::ZERO => Number::Between(-b, -a),
            Number::Between(a, b) => Number::Between(Decimal::ZERO, b.max(-a)),
            Number::Unknown => Number::Unknown,
        }
    }

    /// Rounds both limits: every rounding is monotone, so the result is sound.
    pub fn rounded(self, rounding: Rounding, places: i8) -> Number {
        let limits =
            self.limits().and_then(|(a, b)| Some((rounding.apply(a, places)?, rounding.apply(b, places)?)));
        limits.map_or(Number::Unknown, |(a, b)| Number::Between(a, b))
    }

    /// Whether this is less than the other.
    pub fn less(self, other: Number) -> Truth {
        match (self.limits(), other.limits()) {
            (Some((_, b)), Some((c, _))) if b < c => Truth::Yes,
            (Some((a, _)), Some((_, d))) if a >= d => Truth::No,
            (Some(_) | None, Some(_) | None) => Truth::Open,
        }
    }

    /// Whether both are the same number.
    pub fn same(self, other: Number) -> Truth {
        match (self.limits(), other.limits()) {
            (Some((a, b)), Some((c, d))) if a == b && c == d && a == c => Truth::Yes,
            (Some((a, b)), Some((c, d))) if b < c || d < a => Truth::No,
            (Some(_) | None, Some(_) | None) => Truth::Open,
        }
    }

    fn both(
        self,
        other: Number,
        limits: impl FnOnce((Decimal, Decimal), (Decimal, Decimal)) -> Option<(Decimal, Decimal)>,
    ) -> Number {
        match (self, other) {
            (Number::Between(a, b), Number::Between(c, d)) => {
                limits((a, b), (c, d)).map_or(Number::Unknown, |(low, high)| Number::Between(low, high))
            }
            (Number::Unknown, _) | (_, Number::Unknown) => Number::Unknown,
        }
    }
}

fn corners(values: [Decimal; 4]) -> Option<(Decimal, Decimal)> {
    Some((values.into_iter().min()?, values.into_iter().max()?))
}

fn exact_modulo(value: Decimal, divisor: Decimal) -> Number {
    let Some(rest) = value.checked_rem(divisor) else {
        return Number::Unknown;
    };
    let same_sign = rest.is_zero() || rest.is_sign_negative() == divisor.is_sign_negative();
    if same_sign {
        return Number::exactly(rest);
    }
    rest.checked_add(divisor).map_or(Number::Unknown, Number::exactly)
}
