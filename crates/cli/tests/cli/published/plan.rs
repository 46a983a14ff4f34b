//! Cases that the money plan works out: the aid in a soft loan, and a mix of sources.

use super::{Case, decimal, expected};
use rust_decimal::Decimal;
use steunwijzer_engine::number::Number;
use steunwijzer_plan::aid::{
    AidIds, AidRules, BaseRate, Ceiling, Margin, Method, Outstanding, Reading, ReferenceRate, SoftLoan,
};
use steunwijzer_plan::stack::{Means, Share, Stack, StackRules, Wish, stack};
use toml_edit::Item;

/// What a loan below the reference rate saves, by the reading against that rate. It is repaid in equal
/// parts at the end of each year.
fn saved(case: &Case) -> Reading {
    let loan = case.table["loan"].as_table_like().unwrap();
    let given = |key: &str| decimal(loan.get(key).and_then(Item::as_str).unwrap());
    let years = u16::try_from(loan.get("years").and_then(Item::as_integer).unwrap()).unwrap();
    let part = given("principal") / Decimal::from(years);
    let owed = |year: u16| Outstanding {
        from: 12 * year,
        until: 12 * (year + 1),
        owed: Number::exactly(part * Decimal::from(years - year)),
    };
    let reference = ReferenceRate {
        base: BaseRate(Number::exactly(given("reference_rate"))),
        margin: Margin::Given(Number::exactly(Decimal::ZERO)),
        agreed: Number::exactly(given("agreed_rate")),
        outstanding: (0..years).map(owed).collect(),
    };
    let ids = AidIds::new(&case.rulebook).unwrap();
    let rules = AidRules::new(&case.rulebook, &ids, case.as_on());
    let months = Number::exactly(Decimal::from(12 * years));
    let loan = SoftLoan::sound(Number::exactly(given("principal")), months);
    let value = rules.soft_loan(&loan, Ceiling::General, Some(&reference), case.as_on());
    value.readings.into_iter().find(|reading| reading.method == Method::AgainstReferenceRate).unwrap()
}

#[test]
fn a_soft_loan_saves_each_year_what_is_published() {
    for case in Case::with("loan") {
        let lines = saved(&case).lines;
        let published = case.table["saved"].as_array().unwrap();
        assert_eq!(lines.len(), published.len(), "{}", case.text("id"));
        for (line, published) in lines.iter().zip(published) {
            let (found, published) = (line.present.single().unwrap(), decimal(published.as_str().unwrap()));
            let near = (found - published).abs() <= case.tolerance();
            assert!(near, "{}: {found} after {} months, published {published}", case.text("id"), line.month);
        }
    }
}

#[test]
fn a_soft_loan_saves_in_all_what_is_published() {
    for case in Case::with("loan") {
        let reading = saved(&case);
        let (found, published) = (reading.value.single().unwrap(), decimal(case.text("total")));
        // The publication adds years that it rounded first.
        let most = case.tolerance() * Decimal::from(reading.lines.len());
        assert!((found - published).abs() <= most, "{}: {found}, published {published}", case.text("id"));
    }
}

/// The stack of the first need, with what the case keeps.
fn mixed(case: &Case) -> Stack {
    let rules = StackRules::of(&case.rulebook).unwrap();
    let wish = |(scheme, amount): (&str, &str)| {
        Wish::Resize(case.rulebook.scheme_id(scheme).unwrap(), decimal(amount))
    };
    let wishes: Vec<Wish> = expected(case, "keep").into_iter().map(wish).collect();
    let means = Means::unknown();
    stack(&case.rulebook, &rules, &case.answers(), case.as_on(), 0, &means, &wishes).unwrap()
}

#[test]
fn what_is_kept_leaves_the_published_rest() {
    for case in Case::with("keep") {
        let stack = mixed(&case);
        assert_eq!(stack.refused, [], "{}", case.text("id"));
        let asked = stack.asked.single().unwrap();
        for proposal in &stack.proposals {
            let kept = expected(&case, "keep").into_iter().map(|(scheme, amount)| {
                let id = case.rulebook.scheme_id(scheme);
                let layer = proposal.layers.iter().find(|layer| layer.scheme == id).unwrap();
                assert_eq!(layer.amount, Share::Counted(decimal(amount)));
                decimal(amount)
            });
            assert_eq!(asked - kept.sum::<Decimal>(), decimal(case.text("rest")), "{}", case.text("id"));
        }
    }
}

#[test]
fn the_rest_is_carried_by_other_sources_or_stays_open() {
    for case in Case::with("keep") {
        let kept: Vec<_> =
            expected(&case, "keep").iter().map(|(scheme, _)| case.rulebook.scheme_id(scheme)).collect();
        let stack = mixed(&case);
        assert!(!stack.proposals.is_empty());
        for proposal in &stack.proposals {
            let others = proposal.layers.iter().filter(|layer| !kept.contains(&layer.scheme));
            let counted = others.filter_map(|layer| match layer.amount {
                Share::Counted(amount) => Some(amount),
                Share::Told(_) | Share::NotCounted(_) => None,
            });
            let open = decimal(case.text("rest")) - counted.sum::<Decimal>();
            let (least, most) = proposal.gap.limits().unwrap();
            assert!(least <= open && open <= most, "{}: {open} of the rest stays open", case.text("id"));
        }
    }
}

#[test]
fn the_funds_that_are_named_are_weighed() {
    for case in Case::with("keep") {
        let stack = mixed(&case);
        for fund in case.table["funds"].as_array().unwrap() {
            let fund = fund.as_str().unwrap();
            let id = case.rulebook.scheme_id(fund).unwrap();
            let offered = stack.offers.iter().any(|offer| offer.scheme == id);
            assert!(offered || stack.out.iter().any(|out| out.scheme == id), "{}: {fund}", case.text("id"));
        }
    }
}
