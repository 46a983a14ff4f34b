//! Topics, lists and questions in rows.

use super::ids::unique;
use super::texts::Texts;
use crate::diagnostic::Log;
use crate::read::questions::{Answer, ChoiceOption as WrittenOption, Question as Written, Topic};
use steunwijzer_engine::rulebook::{
    AnswerType, ChoiceOption, List, ListId, Question, QuestionId, Rulebook, Topic as Row,
};

/// Fills the tables of topics, lists and questions; `ask_if` and `otherwise` come later. Gives the
/// written questions by row.
pub(super) fn fill<'a>(
    rulebook: &mut Rulebook,
    topics: &'a [Topic],
    texts: &mut Texts,
    log: &Log,
) -> Vec<&'a Written> {
    let mut topics: Vec<&Topic> = topics.iter().collect();
    topics.sort_by_key(|topic| topic.order.value);
    for pair in topics.windows(2) {
        if let [one, two] = pair
            && one.order.value == two.order.value
        {
            let message = format!("the topic `{}` has the same order", one.id.value);
            log.error(two.order.at, message, "give each topic its own place in the interview");
        }
    }
    lists(rulebook, &topics, texts, log);
    let mut written = Vec::new();
    for topic in topics {
        let list = topic.list.as_ref().and_then(|list| rulebook.list_id(&list.id));
        let mut own = Vec::new();
        for question in &topic.questions {
            check_item(question, topic, log);
            own.push(QuestionId(u16::try_from(rulebook.questions.len()).unwrap_or(u16::MAX)));
            let slot = next_slot(rulebook, list);
            rulebook.questions.push(row(question, list, slot, texts, log));
            written.push(question);
        }
        rulebook.topics.push(Row {
            id: topic.id.value.clone(),
            title: texts.add(&topic.title),
            list,
            questions: own,
        });
    }
    for row in 0..rulebook.lists.len() {
        let width = next_slot(rulebook, u16::try_from(row).ok().map(ListId));
        if let Some(list) = rulebook.lists.get_mut(row) {
            list.width = width;
        }
    }
    written
}

/// Several topics can ask about the records of one list: one of them says what an empty list means.
fn lists(rulebook: &mut Rulebook, topics: &[&Topic], texts: &mut Texts, log: &Log) {
    let all = || topics.iter().filter_map(|topic| topic.list.as_ref());
    for list in all() {
        if rulebook.lists.iter().any(|known| known.id == list.id.value) {
            continue;
        }
        let same = || all().filter(|other| other.id.value == list.id.value);
        for other in same() {
            if other.item.value != list.item.value || other.max.value != list.max.value {
                let message = format!("the list `{}` is told differently elsewhere", list.id.value);
                let help = format!("write `item = \"{}\"` and `max = {}`", list.item.value, list.max.value);
                log.error(other.id.at, message, help);
            }
        }
        let mut nones = same().filter_map(|list| list.none.as_ref());
        let none = nones.next();
        if let Some(second) = nones.next() {
            let help = "leave one of the two out";
            log.error(second.nl.at, "another topic says what an empty list means", help);
        }
        if none.is_none() {
            let message = format!("nothing says what an empty list of `{}` means", list.id.value);
            log.error(list.id.at, message, "add `[topic.none]` with a text");
        }
        rulebook.lists.push(List {
            id: list.id.value.clone(),
            item: list.item.value.clone(),
            max: u16::try_from(list.max.value).unwrap_or(u16::MAX),
            width: 0,
            none: texts.add_optional(none),
        });
    }
}

fn check_item(question: &Written, topic: &Topic, log: &Log) {
    let item = question.id.split('.').next().unwrap_or_default();
    let expected = topic.list.as_ref().map_or("org", |list| list.item.as_str());
    if item != expected {
        let message = format!("the id `{}` does not begin with `{expected}.`", question.id.value);
        let help = "questions begin with the item of their topic; without a list that is `org`";
        log.error(question.id.at, message, help);
    }
}

pub(super) fn next_slot(rulebook: &Rulebook, list: Option<ListId>) -> u16 {
    let own = rulebook.questions.iter().filter(|question| question.list == list);
    u16::try_from(own.count()).unwrap_or(u16::MAX)
}

pub(super) fn row(
    written: &Written,
    list: Option<ListId>,
    slot: u16,
    texts: &mut Texts,
    log: &Log,
) -> Question {
    Question {
        id: written.id.value.clone(),
        list,
        slot,
        answer: answer_type(&written.answer, texts, log),
        changeable: written.changeable,
        burden: written.burden,
        ask_if: None,
        otherwise: None,
        ask: texts.add(&written.ask),
        short: texts.add(&written.short),
        help: texts.add_optional(written.help.as_ref()),
        why: texts.add(&written.why),
    }
}

fn answer_type(written: &Answer, texts: &mut Texts, log: &Log) -> AnswerType {
    match written {
        Answer::YesNo => AnswerType::YesNo,
        Answer::Choice(choices) => AnswerType::Choice(options(choices, texts, log)),
        Answer::Choices(choices) => AnswerType::Choices(options(choices, texts, log)),
        Answer::Number { unit, scale, min, max, label } => AnswerType::Number {
            unit: *unit,
            scale: *scale,
            min: *min,
            max: *max,
            label: texts.same(label.as_deref().unwrap_or_default()),
        },
        Answer::Date { min, max } => AnswerType::Date { min: *min, max: *max },
        Answer::Place => AnswerType::Place,
    }
}

fn options(written: &[WrittenOption], texts: &mut Texts, log: &Log) -> Vec<ChoiceOption> {
    unique(log, "option", written.iter().map(|option| &option.id));
    let rows = written.iter();
    rows.map(|option| ChoiceOption { id: option.id.value.clone(), text: texts.add(&option.text) }).collect()
}
