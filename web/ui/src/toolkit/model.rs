//! The parts of the page, and what was copied from it.

use crate::store::Model;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::toolkit as say;

/// A part of the page, which folds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Policy,
    Procurement,
    Colleagues,
    Tips,
    Practice,
    Coalition,
    Decisions,
    Links,
}

impl Part {
    /// All, in the order of the page.
    pub(crate) const ALL: [Part; 8] = [
        Part::Policy,
        Part::Procurement,
        Part::Colleagues,
        Part::Tips,
        Part::Practice,
        Part::Coalition,
        Part::Decisions,
        Part::Links,
    ];

    /// Its name in the address.
    pub(crate) fn address(self) -> &'static str {
        match self {
            Part::Policy => "beleid",
            Part::Procurement => "inkopen",
            Part::Colleagues => "collegas",
            Part::Tips => "tips",
            Part::Practice => "praktijk",
            Part::Coalition => "akkoord",
            Part::Decisions => "beslissen",
            Part::Links => "adressen",
        }
    }

    /// The part with this name in the address.
    pub(crate) fn at(address: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.address() == address)
    }

    /// Its title.
    pub(crate) fn title(self, lang: Lang) -> &'static str {
        match self {
            Part::Policy => say::part_policy(lang),
            Part::Procurement => say::part_procurement(lang),
            Part::Colleagues => say::part_colleagues(lang),
            Part::Tips => say::part_tips(lang),
            Part::Practice => say::part_practice(lang),
            Part::Coalition => say::part_coalition(lang),
            Part::Decisions => say::part_decisions(lang),
            Part::Links => say::part_links(lang),
        }
    }
}

/// What stands on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ToolkitForm {
    /// What was copied last, by name, and whether that worked.
    pub(crate) copied: Option<(String, bool)>,
}

/// Something on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ToolkitEvent {
    /// A paragraph was copied: its name, and whether that worked.
    Copied(String, bool),
}

impl Model {
    pub(crate) fn on_toolkit(&mut self, event: ToolkitEvent) {
        match event {
            ToolkitEvent::Copied(name, worked) => self.toolkit.copied = Some((name, worked)),
        }
    }
}
