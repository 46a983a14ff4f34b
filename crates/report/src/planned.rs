//! What an advice adds up to, and when it arrives; as the page works it out.

use steunwijzer_advisor::present::View;
use steunwijzer_advisor::present::plan::{Means, Settings, StackSheet};
use steunwijzer_plan::aid::AidIds;
use steunwijzer_plan::cash_flow::{CashFlow, Inputs, cash_flow};
use steunwijzer_plan::hires::{Labour, hires};
use steunwijzer_plan::stack::StackRules;

/// The money plan of an advice.
#[derive(Debug)]
pub struct Plan<'v> {
    /// The advice.
    pub view: View<'v>,
    /// Where the schemes for hires stand.
    pub labour: Labour,
    /// Where the figures about aid stand.
    pub aid: AidIds,
    /// The finance of each need.
    pub stacks: Vec<StackSheet>,
}

impl<'v> Plan<'v> {
    /// The plan, with every default.
    ///
    /// # Errors
    /// What the rules lack that the plan reads.
    pub fn new(view: View<'v>) -> Result<Plan<'v>, String> {
        let rules = StackRules::of(view.rulebook).map_err(|missing| missing.to_string())?;
        let labour = Labour::new(view.rulebook).map_err(|missing| missing.to_string())?;
        let aid = AidIds::new(view.rulebook).map_err(|missing| missing.to_string())?;
        let stacks = view.stacks(&rules, &Means::default(), &[]);
        Ok(Plan { view, labour, aid, stacks })
    }

    /// What the cash flow reckons with: every default, labelled.
    fn inputs(&self) -> Inputs {
        let count = self.view.answers.records(self.labour.list()).map_or(0, <[_]>::len);
        Settings::default().inputs(self.view.rulebook, &self.labour, self.view.advice.as_on, count)
    }

    /// The cash flow with these inputs; `None` if no hire has a first working day.
    pub fn flow(&self) -> Option<CashFlow> {
        let View { rulebook, answers, advice, .. } = self.view;
        let found = hires(rulebook, &self.labour, answers, advice);
        cash_flow(rulebook, &self.labour, answers, &found, &self.inputs()).ok()
    }
}
