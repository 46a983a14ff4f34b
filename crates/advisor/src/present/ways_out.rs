//! What is still open to somebody for whom the usual way is closed. Never a dead end.

use super::{AskRow, Link, View};
use crate::messages::ways_out as messages;
use steunwijzer_engine::advice::{State, Subject, Verdict};
use steunwijzer_engine::answers::{Answer, Whose};
use steunwijzer_engine::rulebook::{AnswerType, Help, QuestionId, SchemeId};
use steunwijzer_engine::slot::YES;

/// The most schemes, and the most questions, that a way out names.
const MOST: usize = 3;
/// Who can be called, whatever the matter is: schemes of the rules.
const TO_CALL: [&str; 2] = ["inkind-contact-point", "kvk-and-ondernemersplein"];
/// A loan for an established entrepreneur without other means.
const LAST_RESORT: &str = "bbz-bedrijfskapitaal-gevestigd";

/// What closes the usual way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Situation {
    /// No money is asked for. A good question too.
    NoMoney,
    /// What money is asked for has begun, or was bought.
    Started,
    /// The firm is in serious financial difficulty.
    InTrouble,
    /// Something was told, and nothing certainly fits.
    NothingFits,
}

/// What is still open in a situation, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut {
    /// Which situation.
    pub situation: Situation,
    /// What it is about.
    pub title: String,
    /// What it means.
    pub sentences: Vec<String>,
    /// The questions that settle most.
    pub asks: Vec<AskRow>,
    /// Schemes that fit or that we cannot tell yet.
    pub open: Vec<(Link, Verdict)>,
}

impl View<'_> {
    /// The ways out for these answers; mostly none.
    pub fn ways_out(&self) -> Vec<WayOut> {
        let lang = self.lang;
        let ways = [
            self.asks_no_money().then(|| self.no_money()),
            self.in_trouble().map(|difficulty| WayOut {
                situation: Situation::InTrouble,
                title: messages::trouble_title(lang).to_owned(),
                sentences: self.closed_by(difficulty, messages::trouble_text(lang)),
                asks: Vec::new(),
                open: self.for_trouble(),
            }),
            self.started(),
            (self.advice.counts.fits == 0 && !self.answers.is_empty()).then(|| self.nothing_fits()),
        ];
        ways.into_iter().flatten().collect()
    }

    /// Whom to call: help that anybody may ask for, unless it does not fit.
    pub fn to_call(&self) -> Vec<Link> {
        let found = TO_CALL.iter().filter_map(|id| self.rulebook.scheme_id(id));
        found.filter(|id| self.is_open(*id)).filter_map(|id| self.link(id)).collect()
    }

    fn no_money(&self) -> WayOut {
        WayOut {
            situation: Situation::NoMoney,
            title: messages::no_money_title(self.lang).to_owned(),
            sentences: vec![messages::no_money_text(self.lang).to_owned()],
            asks: Vec::new(),
            open: self.in_kind(),
        }
    }

    fn nothing_fits(&self) -> WayOut {
        let open = usize::from(self.advice.counts.cannot_tell);
        let sentences = match open {
            0 => vec![messages::nothing_open(self.lang).to_owned()],
            some => vec![messages::still_open(self.lang, some)],
        };
        let settling = self.asks().into_iter().filter(|ask| ask.decides > 0);
        WayOut {
            situation: Situation::NothingFits,
            title: messages::nothing_title(self.lang).to_owned(),
            sentences,
            asks: settling.take(MOST).collect(),
            open: self.in_kind(),
        }
    }

    fn started(&self) -> Option<WayOut> {
        let started = self.rulebook.question_id("need.started")?;
        let question = self.question(started)?;
        let needs = question.list?;
        let has_begun = |row: &u16| {
            self.answers.get(question, Whose::Record(needs, *row)).is_some_and(|answer| match answer {
                Answer::Known(slot) => slot.low == YES,
                Answer::NotKnown => false,
            })
        };
        let rows = (0u16..).take(self.answers.records(needs)?.len());
        let begun: Vec<Subject> = rows.filter(has_begun).map(|row| Subject::Record(needs, row)).collect();
        (!begun.is_empty()).then(|| WayOut {
            situation: Situation::Started,
            title: messages::started_title(self.lang).to_owned(),
            sentences: self.closed_by(started, messages::started_text(self.lang)),
            asks: Vec::new(),
            open: self.for_subjects(&begun),
        })
    }

    /// The question about difficulty, if its answer says so for certain.
    fn in_trouble(&self) -> Option<QuestionId> {
        let id = self.rulebook.question_id("org.difficulty")?;
        let question = self.question(id)?;
        let AnswerType::Choice(options) = &question.answer else { return None };
        let none = options.iter().position(|option| option.id == "none")?;
        let Some(Answer::Known(slot)) = self.answers.get(question, Whose::Organisation) else { return None };
        (slot.low & (1 << none) == 0).then_some(id)
    }

    /// Whether it was told that no money is needed: no needs at all, or each of nothing.
    fn asks_no_money(&self) -> bool {
        let found = self.rulebook.question_id("need.amount").and_then(|id| self.question(id));
        let Some((question, needs)) = found.and_then(|found| Some((found, found.list?))) else {
            return false;
        };
        let is_nothing = |row: u16| {
            let answer = self.answers.get(question, Whose::Record(needs, row));
            matches!(answer, Some(Answer::Known(slot)) if slot.high == 0)
        };
        let told = self.answers.records(needs).map(|records| records.len());
        told.is_some_and(|records| (0u16..).take(records).all(is_nothing))
    }

    /// A sentence, and behind it how many schemes this answer closes.
    fn closed_by(&self, question: QuestionId, text: &str) -> Vec<String> {
        let fails = |condition: &steunwijzer_engine::advice::ConditionAdvice| {
            condition.state == State::NotMet
                && self.condition(condition.condition).is_some_and(|row| row.questions.contains(&question))
        };
        let closed = self.advice.schemes.iter().filter(|scheme| {
            let mut conditions = scheme.subjects.iter().flat_map(|subject| &subject.conditions);
            scheme.verdict == Verdict::DoesNotFit && conditions.any(fails)
        });
        let count = match closed.count() {
            0 => messages::closes_none(self.lang).to_owned(),
            some => messages::closes(self.lang, some),
        };
        vec![text.to_owned(), count]
    }

    fn is_open(&self, id: SchemeId) -> bool {
        self.judged(id).is_some_and(|judged| judged.verdict != Verdict::DoesNotFit)
    }

    /// What may still be had in the order of the advice, of the schemes that are wanted.
    fn open_where(&self, wanted: impl Fn(SchemeId) -> bool) -> Vec<(Link, Verdict)> {
        let groups = self.groups();
        let all = groups.fits.into_iter().chain(groups.cannot_tell).filter(|id| wanted(*id));
        all.filter_map(|id| Some((self.link(id)?, self.judged(id)?.verdict))).take(MOST).collect()
    }

    fn is_in_kind(&self, id: SchemeId) -> bool {
        self.scheme(id).is_some_and(|scheme| scheme.help() == Help::InKind)
    }

    fn in_kind(&self) -> Vec<(Link, Verdict)> {
        let called: Vec<SchemeId> = self.to_call().iter().map(|link| link.scheme).collect();
        self.open_where(|id| self.is_in_kind(id) && !called.contains(&id))
    }

    fn for_trouble(&self) -> Vec<(Link, Verdict)> {
        let last = self.rulebook.scheme_id(LAST_RESORT);
        let mut open = self.open_where(|id| Some(id) == last);
        open.extend(self.in_kind());
        open.truncate(MOST);
        open
    }

    /// What is open to one of these subjects itself.
    fn for_subjects(&self, subjects: &[Subject]) -> Vec<(Link, Verdict)> {
        let is_theirs = |id| {
            let judged = self.judged(id).map_or(&[][..], |judged| &judged.subjects);
            judged.iter().any(|own| subjects.contains(&own.subject) && own.verdict != Verdict::DoesNotFit)
        };
        self.open_where(is_theirs)
    }
}
