//! A scheme in the list beside the sheet: one line, in the third person or about nobody.

use super::sheet::topic_title;
use crate::messages::desk as messages;
use crate::present::{Action, ActionKind, Headline, View};
use steunwijzer_engine::advice::{Ask, Because, Verdict};
use steunwijzer_engine::rulebook::SchemeId;

/// A scheme in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictRow {
    /// Which.
    pub scheme: SchemeId,
    /// Its name.
    pub name: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Its kind and who offers it; what to ask; or the condition that is not met.
    pub line: String,
    /// The amount; none where nothing fits.
    pub amount: Option<Headline>,
}

/// What to ask now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskAsk {
    /// What.
    pub ask: Ask,
    /// The same in words.
    pub text: String,
    /// Over how many schemes the answer decides.
    pub reason: String,
}

impl View<'_> {
    /// What to ask the caller now: the most useful open question, and over how many schemes it decides.
    pub fn desk_ask(&self) -> Option<DeskAsk> {
        let row = self.asks().into_iter().next()?;
        Some(DeskAsk { ask: row.ask, text: self.ask_caller(row.ask, &row.text), reason: row.reason })
    }

    /// A question as something to ask; a list as something to tell of.
    fn ask_caller(&self, ask: Ask, question: &str) -> String {
        match ask {
            Ask::Question(..) => messages::ask_short(self.lang, question),
            Ask::List(list) => {
                let title = self.topic_of(list).map_or("", |topic| topic_title(self.lang, self.words, topic));
                messages::tell_first(self.lang, title)
            }
        }
    }

    /// A scheme as a row beside the sheet; `None` only if there is no such scheme.
    ///
    /// Conditions and questions speak to the entrepreneur: they are quoted.
    pub fn desk_row(&self, id: SchemeId) -> Option<VerdictRow> {
        let row = self.row(id)?;
        let best = self.best_subject(id)?;
        let about = [row.kind, ", ", &row.provider].concat();
        let line = match (row.verdict, best.because) {
            (Verdict::Fits, _) => about,
            (Verdict::CannotTell, _) => match &row.action {
                Some(Action { kind: ActionKind::Answer(ask), text, .. }) => self.ask_caller(*ask, text),
                Some(Action { kind: ActionKind::FindOut, text, .. }) => messages::ask_short(self.lang, text),
                Some(_) | None => row.reason,
            },
            (Verdict::DoesNotFit, Because::Fails(condition)) => {
                messages::not_met(self.lang, &self.requirement(condition))
            }
            (Verdict::DoesNotFit, _) => row.reason,
        };
        let amount = (row.verdict == Verdict::Fits).then_some(row.amount);
        Some(VerdictRow { scheme: id, name: row.name, verdict: row.verdict, line, amount })
    }
}
