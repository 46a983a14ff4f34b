//! The models of calculators, and what happens to them.

use crate::event::Folds;
use crate::navigation::Page;
use crate::site::Site;
use crate::store::{Calculate, Event, Model};
use std::rc::Rc;
use steunwijzer_advisor::calculators::{self, begin, take_over};
use steunwijzer_advisor::dossier;
use steunwijzer_advisor::interview::Interview;
use steunwijzer_engine::advice::Advice;
use steunwijzer_engine::calculators::Calculators;

/// The calculators that were opened, by row, each with a model of its own.
#[derive(Clone, Debug, Default)]
pub(crate) struct Opened(Vec<(u16, Rc<Model>)>);

impl Opened {
    /// The model of a calculator, if it was opened.
    pub(crate) fn get(&self, row: u16) -> Option<&Rc<Model>> {
        self.0.iter().find(|(own, _)| *own == row).map(|(_, model)| model)
    }

    fn put(&mut self, row: u16, model: Model) {
        self.0.retain(|(own, _)| *own != row);
        self.0.push((row, Rc::new(model)));
    }

    /// Each calculator by its id, with what was filled in there as a dossier.
    pub(crate) fn texts(&self, calculators: &Calculators) -> Vec<(String, String)> {
        let text =
            |(row, model): &(u16, Rc<Model>)| Some((calculators.get(*row)?.id.clone(), model.dossier_text()));
        self.0.iter().filter_map(text).collect()
    }

    /// The rulebook with the questions of calculators, if one was opened.
    fn site(&self) -> Option<Site> {
        self.0.first().map(|(_, model)| model.site.clone())
    }

    /// Takes the words that have arrived.
    pub(crate) fn receive(&mut self, site: &Site) {
        for (_, model) in &mut self.0 {
            let mut own = Model::clone(model);
            own.site = own.site.with_words_of(site);
            *model = Rc::new(own);
        }
    }
}

/// The judgement of the schemes of a calculator.
pub(crate) fn advice(site: &Site, row: u16, interview: &Interview) -> Advice {
    match site.calculators.get(row) {
        Some(calculator) => {
            calculators::advice(&site.rulebook, calculator, &interview.answers, interview.as_on)
        }
        None => steunwijzer_engine::advise_on(&site.rulebook, &interview.answers, interview.as_on, []),
    }
}

impl Model {
    /// Opens the calculator of the page, or brings its day and language up to date.
    pub(crate) fn open_calculator(&mut self) {
        let Page::Calculator(row) = self.page else { return };
        if self.site.is_extended() {
            return; // this is the model of a calculator
        }
        let (as_on, lang) = (self.interview.as_on, self.interview.lang);
        match self.opened.get(row) {
            None => {
                let fresh = self.fresh(row);
                self.opened.put(row, fresh);
            }
            Some(own) if own.interview.as_on != as_on || own.interview.lang != lang => {
                let mut own = Model::clone(own);
                (own.interview.as_on, own.interview.lang) = (as_on, lang);
                own.judge_again();
                self.opened.put(row, own);
            }
            Some(_) => {}
        }
    }

    /// Opens a calculator with what a text of [`Opened::texts`] says; not if it cannot be read.
    pub(crate) fn reopen_calculator(&mut self, id: &str, text: &str) {
        let Some(row) = self.site.calculators.row(id) else { return };
        let mut own = self.fresh(row);
        let read = dossier::read(own.rulebook(), text.as_bytes(), own.interview.as_on, own.lang());
        if let Ok(read) = read {
            own.interview.answers = read.dossier.answers;
            own.judge_again();
            self.opened.put(row, own);
        }
    }

    /// A calculator in which nothing was filled in.
    fn fresh(&self, row: u16) -> Model {
        let site = self.opened.site().unwrap_or_else(|| self.site.with_calculators());
        let mut interview = Interview::new(&site.rulebook, self.interview.as_on, self.interview.lang);
        if let Some(calculator) = site.calculators.get(row) {
            interview.answers = begin(&site.rulebook, calculator);
        }
        let mut own = Model {
            site,
            interview,
            page: Page::Calculator(row),
            drafts: Vec::new(),
            folds: Folds::default(),
            opened: Opened::default(),
            before: None,
            ..self.clone()
        };
        own.judge_again();
        own
    }

    /// Hands an event to the calculator of the page.
    pub(crate) fn calculate(&mut self, event: Calculate) {
        let Page::Calculator(row) = self.page else { return };
        let Some(own) = self.opened.get(row) else { return };
        let next = match event {
            Calculate::Do(event) => own.after_typing(*event),
            Calculate::Clear => self.fresh(row),
            Calculate::TakeOver(record) => self.taken_over(own, row, record),
        };
        self.opened.put(row, next);
    }

    fn taken_over(&self, own: &Model, row: u16, record: u16) -> Model {
        let mut next = own.clone();
        if let Some(calculator) = own.site.calculators.get(row) {
            let from = &self.interview.answers;
            let rulebook = own.rulebook();
            next.interview.answers = take_over(rulebook, calculator, &own.interview.answers, from, record);
        }
        next.drafts = Vec::new();
        next.folds.taken = true;
        next.judge_again();
        next
    }

    /// After an event; what is typed counts at once, and is marked as wrong only when it was left.
    fn after_typing(&self, event: Event) -> Model {
        let key = if let Event::Typed(key, ..) | Event::Roughly(key, _) = &event { Some(*key) } else { None };
        let mut next = self.after(event);
        if let Some(key) = key {
            next.read_while_typing(key);
        }
        next
    }
}
