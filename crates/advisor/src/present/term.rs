//! Until when one can apply.

use super::View;
use crate::messages::term as messages;
use crate::show;
use steunwijzer_engine::advice::{Because, SubjectAdvice};
use steunwijzer_engine::rulebook::{Scheme, Status};

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
        match window.closes {
            None => messages::continuous(lang).to_owned(),
            Some(closes) if closes < as_on => messages::closed(lang).to_owned(),
            Some(closes) if window.closes_at.is_empty() => messages::closes(lang, &show::day(lang, closes)),
            Some(closes) => messages::closes_at(lang, &show::day(lang, closes), &window.closes_at),
        }
    }
}
