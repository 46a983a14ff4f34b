//! The real rules as they may become: each scheme several times, for another municipality and with
//! other limits. It says nothing true; it has the shape of what is to come.

use steunwijzer_engine::expression::{Input, Of};
use steunwijzer_engine::rulebook::{
    Condition, PlaceSetId, Predicate, PredicateId, Rulebook, SchemeId, Step,
};

/// The rules with at least this many schemes.
pub fn grown(rules: &Rulebook, schemes: usize) -> Rulebook {
    let mut made = rules.clone();
    let place = rules.question_id("org.place").expect("is asked");
    let own = rules.schemes.len();
    while made.schemes.len() < schemes {
        let number = made.schemes.len();
        let mut scheme = rules.schemes[number % own].clone();
        let (from, to) = scheme.conditions;
        let first = made.conditions.len() as u32;
        let slot = rules.questions[place.row()].slot;
        let town = town(&mut made, number);
        let place_input = Input { question: place, slot, of: Of::Organisation };
        let test = predicate(&mut made, Predicate::PlaceIn(place_input, town));
        let program = program_of(&mut made, &[Step::Test(test)]);
        made.conditions.push(Condition {
            program,
            routes: 0,
            place_only: true,
            questions: vec![place],
            parameters: Vec::new(),
            ..rules.conditions[from as usize].clone()
        });
        for condition in &rules.conditions[from as usize..to as usize] {
            let (from, to) = condition.program;
            let steps: Vec<Step> = rules.steps[from as usize..to as usize]
                .iter()
                .map(|step| match *step {
                    Step::Test(id) => {
                        let other = moved(rules.predicates[id.row()], (number / own) as i64);
                        Step::Test(predicate(&mut made, other))
                    }
                    same => same,
                })
                .collect();
            let program = program_of(&mut made, &steps);
            made.conditions.push(Condition { program, ..condition.clone() });
        }
        scheme.conditions = (first, made.conditions.len() as u32);
        scheme.id = format!("{}-{number}", scheme.id);
        scheme.relations = Vec::new();
        made.schemes.push(scheme);
    }
    for condition in &mut made.conditions {
        condition.refer = condition.refer.filter(|SchemeId(row)| usize::from(*row) < own);
    }
    let made = made.indexed();
    made.check_indices().expect("inside their tables");
    made
}

/// A limit a few percent further.
fn moved(predicate: Predicate, by: i64) -> Predicate {
    let further = |limit: i64| if limit.unsigned_abs() < 1 << 50 { limit + limit / 16 * by } else { limit };
    match predicate {
        Predicate::Within(input, low, high) => Predicate::Within(input, further(low), further(high)),
        same => same,
    }
}

fn town(made: &mut Rulebook, number: usize) -> PlaceSetId {
    let row = number * 37 % made.municipalities.len();
    let mut set = vec![0; made.municipalities.len().div_ceil(64)];
    set[row / 64] |= 1 << (row % 64);
    let known = made.place_sets.iter().position(|other| *other == set);
    PlaceSetId(known.unwrap_or_else(|| {
        made.place_sets.push(set);
        made.place_sets.len() - 1
    }) as u16)
}

fn predicate(made: &mut Rulebook, predicate: Predicate) -> PredicateId {
    let known = made.predicates.iter().position(|other| *other == predicate);
    PredicateId(known.unwrap_or_else(|| {
        made.predicates.push(predicate);
        made.predicates.len() - 1
    }) as u16)
}

fn program_of(made: &mut Rulebook, steps: &[Step]) -> (u32, u32) {
    let first = made.steps.len() as u32;
    made.steps.extend_from_slice(steps);
    (first, made.steps.len() as u32)
}
