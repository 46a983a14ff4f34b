//! What changed between two editions, and for whom it matters.
//!
//! Each edition is written out as things with fields ([`thing`]); things are matched by their ids
//! and their fields compared. A scheme that is gone while a new one has its name is the same scheme
//! under another id.

mod describe;
mod thing;
mod verdicts;

pub(crate) use thing::{Deciding, Field, Said, ThingKind, Whom};
pub(crate) use verdicts::{PersonaChange, verdicts};

use steunwijzer_advisor::lang::Lang;
use steunwijzer_compiler::Edition;
use thing::Thing;

/// Everything that changed about one thing.
#[derive(Clone, Debug)]
pub(crate) struct ThingChange {
    pub(crate) kind: ThingKind,
    /// Its id now; of what was removed, its id then.
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) changes: Vec<Change>,
    pub(crate) whom: Whom,
}

/// One change.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// The part it is about; none for the thing itself.
    pub(crate) part: Option<PartName>,
    pub(crate) what: What,
}

/// A part of a thing.
#[derive(Clone, Debug)]
pub(crate) struct PartName {
    pub(crate) kind: ThingKind,
    pub(crate) id: String,
    pub(crate) name: String,
}

/// What happened.
#[derive(Clone, Debug)]
pub(crate) enum What {
    /// It is new: what it says.
    Added(Vec<(Field, String)>),
    /// It is gone: what it said.
    Removed(Vec<(Field, String)>),
    /// It has another id; this was the old one.
    OtherId(String),
    /// It says something else.
    Says { field: Field, was: String, becomes: String },
}

/// What changed from one edition to another: schemes first.
pub(crate) fn diff(old: &Edition, new: &Edition, lang: Lang) -> Vec<ThingChange> {
    let mut old = describe::things(old, lang);
    let new = describe::things(new, lang);
    let mut changed = Vec::new();
    for thing in &new {
        let before = take(&mut old, thing).or_else(|| take_renamed(&mut old, &new, thing));
        let changes = match &before {
            Some(before) => compare(before, thing),
            None => whole(thing, What::Added),
        };
        if !changes.is_empty() {
            changed.push(change_of(thing, before.as_ref(), changes));
        }
    }
    for thing in &old {
        let changes = whole(thing, What::Removed);
        changed.push(change_of(thing, None, changes));
    }
    // Schemes first; inside a kind the order of the new edition, what is gone at the end.
    changed.sort_by_key(|change| change.kind as u8);
    changed
}

fn take(from: &mut Vec<Thing>, like: &Thing) -> Option<Thing> {
    let row = from.iter().position(|thing| thing.kind == like.kind && thing.id == like.id)?;
    Some(from.remove(row))
}

/// A scheme of this name whose id is gone.
fn take_renamed(old: &mut Vec<Thing>, new: &[Thing], like: &Thing) -> Option<Thing> {
    let is_gone = |thing: &Thing| !new.iter().any(|other| other.kind == thing.kind && other.id == thing.id);
    let row = old.iter().position(|thing| {
        thing.kind == ThingKind::Scheme
            && like.kind == ThingKind::Scheme
            && thing.name == like.name
            && is_gone(thing)
    })?;
    Some(old.remove(row))
}

fn change_of(thing: &Thing, before: Option<&Thing>, changes: Vec<Change>) -> ThingChange {
    let mut whom = thing.whom.clone();
    let touched = |part: &Thing| {
        let mut parts = changes.iter().filter_map(|change| change.part.as_ref());
        parts.any(|name| name.kind == part.kind && name.id == part.id)
    };
    let is_gone =
        |part: &&Thing| !thing.parts.iter().any(|other| other.kind == part.kind && other.id == part.id);
    let gone = before.iter().flat_map(|before| &before.parts).filter(is_gone);
    for part in thing.parts.iter().chain(gone).filter(|part| touched(part)) {
        whom.add(&part.whom);
    }
    ThingChange { kind: thing.kind, id: thing.id.clone(), name: thing.name.clone(), changes, whom }
}

fn compare(old: &Thing, new: &Thing) -> Vec<Change> {
    let mut changes = Vec::new();
    if old.id != new.id {
        changes.push(Change { part: None, what: What::OtherId(old.id.clone()) });
    }
    changes.extend(fields(old, new).into_iter().map(|what| Change { part: None, what }));
    let mut gone = old.parts.clone();
    for part in &new.parts {
        let whats = match take(&mut gone, part) {
            Some(before) => fields(&before, part),
            None => vec![What::Added(said(part))],
        };
        changes.extend(whats.into_iter().map(|what| Change { part: Some(name_of(part)), what }));
    }
    let removed = |part: &Thing| Change { part: Some(name_of(part)), what: What::Removed(said(part)) };
    changes.extend(gone.iter().map(removed));
    changes
}

/// Something that came or went, with its parts.
fn whole(thing: &Thing, what: fn(Vec<(Field, String)>) -> What) -> Vec<Change> {
    let parts = thing.parts.iter().map(|part| Change { part: Some(name_of(part)), what: what(said(part)) });
    [Change { part: None, what: what(said(thing)) }].into_iter().chain(parts).collect()
}

fn name_of(part: &Thing) -> PartName {
    PartName { kind: part.kind, id: part.id.clone(), name: part.name.clone() }
}

fn fields(old: &Thing, new: &Thing) -> Vec<What> {
    let pairs = old.fields.iter().zip(&new.fields);
    let changed = pairs.filter(|((_, was), (_, becomes))| was != becomes);
    changed
        .map(|((field, was), (_, becomes))| {
            let (was, becomes) = visible(was, becomes);
            What::Says { field: *field, was, becomes }
        })
        .collect()
}

/// Both as shown; in the other language if only that changed.
fn visible(was: &Said, becomes: &Said) -> (String, String) {
    if was.shown == becomes.shown {
        (was.other.clone(), becomes.other.clone())
    } else {
        (was.shown.clone(), becomes.shown.clone())
    }
}

/// What something says: fields that say anything.
fn said(thing: &Thing) -> Vec<(Field, String)> {
    let told = thing.fields.iter().filter(|(_, said)| !said.shown.is_empty());
    told.map(|(field, said)| (*field, said.shown.clone())).collect()
}
