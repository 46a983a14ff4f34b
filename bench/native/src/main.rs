//! Times our engine, a table written by hand and two engines of others on the same model.
//!
//! Prints lines `name | median µs | wrong %`; `cargo xtask bench` makes the table. With a file name
//! as argument it writes the model there, for the contestants in Node.

mod others;
mod table;

use bench_model::plan::Plan;
use bench_model::{Kleene, Model, PROFILES, Profile, SCHEMES, model, ours, right, verdict};
use datalogic_rs::ParsedData;
use datalogic_rs::bumpalo::Bump;
use steunwijzer_engine::judge::Judge;
use std::hint::black_box;
use std::time::Instant;

const ROUNDS: usize = 15;

fn main() {
    let model = model();
    if let Some(file) = std::env::args().nth(1) {
        std::fs::write(file, bench_model::as_text(&model)).expect("the file can be written");
    }
    let contestants: [(&str, Contestant); 4] = [
        ("table written by hand", by_hand(&model)),
        ("Steunwijzer engine", by_us(&model)),
        ("datalogic-rs", by_datalogic(&model)),
        ("zen-expression", by_zen(&model)),
    ];
    let mut times = vec![Vec::new(); contestants.len()];
    let mut runs: Vec<(&str, Contestant)> = contestants.into_iter().collect();
    // Side by side: every contestant runs in every round, so that noise hits all alike.
    for _ in 0..ROUNDS {
        for ((_, contestant), times) in runs.iter_mut().zip(&mut times) {
            let start = Instant::now();
            for profile in 0..PROFILES {
                black_box(contestant(profile));
            }
            times.push(start.elapsed().as_secs_f64() * 1e6 / PROFILES as f64);
        }
    }
    for ((name, contestant), times) in runs.iter_mut().zip(&mut times) {
        times.sort_by(f64::total_cmp);
        println!("{name} | {:.1} | {:.2}", times[ROUNDS / 2], wrong(&model, contestant));
    }
    time_plan();
}

/// A plan of ten hires and five needs over the real rules, and its parts.
fn time_plan() {
    let plan = Plan::new(steunwijzer_rules::rulebook());
    let advice = plan.advice();
    let parts: [(&str, &dyn Fn() -> usize); 5] = [
        ("plan, native", &|| plan.run(&advice)),
        ("- its hires and cash flow, native", &|| plan.flow(&advice)),
        ("- its aid account, native", &|| plan.account()),
        ("- its five stacks, native", &|| plan.finance()),
        ("advice that it rests on, native", &|| plan.advice().schemes.len()),
    ];
    for (name, run) in parts {
        let mut times: Vec<f64> = (0..ROUNDS)
            .map(|_| {
                let start = Instant::now();
                black_box(run());
                start.elapsed().as_secs_f64() * 1e6
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!("{name} | {:.1} | -", times[ROUNDS / 2]);
    }
}

/// Judges the incomplete profile in this row.
type Contestant = Box<dyn FnMut(usize) -> Vec<Kleene>>;

fn wrong(model: &Model, contestant: &mut Contestant) -> f64 {
    let mut wrong = 0;
    for (row, profile) in model.partial.iter().enumerate() {
        let verdicts = contestant(row);
        wrong += model.schemes.iter().zip(&verdicts).filter(|(scheme, verdict)| right(scheme, profile) != **verdict).count();
    }
    100.0 * wrong as f64 / (SCHEMES * PROFILES) as f64
}

fn by_hand(model: &Model) -> Contestant {
    let table = table::table(model);
    let profiles: Vec<Profile> = model.partial.clone();
    let mut states = Vec::new();
    Box::new(move |row| {
        let mut verdicts = Vec::with_capacity(SCHEMES);
        black_box(table::judge(&table, &profiles[row], &mut states, &mut verdicts));
        verdicts
    })
}

fn by_us(model: &Model) -> Contestant {
    let rulebook = Box::leak(Box::new(ours::rulebook(model)));
    let answers: Vec<_> = model.partial.iter().map(|profile| ours::answers(rulebook, profile)).collect();
    let mut judge = Judge::new(rulebook);
    Box::new(move |row| {
        let mut sheet = ours::Sheet { verdicts: Vec::with_capacity(SCHEMES), open_conditions: 0, open_questions: 0 };
        ours::judge(rulebook, &mut judge, &answers[row], &mut sheet);
        black_box((sheet.open_conditions, sheet.open_questions));
        sheet.verdicts
    })
}

fn by_zen(model: &Model) -> Contestant {
    let zen = others::zen(model);
    let contexts: Vec<zen_expression::variable::Variable> =
        model.partial.iter().map(|profile| others::as_json(profile).into()).collect();
    let mut states = Vec::new();
    Box::new(move |row| {
        others::zen_judge(&zen, &contexts[row], &mut states);
        by_scheme(&states)
    })
}

fn by_datalogic(model: &Model) -> Contestant {
    let logic = others::logic(model);
    let parsed = |profile| ParsedData::from_json(&others::as_json(profile).to_string()).expect("is JSON");
    let data: Vec<ParsedData> = model.partial.iter().map(parsed).collect();
    let mut arena = Bump::new();
    let mut states = Vec::new();
    Box::new(move |row| {
        others::logic_judge(&logic, &data[row], &mut arena, &mut states);
        by_scheme(&states)
    })
}

fn by_scheme(states: &[Kleene]) -> Vec<Kleene> {
    states.chunks_exact(8).map(|own| verdict(&std::array::from_fn(|row| own[row]))).collect()
}
