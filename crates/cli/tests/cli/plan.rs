//! `steunwijzer plan` on the scenarios about money: the sums of the scenario files, in both forms.

use crate::program::{json, run, scenario_answers as answers, text};
use serde_json::Value;

const PLAN: [&str; 4] = ["plan", "-", "--as-on", "2026-11-21"];
const ONE_HIRE: &str = "s06-one-hire.toml";
const SOLAR_ROOF: &str = "s04-solar-roof.toml";
const TWO_NEEDS: &str = "s07-second-location.toml";

fn plan(file: &str) -> Value {
    json(&PLAN, &answers(file))
}

fn exactly(amount: &str) -> Value {
    serde_json::json!({ "from": amount, "to": amount })
}

#[test]
fn a_hire_has_measured_and_flat_subsidy_side_by_side() {
    let plan = plan(ONE_HIRE);
    assert_eq!(plan["hires"][0]["measured"]["month"], exactly("1090.99"));
    assert_eq!(plan["hires"][0]["flat"]["month"], exactly("1212.20"));
    assert_eq!(plan["totals"]["measured_month"], exactly("1090.99"));
}

#[test]
fn the_working_of_a_hire_stands_in_the_text() {
    let shown = text(&PLAN, &answers(ONE_HIRE));
    for amount in ["883,39", "207,60", "1.090,99", "981,54", "1.212,20"] {
        assert!(shown.contains(amount), "{amount}");
    }
}

#[test]
fn the_cash_flow_has_24_months_of_which_those_from_2027_are_an_assumed_range() {
    let cash = &plan(ONE_HIRE)["cash_flow"];
    let months = cash["months"].as_array().unwrap();
    assert_eq!(months.len(), 24);
    assert_eq!(months[0]["month"], "2026-12-01");
    assert_eq!(cash["assumed_from"], "2027-01-01");
    assert_eq!(months[0]["wage"]["from"], months[0]["wage"]["to"]);
    assert_ne!(months[1]["wage"]["from"], months[1]["wage"]["to"]);
    assert_eq!(cash["csv"].as_str().unwrap().lines().count(), 25);
}

#[test]
fn the_need_of_the_solar_roof_is_400_000_of_which_340_000_is_asked() {
    let plan = plan(SOLAR_ROOF);
    let told = plan["needs"][0]["told"].as_array().unwrap();
    let of = |code: &str| &told.iter().find(|row| row["code"] == code).unwrap()["value"];
    assert_eq!(*of("total"), exactly("400000.00"));
    assert_eq!(*of("own"), exactly("60000.00"));
    assert_eq!(*of("asked"), exactly("340000.00"));
}

#[test]
fn every_proposal_says_of_each_layer_why_it_is_in_and_closes_the_gap() {
    let plan = plan(SOLAR_ROOF);
    for proposal in plan["needs"][0]["proposals"].as_array().unwrap() {
        assert_eq!(proposal["gap"]["value"]["from"], "0.00", "{}", proposal["title"]);
        let layers = proposal["layers"].as_array().unwrap();
        assert!(layers.iter().all(|layer| !layer["why"].as_array().unwrap().is_empty()));
        let euro = |layer: &Value| layer["value"]["from"].as_str().unwrap().parse::<rust_decimal::Decimal>();
        let counted =
            layers.iter().filter(|layer| layer["counted"] == true).map(|layer| euro(layer).unwrap());
        assert_eq!(counted.sum::<rust_decimal::Decimal>(), rust_decimal::Decimal::from(400_000));
    }
}

#[test]
fn what_is_out_says_why_in_words_and_with_a_code() {
    let plan = plan(SOLAR_ROOF);
    let proposals = plan["needs"][0]["proposals"].as_array().unwrap();
    let cheapest = |one: &&Value| one["aims"].as_array().unwrap().contains(&Value::from("cheapest"));
    let out = proposals.iter().find(cheapest).unwrap()["out"].as_array().unwrap();
    let platform = out.iter().find(|row| row["scheme"] == "geldvoorelkaar").unwrap();
    assert_eq!(
        (&platform["code"], &platform["why"]),
        (&Value::from("covered"), &Value::from("Andere bronnen dekken het bedrag al."),)
    );
}

#[test]
fn two_needs_have_two_stacks_that_are_never_added() {
    let plan = plan(TWO_NEEDS);
    assert_eq!(plan["needs"].as_array().unwrap().len(), 2);
    let shown = text(&PLAN, &answers(TWO_NEEDS));
    assert!(shown.contains("700.000") && shown.contains("500.000"));
    assert!(!shown.contains("1.200.000"));
}

#[test]
fn the_guarantee_on_a_bank_loan_stands_with_its_fee() {
    let shown = text(&PLAN, &answers(TWO_NEEDS));
    assert!(shown.contains("(bmkb)"), "{shown}");
}

#[test]
fn text_and_json_say_the_same_sentences() {
    let shown = text(&PLAN, &answers(SOLAR_ROOF));
    for proposal in plan(SOLAR_ROOF)["needs"][0]["proposals"].as_array().unwrap() {
        assert!(shown.contains(proposal["title"].as_str().unwrap()));
        for layer in proposal["layers"].as_array().unwrap() {
            for key in ["amount", "reason", "cost", "aid", "limits"] {
                let sentence = layer[key].as_str().unwrap();
                assert!(shown.contains(sentence), "{sentence}");
            }
        }
    }
}

#[test]
fn nothing_told_says_what_to_tell() {
    let shown = text(&PLAN, "{}");
    assert!(shown.contains("Vertel eerst waarvoor u geld zoekt."));
    let shown = text(&[&PLAN[..], &["--lang", "en"]].concat(), "{}");
    assert!(shown.contains("First tell what you need money for."));
}

#[test]
fn aid_that_was_received_takes_room() {
    let aid = r#"{"received_aid": [{"amount": 100000, "date": "2025-05-01", "regime": "general"}]}"#;
    let plan = json(&PLAN, aid);
    assert_eq!(plan["aid_room"][0]["ceiling"], "general");
    assert_eq!(plan["aid_room"][0]["left"], exactly("200000.00"));
}

#[test]
fn answers_with_a_mistake_give_exit_code_2() {
    assert_eq!(run(&PLAN, r#"{"org.nothing": 1}"#).code, Some(2));
}
