//! Laws and pages (`sources/*.toml`), and the citation of them.

use super::reader::{Entry, Fields, Need};
use crate::diagnostic::Placed;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{Evidence, SourceKind};

/// A law or a page.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) id: Placed<String>,
    pub(crate) title: Placed<String>,
    pub(crate) publisher: Placed<String>,
    pub(crate) url: Placed<String>,
    pub(crate) content_date: Placed<String>,
    pub(crate) checked: Placed<Date>,
    pub(crate) kind: SourceKind,
    pub(crate) evidence: Evidence,
}

/// A source and the place in it.
#[derive(Clone, Debug)]
pub(crate) struct Citation {
    pub(crate) id: Placed<String>,
    pub(crate) at: Option<Placed<String>>,
}

pub(crate) const KINDS: &[(&str, SourceKind)] = &[
    ("law", SourceKind::Law),
    ("official", SourceKind::Official),
    ("provider", SourceKind::Provider),
    ("secondary", SourceKind::Secondary),
];

pub(crate) const EVIDENCE: &[(&str, Evidence)] =
    &[("page", Evidence::Page), ("background", Evidence::Background)];

/// Reads a file of sources.
pub(crate) fn read(fields: &Fields<'_>) -> Option<Vec<Source>> {
    Some(fields.list("source", |entry| entry.fields("a source", source)))
}

fn source(fields: &Fields<'_>) -> Option<Source> {
    let id = fields.required("id", Entry::hyphen_id);
    let title = fields.required("title", Entry::text);
    let publisher = fields.required("publisher", Entry::text);
    let url = fields.required("url", url);
    let content_date = fields.required("content_date", content_date);
    let checked = fields.required("checked", Entry::day);
    let kind = fields.required("kind", |entry| entry.one_of(KINDS));
    let evidence = fields.required("evidence", |entry| entry.one_of(EVIDENCE));
    Some(Source {
        id: id?,
        title: title?,
        publisher: publisher?,
        url: url?,
        content_date: content_date?,
        checked: checked?,
        kind: kind?,
        evidence: evidence?,
    })
}

/// An address of the web.
pub(super) fn url(entry: Entry<'_>) -> Option<Placed<String>> {
    let url = entry.text()?;
    if url.starts_with("https://") || url.starts_with("http://") {
        return Some(url);
    }
    let message = format!("`{}` is not an address", url.value);
    entry.log().error(url.at, message, "write it in full: `https://…`");
    None
}

fn content_date(entry: Entry<'_>) -> Option<Placed<String>> {
    let written = entry.text()?;
    let filled = match written.len() {
        4 => format!("{}-01-01", written.value),
        7 => format!("{}-01", written.value),
        _ => written.value.clone(),
    };
    match written.value.as_str() {
        "unknown" => Some(written.map(|_| String::new())),
        _ if filled.parse::<Date>().is_ok() => Some(written),
        other => {
            let message = format!("`{other}` is not a year, a month or a day");
            let help = "write \"2026\", \"2026-07\", \"2026-07-01\" or \"unknown\"";
            entry.log().error(written.at, message, help);
            None
        }
    }
}

/// The citations in the key `sources`; reported if there are none and one is needed.
pub(crate) fn citations(fields: &Fields<'_>, need: Need) -> Vec<Citation> {
    if need == Need::Optional && !fields.has("sources") {
        return Vec::new();
    }
    let Some(elements) = fields.required("sources", Entry::elements) else {
        return Vec::new();
    };
    if elements.is_empty() {
        let help = "cite the law or page where it stands: `{ id = \"…\", at = \"art. 2\" }`";
        fields.log().error(fields.at, "this has no source", help);
    }
    let citation = |fields: &Fields<'_>| {
        let id = fields.required("id", Entry::hyphen_id);
        let at = fields.optional("at", Entry::text);
        Some(Citation { id: id?, at })
    };
    let elements = elements.into_iter();
    elements.filter_map(|entry| entry.fields("a citation", citation)).collect()
}
