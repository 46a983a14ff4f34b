//! Until when one can apply.

use super::View;
use crate::messages::term as messages;
use crate::show;
use steunwijzer_engine::advice::{Because, SubjectAdvice};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{Scheme, Status};

/// Within this many days we warn that an application has to be prepared as well (our own choice).
const SOON: usize = 14;

impl View<'_> {
    /// The term of a scheme: *sluit op 31 december 2026 om 17:00 uur*.
    pub(crate) fn term(&self, scheme: &Scheme, judged: &SubjectAdvice) -> String {
        let lang = self.lang;
        let as_on = self.advice.as_on;
        match (judged.because, scheme.status) {
            (_, Status::Ended(from)) if from <= as_on => {
                return messages::ended(lang, &show::day(lang, from));
            }
            (_, Status::Closed) | (Because::ClosedNow { reopens: None, .. }, _) => {
                return messages::closed(lang).to_owned();
            }
            (_, Status::Open | Status::Unknown | Status::Ended(_)) => {}
        }
        let Some(window) = judged.window.and_then(|row| scheme.windows.get(usize::from(row))) else {
            return messages::no_dates(lang).to_owned();
        };
        if let Some(opens) = window.opens.filter(|opens| *opens > as_on) {
            return messages::opens(lang, &show::day(lang, opens));
        }
        let Some(closes) = window.closes else {
            return messages::continuous(lang).to_owned();
        };
        let day = show::day(lang, closes);
        let term = match window.closes_at.as_str() {
            _ if closes < as_on => return messages::closed(lang).to_owned(),
            "" => messages::closes(lang, &day),
            hour => messages::closes_at(lang, &day, hour),
        };
        match days_left(as_on, closes) {
            Some(0) => format!("{term}{}", messages::last_day(lang)),
            Some(days) => format!("{term}{}", messages::soon(lang, days)),
            None => term,
        }
    }

    /// Whether a round closes so soon that preparing an application may take longer.
    pub(crate) fn closes_soon(&self, scheme: &Scheme, judged: &SubjectAdvice) -> bool {
        let window = judged.window.and_then(|row| scheme.windows.get(usize::from(row)));
        window.and_then(|window| days_left(self.advice.as_on, window.closes?)).is_some()
    }
}

/// The days until a round closes, if they are few.
fn days_left(as_on: Date, closes: Date) -> Option<usize> {
    let days = usize::try_from(closes.day_number() - as_on.day_number()).ok()?;
    (days <= SOON).then_some(days)
}
