//! A scheme as a row of a list.

use super::{Action, Effort, Headline, View, claim_word, kind_word};
use crate::messages::because as messages;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::rulebook::{Claim, Help, SchemeId};

/// A scheme in a list, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub scheme: SchemeId,
    /// Its id, for an address.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Which of the five kinds of help it is.
    pub help: Help,
    /// Its kind in words.
    pub kind: &'static str,
    /// Who offers it.
    pub provider: String,
    /// The strength of the claim.
    pub claim: Claim,
    /// The same in words.
    pub claim_word: &'static str,
    /// The verdict.
    pub verdict: Verdict,
    /// Why, in one to three sentences.
    pub reason: String,
    /// What to do, if anything can be done.
    pub action: Option<Action>,
    /// The amount.
    pub amount: Headline,
    /// Until when one can apply.
    pub term: String,
    /// What applying takes.
    pub effort: Effort,
    /// How long a decision takes, or that we do not know.
    pub lead_time: String,
}

impl View<'_> {
    /// A scheme as a row; `None` only if there is no such scheme.
    pub fn row(&self, id: SchemeId) -> Option<Row> {
        let scheme = self.scheme(id)?;
        let judged = self.judged(id)?;
        let best = self.best_subject(id)?;
        Some(Row {
            scheme: id,
            id: scheme.id.clone(),
            name: self.text(scheme.texts.name).to_owned(),
            help: scheme.help(),
            kind: kind_word(self.lang, scheme.kind),
            provider: self.text(scheme.texts.provider).to_owned(),
            claim: scheme.claim,
            claim_word: claim_word(self.lang, scheme.claim, scheme.level),
            verdict: judged.verdict,
            reason: match self.fitting(id) {
                (n, of) if n > 0 && of > 1 => {
                    let fitting = messages::several_fit(self.lang, n, &of.to_string());
                    format!("{fitting} {}", self.reason(scheme, best))
                }
                _ => self.reason(scheme, best),
            },
            action: self.action(id, scheme, best),
            amount: self.headline(scheme, best),
            term: self.term(scheme, best),
            effort: self.effort(scheme, best),
            lead_time: self.lead_time(scheme),
        })
    }
}
