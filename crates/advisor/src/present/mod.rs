//! What is shown of an advice, ready as text: the page and the command line both show this.
//!
//! A [`View`] is an advice with all that is needed to speak of it. [`View::groups`] gives the
//! order of the three lists; [`View::row`] one scheme in a list; [`View::page`] everything about
//! one scheme. Rows are made one by one, so that a page only pays for what it shows.

mod action;
mod amount;
mod assumptions;
mod citation;
mod compare;
mod condition;
mod coverage;
mod effort;
mod filter;
mod first_steps;
mod groups;
mod page;
pub mod plan;
mod reason;
mod row;
mod sorting;
mod subject;
mod term;
mod ways_out;
mod words;

pub use action::{Action, ActionKind, Link};
pub use amount::{FigureRow, Headline, LineRow, headline_line};
pub use citation::CitationRow;
pub use compare::{Comparison, MOST_COMPARED};
pub use condition::{ConditionRow, UsedAnswer};
pub use coverage::Coverage;
pub use effort::Effort;
pub use filter::{AmountFilter, EffortFilter, Filter, Kinds, TimeFilter, of_kinds};
pub(crate) use first_steps::Lost;
pub use first_steps::{FirstStep, StepTo};
pub use groups::Groups;
pub use page::{RelationRow, Remark, SchemePage, SubjectPage};
pub use row::Row;
pub use sorting::Order;
pub use ways_out::{Situation, WayOut};
pub use words::{
    amounts_word, claim_word, help_word, kind_word, level_word, role_word, source_kind_word, state_word,
    status_word, verdict_short, verdict_word,
};

use crate::lang::Lang;
use crate::messages;
use steunwijzer_engine::advice::{Advice, Ask, OpenQuestion, SchemeAdvice};
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::rulebook::{
    Condition, ConditionId, ListId, Question, QuestionId, Rulebook, Scheme, SchemeId, TextId, Topic, Words,
};

/// An advice, with the rules, words, answers and open questions it speaks of.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The rules.
    pub rulebook: &'a Rulebook,
    /// Their words in the language of the view.
    pub words: &'a Words,
    /// The language.
    pub lang: Lang,
    /// What was told.
    pub answers: &'a Answers,
    /// The judgement of these answers.
    pub advice: &'a Advice,
    /// Their open questions, the most useful first.
    pub questions: &'a [OpenQuestion],
}

/// A question that was asked and not known, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindOut {
    /// Which.
    pub question: QuestionId,
    /// About whom.
    pub whose: Whose,
    /// The question in full.
    pub text: String,
    /// Where to find the answer; may be empty.
    pub help: String,
}

/// An open question, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskRow {
    /// What to ask.
    pub ask: Ask,
    /// The question in full; for a list, an invitation to tell.
    pub text: String,
    /// Where to find the answer; may be empty.
    pub help: String,
    /// How many schemes some answer settles at once.
    pub decides: usize,
    /// The same as a sentence.
    pub reason: String,
}

impl<'a> View<'a> {
    /// A text of the rules.
    pub(crate) fn text(&self, text: TextId) -> &'a str {
        self.words.get(text)
    }

    pub(crate) fn scheme(&self, id: SchemeId) -> Option<&'a Scheme> {
        self.rulebook.schemes.get(id.row())
    }

    pub(crate) fn question(&self, id: QuestionId) -> Option<&'a Question> {
        self.rulebook.questions.get(id.row())
    }

    pub(crate) fn condition(&self, id: ConditionId) -> Option<&'a Condition> {
        self.rulebook.conditions.get(id.row())
    }

    /// The judgement of a scheme.
    pub fn judged(&self, id: SchemeId) -> Option<&'a SchemeAdvice> {
        self.advice.schemes.iter().find(|advice| advice.scheme == id)
    }

    /// The topic that asks about the records of a list.
    pub(crate) fn topic_of(&self, list: ListId) -> Option<&'a Topic> {
        self.rulebook.topics.iter().find(|topic| topic.list == Some(list))
    }

    /// The title of the topic about a list.
    pub(crate) fn list_title(&self, list: ListId) -> &'a str {
        self.topic_of(list).map_or("", |topic| self.text(topic.title))
    }

    /// The open questions, the most useful first, ready to show.
    pub fn asks(&self) -> Vec<AskRow> {
        self.questions.iter().map(|question| self.ask_row(question)).collect()
    }

    fn ask_row(&self, open: &OpenQuestion) -> AskRow {
        let decides = open.decides.len();
        let help = match open.ask {
            Ask::Question(id, _) => self.question(id).map_or("", |question| self.text(question.help)),
            Ask::List(_) => "",
        };
        AskRow {
            ask: open.ask,
            text: self.ask_text(open.ask),
            help: help.to_owned(),
            decides,
            reason: messages::ask::decides(self.lang, decides),
        }
    }

    /// What was asked and not known, with where to find it. Never asked again.
    pub fn to_find_out(&self) -> Vec<FindOut> {
        let mut found = Vec::new();
        for (question, row) in self.rulebook.questions.iter().zip(0u16..) {
            for whose in self.everybody(question.list) {
                if self.answers.get(question, whose) == Some(Answer::NotKnown) {
                    let id = QuestionId(row);
                    found.push(FindOut {
                        question: id,
                        whose,
                        text: self.ask_text(Ask::Question(id, whose)),
                        help: self.text(question.help).to_owned(),
                    });
                }
            }
        }
        found
    }

    /// The organisation, or each record of a list.
    pub(crate) fn everybody(&self, list: Option<ListId>) -> Vec<Whose> {
        let Some(list) = list else { return vec![Whose::Organisation] };
        let records = self.answers.records(list).unwrap_or_default();
        (0u16..).zip(records).map(|(row, _)| Whose::Record(list, row)).collect()
    }

    /// What is asked, in full; of a record, with its name.
    pub fn ask_text(&self, ask: Ask) -> String {
        match ask {
            Ask::List(list) => messages::ask::about_list(self.lang, self.list_title(list)),
            Ask::Question(id, whose) => {
                let text = self.question(id).map_or("", |question| self.text(question.ask));
                match whose {
                    Whose::Organisation => text.to_owned(),
                    Whose::Record(list, row) => format!("{}: {text}", self.record_name(list, row)),
                }
            }
        }
    }

    /// The clashes between answers, each in a sentence.
    pub fn conflicts(&self) -> Vec<String> {
        let found = self.advice.conflicts.iter().filter_map(|found| {
            let conflict = self.rulebook.conflicts.get(usize::from(found.conflict))?;
            let text = self.text(conflict.text);
            Some(match found.whose {
                Whose::Organisation => text.to_owned(),
                Whose::Record(list, row) => format!("{}: {text}", self.record_name(list, row)),
            })
        });
        found.collect()
    }

    /// The numbers of the three verdicts in a sentence: what is announced after an answer.
    pub fn counts(&self) -> String {
        let counts = self.advice.counts;
        let [fits, open, not] =
            [counts.fits, counts.cannot_tell, counts.does_not_fit].map(|count| count.to_string());
        messages::verdict::counts(self.lang, &fits, &not, &open)
    }
}
