//! What to do first: a few concrete steps over all schemes that fit.

use super::{Link, View, claim_word};
use crate::messages::first_steps as messages;
use crate::show;
use steunwijzer_engine::advice::{Advice, Ask, Subject, Verdict};
use steunwijzer_engine::advise;
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::order::in_order;
use steunwijzer_engine::rulebook::{AnswerType, ListId, Question, QuestionId, SchemeId};
use steunwijzer_engine::slot::{Slot, YES};

/// The most first steps.
const MOST: usize = 3;
/// A round that closes within so many days is something for this week: applying takes preparation (our
/// own choice).
const SOON: i64 = 42;

/// Of a list of subjects: what says that the thing has begun, and on which day it begins.
const BEGINNINGS: [(&str, &str); 2] = [("need.started", "need.start"), ("hire.start", "hire.start")];

/// Something to do first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstStep {
    /// Why now: *deze ronde sluit op 31 december 2026*.
    pub why: String,
    /// What to do.
    pub what: String,
    /// Where it leads.
    pub to: StepTo,
}

/// Where a first step leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepTo {
    /// To a scheme.
    Scheme(Link),
    /// To a question.
    Ask(Ask),
}

/// What fits a record now and would no longer, had it begun.
pub(crate) struct Lost {
    /// The record.
    pub(crate) subject: Subject,
    /// The first day on which it may begin, if it was told and is still to come.
    pub(crate) before: Option<Date>,
    /// What would be lost: at least one, the one that stands first first.
    pub(crate) schemes: Vec<SchemeId>,
}

/// A scheme with the day before which it must be asked for; without one the day is not known.
struct Due {
    scheme: SchemeId,
    before: Option<Date>,
    why: String,
}

impl View<'_> {
    /// At most three first steps: what closes or what a start would lose, by day; then the answer that
    /// settles most; then the first step of what fits best. Only of schemes that fit.
    pub fn first_steps(&self) -> Vec<FirstStep> {
        let fits = self.groups().fits;
        let starting = self.lost_by_starting(&fits).into_iter().filter_map(|lost| self.due_before(&lost));
        let due = in_order(self.closing(&fits).into_iter().chain(starting), |due| {
            (due.before.is_none(), due.before)
        });
        let settles = self.settling();
        let room = MOST - settles.iter().count();
        let mut named: Vec<SchemeId> = Vec::new();
        let mut steps: Vec<FirstStep> = Vec::new();
        for due in due {
            if steps.len() < room && !named.contains(&due.scheme) {
                named.push(due.scheme);
                steps.extend(self.step_of(due.scheme, due.why));
            }
        }
        steps.extend(settles);
        let rest = fits.into_iter().filter(|id| !named.contains(id));
        let rest: Vec<FirstStep> = rest.filter_map(|id| self.step_of(id, self.strong(id))).collect();
        steps.extend(rest);
        steps.truncate(MOST);
        steps
    }

    fn step_of(&self, id: SchemeId, why: String) -> Option<FirstStep> {
        let step = *self.scheme(id)?.steps.first()?;
        Some(FirstStep { why, what: self.text(step).to_owned(), to: StepTo::Scheme(self.link(id)?) })
    }

    fn strong(&self, id: SchemeId) -> String {
        let claim = self.scheme(id).map_or("", |scheme| claim_word(self.lang, scheme.claim, scheme.level));
        messages::fits(self.lang, claim)
    }

    /// What fits and closes soon.
    fn closing(&self, fits: &[SchemeId]) -> Vec<Due> {
        let last = self.advice.as_on.day_number() + SOON;
        let closing = fits.iter().filter_map(|id| {
            let day = self.closing_day(*id).filter(|day| *day <= last)?;
            let term = self.term(self.scheme(*id)?, self.best_subject(*id)?);
            let why = messages::closes(self.lang, &term);
            Some(Due { scheme: *id, before: Some(Date::from_day_number(day)), why })
        });
        closing.collect()
    }

    /// The answer that settles most at once.
    fn settling(&self) -> Option<FirstStep> {
        let open = self.questions.iter().find(|open| !open.decides.is_empty())?;
        let ask = self.ask_row(open);
        Some(FirstStep { why: ask.reason, what: ask.text, to: StepTo::Ask(ask.ask) })
    }

    /// What fits now and would no longer, had it begun, for each need or hire that loses something. Found
    /// by judging the same answers as if everything had begun.
    pub(crate) fn lost_by_starting(&self, fits: &[SchemeId]) -> Vec<Lost> {
        let begun = advise(self.rulebook, &self.as_if_begun(), self.advice.as_on);
        let mut all = Vec::new();
        for (beginning, list) in self.beginnings() {
            for row in (0u16..).take(self.answers.records(list).unwrap_or_default().len()) {
                let subject = Subject::Record(list, row);
                let is_lost = |id: &&SchemeId| {
                    fits_subject(self.advice, **id, subject) && !fits_subject(&begun, **id, subject)
                };
                let schemes: Vec<SchemeId> = fits.iter().filter(is_lost).copied().collect();
                if !schemes.is_empty() {
                    let before = self.first_day(beginning.day, Whose::Record(list, row));
                    all.push(Lost { subject, before, schemes });
                }
            }
        }
        all
    }

    /// The scheme that stands first, with how many more.
    fn due_before(&self, lost: &Lost) -> Option<Due> {
        let (first, others) = lost.schemes.split_first()?;
        let why = self.before_start(lost.subject, lost.before, others.len());
        Some(Due { scheme: *first, before: lost.before, why })
    }

    fn before_start(&self, subject: Subject, before: Option<Date>, others: usize) -> String {
        let who = self.subject_name(subject);
        let why = match before {
            Some(day) => messages::before_day(self.lang, &show::day(self.lang, day), &who),
            None => messages::before_start(self.lang, &who),
        };
        match others {
            0 => why,
            more => [&why, " ", &messages::also(self.lang, more)].concat(),
        }
    }

    fn beginnings(&self) -> Vec<(Beginning<'_>, ListId)> {
        let found = BEGINNINGS.iter().filter_map(|(begun, day)| {
            let (begun, day) = (self.rulebook.question_id(begun)?, self.rulebook.question_id(day)?);
            let question = self.question(begun)?;
            Some((Beginning { begun, question, day }, question.list?))
        });
        found.collect()
    }

    /// The answers as if everything that has not certainly begun had.
    fn as_if_begun(&self) -> Answers {
        let yesterday = self.advice.as_on.day_number() - 1;
        let mut answers = self.answers.clone();
        for (beginning, list) in self.beginnings() {
            let begun = match beginning.question.answer {
                AnswerType::YesNo => Slot::bits(YES),
                AnswerType::Date { .. } => Slot::exactly(yesterday),
                AnswerType::Choice(_)
                | AnswerType::Choices(_)
                | AnswerType::Number { .. }
                | AnswerType::Place => {
                    continue;
                }
            };
            for row in (0u16..).take(self.answers.records(list).unwrap_or_default().len()) {
                let answer = Some(Answer::Known(begun));
                // Outside the bounds of the question nothing changes, and then nothing is lost.
                let _taken = answers.set(self.rulebook, beginning.begun, Whose::Record(list, row), answer);
            }
        }
        answers
    }

    /// The first day that a record may begin, if it was told and is still to come.
    fn first_day(&self, day: QuestionId, whose: Whose) -> Option<Date> {
        let Some(Answer::Known(slot)) = self.answers.get(self.question(day)?, whose) else { return None };
        let day = Date::from_day_number(slot.low);
        (day >= self.advice.as_on).then_some(day)
    }
}

/// The questions about the beginning of a record.
struct Beginning<'a> {
    begun: QuestionId,
    question: &'a Question,
    day: QuestionId,
}

fn fits_subject(advice: &Advice, id: SchemeId, subject: Subject) -> bool {
    let scheme = advice.schemes.iter().find(|scheme| scheme.scheme == id);
    let own = scheme.and_then(|scheme| scheme.subjects.iter().find(|judged| judged.subject == subject));
    own.is_some_and(|judged| judged.verdict == Verdict::Fits)
}
