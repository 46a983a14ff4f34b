//! Every answer about a hire that the plan reads makes a difference, and so does every one about a need.

#![allow(clippy::expect_used)] // a test that cannot go on stops

mod inclusive;
mod support;

use inclusive::{LABOUR, RULES, TILBURG, TODAY, day, hired, with};
use steunwijzer_engine::advise;
use steunwijzer_engine::notation::Written;
use steunwijzer_engine::number::Number;
use steunwijzer_plan::cash_flow::{CashFlow, Inputs, NoCashFlow, cash_flow};
use steunwijzer_plan::hires::{Totals, hires};
use steunwijzer_plan::stack::{AidRoom, Means, Stack, Wish};
use support::{Case, Known, d, rotterdam_circular, s4, scheme, text};

fn planned(hire: &[(&str, &str)]) -> (Totals, Result<CashFlow, NoCashFlow>) {
    let answers = hired(&[hire]);
    let advice = advise(&RULES, &answers, day(TODAY));
    let hires = hires(&RULES, &LABOUR, &answers, &advice);
    let inputs = Inputs::defaults(&RULES, &LABOUR, day(TODAY));
    (hires.totals, cash_flow(&RULES, &LABOUR, &answers, &hires, &inputs))
}

#[test]
fn every_answer_about_a_hire_changes_what_the_hires_add_up_to() {
    let before = planned(TILBURG).0;
    let other = [
        ("age", "18"),
        ("start", "2024-06-01"),
        ("hours", "20"),
        ("loonwaarde", "40 %"),
        ("pays_minimum", "false"),
        ("register", "false"),
        ("lks_group", "false"),
        ("job_kind", "wsw"),
        ("benefit", "wajong"),
        ("papers", "?"),
    ];
    let same: Vec<&str> = other
        .iter()
        .filter(|change| planned(&with(TILBURG, &[**change])).0 == before)
        .map(|(key, _)| *key)
        .collect();
    assert_eq!(same, Vec::<&str>::new());
}

/// The same amount, but over the first twelve months only.
#[test]
fn whether_somebody_resumes_work_changes_the_cash_flow() {
    let of = |history| {
        let changes = [("benefit", "wia"), ("register", "false"), ("papers", "?"), ("history", history)];
        planned(&with(TILBURG, &changes)).1.map(|flow| flow.months)
    };
    assert!(of("resumes") != of("none"));
}

#[test]
fn every_answer_about_a_hire_changes_the_cash_flow() {
    let before = planned(TILBURG).1.map(|flow| flow.months);
    let other = [
        ("age", "18"),
        ("start", "2026-12-15"),
        ("hours", "20"),
        ("loonwaarde", "40 %"),
        ("lks_group", "false"),
        ("contract_months", "6"),
    ];
    let same: Vec<&str> = other
        .iter()
        .filter(|change| planned(&with(TILBURG, &[**change])).1.map(|flow| flow.months) == before)
        .map(|(key, _)| *key)
        .collect();
    assert_eq!(same, Vec::<&str>::new());
}

fn solar_roof(means: Means, wishes: &[Wish]) -> Stack {
    let mut case = s4();
    case.need(0, "need.repay_months", &Written::Whole(120));
    case.stack(0, &Known(means), wishes)
}

#[test]
fn cash_rate_and_wage_support_change_a_stack() {
    let means = |cash: &str, rate: &str| Means {
        cash_for_debt: Number::exactly(d(cash)),
        rate: Some(d(rate)),
        ..Means::unknown()
    };
    let before = solar_roof(means("100000", "0.05"), &[]).proposals;
    let changed = [
        ("less cash", means("20000", "0.05")),
        ("a higher rate", means("100000", "0.09")),
        ("wage-cost support", Means { wage_support: d("5000"), ..means("100000", "0.05") }),
    ];
    for (what, means) in changed {
        assert!(solar_roof(means, &[]).proposals != before, "{what}");
    }
}

#[test]
fn the_room_for_aid_changes_a_stack() {
    let with = |room: &str| {
        let means = Means { aid: AidRoom { general: Number::exactly(d(room)) }, ..Means::unknown() };
        let wishes = [Wish::Resize(scheme("rdam-citylab010"), d("6000"))];
        rotterdam_circular().stack(0, &Known(means), &wishes).proposals
    };
    assert!(with("6000") != with("5999.99"));
}

#[test]
fn every_wish_changes_a_stack() {
    let before = solar_roof(Means::unknown(), &[]).proposals;
    let platform = scheme("geldvoorelkaar");
    for wish in [Wish::Keep(platform), Wish::Resize(platform, d("1000")), Wish::Leave(platform)] {
        assert!(solar_roof(Means::unknown(), &[wish]).proposals != before, "{wish:?}");
    }
}

#[test]
fn every_answer_about_a_need_changes_its_stack() {
    let before = solar_roof(Means::unknown(), &[]);
    let changes: [(&str, Written); 8] = [
        ("need.purpose", text("working_capital")),
        ("need.amount", text("20000")),
        ("need.own_money", text("50000")),
        ("need.other_money", text("10000")),
        ("need.place", text("GM0599")),
        ("need.themes", Written::List(vec![text("food")])),
        ("need.repay_months", Written::Whole(0)),
        ("need.started", Written::Bool(true)),
    ];
    for (question, value) in changes {
        let mut case: Case = s4();
        case.need(0, question, &value);
        assert!(case.stack(0, &Known::default(), &[]) != before, "{question}");
    }
}
