//! Aid over time: instalments, interest, rent; capital and kind.

use super::{between, euro, exactly, holds, rules, today};
use proptest::prelude::*;
use rust_decimal::Decimal;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::aid::{
    BaseRate, Ceiling, Collateral, GrantEquivalent, Margin, Method, Outstanding, Payment, Rating,
    ReferenceRate, Requirement, SoftLoan, of_loan_schedule,
};
use steunwijzer_plan::loan::{self, Loan, Repayment};

fn base(rate: &str) -> Option<BaseRate> {
    Some(BaseRate(exactly(rate)))
}

/// A loan of 500,000 over ten years, repaid in ten equal parts at the end of each year.
fn ten_years() -> Vec<Outstanding> {
    let year = |year: u16| Outstanding {
        from: 12 * year,
        until: 12 * (year + 1),
        owed: Number::exactly(Decimal::from(50_000 * (10 - u32::from(year)))),
    };
    (0..10).map(year).collect()
}

fn against(reference: &ReferenceRate) -> GrantEquivalent {
    let loan = SoftLoan::sound(exactly("500000"), exactly("120"));
    rules().soft_loan(&loan, Ceiling::General, Some(reference), today())
}

/// Published case `gge-ec-soft-loan-no-grace`: reference and discount rate 8 %, agreed 6 %.
#[test]
fn interest_saved_year_by_year_is_that_of_the_commissions_example() {
    let reference = ReferenceRate {
        base: BaseRate(exactly("0.07")),
        margin: Margin::Given(exactly("0.01")),
        agreed: exactly("0.06"),
        outstanding: ten_years(),
    };
    let value = against(&reference);
    let reading = value.readings.last().expect("a reading");
    assert_eq!(reading.method, Method::AgainstReferenceRate);
    let published = [9259, 7716, 6351, 5145, 4083, 3151, 2334, 1621, 1000, 463];
    assert_eq!(published.iter().sum::<i32>(), 41_123);
    // The publication rounds each year to whole units.
    for (line, published) in reading.lines.iter().zip(published.map(Decimal::from)) {
        let present = line.present.single().expect("an amount");
        assert!((present - published).abs() <= Decimal::new(5, 1), "{present} {published}");
    }
    assert_eq!(reading.lines.len(), published.len());
    // Ten years, each rounded to the cent: at most five cents from the sum that is not rounded.
    let total = reading.value.single().expect("an amount");
    assert!((total - euro("41123.98")).abs() <= euro("0.05"), "{total}");
}

#[test]
fn the_margin_follows_rating_and_collateral() {
    let saved = |margin| {
        let owed = vec![Outstanding { from: 0, until: 12, owed: exactly("100000") }];
        let agreed = exactly("0");
        let reference = ReferenceRate { base: BaseRate(exactly("0")), margin, agreed, outstanding: owed };
        against(&reference).readings.last().expect("a reading").lines[0].amount
    };
    assert_eq!(saved(Margin::Rated(Rating::Strong, Collateral::High)), exactly("600"));
    assert_eq!(saved(Margin::Rated(Rating::Satisfactory, Collateral::Normal)), exactly("2200"));
    assert_eq!(saved(Margin::Rated(Rating::Bad, Collateral::Low)), exactly("10000"));
    assert_eq!(saved(Margin::Unrated(Collateral::High)), exactly("4000"));
    assert_eq!(saved(Margin::Unrated(Collateral::Normal)), between("4000", "6500"));
}

#[test]
fn an_agreed_rate_above_the_reference_rate_saves_nothing() {
    let reference = ReferenceRate {
        base: BaseRate(exactly("0.02")),
        margin: Margin::Given(exactly("0.01")),
        agreed: exactly("0.031"),
        outstanding: ten_years(),
    };
    assert_eq!(against(&reference).readings.last().map(|reading| reading.value), Some(exactly("0")));
}

#[test]
fn outside_the_fixed_limits_the_reference_rate_counts() {
    let loan = SoftLoan::sound(exactly("2000000"), exactly("12"));
    let reference = ReferenceRate {
        base: BaseRate(exactly("0.03")),
        margin: Margin::Given(exactly("0.01")),
        agreed: exactly("0.02"),
        outstanding: vec![Outstanding { from: 0, until: 12, owed: exactly("2000000") }],
    };
    let value = rules().soft_loan(&loan, Ceiling::General, Some(&reference), today());
    // 2,000,000 × 2 % / 1.04
    assert_eq!(value.counted, exactly("38461.54"));
    assert_eq!(value.readings.len(), 1);
}

#[test]
fn a_loan_schedule_gives_what_is_owed_each_month() {
    let loan = Loan {
        principal: euro("1200"),
        rate: euro("0"),
        months: 12,
        interest_only: 0,
        repayment: Repayment::Linear,
        costs: euro("0"),
    };
    let owed = of_loan_schedule(&loan::schedule(&loan).expect("a loan"));
    assert_eq!(owed.len(), 12);
    assert_eq!(owed[0], Outstanding { from: 0, until: 1, owed: exactly("1200") });
    assert_eq!(owed[11], Outstanding { from: 11, until: 12, owed: exactly("100") });
}

#[test]
fn instalments_are_discounted_with_the_base_rate_and_one_point() {
    let payments = [0, 12, 18].map(|month| Payment { month, amount: exactly("10000") });
    let value = rules().instalments(&payments, base("0.03"), today());
    let present: Vec<_> = value.readings[0].lines.iter().map(|line| line.present).collect();
    // 10,000; 10,000 / 1.04; 10,000 / (1.04 × 1.02)
    assert_eq!(present, [exactly("10000"), exactly("9615.38"), exactly("9426.85")]);
    assert_eq!(value.counted, exactly("29042.23"));
}

#[test]
fn without_a_base_rate_instalments_count_for_at_most_their_sum() {
    let payments = [0, 12].map(|month| Payment { month, amount: exactly("10000") });
    let value = rules().instalments(&payments, None, today());
    assert_eq!(value.counted, between("10000", "20000"));
    assert_eq!(value.readings[0].method, Method::AtMostTheSum);
    assert_eq!(value.requirements, [(Requirement::BaseRateKnown, Truth::Open)]);
}

#[test]
fn a_discount_by_nothing_or_less_is_unknown() {
    let payments = [Payment { month: 12, amount: exactly("10000") }];
    for rate in ["-1.01", "-1.5"] {
        assert_eq!(rules().instalments(&payments, base(rate), today()).counted, Number::Unknown);
    }
    assert_eq!(
        rules().instalments(&payments, Some(BaseRate(Number::Unknown)), today()).counted,
        Number::Unknown
    );
}

#[test]
fn a_low_rent_counts_for_what_it_is_below_the_market() {
    let value = rules().rent_discount((exactly("1000"), exactly("600")), 2, None, today());
    assert_eq!(value.counted, between("400", "800"));
    let dear = rules().rent_discount((exactly("600"), exactly("1000")), 24, base("0.02"), today());
    assert_eq!(dear.counted, exactly("0"));
    assert!(dear.requirements.contains(&(Requirement::MarketPrice, Truth::Open)));
}

#[test]
fn a_service_counts_for_its_price_less_what_is_paid() {
    assert_eq!(rules().in_kind(exactly("5000"), exactly("1250")).counted, exactly("3750"));
    assert_eq!(rules().in_kind(exactly("1000"), exactly("1250")).counted, exactly("0"));
}

#[test]
fn capital_counts_while_all_public_capital_stays_under_the_ceiling() {
    let of = |all| rules().capital(exactly("100000"), exactly(all), Ceiling::General, today()).counted;
    assert_eq!(of("300000"), exactly("100000"));
    assert_eq!(of("300000.01"), Number::Unknown);
}

fn payments() -> impl Strategy<Value = Vec<Payment>> {
    let one = (0u16..480, 0i64..10_000_000)
        .prop_map(|(month, cents)| Payment { month, amount: Number::exactly(Decimal::new(cents, 2)) });
    proptest::collection::vec(one, 0..30)
}

proptest! {
    #[test]
    fn later_aid_never_counts_for_more_and_a_higher_rate_never_for_more(
        payments in payments(), low in 0i64..2000, more in 0i64..2000
    ) {
        let at = |points: i64| {
            let rate = Some(BaseRate(Number::exactly(Decimal::new(points, 4))));
            rules().instalments(&payments, rate, today()).counted.single().expect("an amount")
        };
        let nominal: Decimal = payments.iter().filter_map(|payment| payment.amount.single()).sum();
        prop_assert!(at(low + more) <= at(low) && at(low) <= nominal);
    }

    #[test]
    fn lines_add_up_to_the_value(payments in payments(), rate in 0i64..2000) {
        let rate = Some(BaseRate(Number::exactly(Decimal::new(rate, 4))));
        let value = rules().instalments(&payments, rate, today());
        let lines = value.readings[0].lines.iter().filter_map(|line| line.present.single());
        prop_assert_eq!(Some(lines.sum::<Decimal>()), value.counted.single());
    }

    #[test]
    fn an_open_base_rate_holds_every_rate_and_none_at_all_holds_all(
        payments in payments(), mut rates in proptest::array::uniform3(0i64..2000)
    ) {
        rates.sort_unstable();
        let share = |points| Decimal::new(points, 4);
        let of = |rate| rules().instalments(&payments, rate, today()).counted;
        let narrow = of(Some(BaseRate(Number::exactly(share(rates[1])))));
        let wide = of(Some(BaseRate(Number::Between(share(rates[0]), share(rates[2])))));
        prop_assert!(holds(wide, narrow));
        prop_assert!(holds(of(None), wide));
    }
}
