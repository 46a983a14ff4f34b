//! Columns of parquet files that hold more than text.

use crate::formats::write_parquet;
use crate::small::Folder;
use parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

/// Writes one column without gaps, and the legal form beside it.
fn write<T: DataType>(path: &Path, field: &str, values: &[T::T]) {
    let form = "required binary org.legal_form (STRING);";
    let schema = parse_message_type(&format!("message rows {{ {field} {form} }}")).unwrap();
    let properties = Arc::new(WriterProperties::builder().build());
    let mut file =
        SerializedFileWriter::new(File::create(path).unwrap(), Arc::new(schema), properties).unwrap();
    let mut group = file.next_row_group().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<T>().write_batch(values, None, None).unwrap();
    column.close().unwrap();
    let mut column = group.next_column().unwrap().unwrap();
    let forms = vec![ByteArray::from("bv"); values.len()];
    column.typed::<ByteArrayType>().write_batch(&forms, None, None).unwrap();
    column.close().unwrap();
    group.close().unwrap();
    file.close().unwrap();
}

/// What the fund and the bonus say for each row: verdict and reason.
fn fund(folder: &Folder) -> Vec<(String, String)> {
    let rows = folder.table("out.csv").into_iter().filter(|row| row[2] == "garden-fund");
    rows.map(|row| (row[4].clone(), row[12].clone())).collect()
}

#[test]
fn decimals_are_exact() {
    let folder = Folder::new();
    write::<Int64Type>(&folder.path("in.parquet"), "required int64 org.fte (DECIMAL(12,2));", &[4999, 5000]);
    folder.judge("in.parquet", "out.csv").unwrap();
    assert_eq!(fund(&folder)[0].0, "cannot-tell");
    assert_eq!(fund(&folder)[1], ("does-not-fit".to_owned(), "small".to_owned()));
}

#[test]
fn days_are_days() {
    let folder = Folder::new();
    // 2025-12-31 and 2026-01-01, counted from 1970-01-01.
    write::<Int32Type>(
        &folder.path("in.parquet"),
        "required int32 hires[0].start (DATE);",
        &[20_453, 20_454],
    );
    folder.judge("in.parquet", "out.csv").unwrap();
    let bonus = folder.table("out.csv").into_iter().filter(|row| row[2] == "youth-bonus");
    let verdicts: Vec<String> = bonus.map(|row| row[4].clone()).collect();
    assert_eq!(verdicts, ["does-not-fit", "cannot-tell"]);
}

#[test]
fn a_binary_fraction_is_taken_only_if_it_is_whole() {
    let folder = Folder::new();
    write::<DoubleType>(&folder.path("in.parquet"), "required double org.fte;", &[50.0, 12.5]);
    let outcome = folder.judge("in.parquet", "out.csv").unwrap();
    assert_eq!(outcome.progress.bad, 1);
    assert_eq!(fund(&folder), [("does-not-fit".to_owned(), "small".to_owned())]);
    assert!(folder.text("out.csv.errors.csv").contains("cast the column to DECIMAL"));
}

#[test]
fn a_moment_is_refused_with_the_repair() {
    let folder = Folder::new();
    let field = "required int64 hires[0].start (TIMESTAMP(MILLIS,true));";
    write::<Int64Type>(&folder.path("in.parquet"), field, &[0]);
    let failure = folder.judge("in.parquet", "out.csv").unwrap_err().to_string();
    assert!(failure.contains("`hires[0].start` holds moments") && failure.contains("DATE"), "{failure}");
}

#[test]
fn many_row_groups_and_gaps_keep_their_order() {
    let folder = Folder::new();
    let ids: Vec<String> = (0..2500).map(|row| row.to_string()).collect();
    let ids: Vec<Option<&str>> = ids.iter().map(|id| Some(id.as_str())).collect();
    let forms: Vec<Option<&str>> = (0..2500).map(|row| (row % 3 == 0).then_some("bv")).collect();
    write_parquet(&folder.path("in.parquet"), &[("id", &ids), ("org.legal_form", &forms)]);
    assert_eq!(folder.judge("in.parquet", "out.csv").unwrap().progress.rows, 2500);
    let mut seen: Vec<String> = folder.table("out.csv").into_iter().map(|row| row[1].clone()).collect();
    seen.dedup();
    assert!(seen.iter().zip(0..).all(|(id, row)| *id == row.to_string()));
}
