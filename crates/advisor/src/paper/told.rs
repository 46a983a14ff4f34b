//! What was told, in few lines: the case first, what was not known in one line, the rest counted.

use super::space::{HEADING, LINE, lines};
use crate::messages::paper as messages;
use crate::present::View;
use crate::show;
use steunwijzer_engine::answers::{Answer, Whose};
use steunwijzer_engine::rulebook::{AnswerType, ListId, Question, QuestionId, Unit};
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::world::World;

/// What stands first.
const FIRST: [&str; 2] = ["org.legal_form", "org.place"];
/// The most lines of facts: two columns beside each other.
const MOST_LINES: u32 = 7;
/// The most records of a list that are told one by one, and the most answers of them together.
const MOST_RECORDS: usize = 3;
const MOST_ANSWERS: usize = 4;
/// The most labels of answers that are not known.
const MOST_UNKNOWN: usize = 4;
/// The letters in a line of a label and of an answer, in one of two columns.
const LABEL: usize = 15;
const VALUE: usize = 25;

/// What was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The answers, in two columns from left to right.
    pub facts: Vec<Fact>,
    /// How many more there are, and how many questions were not answered.
    pub rest: String,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub label: String,
    /// The answer in words.
    pub value: String,
    /// Whether it says that the answer is not known.
    pub is_unknown: bool,
}

impl Told {
    /// Its height on the page, with its heading.
    pub(super) fn height(&self) -> u32 {
        HEADING + rows_of(&self.facts) * LINE + lines(&self.rest, super::space::WIDE) * LINE + 6
    }
}

/// The lines that facts take, two beside each other.
fn rows_of(facts: &[Fact]) -> u32 {
    let tall = |fact: &Fact| lines(&fact.label, LABEL).max(lines(&fact.value, VALUE));
    facts.chunks(2).map(|pair| pair.iter().map(tall).max().unwrap_or(0)).sum()
}

/// Facts with how many answers each holds.
type Counting = Vec<(Fact, usize)>;

impl View<'_> {
    pub(super) fn paper_told(&self) -> Told {
        let lang = self.lang;
        let world = World::new(self.rulebook, self.answers, self.advice.as_on);
        let asked = self.everything_asked(&world);
        let answered: Vec<(QuestionId, Whose, Answer)> =
            asked.iter().filter_map(|(id, whose, answer)| Some((*id, *whose, (*answer)?))).collect();
        let known: Vec<(QuestionId, Whose, Answer)> =
            answered.iter().filter(|(_, _, answer)| *answer != Answer::NotKnown).copied().collect();
        let mut all = self.own_facts(&known, true);
        all.extend(self.list_facts(&known));
        all.extend(self.own_facts(&known, false));
        let unknown = self.unknown_fact(&answered);
        let mut facts: Vec<Fact> = unknown.into_iter().collect();
        let mut held = 0;
        for (fact, count) in all {
            let at = facts.iter().position(|fact| fact.is_unknown).unwrap_or(facts.len());
            facts.insert(at, fact);
            if rows_of(&facts) > MOST_LINES {
                facts.remove(at);
                break;
            }
            held += count;
        }
        let mut rest = Vec::new();
        if facts.is_empty() {
            rest.push(messages::told_nothing(lang).to_owned());
        }
        if known.len() > held {
            rest.push(messages::more_told(lang, known.len() - held));
        }
        rest.push(messages::not_asked(lang, asked.len() - answered.len()));
        Told { facts, rest: rest.join(" ") }
    }

    /// Every question that applies, or may, with its answer.
    fn everything_asked(&self, world: &World<'_>) -> Vec<(QuestionId, Whose, Option<Answer>)> {
        let mut all = Vec::new();
        for (question, row) in self.rulebook.questions.iter().zip(0u16..) {
            let id = QuestionId(row);
            for whose in self.everybody(question.list) {
                if world.applies(id, whose) != Truth::No {
                    all.push((id, whose, self.answers.get(question, whose)));
                }
            }
        }
        all
    }

    /// The answers about the organisation: those that stand first, or the others.
    fn own_facts(&self, known: &[(QuestionId, Whose, Answer)], first: bool) -> Counting {
        let own = known.iter().filter(|(_, whose, _)| *whose == Whose::Organisation);
        let own = own.filter_map(|(id, _, answer)| Some((self.question(*id)?, *answer)));
        let chosen = own.filter(|(question, _)| FIRST.contains(&question.id.as_str()) == first);
        let fact = |(question, answer): (&Question, Answer)| Fact {
            label: self.text(question.short).to_owned(),
            value: self.in_words(question, answer),
            is_unknown: false,
        };
        chosen.map(|one| (fact(one), 1)).collect()
    }

    /// Each list: that there are none, each record in a few words, or how many there are.
    fn list_facts(&self, known: &[(QuestionId, Whose, Answer)]) -> Counting {
        let mut facts = Counting::new();
        for (list, row) in self.rulebook.lists.iter().zip(0u16..) {
            let id = ListId(row);
            let Some(records) = self.answers.records(id) else { continue };
            let label = || self.list_title(id).to_owned();
            let fact = |label, value| Fact { label, value, is_unknown: false };
            match records.len() {
                0 => facts.push((fact(label(), self.text(list.none).to_owned()), 0)),
                told if told > MOST_RECORDS => {
                    facts.push((fact(label(), messages::told_record(self.lang, told)), 0));
                }
                told => facts.extend((0u16..).zip(records).map(|(record, _)| {
                    let whose = Whose::Record(id, record);
                    let own = known.iter().filter(|(_, other, _)| *other == whose);
                    let own =
                        own.filter_map(|(id, _, answer)| Some(self.with_label(self.question(*id)?, *answer)));
                    let words: Vec<String> = own.take((MOST_ANSWERS / told).max(2)).collect();
                    let value =
                        if words.is_empty() { messages::told_record(self.lang, 1) } else { words.join(", ") };
                    (fact(self.record_name(id, record), value), words.len())
                })),
            }
        }
        facts
    }

    /// What was asked and not known, in one line.
    fn unknown_fact(&self, answered: &[(QuestionId, Whose, Answer)]) -> Option<Fact> {
        let unknown = answered.iter().filter(|(_, _, answer)| *answer == Answer::NotKnown);
        let mut labels: Vec<&str> = Vec::new();
        for label in unknown.filter_map(|(id, ..)| Some(self.text(self.question(*id)?.short))) {
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        let more = labels.len().saturating_sub(MOST_UNKNOWN);
        labels.truncate(MOST_UNKNOWN);
        let mut value = labels.join(", ");
        if more > 0 {
            value.extend(["; ", &messages::more(self.lang, more).to_lowercase()]);
        }
        let label = messages::unknown(self.lang).to_owned();
        (!value.is_empty()).then_some(Fact { label, value, is_unknown: true })
    }

    /// An answer that says by itself what it is about, or with its label.
    fn with_label(&self, question: &Question, answer: Answer) -> String {
        let words = self.in_words(question, answer);
        match question.answer {
            AnswerType::Choice(_)
            | AnswerType::Choices(_)
            | AnswerType::Place
            | AnswerType::Number { unit: Unit::Euro, .. } => words,
            AnswerType::YesNo | AnswerType::Number { .. } | AnswerType::Date { .. } => {
                [self.text(question.short), ": ", &words].concat()
            }
        }
    }

    fn in_words(&self, question: &Question, answer: Answer) -> String {
        show::answer(self.lang, self.rulebook, self.words, question, answer)
    }
}
