//! Calculators: one sum each, with answers of its own, outside the interview.
//!
//! Only the form stands here; which there are is data (`rules/calculators/`). They are a part of
//! their own of an edition, so a rulebook holds no question that the interview does not ask. With
//! [`Calculators::extend`] a rulebook gets their questions too; rows mean those of that rulebook.
//! Texts are rows of the words of the edition.

use crate::rulebook::{
    Citation, DefinitionId, List, ListId, Question, QuestionId, Rulebook, SchemeId, TextId,
};
use crate::slot::Slot;
use serde::{Deserialize, Serialize};

/// All calculators of an edition.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Calculators {
    /// The check code of the edition they belong to.
    pub edition: String,
    /// Lists of records that only a calculator asks for: rows behind those of the rulebook.
    pub lists: Vec<List>,
    /// Questions that only a calculator asks: rows behind those of the rulebook.
    pub questions: Vec<Question>,
    /// The calculators, in the order in which they are shown.
    pub all: Vec<Calculator>,
}

/// One calculator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Calculator {
    /// Its name: the end of its address, and what the command line calls it.
    pub id: String,
    /// What it works out.
    pub title: TextId,
    /// For whom, in a sentence or two.
    pub summary: TextId,
    /// What it reckons with, and what not.
    pub explanation: TextId,
    /// What it asks, in order.
    pub asks: Vec<QuestionId>,
    /// The list of which the visitor tells as many records as there are; of any other list that is
    /// asked about there is one record.
    pub several: Option<Several>,
    /// Answers that hold always, so that the questions apply.
    pub given: Vec<(QuestionId, Slot)>,
    /// Schemes whose verdict and amount are shown.
    pub schemes: Vec<SchemeId>,
    /// Definitions whose value is shown.
    pub definitions: Vec<DefinitionId>,
    /// What is worked out beside the language of the rules.
    pub special: Option<Special>,
    /// Where it stands, beside the sources of what it shows.
    pub sources: Vec<Citation>,
}

/// A list of records in a calculator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Several {
    /// Which list.
    pub list: ListId,
    /// The heading above its records.
    pub title: TextId,
    /// The button that adds a record.
    pub add: TextId,
}

/// What cannot be written in the language of the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Special {
    /// What a loan costs.
    Loan,
    /// The SME test with partner and linked enterprises.
    Sizes,
    /// Whether an undertaking is in difficulty.
    Difficulty,
    /// European procurement thresholds on a day.
    Threshold,
    /// Room for de minimis aid.
    AidRoom,
}

impl Calculators {
    /// Whether they belong to this rulebook: only then their rows mean what they say.
    pub fn belong_to(&self, rulebook: &Rulebook) -> bool {
        self.edition == rulebook.edition.hash
    }

    /// The calculator with this name, by its row.
    pub fn row(&self, id: &str) -> Option<u16> {
        let row = self.all.iter().position(|calculator| calculator.id == id)?;
        u16::try_from(row).ok()
    }

    /// The calculator in this row.
    pub fn get(&self, row: u16) -> Option<&Calculator> {
        self.all.get(usize::from(row))
    }

    /// The rulebook with the lists and questions of the calculators behind its own. Schemes are
    /// judged alike: no rule uses what was added.
    #[must_use]
    pub fn extend(&self, rulebook: &Rulebook) -> Rulebook {
        let mut all = rulebook.clone();
        all.lists.extend(self.lists.iter().cloned());
        all.questions.extend(self.questions.iter().cloned());
        all.indexed()
    }
}
