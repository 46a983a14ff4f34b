//! Municipalities in rows: sorted by province and then by name.

use crate::diagnostic::Log;
use crate::nearest::did_you_mean;
use crate::read::places::{Municipality as Written, Places};
use std::collections::BTreeSet;
use steunwijzer_engine::rulebook::{Municipality, Province, Rulebook};

/// Fills the tables of municipalities and provinces.
pub(super) fn fill(rulebook: &mut Rulebook, places: &Places, log: &Log) {
    let strays = report_unknown(places, log);
    for province in &places.provinces {
        let inside = |place: &&Written| place.province.value == province.name.value;
        let mut own: Vec<&Written> = places.municipalities.iter().filter(inside).collect();
        own.sort_by(|a, b| a.name.value.cmp(&b.name.value));
        let first = rulebook.municipalities.len();
        rulebook.municipalities.extend(own.into_iter().map(municipality));
        let last = rulebook.municipalities.len();
        if first == last && strays == 0 {
            let message = format!("no municipality lies in `{}`", province.name.value);
            log.error(province.name.at, message, "add its municipalities, or leave it out");
        }
        if first == last {
            continue;
        }
        rulebook.provinces.push(Province {
            name: province.name.value.clone(),
            aliases: province.aliases.clone(),
            first: u16::try_from(first).unwrap_or(u16::MAX),
            last: u16::try_from(last - 1).unwrap_or(u16::MAX),
        });
    }
    if places.municipalities.len() > usize::from(u16::MAX)
        && let Some(place) = places.municipalities.last()
    {
        log.error(place.code.at, "there are too many municipalities", "65535 is the most");
    }
}

/// Reports unknown provinces and successors; gives the number of municipalities without province.
fn report_unknown(places: &Places, log: &Log) -> usize {
    let mut strays = 0;
    let provinces: Vec<&str> = places.provinces.iter().map(|p| p.name.value.as_str()).collect();
    let codes: BTreeSet<&str> = places.municipalities.iter().map(|m| m.code.as_str()).collect();
    for place in &places.municipalities {
        if !provinces.contains(&place.province.as_str()) {
            let message = format!("there is no province `{}`", place.province.value);
            let help = did_you_mean(&place.province, provinces.iter().copied());
            log.error(place.province.at, message, help);
            log.add_broken(&place.code);
            strays += 1;
        }
        for successor in &place.successors {
            if !codes.contains(successor.as_str()) {
                let message = format!("there is no municipality `{}`", successor.value);
                log.error(successor.at, message, did_you_mean(successor, codes.iter().copied()));
            }
        }
    }
    strays
}

fn municipality(written: &Written) -> Municipality {
    Municipality {
        code: written.code.value.clone(),
        name: written.name.value.clone(),
        aliases: written.aliases.clone(),
        region: written.region.value.clone(),
        from: written.from,
        until: written.until,
        successors: written.successors.iter().map(|code| code.value.clone()).collect(),
    }
}
