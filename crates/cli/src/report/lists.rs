//! Everything the edition knows, whatever was answered.

use super::{json, names};
use crate::edition::words;
use serde::Serialize;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_compiler::Edition;
use steunwijzer_engine::notation;
use steunwijzer_engine::rulebook::{AnswerType, ChoiceOption, SubjectKind, Words};

#[derive(Serialize)]
struct SchemeEntry {
    id: String,
    name: String,
    summary: String,
    kind: &'static str,
    help: &'static str,
    claim: &'static str,
    level: &'static str,
    status: &'static str,
    /// organisation, or the list whose records are judged.
    subject: String,
    provider: String,
    conditions: usize,
    checked: String,
    check_again_before: String,
    second_check: bool,
}

#[derive(Serialize)]
struct QuestionEntry {
    id: String,
    topic: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    list: Option<String>,
    r#type: &'static str,
    ask: String,
    short: String,
    help: String,
    why: String,
    changeable: bool,
    burden: u8,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<OptionEntry>,
    allowed: String,
}

#[derive(Serialize)]
struct OptionEntry {
    id: String,
    text: String,
}

/// Every scheme.
pub(crate) fn schemes(edition: &Edition, lang: Lang) -> String {
    let words = words(edition, lang);
    let rulebook = &edition.rulebook;
    let entries = rulebook.schemes.iter().map(|scheme| SchemeEntry {
        id: scheme.id.clone(),
        name: words.get(scheme.texts.name).to_owned(),
        summary: words.get(scheme.texts.summary).to_owned(),
        kind: names::kind(scheme.kind),
        help: names::help(scheme.help()),
        claim: names::claim(scheme.claim),
        level: names::level(scheme.level),
        status: names::status(scheme.status),
        subject: match scheme.subject {
            SubjectKind::Organisation => "organisation".to_owned(),
            SubjectKind::Each(list) => {
                rulebook.lists.get(list.row()).map_or(String::new(), |list| list.id.clone())
            }
        },
        provider: words.get(scheme.texts.provider).to_owned(),
        conditions: usize::try_from(scheme.conditions.1.saturating_sub(scheme.conditions.0)).unwrap_or(0),
        checked: scheme.review.checked.to_string(),
        check_again_before: scheme.review.before.to_string(),
        second_check: scheme.review.second_check,
    });
    json(&entries.collect::<Vec<SchemeEntry>>())
}

/// Every question.
pub(crate) fn questions(edition: &Edition, lang: Lang) -> String {
    let words = words(edition, lang);
    let rulebook = &edition.rulebook;
    let mut entries = Vec::new();
    for topic in &rulebook.topics {
        for id in &topic.questions {
            let Some(question) = rulebook.questions.get(id.row()) else { continue };
            let list = question.list.and_then(|list| rulebook.lists.get(list.row()));
            entries.push(QuestionEntry {
                id: question.id.clone(),
                topic: topic.id.clone(),
                list: list.map(|list| list.id.clone()),
                r#type: type_name(&question.answer),
                ask: words.get(question.ask).to_owned(),
                short: words.get(question.short).to_owned(),
                help: words.get(question.help).to_owned(),
                why: words.get(question.why).to_owned(),
                changeable: question.changeable,
                burden: question.burden,
                options: options(words, &question.answer),
                allowed: notation::allowed(rulebook, question),
            });
        }
    }
    json(&entries)
}

fn type_name(answer: &AnswerType) -> &'static str {
    match answer {
        AnswerType::YesNo => "yes-no",
        AnswerType::Choice(_) => "choice",
        AnswerType::Choices(_) => "choices",
        AnswerType::Number { unit, .. } => names::unit(*unit),
        AnswerType::Date { .. } => "date",
        AnswerType::Place => "place",
    }
}

fn options(words: &Words, answer: &AnswerType) -> Vec<OptionEntry> {
    let options: &[ChoiceOption] = match answer {
        AnswerType::Choice(options) | AnswerType::Choices(options) => options,
        AnswerType::YesNo | AnswerType::Number { .. } | AnswerType::Date { .. } | AnswerType::Place => &[],
    };
    let entry = |option: &ChoiceOption| OptionEntry {
        id: option.id.clone(),
        text: words.get(option.text).to_owned(),
    };
    options.iter().map(entry).collect()
}
