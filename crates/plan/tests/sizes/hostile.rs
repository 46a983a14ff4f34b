//! No input makes a test panic, and what is missing in a rulebook is named.

use super::{BOOK, rules};
use proptest::prelude::*;
use rust_decimal::Decimal;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::sizes::{
    Capital, Figures, Firm, FirmHealth, LargeFirmYear, PublicOwner, Relative, SizeIds, Year,
};

fn number() -> impl Strategy<Value = Number> {
    let extremes = [Decimal::MAX, Decimal::MIN, Decimal::ZERO, Decimal::new(1, 28)];
    let limit = proptest::sample::select(extremes.to_vec());
    prop_oneof![
        Just(Number::Unknown),
        (limit.clone(), limit).prop_map(|(low, high)| Number::Between(low, high)),
    ]
}

fn figures() -> impl Strategy<Value = Figures> {
    (number(), number(), number()).prop_map(|(headcount, turnover, balance)| Figures {
        headcount,
        turnover,
        balance,
    })
}

proptest! {
    #[test]
    fn any_firm_gets_a_class(own in figures(), other in figures(), share in number(), merged in any::<bool>()) {
        let relative = Relative {
            share,
            control: Truth::Open,
            listed_investor: Truth::Open,
            figures: other,
            linked: vec![own],
        };
        let year = Year { own, relatives: vec![relative], merged: Truth::from(merged) };
        let owner = PublicOwner { share, listed_investor: Truth::Open };
        let firm = Firm { years: vec![year.clone(), year], public_owners: vec![owner, owner] };
        prop_assert!(!rules().size(&firm).classes.is_empty());
    }

    #[test]
    fn any_firm_gets_every_test_for_difficulty(one in number(), two in number(), days in any::<i32>()) {
        let firm = FirmHealth {
            sme: Truth::Open,
            founded: (Date::from_day_number(days.into()), Date::MAX),
            capital: Capital::Limited { subscribed: one, reserves: two, losses: one },
            insolvent: Truth::Open,
            rescue_aid: Truth::No,
            restructuring: Truth::No,
            years: [LargeFirmYear { debt: one, equity: two, ebitda: two, interest: one }; 2],
        };
        prop_assert_eq!(rules().difficulty(&firm).tests.len(), 4);
    }
}

#[test]
fn a_rulebook_without_a_limit_is_refused_by_name() {
    let mut poor = BOOK.clone();
    poor.parameters.iter_mut().filter(|parameter| parameter.id == "sme_balance").for_each(|parameter| {
        parameter.id = "other".to_owned();
    });
    let missing = SizeIds::new(&poor).expect_err("a limit is missing");
    assert_eq!(missing.to_string(), "the rulebook has no parameter `sme_balance`");
}
