//! Where it stands.

use super::{SourceId, TextId};
use crate::date::Date;
use serde::{Deserialize, Serialize};

/// A law or a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name in the rule files.
    pub id: String,
    /// Its title, in its own language.
    pub title: TextId,
    /// Who published it.
    pub publisher: TextId,
    /// Its address.
    pub url: TextId,
    /// The date of its content: a year, a month or a day as written; empty if unknown.
    pub content_date: String,
    /// The day we last looked at it.
    pub checked: Date,
    /// What it is.
    pub kind: SourceKind,
    /// How sure we are of it.
    pub evidence: Evidence,
}

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SourceKind {
    /// A law or a by-law.
    Law,
    /// A page of a public body.
    Official,
    /// A page of who offers the scheme.
    Provider,
    /// A page of somebody else.
    Secondary,
}

/// How sure we are of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Evidence {
    /// The page was seen.
    Page,
    /// Own knowledge, not confirmed.
    Background,
}

/// A source and the place in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// The source.
    pub source: SourceId,
    /// The place in it; may be empty.
    pub at: TextId,
}
