//! What the rules cover and how fresh they are.

use super::json;
use crate::edition::words;
use serde::Serialize;
use std::collections::BTreeMap;
use steunwijzer_advisor::coverage::{
    FigureDue, FigureState, Overview, PlaceCount, ProvinceCount, SchemeCount,
};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_compiler::Edition;
use steunwijzer_engine::rulebook::SchemeId;
use steunwijzer_report::names;

#[derive(Serialize)]
struct OverviewReport<'r> {
    edition: String,
    hash: &'r str,
    as_on: String,
    schemes: usize,
    conditions: usize,
    sources: usize,
    without_second_check: usize,
    by_kind: BTreeMap<&'static str, usize>,
    by_level: BTreeMap<&'static str, usize>,
    by_status: BTreeMap<&'static str, usize>,
    by_amount: BTreeMap<&'static str, usize>,
    by_role: BTreeMap<&'static str, RoleEntry>,
    by_source_kind: BTreeMap<&'static str, SourceEntry>,
    places: PlacesEntry<'r>,
    reviews_overdue: Vec<ReviewEntry<'r>>,
    reviews_due_soon: Vec<ReviewEntry<'r>>,
    figures_to_check: Vec<FigureEntry<'r>>,
    per_scheme: Vec<SchemeEntry<'r>>,
}

#[derive(Serialize)]
struct RoleEntry {
    page: usize,
    background: usize,
}

#[derive(Serialize)]
struct SourceEntry {
    count: usize,
    background: usize,
    oldest_check: String,
}

#[derive(Serialize)]
struct PlacesEntry<'r> {
    municipalities: usize,
    known: usize,
    by_province: Vec<ProvinceEntry<'r>>,
    by_municipality: Vec<MunicipalityEntry<'r>>,
}

#[derive(Serialize)]
struct ProvinceEntry<'r> {
    province: &'r str,
    municipalities: usize,
    known: usize,
    /// Schemes of its municipalities.
    municipal: usize,
    /// Schemes of the province and its regions.
    regional: usize,
}

#[derive(Serialize)]
struct MunicipalityEntry<'r> {
    code: &'r str,
    name: &'r str,
    schemes: usize,
}

#[derive(Serialize)]
struct ReviewEntry<'r> {
    scheme: &'r str,
    before: String,
}

#[derive(Serialize)]
struct FigureEntry<'r> {
    parameter: &'r str,
    /// ended, past-review or ends.
    state: &'static str,
    day: String,
}

#[derive(Serialize)]
struct SchemeEntry<'r> {
    scheme: &'r str,
    name: &'r str,
    test: usize,
    judged: usize,
    step: usize,
    remark: usize,
    second_check: bool,
    check_again_before: String,
}

/// The whole count.
pub(crate) fn overview(overview: &Overview<'_>, edition: &Edition, lang: Lang) -> String {
    let rulebook = overview.rulebook;
    let id = |scheme: SchemeId| rulebook.schemes.get(scheme.row()).map_or("", |scheme| scheme.id.as_str());
    let reviews = |overdue: bool| {
        let wanted = overview.reviews.iter().filter(move |review| review.overdue == overdue);
        wanted.map(|one| ReviewEntry { scheme: id(one.scheme), before: one.before.to_string() }).collect()
    };
    let role = |count: &steunwijzer_advisor::coverage::RoleCount| {
        (names::role(count.role), RoleEntry { page: count.page, background: count.background })
    };
    let source = |count: &steunwijzer_advisor::coverage::SourceCount| {
        let oldest_check = count.oldest.to_string();
        let entry = SourceEntry { count: count.count, background: count.background, oldest_check };
        (names::source_kind(count.kind), entry)
    };
    json(&OverviewReport {
        edition: rulebook.edition.date.to_string(),
        hash: &rulebook.edition.hash,
        as_on: overview.as_on.to_string(),
        schemes: rulebook.schemes.len(),
        conditions: overview.conditions(),
        sources: rulebook.sources.len(),
        without_second_check: overview.unchecked(),
        by_kind: overview.kinds.iter().map(|(kind, count)| (names::kind(*kind), *count)).collect(),
        by_level: overview.levels.iter().map(|(level, count)| (names::level(*level), *count)).collect(),
        by_status: overview.statuses.iter().map(|(one, count)| (names::status(*one), *count)).collect(),
        by_amount: overview.amounts.iter().map(|(one, count)| (names::amounts(one), *count)).collect(),
        by_role: overview.roles.iter().map(role).collect(),
        by_source_kind: overview.sources.iter().map(source).collect(),
        places: places(overview),
        reviews_overdue: reviews(true),
        reviews_due_soon: reviews(false),
        figures_to_check: overview.figures.iter().filter_map(|due| figure(overview, due)).collect(),
        per_scheme: overview.schemes.iter().filter_map(|one| scheme(overview, one, edition, lang)).collect(),
    })
}

fn places<'r>(overview: &Overview<'r>) -> PlacesEntry<'r> {
    let rulebook = overview.rulebook;
    let province = |count: &ProvinceCount| {
        Some(ProvinceEntry {
            province: &rulebook.provinces.get(count.province)?.name,
            municipalities: count.municipalities,
            known: count.known,
            municipal: count.municipal,
            regional: count.regional,
        })
    };
    let municipality = |count: &PlaceCount| {
        let found = rulebook.municipalities.get(count.municipality)?;
        Some(MunicipalityEntry { code: &found.code, name: &found.name, schemes: count.schemes })
    };
    PlacesEntry {
        municipalities: overview.local.municipalities,
        known: overview.local.known.len(),
        by_province: overview.local.provinces.iter().filter_map(province).collect(),
        by_municipality: overview.local.known.iter().filter_map(municipality).collect(),
    }
}

fn figure<'r>(overview: &Overview<'r>, due: &FigureDue) -> Option<FigureEntry<'r>> {
    let state = match due.state {
        FigureState::Ended(_) => "ended",
        FigureState::PastReview(_) => "past-review",
        FigureState::Ends(_) => "ends",
    };
    let parameter = overview.rulebook.parameters.get(due.parameter.row())?;
    Some(FigureEntry { parameter: &parameter.id, state, day: due.state.day().to_string() })
}

fn scheme<'r>(
    overview: &Overview<'r>,
    count: &SchemeCount,
    edition: &'r Edition,
    lang: Lang,
) -> Option<SchemeEntry<'r>> {
    let found = overview.rulebook.schemes.get(count.scheme.row())?;
    Some(SchemeEntry {
        scheme: &found.id,
        name: words(edition, lang).get(found.texts.name),
        test: count.tests,
        judged: count.judged,
        step: count.steps,
        remark: count.remarks,
        second_check: count.second_check,
        check_again_before: count.before.to_string(),
    })
}
