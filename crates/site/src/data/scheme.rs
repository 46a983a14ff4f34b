//! A scheme in JSON, in full.

use super::condition::{Cited, ConditionEntry, Speaker, Text};
use serde::Serialize;
use steunwijzer_compiler::rule_text::RuleWriter;
use steunwijzer_engine::rulebook::{
    AmountLine, Amounts, Confidence, Relation, RelationKind, Scheme, SchemeId, Status, SubjectKind, Window,
};
use steunwijzer_report::names;

#[derive(Serialize)]
pub(super) struct SchemeEntry {
    id: String,
    name: Text,
    summary: Text,
    kind: &'static str,
    help: &'static str,
    claim: &'static str,
    level: &'static str,
    status: &'static str,
    ended: Option<String>,
    state_aid: &'static str,
    /// organisation, or the list whose records are judged.
    subject: String,
    provider: Text,
    decides: Text,
    lead_time: Option<Text>,
    url: Option<String>,
    /// Codes of municipalities; null: not bound to a place.
    municipalities: Option<Vec<String>>,
    review: Review,
    windows: Vec<WindowEntry>,
    conditions: Vec<ConditionEntry>,
    amount: AmountEntry,
    steps: Vec<Text>,
    documents: Vec<Text>,
    pitfalls: Vec<Remark>,
    relations: Vec<RelationEntry>,
}

#[derive(Serialize)]
struct Review {
    checked: String,
    before: String,
    second_check: bool,
    confidence: &'static str,
}

#[derive(Serialize)]
struct WindowEntry {
    opens: Option<String>,
    closes: Option<String>,
    closes_at: Option<String>,
    announced: bool,
    text: Option<Text>,
    sources: Vec<Cited>,
}

#[derive(Serialize)]
struct AmountEntry {
    /// lines, in-consultation, no-money or unknown.
    kind: &'static str,
    lines: Vec<LineEntry>,
}

#[derive(Serialize)]
struct LineEntry {
    id: String,
    show: &'static str,
    unit: &'static str,
    label: Text,
    formula: Option<Text>,
    value: String,
    ceiling: Option<String>,
    questions: Vec<String>,
    sources: Vec<Cited>,
}

#[derive(Serialize)]
struct Remark {
    text: Text,
    sources: Vec<Cited>,
}

#[derive(Serialize)]
struct RelationEntry {
    kind: &'static str,
    with: Vec<String>,
    text: Text,
    sources: Vec<Cited>,
}

impl Speaker<'_> {
    pub(super) fn scheme(&self, id: SchemeId, scheme: &Scheme) -> SchemeEntry {
        let texts = scheme.texts;
        SchemeEntry {
            id: scheme.id.clone(),
            name: self.text(texts.name),
            summary: self.text(texts.summary),
            kind: names::kind(scheme.kind),
            help: names::help(scheme.help()),
            claim: names::claim(scheme.claim),
            level: names::level(scheme.level),
            status: names::status(scheme.status),
            ended: ended(scheme),
            state_aid: names::state_aid(scheme.state_aid),
            subject: self.subject(scheme),
            provider: self.text(texts.provider),
            decides: self.text(texts.decides),
            lead_time: self.text_if_any(texts.lead_time),
            url: Some(self.same(texts.url)).filter(|url| !url.is_empty()),
            municipalities: self.municipalities(id),
            review: Review {
                checked: scheme.review.checked.to_string(),
                before: scheme.review.before.to_string(),
                second_check: scheme.review.second_check,
                confidence: confidence(scheme.review.confidence),
            },
            windows: scheme.windows.iter().map(|window| self.window(window)).collect(),
            conditions: self.conditions(id),
            amount: self.amount(scheme),
            steps: self.texts(&scheme.steps),
            documents: self.texts(&scheme.documents),
            pitfalls: scheme
                .pitfalls
                .iter()
                .map(|(text, sources)| Remark { text: self.text(*text), sources: self.cited(sources) })
                .collect(),
            relations: scheme.relations.iter().map(|relation| self.relation(relation)).collect(),
        }
    }

    /// The organisation, or the list whose records are judged.
    pub(super) fn subject(&self, scheme: &Scheme) -> String {
        match scheme.subject {
            SubjectKind::Organisation => "organisation".to_owned(),
            SubjectKind::Each(list) => {
                self.rulebook().lists.get(list.row()).map_or(String::new(), |list| list.id.clone())
            }
        }
    }

    /// The codes of the municipalities where a scheme holds; none: anywhere.
    pub(super) fn municipalities(&self, id: SchemeId) -> Option<Vec<String>> {
        let places = self.known.places(id)?;
        let all = self.rulebook().municipalities.iter().enumerate();
        Some(all.filter(|(row, _)| places.has(*row)).map(|(_, one)| one.code.clone()).collect())
    }

    fn window(&self, window: &Window) -> WindowEntry {
        WindowEntry {
            opens: window.opens.map(|day| day.to_string()),
            closes: window.closes.map(|day| day.to_string()),
            closes_at: Some(window.closes_at.clone()).filter(|hour| !hour.is_empty()),
            announced: window.announced,
            text: self.text_if_any(window.text),
            sources: self.cited(&window.sources),
        }
    }

    fn amount(&self, scheme: &Scheme) -> AmountEntry {
        let lines = match &scheme.amounts {
            Amounts::Lines(lines) => lines.iter().map(|line| self.line(lines, line)).collect(),
            Amounts::InConsultation | Amounts::NoMoney | Amounts::Unknown => Vec::new(),
        };
        AmountEntry { kind: names::amounts(&scheme.amounts), lines }
    }

    fn line(&self, lines: &[AmountLine], line: &AmountLine) -> LineEntry {
        let rules = RuleWriter::with_lines(self.rulebook(), lines);
        LineEntry {
            id: line.id.clone(),
            show: names::show(line.show),
            unit: names::unit(line.unit),
            label: self.text(line.text),
            formula: self.text_if_any(line.formula),
            value: rules.expression(line.value),
            ceiling: line.ceiling.map(|ceiling| rules.expression(ceiling)),
            questions: self.question_names(&line.questions),
            sources: self.cited(&line.sources),
        }
    }

    fn relation(&self, relation: &Relation) -> RelationEntry {
        RelationEntry {
            kind: match relation.kind {
                RelationKind::NotWith => "not-with",
                RelationKind::OnlyHighest => "only-highest",
                RelationKind::Beside => "beside",
            },
            with: relation.with.iter().filter_map(|id| self.scheme_name(*id)).collect(),
            text: self.text(relation.text),
            sources: self.cited(&relation.sources),
        }
    }
}

/// The first day on which a scheme no longer exists.
pub(super) fn ended(scheme: &Scheme) -> Option<String> {
    match scheme.status {
        Status::Ended(day) => Some(day.to_string()),
        Status::Open | Status::Closed | Status::Unknown => None,
    }
}

pub(super) fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
    }
}
