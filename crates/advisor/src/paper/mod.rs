//! The advice on paper: two pages A4, whatever was told, and the full list as a print of its own.
//!
//! What does not fit is left out and counted, and the letters never get smaller. How much fits is
//! reckoned here ([`space`]), so that the page and a test see the same paper.

mod notes;
mod rows;
mod second;
mod space;
mod support;
mod told;
mod whole;

pub use rows::{PaperGroup, PaperRow};
pub use second::{Counted, Second, Settles};
pub use support::{Support, SupportRow};
pub use told::{Fact, Told};
pub use whole::{Whole, WholeGroup, WholeRow};

use crate::case::Case;
use crate::messages::paper as messages;
use crate::municipal::Side;
use crate::present::{View, verdict_word};
use crate::show;
use notes::Notes;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::rulebook::SchemeId;

/// The advice on two pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// What stands on every page.
    pub frame: Frame,
    /// The title.
    pub title: String,
    /// For whom and what it is worth, in sentences.
    pub lead: String,
    /// The numbers of the three verdicts.
    pub counts: Vec<CountRow>,
    /// Of how many schemes.
    pub of: String,
    /// What was told.
    pub told: Told,
    /// The few that matter of each verdict.
    pub groups: Vec<PaperGroup>,
    /// The second page.
    pub second: Second,
}

/// What stands on every page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The day and the edition.
    pub stamp: String,
    /// The check code of the edition.
    pub code: String,
    /// What happened with the answers.
    pub private: &'static str,
    /// `1 van 2`, for each page.
    pub numbers: [String; 2],
}

/// A verdict with its number of schemes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountRow {
    /// The verdict.
    pub verdict: Verdict,
    /// How many.
    pub count: u16,
    /// The verdict in words.
    pub word: &'static str,
}

impl View<'_> {
    /// The advice on two pages. With the civil servant's side and the case when it comes from a desk: then
    /// it says too what the municipality can do.
    pub fn paper(&self, desk: Option<(&Side<'_>, &Case)>) -> Paper {
        let lang = self.lang;
        let title = self.paper_title();
        let lead = self.paper_lead(desk.is_some());
        let told = self.paper_told();
        let fixed = space::TITLE + space::height(&lead, space::WIDE);
        let room = space::PAGE.saturating_sub(fixed + told.height());
        let mut notes = Notes::default();
        let groups = self.paper_groups(room, &mut notes);
        let shown: Vec<SchemeId> =
            groups.iter().flat_map(|group| &group.rows).map(|row| row.scheme).collect();
        Paper {
            frame: self.frame(),
            title,
            lead,
            counts: self.count_rows(),
            of: messages::of_all(lang, self.advice.schemes.len()),
            told,
            groups,
            second: self.second(desk, &shown, notes),
        }
    }

    /// What stands on every page.
    pub(super) fn frame(&self) -> Frame {
        let lang = self.lang;
        let edition = &self.rulebook.edition;
        let (day, date) = (show::day(lang, self.advice.as_on), show::day(lang, edition.date));
        Frame {
            stamp: messages::stamp(lang, &day, &date),
            code: messages::code(lang, &edition.hash),
            private: messages::private(lang),
            numbers: ["1", "2"].map(|page| messages::page_of(lang, "2", page)),
        }
    }

    fn paper_title(&self) -> String {
        match self.coverage().municipality {
            Some(place) => messages::heading_place(self.lang, &place),
            None => messages::heading(self.lang).to_owned(),
        }
    }

    fn paper_lead(&self, is_desk: bool) -> String {
        let lang = self.lang;
        let desk = is_desk.then(|| match self.coverage().municipality {
            Some(place) => messages::at_desk_place(lang, &place),
            None => messages::at_desk(lang).to_owned(),
        });
        let sentences =
            desk.into_iter().chain([messages::nature(lang), messages::elsewhere(lang)].map(str::to_owned));
        sentences.collect::<Vec<_>>().join(" ")
    }

    pub(super) fn count_rows(&self) -> Vec<CountRow> {
        let counts = self.advice.counts;
        let each = [
            (Verdict::Fits, counts.fits),
            (Verdict::CannotTell, counts.cannot_tell),
            (Verdict::DoesNotFit, counts.does_not_fit),
        ];
        each.map(|(verdict, count)| CountRow { verdict, count, word: verdict_word(self.lang, verdict) })
            .to_vec()
    }
}
