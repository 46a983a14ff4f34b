//! What stands on the page, and what happens to it.

use crate::store::Model;

/// What stands on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DossierForm {}

/// Something on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DossierEvent {}

impl Model {
    pub(crate) fn on_dossier(&mut self, event: DossierEvent) {
        match event {}
    }
}
