//! Month by month, over the real rules.

#![allow(clippy::expect_used)] // a test that cannot go on stops

mod inclusive;

use inclusive::{LABOUR, RULES, TILBURG, TODAY, UTRECHT, between, day, decimal, euro, hired, with};
use proptest::prelude::*;
use steunwijzer_engine::advise;
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::number::Number;
use steunwijzer_plan::cash_flow::{
    Basis, CashFlow, Contract, Entry, Growth, HolidayPay, Inputs, Labelled, MONTHS, NoCashFlow, Subsidy,
    Wage, cash_flow,
};
use steunwijzer_plan::hires::hires;

fn defaults() -> Inputs {
    Inputs::defaults(&RULES, &LABOUR, day(TODAY))
}

fn no_rise() -> Inputs {
    let none = decimal("0");
    Inputs { growth: Some(Growth { least: none, most: none }), ..defaults() }
}

fn flow_of(answers: &Answers, inputs: &Inputs) -> Result<CashFlow, NoCashFlow> {
    let advice = advise(&RULES, answers, day(TODAY));
    cash_flow(&RULES, &LABOUR, answers, &hires(&RULES, &LABOUR, answers, &advice), inputs)
}

fn flow(people: &[&[(&str, &str)]], inputs: &Inputs) -> CashFlow {
    flow_of(&hired(people), inputs).expect("a start is known")
}

/// The row of a month.
fn at<'f>(flow: &'f CashFlow, month: &str) -> &'f Entry {
    let row = flow.months.iter().find(|row| row.first == day(month)).expect("inside the months");
    &row.entry
}

#[test]
fn it_runs_twenty_four_months_from_the_first_working_day() {
    let flow = flow(&[TILBURG], &defaults());
    assert_eq!(flow.months.len(), MONTHS);
    assert_eq!(flow.months.first().map(|month| month.first), Some(day("2026-12-01")));
    assert_eq!(flow.months.last().map(|month| month.first), Some(day("2028-11-01")));
}

#[test]
fn s6_december_is_known_to_the_cent() {
    let december = *at(&flow(&[TILBURG], &defaults()), "2026-12-01");
    assert_eq!(december.wage, euro("1818.79")); // 14.99 × 28 × 52 / 12
    assert_eq!(december.charges, euro("427.42")); // × 23.5 %
    assert_eq!(december.holiday, euro("0"));
    assert_eq!(december.net(), euro("-2246.21"));
}

#[test]
fn s6_the_subsidy_of_december_comes_two_months_later() {
    let flow = flow(&[TILBURG], &defaults());
    assert_eq!(at(&flow, "2027-01-01").lks, euro("0"));
    assert_eq!(at(&flow, "2027-02-01").lks, euro("1090.99"));
}

#[test]
fn from_january_2027_wage_and_subsidy_are_unknown_without_an_assumed_rise() {
    let flow = flow(&[TILBURG], &defaults());
    assert_eq!(at(&flow, "2027-01-01").wage, Number::Unknown);
    assert_eq!(at(&flow, "2027-03-01").lks, Number::Unknown);
    let missing = flow.unknown.expect("2027 is unknown");
    assert_eq!(missing.from, day("2027-01-01"));
    let names = missing.figures.iter().map(|id| RULES.parameters[id.row()].id.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["wml_hour", "wml_month"]);
}

#[test]
fn the_lowest_point_counts_the_known_months_and_says_so() {
    let lowest = flow(&[TILBURG], &defaults()).lowest;
    assert_eq!(lowest.balance, euro("-2246.21"));
    assert_eq!(lowest.month, Some(day("2026-12-01")));
    assert_eq!(lowest.known_until, Some(day("2026-12-01")));
    assert!(!lowest.complete);
}

#[test]
fn without_any_rise_every_month_is_known_and_labelled() {
    let flow = flow(&[TILBURG], &no_rise());
    assert_eq!(flow.unknown, None);
    assert!(flow.lowest.complete);
    assert_eq!(flow.assumed_from, Some(day("2027-01-01")));
    assert_eq!(at(&flow, "2027-03-01").lks, euro("1090.99"));
}

#[test]
fn the_subsidy_rises_in_january_only_and_the_wage_in_july_as_well() {
    let two = decimal("0.02");
    let inputs = Inputs { growth: Some(Growth { least: two, most: two }), ..defaults() };
    let inputs = Inputs { lks_delay: Labelled::told(0), ..inputs };
    let flow = flow(&[TILBURG], &inputs);
    // 2,337.00 × 1.02 = 2,383.74; × 1.08 = 2,574.44; × 45 % × 28/36 = 901.05; + 211.75 of charges.
    let january = at(&flow, "2027-01-01").lks;
    assert_eq!(january, euro("1112.80"));
    assert_eq!(at(&flow, "2027-07-01").lks, january);
    assert_eq!(at(&flow, "2027-01-01").wage, euro("1855.16")); // 1,818.786… × 1.02
    assert_eq!(at(&flow, "2027-07-01").wage, euro("1892.27")); // × 1.02 again
    // Two steps more: 2,337.00 × 1.02³ = 2,480.04, 2,678.44, 937.45, 220.30.
    assert_eq!(at(&flow, "2028-01-01").lks, euro("1157.75"));
}

#[test]
fn a_range_of_rises_gives_a_range() {
    let inputs = Inputs { growth: Some(Growth { least: decimal("0"), most: decimal("0.02") }), ..defaults() };
    let flow = flow(&[TILBURG], &inputs);
    assert_eq!(at(&flow, "2027-03-01").lks, between("1090.99", "1112.80"));
    assert_eq!(at(&flow, "2027-01-01").wage, between("1818.79", "1855.16"));
}

#[test]
fn loonkostenvoordeel_of_a_year_comes_in_september_after_it() {
    let flow = flow(&[TILBURG], &no_rise());
    assert_eq!(at(&flow, "2027-09-01").lkv, euro("122.55")); // a twelfth of 1,456 hours × 1.01
    assert_eq!(at(&flow, "2028-09-01").lkv, euro("1470.56"));
    // Eleven months of 2028, of which the state pension age is not known: it may have stopped.
    assert_eq!(flow.afterwards.lkv, between("0", "1348.01"));
}

#[test]
fn the_yearly_cap_of_loonkostenvoordeel_holds_over_the_months() {
    let full_time = with(TILBURG, &[("hours", "40"), ("full_time_hours", "40")]);
    let flow = flow(&[&full_time], &no_rise());
    assert_eq!(at(&flow, "2028-09-01").lkv, euro("2000"));
}

#[test]
fn loonkostenvoordeel_may_stop_in_the_year_in_which_somebody_reaches_the_state_pension_age() {
    let old = with(TILBURG, &[("age", "66")]);
    let flow = flow(&[&old], &no_rise());
    // December 2026 as on its first day: 66. Any month of 2027 may be the one with the birthday.
    assert_eq!(at(&flow, "2028-09-01").lkv, between("0", "1470.56"));
}

#[test]
fn loonkostenvoordeel_for_resuming_work_stops_after_twelve_months() {
    let resumes = with(TILBURG, &[("history", "resumes"), ("benefit", "wia"), ("register", "false")]);
    let flow = flow(&[&resumes], &no_rise());
    assert_eq!(at(&flow, "2027-09-01").lkv, euro("370.07")); // a twelfth of 1,456 hours × 3.05
    assert_eq!(at(&flow, "2028-09-01").lkv, euro("4070.73")); // eleven twelfths
    assert_eq!(flow.afterwards.lkv, euro("0"));
}

#[test]
fn sheltered_work_brings_no_loonkostenvoordeel() {
    let flow = flow(&[&with(TILBURG, &[("job_kind", "sheltered")])], &no_rise());
    assert!(flow.months.iter().all(|month| month.entry.lkv == euro("0")));
}

#[test]
fn a_job_of_unknown_length_may_end_when_the_visitor_says_so() {
    let inputs = Inputs { contract: Labelled::told(Contract::MayEnd), ..no_rise() };
    let flow = flow(&[TILBURG], &inputs);
    assert_eq!(at(&flow, "2027-02-01").wage, between("0", "1818.79"));
}

#[test]
fn every_input_matters() {
    let base = no_rise();
    let before = flow(&[TILBURG], &base).months;
    let two = decimal("0.02");
    let changed = [
        Inputs { wages: vec![Labelled::told(Wage::Above(two))], ..base.clone() },
        Inputs { charges: Labelled::told(euro("0.25")), ..base.clone() },
        Inputs { lks_delay: Labelled::told(3), ..base.clone() },
        Inputs { holiday: Labelled::told(HolidayPay::EachMonth), ..base.clone() },
        Inputs { subsidy: Labelled::told(Subsidy::FlatFirst), ..base.clone() },
        Inputs { contract: Labelled::told(Contract::MayEnd), ..base.clone() },
        Inputs { growth: Some(Growth { least: two, most: two }), ..base },
    ];
    for inputs in changed {
        assert_ne!(flow(&[TILBURG], &inputs).months, before, "{inputs:?}");
    }
}

#[test]
fn holiday_allowance_is_paid_in_may_over_what_was_built_up() {
    let flow = flow(&[TILBURG], &no_rise());
    assert_eq!(at(&flow, "2027-04-01").holiday, euro("0"));
    assert_eq!(at(&flow, "2027-05-01").holiday, euro("873.00")); // 6 × 145.50
    assert_eq!(at(&flow, "2027-05-01").charges, euro("632.57")); // (1,818.79 + 873.00) × 23.5 %
    assert_eq!(at(&flow, "2028-05-01").holiday, euro("1746.00"));
    assert_eq!(flow.afterwards.holiday, euro("873.00"));
}

#[test]
fn holiday_allowance_can_be_paid_each_month() {
    let inputs = Inputs { holiday: Labelled::told(HolidayPay::EachMonth), ..defaults() };
    let flow = flow(&[TILBURG], &inputs);
    assert_eq!(at(&flow, "2026-12-01").holiday, euro("145.50"));
    assert_eq!(at(&flow, "2026-12-01").charges, euro("461.61")); // (1,818.79 + 145.50) × 23.5 %
}

#[test]
fn the_flat_rate_runs_six_months_and_then_the_measured_subsidy_goes_on() {
    let inputs =
        Inputs { subsidy: Labelled::told(Subsidy::FlatFirst), lks_delay: Labelled::told(0), ..no_rise() };
    let flow = flow(&[TILBURG], &inputs);
    assert_eq!(at(&flow, "2026-12-01").lks, euro("1212.20"));
    assert_eq!(at(&flow, "2027-05-01").lks, euro("1212.20"));
    assert_eq!(at(&flow, "2027-06-01").lks, euro("1090.99"));
}

#[test]
fn a_job_that_ends_pays_the_rest_of_the_holiday_allowance_and_then_costs_nothing() {
    let six_months = with(TILBURG, &[("start", "2026-06-01"), ("contract_months", "6")]);
    let flow = flow(&[&six_months], &defaults());
    // June at 14.71, July to November at 14.99: 142.78 + 5 × 145.50.
    assert_eq!(at(&flow, "2026-11-01").holiday, euro("870.28"));
    assert_eq!(at(&flow, "2026-12-01").out(), euro("0"));
    assert_eq!(at(&flow, "2027-01-01").out(), euro("0"));
    assert_eq!(flow.unknown, None);
}

#[test]
fn a_month_is_counted_by_its_days() {
    let half = with(TILBURG, &[("start", "2026-12-17")]);
    let flow = flow(&[&half], &Inputs { lks_delay: Labelled::told(0), ..defaults() });
    assert_eq!(at(&flow, "2026-12-01").wage, euro("880.06")); // 1,818.786… × 15/31
    assert_eq!(at(&flow, "2026-12-01").lks, euro("527.90")); // 1,090.99 × 15/31
}

#[test]
fn a_start_known_to_the_month_gives_a_range_in_that_month_only() {
    let december = with(TILBURG, &[("start", "2026-12")]);
    let flow = flow(&[&december], &no_rise());
    assert_eq!(at(&flow, "2026-12-01").wage, between("58.67", "1818.79"));
    assert_eq!(at(&flow, "2027-01-01").wage, euro("1818.79"));
}

#[test]
fn a_wage_above_the_minimum_does_not_raise_the_subsidy() {
    let above = Inputs { wages: vec![Labelled::told(Wage::Above(decimal("0.10")))], ..no_rise() };
    let flow = flow(&[TILBURG], &above);
    assert_eq!(at(&flow, "2026-12-01").wage, euro("2000.67")); // 1,818.786… × 1.1
    assert_eq!(at(&flow, "2027-02-01").lks, euro("1090.99"));
}

#[test]
fn a_wage_below_the_minimum_is_pointed_out() {
    let low = Inputs { wages: vec![Labelled::told(Wage::PerMonth(decimal("1800")))], ..defaults() };
    let flow = flow(&[TILBURG], &low);
    assert_eq!(flow.hires[0].below_minimum, [day("2026-12-01")]);
    assert_eq!(at(&flow, "2027-06-01").wage, euro("1800"));
}

#[test]
fn somebody_of_twenty_may_turn_twenty_one() {
    let young = with(TILBURG, &[("age", "20")]);
    let flow = flow(&[&young], &Inputs { lks_delay: Labelled::told(0), ..no_rise() });
    // The subsidy keeps the age of the first working day until 1 January; the wage follows a birthday.
    assert_eq!(at(&flow, "2026-12-01").lks, euro("872.79"));
    assert_eq!(at(&flow, "2026-12-01").wage, between("1454.79", "1818.79"));
    assert_eq!(at(&flow, "2028-06-01").wage, euro("1818.79"));
}

#[test]
fn two_hires_in_two_municipalities_are_the_sum_of_the_two_singles() {
    let inputs = no_rise();
    let (a, b, both) =
        (flow(&[TILBURG], &inputs), flow(&[UTRECHT], &inputs), flow(&[TILBURG, UTRECHT], &inputs));
    for ((a, b), both) in a.months.iter().zip(&b.months).zip(&both.months) {
        assert_eq!(both.net, a.net.plus(b.net), "{}", both.first);
        assert_eq!(both.balance, a.balance.plus(b.balance), "{}", both.first);
        assert_eq!(both.advanced, a.advanced.plus(b.advanced), "{}", both.first);
    }
}

#[test]
fn what_is_advanced_is_the_subsidy_of_the_months_of_delay() {
    let flow = flow(&[TILBURG], &no_rise());
    assert_eq!(flow.advanced, euro("2181.98")); // 2 × 1,090.99
    assert_eq!(flow.afterwards.lks, euro("2181.98"));
}

#[test]
fn a_hire_without_subsidy_says_why() {
    let flow = flow(&[&with(TILBURG, &[("lks_group", "false")])], &no_rise());
    assert!(flow.hires[0].no_lks.is_some());
    assert!(flow.months.iter().all(|month| month.entry.lks == euro("0")));
}

#[test]
fn the_defaults_say_what_they_rest_on() {
    let inputs = defaults();
    assert_eq!(inputs.charges.value, euro("0.235"));
    let Basis::Figure(id) = inputs.charges.basis else { panic!("a figure") };
    assert_eq!(RULES.definitions[id.row()].id, "charges_share");
    assert_eq!(inputs.lks_delay.basis, Basis::Assumed);
    assert_eq!(inputs.wage(3).basis, Basis::Assumed);
    assert_eq!(inputs.growth, None);
}

#[test]
fn without_a_first_working_day_there_is_no_cash_flow() {
    let hire: Vec<_> = TILBURG.iter().copied().filter(|(key, _)| *key != "start").collect();
    assert_eq!(flow_of(&hired(&[&hire]), &defaults()), Err(NoCashFlow::NoStart));
    let list = RULES.list_id("hires").expect("a list");
    assert_eq!(flow_of(&hired(&[]), &defaults()), Err(NoCashFlow::Nobody(list)));
    assert_eq!(flow_of(&Answers::new(&RULES), &defaults()), Err(NoCashFlow::NotTold(list)));
}

#[test]
fn the_rows_of_the_download_are_the_months() {
    let flow = flow(&[TILBURG], &no_rise());
    let rows = flow.rows();
    assert_eq!(rows.len(), MONTHS);
    for (row, month) in rows.iter().zip(&flow.months) {
        assert_eq!(row.cells[6], month.balance);
        assert_eq!(row.cells[5], row.cells[3].plus(row.cells[4]).minus(month.entry.out()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_balance_is_the_sum_of_all_that_moved(hours in 0u32..40, share in 0u32..100, delay in 0u8..30) {
        let (hours, share) = (hours.to_string(), format!("{share} %"));
        let inputs = Inputs { lks_delay: Labelled::told(delay), ..no_rise() };
        let flow = flow(&[&with(TILBURG, &[("hours", &hours), ("loonwaarde", &share), ("full_time_hours", "40")]), UTRECHT], &inputs);
        let mut balance = euro("0");
        for (row, month) in flow.months.iter().enumerate() {
            let parts = flow.hires.iter().filter_map(|hire| hire.entries.get(row));
            balance = parts.fold(balance, |sum, entry| sum.plus(entry.net()));
            prop_assert_eq!(month.balance, balance);
        }
    }

    #[test]
    fn a_wider_answer_or_input_never_narrows_a_month(
        hours in 1u32..30, more in 0u32..6, share in 0u32..60, wider in 0u32..40,
        age in 16u32..66, older in 0u32..5, length in 1u32..30, longer in 0u32..12, rise in 0u32..4,
    ) {
        let growth = |most: u32| Growth { least: decimal("0"), most: rust_decimal::Decimal::new(most.into(), 2) };
        let inputs = |most| Inputs { growth: Some(growth(most)), ..defaults() };
        let (h, s, a, l) = (hours.to_string(), format!("{share} %"), age.to_string(), length.to_string());
        let exact = with(TILBURG, &[("hours", &h), ("loonwaarde", &s), ("age", &a), ("contract_months", &l)]);
        let h = format!("{hours}..{}", hours + more);
        let s = format!("{share} %..{} %", share + wider);
        let a = format!("{age}..{}", age + older);
        let l = format!("{length}..{}", length + longer);
        let wide = with(TILBURG, &[("hours", &h), ("loonwaarde", &s), ("age", &a), ("contract_months", &l), ("start", "2026-12")]);
        let (one, all) = (flow(&[&exact], &inputs(0)), flow(&[&wide], &inputs(rise)));
        for (one, all) in one.months.iter().zip(&all.months) {
            for (one, all) in [
                (one.entry.wage, all.entry.wage), (one.entry.charges, all.entry.charges),
                (one.entry.lks, all.entry.lks), (one.entry.lkv, all.entry.lkv),
                (one.balance, all.balance), (one.advanced, all.advanced),
            ] {
                prop_assert_eq!(all.hull(one), all, "{}", one == all);
            }
        }
    }
}
