//! Definitions and parameters.

use super::pages::of_one_list;
use super::scheme::cases;
use super::{Form, Given, Key, Rule, Shape, Table, may, need, sources, table, tables, text, words};
use crate::read::definitions::kinds;
use crate::read::values::{COUNTS, PER, USED_BY};

pub(super) fn definitions() -> Table {
    let definition = table(
        "definition",
        "Een begrip dat meer regelingen gebruiken.",
        vec![
            need("id", Shape::Form(Form::Name), "De naam in voorwaarden, met liggende streepjes: `is_sme`."),
            need("type", words(&kinds()), "Wat eruit komt."),
        ],
    )
    .and(text())
    .and([
        used_by(),
        need("value", Shape::Text, "Hoe het volgt uit antwoorden, in de taal van de voorwaarden."),
        sources(),
        cases(
            "definition-case",
            Shape::Answer,
            "Wat eruit moet komen: true, \"216000.00\", een bereik of \"?\".",
        ),
    ]);
    of_one_list("definitions", "Begrippen.", "definition", definition, "Een begrip.")
}

pub(super) fn parameters() -> Table {
    let key = table(
        "parameter-key",
        "Een hele sleutel naast de tijd, zoals de leeftijd.",
        vec![
            need(
                "min",
                Shape::Whole(-10_000, 10_000),
                "De laagste sleutel. Daaronder is het cijfer onbekend.",
            ),
            need("max", Shape::Whole(-10_000, 10_000), "De hoogste sleutel. Daarboven geldt haar cijfer."),
        ],
    );
    let parameter = table(
        "parameter",
        "Een cijfer dat met de tijd verandert.",
        vec![
            need("id", Shape::Form(Form::Name), "De naam in voorwaarden: `wml_month`."),
            need("type", words(COUNTS), "Wat het telt."),
            may("per", words(PER), "Waar het per telt."),
        ],
    )
    .and(text())
    .and([
        used_by(),
        may("review", Shape::Day, "Na deze dag heet een bedrag met dit cijfer een aanname."),
        may("key", Shape::Table(key), "Een sleutel naast de tijd: `wml_month[hire.age]`."),
        may("value", tables(value()), "Het cijfer vanaf een dag."),
        may("when_unknown", Shape::Table(assumed()), "Het bereik dat wij aannemen op dagen zonder cijfer."),
    ])
    .given(vec![Given::Lacks("value")], &["when_unknown"], &[])
    .rule(each_value(Given::Has("key"), "by", "value"))
    .rule(each_value(Given::Lacks("key"), "value", "by"));
    of_one_list("parameters", "Gedateerde cijfers.", "parameter", parameter, "Een cijfer.")
}

/// Who reads it by name.
fn used_by() -> Key {
    may(
        "used_by",
        words(USED_BY),
        "Wie het leest als geen regel dat doet: het geldplan, een rekenhulp of het loket.",
    )
}

fn each_value(given: Given, needs: &'static str, forbids: &'static str) -> Rule {
    Rule::Each { all: vec![given], of: "value", needs: vec![needs], forbids: vec![forbids] }
}

fn value() -> Table {
    let by_key = Shape::Named(Box::new(Shape::Figure));
    table(
        "parameter-value",
        "Het cijfer vanaf een dag.",
        vec![
            need("from", Shape::Day, "De eerste dag."),
            may("until", Shape::Day, "De laatste dag. Zonder: tot er een later cijfer is."),
            may("value", Shape::Figure, "Het cijfer: 36, \"2337.00\" of \"23.5 %\"."),
            may("by", by_key, "Het cijfer per sleutel: { 15 = \"30 %\", 16 = \"34.5 %\" }."),
            sources(),
        ],
    )
}

fn assumed() -> Table {
    table(
        "assumed-range",
        "Een bereik dat als aanname wordt getoond.",
        vec![
            need("from", Shape::Figure, "Het laagste cijfer."),
            need("to", Shape::Figure, "Het hoogste cijfer."),
        ],
    )
    .and(text())
    .and([sources()])
}
