//! Trying out other rules: gains and losses worked by hand, and mistakes at their place.

use crate::small::{Folder, edition, judging, rules};
use std::path::Path;
use steunwijzer_batch::what_if::{self, WhatIf};
use steunwijzer_batch::{Comparing, compare};

const WIDER: &str = r#"
[["schemes/funds/garden-fund.toml".condition]]
id   = "place"
when = 'org.place in (province("Utrecht"), province("Drenthe"))'

[["schemes/funds/garden-fund.toml".condition]]
id   = "small"
when = 'org.fte < 10'

[["schemes/labour/youth-bonus.toml".amount]]
id    = "total"
value = 'half * 4'
"#;

const INPUT: &str = "id,org.place,org.legal_form,org.fte,hires[0].age,hires[0].start\n\
    gains,GM0109,stichting,3,20,2026-12-01\n\
    loses,GM0344,stichting,20,28,2026-12-01\n\
    stays,GM0344,stichting,3,28,2026-12-01\n\
    opens,GM0109,stichting,,28,2026-12-01\n\
    closes,GM0344,stichting,\"{\"\"from\"\":20,\"\"to\"\":60}\",28,2026-12-01\n";

fn tried(changes: &str) -> Result<WhatIf, String> {
    let folder = Folder::new().with("changes.toml", changes);
    what_if::compile(&rules(), &folder.path("changes.toml"))
}

fn refused(changes: &str) -> String {
    tried(changes).map(|_| ()).unwrap_err()
}

fn compared() -> Folder {
    let folder = Folder::new().with("in.csv", INPUT).with("changes.toml", WIDER);
    let changed = what_if::compile(&rules(), &folder.path("changes.toml")).unwrap();
    let comparing = Comparing::new(judging(edition()), judging(&changed.edition));
    compare(&folder.job("in.csv", "out.csv"), &comparing, &mut |_| {}).unwrap();
    folder
}

#[test]
fn each_row_that_changes_stands_in_the_file_with_its_effect() {
    let effects: Vec<String> = compared()
        .table("out.csv")
        .into_iter()
        .map(|row| format!("{} {} {}: {} -> {}", row[1], row[2], row[4], row[5], row[6]))
        .collect();
    let expected = [
        "gains garden-fund gained: does-not-fit -> fits",
        "gains youth-bonus amount: fits -> fits",
        "loses garden-fund lost: fits -> does-not-fit",
        "opens garden-fund opened: does-not-fit -> cannot-tell",
        "closes garden-fund closed: cannot-tell -> does-not-fit",
    ];
    assert_eq!(effects, expected);
}

#[test]
fn gains_losses_and_differences_are_counted_by_scheme() {
    // The bonus of 60.25 counts four times instead of three: 241.00 against 180.75.
    let expected = "scheme,fits_now,fits_then,gained,lost,opened,closed,amount_changed,unit,lowest_now,\
        lowest_then,highest_now,highest_then,lowest_difference,highest_difference\r\n\
        garden-fund,2,2,1,1,1,1,0,,,,,,,\r\n\
        youth-bonus,1,1,0,0,0,0,1,euro-per-month,180.75,241.00,180.75,241.00,60.25,60.25\r\n";
    assert_eq!(compared().text("out.csv.summary.csv"), expected);
}

#[test]
fn a_worked_case_that_comes_out_otherwise_is_a_warning() {
    let warnings = tried(WIDER).unwrap().warnings;
    assert!(warnings.contains("twenty years old") || warnings.contains("180.75"), "{warnings}");
    assert!(warnings.contains("schemes/labour/youth-bonus.toml with "), "{warnings}");
}

#[test]
fn changes_of_nothing_change_nothing() {
    assert_eq!(tried("").unwrap().edition, *edition());
}

#[test]
fn what_is_replaced_by_itself_gives_the_same_verdicts() {
    let same = tried("[[\"schemes/funds/garden-fund.toml\".condition]]\nid = \"small\"\nwhen = 'is_small'\n");
    let same = same.unwrap();
    assert_eq!(same.edition.rulebook.edition.hash, edition().rulebook.edition.hash);
}

#[test]
fn a_condition_can_be_added_and_taken_away() {
    let changes = r#"
[["schemes/funds/garden-fund.toml".condition]]
id     = "small"
remove = true

[["schemes/funds/garden-fund.toml".case]]
name   = "too large"
remove = true

[["schemes/funds/garden-fund.toml".case]]
name    = "small"
like    = "a small foundation in Utrecht"
answers = { "org.fte" = 4 }
expect  = { verdict = "does-not-fit", failing = "large" }
source  = "worked by hand"

[["schemes/funds/garden-fund.toml".condition]]
id      = "large"
role    = "test"
when    = 'org.fte > 5'
nl      = "U bent groot."
en      = "You are large."
sources = [{ id = "by-law" }]
"#;
    let changed = tried(changes).unwrap().edition;
    let fund = changed.rulebook.scheme_id("garden-fund").unwrap();
    let ids: Vec<&str> =
        changed.rulebook.conditions_of(fund).iter().map(|condition| condition.id.as_str()).collect();
    assert_eq!(ids, ["place", "one-of-routes", "route-foundation", "route-people", "large"]);
}

#[test]
fn a_figure_is_found_by_its_first_day() {
    let changes = r#"
[["parameters/bonus.toml".parameter]]
id = "bonus"
[["parameters/bonus.toml".parameter.value]]
from = 2026-01-01
by   = { 20 = "200" }
"#;
    let changed = tried(changes).unwrap();
    assert!(changed.warnings.contains("got `300`"), "half of 200, three times: {}", changed.warnings);
}

#[test]
fn a_mistake_in_an_expression_stands_in_the_file_of_changes() {
    let shown = refused(
        "# a comment\n[[\"schemes/funds/garden-fund.toml\".condition]]\nid = \"small\"\nwhen = 'org.ftee < 10'\n",
    );
    assert!(shown.contains("changes.toml:4:"), "{shown}");
    assert!(shown.contains("org.ftee"), "{shown}");
}

#[test]
fn a_key_that_no_rule_file_has_stands_in_the_file_of_changes() {
    let shown = refused(
        "[[\"schemes/funds/garden-fund.toml\".condition]]\nid = \"new\"\nrole = \"test\"\nwhat = 'is_small'\n",
    );
    assert!(shown.contains("changes.toml:4:") && shown.contains("no key `what`"), "{shown}");
}

#[test]
fn a_file_that_the_rules_lack_is_named_with_the_nearest() {
    let shown = refused("[\"schemes/funds/garden-fnd.toml\"]\nstatus = \"closed\"\n");
    assert!(shown.contains("the rules have no file `schemes/funds/garden-fnd.toml`"), "{shown}");
    assert!(shown.contains("did you mean `schemes/funds/garden-fund.toml`?"), "{shown}");
}

#[test]
fn questions_are_not_tried_out() {
    let shown = refused("[\"questions/organisation.toml\"]\nx = 1\n");
    assert!(shown.contains("`questions/organisation.toml` cannot be tried out"), "{shown}");
}

#[test]
fn what_is_not_there_cannot_be_removed() {
    let change = "[[\"schemes/funds/garden-fund.toml\".condition]]\nid = \"smal\"\nremove = true\n";
    assert!(refused(change).contains("no table here has id = smal"));
    let change = "[\"schemes/funds/garden-fund.toml\"]\nremove = [\"nothing\"]\n";
    assert!(refused(change).contains("nothing of that name to remove"));
}

#[test]
fn a_file_of_changes_that_is_no_toml_is_shown_at_its_place() {
    assert!(refused("[\"schemes").contains("this is not TOML"));
}

#[test]
fn the_rule_files_are_never_written() {
    let path = rules().join("schemes/funds/garden-fund.toml");
    let before = std::fs::read(Path::new(&path)).unwrap();
    let _tried = tried(WIDER).unwrap();
    assert_eq!(std::fs::read(path).unwrap(), before);
}
