//! What can be ticked off: making policy, and the two questions of the practice example.
//!
//! Ticks are kept by key in [`Case::ticked`]: the name of a step with that of its part behind a slash.

use super::{ItemRow, Side};
use crate::case::Case;
use crate::lang::Lang;
use crate::messages::toolkit as messages;
use steunwijzer_engine::municipal::{Goal, IntakeQuestion, Item, PolicyStep};

/// The lesson that begins with the problem, among the lessons from practice.
const TURN_AROUND: &str = "draai-de-vraag-om";
/// The lesson to judge the impact besides the business case.
const JUDGE: &str = "beoordeel-impact";
/// The questions of the first meeting that go into the impact and into the business case.
const IMPACT: &str = "impact";
const BUSINESS: &str = "business-case";

/// Something to tick off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TickRow<'a> {
    /// What [`Case::ticked`] calls it.
    pub key: String,
    /// What was done.
    pub text: &'a str,
    /// Whether it is ticked off.
    pub is_ticked: bool,
}

/// So many of so many are ticked off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Ticked off.
    pub done: usize,
    /// Can be ticked off.
    pub total: usize,
}

impl Progress {
    /// Of these.
    pub fn of(ticks: &[TickRow<'_>]) -> Progress {
        Progress { done: ticks.iter().filter(|tick| tick.is_ticked).count(), total: ticks.len() }
    }

    /// Of all steps together.
    pub fn of_all(steps: &[StepRow<'_>]) -> Progress {
        let sum = |count: fn(Progress) -> usize| steps.iter().map(|step| count(step.progress)).sum();
        Progress { done: sum(|each| each.done), total: sum(|each| each.total) }
    }

    /// Whether nothing is left to do.
    pub fn is_complete(self) -> bool {
        self.done == self.total
    }

    /// In words: *2 van 5 gedaan*.
    pub fn words(self, lang: Lang) -> String {
        messages::progress(lang, &self.done.to_string(), &self.total.to_string())
    }
}

/// A step in making policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRow<'a> {
    /// The step.
    pub item: ItemRow<'a>,
    /// What to tick off: its parts, or the step itself if it is one thing.
    pub ticks: Vec<TickRow<'a>>,
    /// How far it is.
    pub progress: Progress,
}

/// A policy goal to begin from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalChoice<'a> {
    /// What [`Case::goals`] calls it.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// The departments that own it.
    pub departments: Vec<&'a str>,
    /// What the municipality can use for it.
    pub instruments: Vec<&'a str>,
}

/// A question with what to ask further, each ticked off once it was talked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk<'a> {
    /// The question.
    pub question: ItemRow<'a>,
    /// What to ask further.
    pub ticks: Vec<TickRow<'a>>,
}

/// The two questions of the practice example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reflection<'a> {
    /// Turn the question around: begin from the problem.
    pub turn_around: ItemRow<'a>,
    /// The problems to begin from.
    pub goals: Vec<GoalChoice<'a>>,
    /// Judge the impact besides the business case.
    pub judge: ItemRow<'a>,
    /// Impact and business case.
    pub talks: Vec<Talk<'a>>,
    /// Whether both were talked about, in a sentence.
    pub balance: &'static str,
    /// The other lessons from practice.
    pub others: Vec<ItemRow<'a>>,
}

impl<'a> Side<'a> {
    /// Making policy, step by step, with what was ticked off.
    pub fn steps(&self, case: &Case) -> Vec<StepRow<'a>> {
        self.data.policy_steps.items.iter().map(|step| self.step(step, case)).collect()
    }

    fn step(&self, step: &'a PolicyStep, case: &Case) -> StepRow<'a> {
        let id = &step.item.id;
        let ticks: Vec<TickRow<'a>> = match step.parts.as_slice() {
            [] => vec![tick(case, id.clone(), messages::step_done(self.view.lang))],
            parts => parts.iter().map(|part| self.part(case, id, part)).collect(),
        };
        StepRow { item: self.row(&step.item), progress: Progress::of(&ticks), ticks }
    }

    fn part(&self, case: &Case, of: &str, part: &'a Item) -> TickRow<'a> {
        tick(case, [of, "/", &part.id].concat(), self.text(part.text))
    }

    /// The two questions of the practice example; none if the rules lack one of their parts.
    pub fn reflection(&self, case: &Case) -> Option<Reflection<'a>> {
        let lessons = &self.data.practice.items;
        let lesson = |id: &str| lessons.iter().find(|lesson| lesson.id == id).map(|lesson| self.row(lesson));
        let talks = [self.talk(case, IMPACT)?, self.talk(case, BUSINESS)?];
        let others = lessons.iter().filter(|lesson| ![TURN_AROUND, JUDGE].contains(&lesson.id.as_str()));
        Some(Reflection {
            turn_around: lesson(TURN_AROUND)?,
            goals: self.data.goals.items.iter().map(|goal| self.choice(case, goal)).collect(),
            judge: lesson(JUDGE)?,
            balance: balance(self.view.lang, &talks),
            talks: talks.into(),
            others: others.map(|lesson| self.row(lesson)).collect(),
        })
    }

    fn talk(&self, case: &Case, id: &str) -> Option<Talk<'a>> {
        let all = &self.data.intake.items;
        let question: &'a IntakeQuestion = all.iter().find(|question| question.item.id == id)?;
        let ticks = question.follow_ups.iter().map(|next| self.part(case, id, &next.item)).collect();
        Some(Talk { question: self.row(&question.item), ticks })
    }

    fn choice(&self, case: &Case, goal: &'a Goal) -> GoalChoice<'a> {
        let row = self.goal(goal);
        GoalChoice {
            id: &goal.item.id,
            name: row.item.text,
            is_chosen: case.goals.contains(&goal.item.id),
            departments: row.departments.iter().map(|department| department.text).collect(),
            instruments: row.instruments.iter().map(|instrument| instrument.item.text).collect(),
        }
    }
}

fn tick<'a>(case: &Case, key: String, text: &'a str) -> TickRow<'a> {
    TickRow { is_ticked: case.ticked.contains(&key), key, text }
}

fn balance(lang: Lang, [impact, business]: &[Talk<'_>; 2]) -> &'static str {
    let [impact, business] = [impact, business].map(|talk| talk.ticks.iter().any(|tick| tick.is_ticked));
    match (impact, business) {
        (false, false) => messages::judged_nothing(lang),
        (true, false) => messages::judged_impact(lang),
        (false, true) => messages::judged_business(lang),
        (true, true) => messages::judged_both(lang),
    }
}
