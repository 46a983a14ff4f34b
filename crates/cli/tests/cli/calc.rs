//! One sum on the command line.

use crate::program::{edition, json, run, text};
use serde_json::Value;

/// The outcome of a calculator on 21 November 2026.
fn calc(name: &str, told: &[&str]) -> Value {
    json(&[&["calc", name, "--as-on", "2026-11-21"], told].concat(), "")
}

/// The line of a special, by its id.
fn line<'v>(found: &'v Value, id: &str) -> &'v str {
    let lines = found["lines"].as_array().unwrap();
    let line = lines.iter().find(|line| line["id"] == id).unwrap_or_else(|| panic!("no line {id}"));
    assert_eq!(line["value"]["from"], line["value"]["to"], "{id} is a range");
    line["value"]["from"].as_str().unwrap()
}

/// The line of a scheme.
fn of_scheme<'v>(found: &'v Value, scheme: &str, id: &str) -> &'v str {
    let schemes = found["schemes"].as_array().unwrap();
    let scheme = schemes.iter().find(|one| one["id"] == scheme).unwrap();
    let lines = scheme["subjects"][0]["amount"]["lines"].as_array().unwrap();
    lines.iter().find(|line| line["id"] == id).unwrap()["value"]["from"].as_str().unwrap()
}

#[test]
fn without_a_name_every_calculator_is_listed_with_its_keys() {
    let listed = text(&["calc"], "");
    let rulebook = edition().calculators.extend(&edition().rulebook);
    for calculator in &edition().calculators.all {
        assert!(listed.contains(&calculator.id), "{}", calculator.id);
        for id in &calculator.asks {
            let question = &rulebook.questions[id.row()];
            assert!(listed.contains(edition().nl.get(question.ask)), "{}", question.id);
        }
    }
}

#[test]
fn wage_cost_subsidy_measured_and_flat_side_by_side() {
    let told = ["hire.age=27", "hire.start=2026-12-01", "hire.hours=28", "hire.loonwaarde=55 %"];
    let found = calc("loonkostensubsidie", &told);
    assert_eq!(of_scheme(&found, "lks-participatiewet", "total"), "1090.99");
    assert_eq!(of_scheme(&found, "lks-forfaitair", "total"), "1212.20");
    assert_eq!(found["schemes"][0]["verdict"], "cannot-tell");
    assert_eq!(found["given"]["hires[0].job_kind"], "ordinary");
    assert_eq!(found["answers"]["hires[0].hours"], 28);
}

#[test]
fn wage_cost_benefit() {
    let found = calc(
        "loonkostenvoordeel",
        &["hire.age=27", "hire.start=2026-12-01", "hire.hours=28", "hire.register=true"],
    );
    assert_eq!(of_scheme(&found, "lkv-doelgroep-banenafspraak", "lkv"), "1470.56");
}

#[test]
fn wbso_with_a_decimal_as_one_types_it() {
    let told = [
        "org.employer=true",
        "need.start=2026-04-01",
        "need.so_hours=4000",
        "need.so_earlier=true",
        "need.so_wage=43.30",
        "need.so_starter=false",
    ];
    assert_eq!(of_scheme(&calc("wbso", &told), "wbso-werkgever", "wbso_credit"), "72000.00");
}

#[test]
fn energy_and_environment() {
    let told = [
        "org.taxpayer=true",
        "need.start=2026-12-15",
        "need.asset_cost=40000",
        "need.milieulijst=category_2",
    ];
    let found = calc("eia-mia", &told);
    assert_eq!(of_scheme(&found, "eia", "eia_deduction"), "16000.00");
    assert_eq!(of_scheme(&found, "mia", "mia_deduction"), "14400.00");
}

#[test]
fn guarantee() {
    let found = calc("bmkb", &["need.purpose=equipment", "need.amount=500000", "need.repay_months=72"]);
    assert_eq!(of_scheme(&found, "bmkb", "cover"), "225000.00");
    assert_eq!(of_scheme(&found, "bmkb", "fee"), "10625.00");
}

#[test]
fn a_loan_without_interest_costs_its_costs() {
    let told = [
        "need.amount=12000",
        "loan.rate=0 %",
        "need.repay_months=24",
        "loan.repayment=linear",
        "loan.costs=150",
    ];
    let found = calc("lening", &told);
    assert_eq!(line(&found, "linear"), "500.00");
    assert_eq!(line(&found, "interest"), "0.00");
    assert_eq!(line(&found, "cost"), "150.00");
    assert_eq!(line(&found, "paid"), "12150.00");
}

#[test]
fn an_annuity_of_one_year_at_twelve_percent() {
    // By hand: 1,000 × 0.01 / (1 − 1.01^−12) = 88.8488.
    let told = [
        "need.amount=1000",
        "loan.rate=12 %",
        "need.repay_months=12",
        "loan.repayment=annuity",
        "loan.cash=1000",
    ];
    let found = calc("lening", &told);
    assert_eq!(line(&found, "annuity"), "88.85");
    assert_eq!(found["finding"]["code"], "cannot-repay");
}

#[test]
fn a_loan_of_which_little_is_known_is_a_range_and_says_what_is_missing() {
    let wide = calc(
        "lening",
        &["need.amount={\"from\": 900, \"to\": 1100}", "loan.rate=12 %", "need.repay_months=12"],
    );
    let lines = wide["lines"].as_array().unwrap();
    let annuity = &lines.iter().find(|line| line["id"] == "annuity").unwrap()["value"];
    assert_eq!((annuity["from"].as_str(), annuity["to"].as_str()), (Some("79.96"), Some("97.73")));
    let nothing = calc("lening", &[]);
    assert_eq!(nothing["lines"][0]["value"], Value::Null);
    assert_eq!(nothing["lines"][0]["open"].as_array().unwrap().len(), 3);
}

#[test]
fn size_of_a_firm_with_a_partner_and_two_years() {
    let told = [
        "size.fte=45",
        "size.turnover=5000000",
        "size.balance=3000000",
        "relatives[0].share=30 %",
        "relatives[0].control=false",
        "relatives[0].investor=false",
        "relatives[0].fte=100",
        "relatives[0].turnover=1000000",
        "relatives[0].balance=1000000",
    ];
    let one = calc("mkb-toets", &told);
    assert_eq!(one["finding"]["code"], "medium");
    assert_eq!(line(&one, "fte"), "75");
    let before = ["size.fte_before=10", "size.turnover_before=1000000", "size.balance_before=1000000"];
    let two = calc("mkb-toets", &[&told[..], &before[..]].concat());
    assert_eq!(two["finding"]["code"], "small", "one year above the limit changes nothing yet");
}

#[test]
fn in_difficulty() {
    let told = [
        "org.legal_form=bv",
        "org.founded=2020-01-01",
        "difficulty.sme=true",
        "difficulty.capital=100000",
        "difficulty.reserves=0",
    ];
    let of = |losses: &str| {
        let own = [
            losses,
            "difficulty.insolvent=false",
            "difficulty.rescue=false",
            "difficulty.restructuring=false",
        ];
        calc("moeilijkheden", &[&told[..], &own[..]].concat())["finding"]["code"].clone()
    };
    assert_eq!(of("difficulty.losses=50000"), "not-in-difficulty");
    assert_eq!(of("difficulty.losses=50000.01"), "in-difficulty");
}

#[test]
fn a_mistake_names_key_value_and_what_is_allowed() {
    let mistakes = [
        (&["calc", "wbzo"][..], "did you mean `wbso`?"),
        (
            &["calc", "wbso", "need.so_hour=3"],
            "`need.so_hour`: this calculator has no such key: did you mean `need.so_hours`?",
        ),
        (
            &["calc", "wbso", "need.so_hours=veel"],
            "`need.so_hours`: `veel` is not how this question is answered\n  allowed: a whole number",
        ),
        (&["calc", "wbso", "org.fte=3"], "allowed: one of `org.legal_form`"),
        (&["calc", "wbso", "org.employer"], "`org.employer` has no `=`"),
        (&["calc", "wbso", "org.employer=true", "org.employer=false"], "the key stands here twice"),
        (&["calc", "steunruimte", "aid.amount=3"], "`received_aid[0].amount`"),
        (&["calc", "steunruimte", "received_aid[99].amount=3"], "received_aid[99].amount"),
    ];
    for (arguments, expected) in mistakes {
        let run = run(arguments, "");
        assert_eq!(run.code, Some(2), "{arguments:?}");
        assert!(run.err.contains(expected), "{arguments:?}: {}", run.err);
        assert!(run.out.is_empty());
    }
}

#[test]
fn both_languages_say_the_same_lines() {
    for calculator in &edition().calculators.all {
        let of = |lang| json(&["calc", &calculator.id, "--as-on", "2026-11-21", "--lang", lang], "");
        let ids = |found: &Value| -> Vec<Value> {
            found["lines"].as_array().unwrap().iter().map(|line| line["id"].clone()).collect()
        };
        let (nl, en) = (of("nl"), of("en"));
        assert_eq!(ids(&nl), ids(&en));
        assert_ne!(nl["title"], Value::Null);
        assert_ne!(nl["explanation"], en["explanation"]);
    }
}
