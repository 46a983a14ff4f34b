//! Everything the edition knows, whatever was answered.

use crate::advice::{EditionReport, edition_of};
use crate::names;
use serde::Serialize;
use steunwijzer_engine::notation;
use steunwijzer_engine::rulebook::{AnswerType, ChoiceOption, Rulebook, SubjectKind, Words};

/// A scheme, whatever was answered.
#[derive(Serialize)]
pub struct SchemeEntry {
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

/// A question, with what its answer may be.
#[derive(Serialize)]
pub struct QuestionEntry {
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

/// What an edition holds.
#[derive(Serialize)]
pub struct RulebookReport {
    edition: EditionReport,
    schemes: Vec<SchemeEntry>,
    lists: Vec<ListEntry>,
    places: Vec<PlaceEntry>,
}

/// A list of records in the answers.
#[derive(Serialize)]
struct ListEntry {
    id: String,
    /// The most records it can have.
    most: u16,
}

/// A municipality that exists, as the answer to a question about a place.
#[derive(Serialize)]
struct PlaceEntry {
    code: String,
    name: String,
    province: String,
}

/// What the edition holds, whatever was answered.
pub fn rulebook(rulebook: &Rulebook, words: &Words) -> RulebookReport {
    let lists = rulebook.lists.iter();
    let places = rulebook.provinces.iter().flat_map(|province| {
        let own = usize::from(province.first)..=usize::from(province.last);
        let places = rulebook.municipalities.get(own).unwrap_or_default().iter();
        places.filter(|place| place.until.is_none()).map(|place| PlaceEntry {
            code: place.code.clone(),
            name: place.name.clone(),
            province: province.name.clone(),
        })
    });
    RulebookReport {
        edition: edition_of(rulebook, words),
        schemes: schemes(rulebook, words),
        lists: lists.map(|list| ListEntry { id: list.id.clone(), most: list.max }).collect(),
        places: places.collect(),
    }
}

/// Every scheme.
pub fn schemes(rulebook: &Rulebook, words: &Words) -> Vec<SchemeEntry> {
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
    entries.collect()
}

/// Every question.
pub fn questions(rulebook: &Rulebook, words: &Words) -> Vec<QuestionEntry> {
    let mut entries = Vec::new();
    for topic in &rulebook.topics {
        for id in &topic.questions {
            let Some(question) = rulebook.questions.get(id.row()) else { continue };
            let list = question.list.and_then(|list| rulebook.lists.get(list.row()));
            entries.push(QuestionEntry {
                id: question.id.clone(),
                topic: topic.id.clone(),
                list: list.map(|list| list.id.clone()),
                r#type: names::answer_type(&question.answer),
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
    entries
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
