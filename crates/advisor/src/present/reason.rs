//! The first sentence: why this verdict.

use super::View;
use crate::messages::{because as messages, stack};
use crate::show;
use steunwijzer_engine::advice::{Because, State, Subject, SubjectAdvice};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{ConditionId, Scheme};

/// The most alternatives that a first sentence names; the condition itself lists all.
const MOST_ROUTES: usize = 2;

impl View<'_> {
    /// Why a subject has its verdict, in one to three sentences.
    pub(crate) fn reason(&self, scheme: &Scheme, judged: &SubjectAdvice) -> String {
        if matches!(judged.because, Because::Overdue(_)) && self.nothing_open(judged) {
            return messages::overdue_fits(self.lang, &show::day(self.lang, scheme.review.checked));
        }
        if judged.because == Because::AllMet {
            return self.all_met(judged);
        }
        self.because(scheme, judged.because, judged.subject)
    }

    /// The same where only the verdict is known, and not each condition.
    pub(crate) fn because(&self, scheme: &Scheme, because: Because, subject: Subject) -> String {
        let lang = self.lang;
        let day = |day: Date| show::day(lang, day);
        match because {
            Because::Fails(condition) => self.fails(condition, subject),
            Because::NeverTogether => messages::never_together(lang).to_owned(),
            Because::Nobody(list) => {
                self.rulebook.lists.get(list.row()).map_or("", |list| self.text(list.none)).to_owned()
            }
            Because::Ended(from) => messages::ended(lang, &day(from)),
            Because::ClosedNow { since, reopens, announced } => self.closed(since, reopens, announced),
            Because::StatusUnknown => self.status_unknown(scheme),
            Because::Overdue(_) => messages::overdue(lang, &day(scheme.review.checked)),
            Because::UnknownFigure(parameter) => {
                let parameter = self.rulebook.parameters.get(parameter.row());
                let figure = parameter.map_or("", |parameter| self.text(parameter.text));
                messages::unknown_figure(lang, figure)
            }
            Because::Unconfirmed(condition) => messages::unconfirmed(lang, &self.requirement(condition)),
            Because::PersonDecides => messages::person_decides(lang).to_owned(),
            Because::NotTold(list) => messages::not_told(lang, self.list_title(list)),
            Because::Open(condition) => messages::open(lang, &self.requirement(condition)),
            Because::AllMet => stack::all_met(lang).to_owned(),
        }
    }

    /// What a condition requires; of alternatives, each if they are few.
    pub(crate) fn requirement(&self, id: ConditionId) -> String {
        let routes = self.condition(id).map_or(0, |condition| usize::from(condition.routes));
        let rows = self.rulebook.conditions.get(id.row()..=id.row() + routes).unwrap_or_default();
        let texts: Vec<&str> = rows.iter().map(|condition| self.text(condition.text)).collect();
        match texts.split_first() {
            None => String::new(),
            Some((requirement, [])) => (*requirement).to_owned(),
            Some((group, routes)) if routes.len() > MOST_ROUTES => {
                format!("{}.", group.trim_end_matches([':', '.']))
            }
            Some((group, routes)) => {
                let routes: Vec<&str> = routes.iter().map(|route| route.trim_end_matches('.')).collect();
                format!("{group} {}.", routes.join("; "))
            }
        }
    }

    fn fails(&self, condition: ConditionId, subject: Subject) -> String {
        let requirement = self.requirement(condition);
        let used = self.used_answers(&self.questions_of(condition), subject);
        let answers = match used.as_slice() {
            [] => return messages::fails(self.lang, &requirement),
            [only] => only.text.clone(),
            several => {
                let each: Vec<String> =
                    several.iter().map(|one| format!("{}: {}", one.label, one.text)).collect();
                each.join("; ")
            }
        };
        messages::fails_answer(self.lang, &answers, &requirement)
    }

    /// What we last knew of a scheme of which we do not know whether it is open.
    fn status_unknown(&self, scheme: &Scheme) -> String {
        let past = scheme.windows.iter().filter_map(|window| window.closes);
        match past.filter(|closes| *closes < self.advice.as_on).max() {
            Some(last) => messages::reopening(self.lang, &show::day(self.lang, last)),
            None => messages::status_unknown(self.lang, &show::day(self.lang, scheme.review.checked)),
        }
    }

    /// Whether every condition that answers decide is settled.
    fn nothing_open(&self, judged: &SubjectAdvice) -> bool {
        judged.conditions.iter().all(|one| !matches!(one.state, State::Open | State::OpenByUs))
    }

    fn closed(&self, since: Option<Date>, reopens: Option<Date>, announced: bool) -> String {
        let lang = self.lang;
        match (reopens, since) {
            (Some(opens), _) => messages::opens_on(lang, &show::day(lang, opens)),
            (None, Some(last)) if announced => {
                let closed = messages::closed_since(lang, &show::day(lang, last));
                format!("{closed} {}", messages::opens_again(lang))
            }
            (None, Some(last)) => messages::closed_since(lang, &show::day(lang, last)),
            (None, None) if announced => {
                format!("{} {}", messages::closed(lang), messages::opens_again(lang))
            }
            (None, None) => messages::closed(lang).to_owned(),
        }
    }

    fn all_met(&self, judged: &SubjectAdvice) -> String {
        let met = messages::all_met(self.lang, usize::from(judged.checked));
        match self.judged_conditions(judged) {
            0 => met,
            persons => format!("{met} {}", messages::also_judged(self.lang, persons)),
        }
    }

    /// How many conditions a person assesses.
    pub(crate) fn judged_conditions(&self, judged: &SubjectAdvice) -> usize {
        judged.conditions.iter().filter(|condition| condition.state == State::Judged).count()
    }
}
