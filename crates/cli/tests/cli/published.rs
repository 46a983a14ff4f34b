//! Every case in `tests/published/`: what others worked out, against the rules.

mod ids;
mod plan;

use crate::program::{edition, json, json_of_item, root};
use rust_decimal::Decimal;
use steunwijzer_advisor::answers_file;
use steunwijzer_compiler::Edition;
use steunwijzer_engine::advice::{State, SubjectAdvice, Verdict};
use steunwijzer_engine::answers::{Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::evaluate::Scope;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{Amounts, Figures, ParameterValue, Rulebook, Scheme, SubjectKind};
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::value::Value;
use steunwijzer_engine::world::World;
use steunwijzer_engine::{advise, define};
use toml_edit::{DocumentMut, Item, Table};

/// A published case.
struct Case {
    table: Table,
    rulebook: Rulebook,
}

impl Case {
    /// The cases with this key, each with the rules after its own figures were put in.
    fn with(key: &str) -> Vec<Case> {
        let rules = Edition::clone(edition()).rulebook;
        let mut cases = tables("case");
        cases.retain(|table| table.contains_key(key));
        assert!(!cases.is_empty(), "no published case has `{key}`");
        let case = |table: Table| Case { rulebook: with_figures(rules.clone(), &table), table };
        cases.into_iter().map(case).collect()
    }

    fn text(&self, key: &str) -> &str {
        self.table.get(key).and_then(Item::as_str).unwrap_or_else(|| panic!("`{key}` is missing"))
    }

    /// By how much an amount may differ.
    fn tolerance(&self) -> Decimal {
        self.table.get("tolerance").and_then(Item::as_str).map_or(Decimal::ZERO, decimal)
    }

    fn as_on(&self) -> Date {
        self.table["as_on"].as_datetime().unwrap().to_string().parse().unwrap()
    }

    fn answers(&self) -> Answers {
        let text = json_of_item(&self.table["answers"]).to_string();
        answers_file::read(&self.rulebook, &text)
            .unwrap_or_else(|wrong| panic!("{}: {wrong:?}", self.text("id")))
    }

    /// The hire that the answers tell, else the organisation.
    fn whose(&self) -> Whose {
        let hires = self.rulebook.list_id("hires").expect("a list");
        let told = self.answers().records(hires).is_some_and(|hires| !hires.is_empty());
        if told { Whose::Record(hires, 0) } else { Whose::Organisation }
    }

    fn scheme(&self) -> &Scheme {
        let id = self.rulebook.scheme_id(self.text("scheme")).expect("a scheme");
        &self.rulebook.schemes[id.row()]
    }

    /// The judgement of the first subject.
    fn judged(&self) -> SubjectAdvice {
        let id = self.rulebook.scheme_id(self.text("scheme")).expect("a scheme");
        let advice = advise(&self.rulebook, &self.answers(), self.as_on());
        advice.schemes[id.row()].subjects[0].clone()
    }

    /// The amount lines, whatever the verdict.
    fn lines(&self) -> Vec<(String, Number)> {
        let answers = self.answers();
        let world = World::new(&self.rulebook, &answers, self.as_on());
        let whose = match self.scheme().subject {
            SubjectKind::Organisation => Whose::Organisation,
            SubjectKind::Each(list) => Whose::Record(list, 0),
        };
        let Amounts::Lines(lines) = &self.scheme().amounts else { panic!("no amount lines") };
        let mut rounded = Vec::new();
        for line in lines {
            let scope = Scope::new(&world, world.slots(whose));
            let value = scope.with_lines(&rounded).value(line.value).as_number();
            rounded.push(value.rounded(line.rounding.0, line.rounding.1));
        }
        lines.iter().map(|line| line.id.clone()).zip(rounded).collect()
    }
}

/// The tables with this name in all files.
fn tables(name: &str) -> Vec<Table> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root().join("tests/published")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|kind| kind == "toml") {
            let document: DocumentMut = std::fs::read_to_string(&path).unwrap().parse().unwrap();
            let tables = document.get(name).and_then(Item::as_array_of_tables);
            found.extend(tables.into_iter().flat_map(|tables| tables.iter().cloned()));
        }
    }
    found
}

/// The rules with the figures that a case gives as input, on every day.
fn with_figures(mut rulebook: Rulebook, table: &Table) -> Rulebook {
    let given = table.get("set").and_then(Item::as_table_like);
    for (name, figure) in given.into_iter().flat_map(|figures| figures.iter()) {
        let id = rulebook.parameter_id(name).unwrap_or_else(|| panic!("no parameter {name}"));
        let figures = Figures::One(decimal(figure.as_str().unwrap()));
        rulebook.parameters[id.row()].values =
            vec![ParameterValue { from: Date::MIN, until: None, figures, sources: vec![] }];
    }
    rulebook
}

/// A decimal or a percentage.
fn decimal(text: &str) -> Decimal {
    let exact = |text: &str| Decimal::from_str_exact(text.trim()).unwrap();
    text.strip_suffix('%').map_or_else(|| exact(text), |share| exact(share) / Decimal::ONE_HUNDRED)
}

fn expected<'t>(case: &'t Case, key: &str) -> Vec<(&'t str, &'t str)> {
    let table = case.table[key].as_table_like().unwrap();
    table.iter().map(|(name, value)| (name, value.as_str().unwrap())).collect()
}

#[test]
fn amounts_are_as_published() {
    for case in Case::with("lines") {
        let lines = case.lines();
        for (name, published) in expected(&case, "lines") {
            let found = lines.iter().find(|(id, _)| id == name).map(|(_, value)| *value);
            let value = found.and_then(Number::single);
            let value = value.unwrap_or_else(|| panic!("{}: {name} is {found:?}", case.text("id")));
            let difference = (value - decimal(published)).abs();
            let id = case.text("id");
            assert!(difference <= case.tolerance(), "{id}: {name} is {value}, published {published}");
        }
    }
}

#[test]
fn conditions_are_as_published() {
    for case in Case::with("conditions") {
        let judged = case.judged();
        for (name, published) in expected(&case, "conditions") {
            let state = judged.conditions.iter().find_map(|advice| {
                let condition = &case.rulebook.conditions[advice.condition.row()];
                (condition.id == name).then_some(advice.state)
            });
            let published = match published {
                "met" => State::Met,
                "not-met" => State::NotMet,
                other => panic!("{other} is no state"),
            };
            assert_eq!(state, Some(published), "{}: {name}", case.text("id"));
        }
    }
}

#[test]
fn verdicts_are_as_published() {
    for case in Case::with("verdict") {
        let published = match case.text("verdict") {
            "fits" => Verdict::Fits,
            "does-not-fit" => Verdict::DoesNotFit,
            other => panic!("{other} is no verdict that a source gives"),
        };
        let judged = case.judged();
        assert_eq!(judged.verdict, published, "{}: {:?}", case.text("id"), judged.because);
    }
}

#[test]
fn definitions_are_as_published() {
    for case in Case::with("definition") {
        let id = case.rulebook.definition_id(case.text("definition"));
        let id = id.unwrap_or_else(|| panic!("{}: no such definition", case.text("id")));
        let found = define(&case.rulebook, &case.answers(), case.as_on(), id, case.whose());
        let item = &case.table["value"];
        let published = match (item.as_bool(), item.as_str()) {
            (Some(yes), _) => Value::Truth(yes.into()),
            (None, Some("?")) => Value::Truth(Truth::Open),
            (None, Some(number)) => {
                let published = decimal(number);
                let near =
                    found.as_number().single().filter(|value| (value - published).abs() <= case.tolerance());
                near.map_or(Value::number(published), Value::number)
            }
            (None, None) => panic!("{}: no value", case.text("id")),
        };
        assert_eq!(found, published, "{}", case.text("id"));
    }
}

#[test]
fn calculators_give_what_is_published() {
    for case in Case::with("calculator") {
        let id = case.text("id");
        let told = case.table["told"].as_array().unwrap().iter().map(|told| told.as_str().unwrap());
        let as_on = case.as_on().to_string();
        let arguments: Vec<&str> =
            ["calc", case.text("calculator"), "--as-on", &as_on].into_iter().chain(told).collect();
        let found = json(&arguments, "");
        if let Some(finding) = case.table.get("finding").and_then(Item::as_str) {
            assert_eq!(found["finding"]["code"], finding, "{id}: {}", found["finding"]);
        }
        let lines = found["lines"].as_array().unwrap();
        let results = case.table.get("results").and_then(Item::as_table_like);
        for (name, value) in results.into_iter().flat_map(|results| results.iter()) {
            let line =
                lines.iter().find(|line| line["id"] == name).unwrap_or_else(|| panic!("{id}: no {name}"));
            let expected = value.as_str().unwrap();
            let same = |end: &str| line["value"][end].as_str() == Some(expected);
            assert!(same("from") && same("to"), "{id}: {name} is {}, published {expected}", line["value"]);
        }
    }
}
