//! Partner and linked enterprises.

use super::{alone, between, exactly, figures, holds, hundredths, rules};
use proptest::prelude::*;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::sizes::{Class, Figures, Firm, Relative, SizeTest, Year};

fn relative(share: Number, control: Truth) -> Relative {
    Relative {
        share,
        control,
        listed_investor: Truth::No,
        figures: figures("100", "10000000", "8000000"),
        linked: vec![figures("20", "0", "0")],
    }
}

fn with(relatives: Vec<Relative>) -> SizeTest {
    let own = figures("10", "1000000", "500000");
    let year = Year { relatives, ..Year::alone(own) };
    rules().size(&Firm { years: vec![year], public_owners: Vec::new() })
}

fn headcount(relative: Relative) -> Number {
    with(vec![relative]).years[0].total.headcount
}

#[test]
fn below_a_quarter_another_enterprise_does_not_count() {
    assert_eq!(headcount(relative(exactly("0.2499"), Truth::No)), exactly("10"));
}

#[test]
fn a_partner_counts_by_its_share_with_all_that_is_linked_to_it() {
    // 10 + 25 % × (100 + 20)
    assert_eq!(headcount(relative(exactly("0.25"), Truth::No)), exactly("40"));
    assert_eq!(headcount(relative(exactly("0.5"), Truth::No)), exactly("70"));
    let total = with(vec![relative(exactly("0.3"), Truth::No)]).years[0].total;
    assert_eq!((total.turnover, total.balance), (exactly("4000000"), exactly("2900000")));
}

#[test]
fn above_half_or_under_control_it_counts_in_full() {
    assert_eq!(headcount(relative(exactly("0.5001"), Truth::No)), exactly("130"));
    assert_eq!(headcount(relative(exactly("0"), Truth::Yes)), exactly("130"));
}

#[test]
fn an_open_share_or_control_gives_a_range() {
    assert_eq!(headcount(relative(between("0.2", "0.4"), Truth::No)), between("10", "58"));
    assert_eq!(headcount(relative(exactly("0.4"), Truth::Open)), between("58", "130"));
}

#[test]
fn a_listed_investor_does_not_count_up_to_half() {
    let listed = |share| Relative { listed_investor: Truth::Yes, ..relative(exactly(share), Truth::No) };
    assert_eq!(headcount(listed("0.5")), exactly("10"));
    assert_eq!(headcount(listed("0.51")), exactly("130"));
    let linked = Relative { control: Truth::Yes, ..listed("0.3") };
    assert_eq!(headcount(linked), exactly("130"), "control makes it linked");
}

#[test]
fn figures_of_one_that_does_not_count_need_not_be_known() {
    let nothing_known =
        Figures { headcount: Number::Unknown, turnover: Number::Unknown, balance: Number::Unknown };
    let unknown = Relative { figures: nothing_known, ..relative(exactly("0.1"), Truth::No) };
    assert_eq!(with(vec![unknown]).classes, [Class::Small]);
}

#[test]
fn a_small_firm_of_a_large_owner_is_no_sme() {
    let owner =
        Relative { figures: figures("400", "90000000", "60000000"), ..relative(exactly("1"), Truth::Yes) };
    assert_eq!(with(vec![owner]).is_sme, Truth::No);
}

fn some_figures() -> impl Strategy<Value = Figures> {
    proptest::array::uniform3(0i64..2_000_000_000).prop_map(|[headcount, turnover, balance]| Figures {
        headcount: Number::exactly(hundredths(headcount / 50_000)),
        turnover: Number::exactly(hundredths(turnover)),
        balance: Number::exactly(hundredths(balance)),
    })
}

fn some_relative() -> impl Strategy<Value = Relative> {
    (0i64..=100, any::<bool>(), any::<bool>(), some_figures()).prop_map(
        |(share, control, listed, figures)| Relative {
            share: Number::exactly(hundredths(share)),
            control: control.into(),
            listed_investor: listed.into(),
            figures,
            linked: Vec::new(),
        },
    )
}

proptest! {
    #[test]
    fn another_enterprise_never_makes_a_firm_smaller(own in some_figures(), relative in some_relative()) {
        let before = rules().size(&alone(own)).classes;
        let year = Year { relatives: vec![relative], ..Year::alone(own) };
        let after = rules().size(&Firm { years: vec![year], public_owners: Vec::new() }).classes;
        prop_assert!(after >= before);
    }

    #[test]
    fn open_answers_about_an_owner_keep_every_class_possible(
        own in some_figures(), relative in some_relative(), more in 0i64..50
    ) {
        let test = |relative: &Relative| {
            let year = Year { relatives: vec![relative.clone()], ..Year::alone(own) };
            rules().size(&Firm { years: vec![year], public_owners: Vec::new() })
        };
        let (share, _) = relative.share.limits().expect("a share");
        let open = Relative {
            share: Number::Between(share, share + hundredths(more)),
            control: Truth::Open,
            listed_investor: Truth::Open,
            ..relative.clone()
        };
        let (wide, narrow) = (test(&open), test(&relative));
        prop_assert!(narrow.classes.iter().all(|class| wide.classes.contains(class)));
        prop_assert!(holds(wide.years[0].total.headcount, narrow.years[0].total.headcount));
    }
}
