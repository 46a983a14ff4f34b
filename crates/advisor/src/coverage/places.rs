//! Where schemes hold: sets of municipalities, from the conditions that speak of a place only.

use std::iter::zip;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::expression::{Node, NodeId};
use steunwijzer_engine::rulebook::{
    Condition, Level, PlaceSetId, Predicate, Province, Role, Rulebook, Scheme, SchemeId, Status, Step,
};

/// A set of municipalities: one bit for each row of the rulebook's municipalities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places(Vec<u64>);

/// Where something holds; `None`: it names no place.
type Bound = Option<Places>;

impl Places {
    fn nowhere(rulebook: &Rulebook) -> Places {
        Places(vec![0; rulebook.municipalities.len().div_ceil(64)])
    }

    /// Whether the municipality in this row is one of them.
    pub fn has(&self, municipality: usize) -> bool {
        self.0.get(municipality / 64).is_some_and(|word| word >> (municipality % 64) & 1 == 1)
    }

    fn others(&self) -> Places {
        Places(self.0.iter().map(|word| !word).collect())
    }
}

fn in_both(one: Bound, other: Bound) -> Bound {
    match (one, other) {
        (Some(a), Some(b)) => Some(Places(zip(a.0, b.0).map(|(a, b)| a & b).collect())),
        (bound, None) | (None, bound) => bound,
    }
}

fn in_either(one: Bound, other: Bound) -> Bound {
    match (one, other) {
        (Some(a), Some(b)) => Some(Places(zip(a.0, b.0).map(|(a, b)| a | b).collect())),
        (_, None) | (None, _) => None,
    }
}

/// The municipalities in which a scheme holds, whichever place it asks about: of the organisation,
/// the plan or the employee. `None` if it is not bound to any.
pub fn places_of(rulebook: &Rulebook, scheme: SchemeId) -> Option<Places> {
    let conditions = rulebook.conditions_of(scheme);
    let mut found = None;
    let mut row = 0;
    while let Some(condition) = conditions.get(row) {
        let routes = usize::from(condition.routes);
        let of_routes = conditions.get(row + 1..=row + routes).unwrap_or_default();
        if condition.place_only && condition.role == Role::Test {
            let here = match of_routes {
                [] => places_of_condition(rulebook, condition),
                [first, rest @ ..] => rest.iter().fold(places_of_condition(rulebook, first), |all, route| {
                    in_either(all, places_of_condition(rulebook, route))
                }),
            };
            found = in_both(found, here);
        }
        row += 1 + routes;
    }
    found
}

/// The municipalities in which a condition can hold: its program, run over sets of places instead of
/// truths. `None` if it names no place.
pub fn places_of_condition(rulebook: &Rulebook, condition: &Condition) -> Option<Places> {
    let (from, to) = condition.program;
    let mut stack: Vec<Bound> = Vec::new();
    for step in rulebook.steps.get(from as usize..to as usize).unwrap_or_default() {
        let mut take = || stack.pop().flatten();
        let bound = match step {
            Step::Test(id) => match rulebook.predicates.get(id.row()) {
                Some(Predicate::PlaceIn(_, set)) => place_set(rulebook, *set),
                Some(Predicate::Expression(node)) => places_of_node(rulebook, *node),
                Some(Predicate::Within(..) | Predicate::OneOf(..) | Predicate::Has(..)) | None => None,
            },
            Step::Always(true) => None,
            Step::Always(false) => Some(Places::nowhere(rulebook)),
            Step::And => in_both(take(), take()),
            Step::Or => in_either(take(), take()),
            Step::Not => take().map(|places| places.others()),
        };
        stack.push(bound);
    }
    stack.pop().flatten()
}

fn places_of_node(rulebook: &Rulebook, id: NodeId) -> Bound {
    let of = |part: &NodeId| places_of_node(rulebook, *part);
    match rulebook.nodes.get(id.row()) {
        Some(Node::PlaceIn(_, set)) => place_set(rulebook, *set),
        Some(Node::And(a, b)) => in_both(of(a), of(b)),
        Some(Node::Or(a, b)) => in_either(of(a), of(b)),
        Some(Node::Not(a)) => of(a).map(|places| places.others()),
        _ => None,
    }
}

fn place_set(rulebook: &Rulebook, set: PlaceSetId) -> Bound {
    rulebook.place_sets.get(set.row()).map(|words| Places(words.clone()))
}

/// Places for which we know local rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalRules {
    /// The number of municipalities on the day.
    pub municipalities: usize,
    /// Municipalities of which we know at least one scheme, in the order of the rulebook.
    pub known: Vec<PlaceCount>,
    /// Every province, in the order of the rulebook.
    pub provinces: Vec<ProvinceCount>,
}

/// What we know of a municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceCount {
    /// The row in the rulebook's municipalities.
    pub municipality: usize,
    /// The number of its own schemes.
    pub schemes: usize,
}

/// What we know of a province.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProvinceCount {
    /// The row in the rulebook's provinces.
    pub province: usize,
    /// The number of its municipalities on the day.
    pub municipalities: usize,
    /// The number of those of which we know at least one scheme.
    pub known: usize,
    /// The number of schemes of its municipalities.
    pub municipal: usize,
    /// The number of schemes of the province and its regions.
    pub regional: usize,
}

impl LocalRules {
    /// Counts local schemes that still exist, by place.
    pub(super) fn of(rulebook: &Rulebook, as_on: Date) -> LocalRules {
        let municipal = local(rulebook, Level::Municipal);
        let regional = local(rulebook, Level::Regional);
        let existing: Vec<usize> = rulebook
            .municipalities
            .iter()
            .enumerate()
            .filter(|(_, one)| {
                one.from.is_none_or(|from| from <= as_on) && one.until.is_none_or(|until| as_on <= until)
            })
            .map(|(row, _)| row)
            .collect();
        let counts = existing.iter().map(|&municipality| PlaceCount {
            municipality,
            schemes: municipal.iter().filter(|places| places.has(municipality)).count(),
        });
        let known: Vec<PlaceCount> = counts.filter(|place| place.schemes > 0).collect();
        let province_count = |(row, province): (usize, &Province)| {
            let rows = usize::from(province.first)..=usize::from(province.last);
            let of =
                |all: &[Places]| all.iter().filter(|places| rows.clone().any(|one| places.has(one))).count();
            ProvinceCount {
                province: row,
                municipalities: existing.iter().filter(|one| rows.contains(one)).count(),
                known: known.iter().filter(|place| rows.contains(&place.municipality)).count(),
                municipal: of(&municipal),
                regional: of(&regional),
            }
        };
        let provinces = rulebook.provinces.iter().enumerate().map(province_count).collect();
        LocalRules { municipalities: existing.len(), known, provinces }
    }
}

/// Where the schemes of a level hold that still exist and are bound to a place.
pub(crate) fn local(rulebook: &Rulebook, level: Level) -> Vec<Places> {
    let still_there = |scheme: &Scheme| scheme.level == level && !matches!(scheme.status, Status::Ended(_));
    let schemes = (0u16..).zip(&rulebook.schemes).filter(|(_, scheme)| still_there(scheme));
    schemes.filter_map(|(row, _)| places_of(rulebook, SchemeId(row))).collect()
}
