//! What each hire brings, over the real rules.

#![allow(clippy::expect_used)] // a test that cannot go on stops

mod inclusive;

use inclusive::{LABOUR, RULES, TILBURG, TODAY, UTRECHT, between, day, euro, hired, with};
use proptest::prelude::*;
use steunwijzer_engine::advice::{Advice, Because, Verdict};
use steunwijzer_engine::advise;
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::number::Number;
use steunwijzer_plan::hires::{Hires, Labour, More, WhyNoAverage, hires};

fn judged(answers: &Answers) -> Advice {
    advise(&RULES, answers, day(TODAY))
}

fn plan<'a>(answers: &Answers, advice: &'a Advice) -> Hires<'a> {
    hires(&RULES, &LABOUR, answers, advice)
}

fn id(scheme: steunwijzer_engine::rulebook::SchemeId) -> &'static str {
    &RULES.schemes[scheme.row()].id
}

#[test]
fn s6_measured_and_flat_stand_side_by_side() {
    let answers = hired(&[TILBURG]);
    let advice = judged(&answers);
    let plan = plan(&answers, &advice);
    let hire = &plan.plans[0];
    let lines = |offer: steunwijzer_plan::hires::Offer<'_>| {
        offer.advice.amounts.iter().map(|line| line.value).collect::<Vec<_>>()
    };
    let measured = lines(hire.measured);
    assert_eq!(measured[3..], [euro("883.39"), euro("207.60"), euro("1090.99")]);
    let flat = lines(hire.flat);
    assert_eq!(flat[2..], [euro("981.54"), euro("230.66"), euro("1212.20")]);
}

#[test]
fn s6_the_flat_rate_is_more_until_june_and_the_wage_is_set_again_in_january() {
    let answers = hired(&[TILBURG]);
    let advice = judged(&answers);
    let comparison = plan(&answers, &advice).plans[0].comparison.expect("both fit");
    assert_eq!(comparison.more, More::Flat);
    assert_eq!(comparison.difference, euro("121.21"));
    assert_eq!(comparison.flat_ends, (day("2027-06-01"), day("2027-06-01")));
    assert_eq!(comparison.set_again, (day("2027-01-01"), day("2027-01-01")));
}

#[test]
fn s6_loonkostenvoordeel_over_a_full_year_comes_the_year_after() {
    let answers = hired(&[TILBURG]);
    let advice = judged(&answers);
    let plan = plan(&answers, &advice);
    let lkv = &plan.plans[0].lkv;
    let fits = lkv.offers.iter().filter(|offer| offer.advice.verdict == Verdict::Fits);
    let fits: Vec<Number> = fits.map(|offer| offer.total(&RULES)).collect();
    assert_eq!(fits, [euro("1470.56")]);
    assert_eq!(lkv.paid_by, Some(day("2027-09-12")));
}

#[test]
fn no_day_of_payment_is_promised_while_the_year_of_the_start_is_open() {
    let answers = hired(&[&with(TILBURG, &[("start", "2026-12..2027-01")])]);
    let advice = judged(&answers);
    assert_eq!(plan(&answers, &advice).plans[0].lkv.paid_by, None);
}

#[test]
fn forty_hours_of_loonkostenvoordeel_reach_the_yearly_cap() {
    let answers = hired(&[&with(TILBURG, &[("hours", "40"), ("full_time_hours", "40")])]);
    let advice = judged(&answers);
    assert_eq!(plan(&answers, &advice).plans[0].lkv.highest, euro("2000"));
}

#[test]
fn of_two_kinds_of_loonkostenvoordeel_only_the_highest_counts() {
    let both = with(TILBURG, &[("benefit", "wia"), ("lkv_statement", "true")]);
    let answers = hired(&[&both]);
    let advice = judged(&answers);
    let plan = plan(&answers, &advice);
    let lkv = &plan.plans[0].lkv;
    assert_eq!(lkv.highest, euro("4440.80")); // 28 × 52 × 3.05, not with 1,470.56 added
    assert_eq!(
        lkv.leading.iter().map(|scheme| id(*scheme)).collect::<Vec<_>>(),
        ["lkv-arbeidsgehandicapte-werknemer"]
    );
}

#[test]
fn a_kind_that_may_fit_widens_the_highest_from_the_one_that_fits() {
    let open = with(TILBURG, &[("papers", "?")]);
    let answers = hired(&[&open]);
    let advice = judged(&answers);
    assert_eq!(plan(&answers, &advice).plans[0].lkv.highest, between("1470.56", "4440.80"));
}

#[test]
fn sheltered_work_shuts_out_loonkostenvoordeel() {
    let sheltered = with(TILBURG, &[("job_kind", "sheltered")]);
    let answers = hired(&[&sheltered]);
    let advice = judged(&answers);
    let lkv = &plan(&answers, &advice).plans[0].lkv;
    assert_eq!(lkv.highest, euro("0"));
    assert_eq!(lkv.not_beside.map(id), Some("beschut-werk"));
}

#[test]
fn illness_has_two_readings() {
    let answers = hired(&[TILBURG]);
    let advice = judged(&answers);
    let plan = plan(&answers, &advice);
    let illness = &plan.plans[0].illness;
    assert_eq!(illness.cover.advice.verdict, Verdict::Fits);
    assert_eq!((illness.stops, illness.continues), (euro("0"), euro("1090.99")));
    assert!(!illness.sources.is_empty());
}

#[test]
fn wajong_is_referred_to_loondispensatie() {
    let answers = hired(&[&with(TILBURG, &[("benefit", "wajong")])]);
    let advice = judged(&answers);
    let plan = plan(&answers, &advice);
    let hire = &plan.plans[0];
    let from_lks = hire.referrals.iter().find(|referral| referral.from == hire.measured.scheme);
    assert_eq!(from_lks.map(|referral| id(referral.to)), Some("loondispensatie-wajong"));
    assert_eq!(hire.measured.total(&RULES), euro("0"));
    assert_eq!(hire.comparison, None);
}

/// Scenario S15: a woman of 58 from the WW, not in the target group.
#[test]
fn a_hire_that_fits_nothing_says_why_scheme_by_scheme() {
    let answers = hired(&[&[
        ("place", "GM0200"),
        ("age", "58"),
        ("start", "2026-12-01"),
        ("hours", "32"),
        ("benefit", "ww"),
        ("job_kind", "ordinary"),
        ("history", "none"),
        ("papers", "[]"),
        ("lks_group", "false"),
        ("register", "false"),
    ]]);
    let advice = judged(&answers);
    let plan = plan(&answers, &advice);
    let why = plan.plans[0].nothing.as_ref().expect("nothing fits");
    let lks = why.iter().find(|(scheme, _)| id(*scheme) == "lks-participatiewet").expect("named");
    let Because::Fails(condition) = lks.1 else { panic!("{:?}", lks.1) };
    let asked = RULES.question_id("hire.lks_group").expect("a question");
    assert_eq!(RULES.conditions[condition.row()].questions, [asked]);
}

#[test]
fn two_hires_in_two_municipalities_are_the_sum_of_the_two_singles() {
    let single = |hire| {
        let answers = hired(&[hire]);
        let advice = judged(&answers);
        plan(&answers, &advice).totals
    };
    let (a, b) = (single(TILBURG), single(UTRECHT));
    let answers = hired(&[TILBURG, UTRECHT]);
    let advice = judged(&answers);
    let both = plan(&answers, &advice).totals;
    assert_eq!(both.measured_month, a.measured_month.plus(b.measured_month));
    assert_eq!(both.flat_month, a.flat_month.plus(b.flat_month));
    assert_eq!(both.lkv_year, a.lkv_year.plus(b.lkv_year));
    assert_eq!(both.measured_month, euro("2303.19")); // 1,090.99 + 1,212.20
}

#[test]
fn an_average_of_hires_that_differ_is_refused_with_the_reasons() {
    let answers = hired(&[TILBURG, UTRECHT]);
    let advice = judged(&answers);
    let refused = plan(&answers, &advice).average.expect("they differ");
    assert_eq!(
        refused.why,
        [
            WhyNoAverage::ShareIsCapped,
            WhyNoAverage::HoursAndLoonwaarde,
            WhyNoAverage::Ages,
            WhyNoAverage::Municipalities,
        ]
    );
}

#[test]
fn one_hire_is_its_own_average() {
    let answers = hired(&[TILBURG]);
    let advice = judged(&answers);
    assert_eq!(plan(&answers, &advice).average, None);
}

#[test]
fn hires_not_told_yet_add_up_to_a_range_from_nothing() {
    let answers = Answers::new(&RULES);
    let advice = judged(&answers);
    let lkv = plan(&answers, &advice).totals.lkv_year.limits().expect("known figures");
    assert_eq!(lkv, (inclusive::decimal("0"), inclusive::decimal("120000"))); // 20 × 6,000
}

#[test]
fn nobody_hired_is_nothing() {
    let answers = hired(&[]);
    let advice = judged(&answers);
    let plan = plan(&answers, &advice);
    assert!(plan.plans.is_empty());
    assert_eq!(plan.totals.measured_month, euro("0"));
}

#[test]
fn a_rulebook_without_the_scheme_is_refused_by_name() {
    let mut rules = RULES.clone();
    let row = rules.scheme_id("lks-forfaitair").expect("a scheme").row();
    rules.schemes[row].id = "other".to_owned();
    let missing = Labour::new(&rules).expect_err("it is missing");
    assert!(missing.to_string().contains("`lks-forfaitair`"), "{missing}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn more_loonwaarde_is_never_more_subsidy(low in 0u32..100, more in 1u32..50, hours in 0u32..=36) {
        let month = |share: u32| {
            let (share, hours) = (format!("{} %", share.min(99)), hours.to_string());
            let answers = hired(&[&with(TILBURG, &[("loonwaarde", &share), ("hours", &hours)])]);
            let advice = judged(&answers);
            plan(&answers, &advice).totals.measured_month.single().expect("everything is known")
        };
        prop_assert!(month(low + more) <= month(low));
    }

    #[test]
    fn the_share_that_the_municipality_makes_up_stays_under_its_cap(share in 0u32..100, hours in 0u32..=36) {
        let (share, hours_text) = (format!("{share} %"), hours.to_string());
        let answers = hired(&[&with(TILBURG, &[("loonwaarde", &share), ("hours", &hours_text)])]);
        let advice = judged(&answers);
        let most = inclusive::decimal("60.6104") * rust_decimal::Decimal::from(hours); // 2,181.96 / 36, charges in
        let month = plan(&answers, &advice).totals.measured_month.single().expect("everything is known");
        prop_assert!(month <= most + inclusive::decimal("0.02"));
    }

    #[test]
    fn a_wider_answer_never_narrows_a_total(share in 0u32..99, wider in 0u32..50, hours in 1u32..30, more in 0u32..6) {
        let totals = |share: String, hours: String| {
            let answers = hired(&[&with(TILBURG, &[("loonwaarde", &share), ("hours", &hours)]), UTRECHT]);
            let advice = judged(&answers);
            plan(&answers, &advice).totals
        };
        let exact = totals(format!("{share} %"), hours.to_string());
        let wide = totals(format!("{share} %..{} %", (share + wider).min(100)), format!("{hours}..{}", hours + more));
        for (one, all) in [
            (exact.measured_month, wide.measured_month),
            (exact.flat_month, wide.flat_month),
            (exact.lkv_year, wide.lkv_year),
        ] {
            prop_assert_eq!(all.hull(one), all);
        }
    }

    #[test]
    fn subsidy_scales_with_the_hours_up_to_the_full_time_week(
        share in 0u32..100, hours in 1u32..=36, full_time in 37u32..=45, above in 0u32..10,
    ) {
        let month = |hours: u32| {
            let (share, hours, week) = (format!("{share} %"), hours.to_string(), full_time.to_string());
            let told = [("loonwaarde", &*share), ("hours", &*hours), ("full_time_hours", &*week)];
            let answers = hired(&[&with(TILBURG, &told)]);
            let advice = judged(&answers);
            let totals = plan(&answers, &advice).totals;
            (totals.measured_month.single().expect("known"), totals.flat_month.single().expect("known"))
        };
        let parts = rust_decimal::Decimal::from(hours) / rust_decimal::Decimal::from(36);
        let (whole, part) = (month(36), month(hours));
        // Two lines, each rounded to the cent.
        let cents = inclusive::decimal("0.02");
        prop_assert!((whole.0 * parts - part.0).abs() <= cents);
        prop_assert!((whole.1 * parts - part.1).abs() <= cents);
        prop_assert_eq!(month(full_time + above), month(full_time));
    }

    #[test]
    fn loonkostenvoordeel_stays_under_its_yearly_cap(hours in 0u32..=60) {
        let hours = hours.to_string();
        let answers = hired(&[&with(TILBURG, &[("hours", &hours), ("full_time_hours", "40")])]);
        let advice = judged(&answers);
        let year = plan(&answers, &advice).totals.lkv_year.single().expect("everything is known");
        prop_assert!(year <= inclusive::decimal("2000"));
    }

    #[test]
    fn the_shown_lines_add_up_to_the_total(share in 0u32..100, hundredths in 0u32..=3600) {
        let (share, hours) = (format!("{share} %"), format!("{}.{:02}", hundredths / 100, hundredths % 100));
        let answers = hired(&[&with(TILBURG, &[("loonwaarde", &share), ("hours", &hours)])]);
        let advice = judged(&answers);
        let plan = plan(&answers, &advice);
        let hire = &plan.plans[0];
        for offer in [hire.measured, hire.flat] {
            let lines: Vec<Number> = offer.advice.amounts.iter().map(|line| line.value).collect();
            let [.., subsidy, charges, total] = lines[..] else { panic!("{lines:?}") };
            prop_assert_eq!(subsidy.plus(charges), total);
            prop_assert_eq!(total, offer.total(&RULES));
        }
    }

    #[test]
    fn the_sum_over_hires_is_the_sum_of_each_alone(
        people in proptest::collection::vec((16u32..67, 1u32..40, 0u32..100, 0usize..4), 1..6),
    ) {
        const PLACES: [&str; 4] = ["GM0855", "GM0344", "GM0518", "GM0599"];
        let texts: Vec<_> = people
            .iter()
            .map(|(age, hours, share, place)| {
                (age.to_string(), hours.to_string(), format!("{share} %"), PLACES[*place])
            })
            .collect();
        let hire = |(age, hours, share, place): &'_ (String, String, String, &'static str)| {
            let told = [("age", age.clone()), ("hours", hours.clone()), ("loonwaarde", share.clone())];
            let kept = TILBURG.iter().filter(|(key, _)| !["age", "hours", "loonwaarde", "place"].contains(key));
            let kept = kept.map(|(key, value)| (*key, (*value).to_owned()));
            let new = told.into_iter().chain([("place", (*place).to_owned()), ("full_time_hours", "40".to_owned())]);
            kept.chain(new).collect::<Vec<_>>()
        };
        let totals = |rows: &[Vec<(&str, String)>]| {
            let rows: Vec<Vec<(&str, &str)>> =
                rows.iter().map(|row| row.iter().map(|(key, value)| (*key, value.as_str())).collect()).collect();
            let rows: Vec<&[(&str, &str)]> = rows.iter().map(Vec::as_slice).collect();
            let answers = hired(&rows);
            let advice = judged(&answers);
            plan(&answers, &advice).totals
        };
        let all: Vec<_> = texts.iter().map(hire).collect();
        let each: Vec<_> = all.iter().map(|one| totals(std::slice::from_ref(one))).collect();
        let sum = |of: fn(&steunwijzer_plan::hires::Totals) -> Number| each.iter().map(of).fold(euro("0"), Number::plus);
        let together = totals(&all);
        prop_assert_eq!(together.measured_month, sum(|one| one.measured_month));
        prop_assert_eq!(together.flat_month, sum(|one| one.flat_month));
        prop_assert_eq!(together.lkv_year, sum(|one| one.lkv_year));
    }
}
