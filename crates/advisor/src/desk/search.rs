//! Finding a question by typing a word of it; and answering it at once if what was typed says how.
//!
//! `doelgroep` leads to questions, `stichting` to an option that is taken with one key, `bedrag 22000`
//! to an amount, `almere` to a place, `loonwaarde ?` to *the caller does not know*.

use super::Key;
use crate::entry::{self, DateField, Entry, NumberField, PlaceEntry, Spot, folded};
use crate::messages::{desk as messages, show as shown};
use crate::present::View;
use crate::show;
use steunwijzer_engine::answers::{Answer, Whose};
use steunwijzer_engine::rulebook::{AnswerType, ListId, Question, QuestionId};
use steunwijzer_engine::slot::{NO, Slot, YES};
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::world::World;

/// The most options of one question among the hits.
const MOST_OPTIONS: usize = 3;
/// The most words of a short option.
const SHORT_OPTION: usize = 3;
/// The rank of an answer that was read whole, and of a place of which the beginning stands alone.
const WHOLE: u32 = 11;
const BEGUN: u32 = 4;
/// From this length on a word is also found within a longer one.
const WITHIN: usize = 4;

/// Whom a hit is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The organisation, or a record that was told.
    Told(Whose),
    /// A record that is still to be added.
    New(ListId),
}

/// An answer that was typed along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// This is the answer.
    Answer(Slot),
    /// This is chosen too, besides what was chosen before.
    Also(Slot),
    /// The caller does not know.
    NotKnown,
}

impl Given {
    /// What is chosen of several, once this is chosen too.
    pub fn together(known: Slot, also: Slot) -> Slot {
        Slot { low: known.low | also.low, high: known.high | also.high }
    }
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The question.
    pub question: QuestionId,
    /// About whom.
    pub target: Target,
    /// The answer that can be given at once; none: go to the field.
    pub given: Option<Given>,
    /// The question by its short name, with the record it is about.
    pub name: String,
    /// The answer that would be given, else the one that stands; may be empty.
    pub answer: String,
}

impl Hit {
    /// The field it leads to; none while its record is still to be added.
    pub fn key(&self) -> Option<Key> {
        match self.target {
            Target::Told(whose) => Some((self.question, whose)),
            Target::New(_) => None,
        }
    }
}

/// A hit with its rank: higher is better.
struct Ranked {
    rank: u32,
    hit: Hit,
}

/// What fits the words that were typed, the best first, at most `most`.
pub fn search(view: &View<'_>, typed: &str, most: usize) -> Vec<Hit> {
    let finder = Finder::new(view, typed);
    if finder.tokens.is_empty() {
        return Vec::new();
    }
    let rows = (0u16..).zip(&view.rulebook.questions);
    let mut found: Vec<Ranked> =
        rows.flat_map(|(row, question)| finder.hits(QuestionId(row), question)).collect();
    found.sort_by_key(|found| std::cmp::Reverse(found.rank));
    found.into_iter().map(|found| found.hit).take(most).collect()
}

/// What was typed, and what it is looked up in.
struct Finder<'v, 'a> {
    view: &'v View<'a>,
    world: World<'a>,
    /// The words as they were typed.
    typed: Vec<String>,
    /// The same to compare with.
    tokens: Vec<String>,
    /// Words of everyday with the words of the rules that they stand for.
    everyday: Vec<(&'static str, &'static str)>,
    /// Whether a question mark closed it.
    is_unknown: bool,
}

impl<'v, 'a> Finder<'v, 'a> {
    fn new(view: &'v View<'a>, typed: &str) -> Finder<'v, 'a> {
        let (typed, is_unknown) = match typed.trim().strip_suffix('?') {
            Some(rest) => (rest, true),
            None => (typed, false),
        };
        let typed: Vec<String> = typed.split_whitespace().map(str::to_owned).collect();
        let lines = messages::everyday(view.lang).split(';');
        let everyday = lines.filter_map(|line| line.split_once('=')).flat_map(|(words, means)| {
            words.split_whitespace().map(move |word| (word, means.trim())).collect::<Vec<_>>()
        });
        Finder {
            view,
            world: World::new(view.rulebook, view.answers, view.advice.as_on),
            tokens: typed.iter().map(|word| folded(word)).collect(),
            typed,
            everyday: everyday.collect(),
            is_unknown,
        }
    }

    /// How well a text has a word: 0 if it has not.
    fn weight(&self, token: &str, text: &str, full: u32) -> u32 {
        let text = folded(text);
        let own = best_word(token, &text, full);
        let means = self.everyday.iter().filter(|(word, _)| is_meant(token, word));
        let other = means.map(|(_, means)| best_word(means, &text, full.saturating_sub(1))).max();
        own.max(other.unwrap_or(0))
    }

    /// How well the question itself has a word.
    fn of_question(&self, token: &str, question: &Question) -> u32 {
        let texts = [(question.short, 12), (question.ask, 6), (question.help, 3)];
        texts
            .into_iter()
            .map(|(text, full)| self.weight(token, self.view.text(text), full))
            .max()
            .unwrap_or(0)
    }

    fn hits(&self, id: QuestionId, question: &Question) -> Vec<Ranked> {
        let own: Vec<u32> = self.tokens.iter().map(|token| self.of_question(token, question)).collect();
        let mut hits = match &question.answer {
            AnswerType::YesNo => self.yes_no(id, question, &own),
            AnswerType::Choice(_) | AnswerType::Choices(_) => self.options(id, question, &own),
            AnswerType::Number { .. } | AnswerType::Date { .. } | AnswerType::Place => {
                self.entered(id, question, &own).into_iter().collect()
            }
        };
        let all_own = own.iter().all(|weight| *weight > 0);
        if all_own && self.is_unknown {
            hits.extend(self.hit(id, question, sum(&own) + 2, Some(Given::NotKnown)));
        }
        let options = self.option_weights(question, &own);
        let reach = options.iter().map(|(rank, _)| *rank).max();
        let rank = if all_own { Some(sum(&own)) } else { reach };
        hits.extend(rank.and_then(|rank| self.hit(id, question, rank, None)));
        hits
    }

    /// *Yes* or *no* behind words of the question.
    fn yes_no(&self, id: QuestionId, question: &Question, own: &[u32]) -> Vec<Ranked> {
        let Some((last, words)) = self.tokens.split_last() else { return Vec::new() };
        let own = own.get(..words.len()).unwrap_or_default();
        if words.is_empty() || own.contains(&0) {
            return Vec::new();
        }
        let lang = self.view.lang;
        let answers = [(shown::yes(lang), YES), (shown::no(lang), NO)];
        let meant = answers.into_iter().find(|(word, _)| folded(word).starts_with(last.as_str()));
        let given = meant.map(|(_, bits)| Given::Answer(Slot::bits(bits)));
        given.and_then(|given| self.hit(id, question, sum(own) + 8, Some(given))).into_iter().collect()
    }

    /// The options that have every word which the question itself has not, with their rank and row.
    fn option_weights(&self, question: &Question, own: &[u32]) -> Vec<(u32, u8)> {
        let (AnswerType::Choice(options) | AnswerType::Choices(options)) = &question.answer else {
            return Vec::new();
        };
        let mut found: Vec<(u32, u8)> = Vec::new();
        for (row, option) in (0u8..).zip(options) {
            let text = self.view.text(option.text);
            // A word says most of a short option.
            let full = if text.split_whitespace().count() > SHORT_OPTION { 7 } else { 10 };
            let words: Vec<u32> = self.tokens.iter().map(|token| self.weight(token, text, full)).collect();
            let each: Vec<u32> = words.iter().zip(own).map(|(option, own)| *option.max(own)).collect();
            if words.iter().any(|weight| *weight > 0) && !each.contains(&0) {
                found.push((sum(&each) + 1, row));
            }
        }
        found.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
        found
    }

    fn options(&self, id: QuestionId, question: &Question, own: &[u32]) -> Vec<Ranked> {
        let is_one = matches!(question.answer, AnswerType::Choice(_));
        let found = self.option_weights(question, own).into_iter().take(MOST_OPTIONS);
        found
            .filter_map(|(rank, row)| {
                let slot = Slot::option(row);
                let given = if is_one { Given::Answer(slot) } else { Given::Also(slot) };
                self.hit(id, question, rank, Some(given))
            })
            .collect()
    }

    /// What stands behind the words of the question, read as its answer. A place may stand alone.
    fn entered(&self, id: QuestionId, question: &Question, own: &[u32]) -> Option<Ranked> {
        let is_place = question.answer == AnswerType::Place;
        let named = own.iter().take_while(|weight| **weight > 0).count();
        (0..=named).rev().find_map(|words| {
            let rest = self.typed.get(words..)?.join(" ");
            if rest.is_empty() || (words == 0 && !is_place) {
                return None;
            }
            let slot = self.read(question, &rest)?;
            let is_begun =
                words == 0 && folded(&entry::typed(self.view.rulebook, question, slot)[0]) != folded(&rest);
            let rank = sum(own.get(..words)?) + if is_begun { BEGUN } else { WHOLE };
            self.hit(id, question, rank, Some(Given::Answer(slot)))
        })
    }

    /// Reads an entry that has one meaning only.
    fn read(&self, question: &Question, rest: &str) -> Option<Slot> {
        let entry = match &question.answer {
            AnswerType::Number { .. } => NumberField::of(question, self.view.words)?.read(rest),
            AnswerType::Date { .. } => DateField::of(question)?.read(rest),
            AnswerType::Place => return self.place(rest),
            AnswerType::YesNo | AnswerType::Choice(_) | AnswerType::Choices(_) => return None,
        };
        match entry {
            Entry::Read(slot) => Some(slot),
            Entry::Two(..) | Entry::Refused(_) => None,
        }
    }

    /// A place by the beginning of its name, of three letters or more.
    fn place(&self, rest: &str) -> Option<Slot> {
        if rest.chars().count() < 3 {
            return None;
        }
        match entry::place(self.view.rulebook, rest, self.view.advice.as_on) {
            PlaceEntry::Read(spot @ (Spot::Municipality(_) | Spot::Province(_))) => {
                Some(spot.slot(self.view.rulebook))
            }
            PlaceEntry::Empty | PlaceEntry::Which(_) | PlaceEntry::NotFound => None,
        }
    }

    /// A hit, unless the question certainly does not apply.
    fn hit(&self, id: QuestionId, question: &Question, rank: u32, given: Option<Given>) -> Option<Ranked> {
        let target = self.target(id, question, given.is_some())?;
        let whose = match target {
            Target::Told(whose) => Some(whose),
            Target::New(_) => None,
        };
        let short = self.view.text(question.short);
        let name = match target {
            Target::Told(Whose::Organisation) => short.to_owned(),
            Target::Told(Whose::Record(list, row)) => {
                [&self.view.record_name(list, row), ": ", short].concat()
            }
            Target::New(list) => {
                let row = self.view.answers.records(list).map_or(0, <[_]>::len);
                let record = self.view.record_name(list, u16::try_from(row).unwrap_or(u16::MAX));
                messages::new_record(self.view.lang, short, &record)
            }
        };
        let standing = whose.and_then(|whose| self.view.answers.get(question, whose));
        let answer = match given {
            Some(Given::Answer(slot) | Given::Also(slot)) => Some(Answer::Known(slot)),
            Some(Given::NotKnown) => Some(Answer::NotKnown),
            None => standing,
        };
        let answer = match answer {
            Some(Answer::NotKnown) => messages::caller_unknown(self.view.lang).to_owned(),
            Some(answer @ Answer::Known(_)) => {
                show::answer(self.view.lang, self.view.rulebook, self.view.words, question, answer)
            }
            None => String::new(),
        };
        Some(Ranked { rank, hit: Hit { question: id, target, given, name, answer } })
    }

    /// Of a list: the first record in which the question is open. Else, to answer it, a new record;
    /// to look at it, the last.
    fn target(&self, id: QuestionId, question: &Question, gives: bool) -> Option<Target> {
        let applies = |whose: &Whose| self.world.applies(id, *whose) != Truth::No;
        let Some(list) = question.list else {
            return applies(&Whose::Organisation).then_some(Target::Told(Whose::Organisation));
        };
        let told = self.view.answers.records(list).map_or(0, <[_]>::len);
        let records = (0u16..).take(told).map(|row| Whose::Record(list, row)).filter(applies);
        let records: Vec<Whose> = records.collect();
        let open = records.iter().find(|whose| self.view.answers.get(question, **whose).is_none());
        let most = self.view.rulebook.lists.get(list.row()).map_or(0, |list| usize::from(list.max));
        let new = (told < most).then_some(Target::New(list));
        match (open, records.last()) {
            (Some(open), _) => Some(Target::Told(*open)),
            (None, Some(last)) if !gives => Some(Target::Told(*last)),
            (None, _) => new,
        }
    }
}

/// Whether somebody who types this means an everyday word.
fn is_meant(token: &str, word: &str) -> bool {
    token == word || (token.chars().count() >= WITHIN && word.starts_with(token))
}

/// How well a folded text has a word: whole, at the beginning of a word, or within one.
fn best_word(token: &str, text: &str, full: u32) -> u32 {
    if token.is_empty() {
        return 0;
    }
    let is_apart = |letter: char| !letter.is_alphanumeric() && letter != '&';
    if token.contains(is_apart) {
        return if text.contains(token) { full } else { 0 };
    }
    let words = text.split(is_apart);
    let rank = |word: &str| {
        if word == token {
            full
        } else if word.starts_with(token) {
            full * 3 / 4
        } else if token.chars().count() >= WITHIN && word.contains(token) {
            full / 2
        } else {
            0
        }
    };
    words.map(rank).max().unwrap_or(0)
}

fn sum(weights: &[u32]) -> u32 {
    weights.iter().sum()
}
