//! The sheet: every question that can be asked now, by subject.

use crate::interview::{Asked, Interview};
use crate::lang::Lang;
use crate::messages::desk as messages;
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::rulebook::{ListId, QuestionId, Rulebook, Topic, Words};
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::world::World;

/// A field: a question about somebody.
pub type Key = (QuestionId, Whose);

/// Questions of one topic about the organisation or about one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// The title of the topic; empty where the section or the record already says it.
    pub title: &'a str,
    /// About whom.
    pub whose: Whose,
    /// The questions.
    pub fields: Vec<Asked>,
}

/// A section of the sheet: a topic about the organisation, or a list with its records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    /// The name of the first topic in the rule files: for ids on the page.
    pub id: &'a str,
    /// Its title, in the third person.
    pub title: &'a str,
    /// The row of its (first) topic.
    pub topic: u16,
    /// The list that it tells of, if any.
    pub list: Option<ListId>,
    /// How many records were told; none: not told yet. Zero: there are certainly none.
    pub told: Option<usize>,
    /// The questions, of each record in turn.
    pub parts: Vec<Part<'a>>,
}

impl Section<'_> {
    /// How many questions were answered, of how many that count.
    pub fn progress(&self) -> (usize, usize) {
        let counting = || self.parts.iter().flat_map(|part| &part.fields).filter(|field| field.counts);
        (counting().filter(|field| field.answer.is_some()).count(), counting().count())
    }
}

/// The whole sheet. A question stands on it once it certainly applies, was answered, or was looked
/// for: `sought` are the fields that were jumped to.
pub fn sheet<'a>(
    interview: &Interview,
    rulebook: &'a Rulebook,
    words: &'a Words,
    sought: &[Key],
) -> Vec<Section<'a>> {
    let world = World::new(rulebook, &interview.answers, interview.as_on);
    let mut sections: Vec<Section<'a>> = Vec::new();
    for (row, topic) in (0u16..).zip(&rulebook.topics) {
        let is_first = topic.list.is_none() || sections.iter().all(|section| section.list != topic.list);
        if !is_first {
            continue;
        }
        let told = topic.list.and_then(|list| interview.answers.records(list)).map(<[_]>::len);
        let whose: Vec<Whose> = match topic.list {
            None => vec![Whose::Organisation],
            Some(list) => {
                (0u16..).take(told.unwrap_or(0)).map(|record| Whose::Record(list, record)).collect()
            }
        };
        let topics = rulebook.topics.iter().filter(|other| match topic.list {
            None => other.id == topic.id,
            Some(list) => other.list == Some(list),
        });
        let topics: Vec<&Topic> = topics.collect();
        let mut parts = Vec::new();
        for whose in whose {
            for (at, topic) in topics.iter().enumerate() {
                let fields = fields(interview, rulebook, &world, topic, whose, sought);
                let title = if at == 0 { "" } else { topic_title(interview.lang, words, topic) };
                if !fields.is_empty() {
                    parts.push(Part { title, whose, fields });
                }
            }
        }
        let title = topic_title(interview.lang, words, topic);
        sections.push(Section { id: &topic.id, title, topic: row, list: topic.list, told, parts });
    }
    sections
}

fn fields(
    interview: &Interview,
    rulebook: &Rulebook,
    world: &World<'_>,
    topic: &Topic,
    whose: Whose,
    sought: &[Key],
) -> Vec<Asked> {
    let field = |&id: &QuestionId| {
        let question = rulebook.questions.get(id.row())?;
        let answer = interview.answers.get(question, whose);
        let applies = world.applies(id, whose);
        let stands = match applies {
            Truth::Yes => true,
            Truth::Open => answer.is_some() || sought.contains(&(id, whose)),
            Truth::No => answer.is_some(),
        };
        stands.then_some(Asked { question: id, whose, answer, counts: applies != Truth::No })
    };
    topic.questions.iter().filter_map(field).collect()
}

/// The title of a topic in the third person; of a topic that we do not know, its own.
pub(super) fn topic_title<'a>(lang: Lang, words: &'a Words, topic: &Topic) -> &'a str {
    match topic.id.as_str() {
        "organisation" => messages::topic_organisation(lang),
        "mission" => messages::topic_mission(lang),
        "hires" => messages::topic_hires(lang),
        "needs" => messages::topic_needs(lang),
        "plan" => messages::topic_plan(lang),
        "people" => messages::topic_people(lang),
        "credit" => messages::topic_credit(lang),
        "aid" => messages::topic_aid(lang),
        _ => words.get(topic.title),
    }
}

/// Where the keyboard goes after a field: the next one about the same that has no answer; none: to
/// the field in which one looks for a question.
pub fn next_field(sections: &[Section<'_>], after: Key) -> Option<Key> {
    let fields = sections.iter().flat_map(|section| &section.parts).flat_map(|part| &part.fields);
    let mut behind = fields.skip_while(|field| (field.question, field.whose) != after).skip(1);
    let next = behind.find(|field| field.answer.is_none() && field.counts)?;
    (next.whose == after.1).then_some((next.question, next.whose))
}
