//! What the site around the box changes in the model, and what the visitor lets it see.

use super::Settings;
use crate::navigation::Page;
use crate::order;
use crate::store::Model;
use steunwijzer_advisor::answers_file;
use steunwijzer_advisor::interview::Action;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_engine::answers::Answers;

/// The site around the box.
#[derive(Clone, Debug)]
pub(crate) struct Host {
    pub(crate) settings: Settings,
    pub(crate) consent: Consent,
    /// The answers as the site filled them in; empty if it filled in nothing.
    pub(crate) filled: Answers,
}

/// What the visitor said to a site that asks for the answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Consent {
    /// Nothing yet: nothing is told.
    #[default]
    Open,
    /// The site may have the answers and the verdicts.
    Given,
    /// It may not.
    Refused,
}

/// Something of the site around the box.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum HostEvent {
    /// It asks for something else.
    Settings(Settings),
    /// It speaks another language.
    Lang(Lang),
    /// It fills in these answers.
    Fill(Answers),
    /// These are the answers of a box that was taken away and is back.
    Restore(Answers),
    /// What the visitor says to a site that asks for the answers.
    Consent(Consent),
}

impl Host {
    /// Whether the site may have the answers: it asks for them and the visitor agreed.
    pub(crate) fn may_see(&self) -> bool {
        self.settings.asks_answers && self.consent == Consent::Given
    }
}

impl Model {
    /// The model of a box, at its first page.
    pub(crate) fn in_box(mut self, settings: Settings) -> Model {
        let filled = Answers::new(self.rulebook());
        // Where it begins is settled here.
        let own = Settings { begins: settings.begins, ..Settings::default() };
        self.host = Some(Host { settings: own, consent: Consent::default(), filled });
        // The address of a frame can name a page.
        let page = if self.page == Page::Start {
            settings.begins.unwrap_or_else(|| order::begin(&self))
        } else {
            self.page
        };
        self.show(page, 0);
        self.follow_settings(settings);
        self
    }

    pub(crate) fn on_host(&mut self, event: HostEvent) {
        match event {
            HostEvent::Settings(settings) => self.follow_settings(settings),
            HostEvent::Lang(lang) => self.act(Action::Speak(lang)),
            HostEvent::Fill(answers) => self.fill(answers),
            HostEvent::Restore(answers) => self.restore(answers),
            HostEvent::Consent(consent) => {
                if let Some(host) = &mut self.host {
                    host.consent = consent;
                }
            }
        }
    }

    /// Takes over what changed; what the visitor changed since stays.
    fn follow_settings(&mut self, settings: Settings) {
        let Some(host) = &mut self.host else { return };
        let before = std::mem::replace(&mut host.settings, settings.clone());
        if !settings.asks_answers {
            // Who asks again is answered again.
            host.consent = Consent::Open;
        }
        if before.kinds != settings.kinds {
            self.judge_again();
        }
        if self.filter.help.is_some_and(|help| !settings.kinds.has(help)) {
            self.filter.help = None;
        }
        if before.as_on != settings.as_on {
            self.act(Action::AsOn(settings.as_on.unwrap_or(self.today)));
        }
        if let Some(code) = settings.municipality.filter(|code| before.municipality.as_ref() != Some(code)) {
            let place = ["org.place=", &code].concat();
            if let Ok(answers) = answers_file::change(self.rulebook(), &self.interview.answers, &place) {
                self.fill(answers);
            }
        }
        if before.begins != settings.begins {
            let page = settings.begins.unwrap_or_else(|| order::begin(self));
            self.go(page);
        }
    }

    /// Takes over answers, as long as the visitor told nothing: what a visitor says is never overwritten.
    fn fill(&mut self, answers: Answers) {
        let Some(host) = &mut self.host else { return };
        if self.interview.answers != host.filled {
            return;
        }
        host.filled = answers.clone();
        self.restore(answers);
    }

    fn restore(&mut self, answers: Answers) {
        self.interview.answers = answers;
        self.judge_again();
        if self.trail.is_empty() && matches!(self.page, Page::Question(_)) {
            let page = order::begin(self);
            self.show(page, self.step);
        }
    }

    /// Forgets what the visitor allowed and what the site filled in.
    pub(crate) fn wipe_host(&mut self) {
        let empty = Answers::new(self.rulebook());
        if let Some(host) = &mut self.host {
            host.consent = Consent::Open;
            host.filled = empty;
        }
    }

    /// The number of the question on the page, counted along the way there.
    pub(crate) fn question_number(&self) -> Option<usize> {
        let asks = |page: &Page| matches!(page, Page::Question(_) | Page::Records(..));
        asks(&self.page).then(|| self.trail.iter().filter(|page| asks(page)).count() + 1)
    }

    /// The address of the full page with the answers of the box, at the page of the box while there are none.
    pub(crate) fn full_address(&self) -> String {
        match self.link() {
            Some(link) => crate::navigation::link_address(&link, &self.site),
            None => self.page.address(&self.site),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Consent, HostEvent};
    use crate::embed::Settings;
    use crate::navigation::Page;
    use crate::site::Site;
    use crate::store::{Event, Model};
    use steunwijzer_advisor::answers_file;
    use steunwijzer_advisor::interview::Action;
    use steunwijzer_advisor::lang::Lang;
    use steunwijzer_engine::answers::{Answers, Whose};

    fn boxed(attributes: &[(&str, &str)]) -> Model {
        let site = Site::new(steunwijzer_rules::rulebook()).away_from("https://steun.example/");
        let day = site.rulebook.edition.date;
        let settings = settings(&site, attributes);
        Model::new(site, day, Lang::Nl, Page::Start).in_box(settings)
    }

    fn settings(site: &Site, attributes: &[(&str, &str)]) -> Settings {
        let mut settings = Settings::default();
        for (name, value) in attributes {
            settings.read(name, Some(value), site).unwrap();
        }
        settings
    }

    fn answers(model: &Model, text: &str) -> Answers {
        answers_file::read(model.rulebook(), text).unwrap()
    }

    #[test]
    fn a_box_begins_with_a_question_or_where_its_site_asks() {
        assert!(matches!(boxed(&[]).page, Page::Question(_)));
        assert_eq!(boxed(&[("mode", "desk")]).page, Page::Desk);
    }

    #[test]
    fn a_municipality_is_answered_and_can_be_changed() {
        let model = boxed(&[("municipality", "Tilburg")]);
        let place = model.rulebook().question_id("org.place").unwrap();
        assert!(model.answer((place, Whose::Organisation)).is_some());
        let model = model.after(Event::Act(Action::NotKnown(place, Whose::Organisation)));
        let same = settings(&model.site, &[("municipality", "Breda")]);
        let after = model.after(Event::Host(HostEvent::Settings(same)));
        assert_eq!(after.interview.answers, model.interview.answers, "what a visitor says stays");
    }

    #[test]
    fn what_the_visitor_told_is_never_filled_over() {
        let model = boxed(&[]);
        let vof = answers(&model, r#"{"org.legal_form":"vof"}"#);
        let model = model.after(Event::Host(HostEvent::Fill(vof.clone())));
        assert_eq!(model.interview.answers, vof);
        let form = model.rulebook().question_id("org.legal_form").unwrap();
        let model = model.after(Event::Act(Action::NotKnown(form, Whose::Organisation)));
        let after = model.after(Event::Host(HostEvent::Fill(vof)));
        assert_eq!(after.interview.answers, model.interview.answers);
    }

    #[test]
    fn kinds_narrow_the_counts_and_stay_when_everything_is_wiped() {
        let all = boxed(&[]);
        let some = boxed(&[("kinds", "loans")]);
        assert!(some.judged.advice.counts.cannot_tell < all.judged.advice.counts.cannot_tell);
        let wiped = some.after(Event::Act(Action::StartAgain));
        assert_eq!(wiped.judged.advice.counts, some.judged.advice.counts);
    }

    #[test]
    fn answers_are_seen_only_while_they_are_asked_for_and_the_visitor_agrees() {
        let sees = |model: &Model| model.host.as_ref().unwrap().may_see();
        let agree = Event::Host(HostEvent::Consent(Consent::Given));
        assert!(!sees(&boxed(&[]).after(agree.clone())));
        let asked = boxed(&[("share-answers", "")]);
        assert!(!sees(&asked));
        let agreed = asked.after(agree);
        assert!(sees(&agreed));
        let stopped = agreed.after(Event::Host(HostEvent::Settings(Settings::default())));
        let asked = settings(&stopped.site, &[("share-answers", "")]);
        assert!(!sees(&stopped.after(Event::Host(HostEvent::Settings(asked)))), "an old yes is no new one");
    }

    #[test]
    fn back_goes_one_page_back_and_keeps_the_answers() {
        let model = boxed(&[]);
        let Page::Question(first) = model.page else { panic!("no question") };
        let model = model.after(Event::Act(Action::NotKnown(first, Whose::Organisation)));
        let next = model.after(Event::Submit(None));
        assert_eq!(next.question_number(), Some(2));
        let back = next.after(Event::Back);
        assert_eq!((back.page, back.step), (Page::Question(first), 0));
        assert_eq!(back.interview.answers, next.interview.answers);
        assert_eq!(back.after(Event::Back).page, Page::Question(first), "nothing before the first");
    }

    #[test]
    fn links_lead_to_the_full_page_and_take_the_answers_along() {
        let model = boxed(&[]);
        assert!(model.full_address().starts_with("https://steun.example/#vraag/"));
        let told = answers(&model, r#"{"org.legal_form":"vof"}"#);
        let model = model.after(Event::Host(HostEvent::Fill(told)));
        assert!(model.full_address().starts_with("https://steun.example/#deel/"));
    }
}
