//! What we ask (`questions/*.toml`): one file per topic.

use super::parameters::unit_of;
use super::reader::{Entry, Fields, Need, Text};
use super::values::{Counts, Per};
use crate::diagnostic::{At, Placed};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::notation::Written;
use steunwijzer_engine::rulebook::Unit;

/// A page of the interview.
#[derive(Debug)]
pub(crate) struct Topic {
    pub(crate) id: Placed<String>,
    pub(crate) order: Placed<i64>,
    pub(crate) title: Text,
    pub(crate) list: Option<List>,
    pub(crate) questions: Vec<Question>,
}

/// The list whose records a topic asks about.
#[derive(Debug)]
pub(crate) struct List {
    pub(crate) id: Placed<String>,
    pub(crate) item: Placed<String>,
    pub(crate) max: Placed<i64>,
    pub(crate) none: Option<Text>,
}

/// What we ask.
#[derive(Debug)]
pub(crate) struct Question {
    pub(crate) id: Placed<String>,
    pub(crate) answer: Answer,
    pub(crate) changeable: bool,
    pub(crate) burden: u8,
    pub(crate) ask_if: Option<Placed<String>>,
    pub(crate) otherwise: Option<Placed<Written>>,
    pub(crate) ask: Text,
    pub(crate) short: Text,
    pub(crate) help: Option<Text>,
    pub(crate) why: Text,
}

/// The kind of answer a question takes.
#[derive(Debug)]
pub(crate) enum Answer {
    YesNo,
    Choice(Vec<ChoiceOption>),
    Choices(Vec<ChoiceOption>),
    Number { unit: Unit, scale: u8, min: i64, max: i64, label: Option<String> },
    Date { min: Date, max: Date },
    Place,
}

/// An option of a choice.
#[derive(Debug)]
pub(crate) struct ChoiceOption {
    pub(crate) id: Placed<String>,
    pub(crate) text: Text,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Type {
    YesNo,
    Choice,
    Choices,
    Number(Counts),
    Date,
    Place,
}

pub(crate) const TYPES: &[(&str, Type)] = &[
    ("yes-no", Type::YesNo),
    ("choice", Type::Choice),
    ("choices", Type::Choices),
    ("number", Type::Number(Counts::Number)),
    ("money", Type::Number(Counts::Money)),
    ("percent", Type::Number(Counts::Percent)),
    ("hours", Type::Number(Counts::Hours)),
    ("months", Type::Number(Counts::Months)),
    ("date", Type::Date),
    ("place", Type::Place),
];

/// Reads a topic with its questions.
pub(crate) fn read(fields: &Fields<'_>) -> Option<Topic> {
    let questions = fields.list("question", |entry| entry.fields("a question", question));
    let topic = fields.required("topic", |entry| entry.fields("a topic", topic));
    Some(Topic { questions, ..topic? })
}

fn topic(fields: &Fields<'_>) -> Option<Topic> {
    let id = fields.required("id", Entry::name);
    let order = fields.required("order", |entry| entry.whole(1, 1000));
    let title = fields.text(Need::Required);
    let list = fields.has("list").then(|| list(fields));
    Some(Topic {
        id: id?,
        order: order?,
        title: title?,
        list: match list {
            Some(list) => Some(list?),
            None => None,
        },
        questions: Vec::new(),
    })
}

fn list(fields: &Fields<'_>) -> Option<List> {
    let id = fields.required("list", Entry::name);
    let item = fields.required("item", Entry::name);
    let max = fields.required("max", |entry| entry.whole(1, 1000));
    let none = fields.optional("none", |entry| {
        entry.fields("the text for an empty list", |fields| fields.text(Need::Required))
    });
    Some(List { id: id?, item: item?, max: max?, none })
}

/// Reads a question.
pub(super) fn question(fields: &Fields<'_>) -> Option<Question> {
    let id = fields.required("id", Entry::question_id);
    let answer = fields.required("type", |entry| Some((entry.at, entry.one_of(TYPES)?)));
    let answer = answer.and_then(|(at, kind)| answer_of(fields, at, kind));
    let changeable = fields.optional("changeable", Entry::yes_no).unwrap_or(false);
    let burden = fields.optional("burden", |entry| entry.whole(1, 3));
    let ask_if = fields.optional("ask_if", Entry::text);
    let otherwise = fields.optional("otherwise", Entry::anything);
    match (&ask_if, &otherwise) {
        (Some(ask_if), None) => fields.log().error(
            ask_if.at,
            "`ask_if` stands here without `otherwise`",
            "say which value holds when the question does not apply: `otherwise = …`",
        ),
        (None, Some(otherwise)) => fields.log().error(
            otherwise.at,
            "`otherwise` stands here without `ask_if`",
            "say when the question applies: `ask_if = '…'`",
        ),
        (Some(_), Some(_)) | (None, None) => {}
    }
    let [ask, short, help, why] = fields.texts([
        ("ask", Need::Required),
        ("short", Need::Required),
        ("help", Need::Optional),
        ("why", Need::Required),
    ]);
    Some(Question {
        id: id?,
        answer: answer?,
        changeable,
        burden: burden.map_or(1, |burden| u8::try_from(burden.value).unwrap_or(1)),
        ask_if,
        otherwise,
        ask: ask?,
        short: short?,
        help,
        why: why?,
    })
}

fn answer_of(fields: &Fields<'_>, at: At, kind: Type) -> Option<Answer> {
    match kind {
        Type::YesNo => Some(Answer::YesNo),
        Type::Place => Some(Answer::Place),
        Type::Choice => Some(Answer::Choice(options(fields)?)),
        Type::Choices => Some(Answer::Choices(options(fields)?)),
        Type::Date => {
            let min = fields.required("min", Entry::day);
            let max = fields.required("max", Entry::day);
            let (min, max) = (min?.value, max?);
            in_order(fields, min <= max.value, max.at)?;
            Some(Answer::Date { min, max: max.value })
        }
        Type::Number(counts) => number(fields, at, counts),
    }
}

fn number(fields: &Fields<'_>, at: At, counts: Counts) -> Option<Answer> {
    let plain = counts == Counts::Number;
    let step = match plain && fields.has("step") {
        true => fields.optional("step", step),
        false => Some(0),
    };
    let label = if plain { fields.optional("unit", Entry::text) } else { None };
    let unit = unit_of(fields, at, counts, Per::Week);
    let _bounds = (fields.has("min"), fields.has("max")); // known keys, also if the unit is not
    let (step, unit) = (step?, unit?);
    let scale = match counts {
        Counts::Number => step,
        Counts::Money | Counts::Hours => 2,
        Counts::Percent => 4, // a hundredth of a percent
        Counts::Days | Counts::Weeks | Counts::Months => 0,
    };
    let bound = |key| fields.required(key, |entry| scaled(entry, unit, scale));
    let (min, max) = (bound("min"), bound("max"));
    let (min, max) = (min?.value, max?);
    in_order(fields, min <= max.value, max.at)?;
    Some(Answer::Number { unit, scale, min, max: max.value, label: label.map(|label| label.value) })
}

fn in_order(fields: &Fields<'_>, in_order: bool, at: At) -> Option<()> {
    if !in_order {
        fields.log().error(at, "the highest answer is below the lowest", "turn them around");
    }
    in_order.then_some(())
}

fn step(entry: Entry<'_>) -> Option<u8> {
    let step = entry.figure()?;
    let scale = (0..=6).find(|scale| step.value.value == Decimal::new(1, u32::from(*scale)));
    if scale.is_none() {
        let help = "take 1, \"0.1\", \"0.01\" or smaller";
        entry.log().error(step.at, "this cannot be a step", help);
    }
    scale
}

fn scaled(entry: Entry<'_>, unit: Unit, scale: u8) -> Option<Placed<i64>> {
    let figure = entry.figure_in(unit)?;
    let factor = Decimal::from(10i64.pow(u32::from(scale)));
    let scaled = figure.value.checked_mul(factor).filter(|number| number.fract().is_zero());
    let Some(value) = scaled.and_then(|number| number.to_i64()) else {
        let help = format!("take at most {scale} decimals");
        entry.log().error(figure.at, "this has more decimals than an answer can have", help);
        return None;
    };
    Some(Placed { value, at: figure.at })
}

fn options(fields: &Fields<'_>) -> Option<Vec<ChoiceOption>> {
    let options = fields.list("option", |entry| {
        entry.fields("an option", |fields| {
            let id = fields.required("id", Entry::name);
            let text = fields.text(Need::Required);
            Some(ChoiceOption { id: id?, text: text? })
        })
    });
    if (1..=60).contains(&options.len()) {
        return Some(options);
    }
    let message = format!("this question has {} options", options.len());
    fields.log().error(fields.at, message, "give 1 to 60, each as `[[question.option]]`");
    None
}
