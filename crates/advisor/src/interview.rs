//! The state of an interview, and what every action makes of it. No clock, no screen: the page
//! keeps an [`Interview`] and shows it.

use crate::lang::Lang;
use steunwijzer_engine::advice::{Advice, Because, Verdict};
use steunwijzer_engine::answers::{Answer, AnswerError, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{ListId, QuestionId, Rulebook, Topic};
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::world::World;

/// Where an interview stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interview {
    /// Everything told.
    pub answers: Answers,
    /// The topic on the page: a row of the rulebook's topics.
    pub topic: u16,
    /// The day for which everything is judged.
    pub as_on: Date,
    /// The language.
    pub lang: Lang,
}

/// Everything that can happen in an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Gives or replaces an answer.
    Answer(QuestionId, Whose, Slot),
    /// Says *weet ik niet*.
    NotKnown(QuestionId, Whose),
    /// Takes an answer back: not asked yet.
    TakeBack(QuestionId, Whose),
    /// Adds an empty record.
    AddRecord(ListId),
    /// Takes a record away.
    RemoveRecord(ListId, u16),
    /// Says that there are certainly none.
    TellNone(ListId),
    /// Takes back everything told about a list.
    Forget(ListId),
    /// Goes to a topic.
    GoTo(u16),
    /// Goes to the next topic; stays at the last.
    Next,
    /// Goes to the topic before; stays at the first.
    Back,
    /// Judges as on another day.
    AsOn(Date),
    /// Speaks another language.
    Speak(Lang),
    /// Wipes every answer. The day and the language stay.
    StartAgain,
}

/// A question as it stands in the interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which.
    pub question: QuestionId,
    /// About whom.
    pub whose: Whose,
    /// The answer, if one was given.
    pub answer: Option<Answer>,
    /// Whether the answer counts: an answer to a question that no longer applies is kept, marked.
    pub counts: bool,
}

/// How far an interview has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Schemes that are decided, or that we leave open ourselves.
    pub settled: u16,
    /// All schemes.
    pub of: u16,
}

impl Interview {
    /// An interview in which nothing was told.
    pub fn new(rulebook: &Rulebook, as_on: Date, lang: Lang) -> Interview {
        Interview { answers: Answers::new(rulebook), topic: 0, as_on, lang }
    }

    /// The interview after an action.
    ///
    /// # Errors
    /// If the answer lies outside the bounds, there is no such record, or the list is full.
    /// Then nothing has changed.
    pub fn after(&self, rulebook: &Rulebook, action: Action) -> Result<Interview, AnswerError> {
        let mut next = self.clone();
        let answers = &mut next.answers;
        let last = u16::try_from(rulebook.topics.len().saturating_sub(1)).unwrap_or(u16::MAX);
        match action {
            Action::Answer(question, whose, slot) => {
                answers.set(rulebook, question, whose, Some(Answer::Known(slot)))?;
            }
            Action::NotKnown(question, whose) => {
                answers.set(rulebook, question, whose, Some(Answer::NotKnown))?;
            }
            Action::TakeBack(question, whose) => answers.set(rulebook, question, whose, None)?,
            Action::AddRecord(list) => {
                answers.add_record(rulebook, list)?;
            }
            Action::RemoveRecord(list, row) => answers.remove_record(list, row),
            Action::TellNone(list) => answers.tell_none(list),
            Action::Forget(list) => answers.forget(list),
            Action::GoTo(topic) => next.topic = topic.min(last),
            Action::Next => next.topic = self.topic.saturating_add(1).min(last),
            Action::Back => next.topic = self.topic.saturating_sub(1),
            Action::AsOn(day) => next.as_on = day,
            Action::Speak(lang) => next.lang = lang,
            Action::StartAgain => next = Interview::new(rulebook, self.as_on, self.lang),
        }
        Ok(next)
    }

    /// The questions of a topic that are asked now, in order; for a list, of each record in turn.
    ///
    /// A question is asked once it certainly applies. An answered one always stays.
    pub fn asked(&self, rulebook: &Rulebook, topic: &Topic) -> Vec<Asked> {
        let world = World::new(rulebook, &self.answers, self.as_on);
        let subjects = match topic.list {
            None => vec![Whose::Organisation],
            Some(list) => {
                let records = self.answers.records(list).unwrap_or_default();
                (0u16..).zip(records).map(|(row, _)| Whose::Record(list, row)).collect()
            }
        };
        let mut asked = Vec::new();
        for whose in subjects {
            for &id in &topic.questions {
                let Some(question) = rulebook.questions.get(id.row()) else { continue };
                let answer = self.answers.get(question, whose);
                let applies = world.applies(id, whose);
                if applies == Truth::Yes || answer.is_some() {
                    asked.push(Asked { question: id, whose, answer, counts: applies != Truth::No });
                }
            }
        }
        asked
    }
}

impl Progress {
    /// How many schemes of an advice are decided, or left open by us.
    pub fn of(advice: &Advice) -> Progress {
        let settled = advice.schemes.iter().filter(|scheme| {
            scheme.verdict != Verdict::CannotTell
                || scheme
                    .subjects
                    .iter()
                    .all(|subject| subject.verdict != Verdict::CannotTell || by_us(subject.because))
        });
        let count = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        Progress { settled: count(settled.count()), of: count(advice.schemes.len()) }
    }
}

/// Whether we leave a verdict open ourselves: no answer settles it.
pub fn by_us(because: Because) -> bool {
    match because {
        Because::StatusUnknown
        | Because::Overdue(_)
        | Because::UnknownFigure(_)
        | Because::Unconfirmed(_)
        | Because::PersonDecides => true,
        Because::Fails(_)
        | Because::NeverTogether
        | Because::Nobody(_)
        | Because::Ended(_)
        | Because::ClosedNow { .. }
        | Because::NotTold(_)
        | Because::Open(_)
        | Because::AllMet => false,
    }
}
