//! The one line that says what to do with a verdict.

use super::View;
use crate::interview::by_us;
use crate::messages::action as messages;
use crate::show;
use steunwijzer_engine::advice::{Ask, Because, Change, ChangedAnswer, Subject, SubjectAdvice, Verdict};
use steunwijzer_engine::answers::Answer;
use steunwijzer_engine::changes;
use steunwijzer_engine::rulebook::{AnswerType, Scheme, SchemeId};
use steunwijzer_engine::slot::{Slot, SlotKind};

/// Another scheme to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Which.
    pub scheme: SchemeId,
    /// Its id, for an address.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// What to do with a verdict, ready to show: a label and what stands behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What it is.
    pub kind: ActionKind,
    /// *Eerste stap:*, *Nodig:*, *Wat dit verandert:*.
    pub label: &'static str,
    /// What stands behind the label; may be empty.
    pub text: String,
}

/// The kinds of action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionKind {
    /// The first thing to do.
    FirstStep,
    /// An answer is needed.
    Answer(Ask),
    /// The answer was not known: find it out.
    FindOut,
    /// No answer helps: the scheme itself is uncertain.
    NoAnswer,
    /// Another answer would change it.
    Change,
    /// The right sits elsewhere.
    Refer(Link),
}

/// The most intervals of one answer that a proposal names.
const MOST_SHOWN: usize = 3;

impl View<'_> {
    /// A link to a scheme.
    pub(crate) fn link(&self, scheme: SchemeId) -> Option<Link> {
        let row = self.scheme(scheme)?;
        Some(Link { scheme, id: row.id.clone(), name: self.text(row.texts.name).to_owned() })
    }

    /// What to do with the verdict of a subject; none if nothing can be done.
    pub(crate) fn action(&self, id: SchemeId, scheme: &Scheme, judged: &SubjectAdvice) -> Option<Action> {
        match judged.verdict {
            Verdict::Fits => self.first_step(scheme),
            Verdict::CannotTell if judged.because == Because::PersonDecides => self.first_step(scheme),
            Verdict::CannotTell if by_us(judged.because) => Some(Action {
                kind: ActionKind::NoAnswer,
                label: messages::no_answer(self.lang),
                text: String::new(),
            }),
            Verdict::CannotTell => self.needed(id).or_else(|| self.find_out(judged)),
            Verdict::DoesNotFit => self.refer(judged).or_else(|| self.change(id, judged)),
        }
    }

    fn first_step(&self, scheme: &Scheme) -> Option<Action> {
        let text = self.text(*scheme.steps.first()?).to_owned();
        Some(Action { kind: ActionKind::FirstStep, label: messages::first_step(self.lang), text })
    }

    /// The most useful open question for this scheme: one that settles it, else one that helps.
    fn needed(&self, id: SchemeId) -> Option<Action> {
        let settles = self.questions.iter().find(|question| question.decides.contains(&id));
        let helps = || self.questions.iter().find(|question| question.helps.contains(&id));
        let ask = settles.or_else(helps)?.ask;
        let text = self.ask_text(ask);
        Some(Action { kind: ActionKind::Answer(ask), label: messages::needed(self.lang), text })
    }

    /// What was asked and not known, and keeps a condition open.
    fn find_out(&self, judged: &SubjectAdvice) -> Option<Action> {
        let Because::Open(condition) = judged.because else { return None };
        let unknown = self.questions_of(condition).into_iter().find_map(|id| {
            let question = self.question(id)?;
            (self.answer(question, judged.subject) == Some(Answer::NotKnown)).then_some(question)
        })?;
        let text = self.text(unknown.ask).to_owned();
        Some(Action { kind: ActionKind::FindOut, label: messages::find_out(self.lang), text })
    }

    fn refer(&self, judged: &SubjectAdvice) -> Option<Action> {
        let Because::Fails(condition) = judged.because else { return None };
        let link = self.link(self.condition(condition)?.refer?)?;
        let text = link.name.clone();
        Some(Action { kind: ActionKind::Refer(link), label: messages::possible(self.lang), text })
    }

    fn change(&self, id: SchemeId, judged: &SubjectAdvice) -> Option<Action> {
        let text = self.changes(id, judged).into_iter().next()?;
        Some(Action { kind: ActionKind::Change, label: messages::changes_it(self.lang), text })
    }

    /// Every smallest change that lifts the verdict, each in a sentence or two.
    pub(crate) fn changes(&self, id: SchemeId, judged: &SubjectAdvice) -> Vec<String> {
        self.proposals(id, judged.subject).iter().map(|change| self.change_text(change)).collect()
    }

    /// The smallest sets of answers that lift *does not fit*.
    pub fn proposals(&self, id: SchemeId, subject: Subject) -> Vec<Change> {
        changes(self.rulebook, self.answers, self.advice.as_on, id, subject)
    }

    fn change_text(&self, change: &Change) -> String {
        let proposals: Vec<String> =
            change.answers.iter().filter_map(|answer| self.changed_answer(answer)).collect();
        let proposal = match proposals.as_slice() {
            [one, other] => messages::and(self.lang, one, other),
            others => others.join(", "),
        };
        let becomes = match change.becomes {
            Verdict::Fits => messages::change_fits(self.lang),
            Verdict::CannotTell | Verdict::DoesNotFit => messages::change_open(self.lang),
        };
        format!("{proposal}. {becomes}")
    }

    fn changed_answer(&self, changed: &ChangedAnswer) -> Option<String> {
        let question = self.question(changed.question)?;
        let sets = merged(&question.answer, &changed.to);
        let shown =
            |slot: &Slot| show::answer(self.lang, self.rulebook, self.words, question, Answer::Known(*slot));
        let texts: Vec<String> = sets.iter().take(MOST_SHOWN).map(shown).collect();
        let mut texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        if sets.len() > MOST_SHOWN {
            texts.push("…");
        }
        let answer = show::joined_or(self.lang, &texts);
        Some(messages::change_to(self.lang, &answer, self.text(question.short)))
    }
}

/// The same answers in as few sets as they can be said in.
fn merged(answer: &AnswerType, sets: &[Slot]) -> Vec<Slot> {
    let kind = answer.slot_kind();
    let mut merged: Vec<Slot> = Vec::new();
    for &set in sets {
        match merged.last_mut() {
            Some(last) if kind == SlotKind::Bits => *last = last.union(set, kind),
            Some(last) if kind == SlotKind::Interval && set.low <= last.high.saturating_add(1) => {
                *last = last.union(set, kind);
            }
            Some(_) | None => merged.push(set),
        }
    }
    merged
}
