//! How many questions personas need, as text.

use super::Lines;
use super::table::table;
use crate::needed::{Needed, SHARES, median};
use crate::personas::Persona;
use steunwijzer_advisor::coverage::Cells;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::needed as say;

pub(crate) fn needed(measured: &[(&Persona, Needed)], lang: Lang) -> String {
    let shares = SHARES.map(|share| share.to_string());
    let mut heads: Vec<String> =
        [say::persona(lang), say::before(lang), say::settleable(lang)].map(str::to_owned).to_vec();
    heads.extend(shares.iter().map(|share| say::form(lang, share)));
    heads.extend(shares.iter().map(|share| say::useful(lang, share)));
    let mut rows: Vec<Vec<String>> = measured
        .iter()
        .map(|(persona, needed)| {
            let numbers = numbers(needed).map(|number| number.to_string());
            [vec![persona.name.clone()], numbers.to_vec()].concat()
        })
        .collect();
    let mut medians = vec![say::median(lang).to_owned()];
    medians.extend((0..8).map(|column| {
        median(measured.iter().filter_map(|(_, needed)| numbers(needed).get(column).copied()).collect())
    }));
    rows.push(medians);
    let mut lines = Lines::default();
    lines.line(0, say::lead(lang));
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    table(0, &heads, &rows, Cells::Numbers, &mut lines);
    lines.text()
}

/// The columns behind the name.
fn numbers(needed: &Needed) -> [usize; 8] {
    let [form_half, form_most, form_all] = needed.form;
    let [half, most, all] = needed.useful;
    [needed.before, needed.settleable, form_half, form_most, form_all, half, most, all]
}
