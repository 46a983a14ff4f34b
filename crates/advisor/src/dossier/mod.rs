//! The dossier: everything of one case as a local file, described in `docs/dossier.md`.
//!
//! The same state gives the same bytes, and a file that is opened and saved again by the same edition
//! is the same file. What an edition does not know is listed, and kept when it saves again.

mod answers;
mod case;
mod changes;
mod compare;
mod entries;
mod kept;
pub mod link;
mod plan;
mod read;
mod refused;
mod write;

pub use changes::{ChangeRow, Changes, changes};
pub use compare::{AnswerDifference, Comparison, SchemeDifference, Side, compare};
pub use kept::Kept;
pub use read::{Opened, read};
pub use refused::Refused;
pub use write::write;

use crate::case::Case;
use crate::lang::Lang;
use crate::present::plan::aid::{Ceiling, Owner};
use crate::present::plan::{Finance, Settings};
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::Rulebook;

/// The form of the files that are written. It changes when a key gets another meaning or goes.
pub const FORM: u16 = 2;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 1_000_000;

/// The key that says what the file is, with its form.
const MARK: &str = "steunwijzer";

/// Everything of one case.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// What was told.
    pub answers: Answers,
    /// The day for which everything is judged.
    pub as_on: Date,
    /// The language of the page.
    pub lang: Lang,
    /// Notes, ticks, and what was chosen at a desk.
    pub case: Case,
    /// What was chosen for the money plan.
    pub plan: PlanChoices,
    /// What other editions wrote and this one does not know.
    pub kept: Vec<Kept>,
}

/// What was chosen for the money plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanChoices {
    /// The settings of the cash flow.
    pub cash: Settings,
    /// The choices for the finance of needs.
    pub finance: Finance,
    /// What stands on the page of the aid account.
    pub aid: AidChoices,
}

/// What stands on the page of the aid account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AidChoices {
    /// Who got the aid of each record.
    pub owners: Vec<Owner>,
    /// The day of the room; without one that of the advice.
    pub day: Option<Date>,
    /// The rules of the new aid; without them general de minimis aid.
    pub ceiling: Option<Ceiling>,
    /// The amount of new aid, as it was typed.
    pub amount: String,
}

impl Dossier {
    /// A dossier in which nothing was told.
    pub fn new(rulebook: &Rulebook, as_on: Date, lang: Lang) -> Dossier {
        Dossier {
            answers: Answers::new(rulebook),
            as_on,
            lang,
            case: Case::default(),
            plan: PlanChoices::default(),
            kept: Vec::new(),
        }
    }

    /// Whether nothing was told, noted or chosen.
    pub fn is_empty(&self) -> bool {
        let nothing_kept = self.kept.is_empty() && self.plan == PlanChoices::default();
        self.answers.is_empty() && self.case.is_empty() && nothing_kept
    }
}

/// The verdicts as files name them.
const VERDICTS: [(&str, Verdict); 3] =
    [("fits", Verdict::Fits), ("cannot-tell", Verdict::CannotTell), ("does-not-fit", Verdict::DoesNotFit)];
