//! What a scheme asks of who applies, as far as its rule file tells.

use super::View;
use crate::messages::effort as messages;
use steunwijzer_engine::advice::{State, SubjectAdvice};
use steunwijzer_engine::rulebook::Scheme;

/// What applying takes: counted, never scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Documents to bring.
    pub documents: usize,
    /// Conditions that are still to do: a fee, a quotation, a registration.
    pub to_do: usize,
    /// Conditions that a person assesses.
    pub judged: usize,
    /// The same in words: *3 stukken nodig, 1 oordeel van een mens*.
    pub text: String,
}

impl Effort {
    /// Whether we know anything of what must be brought or done. Nothing listed is not nothing needed.
    pub fn is_known(&self) -> bool {
        self.documents + self.to_do > 0
    }
}

impl View<'_> {
    /// What a scheme asks of a subject.
    pub(crate) fn effort(&self, scheme: &Scheme, judged: &SubjectAdvice) -> Effort {
        let lang = self.lang;
        let documents = scheme.documents.len();
        let to_do = judged.conditions.iter().filter(|condition| condition.state == State::ToDo).count();
        let judged = self.judged_conditions(judged);
        let mut parts = vec![match documents {
            0 => messages::documents_unknown(lang).to_owned(),
            some => messages::documents(lang, some),
        }];
        if to_do > 0 {
            parts.push(messages::to_do(lang, to_do));
        }
        if judged > 0 {
            parts.push(messages::judged(lang, judged));
        }
        Effort { documents, to_do, judged, text: parts.join(", ") }
    }

    /// How long it takes, as its provider says; else that we do not know.
    pub(crate) fn lead_time(&self, scheme: &Scheme) -> String {
        match self.text(scheme.texts.lead_time) {
            "" => messages::lead_time_unknown(self.lang).to_owned(),
            told => messages::lead_time(self.lang, told.trim_end_matches('.')),
        }
    }
}
