//! Bad rows: named with line and reason, while good rows go on.

use crate::small::Folder;

/// Line, key and problem of each mistake.
fn mistakes(folder: &Folder, output: &str) -> Vec<(String, String, String)> {
    let rows = folder.table(&format!("{output}.errors.csv"));
    rows.into_iter().map(|row| (row[1].clone(), row[3].clone(), row[4].clone())).collect()
}

/// The ids of rows that were judged.
fn judged(folder: &Folder, output: &str) -> Vec<String> {
    let mut ids: Vec<String> = folder.table(output).into_iter().map(|row| row[1].clone()).collect();
    ids.dedup();
    ids
}

#[test]
fn each_kind_of_bad_cell_is_reported_on_its_line() {
    let folder = Folder::new().with(
        "in.csv",
        "id,org.legal_form,org.fte,hires[0].start\n\
         good,bv,3,2026-12-01\n\
         option,nv,3,\n\
         day,bv,3,2026-02-30\n\
         people,bv,-3,\n\
         dutch,bv,\"12,50\",\n\
         \n\
         after,bv,3,\n",
    );
    let outcome = folder.judge("in.csv", "out.csv").unwrap();
    assert_eq!((outcome.progress.rows, outcome.progress.bad), (6, 4));
    let found = mistakes(&folder, "out.csv");
    let places: Vec<(&str, &str)> =
        found.iter().map(|(line, key, _)| (line.as_str(), key.as_str())).collect();
    let expected = [("3", "org.legal_form"), ("4", "hires[0].start"), ("5", "org.fte"), ("6", "org.fte")];
    assert_eq!(places, expected);
    assert!(found[2].2.contains("`-3` lies outside the bounds"), "{}", found[2].2);
    assert_eq!(judged(&folder, "out.csv"), ["good", "after"]);
}

#[test]
fn a_mistake_comes_with_what_is_allowed() {
    let folder = Folder::new().with("in.csv", "id,org.legal_form\n1,nv\n");
    folder.judge("in.csv", "out.csv").unwrap();
    let errors = folder.text("out.csv.errors.csv");
    assert!(errors.starts_with("row,line,id,key,problem,allowed\r\n1,2,1,org.legal_form,"), "{errors}");
    assert!(errors.contains("`none_yet`, `stichting`, `bv`"), "{errors}");
}

#[test]
fn cells_too_many_or_too_few_are_reported() {
    let folder = Folder::new().with("in.csv", "id,org.fte\n1,3,4\n2\n3,3\n");
    folder.judge("in.csv", "out.csv").unwrap();
    let problems: Vec<String> = mistakes(&folder, "out.csv").into_iter().map(|one| one.2).collect();
    let wanted = |cells| format!("\"the row has {cells} cells");
    assert!(problems[0].starts_with(&wanted(3)) && problems[1].starts_with(&wanted(1)), "{problems:?}");
    assert_eq!(judged(&folder, "out.csv"), ["3"]);
}

#[test]
fn lines_inside_quotes_are_counted() {
    let folder = Folder::new().with("in.csv", "id,org.fte\n\"a\nb\",3\nbad,x\n");
    folder.judge("in.csv", "out.csv").unwrap();
    assert_eq!(mistakes(&folder, "out.csv")[0].0, "4");
}

#[test]
fn a_row_that_is_not_utf_8_is_reported_and_the_next_is_read() {
    let bytes = [b"id,org.fte\n1,3\n".as_slice(), b"\xff\xfe,3\n", b"3,3\n"].concat();
    let folder = Folder::new().with("in.csv", bytes);
    folder.judge("in.csv", "out.csv").unwrap();
    assert_eq!(mistakes(&folder, "out.csv"), [("3".into(), String::new(), "the row is not UTF-8".into())]);
    assert_eq!(judged(&folder, "out.csv"), ["1", "3"]);
}

#[test]
fn broken_lines_of_json_are_reported_and_the_next_is_read() {
    let lines = [
        r#"{"id":"first","org.fte":3}"#,
        r#"{"id":"broken","org.fte":"#,
        r#"[1,2]"#,
        r#"{"id":"null","org.fte":null}"#,
        r#"{"id":"fraction","org.fte":12.5}"#,
        r#"{"id":"key","org.ft":3}"#,
        r#"{"id":"twice","org.fte":3,"org.fte":4}"#,
        "",
        r#"{"id":"last","org.fte":3}"#,
    ];
    let folder = Folder::new().with("in.jsonl", lines.join("\n"));
    folder.judge("in.jsonl", "out.csv").unwrap();
    let lines: Vec<String> = mistakes(&folder, "out.csv").into_iter().map(|one| one.0).collect();
    assert_eq!(lines, ["2", "3", "4", "5", "6", "7"]);
    assert_eq!(judged(&folder, "out.csv"), ["first", "last"]);
}

#[test]
fn a_line_of_ten_megabytes_is_reported_and_the_next_is_read() {
    let long = "x".repeat(10_000_000);
    let json = format!("{{\"id\":\"1\"}}\n{{\"id\":\"{long}\"}}\n{{\"id\":\"3\"}}\n");
    let csv = format!("id,org.fte\n1,3\n{long},3\n3,3\n");
    let folder = Folder::new().with("in.jsonl", json).with("in.csv", csv);
    for (input, line) in [("in.jsonl", "2"), ("in.csv", "3")] {
        folder.judge(input, "out.csv").unwrap();
        let found = mistakes(&folder, "out.csv");
        assert_eq!(found.len(), 1, "{input}");
        assert_eq!((found[0].0.as_str(), found[0].2.as_str()), (line, "the row is longer than 1 MiB"));
        assert_eq!(judged(&folder, "out.csv"), ["1", "3"], "{input}");
    }
}

#[test]
fn a_record_that_is_skipped_is_reported() {
    let folder = Folder::new().with("in.csv", "id,hires[0].age,hires[1].age\n1,,20\n");
    folder.judge("in.csv", "out.csv").unwrap();
    let found = mistakes(&folder, "out.csv");
    assert_eq!(found[0].1, "hires[0]");
    assert!(found[0].2.contains("the record is empty"), "{}", found[0].2);
}

#[test]
fn a_long_wrong_value_is_shortened_in_the_report() {
    let folder = Folder::new().with("in.csv", format!("id,org.fte\n1,{}\n", "9".repeat(50_000)));
    folder.judge("in.csv", "out.csv").unwrap();
    assert!(folder.text("out.csv.errors.csv").len() < 2000);
}

#[test]
fn without_bad_rows_there_is_no_file_of_them() {
    let folder = Folder::new().with("in.csv", "id,org.fte\n1,3\n");
    folder.judge("in.csv", "out.csv").unwrap();
    assert!(!folder.path("out.csv.errors.csv").exists());
}
