//! No input makes the account or a value panic, and what is missing in a rulebook is named.

use super::{BOOK, IDS, day, rules};
use proptest::prelude::*;
use rust_decimal::Decimal;
use steunwijzer_engine::advice::Assumption;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::aid::{
    Account, AidIds, AidRules, Award, BaseRate, Ceiling, Collateral, Guarantee, Margin, Outstanding, Payment,
    ReferenceRate, Regimes, SoftLoan, SplitAid, Tie,
};

fn decimal() -> impl Strategy<Value = Decimal> {
    let extremes = [Decimal::MAX, Decimal::MIN, Decimal::ZERO, Decimal::ONE, Decimal::new(1, 28)];
    prop_oneof![
        proptest::sample::select(extremes.to_vec()),
        any::<i64>().prop_map(|digits| Decimal::new(digits, 2))
    ]
}

/// Any interval, also one with its limits the wrong way round.
fn number() -> impl Strategy<Value = Number> {
    prop_oneof![
        Just(Number::Unknown),
        decimal().prop_map(Number::exactly),
        (decimal(), decimal()).prop_map(|(low, high)| Number::Between(low, high)),
    ]
}

fn date() -> impl Strategy<Value = Date> {
    prop_oneof![
        Just(Date::MIN),
        Just(Date::MAX),
        any::<i32>().prop_map(|days| Date::from_day_number(days.into()))
    ]
}

fn account() -> impl Strategy<Value = Account> {
    let award = (number(), date(), date(), any::<u16>()).prop_map(|(amount, first, last, entity)| Award {
        amount,
        first,
        last,
        regimes: Regimes::ANY,
        entity: entity % 3,
    });
    (proptest::collection::vec(award, 0..4), number(), any::<bool>()).prop_map(|(awards, share, complete)| {
        Account { entities: vec![Tie::Applicant, Tie::SplitOff(SplitAid::ByEquity(share))], awards, complete }
    })
}

proptest! {
    #[test]
    fn any_account_on_any_day_gives_a_declaration(account in account(), aid in number(), on in date()) {
        let declaration = rules().declaration(&account, Some((Ceiling::General, aid)), on);
        prop_assert_eq!(declaration.totals.len(), 4);
        for total in declaration.totals {
            prop_assert!(total.left.limits().is_none_or(|(low, _)| low >= Decimal::ZERO));
        }
    }

    #[test]
    fn any_loan_guarantee_or_payment_gives_a_value(
        amount in number(), months in number(), share in number(), rate in number(), on in date(),
        month in any::<u16>(), from in any::<u16>(),
    ) {
        let outstanding = vec![Outstanding { from, until: month, owed: amount }];
        let reference = ReferenceRate {
            base: BaseRate(rate),
            margin: Margin::Unrated(Collateral::Low),
            agreed: share,
            outstanding,
        };
        let loan = SoftLoan { collateral: share, insolvent: Truth::No, ..SoftLoan::of(amount, months) };
        let of_loan = rules().soft_loan(&loan, Ceiling::Sgei, Some(&reference), on);
        prop_assert_eq!(of_loan.requirements.len(), 5);
        let guarantee = Guarantee::of(amount, share, months);
        prop_assert_eq!(rules().guarantee(&guarantee, Ceiling::Fishery, on).counted, Number::Unknown);
        let payments = [Payment { month, amount }];
        let later = rules().instalments(&payments, Some(BaseRate(rate)), on);
        prop_assert_eq!(later.readings.len(), 1);
    }
}

#[test]
fn a_rulebook_without_a_ceiling_is_refused_by_name() {
    let mut poor = BOOK.clone();
    for parameter in &mut poor.parameters {
        if parameter.id == "de_minimis_ceiling" {
            parameter.id = "other".to_owned();
        }
    }
    let missing = AidIds::new(&poor).expect_err("a ceiling is missing");
    assert_eq!(missing.to_string(), "the rulebook has no parameter `de_minimis_ceiling`");
}

#[test]
fn farming_aid_is_labelled_when_its_figure_was_not_seen_for_long() {
    let later = AidRules::new(&BOOK, &IDS, day("2028-01-01"));
    let limit = later.limit(Ceiling::Agriculture, day("2028-01-01"));
    assert_eq!(limit.assumption, Some(Assumption::NotSeenSince(day("2026-11-21"))));
    assert_eq!(rules().limit(Ceiling::Agriculture, day("2028-01-01")).assumption, None);
}

#[test]
fn a_figure_of_a_closed_period_stays_what_it_was() {
    let later = AidRules::new(&BOOK, &IDS, day("2031-06-01"));
    let limit = later.limit(Ceiling::General, day("2026-11-21"));
    assert_eq!((limit.value, limit.assumption), (Number::exactly(300_000.into()), None));
}
