//! What schemes and figures share in JSON: texts, citations, conditions.

use crate::known::Known;
use serde::Serialize;
use steunwijzer_compiler::Edition;
use steunwijzer_compiler::rule_text::RuleWriter;
use steunwijzer_engine::rulebook::{Citation, Condition, QuestionId, Rulebook, SchemeId, TextId};
use steunwijzer_report::names;

/// A text in both languages.
#[derive(Serialize)]
pub(super) struct Text {
    nl: String,
    en: String,
}

/// A source and the place in it.
#[derive(Serialize)]
pub(super) struct Cited {
    pub(super) id: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) at: String,
}

#[derive(Serialize)]
pub(super) struct ConditionEntry {
    id: String,
    role: &'static str,
    text: Text,
    /// The test; none where a person judges, or where the routes are the test.
    when: Option<String>,
    background: bool,
    questions: Vec<String>,
    refer: Option<String>,
    sources: Vec<Cited>,
    routes: Vec<ConditionEntry>,
}

/// Speaks of an edition in both languages.
#[derive(Clone, Copy)]
pub(super) struct Speaker<'e> {
    pub(super) edition: &'e Edition,
    pub(super) known: &'e Known<'e>,
}

impl Speaker<'_> {
    pub(super) fn rulebook(&self) -> &Rulebook {
        &self.edition.rulebook
    }

    pub(super) fn text(&self, text: TextId) -> Text {
        Text { nl: self.edition.nl.get(text).to_owned(), en: self.edition.en.get(text).to_owned() }
    }

    /// A text; none if it was left out.
    pub(super) fn text_if_any(&self, text: TextId) -> Option<Text> {
        (!self.edition.nl.get(text).is_empty()).then(|| self.text(text))
    }

    pub(super) fn texts(&self, texts: &[TextId]) -> Vec<Text> {
        texts.iter().map(|text| self.text(*text)).collect()
    }

    /// A name or address, which is the same in both languages.
    pub(super) fn same(&self, text: TextId) -> String {
        self.edition.nl.get(text).to_owned()
    }

    pub(super) fn cited(&self, citations: &[Citation]) -> Vec<Cited> {
        let each = citations.iter().filter_map(|citation| {
            let source = self.rulebook().sources.get(citation.source.row())?;
            Some(Cited { id: source.id.clone(), at: self.same(citation.at) })
        });
        each.collect()
    }

    pub(super) fn scheme_name(&self, id: SchemeId) -> Option<String> {
        self.rulebook().schemes.get(id.row()).map(|scheme| scheme.id.clone())
    }

    pub(super) fn question_names(&self, ids: &[QuestionId]) -> Vec<String> {
        let known = ids.iter().filter_map(|id| self.rulebook().questions.get(id.row()));
        known.map(|question| question.id.clone()).collect()
    }

    /// The conditions of a scheme, routes inside their group.
    pub(super) fn conditions(&self, scheme: SchemeId) -> Vec<ConditionEntry> {
        let mut entries = Vec::new();
        let mut rest = self.rulebook().conditions_of(scheme);
        while let Some((condition, behind)) = rest.split_first() {
            let (routes, next) = behind.split_at(usize::from(condition.routes).min(behind.len()));
            let routes = routes.iter().map(|route| self.condition(route, Vec::new())).collect();
            entries.push(self.condition(condition, routes));
            rest = next;
        }
        entries
    }

    fn condition(&self, condition: &Condition, routes: Vec<ConditionEntry>) -> ConditionEntry {
        ConditionEntry {
            id: condition.id.clone(),
            role: names::role(condition.role),
            text: self.text(condition.text),
            when: self.test(condition),
            background: condition.background,
            questions: self.question_names(&condition.questions),
            refer: condition.refer.and_then(|refer| self.scheme_name(refer)),
            sources: self.cited(&condition.sources),
            routes,
        }
    }

    /// The test of a condition in the language of the rule files.
    pub(super) fn test(&self, condition: &Condition) -> Option<String> {
        Some(RuleWriter::new(self.rulebook()).test(condition)).filter(|test| !test.is_empty())
    }
}
