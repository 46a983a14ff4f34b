//! What helps beside a case: the first meeting, buying, addresses.

use super::{ItemRow, Side};
use crate::lang::Lang;
use crate::messages::toolkit as messages;
use crate::present::{CitationRow, FigureRow, Link};
use steunwijzer_engine::municipal::{FollowUp, IntakeQuestion, Link as Address, LinkKind, Route};
use steunwijzer_engine::rulebook::QuestionId;

/// A question for the first meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntakeRow<'a> {
    /// The question.
    pub item: ItemRow<'a>,
    /// Answers to choose from; empty if it is open.
    pub options: Vec<ItemRow<'a>>,
    /// What to ask next.
    pub follow_ups: Vec<FollowUpRow<'a>>,
}

/// A question within a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUpRow<'a> {
    /// The question, or a hint.
    pub item: ItemRow<'a>,
    /// The questions of the interview that the answer fills, each with its short name.
    pub fills: Vec<(QuestionId, &'a str)>,
    /// Whether we added it: it does not stand in the source.
    pub is_ours: bool,
}

/// A route of procurement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteRow<'a> {
    /// Name and when to use it.
    pub item: ItemRow<'a>,
    /// The thresholds on the day of the advice.
    pub thresholds: Vec<FigureRow>,
    /// What to watch.
    pub watch: Vec<ItemRow<'a>>,
    /// The schemes in which the visitor sees it.
    pub schemes: Vec<Link>,
}

/// An address with its date and evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow<'a> {
    /// Name and what for; its sources say where we know it from.
    pub item: ItemRow<'a>,
    /// What it is.
    pub kind: LinkKind,
    /// The address, when it was checked and whether anybody saw it.
    pub address: Option<CitationRow>,
    /// The schemes in which the visitor sees it.
    pub schemes: Vec<Link>,
}

/// What an address is: *Register*.
pub fn link_kind_word(lang: Lang, kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Register => messages::link_register(lang),
        LinkKind::Marketplace => messages::link_marketplace(lang),
        LinkKind::Network => messages::link_network(lang),
        LinkKind::Knowledge => messages::link_knowledge(lang),
    }
}

impl<'a> Side<'a> {
    /// The questions for the first meeting.
    pub fn intake(&self) -> Vec<IntakeRow<'a>> {
        let row = |question: &'a IntakeQuestion| IntakeRow {
            item: self.row(&question.item),
            options: self.rows(&question.options),
            follow_ups: question.follow_ups.iter().map(|next| self.follow_up(next)).collect(),
        };
        self.data.intake.items.iter().map(row).collect()
    }

    fn follow_up(&self, next: &'a FollowUp) -> FollowUpRow<'a> {
        let named = |id: &QuestionId| Some((*id, self.view.text(self.view.question(*id)?.short)));
        FollowUpRow {
            item: self.row(&next.item),
            fills: next.questions.iter().filter_map(named).collect(),
            is_ours: next.ours,
        }
    }

    /// The routes of procurement.
    pub fn routes(&self) -> Vec<RouteRow<'a>> {
        let row = |route: &'a Route| RouteRow {
            item: self.row(&route.item),
            thresholds: route.thresholds.iter().filter_map(|id| self.view.figure_on(*id)).collect(),
            watch: self.rows(&route.watch),
            schemes: self.schemes(&route.schemes),
        };
        self.data.procurement_routes.items.iter().map(row).collect()
    }

    /// Registers, marketplaces, networks and knowledge.
    pub fn links(&self) -> Vec<LinkRow<'a>> {
        let row = |link: &'a Address| LinkRow {
            item: self.row(&link.item),
            kind: link.kind,
            address: self.view.source_row(link.address, ""),
            schemes: self.schemes(&link.schemes),
        };
        self.data.links.items.iter().map(row).collect()
    }
}
