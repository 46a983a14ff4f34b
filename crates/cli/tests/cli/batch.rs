//! `batch`: the personas in three formats, a run that is killed, memory, partitions.

use crate::program::{Run, edition_file, json, json_of_item, root};
use crate::small::Book;
use parquet::data_type::{ByteArray, ByteArrayType};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use toml_edit::DocumentMut;

fn steunwijzer(rules: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_steunwijzer"));
    command.arg("--rules").arg(rules);
    command
}

fn batch(rules: &Path, input: &Path, out: &Path, more: &[&str]) -> Run {
    let mut command = steunwijzer(rules);
    command.arg("batch").arg(input).arg("--out").arg(out).args(["--as-on", "2026-11-21", "--lang", "en"]);
    command.args(more).output().unwrap().into()
}

/// The name and the answers of every persona that is judged on this day.
fn personas(day: &str) -> Vec<(String, Map<String, Value>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join("tests/scenarios")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "toml") {
            continue;
        }
        let document: DocumentMut = fs::read_to_string(&path).unwrap().parse().unwrap();
        let on_day = document.get("as_on").is_some_and(|on| on.to_string().trim() == day);
        let answers = document.get("answers").map(json_of_item);
        if let Some(Value::Object(answers)) = answers.filter(|_| on_day) {
            found.push((path.file_stem().unwrap().to_string_lossy().into_owned(), answers));
        }
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    found
}

/// Answers as the cells of a table: by column.
fn cells(answers: &Map<String, Value>) -> BTreeMap<String, String> {
    let mut cells = BTreeMap::new();
    for (key, value) in answers {
        match value {
            Value::Array(records) if records.iter().any(Value::is_object) => {
                for (row, record) in records.iter().enumerate() {
                    for (own, value) in record.as_object().unwrap() {
                        cells.insert(format!("{key}[{row}].{own}"), cell(value));
                    }
                }
            }
            value => {
                cells.insert(key.clone(), cell(value));
            }
        }
    }
    cells
}

fn cell(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) if !values.is_empty() => {
            values.iter().map(|value| value.as_str().unwrap()).collect::<Vec<_>>().join("|")
        }
        other => other.to_string(),
    }
}

/// The personas as a file in each of the three formats.
fn written(personas: &[(String, Map<String, Value>)], folder: &Path) {
    let rows: Vec<BTreeMap<String, String>> = personas
        .iter()
        .map(|(name, answers)| {
            let mut cells = cells(answers);
            cells.insert("id".to_owned(), name.clone());
            cells
        })
        .collect();
    let columns: BTreeSet<&String> = rows.iter().flat_map(BTreeMap::keys).collect();
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut csv = columns.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(",") + "\n";
    for row in &rows {
        let line = columns.iter().map(|name| row.get(*name).map_or(String::new(), |cell| quoted(cell)));
        csv += &(line.collect::<Vec<_>>().join(",") + "\n");
    }
    fs::write(folder.join("in.csv"), csv).unwrap();

    let mut jsonl = String::new();
    for (name, answers) in personas {
        let mut line = answers.clone();
        line.insert("id".to_owned(), Value::from(name.as_str()));
        writeln!(jsonl, "{}", Value::Object(line)).unwrap();
    }
    fs::write(folder.join("in.jsonl"), jsonl).unwrap();

    let fields: String = columns.iter().map(|name| format!("optional binary {name} (STRING);")).collect();
    let schema = parse_message_type(&format!("message rows {{ {fields} }}")).unwrap();
    let file = File::create(folder.join("in.parquet")).unwrap();
    let properties = Arc::new(WriterProperties::builder().build());
    let mut file = SerializedFileWriter::new(file, Arc::new(schema), properties).unwrap();
    let mut group = file.next_row_group().unwrap();
    for name in &columns {
        let there: Vec<i16> = rows.iter().map(|row| i16::from(row.contains_key(*name))).collect();
        let texts = rows.iter().filter_map(|row| row.get(*name));
        let values: Vec<ByteArray> = texts.map(|text| ByteArray::from(text.as_str())).collect();
        let mut column = group.next_column().unwrap().unwrap();
        column.typed::<ByteArrayType>().write_batch(&values, Some(&there), None).unwrap();
        column.close().unwrap();
    }
    group.close().unwrap();
    file.close().unwrap();
}

/// What `advise --json` says of each scheme and subject, in the words of `batch`.
fn advised(advice: &Value) -> Vec<Value> {
    let mut lines = Vec::new();
    for scheme in advice["schemes"].as_array().unwrap() {
        for subject in scheme["subjects"].as_array().unwrap() {
            let who = &subject["subject"];
            let who = match (who["list"].as_str(), who["row"].as_u64()) {
                (None, _) => "organisation".to_owned(),
                (Some(list), None) => list.to_owned(),
                (Some(list), Some(row)) => format!("{list}[{row}]"),
            };
            let conditions = subject["conditions"].as_array().unwrap();
            let routes = conditions.iter().flat_map(|one| one["routes"].as_array().into_iter().flatten());
            let open = conditions.iter().chain(routes).flat_map(|one| one["open"].as_array().unwrap());
            let open: BTreeSet<&str> = open.map(|key| key.as_str().unwrap()).collect();
            let cannot_tell = subject["verdict"] == "cannot-tell";
            lines.push(serde_json::json!({
                "scheme": scheme["id"],
                "subject": who,
                "verdict": subject["verdict"],
                "scheme_verdict": scheme["verdict"],
                "claim": scheme["claim"],
                "open_questions": if cannot_tell { open.len() } else { 0 },
                "because": subject["because"]["code"],
                "condition": subject["because"]["condition"],
            }));
        }
    }
    lines.sort_by_key(|line| format!("{} {}", line["scheme"], line["subject"]));
    lines
}

#[test]
fn personas_get_the_same_verdicts_as_one_by_one_whatever_the_format() {
    let folder = tempfile::tempdir().unwrap();
    let personas = personas("2026-11-21");
    assert!(personas.len() > 8, "{}", personas.len());
    written(&personas, folder.path());
    for input in ["in.csv", "in.jsonl", "in.parquet"] {
        let out = folder.path().join(format!("{input}.jsonl"));
        let run = batch(edition_file(), &folder.path().join(input), &out, &[]);
        assert_eq!(run.code, Some(0), "{input}: {} {}", run.out, run.err);
    }
    let text = fs::read_to_string(folder.path().join("in.csv.jsonl")).unwrap();
    for other in ["in.jsonl.jsonl", "in.parquet.jsonl"] {
        assert!(text == fs::read_to_string(folder.path().join(other)).unwrap(), "{other} differs");
    }
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for (name, answers) in &personas {
        let mut own: Vec<Value> = lines
            .iter()
            .filter(|line| line["id"] == name.as_str())
            .map(|line| {
                let keys = [
                    "scheme",
                    "subject",
                    "verdict",
                    "scheme_verdict",
                    "claim",
                    "open_questions",
                    "because",
                    "condition",
                ];
                keys.into_iter().map(|key| (key.to_owned(), line[key].clone())).collect::<Map<_, _>>().into()
            })
            .collect();
        own.sort_by_key(|line| format!("{} {}", line["scheme"], line["subject"]));
        let answers = Value::Object(answers.clone()).to_string();
        let one = advised(&json(&["advise", "-", "--as-on", "2026-11-21"], &answers));
        for (own, one) in own.iter().zip(&one) {
            assert_eq!(own, one, "{name}");
        }
        assert_eq!(own.len(), one.len(), "{name}");
    }
}

/// So many rows for the small rulebook, every hundredth bad.
fn many(rows: u32) -> String {
    let mut text = String::from("id,org.place,org.legal_form,org.fte,hires[0].age,hires[0].start\n");
    for row in 0..rows {
        let age = if row % 100 == 99 { 14 } else { 15 + row % 40 };
        writeln!(text, "row-{row},GM0344,stichting,{},{age},2026-12-01", row % 90).unwrap();
    }
    text
}

struct Place(TempDir);

impl Place {
    fn with(name: &str, text: &str) -> Place {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(name), text).unwrap();
        Place(folder)
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.at(name)).unwrap()
    }
}

/// Starts a run and kills it as soon as it can be taken up.
fn killed(book: &Book, place: &Place, out: &str) {
    let mut command = steunwijzer(&book.rules());
    command.arg("batch").arg(place.at("in.csv")).arg("--out").arg(place.at(out));
    command.args(["--as-on", "2026-11-21", "--checkpoint", "500"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let begin = Instant::now();
    while !place.at(&format!("{out}.checkpoint")).exists() && begin.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill().unwrap();
    let ended = child.wait().unwrap();
    assert!(!ended.success(), "the run came to its end before it was killed");
}

#[test]
fn a_run_that_was_killed_goes_on_to_the_same_bytes() {
    let (book, place) = (Book::new(), Place::with("in.csv", &many(20_000)));
    let whole = batch(&book.rules(), &place.at("in.csv"), &place.at("whole.csv"), &[]);
    assert_eq!(whole.code, Some(3), "{}", whole.err);
    killed(&book, &place, "out.csv");
    assert!(place.bytes("out.csv").len() < place.bytes("whole.csv").len());

    let again = batch(&book.rules(), &place.at("in.csv"), &place.at("out.csv"), &[]);
    assert_eq!(again.code, Some(2));
    assert!(again.err.contains("go on with --resume"), "{}", again.err);

    let other =
        batch(&book.rules(), &place.at("in.csv"), &place.at("out.csv"), &["--resume", "--only", "fits"]);
    assert_eq!(other.code, Some(2));
    assert!(other.err.contains("had another `only`"), "{}", other.err);

    let resumed = batch(&book.rules(), &place.at("in.csv"), &place.at("out.csv"), &["--resume"]);
    assert_eq!(resumed.code, Some(3), "{}", resumed.err);
    for end in ["", ".errors.csv", ".summary.csv"] {
        let (own, all) = (place.bytes(&format!("out.csv{end}")), place.bytes(&format!("whole.csv{end}")));
        assert!(own == all, "out.csv{end} differs: {} bytes against {}", own.len(), all.len());
    }
    assert!(!place.at("out.csv.checkpoint").exists());
}

#[test]
fn an_input_that_changed_is_not_taken_up() {
    let (book, place) = (Book::new(), Place::with("in.csv", &many(20_000)));
    killed(&book, &place, "out.csv");
    fs::write(place.at("in.csv"), many(20_001)).unwrap();
    let run = batch(&book.rules(), &place.at("in.csv"), &place.at("out.csv"), &["--resume"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("had another `input`"), "{}", run.err);
}

#[test]
fn a_parquet_file_is_not_resumed_and_says_why() {
    let (book, place) = (Book::new(), Place::with("in.csv", &many(10)));
    let run = batch(&book.rules(), &place.at("in.csv"), &place.at("out.parquet"), &["--resume"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("write .csv or .jsonl to be able to resume"), "{}", run.err);
}

#[test]
fn the_exit_code_tells_whether_rows_were_bad() {
    let (book, place) = (Book::new(), Place::with("good.csv", "id,org.fte\n1,3\n"));
    fs::write(place.at("bad.csv"), "id,org.fte\n1,x\n2,3\n").unwrap();
    let run = |input: &str| batch(&book.rules(), &place.at(input), &place.at("out.csv"), &[]);
    assert_eq!(run("good.csv").code, Some(0));
    let bad = run("bad.csv");
    assert_eq!(bad.code, Some(3));
    assert!(bad.out.contains("Rows: 2. Not to be judged: 1.") && bad.out.contains("out.csv.errors.csv"));
    assert_eq!(run("absent.csv").code, Some(2));
}

#[test]
fn only_the_named_schemes_and_verdicts_are_written_and_all_verdicts_counted() {
    let (book, place) = (Book::new(), Place::with("in.csv", &many(90)));
    let more = ["--schemes", "garden-fund", "--only", "fits"];
    assert_eq!(batch(&book.rules(), &place.at("in.csv"), &place.at("out.csv"), &more).code, Some(0));
    let out = fs::read_to_string(place.at("out.csv")).unwrap();
    assert_eq!(out.lines().skip(1).filter(|line| line.contains("garden-fund,organisation,fits")).count(), 50);
    assert_eq!(out.lines().count(), 51);
    let summary = fs::read_to_string(place.at("out.csv.summary.csv")).unwrap();
    assert!(summary.contains("garden-fund,does-not-fit,40,40,"), "{summary}");
    assert!(!summary.contains("youth-bonus"), "{summary}");
}

#[test]
fn a_folder_gets_a_file_of_the_same_name() {
    let (book, place) = (Book::new(), Place::with("in.csv", &many(5)));
    fs::create_dir(place.at("results")).unwrap();
    assert_eq!(batch(&book.rules(), &place.at("in.csv"), &place.at("results"), &[]).code, Some(0));
    assert!(place.at("results/in.csv").exists() && place.at("results/in.csv.summary.csv").exists());
}

/// The most memory of a run over so many rows, in megabytes.
#[cfg(target_os = "linux")]
fn memory(rows: u32) -> u64 {
    let (book, place) = (Book::new(), Place::with("in.csv", &many(rows)));
    let run = batch(&book.rules(), &place.at("in.csv"), &place.at("out.csv"), &[]);
    let line = run.out.lines().find_map(|line| line.strip_prefix("Most memory: ")).expect("a line on memory");
    line.trim_end_matches(" MB.").parse().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn ten_times_as_many_rows_take_no_more_memory() {
    let (few, many) = (memory(5_000), memory(50_000));
    assert!(many <= few + 8, "{few} MB for 5,000 rows, {many} MB for 50,000");
}

#[test]
fn a_change_of_the_rules_says_who_gains() {
    let (book, place) = (Book::new(), Place::with("in.csv", &many(90)));
    let changes = "[[\"definitions/size.toml\".definition]]\nid = \"is_small\"\nvalue = 'org.fte < 60'\n";
    fs::write(place.at("changes.toml"), changes).unwrap();
    let path = place.at("changes.toml").display().to_string();
    let run = batch(&book.rules(), &place.at("in.csv"), &place.at("out.csv"), &["--what-if", &path]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let row = run.out.lines().find(|line| line.starts_with("garden-fund")).unwrap();
    let counts: Vec<&str> = row.split_whitespace().skip(1).take(4).collect();
    assert_eq!(counts, ["50", "60", "10", "0"], "{}", run.out);
    assert!(
        run.err.contains("`small` should fail, it is met"),
        "the case of 50 jobs comes out otherwise: {}",
        run.err
    );
}

#[test]
fn a_mistake_in_a_change_is_shown_like_one_in_a_rule_file() {
    let (book, place) = (Book::new(), Place::with("in.csv", &many(1)));
    fs::write(place.at("changes.toml"), "[\"definitions/size.toml\"]\nx = 1\n").unwrap();
    let path = place.at("changes.toml").display().to_string();
    let run = batch(&book.rules(), &place.at("in.csv"), &place.at("out.csv"), &["--what-if", &path]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("changes.toml:2:1"), "{}", run.err);
    assert!(!place.at("out.csv").exists());
}

#[test]
fn invented_organisations_are_the_same_each_time_and_can_all_be_judged() {
    let place = Place::with("x", "");
    for name in ["one.csv", "two.csv"] {
        let made = steunwijzer(edition_file())
            .args(["batch-example", "--rows", "40", "--seed", "7", "--out"])
            .arg(place.at(name))
            .status();
        assert!(made.unwrap().success());
    }
    assert!(place.bytes("one.csv") == place.bytes("two.csv"));
    let more = ["--schemes", "lks-participatiewet,utrecht-initiatievenfonds"];
    let run = batch(edition_file(), &place.at("one.csv"), &place.at("out.csv"), &more);
    assert_eq!(run.code, Some(0), "{}", run.out);
}

#[test]
fn two_partitions_give_what_one_file_gives() {
    let (book, place) = (Book::new(), Place::with("in.csv", &many(200)));
    let text = many(200);
    let (header, rows) = text.split_once('\n').unwrap();
    let half = rows.match_indices('\n').nth(99).unwrap().0 + 1;
    for (part, rows) in [("half=1", &rows[..half]), ("half=2", &rows[half..])] {
        fs::create_dir_all(place.at("in").join(part)).unwrap();
        fs::write(place.at("in").join(part).join("part.csv"), format!("{header}\n{rows}")).unwrap();
    }
    batch(&book.rules(), &place.at("in.csv"), &place.at("whole.csv"), &[]);
    let run = |_: u8| {
        Command::new("sh")
            .arg(root().join("docs/examples/batch-partitions.sh"))
            .args([place.at("in"), place.at("out")])
            .args(["2026-11-21", "--rules"])
            .arg(book.rules())
            .env("STEUNWIJZER", env!("CARGO_BIN_EXE_steunwijzer"))
            .output()
            .unwrap()
    };
    let first = run(1);
    let said = String::from_utf8(first.stdout).unwrap();
    assert!(first.status.success(), "{said} {}", String::from_utf8_lossy(&first.stderr));
    assert!(said.contains("half=1/part.csv: done, with bad rows"), "{said}");
    // The rows are numbered within each part; everything behind the number is the same.
    let lines = |name: &str| -> Vec<String> {
        let text = fs::read_to_string(place.at(name)).unwrap();
        text.lines().skip(1).map(|line| line.split_once(',').unwrap().1.to_owned()).collect()
    };
    let parts = [lines("out/half=1/part.csv"), lines("out/half=2/part.csv")].concat();
    assert_eq!(parts, lines("whole.csv"));
    let again = String::from_utf8(run(2).stdout).unwrap();
    assert!(again.contains("half=2/part.csv: done before"), "{again}");
}
