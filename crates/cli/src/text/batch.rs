//! What came out for many organisations, as text.

use super::Lines;
use super::table::table;
use rust_decimal::Decimal;
use steunwijzer_advisor::coverage::Cells;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::batch as say;
use steunwijzer_advisor::present::verdict_word;
use steunwijzer_advisor::show;
use steunwijzer_batch::{Changed, Comparing, Judging, Summary, unit};
use steunwijzer_engine::advice::Verdict;

/// So many schemes are shown, those that fit most.
const SHOWN: usize = 20;

pub(crate) fn counts(judging: &Judging<'_>, summary: &Summary, lang: Lang) -> String {
    let schemes = judging.schemes.iter().filter_map(|id| judging.edition.rulebook.schemes.get(id.row()));
    let mut counted: Vec<_> = schemes.zip(&summary.schemes).collect();
    counted.retain(|(_, [fits, open, _])| fits.organisations + open.organisations > 0);
    // Stable: those that fit as many stay in the order of the rules.
    counted.sort_by_key(|(_, [fits, open, _])| {
        (std::cmp::Reverse(fits.organisations), std::cmp::Reverse(open.organisations))
    });
    let rows: Vec<Vec<String>> = counted
        .iter()
        .take(SHOWN)
        .map(|(scheme, counts)| {
            let [fits, _, _] = counts;
            let total = fits.added(unit(scheme));
            let mut row = vec![scheme.id.clone()];
            row.extend(counts.iter().map(|count| count.organisations.to_string()));
            row.push(money(lang, total.map(|(lowest, _)| lowest)));
            row.push(money(lang, total.map(|(_, highest)| highest)));
            row
        })
        .collect();
    let mut lines = Lines::default();
    if rows.is_empty() {
        lines.line(0, say::nobody(lang));
        return lines.text();
    }
    let words = [Verdict::Fits, Verdict::CannotTell, Verdict::DoesNotFit].map(|one| verdict_word(lang, one));
    let heads = [[say::scheme(lang)].as_slice(), &words, &[say::lowest(lang), say::highest(lang)]].concat();
    table(0, &heads, &rows, Cells::Numbers, &mut lines);
    if counted.len() > SHOWN {
        lines.line(0, say::more(lang));
    }
    lines.line(0, say::of_fitting(lang));
    lines.text()
}

pub(crate) fn changes(comparing: &Comparing<'_>, changed: &Changed, lang: Lang) -> String {
    let all = comparing.schemes().zip(&changed.schemes).filter(|(_, change)| change.is_change());
    let rows: Vec<Vec<String>> = all
        .map(|((id, unit), change)| {
            let counts = [
                change.fits_now,
                change.fits_then,
                change.gained,
                change.lost,
                change.opened,
                change.closed,
                change.amount_changed,
            ];
            let mut row = vec![id.to_owned()];
            row.extend(counts.map(|count| count.to_string()));
            row.extend(change.differences(unit).map(|difference| money(lang, difference)));
            row
        })
        .collect();
    let mut lines = Lines::default();
    lines.line(0, say::what_if(lang));
    if rows.is_empty() {
        lines.line(0, say::no_change(lang));
        return lines.text();
    }
    let heads = [
        say::scheme(lang),
        say::fits_now(lang),
        say::fits_then(lang),
        say::gained(lang),
        say::lost(lang),
        say::opened(lang),
        say::closed(lang),
        say::amount(lang),
        say::lowest_more(lang),
        say::highest_more(lang),
    ];
    table(0, &heads, &rows, Cells::Numbers, &mut lines);
    lines.line(0, say::of_fitting(lang));
    lines.text()
}

fn money(lang: Lang, amount: Option<Decimal>) -> String {
    amount.map_or("–".to_owned(), |amount| show::decimal(lang, amount, 2))
}
