//! Every file in `tests/scenarios/`: answers in, advice out, by the real program.

use crate::program::{json, json_of_item, root, text};
use serde_json::Value;
use std::fs;
use toml_edit::{DocumentMut, Item, Table};

/// A scenario file.
struct Scenario {
    file: String,
    document: DocumentMut,
}

impl Scenario {
    fn all() -> Vec<Scenario> {
        let folder = root().join("tests/scenarios");
        let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|kind| kind == "toml"));
        paths.sort();
        let scenario = |path: &std::path::PathBuf| Scenario {
            file: path.file_name().unwrap().to_string_lossy().into_owned(),
            document: fs::read_to_string(path).unwrap().parse().unwrap(),
        };
        let all: Vec<Scenario> = paths.iter().map(scenario).collect();
        all.into_iter().filter(|scenario| scenario.document.contains_key("answers")).collect()
    }

    fn answers(&self) -> String {
        json_of_item(&self.document["answers"]).to_string()
    }

    fn as_on(&self) -> String {
        self.document["as_on"].as_datetime().expect("a day").to_string()
    }

    fn advice(&self) -> Value {
        json(&["advise", "-", "--as-on", &self.as_on()], &self.answers())
    }

    /// The tables of an array of tables; none if it is left out.
    fn tables(&self, key: &str) -> Vec<&Table> {
        self.document.get(key).and_then(Item::as_array_of_tables).map_or(vec![], |all| all.iter().collect())
    }

    /// The texts in a list; none if it is left out.
    fn texts(&self, key: &str) -> Vec<String> {
        self.document.get(key).map_or(vec![], texts)
    }
}

fn texts(item: &Item) -> Vec<String> {
    let values = item.as_array().expect("a list of texts");
    values.iter().map(|value| value.as_str().expect("a text").to_owned()).collect()
}

fn text_of<'t>(table: &'t Table, key: &str) -> &'t str {
    table.get(key).and_then(Item::as_str).unwrap_or_else(|| panic!("`{key}` is missing"))
}

fn scheme<'a>(advice: &'a Value, id: &str) -> &'a Value {
    let schemes = advice["schemes"].as_array().unwrap();
    schemes.iter().find(|scheme| scheme["id"] == id).unwrap_or_else(|| panic!("no scheme {id}"))
}

/// The record in this row, or the first subject.
fn subject<'a>(advice: &'a Value, table: &Table) -> &'a Value {
    let row = table.get("row").and_then(Item::as_integer).unwrap_or(0);
    &scheme(advice, text_of(table, "scheme"))["subjects"][usize::try_from(row).unwrap()]
}

/// Conditions with their routes.
fn conditions(subject: &Value) -> Vec<&Value> {
    let mut all = Vec::new();
    for condition in subject["conditions"].as_array().unwrap() {
        all.push(condition);
        all.extend(condition["routes"].as_array().into_iter().flatten());
    }
    all
}

fn subjects(advice: &Value) -> impl Iterator<Item = (&Value, &Value)> {
    let schemes = advice["schemes"].as_array().unwrap().iter();
    schemes.flat_map(|scheme| scheme["subjects"].as_array().unwrap().iter().map(move |one| (scheme, one)))
}

#[test]
fn there_are_scenarios() {
    assert!(Scenario::all().len() >= 7);
}

#[test]
fn verdicts_are_as_described() {
    for scenario in Scenario::all() {
        let advice = scenario.advice();
        for (id, verdict) in scenario.document["verdicts"].as_table().unwrap().iter() {
            let found = scheme(&advice, id);
            assert_eq!(
                found["verdict"],
                verdict.as_str().unwrap(),
                "{}: {id}: {}",
                scenario.file,
                found["reason"]
            );
        }
    }
}

#[test]
fn each_record_is_judged_apart() {
    for scenario in Scenario::all() {
        let advice = scenario.advice();
        for table in scenario.tables("subject") {
            let found = subject(&advice, table);
            let id = text_of(table, "scheme");
            assert_eq!(
                found["verdict"],
                text_of(table, "verdict"),
                "{}: {id}: {}",
                scenario.file,
                found["reason"]
            );
        }
    }
}

#[test]
fn conditions_have_the_described_state() {
    for scenario in Scenario::all() {
        let advice = scenario.advice();
        for table in scenario.tables("condition") {
            let id = text_of(table, "id");
            let all = conditions(subject(&advice, table));
            let found = all.iter().find(|one| one["id"] == id);
            let found = found.unwrap_or_else(|| panic!("{}: no condition {id}", scenario.file));
            assert_eq!(found["state"], text_of(table, "state"), "{}: {id}", scenario.file);
        }
    }
}

#[test]
fn amounts_are_as_described() {
    for scenario in Scenario::all() {
        let advice = scenario.advice();
        for table in scenario.tables("amount") {
            let (id, line) = (text_of(table, "scheme"), text_of(table, "line"));
            let lines = subject(&advice, table)["amount"]["lines"].as_array().unwrap();
            let found = lines.iter().find(|one| one["id"] == line);
            let found = found.unwrap_or_else(|| panic!("{}: {id} has no line {line}", scenario.file));
            let expected = match table.get("value").map(json_of_item).expect("`value` is missing") {
                Value::String(unknown) if unknown == "?" => Value::Null,
                Value::String(exact) => serde_json::json!({ "from": exact, "to": exact }),
                range => range,
            };
            assert_eq!(found["value"], expected, "{}: {id} {line}", scenario.file);
        }
    }
}

/// Follows a path such as `needs.0.told.asked.value`. In a list a part is a row, or what a row is called.
fn part<'v>(plan: &'v Value, path: &str, file: &str) -> &'v Value {
    path.split('.').fold(plan, |at, part| {
        let named = |row: &&Value| ["id", "code", "scheme", "month"].iter().any(|key| row[*key] == part);
        let found = match at {
            Value::Array(rows) => {
                part.parse::<usize>().map_or_else(|_| rows.iter().find(named), |row| rows.get(row))
            }
            other => other.get(part),
        };
        found.unwrap_or_else(|| panic!("{file}: the plan has no {part} of {path}"))
    })
}

#[test]
fn plans_are_as_described() {
    for scenario in Scenario::all() {
        let described = scenario.tables("plan");
        if described.is_empty() {
            continue;
        }
        let plan = json(&["plan", "-", "--as-on", &scenario.as_on()], &scenario.answers());
        for table in described {
            let (file, path) = (&scenario.file, text_of(table, "at"));
            let found = part(&plan, path, file);
            let expected = match json_of_item(table.get("is").expect("`is` is missing")) {
                Value::String(unknown) if unknown == "?" => Value::Null,
                Value::String(exact) if found.is_object() => {
                    serde_json::json!({ "from": exact, "to": exact })
                }
                other => other,
            };
            assert_eq!(*found, expected, "{file}: {path}");
        }
    }
}

#[test]
fn the_advice_says_what_it_must_and_nothing_it_must_not() {
    for scenario in Scenario::all() {
        for table in scenario.tables("text") {
            let command: Vec<&str> = text_of(table, "command").split(' ').collect();
            let lang = table.get("lang").and_then(Item::as_str).unwrap_or("nl");
            let as_on = scenario.as_on();
            let arguments = [command.as_slice(), &["-", "--as-on", &as_on, "--lang", lang]].concat();
            let out = text(&arguments, &scenario.answers()).replace('\u{a0}', " ");
            for said in table.get("says").map_or(vec![], texts) {
                assert!(out.contains(&said), "{}: {command:?} does not say {said:?}:\n{out}", scenario.file);
            }
            for said in table.get("never").map_or(vec![], texts) {
                assert!(!out.contains(&said), "{}: {command:?} says {said:?}", scenario.file);
            }
        }
    }
}

#[test]
fn the_next_questions_are_as_described() {
    for scenario in Scenario::all() {
        let advice = scenario.advice();
        let open = advice["open_questions"].as_array().unwrap();
        let keys: Vec<&str> = open.iter().map(|question| question["key"].as_str().unwrap()).collect();
        let first: Vec<&str> = keys.iter().copied().take(3).collect();
        for key in scenario.texts("asks_first") {
            assert!(first.contains(&key.as_str()), "{}: {key} is not in {first:?}", scenario.file);
        }
        for key in scenario.texts("asks_never") {
            assert!(!keys.contains(&key.as_str()), "{}: {key} is asked", scenario.file);
        }
    }
}

#[test]
fn conflicts_are_found_and_none_are_made_up() {
    for scenario in Scenario::all() {
        let advice = scenario.advice();
        let found: Vec<&str> =
            advice["conflicts"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        assert_eq!(found, scenario.texts("conflicts"), "{}", scenario.file);
    }
}

#[test]
fn no_scheme_fits_while_the_aid_it_depends_on_was_not_told() {
    for scenario in Scenario::all() {
        if scenario.document["answers"].get("received_aid").is_some() {
            continue;
        }
        for (scheme, subject) in subjects(&scenario.advice()) {
            let uses_aid = conditions(subject).iter().any(|one| {
                one["state"] == "open" && one["open"].as_array().unwrap().contains(&"received_aid".into())
            });
            assert!(!(uses_aid && subject["verdict"] == "fits"), "{}: {}", scenario.file, scheme["id"]);
        }
    }
}

#[test]
fn every_condition_has_a_dated_source() {
    for scenario in Scenario::all() {
        for (scheme, subject) in subjects(&scenario.advice()) {
            for condition in conditions(subject) {
                let sources = condition["sources"].as_array().unwrap();
                assert!(!sources.is_empty(), "{}: {} {}", scenario.file, scheme["id"], condition["id"]);
            }
        }
    }
}

#[test]
fn what_does_not_fit_names_a_reason_that_certainly_holds() {
    for scenario in Scenario::all() {
        for (scheme, subject) in subjects(&scenario.advice()) {
            if subject["verdict"] != "does-not-fit" {
                continue;
            }
            let because = &subject["because"];
            let Some(failing) = because["condition"].as_str() else {
                let codes = ["nobody", "ended", "closed", "closed-announced-again", "never-together"];
                assert!(codes.contains(&because["code"].as_str().unwrap()), "{}: {because}", scenario.file);
                continue;
            };
            let all = conditions(subject);
            let found = all.iter().find(|one| one["id"] == failing).expect("the condition that fails");
            assert_eq!(found["state"], "not-met", "{}: {}", scenario.file, scheme["id"]);
            assert_eq!(found["background"], false, "{}: {}", scenario.file, scheme["id"]);
        }
    }
}

#[test]
fn an_amount_is_given_to_nobody_it_does_not_fit() {
    for scenario in Scenario::all() {
        for (scheme, subject) in subjects(&scenario.advice()) {
            let lines = subject["amount"]["lines"].as_array().unwrap();
            let refused = subject["verdict"] == "does-not-fit";
            assert!(!refused || lines.is_empty(), "{}: {}", scenario.file, scheme["id"]);
        }
    }
}

#[test]
fn coverage_is_said_with_the_date_of_the_edition() {
    for scenario in Scenario::all() {
        let advice = scenario.advice();
        let sentences = advice["coverage"]["sentences"].to_string();
        assert!(sentences.contains("22\u{a0}november 2026"), "{}: {sentences}", scenario.file);
    }
}
