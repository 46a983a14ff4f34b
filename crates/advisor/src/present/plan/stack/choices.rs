//! What the visitor chooses for the stacks: sources to keep, to leave out or to resize, and what to
//! reckon with.

use super::Means;
use crate::entry::{Entry, Limits, NumberField};
use rust_decimal::Decimal;
use steunwijzer_engine::rulebook::{SchemeId, Unit};
use steunwijzer_plan::stack::Wish;

/// The choices of a visitor, as typed and pressed. Needs are named by their row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Finance {
    wishes: Vec<(u16, Wish)>,
    typed: Vec<(FinanceField, String)>,
}

/// A field in which something can be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinanceField {
    /// Cash in a year for interest and repayment.
    Cash,
    /// Interest per year to reckon with.
    Rate,
    /// Wage-cost support that counts towards a need.
    WageSupport(u16),
    /// The amount of a source for a need.
    Amount(u16, SchemeId),
}

/// Something that the visitor does.
#[derive(Clone, Debug, PartialEq)]
pub enum Choose {
    /// Keeps a source.
    Keep(u16, SchemeId),
    /// Leaves a source out.
    Leave(u16, SchemeId),
    /// Gives a source the amount that stands in its field; nothing happens if it cannot be read.
    Resize(u16, SchemeId),
    /// Takes the choice for a source back.
    Undo(u16, SchemeId),
    /// Types in a field.
    Typed(FinanceField, String),
}

const MONEY: Limits = Limits { unit: Unit::Euro, scale: 2, min: 0, max: 100_000_000_000 };
const SHARE: Limits = Limits { unit: Unit::Percent, scale: 4, min: 0, max: 10_000 };

impl Finance {
    /// Choices that were made before: each wish with the row of its need, and what stands in fields.
    pub fn of(wishes: Vec<(u16, Wish)>, typed: Vec<(FinanceField, String)>) -> Finance {
        Finance { wishes, typed }
    }

    /// What stands in fields.
    pub fn typed(&self) -> &[(FinanceField, String)] {
        &self.typed
    }

    /// The choices after this.
    #[must_use]
    pub fn after(&self, choose: Choose) -> Finance {
        let mut next = self.clone();
        match choose {
            Choose::Keep(need, id) => next.wish_for(need, Wish::Keep(id)),
            Choose::Leave(need, id) => next.wish_for(need, Wish::Leave(id)),
            Choose::Resize(need, id) => {
                if let Some(amount) = self.number(FinanceField::Amount(need, id)) {
                    next.wish_for(need, Wish::Resize(id, amount));
                }
            }
            Choose::Undo(need, id) => next.take_back(need, id),
            Choose::Typed(field, text) => {
                next.typed.retain(|(own, _)| *own != field);
                next.typed.push((field, text));
            }
        }
        next
    }

    fn wish_for(&mut self, need: u16, wish: Wish) {
        self.take_back(need, wish.scheme());
        self.wishes.push((need, wish));
    }

    fn take_back(&mut self, need: u16, id: SchemeId) {
        self.wishes.retain(|(row, wish)| (*row, wish.scheme()) != (need, id));
    }

    /// Every wish with the row of its need, in the order in which they were made.
    pub fn wishes(&self) -> &[(u16, Wish)] {
        &self.wishes
    }

    /// The wish about a source.
    pub fn wish(&self, need: u16, id: SchemeId) -> Option<Wish> {
        self.wishes.iter().find(|(row, wish)| (*row, wish.scheme()) == (need, id)).map(|(_, wish)| *wish)
    }

    /// What stands in a field.
    pub fn text(&self, field: FinanceField) -> &str {
        self.typed.iter().find(|(own, _)| *own == field).map_or("", |(_, text)| text)
    }

    /// Whether something stands in a field that is not one number.
    pub fn is_wrong(&self, field: FinanceField) -> bool {
        !self.text(field).trim().is_empty() && self.number(field).is_none()
    }

    /// What to reckon with.
    pub fn means(&self) -> Means {
        let support = |(field, _): &(FinanceField, String)| match *field {
            FinanceField::WageSupport(need) => Some((need, self.number(*field)?)),
            FinanceField::Cash | FinanceField::Rate | FinanceField::Amount(..) => None,
        };
        Means {
            cash_for_debt: self.number(FinanceField::Cash),
            rate: self.number(FinanceField::Rate),
            wage_support: self.typed.iter().filter_map(support).collect(),
        }
    }

    fn number(&self, field: FinanceField) -> Option<Decimal> {
        let limits = match field {
            FinanceField::Rate => SHARE,
            FinanceField::Cash | FinanceField::WageSupport(_) | FinanceField::Amount(..) => MONEY,
        };
        match NumberField::within(limits).read(self.text(field)) {
            Entry::Read(slot) => Decimal::try_new(slot.low, u32::from(limits.scale)).ok(),
            Entry::Two(..) | Entry::Refused(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Choose, Finance, FinanceField};
    use rust_decimal::Decimal;
    use steunwijzer_engine::rulebook::SchemeId;
    use steunwijzer_plan::stack::Wish;

    const BANK: SchemeId = SchemeId(3);

    fn typed(field: FinanceField, text: &str) -> Finance {
        Finance::default().after(Choose::Typed(field, text.to_owned()))
    }

    #[test]
    fn the_last_choice_for_a_source_counts() {
        let kept = Finance::default().after(Choose::Keep(0, BANK));
        assert_eq!(kept.after(Choose::Leave(0, BANK)).wishes(), [(0, Wish::Leave(BANK))]);
    }

    #[test]
    fn a_choice_for_one_need_leaves_the_other_alone() {
        let both = Finance::default().after(Choose::Keep(0, BANK)).after(Choose::Leave(1, BANK));
        assert_eq!(both.after(Choose::Undo(0, BANK)).wishes(), [(1, Wish::Leave(BANK))]);
    }

    #[test]
    fn a_source_gets_the_amount_that_was_typed() {
        let resized = typed(FinanceField::Amount(0, BANK), "€ 2.500,50").after(Choose::Resize(0, BANK));
        assert_eq!(resized.wish(0, BANK), Some(Wish::Resize(BANK, Decimal::new(250_050, 2))));
    }

    #[test]
    fn what_is_not_a_number_changes_nothing_and_is_marked() {
        let field = FinanceField::Amount(0, BANK);
        let wrong = typed(field, "veel");
        assert!(wrong.is_wrong(field));
        assert_eq!(wrong.after(Choose::Resize(0, BANK)).wishes(), []);
    }

    #[test]
    fn a_rate_in_percent_becomes_a_share() {
        assert_eq!(typed(FinanceField::Rate, "6,5 %").means().rate, Some(Decimal::new(65, 3)));
    }

    #[test]
    fn an_empty_field_is_not_told_and_not_wrong() {
        let empty = typed(FinanceField::Cash, " ");
        assert_eq!((empty.means().cash_for_debt, empty.is_wrong(FinanceField::Cash)), (None, false));
    }
}
