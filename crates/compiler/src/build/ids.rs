//! Ids: unique within their kind, and known where they are used.

use crate::diagnostic::{Log, Placed};
use crate::nearest::did_you_mean;
use crate::read::Rules;
use crate::read::sources::Citation as WrittenCitation;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use steunwijzer_engine::rulebook::{Citation, SchemeId, SourceId};

use super::texts::Texts;

/// The rows of everything that is named by an id in another file.
pub(super) struct Ids<'a> {
    log: &'a Log,
    sources: HashMap<&'a str, u16>,
    schemes: HashMap<&'a str, u16>,
    cited: RefCell<BTreeSet<u16>>,
}

impl<'a> Ids<'a> {
    /// Takes all ids; reports those that occur twice.
    pub(super) fn new(rules: &'a Rules, log: &'a Log) -> Ids<'a> {
        let questions = rules.topics.iter().flat_map(|topic| &topic.questions);
        unique(log, "question", questions.map(|question| &question.id));
        unique(log, "topic", rules.topics.iter().map(|topic| &topic.id));
        unique(log, "conflict", rules.conflicts.iter().map(|conflict| &conflict.id));
        let parameters = rules.parameters.iter().map(|parameter| &parameter.id);
        let definitions = rules.definitions.iter().map(|definition| &definition.id);
        unique(log, "parameter or definition", parameters.chain(definitions));
        unique(log, "municipality", rules.places.municipalities.iter().map(|place| &place.code));
        unique(log, "province", rules.places.provinces.iter().map(|province| &province.name));
        Ids {
            log,
            sources: unique(log, "source", rules.sources.iter().map(|source| &source.id)),
            schemes: unique(log, "scheme", rules.schemes.iter().map(|scheme| &scheme.id)),
            cited: RefCell::default(),
        }
    }

    /// Citations by row; unknown sources are reported.
    pub(super) fn citations(&self, citations: &[WrittenCitation], texts: &mut Texts) -> Vec<Citation> {
        let known = citations.iter().filter_map(|citation| {
            let source = self.source(&citation.id)?;
            let at = texts.same_optional(citation.at.as_ref());
            Some(Citation { source, at })
        });
        known.collect()
    }

    /// The row of a source, which is cited by this; an unknown one is reported.
    pub(super) fn source(&self, id: &Placed<String>) -> Option<SourceId> {
        let row = self.find(&self.sources, "source", id)?;
        self.cited.borrow_mut().insert(row);
        Some(SourceId(row))
    }

    /// The row of a scheme; an unknown one is reported.
    pub(super) fn scheme(&self, id: &Placed<String>) -> Option<SchemeId> {
        self.find(&self.schemes, "scheme", id).map(SchemeId)
    }

    /// The sources that were cited so far.
    pub(super) fn cited(&self) -> BTreeSet<u16> {
        self.cited.borrow().clone()
    }

    fn find(&self, known: &HashMap<&str, u16>, kind: &str, id: &Placed<String>) -> Option<u16> {
        let row = known.get(id.as_str()).copied();
        if row.is_none() && !self.log.is_broken(id) {
            let message = format!("there is no {kind} `{}`", id.value);
            let mut names: Vec<&str> = known.keys().copied().collect();
            names.sort_unstable();
            self.log.error(id.at, message, did_you_mean(id, names.iter().copied()));
        }
        row
    }
}

/// The row of each id; reports those that occur twice.
pub(super) fn unique<'a>(
    log: &Log,
    kind: &str,
    ids: impl Iterator<Item = &'a Placed<String>>,
) -> HashMap<&'a str, u16> {
    let mut rows = HashMap::new();
    for (row, id) in ids.enumerate() {
        let row = u16::try_from(row).unwrap_or(u16::MAX);
        if rows.insert(id.as_str(), row).is_some() {
            let message = format!("there is another {kind} `{}`", id.value);
            log.error(id.at, message, "give this one another id, or take one of the two out");
        }
    }
    rows
}
