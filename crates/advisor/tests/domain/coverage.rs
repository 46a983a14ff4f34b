//! What the rules cover and how fresh they are.

use crate::small::{day, edition, rulebook, scheme};
use steunwijzer_advisor::coverage::{
    FigureDue, FigureState, Overview, PlaceCount, RoleCount, SchemeCount, TableId, places_of,
};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_engine::rulebook::{
    Amounts, Kind, Level, ParameterId, Predicate, Role, Rulebook, SourceKind, Status, Step,
};

const DAY: &str = "2026-11-21";

fn on(as_on: &str) -> Overview<'static> {
    Overview::of(rulebook(), day(as_on))
}

/// The row of a municipality in the small rulebook.
fn municipality(code: &str) -> usize {
    rulebook().municipalities.iter().position(|one| one.code == code).unwrap()
}

#[test]
fn schemes_are_counted_by_kind_level_status_and_amount() {
    let overview = on(DAY);
    assert_eq!(overview.kinds, [(Kind::Fund, 1), (Kind::WageSubsidy, 1)]);
    assert_eq!(overview.levels, [(Level::Municipal, 1), (Level::National, 1)]);
    assert_eq!(overview.statuses, [(Status::Open, 2)]);
    let amounts: Vec<(bool, usize)> =
        overview.amounts.iter().map(|(one, count)| (matches!(one, Amounts::Lines(_)), *count)).collect();
    assert_eq!(amounts, [(false, 1), (true, 1)]);
}

#[test]
fn a_group_of_alternatives_counts_as_its_routes() {
    let expected = SchemeCount {
        scheme: scheme("garden-fund"),
        tests: 3, // place, small, route-foundation
        judged: 1,
        steps: 0,
        remarks: 0,
        second_check: false,
        before: day("2027-05-21"),
    };
    let overview = on(DAY);
    assert_eq!(overview.schemes.iter().find(|one| one.scheme == scheme("garden-fund")), Some(&expected));
}

#[test]
fn conditions_are_counted_by_role_and_evidence() {
    let mut rules = rulebook().clone();
    let judged = rules.conditions.iter_mut().find(|one| one.role == Role::Judged).unwrap();
    judged.background = true;
    let roles = Overview::of(&rules, day(DAY)).roles;
    let of = |role, page, background| RoleCount { role, page, background };
    let expected =
        [of(Role::Test, 5, 0), of(Role::Judged, 0, 1), of(Role::Step, 0, 0), of(Role::Remark, 0, 0)];
    assert_eq!(roles, expected);
}

#[test]
fn sources_have_the_day_of_their_oldest_check() {
    let mut rules = rulebook().clone();
    let law = rules.sources.iter().position(|source| source.kind == SourceKind::Law).unwrap();
    let mut older = rules.sources[law].clone();
    older.checked = day("2026-03-01");
    rules.sources.push(older);
    let sources = Overview::of(&rules, day(DAY)).sources;
    assert_eq!(
        (sources[0].kind, sources[0].count, sources[0].oldest),
        (SourceKind::Law, 2, day("2026-03-01"))
    );
    assert_eq!((sources[1].kind, sources[1].background), (SourceKind::Official, 1));
}

#[test]
fn a_review_is_due_from_sixty_days_before_and_overdue_after_its_day() {
    let count = |as_on| {
        let overview = on(as_on);
        (overview.overdue(), overview.due_soon())
    };
    assert_eq!(count("2027-03-21"), (0, 0));
    assert_eq!(count("2027-03-22"), (0, 2));
    assert_eq!(count("2027-05-21"), (0, 2));
    assert_eq!(count("2027-05-22"), (2, 0));
}

#[test]
fn municipalities_with_local_rules_are_counted_by_province() {
    let local = on(DAY).local;
    assert_eq!(local.municipalities, 4);
    assert_eq!(local.known.len(), 3);
    let drenthe = &local.provinces[0];
    assert_eq!((drenthe.municipalities, drenthe.known, drenthe.municipal, drenthe.regional), (2, 1, 1, 0));
}

#[test]
fn an_abolished_municipality_does_not_count() {
    let mut rules = rulebook().clone();
    rules.municipalities[municipality("GM0106")].until = Some(day("2026-11-20"));
    let local = Overview::of(&rules, day(DAY)).local;
    assert_eq!((local.municipalities, local.known.len()), (3, 2));
}

#[test]
fn a_scheme_that_ended_is_no_local_rule() {
    let mut rules = rulebook().clone();
    for one in &mut rules.schemes {
        one.status = Status::Ended(day("2025-01-01"));
    }
    assert_eq!(Overview::of(&rules, day(DAY)).local.known, Vec::<PlaceCount>::new());
}

#[test]
fn a_condition_that_excludes_places_holds_elsewhere() {
    let mut rules = rulebook().clone();
    let (from, _) = rules.conditions_of(scheme("garden-fund"))[0].program;
    let only_utrecht = only(&mut rules, municipality("GM0344"));
    rules.steps[from as usize] = only_utrecht;
    let utrecht = places_of(&rules, scheme("garden-fund")).unwrap();
    assert!(utrecht.has(municipality("GM0344")) && !utrecht.has(municipality("GM0106")));
    rules.steps.extend([only_utrecht, Step::Not]);
    let end = u32::try_from(rules.steps.len()).unwrap();
    let first = rules.schemes[scheme("garden-fund").row()].conditions.0 as usize;
    rules.conditions[first].program = (end - 2, end);
    let elsewhere = places_of(&rules, scheme("garden-fund")).unwrap();
    assert!(!elsewhere.has(municipality("GM0344")) && elsewhere.has(municipality("GM0106")));
}

/// A step that tests whether the organisation is in one municipality.
fn only(rules: &mut Rulebook, row: usize) -> Step {
    let old = rules.predicates.iter().position(|one| matches!(one, Predicate::PlaceIn(..))).unwrap();
    let Predicate::PlaceIn(_, set) = rules.predicates[old] else { panic!("no place") };
    rules.place_sets[set.row()] = vec![1 << row];
    Step::Test(steunwijzer_engine::rulebook::PredicateId(u16::try_from(old).unwrap()))
}

#[test]
fn a_scheme_for_everybody_is_bound_to_no_place() {
    assert_eq!(places_of(rulebook(), scheme("youth-bonus")), None);
}

#[test]
fn a_figure_past_its_review_is_named() {
    let due = |state| vec![FigureDue { parameter: ParameterId(0), state }];
    assert_eq!(on("2027-01-01").figures, []);
    assert_eq!(on("2027-01-02").figures, due(FigureState::PastReview(day("2027-01-01"))));
}

#[test]
fn a_figure_that_ends_soon_or_ended_is_named() {
    let mut rules = rulebook().clone();
    rules.parameters[0].values[1].until = Some(day("2026-12-31"));
    let state = |as_on: &str| Overview::of(&rules, day(as_on)).figures.first().map(|due| due.state);
    assert_eq!(state("2026-10-31"), None);
    assert_eq!(state("2026-11-01"), Some(FigureState::Ends(day("2026-12-31"))));
    assert_eq!(state("2027-01-01"), Some(FigureState::Ended(day("2026-12-31"))));
}

#[test]
fn a_figure_that_is_followed_by_another_does_not_end() {
    assert_eq!(on("2025-12-01").figures, []);
}

#[test]
fn every_row_has_a_cell_under_every_head() {
    for (lang, words) in [(Lang::Nl, &edition().nl), (Lang::En, &edition().en)] {
        for table in on("2027-06-01").tables(lang, words) {
            for row in &table.rows {
                assert_eq!(row.len(), table.heads.len(), "{:?}", table.id);
            }
        }
    }
}

#[test]
fn totals_and_tables_say_the_same_number_of_places() {
    let overview = on(DAY);
    let said = overview.totals(Lang::Nl);
    assert!(said.contains(&"Van 3 van de 4 gemeenten kennen wij eigen regels.".to_owned()), "{said:?}");
    let tables = overview.tables(Lang::Nl, &edition().nl);
    let places = tables.iter().find(|table| table.id == TableId::Municipalities).unwrap();
    assert_eq!(places.rows.len(), 3);
}

#[test]
fn large_totals_are_written_as_the_language_writes_them() {
    let mut rules = rulebook().clone();
    rules.sources = vec![rules.sources[0].clone(); 1_234];
    let said = Overview::of(&rules, day(DAY)).totals(Lang::En);
    assert_eq!(said[0], "This edition knows 2 schemes with 6 conditions from 1,234 sources.");
}
