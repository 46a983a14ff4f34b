//! Every part of a record of aid, and of a loan with its reference rate, makes a difference.

use super::{day, euro, exactly, rules, today};
use steunwijzer_engine::number::Number;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::aid::{
    Account, Award, BaseRate, Ceiling, Guarantee, Margin, Outstanding, Payment, ReferenceRate, Regime,
    Regimes, SoftLoan, Tie,
};

fn award() -> Award {
    Award::known(euro("50000"), day("2025-06-01"), Regime::Under(Ceiling::General))
}

/// The room that an award of this kind leaves under each ceiling, and when more comes free.
fn left(award: Award) -> Vec<String> {
    let entities = vec![Tie::Applicant, Tie::NoControl];
    let account = Account { entities, awards: vec![award], complete: true };
    let calendars = Ceiling::ALL.map(|ceiling| rules().calendar(&account, ceiling, today()));
    calendars.iter().map(|calendar| format!("{calendar:?}")).collect()
}

#[test]
fn every_part_of_an_award_changes_the_room() {
    let before = left(award());
    let changed = [
        ("amount", Award { amount: exactly("50000.01"), ..award() }),
        ("first day", Award { first: day("2025-05-31"), ..award() }),
        ("last day", Award { last: day("2025-06-02"), ..award() }),
        ("rules", Award { regimes: Regimes::only(Regime::Under(Ceiling::Sgei)), ..award() }),
        ("legal entity", Award { entity: 1, ..award() }),
    ];
    for (what, award) in changed {
        assert_ne!(left(award), before, "{what}");
    }
}

#[test]
fn whether_the_list_is_complete_changes_the_room() {
    let room = |complete| {
        let account = Account { entities: vec![Tie::Applicant], awards: vec![award()], complete };
        rules().room(&account, Ceiling::General, today()).left
    };
    assert_ne!(room(true), room(false));
}

fn counted(loan: &SoftLoan, reference: Option<&ReferenceRate>) -> (Number, Vec<Number>) {
    let value = rules().soft_loan(loan, Ceiling::General, reference, today());
    (value.counted, value.readings.iter().map(|reading| reading.value).collect())
}

#[test]
fn every_part_of_a_soft_loan_changes_what_it_counts_for() {
    let sound = || SoftLoan::sound(exactly("100000"), exactly("60"));
    let before = counted(&sound(), None);
    let changed = [
        ("amount", SoftLoan::sound(exactly("101000"), exactly("60"))),
        ("months", SoftLoan::sound(exactly("100000"), exactly("61"))),
        ("collateral", SoftLoan { collateral: exactly("0.4"), ..sound() }),
        ("insolvency", SoftLoan { insolvent: Truth::Yes, ..sound() }),
        ("size without a rating", SoftLoan { large: Truth::Yes, rated: Truth::No, ..sound() }),
    ];
    for (what, loan) in changed {
        assert_ne!(counted(&loan, None), before, "{what}");
    }
}

#[test]
fn every_part_of_a_guarantee_changes_what_it_counts_for() {
    let of = |amount, share, months| {
        let guarantee = Guarantee::sound(exactly(amount), exactly(share), exactly(months));
        rules().guarantee(&guarantee, Ceiling::General, today()).counted
    };
    let before = of("100000", "0.8", "60");
    assert_ne!(of("90000", "0.8", "60"), before, "amount");
    assert_ne!(of("100000", "0.81", "60"), before, "share");
    assert_ne!(of("100000", "0.8", "48"), before, "months");
}

#[test]
fn every_part_of_a_reference_rate_changes_what_a_loan_counts_for() {
    let rate = |base, margin, agreed, owed| ReferenceRate {
        base: BaseRate(exactly(base)),
        margin: Margin::Given(exactly(margin)),
        agreed: exactly(agreed),
        outstanding: vec![Outstanding { from: 0, until: 12, owed: exactly(owed) }],
    };
    let loan = SoftLoan::sound(exactly("100000"), exactly("12"));
    let value = |reference: ReferenceRate| counted(&loan, Some(&reference));
    let before = value(rate("0.03", "0.02", "0.01", "100000"));
    for (what, reference) in [
        ("base rate", rate("0.04", "0.02", "0.01", "100000")),
        ("margin", rate("0.03", "0.03", "0.01", "100000")),
        ("agreed rate", rate("0.03", "0.02", "0.02", "100000")),
        ("what is owed", rate("0.03", "0.02", "0.01", "90000")),
    ] {
        assert_ne!(value(reference), before, "{what}");
    }
}

#[test]
fn amount_and_month_of_an_instalment_change_what_it_counts_for() {
    let of = |month, amount| {
        let payments = [Payment { month, amount: exactly(amount) }];
        rules().instalments(&payments, Some(BaseRate(exactly("0.03"))), today()).counted
    };
    assert_ne!(of(12, "1000"), of(24, "1000"));
    assert_ne!(of(12, "1000"), of(12, "1001"));
}
