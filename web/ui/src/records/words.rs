//! How each list is spoken of.

use crate::store::Model;
use steunwijzer_advisor::messages::records as say;
use steunwijzer_engine::rulebook::ListId;

/// The words of a list.
pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) lead: &'static str,
    pub(super) add: &'static str,
    pub(super) more: &'static str,
    pub(super) none: &'static str,
    pub(super) done: &'static str,
}

impl Words {
    /// The words of a list. A list of a newer edition is spoken of as needs.
    pub(super) fn of(model: &Model, list: ListId) -> Words {
        let lang = model.lang();
        match model.rulebook().lists.get(list.row()).map_or("", |list| list.item.as_str()) {
            "hire" => Words {
                title: say::hires_title(lang),
                lead: say::hires_lead(lang),
                add: say::hires_add(lang),
                more: say::hires_more(lang),
                none: say::hires_none(lang),
                done: say::hires_done(lang),
            },
            "aid" => Words {
                title: say::aid_title(lang),
                lead: say::aid_lead(lang),
                add: say::aid_add(lang),
                more: say::aid_more(lang),
                none: say::aid_none(lang),
                done: say::aid_done(lang),
            },
            _ => Words {
                title: say::needs_title(lang),
                lead: say::needs_lead(lang),
                add: say::needs_add(lang),
                more: say::needs_more(lang),
                none: say::needs_none(lang),
                done: say::needs_done(lang),
            },
        }
    }
}
