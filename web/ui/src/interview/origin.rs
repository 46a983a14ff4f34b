//! Where a visitor came from to change an answer, and the way back.

use crate::navigation::{Asks, Page};
use crate::store::Model;
use steunwijzer_advisor::messages::question as say;

impl Model {
    /// Who comes to a question from elsewhere goes back there; who is among the questions keeps that.
    pub(crate) fn origin_of(&self, page: Page) -> Option<Page> {
        let asks = |page: Page| matches!(page.asks(), Asks::Question(_) | Asks::Records(..));
        if !asks(page) || self.page == Page::Start {
            return None;
        }
        if asks(self.page) { self.origin } else { Some(self.page) }
    }
}

/// The words of the way back.
pub(crate) fn back_to(model: &Model, origin: Page) -> &'static str {
    let lang = model.lang();
    if origin == Page::Advice {
        say::back_to_advice(lang)
    } else if origin == Page::Answers {
        say::back_to_answers(lang)
    } else if matches!(origin, Page::Scheme(_)) {
        say::back_to_scheme(lang)
    } else {
        say::back_to_origin(lang)
    }
}

#[cfg(test)]
mod tests {
    use crate::navigation::Page;
    use crate::site::Site;
    use crate::store::{Event, Model};
    use steunwijzer_advisor::interview::Action;
    use steunwijzer_advisor::lang::Lang;
    use steunwijzer_engine::answers::Whose;
    use steunwijzer_engine::rulebook::QuestionId;

    fn at(page: Page) -> Model {
        let site = Site::new(steunwijzer_rules::rulebook());
        let day = site.rulebook.edition.date;
        Model::new(site, day, Lang::Nl, page)
    }

    fn turnover(model: &Model) -> QuestionId {
        model.rulebook().question_id("org.turnover").unwrap()
    }

    #[test]
    fn who_comes_from_the_advice_goes_back_there_after_the_answer() {
        let model = at(Page::Advice);
        let question = turnover(&model);
        let model = model.after(Event::Go(Page::Question(question)));
        assert_eq!(model.origin, Some(Page::Advice));
        let model = model.after(Event::Act(Action::NotKnown(question, Whose::Organisation)));
        let model = model.after(Event::Submit(model.origin));
        assert_eq!((model.page, model.origin), (Page::Advice, None));
    }

    #[test]
    fn who_prefers_the_next_question_is_in_the_interview_from_then_on() {
        let model = at(Page::Advice);
        let question = turnover(&model);
        let model = model.after(Event::Go(Page::Question(question)));
        let model = model.after(Event::Act(Action::NotKnown(question, Whose::Organisation)));
        let model = model.after(Event::Submit(None));
        assert!(matches!(model.page, Page::Question(_)));
        assert_eq!(model.origin, None);
    }

    #[test]
    fn who_begins_at_the_start_has_nowhere_to_go_back_to() {
        let model = at(Page::Start);
        let question = turnover(&model);
        assert_eq!(model.after(Event::Go(Page::Question(question))).origin, None);
    }
}
