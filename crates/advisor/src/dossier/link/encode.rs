//! From answers to a link.

use super::bytes::{push_number, push_signed};
use super::{
    CHOICES, DAY, DAYS, MUNICIPALITIES, MUNICIPALITY, NO, NOT_KNOWN, NUMBER, NUMBERS, OPTION, OPTIONS,
    PROVINCE, VERSION, YES, YES_OR_NO, base64, fold, number_of, short_name,
};
use steunwijzer_engine::answers::{Answer, Answers, Record};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{AnswerType, ChoiceOption, ListId, Question, Rulebook};
use steunwijzer_engine::slot::{self, Slot};

/// Answers as the last part of a link. The day is in it only if it was chosen.
pub fn encode(rulebook: &Rulebook, answers: &Answers, as_on: Option<Date>) -> String {
    let mut bytes = vec![VERSION, u8::from(as_on.is_some())];
    if let Some(day) = as_on {
        push_signed(&mut bytes, day.day_number());
    }
    push_record(rulebook, None, answers.organisation(), &mut bytes);
    for (row, list) in (0..).zip(&rulebook.lists) {
        let Some(records) = answers.records(ListId(row)) else { continue };
        push_name(&mut bytes, &list.id);
        push_count(&mut bytes, records.len());
        for record in records {
            push_record(rulebook, Some(ListId(row)), record, &mut bytes);
        }
    }
    let check = fold(bytes.iter().copied());
    bytes.extend(check.to_be_bytes());
    base64::write(&bytes)
}

fn push_count(bytes: &mut Vec<u8>, count: usize) {
    push_number(bytes, u64::try_from(count).unwrap_or(u64::MAX));
}

fn push_name(bytes: &mut Vec<u8>, id: &str) {
    bytes.extend(short_name(id).to_be_bytes());
}

fn push_record(rulebook: &Rulebook, list: Option<ListId>, record: &Record, bytes: &mut Vec<u8>) {
    let own = rulebook.questions.iter().filter(|question| question.list == list);
    let told: Vec<(&Question, Vec<u8>)> = own
        .filter_map(|question| Some((question, written(rulebook, question, record.get(question.slot)?)?)))
        .collect();
    push_count(bytes, told.len());
    for (question, answer) in told {
        push_name(bytes, &question.id);
        bytes.extend(answer);
    }
}

/// An answer; none if it holds a place without a code, which no rule file has.
fn written(rulebook: &Rulebook, question: &Question, answer: Answer) -> Option<Vec<u8>> {
    let Answer::Known(slot) = answer else { return Some(vec![NOT_KNOWN]) };
    Some(match &question.answer {
        AnswerType::YesNo => vec![match slot.low {
            slot::NO => NO,
            slot::YES => YES,
            _ => YES_OR_NO,
        }],
        AnswerType::Choice(options) => choice(options, slot.low),
        AnswerType::Choices(options) => {
            let mut bytes = vec![CHOICES];
            push_options(&mut bytes, options, slot.low);
            push_options(&mut bytes, options, slot.high & !slot.low);
            bytes
        }
        AnswerType::Number { scale, .. } => ends(slot, [NUMBER | scale << 4, NUMBERS | scale << 4]),
        AnswerType::Date { .. } => ends(slot, [DAY, DAYS]),
        AnswerType::Place => place(rulebook, slot)?,
    })
}

fn choice(options: &[ChoiceOption], bits: i64) -> Vec<u8> {
    if bits.count_ones() != 1 {
        let mut bytes = vec![OPTIONS];
        push_options(&mut bytes, options, bits);
        return bytes;
    }
    let mut bytes = vec![OPTION];
    for option in chosen(options, bits) {
        push_name(&mut bytes, &option.id);
    }
    bytes
}

fn push_options(bytes: &mut Vec<u8>, options: &[ChoiceOption], bits: i64) {
    push_count(bytes, chosen(options, bits).count());
    for option in chosen(options, bits) {
        push_name(bytes, &option.id);
    }
}

fn chosen(options: &[ChoiceOption], bits: i64) -> impl Iterator<Item = &ChoiceOption> {
    let in_bits = move |row: u8| Slot::option(row).low & bits != 0;
    (0u8..).zip(options).filter(move |(row, _)| in_bits(*row)).map(|(_, option)| option)
}

/// One value, or the first and how far the last lies behind it.
fn ends(slot: Slot, [one, several]: [u8; 2]) -> Vec<u8> {
    let mut bytes = vec![if slot.low == slot.high { one } else { several }];
    push_signed(&mut bytes, slot.low);
    if slot.low != slot.high {
        push_number(&mut bytes, slot.high.abs_diff(slot.low));
    }
    bytes
}

fn place(rulebook: &Rulebook, slot: Slot) -> Option<Vec<u8>> {
    let code = |row: i64| number_of(&rulebook.municipalities.get(usize::try_from(row).ok()?)?.code);
    let is_whole = |first: u16, last: u16| (i64::from(first), i64::from(last)) == (slot.low, slot.high);
    let province = rulebook.provinces.iter().find(|one| is_whole(one.first, one.last));
    let mut bytes = Vec::new();
    match province {
        _ if slot.low == slot.high => {
            bytes.push(MUNICIPALITY);
            push_number(&mut bytes, code(slot.low)?);
        }
        Some(province) => {
            bytes.push(PROVINCE);
            push_name(&mut bytes, &province.name);
        }
        None => {
            bytes.push(MUNICIPALITIES);
            push_number(&mut bytes, code(slot.low)?);
            push_number(&mut bytes, code(slot.high)?);
        }
    }
    Some(bytes)
}
