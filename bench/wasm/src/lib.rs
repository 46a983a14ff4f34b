//! Our engine on the synthetic model, for timing in Node.

use bench_model::{Model, PROFILES, SCHEMES, grown, model, ours, right};
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::judge::Judge;
use steunwijzer_engine::{advise, open_questions};
use steunwijzer_engine::rulebook::{AnswerType, Rulebook};
use steunwijzer_engine::slot::Slot;
use wasm_bindgen::prelude::wasm_bindgen;

/// The model, ready to judge.
#[wasm_bindgen]
pub struct Bench {
    rulebook: Rulebook,
    answers: Vec<Answers>,
    judge: Judge,
    real: Rulebook,
    grown: Rulebook,
    little: Answers,
}

/// Schemes in the rules as they may become.
const GROWN: usize = 310;

/// A bv with two needs and one hire, of which nothing else is known.
fn little(rulebook: &Rulebook) -> Answers {
    let mut answers = Answers::new(rulebook);
    let form = rulebook.question_id("org.legal_form").expect("is asked");
    let AnswerType::Choice(options) = &rulebook.questions[form.row()].answer else { return answers };
    let bv = options.iter().position(|option| option.id == "bv").expect("is an option");
    let slot = Slot::option(u8::try_from(bv).expect("few options"));
    answers.set(rulebook, form, Whose::Organisation, Some(Answer::Known(slot))).expect("is allowed");
    for (list, records) in [("needs", 2), ("hires", 1)] {
        let list = rulebook.list_id(list).expect("is a list");
        for _ in 0..records {
            answers.add_record(rulebook, list).expect("has room");
        }
    }
    answers
}

#[wasm_bindgen]
impl Bench {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Bench {
        let made: Model = model();
        let rulebook = ours::rulebook(&made);
        let answers = made.partial.iter().map(|profile| ours::answers(&rulebook, profile)).collect();
        let judge = Judge::new(&rulebook);
        let real = steunwijzer_rules::rulebook();
        let little = little(&real);
        let grown = grown::grown(&real, GROWN);
        Bench { rulebook, answers, judge, real, grown, little }
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

    /// Looks ahead over all open questions of the real rules, for a bv of which little is known;
    /// gives the number of open questions.
    pub fn ask_real(&self) -> usize {
        open_questions(&self.real, &self.little, ours::day()).len()
    }

    /// The same over as many schemes as there may be later.
    pub fn ask_grown(&self) -> usize {
        open_questions(&self.grown, &self.little, ours::day()).len()
    }

    /// Judges every scheme of the rules as they may become; gives the number that cannot be told yet.
    pub fn advise_grown(&self) -> u16 {
        advise(&self.grown, &self.little, ours::day()).counts.cannot_tell
    }

    /// Judges every scheme of the real rules; gives the number that cannot be told yet.
    pub fn advise_real(&self) -> u16 {
        advise(&self.real, &self.little, ours::day()).counts.cannot_tell
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
