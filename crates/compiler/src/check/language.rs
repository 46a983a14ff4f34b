//! The texts of rule files in plain Dutch, as [`crate::plain`] says it.

use crate::diagnostic::Log;
use crate::plain;
use crate::read::Rules;
use crate::read::amounts::Amounts;
use crate::read::conditions::Condition;
use crate::read::questions::{Answer, Question};
use crate::read::reader::Text;
use crate::read::schemes::Scheme;

/// Reports sentences and words that are hard to read, also in the texts for civil servants. Names
/// are left alone.
pub(super) fn check(rules: &Rules, municipal: &[Text], log: &Log) {
    for text in texts(rules).into_iter().chain(municipal) {
        let text = &text.nl;
        for found in plain::dutch(text) {
            log.warning(log.inside(text.at, text, found.place), found.message, found.help);
        }
    }
}

/// All texts that visitors read, without names of schemes and providers.
fn texts(rules: &Rules) -> Vec<&Text> {
    let mut all = Vec::new();
    if let Some(edition) = &rules.edition {
        all.extend([&edition.name, &edition.answers_for, &edition.report]);
    }
    all.extend(rules.changes.iter().map(|change| &change.text));
    for topic in &rules.topics {
        all.push(&topic.title);
        all.extend(topic.list.iter().filter_map(|list| list.none.as_ref()));
        topic.questions.iter().for_each(|question| of_question(question, &mut all));
    }
    all.extend(rules.conflicts.iter().map(|conflict| &conflict.text));
    all.extend(rules.definitions.iter().map(|definition| &definition.text));
    for parameter in &rules.parameters {
        all.push(&parameter.text);
        all.extend(parameter.when_unknown.iter().map(|range| &range.text));
    }
    rules.schemes.iter().for_each(|scheme| of_scheme(scheme, &mut all));
    for calculator in &rules.calculators {
        all.extend(calculator.texts());
        calculator.questions.iter().for_each(|question| of_question(question, &mut all));
    }
    all
}

fn of_question<'a>(question: &'a Question, all: &mut Vec<&'a Text>) {
    all.extend([&question.ask, &question.short, &question.why]);
    all.extend(&question.help);
    if let Answer::Choice(options) | Answer::Choices(options) = &question.answer {
        all.extend(options.iter().map(|option| &option.text));
    }
}

fn of_scheme<'a>(scheme: &'a Scheme, all: &mut Vec<&'a Text>) {
    all.extend([&scheme.texts.summary, &scheme.texts.decides]);
    all.extend(&scheme.texts.lead_time);
    all.extend(scheme.windows.iter().filter_map(|window| window.text.as_ref()));
    let routes = scheme.conditions.iter().flat_map(|condition| &condition.routes);
    let conditions = scheme.conditions.iter().chain(routes);
    all.extend(conditions.map(|condition: &Condition| &condition.text));
    if let Amounts::Lines(lines) = &scheme.amounts {
        all.extend(lines.iter().map(|line| &line.text));
        all.extend(lines.iter().filter_map(|line| line.formula.as_ref()));
    }
    all.extend(scheme.steps.iter().chain(&scheme.documents));
    all.extend(scheme.pitfalls.iter().map(|(text, _)| text));
    all.extend(scheme.relations.iter().map(|relation| &relation.text));
}
