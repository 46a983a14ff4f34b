//! The rules and their words: all that comes from the site itself.

use std::cell::OnceCell;
use std::rc::Rc;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::plan::{Labour, StackRules};
use steunwijzer_engine::calculators::Calculators;
use steunwijzer_engine::municipal::Municipal;
use steunwijzer_engine::rulebook::{Rulebook, Words};

/// What the visitor does not change: the rules, and as many of their words as have arrived.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    /// Where the full page stands, for links out of a box; empty on that page itself.
    pub(crate) home: Rc<str>,
    pub(crate) rulebook: Rc<Rulebook>,
    pub(crate) calculators: Rc<Calculators>,
    /// What the plan of hires looks up, when it is first shown; none if the rules lack it.
    labour: Rc<OnceCell<Option<Labour>>>,
    /// What the finance stack looks up, when it is first shown; none if the rules lack it.
    stack_rules: Rc<OnceCell<Option<StackRules>>>,
    words_nl: Rc<Words>,
    words_en: Rc<Words>,
    municipal_nl: Option<Rc<Municipal>>,
    municipal_en: Option<Rc<Municipal>>,
    /// Whether the rulebook holds the questions of the calculators too.
    is_extended: bool,
}

impl Site {
    /// The rules without a word.
    pub(crate) fn new(rulebook: Rulebook) -> Site {
        Site {
            home: Rc::from(""),
            rulebook: Rc::new(rulebook),
            calculators: Rc::new(steunwijzer_rules::calculators()),
            labour: Rc::default(),
            stack_rules: Rc::default(),
            words_nl: Rc::default(),
            words_en: Rc::default(),
            municipal_nl: None,
            municipal_en: None,
            is_extended: false,
        }
    }

    /// The same, shown in a box: the full page stands here.
    pub(crate) fn away_from(self, home: &str) -> Site {
        Site { home: Rc::from(home), ..self }
    }

    /// Whether the rulebook holds the questions of the calculators too.
    pub(crate) fn is_extended(&self) -> bool {
        self.is_extended
    }

    /// The same with the questions of the calculators in the rulebook.
    pub(crate) fn with_calculators(&self) -> Site {
        let rulebook = Rc::new(self.calculators.extend(&self.rulebook));
        Site { rulebook, is_extended: true, ..self.clone() }
    }

    /// What the plan of hires looks up in the rules.
    pub(crate) fn labour(&self) -> Option<&Labour> {
        self.labour.get_or_init(|| Labour::new(&self.rulebook).ok()).as_ref()
    }

    /// What the finance stack looks up in the rules.
    pub(crate) fn stack_rules(&self) -> Option<&StackRules> {
        self.stack_rules.get_or_init(|| StackRules::of(&self.rulebook).ok()).as_ref()
    }

    /// The same with these words in a language.
    pub(crate) fn with(mut self, lang: Lang, words: Words) -> Site {
        match lang {
            Lang::Nl => self.words_nl = Rc::new(words),
            Lang::En => self.words_en = Rc::new(words),
        }
        self
    }

    /// The same with the civil servant's side in a language.
    pub(crate) fn with_municipal(mut self, lang: Lang, municipal: Municipal) -> Site {
        let municipal = Some(Rc::new(municipal));
        match lang {
            Lang::Nl => self.municipal_nl = municipal,
            Lang::En => self.municipal_en = municipal,
        }
        self
    }

    /// The civil servant's side in a language; none while it is still to come.
    pub(crate) fn municipal(&self, lang: Lang) -> Option<&Municipal> {
        match lang {
            Lang::Nl => self.municipal_nl.as_deref(),
            Lang::En => self.municipal_en.as_deref(),
        }
    }

    /// The same with the words of another.
    pub(crate) fn with_words_of(mut self, other: &Site) -> Site {
        (self.words_nl, self.words_en) = (Rc::clone(&other.words_nl), Rc::clone(&other.words_en));
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
        Rc::ptr_eq(&self.words_nl, &other.words_nl)
            && Rc::ptr_eq(&self.words_en, &other.words_en)
            && self.municipal_nl.is_some() == other.municipal_nl.is_some()
            && self.municipal_en.is_some() == other.municipal_en.is_some()
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
