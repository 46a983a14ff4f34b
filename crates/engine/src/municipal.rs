//! The civil servant's side: what a municipality can do for a social enterprise, and how.
//!
//! Only the form stands here; the contents are data (`rules/municipal/`). They travel apart from
//! the [`Rulebook`], one file per language: a visitor who is no civil servant loads nothing of it.
//! Texts, also the places in citations, are rows of [`Municipal::words`]; sources, schemes, parameters, questions and expressions
//! are rows of the rulebook of the same edition.

use crate::answers::Answers;
use crate::date::Date;
use crate::evaluate::Scope;
use crate::expression::NodeId;
use crate::rulebook::{Citation, ParameterId, QuestionId, Rulebook, SchemeId, SourceId, TextId, Words};
use crate::truth::Truth;
use crate::world::World;
use serde::{Deserialize, Serialize};

/// A department, body or partner: a row of [`Municipal::departments`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DepartmentId(pub u16);

/// An instrument: a row of [`Municipal::instruments`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct InstrumentId(pub u16);

/// Everything for the civil servant, in one language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Municipal {
    /// The check code of the edition it belongs to.
    pub edition: String,
    /// The texts.
    pub words: Words,
    /// What to know before using it: how old the sources are.
    pub warnings: List<Item>,
    /// Departments, bodies and partners to involve.
    pub departments: List<Item>,
    /// The roles a municipality can take, and the task of making policy.
    pub roles: List<Role>,
    /// What to ask an entrepreneur at the first meeting.
    pub intake: List<IntakeQuestion>,
    /// How entrepreneurs differ from officials.
    pub entrepreneurs: List<Item>,
    /// The attitude that helps.
    pub attitude: List<Item>,
    /// What a municipality needs before it makes policy.
    pub policy_needs: List<Item>,
    /// Making policy, step by step.
    pub policy_steps: List<PolicyStep>,
    /// Support other than money.
    pub alternatives: List<Alternative>,
    /// The order in which to look at state aid.
    pub aid_checks: List<Item>,
    /// Tips for buying from social enterprises.
    pub procurement_tips: List<Item>,
    /// Routes of procurement.
    pub procurement_routes: List<Route>,
    /// What is known about municipalities as buyers.
    pub procurement_findings: List<Item>,
    /// How to convince colleagues.
    pub convincing: List<Item>,
    /// The six tips.
    pub tips: List<Item>,
    /// Advice of cities to cities.
    pub boosts: List<Item>,
    /// Lessons of a practice example.
    pub practice: List<Item>,
    /// How a municipality can make room.
    pub room: List<Item>,
    /// What goes wrong between municipalities and social enterprises.
    pub bottlenecks: List<Item>,
    /// Where an entrepreneur can turn to.
    pub desks: List<Desk>,
    /// Who decides about what.
    pub decisions: List<Decision>,
    /// What to know about the coupling of goals.
    pub goal_notes: List<Item>,
    /// The global goals by number.
    pub global_goals: List<GlobalGoal>,
    /// Instruments that goals name.
    pub instruments: List<Instrument>,
    /// Policy goals.
    pub goals: List<Goal>,
    /// Why a coalition agreement should speak of social enterprises.
    pub coalition_reasons: List<Item>,
    /// Model paragraphs for a coalition agreement.
    pub coalition_paragraphs: List<Item>,
    /// Addresses.
    pub links: List<Link>,
}

/// Things of one kind, under a title.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct List<T> {
    /// The title above them.
    pub title: TextId,
    /// The things, in the order of the file.
    pub items: Vec<T>,
}

impl<T> Default for List<T> {
    fn default() -> List<T> {
        List { title: TextId(0), items: Vec::new() }
    }
}

/// Something that is said, with where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Its name in the rule files, unique in its list.
    pub id: String,
    /// Its heading; empty if the text says it all.
    pub name: TextId,
    /// The text; empty if the heading says it all.
    pub text: TextId,
    /// Where it comes from.
    pub sources: Vec<Citation>,
}

/// A sign that something fits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Signal {
    /// Its name.
    pub id: String,
    /// The sign in words.
    pub text: TextId,
    /// How it follows from answers about the organisation and its lists; none: a person judges.
    pub when: Option<NodeId>,
}

impl Signal {
    /// Whether the answers show the sign; `None` if a person has to judge.
    pub fn shows(&self, rulebook: &Rulebook, answers: &Answers, as_on: Date) -> Option<Truth> {
        let world = World::new(rulebook, answers, as_on);
        Some(Scope::new(&world, &[]).value(self.when?).truth())
    }
}

/// A role that a municipality can take.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Role {
    /// Name and when it fits.
    pub item: Item,
    /// Whether it is a task beside the roles.
    pub task: bool,
    /// Signs that it fits; one is enough to consider it.
    pub signals: Vec<Signal>,
    /// What to do.
    pub actions: Vec<Item>,
    /// Whom to involve.
    pub involve: Vec<DepartmentId>,
    /// What to watch.
    pub watch: Vec<Item>,
}

/// A question for the first meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IntakeQuestion {
    /// The question.
    pub item: Item,
    /// Answers to choose from; empty if it is open.
    pub options: Vec<Item>,
    /// What to ask next.
    pub follow_ups: Vec<FollowUp>,
}

/// A question within a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FollowUp {
    /// The question, or a hint.
    pub item: Item,
    /// The questions of the interview that the answer fills.
    pub questions: Vec<QuestionId>,
    /// Whether we added it: it does not stand in the source.
    pub ours: bool,
}

/// A step in making policy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PolicyStep {
    /// The step.
    pub item: Item,
    /// What to tick off; empty if it is one thing.
    pub parts: Vec<Item>,
}

/// Support other than money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// Name and what it is.
    pub item: Item,
    /// Signs that it fits.
    pub signals: Vec<Signal>,
    /// Who decides.
    pub decides: TextId,
    /// The deciders as departments and bodies.
    pub by: Vec<DepartmentId>,
    /// What to watch.
    pub watch: Vec<Item>,
    /// The first thing to do.
    pub next: TextId,
    /// The schemes in which the visitor sees it.
    pub schemes: Vec<SchemeId>,
}

/// A route of procurement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Route {
    /// Name and when to use it.
    pub item: Item,
    /// The thresholds that count, as on a day.
    pub thresholds: Vec<ParameterId>,
    /// What to watch.
    pub watch: Vec<Item>,
    /// The schemes in which the visitor sees it.
    pub schemes: Vec<SchemeId>,
}

/// A desk for entrepreneurs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Desk {
    /// Name and what for.
    pub item: Item,
    /// The department behind it.
    pub department: DepartmentId,
}

/// Who decides about an instrument.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// About what, and who decides.
    pub item: Item,
    /// The deciders as departments and bodies.
    pub by: Vec<DepartmentId>,
}

/// One of the seventeen global goals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GlobalGoal {
    /// Its number, 1 to 17.
    pub number: u8,
    /// Its name.
    pub item: Item,
}

/// An instrument that serves policy goals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Instrument {
    /// Its name.
    pub item: Item,
    /// The schemes in which the visitor sees it.
    pub schemes: Vec<SchemeId>,
}

/// A policy goal of a municipality.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// Its name.
    pub item: Item,
    /// Signs that the plan serves it.
    pub signals: Vec<Signal>,
    /// Departments that own it.
    pub departments: Vec<DepartmentId>,
    /// The numbers of the global goals it serves.
    pub global_goals: Vec<u8>,
    /// Instruments for it.
    pub instruments: Vec<InstrumentId>,
}

/// What an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkKind {
    /// A list of recognised social enterprises or labels.
    Register,
    /// A place where buyers find them.
    Marketplace,
    /// A network of enterprises or cities.
    Network,
    /// Knowledge.
    Knowledge,
}

/// An address with its date and evidence: those of the source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Name and what for; its sources say where we know it from.
    pub item: Item,
    /// What it is.
    pub kind: LinkKind,
    /// The source whose address it is.
    pub address: SourceId,
    /// The schemes in which the visitor sees it.
    pub schemes: Vec<SchemeId>,
}

impl Municipal {
    /// Every sign with an expression or without.
    pub fn signals(&self) -> impl Iterator<Item = &Signal> {
        let roles = self.roles.items.iter().flat_map(|role| &role.signals);
        let alternatives = self.alternatives.items.iter().flat_map(|alternative| &alternative.signals);
        let goals = self.goals.items.iter().flat_map(|goal| &goal.signals);
        roles.chain(alternatives).chain(goals)
    }

    /// The same, to change them.
    pub fn signals_mut(&mut self) -> impl Iterator<Item = &mut Signal> {
        let roles = self.roles.items.iter_mut().flat_map(|role| &mut role.signals);
        let alternatives =
            self.alternatives.items.iter_mut().flat_map(|alternative| &mut alternative.signals);
        let goals = self.goals.items.iter_mut().flat_map(|goal| &mut goal.signals);
        roles.chain(alternatives).chain(goals)
    }

    /// Whether it belongs to this rulebook: only then its rows mean what they say.
    pub fn belongs_to(&self, rulebook: &Rulebook) -> bool {
        self.edition == rulebook.edition.hash
    }
}
