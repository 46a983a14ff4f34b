//! What stands on the page, and what happens to it.

use crate::store::Model;

/// What stands on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DeskForm {}

/// Something on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DeskEvent {}

impl Model {
    pub(crate) fn on_desk(&mut self, event: DeskEvent) {
        match event {}
    }
}
