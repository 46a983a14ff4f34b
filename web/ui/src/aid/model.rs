//! What the visitor says on the page of the aid account: a day, new aid, who got what.

use crate::draft;
use crate::store::Model;
use steunwijzer_advisor::dossier::AidChoices;
use steunwijzer_advisor::entry::Why;
use steunwijzer_advisor::interview::Action;
use steunwijzer_advisor::present::plan::aid::{AidAsked, Ceiling, Owner};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::ListId;

/// What stands in the form, and what was read of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct AidForm {
    pub(super) day_parts: [String; 3],
    pub(super) day_problem: Option<Why>,
    /// The day of the room; without one that of the advice.
    day: Option<Date>,
    pub(super) amount: String,
    pub(super) amount_problem: Option<Why>,
    /// The new aid in euro.
    new_aid: Option<Number>,
    /// The rules of the new aid.
    pub(super) ceiling: Ceiling,
    /// Who got the aid of each record.
    owners: Vec<Owner>,
}

/// Something on the page of the aid account.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum AidEvent {
    /// Something was typed in a part of the day.
    DayTyped(usize, String),
    /// Something was typed as the amount of new aid.
    AmountTyped(String),
    /// The rules of the new aid.
    Under(Ceiling),
    /// Who got the aid of a record.
    GotBy(u16, Owner),
    /// Uses what stands in the form.
    Use,
}

impl Default for AidForm {
    fn default() -> AidForm {
        AidForm {
            day_parts: Default::default(),
            day_problem: None,
            day: None,
            amount: String::new(),
            amount_problem: None,
            new_aid: None,
            ceiling: Ceiling::General,
            owners: Vec::new(),
        }
    }
}

impl AidForm {
    /// The form as a dossier holds it.
    pub(crate) fn choices(&self) -> AidChoices {
        AidChoices {
            owners: self.owners.clone(),
            day: self.day,
            ceiling: (self.ceiling != Ceiling::General).then_some(self.ceiling),
            amount: self.amount.clone(),
        }
    }

    /// The form as a dossier held it; the model reads the amount.
    pub(crate) fn of(choices: &AidChoices, model: &Model) -> AidForm {
        let day = choices.day.map(Date::parts);
        let number = |number: i32| number.to_string();
        let amount = model.view().read_new_aid(&choices.amount);
        AidForm {
            day_parts: day.map_or_else(Default::default, |day| {
                [number(i32::from(day.day)), number(i32::from(day.month)), number(day.year)]
            }),
            day: choices.day,
            amount: choices.amount.clone(),
            amount_problem: amount.err(),
            new_aid: amount.unwrap_or_default(),
            ceiling: choices.ceiling.unwrap_or(Ceiling::General),
            owners: choices.owners.clone(),
            ..AidForm::default()
        }
    }

    /// Who got the aid of a record.
    pub(super) fn owner(&self, row: u16) -> Owner {
        self.owners.get(usize::from(row)).copied().unwrap_or_default()
    }

    fn got_by(&mut self, row: u16, owner: Owner) {
        let row = usize::from(row);
        if self.owners.len() <= row {
            self.owners.resize(row + 1, Owner::default());
        }
        if let Some(own) = self.owners.get_mut(row) {
            *own = owner;
        }
    }

    /// What was said of a record goes with it.
    pub(crate) fn follow(&mut self, action: &Action, aid: Option<ListId>) {
        match action {
            Action::RemoveRecord(list, row) if Some(*list) == aid => {
                self.owners = (0usize..)
                    .zip(&self.owners)
                    .filter(|(at, _)| *at != usize::from(*row))
                    .map(|(_, own)| *own)
                    .collect();
            }
            Action::TellNone(list) | Action::Forget(list) if Some(*list) == aid => self.owners.clear(),
            Action::StartAgain => *self = AidForm::default(),
            Action::Answer(..)
            | Action::NotKnown(..)
            | Action::TakeBack(..)
            | Action::AddRecord(_)
            | Action::RemoveRecord(..)
            | Action::TellNone(_)
            | Action::Forget(_)
            | Action::GoTo(_)
            | Action::Next
            | Action::Back
            | Action::AsOn(_)
            | Action::Speak(_) => {}
        }
    }
}

impl Model {
    /// What is asked of the aid account.
    pub(super) fn aid_asked(&self) -> AidAsked {
        AidAsked {
            day: self.aid.day.unwrap_or(self.interview.as_on),
            owners: self.aid.owners.clone(),
            new_aid: self.aid.new_aid.map(|amount| (self.aid.ceiling, amount)),
        }
    }

    /// The list of received aid.
    pub(crate) fn aid_list(&self) -> Option<ListId> {
        self.rulebook().list_id("received_aid")
    }

    pub(crate) fn on_aid(&mut self, event: AidEvent) {
        match event {
            AidEvent::DayTyped(part, text) => {
                if let Some(own) = self.aid.day_parts.get_mut(part) {
                    *own = text;
                }
            }
            AidEvent::AmountTyped(text) => self.aid.amount = text,
            AidEvent::Under(ceiling) => self.aid.ceiling = ceiling,
            AidEvent::GotBy(row, owner) => self.aid.got_by(row, owner),
            AidEvent::Use => self.use_aid_form(),
        }
    }

    fn use_aid_form(&mut self) {
        let is_empty = self.aid.day_parts.iter().all(|part| part.trim().is_empty());
        let read = if is_empty { Ok(None) } else { draft::day(&self.aid.day_parts).map(Some) };
        self.aid.day_problem = read.err();
        self.aid.day = read.unwrap_or(self.aid.day);
        let amount = self.view().read_new_aid(&self.aid.amount);
        self.aid.amount_problem = amount.err();
        self.aid.new_aid = amount.unwrap_or(self.aid.new_aid);
    }
}
