//! Loans: worked cases, rounding, boundaries and what must always hold.

#![allow(clippy::expect_used, clippy::wildcard_enum_match_arm, reason = "helpers of tests")]

use proptest::prelude::*;
use rust_decimal::Decimal;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::loan::{
    Instalment, Loan, LoanError, Repayment, can_repay, capacity, debt_service_ratio, monthly_payment,
    schedule,
};

fn d(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

fn loan(principal: &str, rate: &str, months: u32, repayment: Repayment) -> Loan {
    Loan { principal: d(principal), rate: d(rate), months, interest_only: 0, repayment, costs: Decimal::ZERO }
}

// By hand: i = 0.06 / 12 = 0.005; 1.005^12 = 1.0616778…; 10000 × i / (1 − 1 / 1.0616778…) = 860.66.
#[test]
fn an_annuity_of_ten_thousand_at_six_percent_in_a_year_pays_860_66_a_month() {
    let plan = schedule(&loan("10000", "0.06", 12, Repayment::Annuity)).expect("a plan");
    let first = Instalment {
        month: 1,
        interest: d("50.00"),
        repaid: d("810.66"),
        paid: d("860.66"),
        left: d("9189.34"),
    };
    assert_eq!(plan.instalments[0], first);
}

#[test]
fn the_last_instalment_pays_exactly_what_is_left() {
    let plan = schedule(&loan("10000", "0.06", 12, Repayment::Annuity)).expect("a plan");
    let last = plan.instalments[11];
    assert_eq!((last.left, last.paid - last.interest), (Decimal::ZERO, plan.instalments[10].left));
}

// By hand: 1200 / 12 = 100 a month; interest 1 % of 1200, 1100, … 100 = 78.00 together.
#[test]
fn a_linear_loan_repays_the_same_every_month_and_its_interest_falls() {
    let plan = schedule(&loan("1200", "0.12", 12, Repayment::Linear)).expect("a plan");
    assert_eq!(plan.interest, d("78.00"));
    assert!(plan.instalments.iter().all(|month| month.repaid == d("100")));
}

#[test]
fn without_interest_a_loan_costs_nothing_but_its_costs() {
    let free = Loan { costs: d("450"), ..loan("100", "0", 3, Repayment::Annuity) };
    let plan = schedule(&free).expect("a plan");
    let repaid: Vec<Decimal> = plan.instalments.iter().map(|month| month.repaid).collect();
    assert_eq!((repaid, plan.cost), (vec![d("33.33"), d("33.33"), d("33.34")], d("450")));
}

#[test]
fn interest_only_months_repay_nothing_and_keep_the_term() {
    let later = Loan { interest_only: 36, ..loan("450000", "0.0719", 96, Repayment::Annuity) };
    let plan = schedule(&later).expect("a plan");
    assert_eq!(plan.instalments[35].left, d("450000"));
    assert_eq!((plan.instalments.len(), plan.instalments[95].left), (96, Decimal::ZERO));
    // 450,000 × 7.19 % / 12 = 2,696.25
    assert_eq!(plan.instalments[0].paid, d("2696.25"));
}

#[test]
fn the_debt_service_is_that_of_the_heaviest_year() {
    let plan = schedule(&loan("2400", "0.12", 24, Repayment::Linear)).expect("a plan");
    // 12 × 100 and 1 % of 2400, 2300, … 1300.
    assert_eq!(plan.debt_service(), d("1422.00"));
}

#[test]
fn a_loan_that_cannot_be_repaid_is_refused_with_the_reason() {
    let bad = |change: fn(&mut Loan)| {
        let mut one = loan("1000", "0.05", 12, Repayment::Annuity);
        change(&mut one);
        schedule(&one).err()
    };
    assert_eq!(bad(|one| one.months = 0), Some(LoanError::Term));
    assert_eq!(bad(|one| one.months = 481), Some(LoanError::Term));
    assert_eq!(bad(|one| one.months = 480), None);
    assert_eq!(bad(|one| one.interest_only = 12), Some(LoanError::NeverRepaid));
    assert_eq!(bad(|one| one.principal = d("-0.01")), Some(LoanError::Amount));
    assert_eq!(bad(|one| one.principal = d("0.001")), Some(LoanError::Amount));
    assert_eq!(bad(|one| one.principal = d("100000000000")), Some(LoanError::Amount));
    assert_eq!(bad(|one| one.costs = d("-1")), Some(LoanError::Amount));
    assert_eq!(bad(|one| one.rate = d("-0.0001")), Some(LoanError::Rate));
    assert_eq!(bad(|one| one.rate = d("1.0001")), Some(LoanError::Rate));
}

#[test]
fn a_rate_too_small_for_28_digits_counts_as_no_interest() {
    let plan = schedule(&loan("1000", "0.0000000000000000000000000001", 10, Repayment::Annuity));
    assert_eq!(plan.map(|plan| plan.instalments[0].paid), Ok(d("100.00")));
}

#[test]
fn cash_must_be_more_than_the_debt_service() {
    let one = |text| Number::exactly(d(text));
    assert_eq!(can_repay(one("1000.01"), one("1000")), Truth::Yes);
    assert_eq!(can_repay(one("1000"), one("1000")), Truth::No);
    assert_eq!(can_repay(Number::Unknown, one("1000")), Truth::Open);
    assert_eq!(debt_service_ratio(one("1500"), one("1000")), one("1.5"));
}

#[test]
fn every_part_of_a_loan_changes_what_it_costs() {
    let one = Loan { costs: d("100"), interest_only: 6, ..loan("10000", "0.06", 24, Repayment::Annuity) };
    let before = schedule(&one).expect("a plan");
    let changed = [
        ("principal", Loan { principal: d("10001"), ..one }),
        ("rate", Loan { rate: d("0.061"), ..one }),
        ("months", Loan { months: 25, ..one }),
        ("months of interest only", Loan { interest_only: 7, ..one }),
        ("repayment", Loan { repayment: Repayment::Linear, ..one }),
        ("costs", Loan { costs: d("101"), ..one }),
    ];
    for (what, loan) in changed {
        assert_ne!(schedule(&loan).expect("a plan").cost, before.cost, "{what}");
    }
}

#[test]
fn cash_rate_and_months_change_what_can_be_borrowed() {
    let most = |cash: &str, rate: &str, months| capacity(d(cash), d(rate), months, Repayment::Annuity);
    let before = most("12000", "0.06", 60);
    assert_ne!(most("12001", "0.06", 60), before, "cash");
    assert_ne!(most("12000", "0.061", 60), before, "rate");
    assert_ne!(most("12000", "0.06", 61), before, "months");
}

fn repayment() -> impl Strategy<Value = Repayment> {
    prop_oneof![Just(Repayment::Annuity), Just(Repayment::Linear)]
}

fn any_loan() -> impl Strategy<Value = Loan> {
    (0i64..1_000_000_000, 0i64..=10_000, 1u32..=480, 0u32..60, repayment(), 0i64..100_000).prop_map(
        |(cents, rate, months, grace, repayment, costs)| Loan {
            principal: Decimal::new(cents, 2),
            rate: Decimal::new(rate, 4),
            months,
            interest_only: grace.min(months - 1),
            repayment,
            costs: Decimal::new(costs, 2),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_lines_of_a_loan_add_up_to_its_totals(loan in any_loan()) {
        let plan = schedule(&loan).expect("a plan");
        let sum = |of: fn(&Instalment) -> Decimal| plan.instalments.iter().map(of).sum::<Decimal>();
        prop_assert_eq!(sum(|month| month.repaid), loan.principal);
        prop_assert_eq!(sum(|month| month.interest), plan.interest);
        prop_assert_eq!(sum(|month| month.paid) + loan.costs, plan.paid);
        prop_assert_eq!(plan.cost, plan.interest + loan.costs);
        for month in &plan.instalments {
            prop_assert!(month.repaid >= Decimal::ZERO && month.left >= Decimal::ZERO);
            prop_assert_eq!(month.paid, month.interest + month.repaid);
            prop_assert_eq!(month.paid.round_dp(2), month.paid);
        }
    }

    #[test]
    fn a_wider_range_never_narrows_the_monthly_payment(
        (low, more) in (1i64..100_000_000, 0i64..100_000_000),
        (rate, dearer) in (0i64..2_000, 0i64..2_000),
        (months, longer) in (1u32..240, 0u32..240),
        repayment in repayment(),
        (part, dear_part, month_part) in (0i64..=100, 0i64..=100, 0u32..=100),
    ) {
        let (principal, share) = (|cents| Decimal::new(cents, 2), |rate| Decimal::new(rate, 4));
        let wide = monthly_payment(
            Number::Between(principal(low), principal(low + more)),
            Number::Between(share(rate), share(rate + dearer)),
            (months, months + longer),
            repayment,
        );
        let month = months + longer * month_part / 100;
        let one = monthly_payment(
            Number::exactly(principal(low + more * part / 100)),
            Number::exactly(share(rate + dearer * dear_part / 100)),
            (month, month),
            repayment,
        );
        prop_assert_eq!(wide.hull(one), wide);
    }

    #[test]
    fn the_capacity_can_be_repaid_and_clearly_more_cannot(
        cash in 100i64..100_000_000, rate in 0i64..2_000, months in 1u32..=240, repayment in repayment(),
    ) {
        let (cash, rate) = (Decimal::new(cash, 2), Decimal::new(rate, 4));
        let most = capacity(cash, rate, months, repayment).expect("a capacity");
        let service = |principal| {
            let loan = Loan { principal, rate, months, interest_only: 0, repayment, costs: Decimal::ZERO };
            schedule(&loan).expect("a plan").debt_service()
        };
        prop_assert!(service(most) < cash);
        // The last instalment pays what monthly rounding leaves: some euros over twenty years.
        let more = (most * Decimal::new(1_001, 3) + Decimal::from(200)).round_dp(2);
        prop_assert!(service(more) >= cash);
    }
}
