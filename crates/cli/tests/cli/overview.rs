//! `report`: coverage and freshness.

use crate::small::Book;

#[test]
fn the_report_counts_the_rules() {
    let report = Book::new().json(&["report", "--as-on", "2026-11-21"]);
    assert_eq!(report["schemes"], 2);
    assert_eq!(report["by_kind"], serde_json::json!({ "fund": 1, "wage-subsidy": 1 }));
    assert_eq!(report["by_amount"], serde_json::json!({ "in-consultation": 1, "lines": 1 }));
    assert_eq!(report["without_second_check"], 2);
    assert_eq!(report["places"]["by_municipality"][0]["schemes"], 1);
}

#[test]
fn an_overdue_review_is_named() {
    let report = Book::new().json(&["report", "--as-on", "2027-05-22"]);
    assert_eq!(report["reviews_overdue"][0]["before"], "2027-05-21");
    assert_eq!(report["reviews_due_soon"], serde_json::json!([]));
}

#[test]
fn the_report_speaks_dutch_unless_asked_otherwise() {
    let book = Book::new();
    let on = ["report", "--as-on", "2026-11-21"];
    assert!(book.text(&on).contains("REGELINGEN PER SOORT"));
    assert!(book.text(&[on.as_slice(), &["--lang", "en"]].concat()).contains("SCHEMES BY KIND"));
}

#[test]
fn numbers_stand_under_each_other() {
    let text = Book::new().text(&["report", "--as-on", "2026-11-21"]);
    let rows: Vec<&str> = text.lines().skip_while(|line| *line != "REGELINGEN PER SOORT").skip(1).collect();
    let ends: Vec<usize> = rows[..3].iter().map(|row| row.chars().count()).collect();
    assert_eq!(ends, [ends[0]; 3], "{rows:?}");
}
