//! The money plan over the real rules, for timing in Node. A module of its own: the size of the engine
//! is measured without it.

use bench_model::plan::Plan;
use steunwijzer_engine::advice::Advice;
use wasm_bindgen::prelude::wasm_bindgen;

/// A plan of ten hires and five needs, with the advice that it rests on.
#[wasm_bindgen]
pub struct Bench {
    plan: Plan,
    advice: Advice,
}

#[wasm_bindgen]
impl Bench {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Bench {
        let plan = Plan::new(steunwijzer_rules::rulebook());
        Bench { advice: plan.advice(), plan }
    }

    /// Works out the whole plan; gives the number of its rows, so that nothing is left out.
    pub fn whole(&self) -> usize {
        self.plan.run(&self.advice)
    }

    /// Its hires and cash flow alone.
    pub fn flow(&self) -> usize {
        self.plan.flow(&self.advice)
    }

    /// Its aid account alone.
    pub fn account(&self) -> usize {
        self.plan.account()
    }

    /// Its five stacks alone.
    pub fn finance(&self) -> usize {
        self.plan.finance()
    }

    /// The advice that it rests on.
    pub fn advice(&self) -> usize {
        self.plan.advice().schemes.len()
    }
}

impl Default for Bench {
    fn default() -> Self {
        Self::new()
    }
}
