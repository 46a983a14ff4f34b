//! What is chosen for the print.

use crate::store::Model;

/// What is chosen for the print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PaperForm {
    /// The full list instead of the two pages.
    whole: bool,
    /// For whom, if that was chosen.
    of_desk: Option<bool>,
    /// Whether somebody worked at the desk.
    was_at_desk: bool,
}

/// Something on the page of the print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PaperEvent {
    /// The full list, or the two pages.
    Whole(bool),
    /// With what the municipality can do, or without.
    OfDesk(bool),
}

impl PaperForm {
    /// Whether the full list is printed.
    pub(crate) fn is_whole(self) -> bool {
        self.whole
    }

    /// Whether the paper comes from the desk: as was chosen, else because somebody worked there.
    pub(crate) fn is_of_desk(self) -> bool {
        self.of_desk.unwrap_or(self.was_at_desk)
    }

    /// Somebody works at the desk.
    pub(crate) fn at_desk(&mut self) {
        self.was_at_desk = true;
    }
}

impl Model {
    pub(crate) fn on_paper(&mut self, event: PaperEvent) {
        match event {
            PaperEvent::Whole(whole) => self.paper.whole = whole,
            PaperEvent::OfDesk(of_desk) => self.paper.of_desk = Some(of_desk),
        }
    }
}
