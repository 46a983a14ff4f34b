//! Our engine on the synthetic model, for timing in Node.

use bench_model::{Model, PROFILES, SCHEMES, model, ours, right};
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::judge::Judge;
use steunwijzer_engine::open_questions;
use steunwijzer_engine::rulebook::Rulebook;
use wasm_bindgen::prelude::wasm_bindgen;

/// The model, ready to judge.
#[wasm_bindgen]
pub struct Bench {
    rulebook: Rulebook,
    answers: Vec<Answers>,
    judge: Judge,
}

#[wasm_bindgen]
impl Bench {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Bench {
        let made: Model = model();
        let rulebook = ours::rulebook(&made);
        let answers = made.partial.iter().map(|profile| ours::answers(&rulebook, profile)).collect();
        let judge = Judge::new(&rulebook);
        Bench { rulebook, answers, judge }
    }

    /// The share of verdicts that differ from strong Kleene logic, in percent.
    pub fn wrong(&mut self) -> f64 {
        let made = model();
        let mut wrong = 0;
        for (profile, answers) in made.partial.iter().zip(&self.answers) {
            let mut sheet = ours::Sheet { verdicts: Vec::with_capacity(SCHEMES), open_conditions: 0, open_questions: 0 };
            ours::judge(&self.rulebook, &mut self.judge, answers, &mut sheet);
            wrong += made.schemes.iter().zip(&sheet.verdicts).filter(|(scheme, verdict)| right(scheme, profile) != **verdict).count();
        }
        100.0 * wrong as f64 / (SCHEMES * PROFILES) as f64
    }

    /// Looks ahead over all open questions of eight incomplete profiles; gives the number of open
    /// questions.
    pub fn ask(&self) -> usize {
        let day = ours::day();
        self.answers.iter().take(8).map(|answers| open_questions(&self.rulebook, answers, day).len()).sum()
    }

    /// Judges all incomplete profiles once; gives the number of open questions, so that nothing is
    /// left out.
    pub fn run(&mut self) -> u32 {
        let mut open = 0;
        for answers in self.answers.iter().take(PROFILES) {
            let mut sheet = ours::Sheet { verdicts: Vec::with_capacity(SCHEMES), open_conditions: 0, open_questions: 0 };
            ours::judge(&self.rulebook, &mut self.judge, answers, &mut sheet);
            open += sheet.open_questions as u32;
        }
        open
    }
}

impl Default for Bench {
    fn default() -> Self {
        Self::new()
    }
}
