//! The civil servant's side, ready to show: every list of [`Municipal`] as rows with their sources.
//!
//! A [`Side`] is that side with an advice beside it: signs are judged by the answers of the advice,
//! thresholds are those of its day. Without a case, give the advice of no answers.

mod checklist;
mod desk;
mod policy;
mod sources;

pub use checklist::{GoalChoice, Progress, Reflection, StepRow, Talk, TickRow};
pub use desk::{AlternativeRow, DecisionRow, DeskRow, GoalRow, InstrumentRow, RoleRow, Sign, SignRow};
pub use policy::{FollowUpRow, IntakeRow, LinkRow, RouteRow, link_kind_word};
pub use sources::{Reference, Sources};

use crate::present::{CitationRow, Link, View};
use steunwijzer_engine::municipal::{DepartmentId, Item, List, Municipal};
use steunwijzer_engine::rulebook::{Citation, SchemeId, TextId};

/// The civil servant's side in the language of an advice.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The side itself; of the same edition and language as the advice.
    pub data: &'a Municipal,
    /// The advice beside it.
    pub view: View<'a>,
}

/// Something that is said, with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemRow<'a> {
    /// Its name in the rule files, unique in its list.
    pub id: &'a str,
    /// Its heading; empty if the text says it all.
    pub name: &'a str,
    /// The text; empty if the heading says it all.
    pub text: &'a str,
    /// Where it comes from.
    pub citations: Vec<CitationRow>,
}

impl<'a> Side<'a> {
    /// The title above a list.
    pub fn title<T>(&self, list: &List<T>) -> &'a str {
        self.text(list.title)
    }

    /// The rows of a plain list.
    pub fn items(&self, list: &'a List<Item>) -> Vec<ItemRow<'a>> {
        self.rows(&list.items)
    }

    /// A text of this side.
    fn text(&self, text: TextId) -> &'a str {
        self.data.words.get(text)
    }

    fn row(&self, item: &'a Item) -> ItemRow<'a> {
        ItemRow {
            id: &item.id,
            name: self.text(item.name),
            text: self.text(item.text),
            citations: self.citations(&item.sources),
        }
    }

    fn rows(&self, items: &'a [Item]) -> Vec<ItemRow<'a>> {
        items.iter().map(|item| self.row(item)).collect()
    }

    fn citations(&self, citations: &[Citation]) -> Vec<CitationRow> {
        self.view.citations_in(&self.data.words, citations)
    }

    fn departments(&self, ids: &[DepartmentId]) -> Vec<ItemRow<'a>> {
        let found = ids.iter().filter_map(|id| self.data.departments.items.get(usize::from(id.0)));
        found.map(|department| self.row(department)).collect()
    }

    fn schemes(&self, ids: &[SchemeId]) -> Vec<Link> {
        ids.iter().filter_map(|id| self.view.link(*id)).collect()
    }
}
