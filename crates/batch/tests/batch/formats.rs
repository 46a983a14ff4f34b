//! The same organisations in three formats, and what carries over.

use crate::small::{Folder, edition, judging};
use parquet::data_type::{ByteArray, ByteArrayType};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;
use steunwijzer_batch::{Job, judge};

const CSV: &str = "id,org.legal_form,org.place,org.fte,hires[0].age,hires[0].start,hires[1].age\r\n\
    a,stichting,GM0344,3,20,2026-12-01,28\r\n\
    b,?,\"{\"\"province\"\":\"\"Utrecht\"\"}\",\"{\"\"from\"\":10,\"\"to\"\":49}\",,,\r\n\
    c,bv,GM0109,12.50,?,2025-12-31,\r\n";

const JSONL: &str = r#"{"id":"a","org.legal_form":"stichting","org.place":"GM0344","org.fte":3,"hires":[{"age":20,"start":"2026-12-01"},{"age":28}]}
{"id":"b","org.legal_form":"?","org.place":{"province":"Utrecht"},"org.fte":{"from":10,"to":49}}
{"id":"c","org.legal_form":"bv","org.place":"GM0109","org.fte":"12.50","hires":[{"age":"?","start":"2025-12-31"}]}
"#;

/// Writes columns of text.
pub(crate) fn write_parquet(path: &Path, columns: &[(&str, &[Option<&str>])]) {
    let fields: Vec<String> =
        columns.iter().map(|(name, _)| format!("optional binary {name} (STRING);")).collect();
    let schema = parse_message_type(&format!("message rows {{ {} }}", fields.concat())).unwrap();
    let properties = Arc::new(WriterProperties::builder().build());
    let mut file =
        SerializedFileWriter::new(File::create(path).unwrap(), Arc::new(schema), properties).unwrap();
    let mut group = file.next_row_group().unwrap();
    for (_, values) in columns {
        let there: Vec<i16> = values.iter().map(|value| i16::from(value.is_some())).collect();
        let values: Vec<ByteArray> = values.iter().flatten().map(|value| ByteArray::from(*value)).collect();
        let mut column = group.next_column().unwrap().unwrap();
        column.typed::<ByteArrayType>().write_batch(&values, Some(&there), None).unwrap();
        column.close().unwrap();
    }
    group.close().unwrap();
    file.close().unwrap();
}

fn three_formats() -> Folder {
    let folder = Folder::new().with("a.csv", CSV).with("a.jsonl", JSONL);
    write_parquet(
        &folder.path("a.parquet"),
        &[
            ("id", &[Some("a"), Some("b"), Some("c")]),
            ("org.legal_form", &[Some("stichting"), Some("?"), Some("bv")]),
            ("org.place", &[Some("GM0344"), Some(r#"{"province":"Utrecht"}"#), Some("GM0109")]),
            ("org.fte", &[Some("3"), Some(r#"{"from":10,"to":49}"#), Some("12.50")]),
            ("hires[0].age", &[Some("20"), None, Some("?")]),
            ("hires[0].start", &[Some("2026-12-01"), None, Some("2025-12-31")]),
            ("hires[1].age", &[Some("28"), None, None]),
        ],
    );
    folder
}

#[test]
fn a_table_has_a_line_for_each_scheme_and_subject() {
    let folder = three_formats();
    folder.judge("a.csv", "out.csv").unwrap();
    // By hand: the bonus of 2026 for 20 is 120.50; half 60.25, three times 180.75.
    let expected = "row,id,scheme,subject,verdict,scheme_verdict,claim,amount_lowest,amount_highest,unit,\
        open_questions,because,condition\r\n\
        1,a,garden-fund,organisation,fits,fits,discretion,,,,0,all-met,\r\n\
        1,a,youth-bonus,hires[0],fits,fits,right,180.75,180.75,euro-per-month,0,all-met,\r\n\
        1,a,youth-bonus,hires[1],does-not-fit,fits,right,,,,0,fails,young\r\n";
    assert!(folder.text("out.csv").starts_with(expected), "{}", folder.text("out.csv"));
}

#[test]
fn each_format_in_gives_the_same_lines_out() {
    let folder = three_formats();
    for input in ["a.csv", "a.jsonl", "a.parquet"] {
        folder.judge(input, &format!("{input}.out.csv")).unwrap();
    }
    assert_eq!(folder.text("a.csv.out.csv"), folder.text("a.jsonl.out.csv"));
    assert_eq!(folder.text("a.csv.out.csv"), folder.text("a.parquet.out.csv"));
}

#[test]
fn each_format_out_holds_the_same_lines() {
    let folder = three_formats();
    folder.judge("a.csv", "out.jsonl").unwrap();
    folder.judge("a.csv", "out.csv").unwrap();
    let line = r#"{"row":1,"id":"a","scheme":"youth-bonus","subject":"hires[0]","verdict":"fits","scheme_verdict":"fits","claim":"right","amount_lowest":"180.75","amount_highest":"180.75","unit":"euro-per-month","open_questions":0,"because":"all-met"}"#;
    assert_eq!(folder.text("out.jsonl").lines().nth(1), Some(line));
    assert_eq!(folder.text("out.jsonl").lines().count(), folder.table("out.csv").len());
}

#[test]
fn a_parquet_file_out_is_read_back_with_the_same_values() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    let folder = three_formats();
    folder.judge("a.csv", "out.parquet").unwrap();
    folder.judge("a.csv", "out.csv").unwrap();
    let file = SerializedFileReader::new(File::open(folder.path("out.parquet")).unwrap()).unwrap();
    let rows: Vec<String> = file.get_row_iter(None).unwrap().map(|row| row.unwrap().to_string()).collect();
    assert_eq!(rows.len(), folder.table("out.csv").len());
    assert!(rows[1].contains("180.750000") && rows[1].contains("\"youth-bonus\""), "{}", rows[1]);
}

#[test]
fn semicolons_tabs_and_a_mark_of_utf_8_are_read_too() {
    let table = |between: &str| format!("\u{feff}id{between}org.fte\n1{between}3\n");
    let folder = Folder::new().with("s.csv", table(";")).with("t.csv", table("\t")).with("c.csv", table(","));
    for input in ["s.csv", "t.csv", "c.csv"] {
        assert_eq!(folder.judge(input, "out.csv").unwrap().progress.bad, 0, "{input}");
        assert_eq!(folder.table("out.csv")[0][1], "1", "{input}");
    }
}

#[test]
fn the_number_of_threads_does_not_change_a_byte() {
    let rows: String = (0..500).map(|row| format!("{row},{},{}\n", row % 60, 15 + row % 40)).collect();
    let folder = Folder::new().with("in.csv", "id,org.fte,hires[0].age\n".to_owned() + &rows);
    let with = |threads, output: &str| {
        let job = Job { threads, ..folder.job("in.csv", output) };
        judge(&job, &judging(edition()), &mut |_| {}).unwrap();
        fs::read(folder.path(output)).unwrap()
    };
    assert!(with(1, "one.csv") == with(5, "five.csv"));
    assert!(with(1, "one.parquet") == with(5, "five.parquet"));
}

#[test]
fn an_id_that_looks_like_a_formula_is_harmless_in_a_table_and_whole_elsewhere() {
    let input = "id,org.fte\n=1+1,3\n+31,3\n-5,3\n@SUM(A1),3\n";
    let folder = Folder::new().with("in.csv", input);
    folder.judge("in.csv", "out.csv").unwrap();
    folder.judge("in.csv", "out.jsonl").unwrap();
    let ids: Vec<String> = folder.table("out.csv").into_iter().map(|row| row[1].clone()).collect();
    for id in ["'=1+1", "'+31", "'-5", "'@SUM(A1)"] {
        assert!(ids.contains(&id.to_owned()), "{id}: {ids:?}");
    }
    assert!(folder.text("out.jsonl").contains(r#""id":"=1+1""#));
}

#[test]
fn a_huge_id_is_carried_over_whole() {
    let id = "x".repeat(100_000);
    let folder = Folder::new().with("in.csv", format!("id,org.fte\n{id},3\n"));
    folder.judge("in.csv", "out.csv").unwrap();
    assert_eq!(folder.table("out.csv")[0][1], id);
}

#[test]
fn a_column_that_is_no_key_stops_the_run_with_the_nearest_key() {
    let folder = Folder::new().with("in.csv", "id,org.legal_from\n1,bv\n");
    let failure = folder.judge("in.csv", "out.csv").unwrap_err().to_string();
    assert!(failure.contains("no key `org.legal_from`"), "{failure}");
    assert!(failure.contains("did you mean `org.legal_form`?"), "{failure}");
    assert!(failure.contains("--ignore org.legal_from"), "{failure}");
    assert!(!folder.path("out.csv").exists());
}

#[test]
fn a_column_that_is_ignored_is_no_answer() {
    let folder = Folder::new().with("in.csv", "id,remark,org.fte\n1,hello,3\n");
    let job = Job { ignored: vec!["remark".to_owned()], ..folder.job("in.csv", "out.csv") };
    assert_eq!(judge(&job, &judging(edition()), &mut |_| {}).unwrap().progress.bad, 0);
}

#[test]
fn a_list_is_certainly_empty_only_if_it_says_so() {
    let folder = Folder::new().with("in.csv", "id,hires\n1,[]\n2,\n");
    folder.judge("in.csv", "out.csv").unwrap();
    let verdicts: Vec<String> = folder
        .table("out.csv")
        .into_iter()
        .filter(|row| row[2] == "youth-bonus")
        .map(|row| format!("{} {}", row[4], row[11]))
        .collect();
    assert_eq!(verdicts, ["does-not-fit nobody", "cannot-tell open"]);
}

#[test]
fn a_file_of_another_kind_is_refused() {
    let folder = Folder::new().with("in.xlsx", "").with("in.parquet", "no parquet").with("in.csv", "");
    let of = |input| folder.judge(input, "out.csv").unwrap_err().to_string();
    assert!(of("in.xlsx").contains("must end in .csv, .jsonl or .parquet"));
    assert!(of("in.parquet").contains("in.parquet: "), "{}", of("in.parquet"));
    assert!(of("in.csv").contains("no line with the names of the columns"));
    assert!(of("absent.csv").contains("absent.csv"));
}

#[test]
fn results_never_go_over_the_input() {
    let folder = Folder::new().with("in.csv", "id,org.fte\n1,3\n");
    assert!(folder.judge("in.csv", "in.csv").unwrap_err().to_string().contains("this is the input"));
    assert_eq!(folder.text("in.csv"), "id,org.fte\n1,3\n");
}
