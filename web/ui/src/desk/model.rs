//! What stands on the desk, and what happens to it.

use crate::fields::field_id;
use crate::store::{Event, Model};
use std::rc::Rc;
use steunwijzer_advisor::case::CaseAction;
use steunwijzer_advisor::desk::{self, Given, Hit, Key, Listing, Target};
use steunwijzer_advisor::interview::Action;
use steunwijzer_advisor::messages::desk as say;
use steunwijzer_engine::advice::{Advice, Ask};
use steunwijzer_engine::answers::{Answer, Whose};
use steunwijzer_engine::rulebook::ListId;

/// The id of the field in which one looks for a question.
pub(super) const JUMP: &str = "sprong";

/// Where somebody works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    /// In the field in which one looks for a question.
    Jump,
    /// In a field of the sheet.
    Field(Key),
}

/// Where the focus has to go, and how often it was sent somewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sent {
    pub(super) times: u32,
    pub(super) id: String,
}

/// What stands on the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DeskForm {
    /// What was typed to find a question.
    pub(super) typed: String,
    /// The hit that Enter takes.
    pub(super) marked: usize,
    /// What was just filled in.
    pub(super) said: String,
    /// Fields that were looked for: they stand on the sheet.
    pub(super) sought: Vec<Key>,
    /// Where somebody works; none when the page has just come.
    here: Option<Spot>,
    pub(super) sent: Sent,
    /// The verdicts beside the sheet.
    pub(super) listing: Listing,
    /// Whether it is asked if the conversation may be wiped.
    pub(super) wipe: bool,
}

/// Something on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DeskEvent {
    /// This was typed to find a question.
    Type(String),
    /// Another hit is marked.
    Mark(usize),
    /// A hit is taken.
    Take(Hit),
    /// The focus came here.
    Here(Spot),
    /// To the field in which one looks for a question.
    ToJump,
    /// The list of verdicts is put in order, on request.
    Settle,
    /// A field is finished: to the next.
    Next(Key),
    /// To the field of a question.
    Seek(Key),
    /// To what is asked.
    SeekAsk(Ask),
    /// An option is chosen by its letter.
    Choose(Key, Given),
    /// A field is made empty.
    Clear(Key),
    /// Adds a record.
    Add(ListId),
    /// Takes a record away.
    Remove(ListId, u16),
    /// There are certainly no records; or that is taken back.
    TellNone(ListId, bool),
    /// Asks whether the conversation may be wiped, or no longer.
    AskWipe(bool),
    /// Wipes the conversation.
    Wipe,
}

impl DeskForm {
    /// The page comes: nobody works anywhere yet.
    pub(crate) fn arrive(&mut self) {
        self.here = None;
        self.sent = Sent::default();
        self.said.clear();
        self.wipe = false;
    }

    /// The answers were judged again.
    pub(crate) fn answered(&mut self, before: &Advice, now: &Advice) {
        self.listing.answered(before, now);
    }

    fn send_to(&mut self, id: String) {
        self.sent = Sent { times: self.sent.times + 1, id };
    }
}

/// The id of the button that adds a record.
pub(super) fn add_id(list: ListId) -> String {
    ["erbij-", &list.0.to_string()].concat()
}

/// The id of the button beside it.
pub(super) fn none_id(list: ListId) -> String {
    ["geen-", &list.0.to_string()].concat()
}

impl Model {
    pub(crate) fn on_desk(&mut self, event: DeskEvent) {
        match event {
            DeskEvent::Type(text) => {
                self.desk.typed = text;
                self.desk.marked = 0;
            }
            DeskEvent::Mark(row) => self.desk.marked = row,
            DeskEvent::Take(hit) => self.take(&hit),
            DeskEvent::Here(spot) => self.come(spot),
            DeskEvent::Settle => self.settle(),
            DeskEvent::ToJump => self.desk.send_to(JUMP.to_owned()),
            DeskEvent::Next(key) => self.next_after(key),
            DeskEvent::Seek(key) => self.seek(key),
            DeskEvent::SeekAsk(Ask::Question(question, whose)) => self.seek((question, whose)),
            DeskEvent::SeekAsk(Ask::List(list)) | DeskEvent::Add(list) => self.add(list),
            DeskEvent::Choose(key, given) => self.give(key, given),
            DeskEvent::Clear(key) => {
                self.act(Action::TakeBack(key.0, key.1));
                self.seek(key);
            }
            DeskEvent::Remove(list, row) => {
                *self = self.after(Event::RemoveRecord(list, row));
                self.desk.sought.retain(|(_, whose)| !matches!(whose, Whose::Record(own, _) if *own == list));
                self.desk.send_to(add_id(list));
            }
            DeskEvent::TellNone(list, none) => {
                self.act(if none { Action::TellNone(list) } else { Action::Forget(list) });
                self.desk.send_to(none_id(list));
            }
            DeskEvent::AskWipe(asks) => self.desk.wipe = asks,
            DeskEvent::Wipe => self.wipe_conversation(),
        }
    }

    /// The definition is the choice of the municipality: it stays for the next caller.
    fn wipe_conversation(&mut self) {
        let definition = self.case.definition;
        self.act(Action::StartAgain);
        self.case = self.case.after(CaseAction::Wipe);
        if let Some(definition) = definition {
            self.case = self.case.after(CaseAction::Define(definition));
        }
        self.desk = DeskForm { sent: std::mem::take(&mut self.desk.sent), ..DeskForm::default() };
        self.desk.send_to(JUMP.to_owned());
    }

    /// Between two fields the list of verdicts may change its order, and only then.
    fn come(&mut self, spot: Spot) {
        if self.desk.here != Some(spot) {
            self.desk.here = Some(spot);
            self.settle();
        }
    }

    fn settle(&mut self) {
        let mut listing = std::mem::take(&mut self.desk.listing);
        listing.settle(&self.view());
        self.desk.listing = listing;
    }

    fn take(&mut self, hit: &Hit) {
        let before = Rc::clone(&self.judged);
        let whose = match hit.target {
            Target::Told(whose) => whose,
            Target::New(list) => {
                self.act(Action::AddRecord(list));
                let told = self.interview.answers.records(list).unwrap_or_default().len();
                Whose::Record(list, u16::try_from(told.saturating_sub(1)).unwrap_or(u16::MAX))
            }
        };
        let key = (hit.question, whose);
        self.desk.typed.clear();
        self.desk.marked = 0;
        match hit.given {
            None => self.seek(key),
            Some(given) => {
                self.desk.sought.push(key);
                self.give(key, given);
                self.desk.said = say::answered(self.lang(), &hit.answer, &hit.name);
            }
        }
        // A record that was added on the way counts as one answer with what was said of it.
        self.desk.answered(&before.advice, &self.judged.advice);
    }

    fn give(&mut self, (question, whose): Key, given: Given) {
        self.act(match given {
            Given::Answer(slot) => Action::Answer(question, whose, slot),
            Given::NotKnown => Action::NotKnown(question, whose),
            Given::Also(slot) => match self.answer((question, whose)) {
                Some(Answer::Known(known)) => Action::Answer(question, whose, Given::together(known, slot)),
                Some(Answer::NotKnown) | None => Action::Answer(question, whose, slot),
            },
        });
    }

    fn seek(&mut self, key: Key) {
        let Some(question) = self.question(key.0) else { return };
        let id = field_id(question, key.1);
        self.desk.sought.push(key);
        self.desk.send_to(id);
    }

    fn add(&mut self, list: ListId) {
        self.act(Action::AddRecord(list));
        let told = self.interview.answers.records(list).unwrap_or_default().len();
        let whose = Whose::Record(list, u16::try_from(told.saturating_sub(1)).unwrap_or(u16::MAX));
        let sections = self.sheet();
        let fields = sections.iter().flat_map(|section| &section.parts).filter(|part| part.whose == whose);
        let first = fields.flat_map(|part| &part.fields).map(|field| (field.question, field.whose)).next();
        if let Some(key) = first {
            self.seek(key);
        }
    }

    /// What is typed is read first; a mistake keeps the focus.
    fn next_after(&mut self, key: Key) {
        *self = self.after(Event::Leave(key));
        if self.draft(key).problem.is_some() {
            return;
        }
        match desk::next_field(&self.sheet(), key) {
            Some(next) => self.seek(next),
            None => self.desk.send_to(JUMP.to_owned()),
        }
    }

    /// The sheet as it stands.
    pub(super) fn sheet(&self) -> Vec<desk::Section<'_>> {
        let words = self.site.words(self.lang());
        desk::sheet(&self.interview, self.rulebook(), words, &self.desk.sought)
    }
}
