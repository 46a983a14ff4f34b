//! What stands in which file of the municipal side.

use super::{ReadFile, Reading};
use crate::read::reader::{Entry, Fields, Need};
use steunwijzer_engine::municipal::{
    Alternative, Decision, Desk, FollowUp, GlobalGoal, Goal, Instrument, IntakeQuestion, Link, LinkKind,
    PolicyStep, Role, Route,
};
use steunwijzer_engine::rulebook::SourceId;

/// The files in the order of reading: what others name comes first.
pub(super) const FILES: &[(&str, ReadFile)] = &[
    ("departments.toml", |reading, fields| {
        reading.municipal.departments = reading.items(fields, "department");
    }),
    ("about.toml", |reading, fields| {
        reading.municipal.warnings = reading.items(fields, "warning");
    }),
    ("roles.toml", |reading, fields| {
        reading.municipal.roles = reading.titled(fields, "role", Reading::role);
    }),
    ("intake.toml", |reading, fields| {
        reading.municipal.intake = reading.titled(fields, "question", Reading::intake);
        reading.municipal.entrepreneurs = reading.items(fields, "entrepreneur");
        reading.municipal.attitude = reading.items(fields, "attitude");
    }),
    ("policy-tool.toml", |reading, fields| {
        reading.municipal.policy_needs = reading.items(fields, "need");
        reading.municipal.policy_steps = reading.titled(fields, "step", Reading::step);
    }),
    ("alternatives.toml", |reading, fields| {
        reading.municipal.alternatives = reading.titled(fields, "alternative", Reading::alternative);
        reading.municipal.aid_checks = reading.items(fields, "aid-check");
    }),
    ("procurement.toml", |reading, fields| {
        reading.municipal.procurement_tips = reading.items(fields, "tip");
        reading.municipal.procurement_routes = reading.titled(fields, "route", Reading::route);
        reading.municipal.procurement_findings = reading.items(fields, "finding");
    }),
    ("convincing.toml", |reading, fields| {
        reading.municipal.convincing = reading.items(fields, "way");
    }),
    ("tips.toml", |reading, fields| {
        reading.municipal.tips = reading.items(fields, "tip");
        reading.municipal.boosts = reading.items(fields, "boost");
        reading.municipal.practice = reading.items(fields, "practice");
    }),
    ("room.toml", |reading, fields| {
        reading.municipal.room = reading.items(fields, "room");
        reading.municipal.bottlenecks = reading.items(fields, "bottleneck");
        reading.municipal.desks = reading.titled(fields, "desk", Reading::desk);
    }),
    ("who-decides.toml", |reading, fields| {
        reading.municipal.decisions = reading.titled(fields, "decision", Reading::decision);
    }),
    ("goals.toml", |reading, fields| {
        reading.municipal.goal_notes = reading.items(fields, "note");
        reading.municipal.global_goals = reading.titled(fields, "global-goal", Reading::global_goal);
        reading.municipal.instruments = reading.titled(fields, "instrument", Reading::instrument);
        reading.municipal.goals = reading.titled(fields, "goal", Reading::goal);
    }),
    ("coalition.toml", |reading, fields| {
        reading.municipal.coalition_reasons = reading.items(fields, "reason");
        reading.municipal.coalition_paragraphs = reading.titled(fields, "paragraph", Reading::named);
    }),
    ("links.toml", |reading, fields| {
        reading.municipal.links = reading.titled(fields, "link", Reading::link);
    }),
];

pub(crate) const LINK_KINDS: &[(&str, LinkKind)] = &[
    ("register", LinkKind::Register),
    ("marketplace", LinkKind::Marketplace),
    ("network", LinkKind::Network),
    ("knowledge", LinkKind::Knowledge),
];

impl Reading<'_, '_> {
    fn role(&mut self, fields: &Fields<'_>) -> Option<Role> {
        let item = self.named(fields);
        let task = fields.optional("task", Entry::yes_no).unwrap_or(false);
        let signals = self.signals(fields);
        let actions = self.parts(fields, "action");
        let watch = self.parts(fields, "watch");
        let involve = self.departments(fields, "involve");
        Some(Role { item: item?, task, signals, actions, involve, watch })
    }

    fn intake(&mut self, fields: &Fields<'_>) -> Option<IntakeQuestion> {
        let item = self.short(fields);
        let options = self.parts(fields, "option");
        let follow_ups = self.list(fields, "next", Self::follow_up);
        Some(IntakeQuestion { item: item?, options, follow_ups })
    }

    fn follow_up(&mut self, fields: &Fields<'_>) -> Option<FollowUp> {
        let item = self.part(fields);
        let questions = self.questions(fields);
        let ours = fields.optional("ours", Entry::yes_no).unwrap_or(false);
        Some(FollowUp { item: item?, questions, ours })
    }

    fn step(&mut self, fields: &Fields<'_>) -> Option<PolicyStep> {
        let item = self.short(fields);
        let parts = self.parts(fields, "part");
        Some(PolicyStep { item: item?, parts })
    }

    fn alternative(&mut self, fields: &Fields<'_>) -> Option<Alternative> {
        let keys = ["name", "text", "decides", "next"].map(|key| (key, Need::Required));
        let [name, text, decides, next] = fields.texts(keys);
        let item = self.named_item(fields, name, text);
        let signals = self.signals(fields);
        let watch = self.parts(fields, "watch");
        let by = self.departments(fields, "by");
        let schemes = self.schemes(fields);
        let (decides, next) = (self.text(decides?), self.text(next?));
        Some(Alternative { item: item?, signals, decides, by, watch, next, schemes })
    }

    fn route(&mut self, fields: &Fields<'_>) -> Option<Route> {
        let item = self.named(fields);
        let thresholds = self.parameters(fields, "thresholds");
        let watch = self.parts(fields, "watch");
        let schemes = self.schemes(fields);
        Some(Route { item: item?, thresholds, watch, schemes })
    }

    fn desk(&mut self, fields: &Fields<'_>) -> Option<Desk> {
        let item = self.named(fields);
        let department = fields.required("department", Entry::hyphen_id);
        let department = department.and_then(|id| self.department(&id));
        Some(Desk { item: item?, department: department? })
    }

    fn decision(&mut self, fields: &Fields<'_>) -> Option<Decision> {
        let item = self.named(fields);
        let by = self.departments(fields, "by");
        Some(Decision { item: item?, by })
    }

    fn global_goal(&mut self, fields: &Fields<'_>) -> Option<GlobalGoal> {
        let number = fields.required("number", |entry| self.goal_number(entry));
        let item = self.short(fields);
        Some(GlobalGoal { number: number?, item: item? })
    }

    /// The number of one of the seventeen global goals.
    fn goal_number(&self, entry: Entry<'_>) -> Option<u8> {
        u8::try_from(entry.whole(1, 17)?.value).ok()
    }

    fn instrument(&mut self, fields: &Fields<'_>) -> Option<Instrument> {
        let item = self.short(fields);
        let schemes = self.schemes(fields);
        Some(Instrument { item: item?, schemes })
    }

    fn goal(&mut self, fields: &Fields<'_>) -> Option<Goal> {
        let item = self.short(fields);
        let signals = self.signals(fields);
        let departments = self.departments(fields, "departments");
        let global_goals = fields.list("global-goals", |entry| self.goal_number(entry));
        let instruments = self.instruments(fields);
        Some(Goal { item: item?, signals, departments, global_goals, instruments })
    }

    fn link(&mut self, fields: &Fields<'_>) -> Option<Link> {
        let kind = fields.required("kind", |entry| entry.one_of(LINK_KINDS));
        let item = self.named(fields);
        let address = fields.required("address", |entry| self.address(entry));
        let schemes = self.schemes(fields);
        Some(Link { item: item?, kind: kind?, address: address?, schemes })
    }

    /// The source whose address a link shows.
    fn address(&self, entry: Entry<'_>) -> Option<SourceId> {
        self.ids.source(&entry.hyphen_id()?)
    }
}
