//! The rules and their words: all that comes from the site itself.

use std::rc::Rc;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_engine::rulebook::{Rulebook, Words};

/// What the visitor does not change: the rules, and as many of their words as have arrived.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub(crate) rulebook: Rc<Rulebook>,
    words_nl: Rc<Words>,
    words_en: Rc<Words>,
}

impl Site {
    /// The rules without a word.
    pub(crate) fn new(rulebook: Rulebook) -> Site {
        Site { rulebook: Rc::new(rulebook), words_nl: Rc::default(), words_en: Rc::default() }
    }

    /// The same with these words in a language.
    pub(crate) fn with(mut self, lang: Lang, words: Words) -> Site {
        match lang {
            Lang::Nl => self.words_nl = Rc::new(words),
            Lang::En => self.words_en = Rc::new(words),
        }
        self
    }

    /// The words in a language.
    pub(crate) fn words(&self, lang: Lang) -> &Words {
        match lang {
            Lang::Nl => &self.words_nl,
            Lang::En => &self.words_en,
        }
    }
}

/// The rules of a page are the same: sites differ in what has arrived.
impl PartialEq for Site {
    fn eq(&self, other: &Site) -> bool {
        Rc::ptr_eq(&self.words_nl, &other.words_nl) && Rc::ptr_eq(&self.words_en, &other.words_en)
    }
}

#[cfg(test)]
mod tests {
    use super::Site;
    use crate::navigation::Page;
    use crate::store::{Event, Model};
    use steunwijzer_advisor::interview::Action;
    use steunwijzer_advisor::lang::Lang;
    use steunwijzer_engine::answers::Whose;
    use steunwijzer_engine::rulebook::Words;

    fn words(questions: u32) -> Words {
        Words::new(vec!["question".to_owned(), "scheme".to_owned()], questions)
    }

    /// A Dutch page with the words of the questions and one answer: *not known*.
    fn answered() -> Model {
        let site = Site::new(steunwijzer_rules::rulebook()).with(Lang::Nl, words(2));
        let day = site.rulebook.edition.date;
        let turnover = site.rulebook.question_id("org.turnover").unwrap();
        let model = Model::new(site, day, Lang::Nl, Page::Start);
        model.after(Event::Act(Action::NotKnown(turnover, Whose::Organisation)))
    }

    #[test]
    fn a_language_without_words_is_spoken_once_they_are_there() {
        let model = answered().after(Event::Act(Action::Speak(Lang::En)));
        assert_eq!((model.lang(), model.awaited), (Lang::Nl, Some(Lang::En)));
        let site = model.site.clone().with(Lang::En, words(2));
        let model = model.after(Event::Received(site));
        assert_eq!((model.lang(), model.awaited), (Lang::En, None));
    }

    #[test]
    fn who_chooses_the_present_language_again_waits_no_longer() {
        let model = answered().after(Event::Act(Action::Speak(Lang::En)));
        let model = model.after(Event::Act(Action::Speak(Lang::Nl)));
        let site = model.site.clone().with(Lang::En, words(2));
        assert_eq!(model.after(Event::Received(site)).lang(), Lang::Nl);
    }

    #[test]
    fn words_that_arrive_change_no_answer_and_no_count() {
        let before = answered();
        assert!(before.awaits_schemes());
        let after = before.after(Event::Received(before.site.clone().with(Lang::Nl, words(1))));
        assert!(!after.awaits_schemes());
        assert_eq!(after.interview.answers, before.interview.answers);
        assert_eq!(after.judged.advice.counts, before.judged.advice.counts);
    }
}
