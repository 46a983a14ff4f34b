//! Calculators.

use super::questions::question;
use super::{
    Form, Given, Shape, Table, answers, at_least_one, list, may, need, own_sources, table, tables, texts,
    words,
};
use crate::read::calculators::SPECIALS;

pub(super) fn calculator() -> Table {
    let shown = [
        need("title", Shape::Text, "Wat de rekenhulp uitrekent."),
        need("summary", Shape::Text, "Voor wie, in een of twee zinnen."),
        need("explanation", Shape::Text, "Waarmee wij rekenen, en waarmee niet."),
    ];
    table(
        "calculator",
        "Een rekenhulp.",
        vec![
            need("id", Shape::Form(Form::HyphenId), "De naam: het eind van het adres."),
            need("order", Shape::Whole(1, 1000), "De plaats in de lijst; elke rekenhulp zijn eigen."),
            need(
                "questions",
                at_least_one(Shape::Form(Form::QuestionId)),
                "De vragen, in volgorde: van het interview of van deze rekenhulp.",
            ),
            may("several", Shape::Table(several()), "De lijst waarvan men er meer vertelt."),
            may("given", answers(), "Antwoorden die altijd gelden, zoals in een geval."),
            may("schemes", list(Shape::Form(Form::HyphenId)), "Regelingen met hun oordeel en bedrag."),
            may("definitions", list(Shape::Form(Form::Name)), "Begrippen met hun waarde."),
            may("special", words(SPECIALS), "Wat niet in de taal van de regels kan."),
            own_sources(),
        ],
    )
    .and(texts("calculator-texts", &shown))
    .and([may("question", tables(question()), "Een vraag die alleen deze rekenhulp stelt.")])
}

fn several() -> Table {
    let shown = [
        need("title", Shape::Text, "Het opschrift boven de lijst."),
        need("add", Shape::Text, "De knop die er één toevoegt."),
    ];
    table(
        "several",
        "Een lijst van het interview, of een eigen lijst met `item` en `max`.",
        vec![
            need("list", Shape::Form(Form::Name), "De naam van de lijst: `received_aid`."),
            may("item", Shape::Form(Form::Name), "Bij een eigen lijst: de naam van één ding."),
            may("max", Shape::Whole(1, 1000), "Bij een eigen lijst: hoeveel er hoogstens in staan."),
        ],
    )
    .and(texts("several-texts", &shown))
    .given(vec![Given::Has("item")], &["max"], &[])
    .given(vec![Given::Lacks("item")], &[], &["max"])
}
