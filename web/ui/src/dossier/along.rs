//! What goes along into a newer edition: the dossier as this device would remember it, whether it
//! remembers, and the calculators.

use super::memory::{self, Memory};
use super::model::{Arrived, From};
use crate::navigation::Page;
use crate::store::Model;
use std::rc::Rc;
use steunwijzer_advisor::dossier::changes;
use steunwijzer_advisor::json::{self, Json};

const REMEMBERS: &str = "remembers";
const DOSSIER: &str = "dossier";
const SUMS: &str = "sums";

/// A text of [`Model::to_take_along`], read.
#[derive(Default)]
struct Brought {
    remembers: bool,
    dossier: String,
    /// Each by the id of its calculator.
    sums: Vec<(String, String)>,
}

impl Model {
    /// Everything that was told, typed, noted or chosen, as a text for the next edition.
    pub(crate) fn to_take_along(&self) -> String {
        let sums = self.opened.texts(&self.site.calculators);
        let sums = sums.into_iter().map(|(id, text)| (id, Json::Text(text)));
        let tree = Json::table([
            (REMEMBERS, Json::Bool(self.dossier.memory.is_on())),
            (DOSSIER, Json::Text(memory::text(self))),
            (SUMS, Json::Table(sums.collect())),
        ]);
        tree.to_string()
    }

    /// The model with what the edition before gave along. A text that cannot be read brings nothing.
    pub(crate) fn with_brought(mut self, text: &str) -> Model {
        let brought = Brought::read(text).unwrap_or_default();
        let Some(found) = memory::remembered(&self, &brought.dossier) else { return self };
        let is_asked = matches!(self.dossier.memory, Memory::Asks(_));
        // Nobody is asked again to go on: the visitor is in the midst of it.
        match (is_asked, brought.remembers) {
            (true, true) => self.dossier.memory = Memory::On,
            (true, false) if !found.opened.dossier.is_empty() => self.dossier.memory = Memory::Off,
            (true | false, _) => {}
        }
        self.take_over(&found.opened.dossier);
        for (id, text) in &brought.sums {
            self.reopen_calculator(id, text);
        }
        let is_other = found.opened.is_of_another_edition(self.rulebook());
        if is_other && !changes(&self.view(), &found.opened).is_empty() {
            self.dossier.opened =
                Some(Rc::new(Arrived { from: From::Memory, opened: found.opened, unknown: 0 }));
            self.go(Page::Dossier);
        }
        self
    }
}

impl Brought {
    fn read(text: &str) -> Option<Brought> {
        let Json::Table(entries) = json::read(text).ok()? else { return None };
        let mut brought = Brought::default();
        for (key, value) in entries {
            match (key.as_str(), value) {
                (REMEMBERS, Json::Bool(yes)) => brought.remembers = yes,
                (DOSSIER, Json::Text(text)) => brought.dossier = text,
                (SUMS, Json::Table(sums)) => {
                    let each = sums.into_iter().filter_map(|(id, sum)| Some((id, sum.into_text()?)));
                    brought.sums = each.collect();
                }
                // Of an edition that gives more along than we know.
                _ => {}
            }
        }
        Some(brought)
    }
}

#[cfg(test)]
mod tests {
    use crate::dossier::Memory;
    use crate::navigation::Page;
    use crate::site::Site;
    use crate::store::Model;
    use steunwijzer_advisor::case::CaseAction;
    use steunwijzer_advisor::interview::Action;
    use steunwijzer_advisor::lang::Lang;
    use steunwijzer_engine::answers::Whose;
    use steunwijzer_engine::slot::Slot;

    fn fresh() -> Model {
        let site = Site::new(steunwijzer_rules::rulebook());
        let today = site.rulebook.edition.date;
        Model::new(site, today, Lang::Nl, Page::Advice)
    }

    /// With an answer, a note, and a calculator in which something was filled in.
    fn told() -> Model {
        let mut model = fresh();
        let question = model.rulebook().question_id("org.fte").unwrap();
        model.act(Action::Answer(question, Whose::Organisation, Slot::exactly(400)));
        model.case = model.case.after(CaseAction::Note("Belt op dinsdag terug.".to_owned()));
        let sum = model.site.calculators.row("lening").unwrap();
        model.go(Page::Calculator(sum));
        model.open_calculator();
        model.go(Page::Advice);
        model
    }

    #[test]
    fn the_same_edition_goes_on_where_it_was() {
        let before = told();
        let after = fresh().with_brought(&before.to_take_along());
        assert_eq!(after.dossier_text(), before.dossier_text());
        assert_eq!(after.page, Page::Advice);
        let texts = |model: &Model| model.opened.texts(&model.site.calculators);
        assert_eq!(texts(&after), texts(&before));
        assert_eq!(texts(&after).len(), 1);
    }

    #[test]
    fn an_edition_with_another_verdict_tells_what_changed() {
        let text = told().to_take_along();
        let hash = &fresh().site.rulebook.edition.hash;
        let other = text.replace(hash.as_str(), "0000000000000000");
        assert_ne!(other, text);
        // Another edition that says the same is no news.
        assert_eq!(fresh().with_brought(&other).page, Page::Advice);
        let changed = other.replacen("cannot-tell", "fits", 1);
        assert_ne!(changed, other);
        let after = fresh().with_brought(&changed);
        assert_eq!(after.page, Page::Dossier);
        assert!(after.dossier.opened.is_some());
    }

    #[test]
    fn who_let_the_device_remember_is_not_asked_again() {
        let mut before = told();
        before.dossier.memory = Memory::On;
        let mut next = fresh();
        next.dossier.memory = Memory::Asks(super::memory::text(&before));
        assert_eq!(next.with_brought(&before.to_take_along()).dossier.memory, Memory::On);
    }

    #[test]
    fn what_another_window_let_the_device_remember_is_not_overwritten() {
        let before = told();
        let mut next = fresh();
        next.dossier.memory = Memory::Asks(super::memory::text(&before));
        assert_eq!(next.with_brought(&before.to_take_along()).dossier.memory, Memory::Off);
    }

    #[test]
    fn a_text_that_is_not_ours_brings_nothing() {
        for text in ["", "3", "null", "{}", "[", r#"{"dossier": 3}"#, r#"{"dossier": "2026-11-22\n{"}"#] {
            assert!(fresh().with_brought(text).interview.answers.is_empty(), "{text}");
        }
    }
}
