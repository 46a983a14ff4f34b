//! Whether the caller meets the definition that the municipality chose.

use crate::case::Definition;
use crate::present::{CitationRow, View};
use steunwijzer_engine::advise::define;
use steunwijzer_engine::answers::{Answer, Whose};
use steunwijzer_engine::rulebook::QuestionId;
use steunwijzer_engine::truth::Truth;

/// A definition in the rules, held against the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefinitionRow<'a> {
    /// What it defines.
    pub name: &'a str,
    /// Whether the answers meet it.
    pub meets: Truth,
    /// While that is open: the questions without a known answer that it rests on, by short name.
    pub missing: Vec<(QuestionId, &'a str)>,
    /// Where it stands.
    pub citations: Vec<CitationRow>,
}

/// The definitions behind a choice of the municipality. Of one that this edition lacks nothing is said.
pub fn definitions<'a>(view: &View<'a>, chosen: Definition) -> Vec<DefinitionRow<'a>> {
    let names: &[&str] = match chosen {
        Definition::Strict => &["is_social_enterprise_code", "is_social_enterprise_esf"],
        Definition::Broad => &["is_impact_entrepreneur"],
    };
    names.iter().filter_map(|name| row(view, name)).collect()
}

fn row<'a>(view: &View<'a>, name: &str) -> Option<DefinitionRow<'a>> {
    let id = view.rulebook.definition_id(name)?;
    let definition = view.rulebook.definitions.get(id.row())?;
    let citations = view.citations(&definition.sources);
    // A text that nobody saw decides nothing.
    let meets = match citations.iter().all(|row| row.unconfirmed.is_some()) {
        true => Truth::Open,
        false => define(view.rulebook, view.answers, view.advice.as_on, id, Whose::Organisation).truth(),
    };
    let missing = |id: QuestionId| {
        let question = view.question(id)?;
        let is_known = matches!(view.answers.get(question, Whose::Organisation), Some(Answer::Known(_)));
        (question.list.is_none() && !is_known).then(|| (id, view.text(question.short)))
    };
    let reads = view.rulebook.questions_read(definition.value);
    Some(DefinitionRow {
        name: view.text(definition.text),
        meets,
        missing: if meets == Truth::Open {
            reads.into_iter().filter_map(missing).collect()
        } else {
            Vec::new()
        },
        citations,
    })
}
