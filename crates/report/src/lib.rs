//! Output for programs: what `docs/advice.schema.json` and `docs/plan.schema.json` describe.
//!
//! Sentences are those of the page; beside them stand ids, decimals as texts and answers in the
//! machine notation of `docs/answers.md`. The command line prints it, the npm package gives it:
//! both say the same, since both take it from here.

mod advice;
mod amount;
mod judged;
mod lists;
pub mod names;
#[cfg(feature = "plan")]
mod plan;
#[cfg(feature = "plan")]
mod planned;
mod scheme;

pub use advice::{
    AdviceReport, Difference, EditionReport, OpenReport, advice, differences, edition, open_questions,
};
pub use amount::{FigureReport, LineReport, Range, figure, range};
pub use judged::Judged;
pub use lists::{QuestionEntry, RulebookReport, SchemeEntry, questions, rulebook, schemes};
#[cfg(feature = "plan")]
pub use plan::{PlanReport, plan};
#[cfg(feature = "plan")]
pub use planned::Plan;
pub use scheme::{SchemeReport, SourceReport, report as scheme, sources};
