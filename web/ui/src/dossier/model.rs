//! What stands on the page, and what happens to it.

use super::memory::{self, Memory};
use crate::aid::AidForm;
use crate::navigation::Page;
use crate::store::Model;
use std::rc::Rc;
use steunwijzer_advisor::dossier::link::{self, LinkRefused};
use steunwijzer_advisor::dossier::{Dossier, Kept, Opened, PlanChoices, Refused, read, write};
use steunwijzer_advisor::interview::Action;
use steunwijzer_advisor::present::View;
use steunwijzer_engine::advice::{Advice, OpenQuestion};
use steunwijzer_engine::{advise, open_questions};

/// What stands on the page.
#[derive(Clone, Debug, Default)]
pub(crate) struct DossierForm {
    /// What other editions wrote and this one does not know.
    pub(crate) kept: Vec<Kept>,
    pub(crate) memory: Memory,
    /// What was opened last: says what changed.
    pub(super) opened: Option<Rc<Arrived>>,
    /// What is to be opened, if the visitor agrees.
    pub(super) waiting: Option<Rc<Arrived>>,
    pub(super) refused: Option<Why>,
    pub(super) variant: Option<Rc<Variant>>,
    /// Whether the link is shown.
    pub(super) shares: bool,
    /// Whether the link was copied; none before that was tried.
    pub(super) copied: Option<bool>,
    /// Whether the page asks if everything may be wiped.
    pub(super) asks_to_wipe: bool,
    pub(super) is_wiped: bool,
}

/// A dossier that came from outside.
#[derive(Clone, Debug)]
pub(super) struct Arrived {
    pub(super) from: From,
    pub(super) opened: Opened,
    /// How many answers of a link are not known here.
    pub(super) unknown: usize,
}

/// Where a dossier came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    File,
    Link,
    Memory,
}

/// Why nothing was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    File(Refused),
    Link(LinkRefused),
    NotRead,
}

/// A state to compare with.
#[derive(Debug)]
pub(super) struct Variant {
    pub(super) dossier: Dossier,
    pub(super) is_of_file: bool,
    advice: Advice,
    questions: Vec<OpenQuestion>,
}

/// What a chosen file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    Open,
    Compare,
}

/// Something on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DossierEvent {
    /// A file was chosen: its bytes.
    Chosen(Vec<u8>, Purpose),
    /// A file was chosen that is too large to read.
    TooLarge,
    /// A file was chosen that the browser cannot read.
    NotRead,
    /// A link was followed: its last part.
    Link(String),
    /// Opens what waits.
    Agree,
    /// Compares with what waits.
    CompareWaiting,
    /// Leaves what waits alone.
    Decline,
    /// Judges as on today.
    UseToday,
    /// Holds this state as a variant.
    Hold,
    /// Goes on with the variant, and holds this state.
    Swap,
    /// Stops comparing.
    StopComparing,
    /// Shows the link.
    Share,
    /// The link was copied, or could not be.
    Copied(bool),
    /// Remembers on this device from now on.
    Remember,
    /// Forgets on this device.
    Forget,
    /// The last change was remembered, or could not be.
    Remembered(bool),
    /// Goes on with what this device remembers.
    Resume,
    /// Begins again, and forgets what this device remembers.
    BeginAgain,
    /// Asks whether everything may be wiped.
    AskToWipe,
    /// Wipes nothing.
    KeepAll,
    /// Wipes everything.
    Wipe,
}

impl Variant {
    fn new(model: &Model, dossier: Dossier, is_of_file: bool) -> Rc<Variant> {
        let advice = advise(model.rulebook(), &dossier.answers, dossier.as_on);
        let questions = open_questions(model.rulebook(), &dossier.answers, dossier.as_on);
        Rc::new(Variant { dossier, is_of_file, advice, questions })
    }

    /// Its advice with all that is needed to speak of it.
    pub(super) fn view<'a>(&'a self, model: &'a Model) -> View<'a> {
        View { answers: &self.dossier.answers, questions: &self.questions, ..model.view_of(&self.advice) }
    }
}

impl Model {
    /// The model at the beginning of a visit: with what this device remembers and a link that was
    /// followed.
    pub(crate) fn with_past(mut self, memory: Memory, shared: Option<String>) -> Model {
        let is_empty = |text: &String| {
            memory::remembered(&self, text).is_some_and(|found| found.opened.dossier.is_empty())
        };
        // Of nothing there is nothing to ask.
        let goes_on = matches!(&memory, Memory::Asks(text) if is_empty(text));
        self.dossier.memory = if goes_on { Memory::On } else { memory };
        if let Some(shared) = shared {
            self.follow_link(&shared);
        }
        self
    }

    /// Everything that a dossier holds.
    pub(super) fn to_dossier(&self) -> Dossier {
        let plan =
            PlanChoices { cash: self.cash.clone(), finance: self.finance.clone(), aid: self.aid.choices() };
        Dossier {
            answers: self.interview.answers.clone(),
            as_on: self.interview.as_on,
            lang: self.lang(),
            case: self.case.clone(),
            plan,
            kept: self.dossier.kept.clone(),
        }
    }

    /// The same as a file.
    pub(crate) fn dossier_text(&self) -> String {
        write(self.rulebook(), &self.to_dossier(), self.judged.whole())
    }

    /// Whether there is nothing to save.
    pub(super) fn has_nothing(&self) -> bool {
        self.to_dossier().is_empty()
    }

    /// The last part of the link; none while nothing was answered.
    pub(crate) fn link(&self) -> Option<String> {
        let chosen = (self.interview.as_on != self.today).then_some(self.interview.as_on);
        let answers = &self.interview.answers;
        (!answers.is_empty()).then(|| link::encode(self.rulebook(), answers, chosen))
    }

    pub(crate) fn on_dossier(&mut self, event: DossierEvent) {
        let form = &mut self.dossier;
        (form.copied, form.is_wiped) = (None, false);
        match event {
            DossierEvent::Chosen(bytes, purpose) => self.choose(&bytes, purpose),
            DossierEvent::TooLarge => form.refused = Some(Why::File(Refused::TooLarge)),
            DossierEvent::NotRead => form.refused = Some(Why::NotRead),
            DossierEvent::Link(text) => self.follow_link(&text),
            DossierEvent::Agree => self.agree(),
            DossierEvent::CompareWaiting => {
                if let Some(arrived) = form.waiting.take() {
                    self.dossier.variant = Some(Variant::new(self, arrived.opened.dossier.clone(), true));
                }
            }
            DossierEvent::Decline => form.waiting = None,
            DossierEvent::UseToday => self.act(Action::AsOn(self.today)),
            DossierEvent::Hold => self.dossier.variant = Some(Variant::new(self, self.to_dossier(), false)),
            DossierEvent::Swap => self.swap(),
            DossierEvent::StopComparing => form.variant = None,
            DossierEvent::Share => form.shares = true,
            DossierEvent::Copied(worked) => form.copied = Some(worked),
            DossierEvent::Remember => form.memory = Memory::On,
            DossierEvent::Forget | DossierEvent::BeginAgain => form.memory = Memory::Forgets,
            DossierEvent::Remembered(worked) => {
                if form.memory.is_on() {
                    form.memory = if worked { Memory::On } else { Memory::Failed };
                }
            }
            DossierEvent::Resume => self.resume(),
            DossierEvent::AskToWipe => form.asks_to_wipe = true,
            DossierEvent::KeepAll => form.asks_to_wipe = false,
            DossierEvent::Wipe => self.wipe(),
        }
    }

    fn choose(&mut self, bytes: &[u8], purpose: Purpose) {
        let read = read(self.rulebook(), bytes, self.today, self.lang());
        self.dossier.refused = read.as_ref().err().cloned().map(Why::File);
        let Ok(opened) = read else { return };
        match purpose {
            Purpose::Open => self.receive_dossier(Arrived { from: From::File, opened, unknown: 0 }),
            Purpose::Compare => self.dossier.variant = Some(Variant::new(self, opened.dossier, true)),
        }
    }

    fn follow_link(&mut self, text: &str) {
        let shared = link::decode(self.rulebook(), text);
        self.dossier.refused = shared.as_ref().err().copied().map(Why::Link);
        let Ok(shared) = shared else { return };
        let day = shared.as_on.unwrap_or(self.today);
        let dossier = Dossier { answers: shared.answers, ..Dossier::new(self.rulebook(), day, self.lang()) };
        let opened =
            Opened { dossier, form: steunwijzer_advisor::dossier::FORM, edition: None, verdicts: Vec::new() };
        self.receive_dossier(Arrived { from: From::Link, opened, unknown: shared.unknown });
    }

    /// Opens a dossier at once if nothing would be lost by it, else asks.
    fn receive_dossier(&mut self, arrived: Arrived) {
        self.dossier.waiting = Some(Rc::new(arrived));
        if self.has_nothing() && !self.remembers_something() {
            self.agree();
        }
    }

    /// Whether this device remembers something of an earlier visit that is not on the page.
    pub(super) fn remembers_something(&self) -> bool {
        matches!(self.dossier.memory, Memory::Asks(_))
    }

    fn agree(&mut self) {
        if let Some(arrived) = self.dossier.waiting.take() {
            self.take_over(&arrived.opened.dossier);
            self.dossier.opened = Some(arrived);
        }
    }

    fn swap(&mut self) {
        let Some(variant) = self.dossier.variant.take() else { return };
        let held = Variant::new(self, self.to_dossier(), false);
        self.take_over(&variant.dossier);
        self.dossier.variant = Some(held);
        self.dossier.opened = None;
    }

    fn resume(&mut self) {
        let Memory::Asks(text) = &self.dossier.memory else { return };
        let Some(remembered) = memory::remembered(self, text) else { return };
        self.dossier.memory = Memory::On;
        self.take_over(&remembered.opened.dossier);
        let arrived = Arrived { from: From::Memory, opened: remembered.opened, unknown: 0 };
        // Verdicts of another day differ by the day alone.
        let is_news = arrived.opened.is_of_another_edition(self.rulebook());
        self.dossier.opened = is_news.then(|| Rc::new(arrived));
        if is_news {
            self.go(Page::Dossier);
        }
    }

    /// Makes the state that of a dossier. What was typed and not answered goes with the state before.
    pub(super) fn take_over(&mut self, dossier: &Dossier) {
        let mut next = self.anew();
        next.interview.answers = dossier.answers.clone();
        next.interview.as_on = dossier.as_on;
        next.case = dossier.case.clone();
        next.cash = dossier.plan.cash.clone();
        next.finance = dossier.plan.finance.clone();
        // Calculators are beside the dossier.
        next.opened = self.opened.clone();
        next.judge_again();
        next.aid = AidForm::of(&dossier.plan.aid, &next);
        next.dossier = DossierForm { kept: dossier.kept.clone(), ..self.dossier.clone() };
        next.dossier.refused = None;
        next.act(Action::Speak(dossier.lang));
        *self = next;
    }

    /// Wipes everything that was told, typed, noted, chosen, opened or remembered.
    fn wipe(&mut self) {
        let memory = match self.dossier.memory {
            Memory::Blocked => Memory::Blocked,
            Memory::NotOurs => Memory::NotOurs,
            Memory::Off | Memory::On | Memory::Failed | Memory::Asks(_) | Memory::Forgets => Memory::Forgets,
        };
        *self = self.anew();
        self.wipe_host();
        self.dossier = DossierForm { memory, is_wiped: true, ..DossierForm::default() };
    }

    /// The page as it is, with nothing told: made anew, so that nothing can be forgotten to wipe.
    fn anew(&self) -> Model {
        let mut next = Model::new(self.site.clone(), self.today, self.lang(), self.page);
        next.step = self.step;
        next.around = self.around.clone();
        next.trail = self.trail.clone();
        next.host = self.host.clone();
        next.newer = self.newer.clone();
        next.judge_again();
        next
    }
}
