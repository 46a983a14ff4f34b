//! What this device remembers: the day, and a dossier.

use crate::storage;
use crate::store::Model;
use steunwijzer_advisor::dossier::{Opened, read};
use steunwijzer_engine::date::Date;

/// Whether this device remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Memory {
    /// Nobody asked for it.
    #[default]
    Off,
    /// The browser does not allow it.
    Blocked,
    /// The page is somebody else's: its storage is not ours.
    NotOurs,
    /// It remembers every change.
    On,
    /// The last change could not be written.
    Failed,
    /// It remembers this of an earlier visit, and asks whether to go on with it.
    Asks(String),
    /// It has to forget, or has done so.
    Forgets,
}

impl Memory {
    /// How it stands at the beginning of a visit.
    pub(crate) fn found() -> Memory {
        match storage::read() {
            Some(text) => Memory::Asks(text),
            None if storage::is_allowed() => Memory::Off,
            None => Memory::Blocked,
        }
    }

    /// Whether it writes every change.
    pub(crate) fn is_on(&self) -> bool {
        matches!(self, Memory::On | Memory::Failed)
    }
}

/// What an earlier visit left: the day on which it was written, and the dossier.
pub(super) struct Remembered {
    pub(super) day: Date,
    pub(super) opened: Opened,
}

/// A text that [`text`] wrote, in any edition; `None` if it cannot be read.
pub(super) fn remembered(model: &Model, text: &str) -> Option<Remembered> {
    let (day, file) = text.split_once('\n')?;
    let day = day.parse().ok()?;
    let mut opened = read(model.rulebook(), file.as_bytes(), model.today, model.lang()).ok()?;
    // Who judged as on the day itself does so again: today.
    if opened.dossier.as_on == day {
        opened.dossier.as_on = model.today;
    }
    Some(Remembered { day, opened })
}

/// What is to be remembered of a state.
pub(super) fn text(model: &Model) -> String {
    [&model.today.to_string(), "\n", &model.dossier_text()].concat()
}

/// The dossier in a remembered text, as a file.
pub(super) fn file(text: &str) -> &str {
    text.split_once('\n').map_or(text, |(_, file)| file)
}

/// What the storage of the browser has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Nothing,
    Write(String),
    Forget,
}

impl Model {
    /// What the storage of the browser has to do so that it is as the visitor asked.
    pub(crate) fn task(&self) -> Task {
        match self.dossier.memory {
            Memory::On | Memory::Failed => Task::Write(text(self)),
            Memory::Forgets => Task::Forget,
            Memory::Off | Memory::Blocked | Memory::NotOurs | Memory::Asks(_) => Task::Nothing,
        }
    }
}

impl Task {
    /// Does it. Whether that worked.
    pub(crate) fn run(&self) -> bool {
        match self {
            Task::Nothing => true,
            Task::Write(text) => storage::write(text),
            Task::Forget => {
                storage::forget();
                true
            }
        }
    }
}
