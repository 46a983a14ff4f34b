//! The list of verdicts beside the sheet: it stands still while somebody works in a field.

use crate::present::View;
use steunwijzer_engine::advice::{Advice, Verdict};
use steunwijzer_engine::rulebook::SchemeId;

/// The most schemes that fit, and the most schemes besides one that does not.
const MOST_FITTING: usize = 6;
const MOST: usize = 9;
/// The most schemes that come in below while the list stands still.
const MOST_ADDED: usize = 8;

/// The schemes that are listed, and those whose verdict the last answer moved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    rows: Vec<SchemeId>,
    fresh: Vec<SchemeId>,
}

impl Listing {
    /// The schemes, in the order in which they stand.
    pub fn rows(&self) -> &[SchemeId] {
        &self.rows
    }

    /// Whether the last answer moved the verdict of a scheme.
    pub fn is_fresh(&self, scheme: SchemeId) -> bool {
        self.fresh.contains(&scheme)
    }

    /// After an answer: marks what moved. Nothing changes its place; what now fits and was not
    /// listed comes in below.
    pub fn answered(&mut self, before: &Advice, now: &Advice) {
        let moved = before.schemes.iter().zip(&now.schemes).filter(|(was, is)| was.verdict != is.verdict);
        let moved: Vec<(SchemeId, Verdict)> = moved.map(|(_, is)| (is.scheme, is.verdict)).collect();
        self.fresh = moved.iter().map(|(scheme, _)| *scheme).collect();
        if self.rows.is_empty() {
            return;
        }
        let new = moved.iter().filter(|(_, verdict)| *verdict == Verdict::Fits).map(|(scheme, _)| *scheme);
        let new: Vec<SchemeId> = new.filter(|scheme| !self.rows.contains(scheme)).collect();
        let room = (MOST + 1 + MOST_ADDED).saturating_sub(self.rows.len());
        self.rows.extend(new.into_iter().take(room));
    }

    /// Puts the schemes in the order of the advice: between two fields.
    pub fn settle(&mut self, view: &View<'_>) {
        let groups = view.groups();
        let fitting = groups.fits.into_iter().take(MOST_FITTING);
        self.rows = fitting.collect();
        let room = MOST.saturating_sub(self.rows.len());
        self.rows.extend(groups.cannot_tell.into_iter().take(room));
        self.rows.extend(groups.does_not_fit.into_iter().take(1));
    }
}
