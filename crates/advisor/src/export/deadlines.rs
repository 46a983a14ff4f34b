//! The days that matter: rounds that close and open, starts before which one must apply, and when the
//! rules are looked at again.

use crate::messages::calendar as messages;
use crate::present::{Lost, View};
use crate::show;
use std::collections::BTreeMap;
use steunwijzer_engine::advice::{Because, Subject, Verdict};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::order::in_order;
use steunwijzer_engine::rulebook::{Scheme, SchemeId, Window};

/// The most names in one text; the others are counted.
const MOST_NAMES: usize = 12;

/// A day for a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Its name, the same at every save: a calendar replaces it and never doubles it.
    pub id: String,
    /// The day.
    pub day: Date,
    /// The hour and minute in Amsterdam, if there is one.
    pub hour: Option<(u8, u8)>,
    /// What happens.
    pub title: String,
    /// What it means, and which edition says so.
    pub text: String,
    /// Where to apply; may be empty.
    pub url: String,
}

impl View<'_> {
    /// The days that matter to this visitor, the first first.
    pub fn deadlines(&self) -> Vec<Deadline> {
        let schemes = self.advice.schemes.iter().flat_map(|judged| self.rounds(judged.scheme));
        let fits = self.groups().fits;
        let lost = self.lost_by_starting(&fits);
        let starts = lost.iter().filter_map(|lost| self.start(lost));
        let all = schemes.chain(starts).chain(self.rechecks());
        in_order(all, |deadline| deadline.day)
    }

    /// The round of a scheme: the day on which it opens, and the day on which it closes.
    fn rounds(&self, id: SchemeId) -> Vec<Deadline> {
        let Some((scheme, best)) = self.scheme(id).zip(self.best_subject(id)) else { return vec![] };
        let may_open = matches!(best.because, Because::ClosedNow { reopens: Some(_), .. });
        let Some(window) = best.window.and_then(|row| scheme.windows.get(usize::from(row))) else {
            return vec![];
        };
        if best.verdict == Verdict::DoesNotFit && !may_open {
            return vec![];
        }
        let to_come = |day: &Date| *day >= self.advice.as_on;
        let opens = window.opens.filter(|day| *day > self.advice.as_on);
        let opens = opens.map(|day| self.round(scheme, "opens", day, None, messages::opens));
        let closes = window.closes.filter(to_come);
        let closes = closes.map(|day| self.round(scheme, "closes", day, hour(window), messages::closes));
        opens.into_iter().chain(closes).collect()
    }

    fn round(
        &self,
        scheme: &Scheme,
        what: &str,
        day: Date,
        hour: Option<(u8, u8)>,
        title: fn(crate::lang::Lang, &str) -> String,
    ) -> Deadline {
        let step = scheme.steps.first().map_or("", |step| self.text(*step));
        Deadline {
            id: [what, "-", &scheme.id].concat(),
            day,
            hour,
            title: title(self.lang, self.text(scheme.texts.name)),
            text: self.with_edition([self.text(scheme.texts.provider), step]),
            url: self.text(scheme.texts.url).to_owned(),
        }
    }

    /// The last day before a start on which what fits now can be asked for.
    fn start(&self, lost: &Lost) -> Option<Deadline> {
        let Subject::Record(list, row) = lost.subject else { return None };
        let day = lost.before?.plus_days(-1);
        let item = self.rulebook.lists.get(list.row()).map_or("", |list| list.item.as_str());
        let number = (u32::from(row) + 1).to_string();
        Some(Deadline {
            id: ["start-", item, "-", &number].concat(),
            day,
            hour: None,
            title: messages::before_start(self.lang, &self.subject_name(lost.subject)),
            text: self.with_edition([messages::before_start_text(self.lang), &self.names(&lost.schemes)]),
            url: String::new(),
        })
    }

    /// When the rules that fit or are open must have been looked at again.
    fn rechecks(&self) -> Vec<Deadline> {
        let mut days: BTreeMap<Date, Vec<SchemeId>> = BTreeMap::new();
        for judged in self.advice.schemes.iter().filter(|judged| judged.verdict != Verdict::DoesNotFit) {
            let before = self.scheme(judged.scheme).map(|scheme| scheme.review.before);
            if let Some(day) = before.filter(|day| *day >= self.advice.as_on) {
                days.entry(day).or_default().push(judged.scheme);
            }
        }
        let recheck = |(day, schemes): (Date, Vec<SchemeId>)| Deadline {
            id: ["recheck-", &day.to_string()].concat(),
            day,
            hour: None,
            title: messages::recheck(self.lang, schemes.len()),
            text: self.with_edition([messages::recheck_text(self.lang), &self.names(&schemes)]),
            url: String::new(),
        };
        days.into_iter().map(recheck).collect()
    }

    fn names(&self, ids: &[SchemeId]) -> String {
        let known = ids.iter().filter_map(|id| self.scheme(*id));
        let mut names: Vec<String> =
            known.take(MOST_NAMES).map(|scheme| self.text(scheme.texts.name).to_owned()).collect();
        if ids.len() > MOST_NAMES {
            names.push(messages::more(self.lang, ids.len() - MOST_NAMES));
        }
        names.join("\n")
    }

    fn with_edition(&self, lines: [&str; 2]) -> String {
        let edition = messages::edition(self.lang, &show::day(self.lang, self.rulebook.edition.date));
        let said = lines.into_iter().filter(|line| !line.is_empty());
        said.chain([edition.as_str()]).collect::<Vec<_>>().join("\n")
    }
}

/// The hour of a round that is written as `17:00`; another way of writing gives a whole day.
fn hour(window: &Window) -> Option<(u8, u8)> {
    let (hour, minute) = window.closes_at.split_once(':')?;
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}
