//! What changed between two editions.

use super::json;
use crate::diff::{Change, Field, PersonaChange, ThingChange, ThingKind, What, Whom};
use serde::Serialize;
use serde_json::{Map, Value};
use steunwijzer_engine::rulebook::Edition;
use steunwijzer_report::names;

#[derive(Serialize)]
struct DiffReport<'d> {
    old: EditionEntry<'d>,
    new: EditionEntry<'d>,
    changed: Vec<ThingEntry<'d>>,
    /// Left out unless personas were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    personas: Option<Vec<PersonaEntry<'d>>>,
}

#[derive(Serialize)]
struct EditionEntry<'d> {
    date: String,
    hash: &'d str,
}

#[derive(Serialize)]
struct ThingEntry<'d> {
    kind: ThingKind,
    id: &'d str,
    name: &'d str,
    matters_to: WhomEntry<'d>,
    changes: Vec<ChangeEntry<'d>>,
}

#[derive(Serialize)]
struct WhomEntry<'d> {
    #[serde(skip_serializing_if = "str::is_empty")]
    subject: &'d str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    places: &'d [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    questions: Vec<DecidingEntry<'d>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    schemes: Vec<&'d str>,
}

#[derive(Serialize)]
struct DecidingEntry<'d> {
    id: &'d str,
    label: &'d str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    values: &'d [String],
}

#[derive(Serialize)]
struct ChangeEntry<'d> {
    /// added, removed, other-id or says.
    what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<PartEntry<'d>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<Field>,
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    becomes: Option<Value>,
}

#[derive(Serialize)]
struct PartEntry<'d> {
    kind: ThingKind,
    id: &'d str,
    name: &'d str,
}

#[derive(Serialize)]
struct PersonaEntry<'d> {
    file: &'d str,
    name: &'d str,
    verdicts: Vec<VerdictEntry<'d>>,
    /// Keys of answers that one of the editions does not know.
    left_out: &'d [String],
}

#[derive(Serialize)]
struct VerdictEntry<'d> {
    scheme: &'d str,
    was: &'static str,
    becomes: &'static str,
}

/// Everything that changed.
pub(crate) fn diff(
    (old, new): (&Edition, &Edition),
    changed: &[ThingChange],
    personas: Option<&[PersonaChange]>,
) -> String {
    json(&DiffReport {
        old: EditionEntry { date: old.date.to_string(), hash: &old.hash },
        new: EditionEntry { date: new.date.to_string(), hash: &new.hash },
        changed: changed.iter().map(thing).collect(),
        personas: personas.map(|personas| personas.iter().map(persona).collect()),
    })
}

fn thing(changed: &ThingChange) -> ThingEntry<'_> {
    ThingEntry {
        kind: changed.kind,
        id: &changed.id,
        name: &changed.name,
        matters_to: whom(&changed.whom),
        changes: changed.changes.iter().map(change).collect(),
    }
}

fn whom(whom: &Whom) -> WhomEntry<'_> {
    let questions = whom.questions.iter().map(|question| DecidingEntry {
        id: &question.id,
        label: &question.label,
        values: &question.values,
    });
    WhomEntry {
        subject: &whom.subject,
        places: &whom.places,
        questions: questions.collect(),
        schemes: whom.schemes.iter().map(|scheme| scheme.id.as_str()).collect(),
    }
}

fn change(change: &Change) -> ChangeEntry<'_> {
    let part = change.part.as_ref().map(|part| PartEntry { kind: part.kind, id: &part.id, name: &part.name });
    let entry = |what, was, becomes| ChangeEntry { what, part, field: None, was, becomes };
    match &change.what {
        What::Added(said) => entry("added", None, Some(fields(said))),
        What::Removed(said) => entry("removed", Some(fields(said)), None),
        What::OtherId(old) => entry("other-id", Some(Value::from(old.as_str())), None),
        What::Says { field, was, becomes } => ChangeEntry {
            field: Some(*field),
            ..entry("says", Some(Value::from(was.as_str())), Some(Value::from(becomes.as_str())))
        },
    }
}

/// What something says, by field.
fn fields(said: &[(Field, String)]) -> Value {
    let entry = |(field, text): &(Field, String)| {
        let key = serde_json::to_value(field).ok()?.as_str()?.to_owned();
        Some((key, Value::from(text.as_str())))
    };
    Value::Object(said.iter().filter_map(entry).collect::<Map<String, Value>>())
}

fn persona(change: &PersonaChange) -> PersonaEntry<'_> {
    let verdicts = change.verdicts.iter().map(|one| VerdictEntry {
        scheme: &one.scheme,
        was: names::verdict(one.was),
        becomes: names::verdict(one.becomes),
    });
    PersonaEntry {
        file: &change.file,
        name: &change.name,
        verdicts: verdicts.collect(),
        left_out: &change.left_out,
    }
}
