//! What stands in the files and nobody uses.

use crate::build::Built;
use crate::diagnostic::{Log, Placed};
use crate::read::Rules;
use crate::read::questions::{Answer, ChoiceOption, Question};
use crate::read::values::UsedBy;
use std::collections::BTreeSet;
use steunwijzer_engine::expression::{Node, NodeId};
use steunwijzer_engine::rulebook::{Amounts, QuestionId, Rulebook};

/// Reports questions, options, parameters, definitions and sources that nobody uses.
pub(super) fn check(rules: &Rules, built: &Built, log: &Log) {
    let used = used_questions(&built.rulebook);
    for question in rules.topics.iter().flat_map(|topic| &topic.questions) {
        let Some(id) = built.rulebook.question_id(&question.id) else {
            continue;
        };
        if used.contains(&id) {
            options(question, id, built, log);
        } else {
            let message = format!("no rule uses the question `{}`", question.id.value);
            log.error(question.id.at, message, "leave it out: we do not ask what nothing needs");
        }
    }
    for parameter in &rules.parameters {
        named("parameter", &parameter.id, parameter.used_by.as_ref(), built, log);
    }
    for definition in &rules.definitions {
        named("definition", &definition.id, definition.used_by.as_ref(), built, log);
    }
    for (row, source) in (0..).zip(&rules.sources) {
        if !built.cited.contains(&row) {
            let message = format!("nobody cites the source `{}`", source.id.value);
            log.warning(source.id.at, message, "leave it out, or cite it");
        }
    }
}

/// A figure or notion that no rule names, unless it says who reads it; and one that says so for nothing.
fn named(kind: &str, id: &Placed<String>, used_by: Option<&Placed<UsedBy>>, built: &Built, log: &Log) {
    match (built.mentioned.names.contains(&id.value), used_by) {
        (true, None) | (false, Some(_)) => {}
        (false, None) => {
            let message = format!("no rule uses the {kind} `{}`", id.value);
            log.warning(id.at, message, "leave it out, or use it");
        }
        (true, Some(used_by)) => {
            let message = format!("rules use the {kind} `{}` as well", id.value);
            log.warning(used_by.at, message, "leave `used_by` out");
        }
    }
}

/// An option that no expression names is never asked for, unless it is the only one: the rest.
fn options(question: &Question, id: QuestionId, built: &Built, log: &Log) {
    let (Answer::Choice(options) | Answer::Choices(options)) = &question.answer else {
        return;
    };
    let named = |option: &&ChoiceOption| built.mentioned.options.contains(&(id, option.id.value.clone()));
    let unnamed: Vec<&ChoiceOption> = options.iter().filter(|option| !named(option)).collect();
    if let [first, _, ..] = unnamed.as_slice() {
        let names: Vec<String> = unnamed.iter().map(|option| format!("`{}`", option.id.value)).collect();
        let message = format!("no expression asks for these options: {}", names.join(", "));
        log.warning(first.id.at, message, "make them one option, or leave them out");
    }
}

/// Questions that a scheme or a definition reads, and those that decide whether they apply.
fn used_questions(rulebook: &Rulebook) -> BTreeSet<QuestionId> {
    let conditions = rulebook.conditions.iter().flat_map(|condition| condition.questions.clone());
    let lines = rulebook.schemes.iter().flat_map(|scheme| match &scheme.amounts {
        Amounts::Lines(lines) => lines.as_slice(),
        Amounts::InConsultation | Amounts::NoMoney | Amounts::Unknown => &[],
    });
    let lines = lines.flat_map(|line| line.questions.clone());
    let definitions = rulebook.definitions.iter().flat_map(|definition| read_by(rulebook, definition.value));
    let mut waiting: Vec<QuestionId> = conditions.chain(lines).chain(definitions).collect();
    let mut used = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if used.insert(id)
            && let Some(guard) = rulebook.questions.get(id.row()).and_then(|found| found.ask_if)
        {
            waiting.extend(read_by(rulebook, guard));
        }
    }
    used
}

fn read_by(rulebook: &Rulebook, node: NodeId) -> Vec<QuestionId> {
    let mut found = Vec::new();
    rulebook.visit(node, &mut |node| {
        if let Node::Input(input) = node {
            found.push(input.question);
        }
    });
    found
}
