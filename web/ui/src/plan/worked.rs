//! What the plan takes longest to work out: once for each change of what it rests on, and only when
//! a page shows it.

use crate::store::Model;
use std::cell::OnceCell;
use std::rc::Rc;
use steunwijzer_advisor::present::plan::StackSheet;

/// What was worked out. Clones share it: they rest on the same answers and wishes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Worked {
    stacks: Rc<OnceCell<Vec<StackSheet>>>,
}

impl Model {
    /// The finance of every need; none if the rules lack it.
    pub(super) fn stacks(&self) -> Option<&[StackSheet]> {
        let rules = self.site.stack_rules()?;
        let work = || self.whole_view().stacks(rules, &self.finance.means(), self.finance.wishes());
        Some(self.worked.stacks.get_or_init(work))
    }

    /// Forgets what no longer holds since `before`.
    pub(crate) fn rework(&mut self, before: &Model) {
        let is_judged_alike = Rc::ptr_eq(&self.judged, &before.judged);
        let speaks_alike = self.lang() == before.lang() && self.site == before.site;
        let is_chosen_alike = self.finance.means() == before.finance.means()
            && self.finance.wishes() == before.finance.wishes();
        if !(is_judged_alike && speaks_alike && is_chosen_alike) {
            self.worked = Worked::default();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::navigation::Page;
    use crate::site::Site;
    use crate::store::{Event, Model};
    use steunwijzer_advisor::interview::Action;
    use steunwijzer_advisor::lang::Lang;
    use steunwijzer_advisor::present::plan::{Choose, FinanceField};
    use steunwijzer_engine::rulebook::Words;

    /// A visitor with one need, at the plan; its words are not needed to work it out.
    fn with_need() -> Model {
        let site = Site::new(steunwijzer_rules::rulebook());
        let needs = site.rulebook.list_id("needs").unwrap();
        let day = site.rulebook.edition.date;
        Model::new(site, day, Lang::Nl, Page::Plan).after(Event::Act(Action::AddRecord(needs)))
    }

    fn same(before: &Model, event: Event) -> bool {
        let worked = before.stacks().unwrap().as_ptr();
        let after = before.after(event);
        std::ptr::eq(worked, after.stacks().unwrap().as_ptr())
    }

    fn typed(text: &str) -> Event {
        Event::Finance(Choose::Typed(FinanceField::Cash, text.to_owned()))
    }

    #[test]
    fn going_elsewhere_and_typing_what_is_no_amount_works_nothing_out_again() {
        let before = with_need();
        assert!(same(&before, Event::Go(Page::Advice)));
        assert!(same(&before, typed("veel")));
    }

    #[test]
    fn an_amount_another_need_and_other_words_are_worked_out_again() {
        let before = with_need();
        let needs = before.rulebook().list_id("needs").unwrap();
        assert!(!same(&before, typed("1000")));
        assert!(!same(&before, Event::Act(Action::AddRecord(needs))));
        let words = Words::new(vec!["question".to_owned()], 1);
        let site = before.site.clone().with(Lang::Nl, words);
        assert!(!same(&before, Event::Received(site)));
    }
}
