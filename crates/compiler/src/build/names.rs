//! What the names in expressions stand for.

use crate::feel::{
    DefinitionName, Known, LineName, ListName, Names, ParameterName, QuestionName, Type, Uses,
};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, HashMap};
use steunwijzer_engine::expression::NodeId;
use steunwijzer_engine::rulebook::{
    Figures, List, ListId, Parameter, ParameterId, Province, Question, QuestionId, Rulebook,
};

/// Everything that has a name in expressions, as far as it has been compiled.
#[derive(Default)]
pub(super) struct Book {
    pub(super) questions: Vec<Question>,
    pub(super) lists: Vec<List>,
    pub(super) definitions: BTreeMap<String, Definition>,
    /// The earlier amount lines of the scheme that is compiled.
    pub(super) lines: Vec<(String, LineName)>,
    rows: HashMap<String, u16>,
    parameters: BTreeMap<String, ParameterName>,
    provinces: Vec<Province>,
    municipalities: BTreeMap<String, u16>,
    regions: BTreeMap<String, Vec<u64>>,
}

/// A compiled definition.
pub(super) struct Definition {
    pub(super) node: NodeId,
    pub(super) ty: Type,
    pub(super) list: Option<ListId>,
    pub(super) uses: Uses,
}

impl Book {
    /// The names of questions, lists, parameters and places of a rulebook.
    pub(super) fn new(rulebook: &Rulebook) -> Book {
        let mut book = Book {
            questions: rulebook.questions.clone(),
            lists: rulebook.lists.clone(),
            provinces: rulebook.provinces.clone(),
            ..Book::default()
        };
        for (row, question) in (0..).zip(&rulebook.questions) {
            book.rows.insert(question.id.clone(), row);
        }
        for (row, parameter) in (0..).zip(&rulebook.parameters) {
            if let Some(name) = parameter_name(ParameterId(row), parameter) {
                book.parameters.insert(parameter.id.clone(), name);
            }
        }
        let words = rulebook.municipalities.len().div_ceil(64);
        for (row, place) in (0u16..).zip(&rulebook.municipalities) {
            book.municipalities.insert(place.code.clone(), row);
            let region = book.regions.entry(place.region.clone());
            let bits = region.or_insert_with(|| vec![0; words]);
            if let Some(word) = bits.get_mut(usize::from(row) / 64) {
                *word |= 1 << (row % 64);
            }
        }
        book
    }

    /// The list whose records an expression with these names speaks of.
    pub(super) fn subject_of(&self, names: &[&str]) -> Option<ListId> {
        names.iter().find_map(|name| {
            let question = self.question(name).and_then(|question| question.list);
            question.or_else(|| self.definitions.get(*name).and_then(|found| found.list))
        })
    }

    /// The list with this name for one record: `hire`.
    pub(super) fn list_with_item(&self, item: &str) -> Option<ListId> {
        let row = self.lists.iter().position(|list| list.item == item)?;
        u16::try_from(row).ok().map(ListId)
    }
}

fn parameter_name(id: ParameterId, parameter: &Parameter) -> Option<ParameterName> {
    let figures = parameter.values.iter().flat_map(|value| match &value.figures {
        Figures::One(figure) => std::slice::from_ref(figure),
        Figures::ByKey { figures, .. } => figures.as_slice(),
    });
    let assumed = parameter.when_unknown.iter().flat_map(|range| [&range.from, &range.to]);
    let all: Vec<Decimal> = figures.chain(assumed).copied().collect();
    let keyed = |figures: &Figures| matches!(figures, Figures::ByKey { .. });
    Some(ParameterName {
        id,
        unit: parameter.unit,
        keyed: parameter.values.iter().any(|value| keyed(&value.figures)),
        range: (all.iter().min().copied()?, all.iter().max().copied()?),
    })
}

impl Names for Book {
    fn question(&self, name: &str) -> Option<QuestionName<'_>> {
        let row = *self.rows.get(name)?;
        let question = self.questions.get(usize::from(row))?;
        Some(QuestionName {
            id: QuestionId(row),
            slot: question.slot,
            list: question.list,
            answer: &question.answer,
        })
    }

    fn parameter(&self, name: &str) -> Option<ParameterName> {
        self.parameters.get(name).copied()
    }

    fn definition(&self, name: &str) -> Option<DefinitionName<'_>> {
        let found = self.definitions.get(name)?;
        Some(DefinitionName { node: found.node, ty: found.ty, list: found.list, uses: &found.uses })
    }

    fn line(&self, name: &str) -> Option<LineName> {
        let found = self.lines.iter().find(|(line, _)| line == name);
        found.map(|(_, line)| *line)
    }

    fn list(&self, name: &str) -> Option<ListName<'_>> {
        let row = self.lists.iter().position(|list| list.id == name)?;
        self.list_of(ListId(u16::try_from(row).ok()?))
    }

    fn list_of(&self, id: ListId) -> Option<ListName<'_>> {
        let list = self.lists.get(id.row())?;
        Some(ListName { id, name: &list.id, item: &list.item, max: list.max })
    }

    fn municipality(&self, code: &str) -> Option<u16> {
        self.municipalities.get(code).copied()
    }

    fn province(&self, name: &str) -> Option<(u16, u16)> {
        let found = self.provinces.iter().find(|province| province.name == name);
        found.map(|province| (province.first, province.last))
    }

    fn region(&self, name: &str) -> Option<Vec<u64>> {
        self.regions.get(name).cloned()
    }

    fn municipality_count(&self) -> usize {
        self.municipalities.len()
    }

    fn known(&self, kind: Known) -> Vec<&str> {
        match kind {
            Known::Question => self.questions.iter().map(|question| question.id.as_str()).collect(),
            Known::Value => {
                let lines = self.lines.iter().map(|(line, _)| line);
                let names = self.parameters.keys().chain(self.definitions.keys()).chain(lines);
                names.map(String::as_str).collect()
            }
            Known::List => self.lists.iter().map(|list| list.id.as_str()).collect(),
            Known::Municipality => self.municipalities.keys().map(String::as_str).collect(),
            Known::Province => self.provinces.iter().map(|province| province.name.as_str()).collect(),
            Known::Region => self.regions.keys().map(String::as_str).collect(),
        }
    }
}
