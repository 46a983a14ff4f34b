//! Definitions, conflicts and the questions' `ask_if`: expressions outside schemes.

use super::expressions::Expressions;
use super::ids::Ids;
use super::names::Definition as Named;
use super::order::after_what_it_uses;
use super::texts::Texts;
use super::words_in::mentions;
use crate::feel::Expected;
use crate::read::conflicts::Conflict as WrittenConflict;
use crate::read::definitions::{Definition as Written, DefinitionKind};
use crate::read::questions::Question as WrittenQuestion;
use steunwijzer_engine::answers::Answer;
use steunwijzer_engine::notation;
use steunwijzer_engine::rulebook::{Conflict, Definition, QuestionId, Rulebook};

/// Fills the table of definitions, in the order of the files; compiles each after those it uses.
/// Gives the written definitions by row.
pub(super) fn fill<'a>(
    rulebook: &mut Rulebook,
    written: &'a [Written],
    expressions: &mut Expressions<'_>,
    ids: &Ids<'_>,
    texts: &mut Texts,
) -> Vec<&'a Written> {
    let row_of = |name: &&str| written.iter().position(|other| other.id.value == *name);
    let uses: Vec<Vec<usize>> = written
        .iter()
        .map(|definition| mentions(&definition.value).names.iter().filter_map(row_of).collect())
        .collect();
    let order = match after_what_it_uses(&uses) {
        Ok(order) => order,
        Err(circle) => {
            let names = circle.0.iter().filter_map(|row| written.get(*row));
            let names: Vec<&str> = names.map(|definition| definition.id.as_str()).collect();
            for definition in written {
                expressions.log.add_broken(&definition.id);
            }
            if let Some(first) = circle.0.first().and_then(|row| written.get(*row)) {
                let message = format!("this uses itself: {}", names.join(" → "));
                let help = "take one of them out of the circle";
                expressions.log.error(first.value.at, message, help);
            }
            return Vec::new();
        }
    };
    let mut rows: Vec<(usize, Definition)> = Vec::new();
    for row in order {
        if let Some(definition) = written.get(row) {
            rows.extend(compile(definition, expressions, ids, texts).map(|found| (row, found)));
        }
    }
    rows.sort_by_key(|(row, _)| *row);
    let kept = rows.iter().filter_map(|(row, _)| written.get(*row)).collect();
    rulebook.definitions.extend(rows.into_iter().map(|(_, definition)| definition));
    kept
}

fn compile(
    written: &Written,
    expressions: &mut Expressions<'_>,
    ids: &Ids<'_>,
    texts: &mut Texts,
) -> Option<Definition> {
    let sources = ids.citations(&written.sources, texts);
    let list = expressions.book.subject_of(&mentions(&written.value).names);
    let (expected, unit) = match written.kind {
        DefinitionKind::YesNo => (Expected::Truth, None),
        DefinitionKind::Number(unit) => (Expected::Number(unit), Some(unit)),
        DefinitionKind::Date => (Expected::Date, None),
    };
    let id = &written.id.value;
    let Some(compiled) = expressions.value(&written.value, list, expected) else {
        expressions.log.add_broken(id);
        return None;
    };
    let named = Named { node: compiled.node, ty: compiled.ty, list, uses: compiled.uses };
    expressions.book.definitions.insert(id.clone(), named);
    Some(Definition {
        id: id.clone(),
        text: texts.add(&written.text),
        list,
        value: compiled.node,
        unit,
        sources,
    })
}

/// Fills the table of conflicts.
pub(super) fn conflicts(
    rulebook: &mut Rulebook,
    written: &[WrittenConflict],
    expressions: &mut Expressions<'_>,
    texts: &mut Texts,
) {
    for conflict in written {
        let list = expressions.book.subject_of(&mentions(&conflict.when).names);
        let text = texts.add(&conflict.text);
        let Some(compiled) = expressions.value(&conflict.when, list, Expected::Truth) else {
            continue;
        };
        rulebook.conflicts.push(Conflict {
            id: conflict.id.value.clone(),
            list,
            when: compiled.node,
            questions: compiled.uses.questions,
            text,
        });
    }
}

/// Fills in when questions are asked, what holds when they are not, and the asking order.
pub(super) fn guards(
    rulebook: &mut Rulebook,
    written: &[&WrittenQuestion],
    expressions: &mut Expressions<'_>,
) {
    let mut uses: Vec<Vec<usize>> = Vec::new();
    for (row, question) in written.iter().enumerate() {
        let list = rulebook.questions.get(row).and_then(|question| question.list);
        let guard = question.ask_if.as_ref();
        let compiled = guard.and_then(|text| expressions.value(text, list, Expected::Truth));
        let otherwise = otherwise(rulebook, row, question, expressions);
        if let Some(question) = rulebook.questions.get_mut(row) {
            question.ask_if = compiled.as_ref().map(|compiled| compiled.node);
            question.otherwise = otherwise;
        }
        let used = compiled.map(|compiled| compiled.uses.questions).unwrap_or_default();
        uses.push(used.into_iter().map(QuestionId::row).collect());
    }
    match after_what_it_uses(&uses) {
        Ok(order) => {
            let ids = order.into_iter().filter_map(|row| u16::try_from(row).ok());
            rulebook.asking_order = ids.map(QuestionId).collect();
        }
        Err(circle) => {
            let questions = || circle.0.iter().filter_map(|row| written.get(*row));
            let names: Vec<&str> = questions().map(|question| question.id.as_str()).collect();
            if let Some(guard) = questions().find_map(|question| question.ask_if.as_ref()) {
                let message = format!("these questions wait for each other: {}", names.join(" → "));
                let help = "take one of the questions out of an `ask_if`";
                expressions.log.error(guard.at, message, help);
            }
        }
    }
}

fn otherwise(
    rulebook: &Rulebook,
    row: usize,
    written: &WrittenQuestion,
    expressions: &Expressions<'_>,
) -> Option<steunwijzer_engine::slot::Slot> {
    let otherwise = written.otherwise.as_ref()?;
    let question = rulebook.questions.get(row)?;
    match notation::read(rulebook, question, otherwise) {
        Ok(Answer::Known(slot)) => Some(slot),
        Ok(Answer::NotKnown) => {
            let help = "write the value that holds when the question does not apply";
            expressions.log.error(otherwise.at, "this says nothing", help);
            None
        }
        Err(wrong) => {
            let help = format!("write {}", wrong.allowed);
            expressions.log.error(otherwise.at, wrong.problem, help);
            None
        }
    }
}
