//! Schemes with their conditions and amount lines.

use super::Described;
use crate::diff::thing::{Field, Said, Thing, ThingKind, Whom};
use steunwijzer_advisor::messages::{diff as say, overview};
use steunwijzer_advisor::present::{amounts_word, claim_word, kind_word, level_word, role_word, status_word};
use steunwijzer_advisor::show;
use steunwijzer_compiler::rule_text::RuleWriter;
use steunwijzer_engine::number::Rounding;
use steunwijzer_engine::rulebook::{
    AmountLine, Amounts, Citation, Condition, Confidence, Relation, RelationKind, Scheme, SchemeId, Show,
    StateAid, Status, Window,
};

/// What is cited for windows, pitfalls and relations.
fn beside_rules(scheme: &Scheme) -> Vec<Citation> {
    let windows = scheme.windows.iter().flat_map(|window| &window.sources);
    let pitfalls = scheme.pitfalls.iter().flat_map(|(_, sources)| sources);
    let relations = scheme.relations.iter().flat_map(|relation| &relation.sources);
    windows.chain(pitfalls).chain(relations).cloned().collect()
}

impl Described<'_> {
    pub(super) fn schemes(&self) -> Vec<Thing> {
        let all = (0u16..).zip(&self.rulebook.schemes);
        all.map(|(row, scheme)| self.scheme(SchemeId(row), scheme)).collect()
    }

    fn scheme(&self, id: SchemeId, scheme: &Scheme) -> Thing {
        let mut parts = self.conditions(id);
        if let Amounts::Lines(lines) = &scheme.amounts {
            parts.extend(lines.iter().map(|line| self.line(lines, line)));
        }
        Thing {
            kind: ThingKind::Scheme,
            id: scheme.id.clone(),
            name: self.word(scheme.texts.name).to_owned(),
            fields: self.scheme_fields(scheme),
            parts,
            whom: self.whom_of_scheme(id, scheme),
        }
    }

    fn scheme_fields(&self, scheme: &Scheme) -> Vec<(Field, Said)> {
        let lang = self.lang;
        let texts = scheme.texts;
        let kind = kind_word(lang, scheme.kind);
        let labour = if scheme.labour { say::labour(lang) } else { "" };
        vec![
            (Field::Name, self.said(texts.name)),
            (Field::Status, Said::plain(self.status(scheme.status))),
            (Field::Windows, self.windows(&scheme.windows)),
            (Field::Review, Said::plain(self.review(scheme))),
            (Field::Amount, Said::plain(amounts_word(lang, &scheme.amounts))),
            (Field::Kind, Said::plain([kind, labour].concat())),
            (Field::Level, Said::plain(level_word(lang, scheme.level))),
            (Field::Claim, Said::plain(claim_word(lang, scheme.claim, scheme.level))),
            (Field::Subject, Said::plain(self.subject(scheme.subject))),
            (Field::StateAid, Said::plain(self.state_aid(scheme.state_aid))),
            (Field::Summary, self.said(texts.summary)),
            (Field::Provider, self.said(texts.provider)),
            (Field::Decides, self.said(texts.decides)),
            (Field::LeadTime, self.said(texts.lead_time)),
            (Field::Address, Said::plain(self.word(texts.url))),
            (Field::Steps, self.said_all(scheme.steps.iter().copied())),
            (Field::Documents, self.said_all(scheme.documents.iter().copied())),
            (Field::Pitfalls, self.said_all(scheme.pitfalls.iter().map(|(text, _)| *text))),
            (Field::Relations, self.relations(&scheme.relations)),
            (Field::Sources, self.sources_of(&beside_rules(scheme))),
        ]
    }

    fn status(&self, status: Status) -> String {
        let word = status_word(self.lang, status);
        match status {
            Status::Ended(from) => format!("{word}, {}", show::day(self.lang, from)),
            Status::Open | Status::Closed | Status::Unknown => word.to_owned(),
        }
    }

    fn windows(&self, windows: &[Window]) -> Said {
        let shown = |window: &Window| {
            let (opens, closes) = (self.day(window.opens), self.day(window.closes));
            let hour = &window.closes_at;
            let mut parts = vec![say::window(self.lang, &opens, &closes)];
            parts.extend((!hour.is_empty()).then(|| hour.clone()));
            parts.extend(window.announced.then(|| say::announced(self.lang).to_owned()));
            parts.join(", ")
        };
        let days = windows.iter().map(shown).collect::<Vec<_>>().join("; ");
        let remarks = self.said_all(windows.iter().map(|window| window.text));
        let days = if days.is_empty() { say::no_dates(self.lang).to_owned() } else { days };
        let remark = remarks.shown.trim_matches([' ', '/']).to_owned();
        let shown = if remark.is_empty() { days } else { format!("{days} ({remark})") };
        Said { shown, other: remarks.other }
    }

    fn review(&self, scheme: &Scheme) -> String {
        let review = scheme.review;
        let sure = match review.confidence {
            Confidence::High => say::sure_high(self.lang),
            Confidence::Medium => say::sure_medium(self.lang),
            Confidence::Low => say::sure_low(self.lang),
        };
        let second = if review.second_check { overview::yes(self.lang) } else { overview::no(self.lang) };
        let (checked, before) = (show::day(self.lang, review.checked), show::day(self.lang, review.before));
        say::review(self.lang, &before, &checked, second, sure)
    }

    fn state_aid(&self, aid: StateAid) -> &'static str {
        match aid {
            StateAid::None => say::aid_none(self.lang),
            StateAid::DeMinimis => say::aid_de_minimis(self.lang),
            StateAid::Gber => say::aid_gber(self.lang),
            StateAid::Unknown => say::aid_unknown(self.lang),
        }
    }

    fn relations(&self, relations: &[Relation]) -> Said {
        let with = |relation: &Relation| {
            let kind = match relation.kind {
                RelationKind::NotWith => say::not_with(self.lang),
                RelationKind::OnlyHighest => say::only_highest(self.lang),
                RelationKind::Beside => say::beside(self.lang),
            };
            let schemes = relation.with.iter().filter_map(|id| self.scheme_named(*id));
            format!("{kind} {}", schemes.map(|scheme| scheme.id).collect::<Vec<_>>().join(", "))
        };
        let shown = relations.iter().map(|one| format!("{}: {}", with(one), self.word(one.text)));
        let other = relations.iter().map(|one| self.other.get(one.text));
        Said { shown: shown.collect::<Vec<_>>().join(" / "), other: other.collect::<Vec<_>>().join(" / ") }
    }

    fn conditions(&self, scheme: SchemeId) -> Vec<Thing> {
        let conditions = self.rulebook.conditions_of(scheme);
        let mut things = Vec::new();
        let (mut group, mut routes) = ("", 0);
        for condition in conditions {
            let of = if routes > 0 { group } else { "" };
            routes = if routes > 0 { routes - 1 } else { condition.routes };
            if condition.routes > 0 {
                group = &condition.id;
            }
            things.push(self.condition(condition, of));
        }
        things
    }

    fn condition(&self, condition: &Condition, group: &str) -> Thing {
        let evidence =
            if condition.background { overview::background(self.lang) } else { overview::page(self.lang) };
        let refer = condition.refer.and_then(|id| self.scheme_named(id));
        Thing {
            kind: ThingKind::Condition,
            id: condition.id.clone(),
            name: self.word(condition.text).to_owned(),
            fields: vec![
                (Field::Role, Said::plain(role_word(self.lang, condition.role))),
                (Field::Test, Said::plain(self.rules().test(condition))),
                (Field::Text, self.said(condition.text)),
                (Field::Evidence, Said::plain(evidence)),
                (Field::Sources, self.sources_of(&condition.sources)),
                (Field::Refer, Said::plain(refer.map_or(String::new(), |scheme| scheme.id))),
                (Field::Group, Said::plain(group)),
            ],
            parts: Vec::new(),
            whom: self.whom_of_condition(condition),
        }
    }

    fn line(&self, lines: &[AmountLine], line: &AmountLine) -> Thing {
        let rules = RuleWriter::with_lines(self.rulebook, lines);
        let ceiling = line.ceiling.map_or(String::new(), |node| rules.expression(node));
        Thing {
            kind: ThingKind::Line,
            id: line.id.clone(),
            name: self.word(line.text).to_owned(),
            fields: vec![
                (Field::Value, Said::plain(rules.expression(line.value))),
                (Field::Ceiling, Said::plain(ceiling)),
                (Field::Shown, Said::plain(self.shown(line))),
                (Field::Text, self.said(line.text)),
                (Field::Formula, self.said(line.formula)),
                (Field::Sources, self.sources_of(&line.sources)),
            ],
            parts: Vec::new(),
            whom: Whom { questions: self.deciding(&line.questions), ..Whom::default() },
        }
    }

    fn shown(&self, line: &AmountLine) -> String {
        let lang = self.lang;
        let show = match line.show {
            Show::Working => say::working(lang),
            Show::Line => say::line(lang),
            Show::Total => say::total(lang),
        };
        let (how, places) = line.rounding;
        let rounding = match how {
            Rounding::Up => say::round_up(lang),
            Rounding::Down => say::round_down(lang),
            Rounding::HalfUp => say::round_half_up(lang),
            Rounding::HalfDown => say::round_half_down(lang),
            Rounding::HalfEven => say::round_half_even(lang),
            Rounding::Floor => say::round_floor(lang),
            Rounding::Ceiling => say::round_ceiling(lang),
        };
        let example = show::number(lang, line.unit, rust_decimal::Decimal::ONE, show::Cents::IfAny);
        format!("{show}, {}, {rounding} ({places})", say::in_unit(lang, &example))
    }
}
