//! Scenario S13: nearly closed, just closed, ending, and overdue, over four invented schemes.

use crate::program::{root, run_with};
use serde_json::Value;

const IN_MAASTRICHT: &str = r#"{ "org.place": "GM0935" }"#;

fn out(arguments: &[&str]) -> String {
    let rules = root().join("tests/scenarios/s13-dates");
    let run = run_with(&rules, arguments, IN_MAASTRICHT);
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out.replace('\u{a0}', " ")
}

fn because(as_on: &str, id: &str) -> String {
    let advice: Value =
        serde_json::from_str(&out(&["advise", "-", "--as-on", as_on, "--json"])).expect("JSON");
    let schemes = advice["schemes"].as_array().expect("schemes");
    let scheme = schemes.iter().find(|scheme| scheme["id"] == id).expect("the scheme");
    scheme["subjects"][0]["because"]["code"].as_str().expect("a code").to_owned()
}

#[test]
fn what_closes_within_days_stands_first_with_its_hour_and_a_warning() {
    let advice = out(&["advise", "-", "--as-on", "2026-12-28"]);
    let term = "sluit op 31 december 2026 om 17:00 uur, nog 3 dagen: reken ook tijd om voor te bereiden";
    assert!(advice.contains(term), "{advice}");
    let (soon, overdue) = (advice.find("Sluit bijna"), advice.find("Te lang niet nagekeken"));
    assert!(soon < overdue, "{advice}");
}

#[test]
fn what_closed_is_announced_again_without_a_made_up_date() {
    let advice = out(&["advise", "-", "--as-on", "2026-12-28"]);
    let said =
        "De laatste ronde sloot op 15 december 2026. Er komt een nieuwe ronde. De datum is nog niet bekend.";
    assert!(advice.contains(said), "{advice}");
    assert!(!advice.contains("opent op"), "{advice}");
}

#[test]
fn what_ended_says_nothing_of_a_successor() {
    let advice = out(&["explain", "ends", "-", "--as-on", "2027-01-05"]);
    assert!(advice.contains("De laatste ronde sloot op 31 december 2026."), "{advice}");
    assert!(!advice.contains("nieuwe ronde"), "{advice}");
}

#[test]
fn an_overdue_rule_is_never_a_plain_fit() {
    assert_eq!(because("2026-12-28", "overdue"), "overdue");
}

#[test]
fn another_day_closes_what_was_open() {
    for id in ["nearly-closed", "ends"] {
        assert_eq!(because("2026-12-28", id), "person-decides", "{id}");
        assert_eq!(because("2027-01-05", id), "closed", "{id}");
    }
}
