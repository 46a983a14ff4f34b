//! Yes/no, a choice, several choices.

use super::{Written, list, nearest, only, table, text, unfit};
use crate::rulebook::ChoiceOption;
use crate::slot::{NO, Slot, YES};

pub(super) fn read_yes_no(written: &Written) -> Result<Slot, String> {
    match written {
        Written::Bool(yes) => Ok(Slot::yes_no(*yes)),
        Written::Table(entries) => match only(entries, "any") {
            Some(Written::List(ends)) => {
                ends.iter().try_fold(0, |bits, end| Ok(bits | read_yes_no(end)?.low)).map(Slot::bits)
            }
            Some(_) | None => Err(unfit(written)),
        },
        Written::Whole(_) | Written::Text(_) | Written::List(_) => Err(unfit(written)),
    }
}

pub(super) fn write_yes_no(slot: Slot) -> Written {
    match (slot.low & NO != 0, slot.low & YES != 0) {
        (true, true) => table([("any", Written::List(vec![Written::Bool(false), Written::Bool(true)]))]),
        (_, yes) => Written::Bool(yes),
    }
}

pub(super) fn read_choice(options: &[ChoiceOption], written: &Written) -> Result<Slot, String> {
    match written {
        Written::Text(_) => read_option(options, written).map(Slot::bits),
        Written::Table(entries) => match only(entries, "any") {
            Some(Written::List(any)) if !any.is_empty() => read_options(options, any).map(Slot::bits),
            Some(_) | None => Err(unfit(written)),
        },
        Written::Bool(_) | Written::Whole(_) | Written::List(_) => Err(unfit(written)),
    }
}

pub(super) fn write_choice(options: &[ChoiceOption], slot: Slot) -> Written {
    match options_of(options, slot.low).as_slice() {
        [one] => text(one),
        several => table([("any", list(several))]),
    }
}

pub(super) fn write_choices(options: &[ChoiceOption], slot: Slot) -> Written {
    let yes = list(&options_of(options, slot.low));
    if slot.low == slot.high {
        return yes;
    }
    table([("yes", yes), ("no", list(&options_of(options, !slot.high)))])
}

pub(super) fn read_choices(options: &[ChoiceOption], written: &Written) -> Result<Slot, String> {
    match written {
        Written::List(chosen) => read_options(options, chosen).map(Slot::bits),
        Written::Table(entries) => {
            let (mut yes, mut no) = (0, 0);
            for (key, value) in entries {
                let Written::List(chosen) = value else {
                    return Err(unfit(written));
                };
                match key.as_str() {
                    "yes" => yes |= read_options(options, chosen)?,
                    "no" => no |= read_options(options, chosen)?,
                    _ => return Err(unfit(written)),
                }
            }
            if yes & no != 0 {
                let both = options_of(options, yes & no).join("`, `");
                return Err(format!("`{both}` stands under both `yes` and `no`"));
            }
            let all = every_bit(options);
            Ok(Slot::between(yes, all & !no))
        }
        Written::Bool(_) | Written::Whole(_) | Written::Text(_) => Err(unfit(written)),
    }
}

fn read_options(options: &[ChoiceOption], chosen: &[Written]) -> Result<i64, String> {
    chosen.iter().try_fold(0, |bits, one| Ok(bits | read_option(options, one)?))
}

fn read_option(options: &[ChoiceOption], written: &Written) -> Result<i64, String> {
    let Written::Text(id) = written else {
        return Err(unfit(written));
    };
    let found = options.iter().position(|option| option.id == *id);
    if let Some(row) = found {
        return Ok(bit(row));
    }
    let ids = options.iter().map(|option| option.id.as_str());
    Err(match nearest(id, ids) {
        Some(near) => format!("there is no option `{id}`: did you mean `{near}`?"),
        None => format!("there is no option `{id}`"),
    })
}

fn bit(row: usize) -> i64 {
    u8::try_from(row).map_or(0, |row| Slot::option(row).low)
}

fn every_bit(options: &[ChoiceOption]) -> i64 {
    (0..options.len()).map(bit).fold(0, |all, one| all | one)
}

fn options_of(options: &[ChoiceOption], bits: i64) -> Vec<&str> {
    let chosen = options.iter().enumerate().filter(|(row, _)| bits & bit(*row) != 0);
    chosen.map(|(_, option)| option.id.as_str()).collect()
}

pub(super) fn names(options: &[ChoiceOption]) -> String {
    let ids: Vec<String> = options.iter().map(|option| format!("`{}`", option.id)).collect();
    ids.join(", ")
}
