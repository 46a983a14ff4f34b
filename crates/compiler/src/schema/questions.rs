//! Questions and conflicts.

use super::pages::of_one_list;
use super::{Form, Given, Key, Rule, Shape, Table, may, need, table, tables, text, texts, words};
use crate::read::questions::TYPES;
use crate::read::values::PER;

pub(super) fn topic() -> Table {
    let none = table("empty-list", "Wat een lege lijst betekent.", text().into());
    let topic = table(
        "topic",
        "Het onderwerp: één pagina van het interview.",
        vec![
            need("id", Shape::Form(Form::Name), "De naam van het onderwerp."),
            need("order", Shape::Whole(1, 1000), "De plaats in het interview; elk onderwerp zijn eigen."),
        ],
    )
    .and(text())
    .and([
        may(
            "list",
            Shape::Form(Form::Name),
            "De naam van de lijst, als dit onderwerp over een lijst gaat: `hires`.",
        ),
        may("item", Shape::Form(Form::Name), "De naam van één ding in de lijst: `hire`."),
        may("max", Shape::Whole(1, 1000), "Hoeveel er hoogstens in de lijst staan."),
        may("none", Shape::Table(none), "De voorwaarde die geldt als de lijst leeg is."),
    ])
    .given(vec![Given::Has("list")], &["item", "max"], &[])
    .given(vec![Given::Lacks("list")], &[], &["item", "max", "none"]);
    table(
        "questions",
        "De vragen over één onderwerp.",
        vec![
            need("topic", Shape::Table(topic), "Het onderwerp van dit bestand."),
            may("question", tables(question()), "Een vraag."),
        ],
    )
}

pub(super) fn question() -> Table {
    let is = |types: &[&'static str]| vec![Given::Is("type", types.to_vec())];
    let bounds = vec!["min", "max"];
    table("question", "Een vraag.", keys())
        .and(texts("question-texts", &question_texts()))
        .and([may("option", options(), "De antwoorden waaruit men kiest: 1 tot 60.")])
        .rule(Rule::Translated("help"))
        .rule(Rule::Holds { all: is(&["date"]), keys: bounds.clone(), shape: Shape::Day })
        .rule(Rule::Holds { all: is(NUMBERS), keys: bounds, shape: Shape::Figure })
        .together("ask_if", "otherwise")
        .given(is(&["choice", "choices"]), &["option"], &["min", "max", "step", "unit", "per"])
        .given(is(&["yes-no", "place"]), &[], &["option", "min", "max", "step", "unit", "per"])
        .given(is(&["date"]), &["min", "max"], &["option", "step", "unit", "per"])
        .given(is(&["number"]), &["min", "max"], &["option"])
        .given(is(&["money", "percent", "hours", "months"]), &["min", "max"], &["option", "step", "unit"])
}

/// The types of answers that are numbers.
const NUMBERS: &[&str] = &["number", "money", "percent", "hours", "months"];

fn keys() -> Vec<Key> {
    vec![
        need("id", Shape::Form(Form::QuestionId), "Het ding, een punt en een naam: `org.fte`, `hire.hours`."),
        need("type", words(TYPES), "Het soort antwoord."),
        may(
            "changeable",
            Shape::YesNo,
            "true: wij mogen het noemen bij 'wat zou het veranderen?'. Zonder: false.",
        ),
        may("burden", Shape::Whole(1, 3), "1 uit het hoofd, 2 opzoeken, 3 aan iemand vragen. Zonder: 1."),
        may("min", Shape::FigureOrDay, "Het laagste antwoord. Geld \"0\", procent \"0 %\"."),
        may("max", Shape::FigureOrDay, "Het hoogste antwoord."),
        may("step", Shape::Figure, "Alleen bij number: 1, \"0.1\" of \"0.01\"."),
        may("unit", Shape::Text, "Alleen bij number: wat achter het veld staat."),
        may("per", words(PER), "Waar een getal per telt. Uren zonder dit zijn per week."),
        may("ask_if", Shape::Text, "Wanneer de vraag van toepassing is, in de taal van de voorwaarden."),
        may("otherwise", Shape::Answer, "Het antwoord dat geldt als de vraag niet van toepassing is."),
    ]
}

fn question_texts() -> [Key; 4] {
    [
        need("ask", Shape::Text, "De vraag zelf."),
        need("short", Shape::Text, "Het opschrift in lijsten en tabellen."),
        may("help", Shape::Text, "Waar men het vindt."),
        need("why", Shape::Text, "Waarom wij het vragen."),
    ]
}

fn options() -> Shape {
    let option = table(
        "option",
        "Eén antwoord waaruit men kiest. 'Weet ik niet' hoort er niet bij: dat kan altijd.",
        vec![need("id", Shape::Form(Form::Name), "De naam in voorwaarden.")],
    )
    .and(text());
    Shape::List { of: Box::new(Shape::Table(option)), least: 1, most: Some(60) }
}

pub(super) fn conflicts() -> Table {
    let conflict = table(
        "conflict",
        "Antwoorden die niet samen waar kunnen zijn.",
        vec![
            need("id", Shape::Form(Form::HyphenId), "Eigen naam, met streepjes."),
            need("when", Shape::Text, "Wanneer zij botsen, in de taal van de voorwaarden."),
        ],
    )
    .and(text());
    of_one_list("conflicts", "Antwoorden die niet samengaan.", "conflict", conflict, "Een botsing.")
}
