//! Interval arithmetic holds every value, also at the edges of 28 digits.

use proptest::prelude::*;
use rust_decimal::Decimal;
use steunwijzer_engine::number::{Number, Rounding, to_cent};
use steunwijzer_engine::truth::Truth;

fn decimal() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        (-1_000_000i64..1_000_000, 0u32..6).prop_map(|(digits, scale)| Decimal::new(digits, scale)),
        any::<i64>().prop_map(|digits| Decimal::new(digits, 2)),
        Just(Decimal::MAX),
        Just(Decimal::MIN),
        Just(Decimal::ZERO),
        Just(Decimal::new(1, 28)),
    ]
}

/// An interval and a value inside it.
fn inside() -> impl Strategy<Value = (Number, Decimal)> {
    (decimal(), decimal(), decimal()).prop_map(|(a, b, c)| {
        let mut sorted = [a, b, c];
        sorted.sort();
        (Number::Between(sorted[0], sorted[2]), sorted[1])
    })
}

fn holds(number: Number, value: Option<Decimal>) -> bool {
    match (number, value) {
        (Number::Unknown, _) => true,
        (Number::Between(..), None) => false,
        (Number::Between(low, high), Some(value)) => low <= value && value <= high,
    }
}

proptest! {
    #[test]
    fn a_sum_lies_in_the_sum_of_the_intervals(((a, x), (b, y)) in (inside(), inside())) {
        prop_assert!(holds(a.plus(b), x.checked_add(y)));
    }

    #[test]
    fn a_difference_lies_in_the_difference_of_the_intervals(((a, x), (b, y)) in (inside(), inside())) {
        prop_assert!(holds(a.minus(b), x.checked_sub(y)));
    }

    #[test]
    fn lower_higher_and_size_lie_in_their_intervals(((a, x), (b, y)) in (inside(), inside())) {
        prop_assert!(holds(a.least(b), Some(x.min(y))));
        prop_assert!(holds(a.greatest(b), Some(x.max(y))));
        prop_assert!(holds(a.size(), Some(x.abs())));
        prop_assert!(holds(a.hull(b), Some(x)) && holds(a.hull(b), Some(y)));
    }

    #[test]
    fn comparing_never_contradicts_the_values_inside(((a, x), (b, y)) in (inside(), inside())) {
        prop_assert!(matches!((a.less(b), x < y), (Truth::Open, _) | (Truth::Yes, true) | (Truth::No, false)));
        prop_assert!(matches!((a.same(b), x == y), (Truth::Open, _) | (Truth::Yes, true) | (Truth::No, false)));
    }

    #[test]
    fn a_rounded_value_lies_in_the_rounded_interval((a, x) in inside(), places in -3i8..7) {
        for rounding in [Rounding::Up, Rounding::Down, Rounding::HalfUp, Rounding::HalfDown, Rounding::HalfEven, Rounding::Floor, Rounding::Ceiling] {
            if let Some(rounded) = rounding.apply(x, places) {
                prop_assert!(holds(a.rounded(rounding, places), Some(rounded)), "{rounding:?}");
            }
        }
    }

    #[test]
    fn exact_quotients_and_remainders_lie_in_their_intervals(
        ((a, x), (b, y)) in (inside(), inside())
    ) {
        if !y.is_zero() {
            prop_assert!(holds(a.over(b), x.checked_div(y)) || near(a.over(b), x, y));
        }
        prop_assert!(matches!(a.modulo(b), Number::Unknown | Number::Between(..)));
    }

    #[test]
    fn a_product_of_cents_lies_in_the_product_of_the_intervals(
        (a, b) in (any::<i32>(), any::<i32>()), (c, d) in (any::<i32>(), any::<i32>()), (p, q) in (0u8..=100, 0u8..=100)
    ) {
        let between = |a: i32, b: i32| (Decimal::new(a.min(b).into(), 2), Decimal::new(a.max(b).into(), 2));
        let point = |(low, high): (Decimal, Decimal), share: u8| low + (high - low) * Decimal::new(share.into(), 2);
        let ((a, b), (c, d)) = (between(a, b), between(c, d));
        let product = Number::Between(a, b).times(Number::Between(c, d));
        prop_assert!(holds(product, Some(point((a, b), p) * point((c, d), q))));
    }
}

/// The last of 28 digits of a quotient may be rounded either way.
fn near(number: Number, x: Decimal, y: Decimal) -> bool {
    let (Number::Between(low, high), Some(value)) = (number, x.checked_div(y)) else { return false };
    let slack = value.abs().checked_mul(Decimal::new(1, 25)).unwrap_or(Decimal::MAX) + Decimal::new(1, 27);
    value >= low.saturating_sub(slack) && value <= high.saturating_add(slack)
}

#[test]
fn what_does_not_fit_in_28_digits_is_unknown_and_never_wrong() {
    let most = Number::exactly(Decimal::MAX);
    assert_eq!(most.plus(Number::exactly(Decimal::ONE)), Number::Unknown);
    assert_eq!(most.times(Number::exactly(Decimal::TWO)), Number::Unknown);
    assert_eq!(most.over(Number::exactly(Decimal::ZERO)), Number::Unknown);
    assert_eq!(
        Number::exactly(Decimal::ONE).over(Number::Between(Decimal::NEGATIVE_ONE, Decimal::ONE)),
        Number::Unknown
    );
}

#[test]
fn half_a_cent_is_rounded_away_from_zero() {
    let cents = |text: &str| to_cent(text.parse().expect("a decimal")).to_string();
    assert_eq!(cents("0.005"), "0.01");
    assert_eq!(cents("0.0049999999999999999999999999"), "0.00");
    assert_eq!(cents("-0.005"), "-0.01");
    assert_eq!(cents("883.386"), "883.39");
    assert_eq!(cents("1212.195"), "1212.20");
}
