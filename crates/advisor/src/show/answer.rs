//! Answers in words.

use super::{days, scaled};
use crate::lang::Lang;
use crate::messages::show as messages;
use steunwijzer_engine::answers::Answer;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{AnswerType, ChoiceOption, Question, Rulebook, Unit, Words};
use steunwijzer_engine::slot::{NO, Slot, YES};

/// An answer in words: `55 %`, `ja`, `tussen 10 uur en 28 uur per week`, `maart 2027`.
pub fn answer(lang: Lang, rulebook: &Rulebook, words: &Words, question: &Question, answer: Answer) -> String {
    let slot = match answer {
        Answer::NotKnown => return messages::not_known(lang).to_owned(),
        Answer::Known(slot) => slot,
    };
    match &question.answer {
        AnswerType::YesNo => yes_no(lang, slot).to_owned(),
        AnswerType::Choice(options) => joined_or(lang, &option_texts(words, options, slot.low)),
        AnswerType::Choices(options) => choices(lang, words, options, slot),
        AnswerType::Number { unit, scale, label, .. } => {
            let number = number_range(lang, *unit, *scale, slot);
            match words.get(*label) {
                "" => number,
                label => format!("{number} {label}"),
            }
        }
        AnswerType::Date { .. } => {
            days(lang, Date::from_day_number(slot.low), Date::from_day_number(slot.high))
        }
        AnswerType::Place => place(lang, rulebook, slot),
    }
}

/// The texts of the options in these bits.
pub fn option_texts<'w>(words: &'w Words, options: &[ChoiceOption], bits: i64) -> Vec<&'w str> {
    let chosen = (0u8..).zip(options).filter(|(row, _)| Slot::option(*row).low & bits != 0);
    chosen.map(|(_, option)| words.get(option.text)).collect()
}

/// `a, b of c`.
pub fn joined_or(lang: Lang, texts: &[&str]) -> String {
    match texts.split_last() {
        None => messages::none(lang).to_owned(),
        Some((only, [])) => (*only).to_owned(),
        Some((last, others)) => messages::or(lang, last, &others.join(", ")),
    }
}

fn yes_no(lang: Lang, slot: Slot) -> &'static str {
    match (slot.low & NO != 0, slot.low & YES != 0) {
        (true, true) => messages::anything(lang),
        (true, false) => messages::no(lang),
        (false, _) => messages::yes(lang),
    }
}

fn choices(lang: Lang, words: &Words, options: &[ChoiceOption], slot: Slot) -> String {
    let listed = |bits| match option_texts(words, options, bits) {
        texts if texts.is_empty() => messages::none(lang).to_owned(),
        texts => texts.join(", "),
    };
    match slot.high & !slot.low {
        0 => listed(slot.low),
        open => messages::open_options(lang, &listed(slot.low), &listed(open)),
    }
}

fn number_range(lang: Lang, unit: Unit, scale: u8, slot: Slot) -> String {
    let decimal = |value| rust_decimal::Decimal::try_new(value, u32::from(scale)).unwrap_or_default();
    if slot.low == slot.high {
        return scaled(lang, unit, scale, slot.low);
    }
    let range = steunwijzer_engine::number::Number::Between(decimal(slot.low), decimal(slot.high));
    super::amount(lang, unit, range, super::Cents::IfAny)
}

fn place(lang: Lang, rulebook: &Rulebook, slot: Slot) -> String {
    let name = |row: i64| {
        let row = usize::try_from(row).unwrap_or(usize::MAX);
        rulebook.municipalities.get(row).map_or("", |one| one.name.as_str())
    };
    if slot.low == slot.high {
        return name(slot.low).to_owned();
    }
    let is_it = |first: u16, last: u16| (i64::from(first), i64::from(last)) == (slot.low, slot.high);
    match rulebook.provinces.iter().find(|province| is_it(province.first, province.last)) {
        Some(province) => messages::in_province(lang, &province.name),
        None => messages::anywhere(lang).to_owned(),
    }
}
