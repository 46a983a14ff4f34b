//! What the rules cover and how fresh they are, as text.

use super::Lines;
use super::table::table;
use crate::edition::words;
use steunwijzer_advisor::coverage::Overview;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::overview as say;
use steunwijzer_compiler::Edition;

pub(crate) fn overview(overview: &Overview<'_>, edition: &Edition, lang: Lang) -> String {
    let mut lines = Lines::default();
    for sentence in overview.totals(lang) {
        lines.line(0, &sentence);
    }
    for shown in overview.tables(lang, words(edition, lang)) {
        lines.heading(0, &shown.caption.to_uppercase());
        if shown.rows.is_empty() {
            lines.line(2, say::empty(lang));
        } else {
            table(2, &shown.heads, &shown.rows, shown.cells, &mut lines);
        }
    }
    lines.text()
}
