//! An edition as things with fields: texts that do not depend on the order of its tables.

use serde::Serialize;

/// Something an edition holds.
#[derive(Clone, Debug)]
pub(crate) struct Thing {
    pub(crate) kind: ThingKind,
    /// Its name in the rule files; of a period its first day.
    pub(crate) id: String,
    /// What people call it.
    pub(crate) name: String,
    pub(crate) fields: Vec<(Field, Said)>,
    /// What it is made of.
    pub(crate) parts: Vec<Thing>,
    /// For whom a change of it matters.
    pub(crate) whom: Whom,
}

/// What something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ThingKind {
    Scheme,
    Condition,
    Line,
    Question,
    Option,
    Parameter,
    Period,
    Definition,
    Conflict,
    Source,
}

/// What is said of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Field {
    Name,
    Summary,
    Kind,
    Level,
    Claim,
    Subject,
    StateAid,
    Status,
    Windows,
    Review,
    Amount,
    Provider,
    Decides,
    LeadTime,
    Address,
    Steps,
    Documents,
    Pitfalls,
    Relations,
    Role,
    Test,
    Text,
    Evidence,
    Sources,
    Refer,
    Group,
    Value,
    Ceiling,
    Shown,
    Formula,
    Help,
    Bounds,
    AskedIf,
    Otherwise,
    Changeable,
    Until,
    Assumed,
    Publisher,
    ContentDate,
    Checked,
}

/// What a field says. Compared in both languages, shown in one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    /// In the language of the output.
    pub(crate) shown: String,
    /// In the other language; empty for what is the same in both.
    pub(crate) other: String,
}

impl Said {
    /// The same in both languages.
    pub(crate) fn plain(text: impl Into<String>) -> Said {
        Said { shown: text.into(), other: String::new() }
    }
}

/// For whom a change matters: nothing but what the rules themselves say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Whom {
    /// Who is judged; empty if it is not about one kind of subject.
    pub(crate) subject: String,
    /// Where it holds; empty for everywhere.
    pub(crate) places: Vec<String>,
    /// The questions whose answers decide it.
    pub(crate) questions: Vec<Deciding>,
    /// The schemes that use it.
    pub(crate) schemes: Vec<SchemeName>,
}

/// A question whose answer decides something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Deciding {
    pub(crate) id: String,
    pub(crate) label: String,
    /// The answers that meet the condition, if it asks for these alone.
    pub(crate) values: Vec<String>,
}

/// A scheme by its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SchemeName {
    pub(crate) id: String,
    pub(crate) name: String,
}

impl Whom {
    /// Adds for whom another change matters.
    pub(crate) fn add(&mut self, other: &Whom) {
        if self.subject.is_empty() {
            self.subject.clone_from(&other.subject);
        }
        if self.places.is_empty() {
            self.places.clone_from(&other.places);
        }
        for question in &other.questions {
            match self.questions.iter_mut().find(|seen| seen.id == question.id) {
                // Two conditions that ask for other answers: the label says enough.
                Some(seen) if seen.values != question.values => seen.values.clear(),
                Some(_) => {}
                None => self.questions.push(question.clone()),
            }
        }
        for scheme in &other.schemes {
            if !self.schemes.contains(scheme) {
                self.schemes.push(scheme.clone());
            }
        }
    }
}
