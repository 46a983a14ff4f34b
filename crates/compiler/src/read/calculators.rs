//! Calculators (`calculators/*.toml`): one file each.

use super::cases::by_name;
use super::questions::{Question, question};
use super::reader::{Entry, Fields, Need, Text};
use super::sources::{Citation, citations};
use crate::diagnostic::Placed;
use steunwijzer_engine::calculators::Special;
use steunwijzer_engine::notation::Written;

/// A calculator.
#[derive(Debug)]
pub(crate) struct Calculator {
    pub(crate) id: Placed<String>,
    pub(crate) order: Placed<i64>,
    pub(crate) title: Text,
    pub(crate) summary: Text,
    pub(crate) explanation: Text,
    pub(crate) asks: Vec<Placed<String>>,
    pub(crate) several: Option<Several>,
    pub(crate) given: Vec<(Placed<String>, Placed<Written>)>,
    pub(crate) schemes: Vec<Placed<String>>,
    pub(crate) definitions: Vec<Placed<String>>,
    pub(crate) special: Option<Special>,
    /// Questions of its own.
    pub(crate) questions: Vec<Question>,
    pub(crate) sources: Vec<Citation>,
}

/// The list of which one tells as many records as there are.
#[derive(Debug)]
pub(crate) struct Several {
    pub(crate) list: Placed<String>,
    /// The name of one record and the most there can be: of a list of its own.
    pub(crate) own: Option<(Placed<String>, Placed<i64>)>,
    pub(crate) title: Text,
    pub(crate) add: Text,
}

/// The words for what Rust works out.
pub(crate) const SPECIALS: &[(&str, Special)] = &[
    ("loan", Special::Loan),
    ("sizes", Special::Sizes),
    ("difficulty", Special::Difficulty),
    ("threshold", Special::Threshold),
    ("aid-room", Special::AidRoom),
];

/// Reads a calculator.
pub(crate) fn read(fields: &Fields<'_>) -> Option<Calculator> {
    let id = fields.required("id", Entry::hyphen_id);
    let order = fields.required("order", |entry| entry.whole(1, 1000));
    let asks = fields.required("questions", |entry| {
        Some(entry.elements()?.into_iter().filter_map(Entry::question_id).collect::<Vec<_>>())
    });
    let several = fields.optional("several", |entry| entry.fields("the list of a calculator", several));
    let given = fields.optional("given", by_name).unwrap_or_default();
    let schemes = fields.list("schemes", Entry::hyphen_id);
    let definitions = fields.list("definitions", Entry::name);
    let special = fields.optional("special", |entry| entry.one_of(SPECIALS));
    let sources = citations(fields, Need::Optional);
    let [title, summary, explanation] = fields.texts([
        ("title", Need::Required),
        ("summary", Need::Required),
        ("explanation", Need::Required),
    ]);
    let questions = fields.list("question", |entry| entry.fields("a question", question));
    if !["schemes", "definitions", "special"].into_iter().any(|key| fields.has(key)) {
        let help = "name what it shows in `schemes`, `definitions` or `special`";
        fields.log().error(fields.at, "this calculator works nothing out", help);
    }
    Some(Calculator {
        id: id?,
        order: order?,
        title: title?,
        summary: summary?,
        explanation: explanation?,
        asks: asks?,
        several,
        given,
        schemes,
        definitions,
        special,
        questions,
        sources,
    })
}

fn several(fields: &Fields<'_>) -> Option<Several> {
    let list = fields.required("list", Entry::name);
    let own = fields.has("item").then(|| {
        let item = fields.required("item", Entry::name);
        let max = fields.required("max", |entry| entry.whole(1, 1000));
        Some((item?, max?))
    });
    let [title, add] = fields.texts([("title", Need::Required), ("add", Need::Required)]);
    Some(Several {
        list: list?,
        own: match own {
            Some(own) => Some(own?),
            None => None,
        },
        title: title?,
        add: add?,
    })
}

impl Calculator {
    /// What visitors read, its own questions left out.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Text> {
        let several = self.several.iter().flat_map(|several| [&several.title, &several.add]);
        [&self.title, &self.summary, &self.explanation].into_iter().chain(several)
    }
}
