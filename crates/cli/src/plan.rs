//! `steunwijzer plan`: what it adds up to, and when it arrives; as the page works it out.

use crate::failure::Failure;
use crate::{report, text};
use steunwijzer_advisor::present::View;
use steunwijzer_advisor::present::plan::{Means, Settings, StackSheet};
use steunwijzer_plan::aid::AidIds;
use steunwijzer_plan::cash_flow::{CashFlow, Inputs, cash_flow};
use steunwijzer_plan::hires::{Labour, hires};
use steunwijzer_plan::stack::StackRules;

/// The money plan of an advice.
pub(crate) struct Plan<'v> {
    pub(crate) view: View<'v>,
    pub(crate) labour: Labour,
    pub(crate) aid: AidIds,
    pub(crate) stacks: Vec<StackSheet>,
}

impl<'v> Plan<'v> {
    /// # Errors
    /// If the rules lack something that the plan reads.
    pub(crate) fn new(view: View<'v>) -> Result<Plan<'v>, Failure> {
        let lacks = |problem: String| Failure::Rules(format!("no plan: {problem}"));
        let rules = StackRules::of(view.rulebook).map_err(|missing| lacks(missing.to_string()))?;
        let labour = Labour::new(view.rulebook).map_err(|missing| lacks(missing.to_string()))?;
        let aid = AidIds::new(view.rulebook).map_err(|missing| lacks(missing.to_string()))?;
        let stacks = view.stacks(&rules, &Means::default(), &[]);
        Ok(Plan { view, labour, aid, stacks })
    }

    /// What the cash flow reckons with: every default, labelled.
    fn inputs(&self) -> Inputs {
        let count = self.view.answers.records(self.labour.list()).map_or(0, <[_]>::len);
        Settings::default().inputs(self.view.rulebook, &self.labour, self.view.advice.as_on, count)
    }

    /// The cash flow with these inputs; `None` if no hire has a first working day.
    pub(crate) fn flow(&self) -> Option<CashFlow> {
        let View { rulebook, answers, advice, .. } = self.view;
        let found = hires(rulebook, &self.labour, answers, advice);
        cash_flow(rulebook, &self.labour, answers, &found, &self.inputs()).ok()
    }
}

/// The whole output.
///
/// # Errors
/// If the rules lack something that the plan reads.
pub(crate) fn plan(view: View<'_>, json: bool) -> Result<String, Failure> {
    let plan = Plan::new(view)?;
    Ok(if json { report::plan(&plan) } else { text::plan(&plan) })
}
