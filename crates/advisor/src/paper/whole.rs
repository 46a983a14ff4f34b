//! The full list: every scheme by verdict, compact, as a print of its own.

use super::Frame;
use crate::messages::paper as messages;
use crate::present::View;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::rulebook::SchemeId;

/// The full list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The day, the edition and its check code.
    pub frame: Frame,
    /// The title.
    pub title: &'static str,
    /// What it is.
    pub lead: String,
    /// The three lists.
    pub groups: Vec<WholeGroup>,
}

/// The schemes of a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeGroup {
    /// The verdict.
    pub verdict: Verdict,
    /// Every scheme, in the order of the advice.
    pub rows: Vec<WholeRow>,
}

/// A scheme in the full list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeRow {
    /// Which.
    pub scheme: SchemeId,
    /// Its name.
    pub name: String,
    /// Its kind, who offers it, and the term if one is known.
    pub about: String,
    /// Why it has its verdict.
    pub reason: String,
    /// The amount; empty where nothing fits.
    pub amount: String,
}

impl View<'_> {
    /// Every scheme by verdict.
    pub fn whole_list(&self) -> Whole {
        let groups = self.groups();
        let lists = [
            (Verdict::Fits, groups.fits),
            (Verdict::CannotTell, groups.cannot_tell),
            (Verdict::DoesNotFit, groups.does_not_fit),
        ];
        let group = |(verdict, ids): (Verdict, Vec<SchemeId>)| WholeGroup {
            verdict,
            rows: ids.into_iter().filter_map(|id| self.whole_row(id, verdict)).collect(),
        };
        Whole {
            frame: self.frame(),
            title: messages::heading_list(self.lang),
            lead: messages::list_lead(self.lang, &self.advice.schemes.len().to_string()),
            groups: lists.into_iter().map(group).collect(),
        }
    }

    /// Not the row of the page: that looks for what would change a verdict, which takes long for all.
    fn whole_row(&self, id: SchemeId, verdict: Verdict) -> Option<WholeRow> {
        let (scheme, best) = (self.scheme(id)?, self.best_subject(id)?);
        let fails = verdict == Verdict::DoesNotFit;
        let has_term = !fails && best.window.is_some();
        let term = if has_term { self.term(scheme, best) } else { String::new() };
        let about =
            [crate::present::kind_word(self.lang, scheme.kind), self.text(scheme.texts.provider), &term];
        Some(WholeRow {
            scheme: id,
            name: self.text(scheme.texts.name).to_owned(),
            about: about.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · "),
            reason: self.reason(scheme, best),
            amount: if fails { String::new() } else { self.headline(scheme, best).text },
        })
    }
}
