//! The rulebook and the list of schemes as JSON.

use super::SPDX;
use super::condition::{Cited, Speaker, Text};
use super::scheme::{SchemeEntry, ended};
use super::tables::{conflict_questions, options, units};
use crate::known::{Known, schemes as each_scheme};
use serde::Serialize;
use std::collections::BTreeMap;
use steunwijzer_compiler::Edition;
use steunwijzer_compiler::rule_text::RuleWriter;
use steunwijzer_engine::answers::Answer;
use steunwijzer_engine::notation;
use steunwijzer_engine::rulebook::{Figures, Parameter, ParameterValue, Question};
use steunwijzer_report::names;

#[derive(Serialize)]
struct EditionEntry {
    date: String,
    hash: String,
    licence: &'static str,
    answers_for: Text,
    report: Text,
}

#[derive(Serialize)]
struct RulebookEntry {
    edition: EditionEntry,
    schemes: Vec<SchemeEntry>,
    topics: Vec<TopicEntry>,
    questions: Vec<QuestionEntry>,
    conflicts: Vec<ConflictEntry>,
    parameters: Vec<ParameterEntry>,
    definitions: Vec<DefinitionEntry>,
    sources: Vec<SourceEntry>,
    municipalities: Vec<MunicipalityEntry>,
    changes: Vec<ChangeEntry>,
}

#[derive(Serialize)]
struct SchemesEntry {
    edition: EditionEntry,
    schemes: Vec<ShortEntry>,
}

#[derive(Serialize)]
struct ShortEntry {
    id: String,
    name: Text,
    summary: Text,
    kind: &'static str,
    help: &'static str,
    claim: &'static str,
    level: &'static str,
    status: &'static str,
    ended: Option<String>,
    subject: String,
    provider: Text,
    url: Option<String>,
    municipalities: Option<Vec<String>>,
    checked: String,
    check_again_before: String,
    second_check: bool,
}

#[derive(Serialize)]
struct TopicEntry {
    id: String,
    title: Text,
    list: Option<String>,
}

#[derive(Serialize)]
struct QuestionEntry {
    id: String,
    topic: String,
    list: Option<String>,
    r#type: &'static str,
    ask: Text,
    short: Text,
    help: Option<Text>,
    why: Text,
    options: Vec<OptionEntry>,
    allowed: String,
    changeable: bool,
    ask_if: Option<String>,
    otherwise: Option<String>,
}

#[derive(Serialize)]
struct OptionEntry {
    id: String,
    text: Text,
}

#[derive(Serialize)]
struct ConflictEntry {
    id: String,
    when: String,
    questions: Vec<String>,
    text: Text,
}

#[derive(Serialize)]
struct ParameterEntry {
    id: String,
    unit: &'static str,
    text: Text,
    review: Option<String>,
    values: Vec<ValueEntry>,
    when_unknown: Option<RangeEntry>,
}

#[derive(Serialize)]
struct ValueEntry {
    from: String,
    until: Option<String>,
    value: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    by_key: BTreeMap<i32, String>,
    sources: Vec<Cited>,
}

#[derive(Serialize)]
struct RangeEntry {
    from: String,
    to: String,
    text: Text,
    sources: Vec<Cited>,
}

#[derive(Serialize)]
struct DefinitionEntry {
    id: String,
    text: Text,
    unit: Option<&'static str>,
    value: String,
    sources: Vec<Cited>,
}

#[derive(Serialize)]
struct SourceEntry {
    id: String,
    title: String,
    publisher: String,
    url: String,
    content_date: Option<String>,
    checked: String,
    kind: &'static str,
    evidence: &'static str,
}

#[derive(Serialize)]
struct MunicipalityEntry {
    code: String,
    name: String,
    province: String,
    region: String,
    from: Option<String>,
    until: Option<String>,
    successors: Vec<String>,
}

#[derive(Serialize)]
struct ChangeEntry {
    id: String,
    date: String,
    text: BTreeMap<&'static str, String>,
    schemes: Vec<String>,
    sources: Vec<Cited>,
}

/// Everything.
pub(super) fn rulebook(edition: &Edition, known: &Known<'_>) -> String {
    let say = Speaker { edition, known };
    let rulebook = &edition.rulebook;
    written(&RulebookEntry {
        edition: say.edition_entry(),
        schemes: each_scheme(rulebook).map(|(id, scheme)| say.scheme(id, scheme)).collect(),
        topics: say.topics(),
        questions: say.questions(),
        conflicts: say.conflicts(),
        parameters: rulebook.parameters.iter().map(|parameter| say.parameter(parameter)).collect(),
        definitions: say.definitions(),
        sources: say.sources(),
        municipalities: say.all_municipalities(),
        changes: say.changes(),
    })
}

/// The schemes in short.
pub(super) fn schemes(edition: &Edition, known: &Known<'_>) -> String {
    let say = Speaker { edition, known };
    let short = each_scheme(&edition.rulebook).map(|(id, scheme)| ShortEntry {
        id: scheme.id.clone(),
        name: say.text(scheme.texts.name),
        summary: say.text(scheme.texts.summary),
        kind: names::kind(scheme.kind),
        help: names::help(scheme.help()),
        claim: names::claim(scheme.claim),
        level: names::level(scheme.level),
        status: names::status(scheme.status),
        ended: ended(scheme),
        subject: say.subject(scheme),
        provider: say.text(scheme.texts.provider),
        url: Some(say.same(scheme.texts.url)).filter(|url| !url.is_empty()),
        municipalities: say.municipalities(id),
        checked: scheme.review.checked.to_string(),
        check_again_before: scheme.review.before.to_string(),
        second_check: scheme.review.second_check,
    });
    written(&SchemesEntry { edition: say.edition_entry(), schemes: short.collect() })
}

fn written(entry: &impl Serialize) -> String {
    // Maps with text keys and plain values only: writing them does not fail.
    serde_json::to_string_pretty(entry).unwrap_or_default() + "\n"
}

impl Speaker<'_> {
    fn edition_entry(&self) -> EditionEntry {
        let edition = &self.rulebook().edition;
        EditionEntry {
            date: edition.date.to_string(),
            hash: edition.hash.clone(),
            licence: SPDX,
            answers_for: self.text(edition.answers_for),
            report: self.text(edition.report),
        }
    }

    fn topics(&self) -> Vec<TopicEntry> {
        let list = |topic: &steunwijzer_engine::rulebook::Topic| {
            topic.list.and_then(|list| Some(self.rulebook().lists.get(list.row())?.id.clone()))
        };
        let each = self.rulebook().topics.iter().map(|topic| TopicEntry {
            id: topic.id.clone(),
            title: self.text(topic.title),
            list: list(topic),
        });
        each.collect()
    }

    fn questions(&self) -> Vec<QuestionEntry> {
        let rulebook = self.rulebook();
        let mut entries = Vec::new();
        for topic in &rulebook.topics {
            for id in &topic.questions {
                if let Some(question) = rulebook.questions.get(id.row()) {
                    entries.push(self.question(&topic.id, question));
                }
            }
        }
        entries
    }

    fn question(&self, topic: &str, question: &Question) -> QuestionEntry {
        let rulebook = self.rulebook();
        let list = question.list.and_then(|list| rulebook.lists.get(list.row()));
        let options = options(question).iter();
        let written = |slot| notation::write(rulebook, question, Answer::Known(slot)).to_string();
        QuestionEntry {
            id: question.id.clone(),
            topic: topic.to_owned(),
            list: list.map(|list| list.id.clone()),
            r#type: names::answer_type(&question.answer),
            ask: self.text(question.ask),
            short: self.text(question.short),
            help: self.text_if_any(question.help),
            why: self.text(question.why),
            options: options
                .map(|option| OptionEntry { id: option.id.clone(), text: self.text(option.text) })
                .collect(),
            allowed: notation::allowed(rulebook, question),
            changeable: question.changeable,
            ask_if: question.ask_if.map(|node| RuleWriter::new(rulebook).expression(node)),
            otherwise: question.otherwise.map(written),
        }
    }

    fn conflicts(&self) -> Vec<ConflictEntry> {
        let rules = RuleWriter::new(self.rulebook());
        let each = self.rulebook().conflicts.iter().map(|conflict| ConflictEntry {
            id: conflict.id.clone(),
            when: rules.expression(conflict.when),
            questions: conflict_questions(self.rulebook(), conflict),
            text: self.text(conflict.text),
        });
        each.collect()
    }

    fn parameter(&self, parameter: &Parameter) -> ParameterEntry {
        ParameterEntry {
            id: parameter.id.clone(),
            unit: names::unit(parameter.unit),
            text: self.text(parameter.text),
            review: parameter.review.map(|day| day.to_string()),
            values: parameter.values.iter().map(|value| self.value(value)).collect(),
            when_unknown: parameter.when_unknown.as_ref().map(|range| RangeEntry {
                from: range.from.to_string(),
                to: range.to.to_string(),
                text: self.text(range.text),
                sources: self.cited(&range.sources),
            }),
        }
    }

    fn value(&self, value: &ParameterValue) -> ValueEntry {
        let (one, by_key) = match &value.figures {
            Figures::One(figure) => (Some(figure.to_string()), BTreeMap::new()),
            Figures::ByKey { first, figures } => {
                (None, (*first..).zip(figures).map(|(key, figure)| (key, figure.to_string())).collect())
            }
        };
        ValueEntry {
            from: value.from.to_string(),
            until: value.until.map(|day| day.to_string()),
            value: one,
            by_key,
            sources: self.cited(&value.sources),
        }
    }

    fn definitions(&self) -> Vec<DefinitionEntry> {
        let rules = RuleWriter::new(self.rulebook());
        let each = self.rulebook().definitions.iter().map(|definition| DefinitionEntry {
            id: definition.id.clone(),
            text: self.text(definition.text),
            unit: units(definition.unit),
            value: rules.expression(definition.value),
            sources: self.cited(&definition.sources),
        });
        each.collect()
    }

    fn sources(&self) -> Vec<SourceEntry> {
        let each = self.rulebook().sources.iter().map(|source| SourceEntry {
            id: source.id.clone(),
            title: self.same(source.title),
            publisher: self.same(source.publisher),
            url: self.same(source.url),
            content_date: Some(source.content_date.clone()).filter(|date| !date.is_empty()),
            checked: source.checked.to_string(),
            kind: names::source_kind(source.kind),
            evidence: names::evidence(source.evidence),
        });
        each.collect()
    }

    fn all_municipalities(&self) -> Vec<MunicipalityEntry> {
        let rulebook = self.rulebook();
        let province = |row: usize| {
            let holds = |found: &&steunwijzer_engine::rulebook::Province| {
                (usize::from(found.first)..=usize::from(found.last)).contains(&row)
            };
            rulebook.provinces.iter().find(holds).map_or(String::new(), |found| found.name.clone())
        };
        let each = rulebook.municipalities.iter().enumerate().map(|(row, one)| MunicipalityEntry {
            code: one.code.clone(),
            name: one.name.clone(),
            province: province(row),
            region: one.region.clone(),
            from: one.from.map(|day| day.to_string()),
            until: one.until.map(|day| day.to_string()),
            successors: one.successors.clone(),
        });
        each.collect()
    }

    fn changes(&self) -> Vec<ChangeEntry> {
        let source = |(id, at): &(steunwijzer_engine::rulebook::SourceId, String)| {
            let source = self.rulebook().sources.get(id.row())?;
            Some(Cited { id: source.id.clone(), at: at.clone() })
        };
        let each = self.edition.changes.iter().map(|change| ChangeEntry {
            id: change.id.clone(),
            date: change.date.to_string(),
            text: BTreeMap::from([("nl", change.nl.clone()), ("en", change.en.clone())]),
            schemes: change.schemes.iter().filter_map(|id| self.scheme_name(*id)).collect(),
            sources: change.sources.iter().filter_map(source).collect(),
        });
        each.collect()
    }
}
