//! A field that is filled again with an answer reads that answer back.

use crate::small::{edition, rulebook};
use proptest::prelude::*;
use steunwijzer_advisor::entry::{DateField, Entry, NumberField, between, typed};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::Question;
use steunwijzer_engine::slot::Slot;

fn question(id: &str) -> &'static Question {
    &rulebook().questions[rulebook().question_id(id).unwrap().row()]
}

fn read_number(id: &str, slot: Slot) -> Entry<Slot> {
    let field = NumberField::of(question(id), &edition().nl).unwrap();
    let [low, high, _] = typed(rulebook(), question(id), slot);
    if high.is_empty() { field.read(&low) } else { between(field.read(&low), field.read(&high)) }
}

fn read_date(slot: Slot) -> Entry<Slot> {
    let [day, month, year] = typed(rulebook(), question("hire.start"), slot);
    DateField::of(question("hire.start")).unwrap().read_fields(&day, &month, &year)
}

fn days(first: Date, last: Date) -> Slot {
    Slot::between(first.day_number(), last.day_number())
}

#[test]
fn a_month_and_a_year_are_read_back() {
    let (first, last) = Date::month(2027, 2).unwrap();
    assert_eq!(read_date(days(first, last)), Entry::Read(days(first, last)));
    let year = days(Date::new(2027, 1, 1).unwrap(), Date::new(2027, 12, 31).unwrap());
    assert_eq!(read_date(year), Entry::Read(year));
}

#[test]
fn another_range_of_days_leaves_the_fields_empty() {
    let range = days(Date::new(2027, 1, 1).unwrap(), Date::new(2027, 2, 3).unwrap());
    assert_eq!(typed(rulebook(), question("hire.start"), range), [""; 3]);
}

proptest! {
    #[test]
    fn a_number_or_a_range_is_read_back(one in 0i64..=100_000, other in 0i64..=100_000) {
        let slot = Slot::between(one.min(other), one.max(other));
        prop_assert_eq!(read_number("org.fte", slot), Entry::Read(slot));
        let one = Slot::exactly(one);
        prop_assert_eq!(read_number("org.fte", one), Entry::Read(one));
    }

    #[test]
    fn a_day_is_read_back(number in 18_263i64..22_280) {
        let slot = Slot::exactly(number);
        prop_assert_eq!(read_date(slot), Entry::Read(slot));
    }
}
