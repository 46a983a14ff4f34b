//! From a link to answers. Whatever stands in it: answers or a reason, never a panic.

use super::bytes::Bytes;
use super::{
    CHOICES, DAY, DAYS, LONGEST, MUNICIPALITIES, MUNICIPALITY, NO, NOT_KNOWN, NUMBER, NUMBERS, OPTION,
    OPTIONS, PROVINCE, VERSION, YES, YES_OR_NO, base64, fold, number_of, short_name,
};
use crate::lang::Lang;
use crate::messages::dossier as messages;
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{AnswerType, ChoiceOption, ListId, Question, QuestionId, Rulebook};
use steunwijzer_engine::slot::{NO as NO_BIT, Slot, YES as YES_BIT};

/// What was shared by a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The answers that this edition knows.
    pub answers: Answers,
    /// The day of the advice, if it was chosen.
    pub as_on: Option<Date>,
    /// How many answers this edition does not know.
    pub unknown: usize,
}

/// Why a link is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkRefused {
    /// It is longer than [`LONGEST`].
    TooLong,
    /// A part is missing or was changed.
    Broken,
    /// A later version made it.
    FromTheFuture,
}

impl LinkRefused {
    /// Why, and what to do, in one or two sentences.
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            LinkRefused::TooLong => messages::link_too_long(lang),
            LinkRefused::Broken => messages::link_broken(lang),
            LinkRefused::FromTheFuture => messages::link_future(lang),
        }
    }
}

/// Reads the last part of a link.
///
/// # Errors
/// Why it cannot be read.
pub fn decode(rulebook: &Rulebook, text: &str) -> Result<Shared, LinkRefused> {
    if text.len() > LONGEST {
        return Err(LinkRefused::TooLong);
    }
    let bytes = base64::read(text).ok_or(LinkRefused::Broken)?;
    let (body, check) = bytes.split_last_chunk::<2>().ok_or(LinkRefused::Broken)?;
    if fold(body.iter().copied()).to_be_bytes() != *check {
        return Err(LinkRefused::Broken);
    }
    let mut bytes = Bytes(body);
    match bytes.byte() {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(LinkRefused::FromTheFuture),
        Some(_) | None => return Err(LinkRefused::Broken),
    }
    let mut reading = Reading { rulebook, answers: Answers::new(rulebook), unknown: 0 };
    let as_on = reading.everything(&mut bytes).ok_or(LinkRefused::Broken)?;
    Ok(Shared { answers: reading.answers, as_on, unknown: reading.unknown })
}

struct Reading<'r> {
    rulebook: &'r Rulebook,
    answers: Answers,
    unknown: usize,
}

impl Reading<'_> {
    /// Reads all of it, and gives the day.
    fn everything(&mut self, bytes: &mut Bytes<'_>) -> Option<Option<Date>> {
        let as_on = match bytes.byte()? {
            0 => None,
            1 => Some(Date::from_day_number(bytes.signed()?)),
            _ => return None,
        };
        self.record(bytes, None, Whose::Organisation)?;
        while !bytes.0.is_empty() {
            let name = bytes.short_name()?;
            let mut named = (0..).zip(&self.rulebook.lists);
            let list = named.find(|(_, list)| short_name(&list.id) == name).map(|(row, _)| ListId(row));
            let list = list.filter(|list| self.answers.records(*list).is_none());
            if let Some(list) = list {
                self.answers.tell_none(list);
            }
            for _ in 0..bytes.number()? {
                let row =
                    list.and_then(|list| Some((list, self.answers.add_record(self.rulebook, list).ok()?)));
                // Records of a list that is not known or full are read over: their answers are unknown.
                let (list, row) = row.unwrap_or((ListId(u16::MAX), 0));
                self.record(bytes, Some(list), Whose::Record(list, row))?;
            }
        }
        Some(as_on)
    }

    fn record(&mut self, bytes: &mut Bytes<'_>, list: Option<ListId>, whose: Whose) -> Option<()> {
        for _ in 0..bytes.number()? {
            let name = bytes.short_name()?;
            let told = Told::read(bytes)?;
            let rulebook = self.rulebook;
            let own = rulebook.questions.iter().zip(0u16..).filter(|(question, _)| question.list == list);
            let found = own.into_iter().find(|(question, _)| short_name(&question.id) == name);
            let taken = found.and_then(|(question, row)| {
                let answer = told.answer(rulebook, question)?;
                self.answers.set(rulebook, QuestionId(row), whose, Some(answer)).ok()
            });
            self.unknown += usize::from(taken.is_none());
        }
        Some(())
    }
}

/// An answer as it stands in a link, whatever the question.
enum Told {
    NotKnown,
    Bits(i64),
    Options(Vec<u16>),
    Choices(Vec<u16>, Vec<u16>),
    Numbers(u8, i64, i64),
    Days(i64, i64),
    Municipalities(u64, u64),
    Province(u16),
}

impl Told {
    fn read(bytes: &mut Bytes<'_>) -> Option<Told> {
        let kind = bytes.byte()?;
        let scale = kind >> 4;
        let told = match kind & 0x0f {
            NOT_KNOWN => Told::NotKnown,
            NO => Told::Bits(NO_BIT),
            YES => Told::Bits(YES_BIT),
            YES_OR_NO => Told::Bits(NO_BIT | YES_BIT),
            OPTION => Told::Options(vec![bytes.short_name()?]),
            OPTIONS => Told::Options(bytes.short_names()?),
            CHOICES => Told::Choices(bytes.short_names()?, bytes.short_names()?),
            NUMBER => {
                let number = bytes.signed()?;
                Told::Numbers(scale, number, number)
            }
            NUMBERS => {
                let low = bytes.signed()?;
                Told::Numbers(scale, low, low.checked_add_unsigned(bytes.number()?)?)
            }
            DAY => {
                let day = bytes.signed()?;
                Told::Days(day, day)
            }
            DAYS => {
                let first = bytes.signed()?;
                Told::Days(first, first.checked_add_unsigned(bytes.number()?)?)
            }
            MUNICIPALITY => {
                let code = bytes.number()?;
                Told::Municipalities(code, code)
            }
            MUNICIPALITIES => Told::Municipalities(bytes.number()?, bytes.number()?),
            PROVINCE => Told::Province(bytes.short_name()?),
            _ => return None,
        };
        Some(told)
    }

    /// The answer to this question; none if it is no answer to it. Whether it lies inside the bounds
    /// is seen when it is set.
    fn answer(&self, rulebook: &Rulebook, question: &Question) -> Option<Answer> {
        let slot = match (self, &question.answer) {
            (Told::NotKnown, _) => return Some(Answer::NotKnown),
            (Told::Bits(bits), AnswerType::YesNo) => Slot::bits(*bits),
            (Told::Options(names), AnswerType::Choice(options)) => Slot::bits(bits_of(options, names)?),
            (Told::Choices(yes, open), AnswerType::Choices(options)) => {
                let (yes, open) = (bits_of(options, yes)?, bits_of(options, open)?);
                Slot { low: yes, high: yes | open }
            }
            (Told::Numbers(from, low, high), AnswerType::Number { scale, .. }) => {
                Slot::between(rescaled(*low, *from, *scale)?, rescaled(*high, *from, *scale)?)
            }
            (Told::Days(first, last), AnswerType::Date { .. }) => Slot::between(*first, *last),
            (Told::Municipalities(first, last), AnswerType::Place) => {
                Slot::between(row_of(rulebook, *first)?, row_of(rulebook, *last)?)
            }
            (Told::Province(name), AnswerType::Place) => {
                let found = rulebook.provinces.iter().find(|one| short_name(&one.name) == *name)?;
                Slot::between(i64::from(found.first), i64::from(found.last))
            }
            _ => return None,
        };
        Some(Answer::Known(slot))
    }
}

/// The bits of options; none if one of them is not known.
fn bits_of(options: &[ChoiceOption], names: &[u16]) -> Option<i64> {
    names.iter().try_fold(0, |bits, name| {
        let mut named = (0u8..).zip(options);
        let (row, _) = named.find(|(_, option)| short_name(&option.id) == *name)?;
        Some(bits | Slot::option(row).low)
    })
}

/// The same number with other decimals; none if it has more of them than fit.
fn rescaled(number: i64, from: u8, to: u8) -> Option<i64> {
    let factor = 10i64.checked_pow(u32::from(from.abs_diff(to)))?;
    if to >= from {
        return number.checked_mul(factor);
    }
    (number % factor == 0).then_some(number / factor)
}

fn row_of(rulebook: &Rulebook, number: u64) -> Option<i64> {
    let found = rulebook.municipalities.iter().position(|one| number_of(&one.code) == Some(number));
    i64::try_from(found?).ok()
}
