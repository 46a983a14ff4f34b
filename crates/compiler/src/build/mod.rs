//! Building: from what the files say to the flat tables of the engine.

mod amounts;
mod calculators;
mod cases;
mod changes;
mod definitions;
mod entangled;
mod expressions;
mod ids;
mod minor;
pub(crate) mod municipal;
mod names;
mod order;
mod parameters;
mod places;
mod questions;
mod schemes;
mod texts;
mod words_in;

use crate::cases::Case;
use crate::changes::Change;
use crate::diagnostic::{At, File, Log};
use crate::feel;
use crate::read::Rules;
use crate::read::reader::Text;
use crate::read::sources::Source as WrittenSource;
use expressions::{Expressions, Mentioned};
use ids::Ids;
use names::Book;
use std::collections::BTreeSet;
use std::sync::Arc;
use steunwijzer_engine::calculators::Calculators;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::municipal::Municipal;
use steunwijzer_engine::rulebook::{Edition, Index, Rulebook, Source, TextId, Words};
use texts::Texts;

/// What was built. It can be used only if there were no mistakes.
pub(crate) struct Built {
    pub(crate) rulebook: Rulebook,
    pub(crate) nl: Words,
    pub(crate) en: Words,
    /// The municipal side in Dutch and in English.
    pub(crate) municipal: (Municipal, Municipal),
    /// What civil servants read.
    pub(crate) municipal_texts: Vec<Text>,
    pub(crate) calculators: Calculators,
    pub(crate) cases: Vec<Case>,
    pub(crate) changes: Vec<Change>,
    /// Where the outcome of each case is written.
    pub(crate) case_places: Vec<At>,
    /// What the expressions mention.
    pub(crate) mentioned: Mentioned,
    /// The sources that are cited.
    pub(crate) cited: BTreeSet<u16>,
}

/// Builds the rulebook; mistakes are taken down and the rest is built as well as can be.
pub(crate) fn rulebook(rules: &Rules, log: &Log) -> Built {
    let mut texts = Texts::default();
    let ids = Ids::new(rules, log);
    let mut rulebook = empty(rules, log.files(), &mut texts);
    let written = questions::fill(&mut rulebook, &rules.topics, &mut texts, log);
    // They stand beside the questions; their conditions can be compiled only later.
    for conflict in &rules.conflicts {
        texts.add(&conflict.text);
    }
    texts.end_questions();
    rulebook.sources = rules.sources.iter().map(|source| source_row(source, &mut texts)).collect();
    places::fill(&mut rulebook, &rules.places, log);
    ids.citations(&rules.places.sources, &mut texts);
    rulebook.parameters =
        rules.parameters.iter().map(|parameter| parameters::row(parameter, &ids, &mut texts, log)).collect();

    let mut expressions = Expressions::new(Book::new(&rulebook), log);
    let definitions =
        definitions::fill(&mut rulebook, &rules.definitions, &mut expressions, &ids, &mut texts);
    definitions::guards(&mut rulebook, &written, &mut expressions);
    definitions::conflicts(&mut rulebook, &rules.conflicts, &mut expressions, &mut texts);
    schemes::fill(&mut rulebook, &rules.schemes, &mut expressions, &ids, &mut texts);

    let mut municipal = municipal::read(&rules.municipal, &rulebook, &ids, &mut expressions);

    let changes = changes::rows(&rules.changes, rulebook.edition.date, &ids, log);
    let calculators = calculators::build(&rules.calculators, &rulebook, &ids, &mut texts, log);
    let shown = rules.calculators.iter().flat_map(|calculator| &calculator.definitions);
    expressions.mentioned.names.extend(shown.map(|id| id.value.clone()));

    let Expressions { tables, mentioned, .. } = expressions;
    rulebook.nodes = tables.nodes().to_vec();
    rulebook.predicates = tables.predicates().to_vec();
    rulebook.steps = tables.steps().to_vec();
    rulebook.place_sets = tables.place_sets().to_vec();
    feel::prune(&mut rulebook, &mut municipal.municipal);
    minor::mark(&mut rulebook);
    let rulebook = rulebook.indexed();
    let (cases, case_places) = cases::rows(&rulebook, rules, &definitions, log);
    let (nl, en) = texts.into_words();
    let municipal_texts = std::mem::take(&mut municipal.plain);
    let municipal = municipal.into_languages(&rulebook.edition.hash);
    let cited = ids.cited();
    Built {
        rulebook,
        nl,
        en,
        municipal,
        municipal_texts,
        calculators,
        cases,
        changes,
        case_places,
        mentioned,
        cited,
    }
}

fn empty(rules: &Rules, files: &[Arc<File>], texts: &mut Texts) -> Rulebook {
    let nothing = texts.same("");
    let edition = rules.edition.as_ref();
    Rulebook {
        edition: Edition {
            date: edition.map_or(Date::MIN, |edition| edition.date),
            hash: check_code(files),
            answers_for: edition.map_or(nothing, |edition| texts.add(&edition.answers_for)),
            report: edition.map_or(nothing, |edition| texts.add(&edition.report)),
        },
        topics: Vec::new(),
        lists: Vec::new(),
        questions: Vec::new(),
        asking_order: Vec::new(),
        conflicts: Vec::new(),
        parameters: Vec::new(),
        definitions: Vec::new(),
        municipalities: Vec::new(),
        provinces: Vec::new(),
        place_sets: Vec::new(),
        sources: Vec::new(),
        nodes: Vec::new(),
        predicates: Vec::new(),
        steps: Vec::new(),
        conditions: Vec::new(),
        schemes: Vec::new(),
        index: Index::default(),
    }
}

/// A check code over the paths and texts of all files (FNV-1a, 64 bits): it tells editions apart,
/// it does not protect against forgery.
fn check_code(files: &[Arc<File>]) -> String {
    let mut code: u64 = 0xcbf2_9ce4_8422_2325;
    let bytes = files.iter().flat_map(|file| {
        let parts = [file.path.as_bytes(), &[0], file.text.as_bytes(), &[0]];
        parts.into_iter().flatten()
    });
    for byte in bytes {
        code = (code ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{code:016x}")
}

fn source_row(written: &WrittenSource, texts: &mut Texts) -> Source {
    let mut same = |text: &str| -> TextId { texts.same(text) };
    Source {
        id: written.id.value.clone(),
        title: same(&written.title),
        publisher: same(&written.publisher),
        url: same(&written.url),
        content_date: written.content_date.value.clone(),
        checked: written.checked.value,
        kind: written.kind,
        evidence: written.evidence,
    }
}
