//! What follows from the rules and is the same in both languages: who uses what, and where it holds.

use crate::address::slug;
use std::collections::BTreeMap;
use steunwijzer_advisor::coverage::{Places, places_of};
use steunwijzer_compiler::Edition;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{
    Amounts, Citation, ConditionId, DefinitionId, Kind, Level, ParameterId, QuestionId, Rulebook, Scheme,
    SchemeId, SourceId, Status,
};

/// What rests on a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    Condition(ConditionId),
    /// An amount line, by its row.
    Line(usize),
    /// A round, whichever.
    Round,
    /// A pitfall, by its row.
    Pitfall(usize),
    /// A relation, by its row.
    Relation(usize),
}

/// What rests on a source, by scheme; and which figures and notions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Uses {
    pub(crate) schemes: BTreeMap<u16, Vec<Use>>,
    pub(crate) parameters: Vec<ParameterId>,
    pub(crate) definitions: Vec<DefinitionId>,
}

/// A municipality with a page.
#[derive(Clone, Debug)]
pub(crate) struct Municipality {
    /// Its row in the rulebook.
    pub(crate) row: usize,
    /// Its name in addresses.
    pub(crate) slug: String,
    /// The row of its province.
    pub(crate) province: usize,
}

/// What a municipality has.
#[derive(Clone, Debug, Default)]
pub(crate) struct Local {
    pub(crate) own: Vec<SchemeId>,
    pub(crate) regional: Vec<SchemeId>,
    pub(crate) others: Vec<SchemeId>,
}

/// What follows from the rules.
pub(crate) struct Known<'e> {
    pub(crate) rulebook: &'e Rulebook,
    /// Municipalities that exist on the day, in the order of the rulebook.
    pub(crate) municipalities: Vec<Municipality>,
    /// Where each scheme holds; none: anywhere.
    pub(crate) places: Vec<Option<Places>>,
    /// The schemes that use a question.
    users: Vec<Vec<SchemeId>>,
    uses: Vec<Uses>,
}

impl<'e> Known<'e> {
    pub(crate) fn of(edition: &'e Edition, as_on: Date) -> Known<'e> {
        let rulebook = &edition.rulebook;
        Known {
            rulebook,
            municipalities: municipalities(rulebook, as_on),
            places: schemes(rulebook).map(|(id, _)| places_of(rulebook, id)).collect(),
            users: users(rulebook),
            uses: uses(rulebook),
        }
    }

    /// The schemes that use a question, in the order of the rulebook.
    pub(crate) fn users(&self, question: QuestionId) -> &[SchemeId] {
        self.users.get(question.row()).map_or(&[], Vec::as_slice)
    }

    /// What rests on a source.
    pub(crate) fn uses(&self, source: SourceId) -> Option<&Uses> {
        self.uses.get(source.row())
    }

    /// The municipality in this row, if it has a page.
    pub(crate) fn place(&self, row: usize) -> Option<&Municipality> {
        self.municipalities.iter().find(|place| place.row == row)
    }

    /// Where a scheme holds; none: anywhere.
    pub(crate) fn places(&self, scheme: SchemeId) -> Option<&Places> {
        self.places.get(scheme.row())?.as_ref()
    }

    /// The kinds of the schemes, in the order of the list of kinds.
    pub(crate) fn kinds(&self) -> Vec<Kind> {
        let mut kinds: Vec<Kind> = self.rulebook.schemes.iter().map(|scheme| scheme.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// The schemes that still exist and hold in this municipality because of where it is.
    pub(crate) fn local(&self, row: usize) -> Local {
        let mut local = Local::default();
        for (id, scheme) in self.living() {
            match (self.places(id), scheme.level) {
                (Some(places), _) if !places.has(row) => {}
                (Some(_), Level::Municipal) => local.own.push(id),
                (Some(_), Level::Regional) => local.regional.push(id),
                (Some(_), Level::National | Level::Eu | Level::Private) => local.others.push(id),
                (None, _) => {}
            }
        }
        local
    }

    /// The schemes that still exist and are not bound to a place.
    pub(crate) fn everywhere(&self) -> Vec<SchemeId> {
        self.living().map(|(id, _)| id).filter(|id| self.places(*id).is_none()).collect()
    }

    fn living(&self) -> impl Iterator<Item = (SchemeId, &'e Scheme)> {
        schemes(self.rulebook).filter(|(_, scheme)| !matches!(scheme.status, Status::Ended(_)))
    }
}

/// Every scheme with its id.
pub(crate) fn schemes(rulebook: &Rulebook) -> impl Iterator<Item = (SchemeId, &Scheme)> {
    (0u16..).zip(&rulebook.schemes).map(|(row, scheme)| (SchemeId(row), scheme))
}

fn municipalities(rulebook: &Rulebook, as_on: Date) -> Vec<Municipality> {
    let exists = |row: usize| {
        rulebook.municipalities.get(row).filter(|one| {
            one.from.is_none_or(|from| from <= as_on) && one.until.is_none_or(|until| as_on <= until)
        })
    };
    let of_province = |(province, found): (usize, &steunwijzer_engine::rulebook::Province)| {
        (usize::from(found.first)..=usize::from(found.last)).map(move |row| (province, row))
    };
    let rows = rulebook.provinces.iter().enumerate().flat_map(of_province);
    rows.filter_map(|(province, row)| Some(Municipality { row, slug: slug(&exists(row)?.name), province }))
        .collect()
}

fn users(rulebook: &Rulebook) -> Vec<Vec<SchemeId>> {
    let mut users = vec![Vec::new(); rulebook.questions.len()];
    for (id, scheme) in schemes(rulebook) {
        let conditions = rulebook.conditions_of(id).iter().flat_map(|condition| &condition.questions);
        let lines = lines(scheme).iter().flat_map(|line| &line.questions);
        for question in conditions.chain(lines) {
            let Some(own) = users.get_mut(question.row()) else { continue };
            if own.last() != Some(&id) {
                own.push(id);
            }
        }
    }
    users
}

/// The amount lines of a scheme.
pub(crate) fn lines(scheme: &Scheme) -> &[steunwijzer_engine::rulebook::AmountLine] {
    match &scheme.amounts {
        Amounts::Lines(lines) => lines,
        Amounts::InConsultation | Amounts::NoMoney | Amounts::Unknown => &[],
    }
}

fn uses(rulebook: &Rulebook) -> Vec<Uses> {
    let mut uses = vec![Uses::default(); rulebook.sources.len()];
    for (id, scheme) in schemes(rulebook) {
        let mut add = |citations: &[Citation], what: Use| {
            for citation in citations {
                let Some(own) = uses.get_mut(citation.source.row()) else { continue };
                let of_scheme = own.schemes.entry(id.0).or_default();
                if !of_scheme.contains(&what) {
                    of_scheme.push(what);
                }
            }
        };
        for row in scheme.conditions.0..scheme.conditions.1 {
            let Some(condition) = rulebook.conditions.get(row as usize) else { continue };
            let Ok(row) = u16::try_from(row) else { continue };
            add(&condition.sources, Use::Condition(ConditionId(row)));
        }
        lines(scheme).iter().enumerate().for_each(|(row, line)| add(&line.sources, Use::Line(row)));
        scheme.windows.iter().for_each(|window| add(&window.sources, Use::Round));
        let pitfalls = scheme.pitfalls.iter().enumerate();
        pitfalls.for_each(|(row, (_, sources))| add(sources, Use::Pitfall(row)));
        let relations = scheme.relations.iter().enumerate();
        relations.for_each(|(row, relation)| add(&relation.sources, Use::Relation(row)));
    }
    for (row, parameter) in (0u16..).zip(&rulebook.parameters) {
        let assumed = parameter.when_unknown.iter().flat_map(|range| &range.sources);
        for citation in parameter.values.iter().flat_map(|value| &value.sources).chain(assumed) {
            let Some(own) = uses.get_mut(citation.source.row()) else { continue };
            if own.parameters.last() != Some(&ParameterId(row)) {
                own.parameters.push(ParameterId(row));
            }
        }
    }
    for (row, definition) in (0u16..).zip(&rulebook.definitions) {
        for citation in &definition.sources {
            let Some(own) = uses.get_mut(citation.source.row()) else { continue };
            if own.definitions.last() != Some(&DefinitionId(row)) {
                own.definitions.push(DefinitionId(row));
            }
        }
    }
    uses
}
