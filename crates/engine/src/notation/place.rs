//! Municipalities and provinces.

use super::ordered::{read_range, write_range};
use super::{Written, nearest, only, table, text, unfit};
use crate::rulebook::Rulebook;
use crate::slot::Slot;

pub(super) fn read_place(rulebook: &Rulebook, written: &Written) -> Result<Slot, String> {
    match written {
        Written::Text(code) => municipality(rulebook, code).map(Slot::exactly),
        Written::Table(entries) => match only(entries, "province") {
            Some(Written::Text(name)) => province(rulebook, name),
            Some(_) => Err(unfit(written)),
            None => read_range(written, |end| match end {
                Written::Text(code) => municipality(rulebook, code).map(|row| (row, row)),
                Written::Bool(_) | Written::Whole(_) | Written::List(_) | Written::Table(_) => {
                    Err(unfit(end))
                }
            }),
        },
        Written::Bool(_) | Written::Whole(_) | Written::List(_) => Err(unfit(written)),
    }
}

fn municipality(rulebook: &Rulebook, code: &str) -> Result<i64, String> {
    let all = &rulebook.municipalities;
    if let Some(row) = all.iter().position(|one| one.code == code) {
        return i64::try_from(row).map_err(|_| format!("there is no municipality `{code}`"));
    }
    let by_name = all.iter().find(|one| {
        let mut names = one.aliases.iter().chain([&one.name]);
        names.any(|name| name.to_lowercase() == code.to_lowercase())
    });
    Err(match by_name {
        Some(one) => format!("`{code}` is a name: write its code `{}`", one.code),
        None => format!("there is no municipality `{code}`"),
    })
}

fn province(rulebook: &Rulebook, name: &str) -> Result<Slot, String> {
    let found = rulebook.provinces.iter().find(|one| one.name == name);
    if let Some(one) = found {
        return Ok(Slot::between(i64::from(one.first), i64::from(one.last)));
    }
    let names = rulebook.provinces.iter().map(|one| one.name.as_str());
    Err(match nearest(name, names) {
        Some(near) => format!("there is no province `{name}`: did you mean `{near}`?"),
        None => format!("there is no province `{name}`"),
    })
}

pub(super) fn write_place(rulebook: &Rulebook, slot: Slot) -> Written {
    let province = rulebook
        .provinces
        .iter()
        .find(|one| (i64::from(one.first), i64::from(one.last)) == (slot.low, slot.high));
    match province {
        Some(one) if slot.low != slot.high => table([("province", text(&one.name))]),
        Some(_) | None => write_range(slot, |row| {
            let row = usize::try_from(row).unwrap_or(usize::MAX);
            let code = rulebook.municipalities.get(row).map(|one| one.code.as_str());
            text(code.unwrap_or_default())
        }),
    }
}
