//! The filled declaration.

use super::{BOOK, between, day, euro, exactly, rules, today};
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::aid::{
    Account, Award, Ceiling, DeclarationCheck, Regime, Regimes, Tie, TieNote, ToCheck,
};

const GENERAL: Regime = Regime::Under(Ceiling::General);

#[test]
fn rows_that_count_stand_in_the_order_of_their_days_and_add_up() {
    let account = Account::of(vec![
        Award::known(euro("20000.50"), day("2026-03-01"), GENERAL),
        Award::known(euro("10000.25"), day("2024-05-01"), GENERAL),
        Award::known(euro("99"), day("2020-01-01"), GENERAL),
        Award::known(euro("77"), day("2025-01-01"), Regime::Other),
    ]);
    let declaration = rules().declaration(&account, Some((Ceiling::General, exactly("5000"))), today());
    assert_eq!(declaration.rows.iter().map(|row| row.award).collect::<Vec<_>>(), [1, 0]);
    assert_eq!(declaration.since, day("2023-11-21"));
    let general = &declaration.totals[0];
    assert_eq!((general.used.at_least, general.used.at_most), (euro("30000.75"), Some(euro("30000.75"))));
    assert_eq!(general.left, exactly("269999.25"));
    assert_eq!(declaration.new_aid.map(|fit| fit.fits()), Some(Truth::Yes));
    let in_register: Vec<_> = declaration.rows.iter().map(|row| row.in_register).collect();
    assert_eq!(in_register, [Truth::No, Truth::Yes], "the register begins on 1 January 2026");
}

#[test]
fn what_is_open_or_unsure_is_listed_to_check() {
    let mut open = Award::known(euro("1"), day("2023-11-01"), GENERAL);
    open.amount = between("1000", "2000");
    open.last = day("2023-11-30");
    open.regimes = Regimes::ANY;
    let entities = vec![Tie::Applicant, Tie::SamePersons];
    let account = Account { entities, awards: vec![open], complete: false };
    let checks = rules().declaration(&account, None, today()).checks;
    let whole = |what| DeclarationCheck { what, row: None };
    let row = |what| DeclarationCheck { what, row: Some(0) };
    let register = BOOK.parameter_id("de_minimis_register_days").expect("the register");
    assert_eq!(
        checks,
        [
            whole(ToCheck::AllAidTold),
            row(ToCheck::Amount),
            row(ToCheck::Day),
            row(ToCheck::Rules),
            whole(ToCheck::Tie(1, TieNote::PersonDecides)),
            whole(ToCheck::RegisterIncomplete(register)),
        ]
    );
}

#[test]
fn a_cent_too_much_aid_is_listed_to_check() {
    let over = |amount| {
        let account = Account::of(vec![Award::known(euro(amount), day("2025-01-01"), GENERAL)]);
        let checks = rules().declaration(&account, None, today()).checks;
        checks.contains(&DeclarationCheck { what: ToCheck::OverCeiling(Ceiling::General), row: None })
    };
    assert!(over("300000.01"));
    assert!(!over("300000"));
}

#[test]
fn the_register_covers_three_years_from_2029_on() {
    assert!(!rules().register_complete(day("2028-12-31")));
    assert!(rules().register_complete(day("2029-01-01")));
}
