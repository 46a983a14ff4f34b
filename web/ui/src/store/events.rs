//! What every event makes of the model.

use super::Model;
use crate::draft;
use crate::event::{Event, Fold, Folds};
use crate::navigation::Page;
use crate::order;
use crate::site::Site;
use std::rc::Rc;
use steunwijzer_advisor::dossier::Kept;
use steunwijzer_advisor::interview::Action;
use steunwijzer_advisor::present::Filter;
use steunwijzer_advisor::present::plan::{Finance, Settings};
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::rulebook::ListId;
use yew::Reducible;

impl Reducible for Model {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        Rc::new(self.after(event))
    }
}

impl Model {
    pub(crate) fn after(&self, event: Event) -> Model {
        let mut next = self.clone();
        match event {
            Event::Act(action) => next.act(action),
            Event::Go(page) => next.go(page),
            Event::Arrive(page, step) => {
                next.origin = None;
                next.trail.truncate(usize::try_from(step).unwrap_or(usize::MAX));
                next.show(page, step);
            }
            Event::Typed(key, part, text) => {
                put(&mut next.draft_mut(key).parts, part, text);
                next.folds.places = Some((key, None));
            }
            Event::Roughly(key, about) => next.draft_mut(key).about = about,
            Event::Leave(key) => {
                next.folds.places = None;
                next.leave(key);
            }
            Event::Submit(to) => next.submit(to),
            Event::Skip(question) => {
                next.skipped.push(question);
                next.go(order::next(&next));
            }
            Event::AddRecord(topic) => next.add_record(topic),
            Event::RemoveRecord(list, row) => next.remove_record(list, row),
            Event::Show(filter) => next.filter = filter,
            Event::Compare(scheme) => next.compare(scheme),
            Event::CompareNone => next.compared.clear(),
            Event::ShowAdvice(filter) => {
                next.filter = filter;
                next.go(Page::Advice);
            }
            Event::Toggle(Fold::Menu) => next.folds.menu = !next.folds.menu,
            Event::Toggle(Fold::Day) => next.folds.day = !next.folds.day,
            Event::Places(places) => next.folds.places = places,
            Event::Choose(subject) => next.folds.subject = Some(subject),
            Event::DayTyped(part, text) => put(&mut next.folds.day_parts, part, text),
            Event::UseDay => next.use_day(),
            Event::Calculate(event) => next.calculate(event),
            Event::Aid(event) => next.on_aid(event),
            Event::Case(action) => next.case = next.case.after(action),
            Event::Desk(event) => next.on_desk(event),
            Event::Toolkit(event) => next.on_toolkit(event),
            Event::Dossier(event) => next.on_dossier(event),
            Event::Paper(event) => next.on_paper(event),
            Event::Embed(event) => next.on_embed(event),
            Event::Set(setting, text) => next.cash.set(setting, text),
            Event::Finance(choose) => next.finance = next.finance.after(choose),
            Event::Received(site) => next.receive(site),
            Event::Back => next.back(),
            Event::Host(event) => next.on_host(event),
            Event::Newer(event) => next.on_newer(event),
        }
        next.open_calculator();
        next.rework(self);
        next
    }

    pub(crate) fn act(&mut self, action: Action) {
        self.aid.follow(&action, self.aid_list());
        Kept::follow(&mut self.dossier.kept, &self.site.rulebook, &action);
        // What the action answers no longer stands only in a field.
        match action {
            Action::Answer(question, whose, _)
            | Action::NotKnown(question, whose)
            | Action::TakeBack(question, whose) => {
                self.drafts.retain(|(key, _)| *key != (question, whose));
                self.folds.places = None;
            }
            Action::RemoveRecord(list, _) | Action::TellNone(list) | Action::Forget(list) => {
                // Wishes name needs by their row.
                self.finance = Finance::default();
                self.drafts.retain(|((_, whose), _)| !matches!(whose, Whose::Record(own, _) if *own == list));
            }
            Action::StartAgain => {
                self.drafts.clear();
                self.skipped.clear();
                self.filter = Filter::default();
                self.compared.clear();
                self.origin = None;
                self.finance = Finance::default();
                self.folds = Folds::default();
                self.cash = Settings::default();
            }
            Action::AddRecord(_) | Action::GoTo(_) | Action::Next | Action::Back | Action::AsOn(_) => {}
            Action::Speak(lang) => {
                // Without its words the page would fall silent: it goes on in the one it has.
                self.awaited = (!self.site.words(lang).has_questions()).then_some(lang);
                if self.awaited.is_some() {
                    return;
                }
            }
        }
        self.change(action);
    }

    fn receive(&mut self, site: Site) {
        self.opened.receive(&site);
        self.site = site;
        if let Some(lang) = self.awaited {
            self.act(Action::Speak(lang));
        }
    }

    pub(super) fn change(&mut self, action: Action) {
        // A refused action changes nothing: fields check their entry before they send it.
        let Ok(next) = self.interview.after(&self.site.rulebook, action) else { return };
        let is_judged_alike = next.answers == self.interview.answers && next.as_on == self.interview.as_on;
        self.interview = next;
        if !is_judged_alike {
            let before = Rc::clone(&self.judged);
            self.before = Some(before.advice.counts);
            self.judge_again();
            self.desk.answered(&before.advice, &self.judged.advice);
        }
    }

    fn add_record(&mut self, topic: u16) {
        let Some(list) = self.topic(topic).and_then(|topic| topic.list) else { return };
        self.act(Action::AddRecord(list));
        let records = self.interview.answers.records(list).unwrap_or_default().len();
        let last = u16::try_from(records).unwrap_or(u16::MAX).checked_sub(1);
        self.go(Page::Records(topic, last));
    }

    /// The last record that is taken away leaves *not told yet*: nobody said that there are none.
    fn remove_record(&mut self, list: ListId, row: u16) {
        if self.site.labour().is_some_and(|labour| labour.list() == list) {
            self.cash.forget_hire(row);
        }
        match self.interview.answers.records(list) {
            Some([_]) | None => self.act(Action::Forget(list)),
            Some([..]) => self.act(Action::RemoveRecord(list, row)),
        }
        self.filter = Filter::default();
        if let Page::Records(topic, Some(_)) = self.page {
            self.go(Page::Records(topic, None));
        }
    }

    fn use_day(&mut self) {
        match draft::day(&self.folds.day_parts) {
            Ok(day) => {
                self.folds.day_problem = None;
                self.act(Action::AsOn(day));
            }
            Err(why) => self.folds.day_problem = Some(why),
        }
    }
}

fn put(parts: &mut [String; 3], part: usize, text: String) {
    if let Some(own) = parts.get_mut(part) {
        *own = text;
    }
}
