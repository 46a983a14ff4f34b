//! What comes out for all organisations together: counts, and sums of what may be added.

use crate::judging::Line;
use crate::output::csv_line;
use crate::table::Cell;
use crate::totals::{Total, can_be_added};
use serde::{Deserialize, Serialize};
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::rulebook::{Amounts, Rulebook, Scheme, SchemeId, Unit};
use steunwijzer_report::names;

/// The three verdicts, in the order of the summary.
pub(crate) const VERDICTS: [Verdict; 3] = [Verdict::Fits, Verdict::CannotTell, Verdict::DoesNotFit];

/// Counts and sums by scheme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// By scheme that is judged, in the order of the rulebook; in each by verdict: fits, cannot tell,
    /// does not fit.
    pub schemes: Vec<[SchemeCount; 3]>,
}

/// What has one verdict for one scheme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeCount {
    /// Organisations with this verdict: the best of their subjects.
    pub organisations: u64,
    /// Subjects with this verdict: organisations, needs or hires.
    pub subjects: u64,
    /// Their amounts; of those that may not be added only the number.
    pub total: Total,
}

impl Summary {
    pub(crate) fn new(schemes: usize) -> Summary {
        Summary { schemes: vec![Default::default(); schemes] }
    }

    /// Adds what came out for one organisation.
    pub(crate) fn add(&mut self, lines: &[Line<'_>]) {
        let mut before = None;
        for line in lines {
            let Some(counts) = self.schemes.get_mut(line.row) else { continue };
            if before != Some(line.row) {
                before = Some(line.row);
                count_of(counts, line.together).organisations += 1;
            }
            let count = count_of(counts, line.verdict);
            count.subjects += 1;
            match line.amount {
                Some((unit, lowest, highest)) if can_be_added(unit) => count.total.add(lowest, highest),
                Some(_) => count.total.lines += 1,
                None => {}
            }
        }
    }

    pub(crate) fn plus(&mut self, other: &Summary) {
        for (own, other) in self.schemes.iter_mut().flatten().zip(other.schemes.iter().flatten()) {
            own.organisations += other.organisations;
            own.subjects += other.subjects;
            own.total.plus(&other.total);
        }
    }

    /// As a file: a line for each scheme and verdict.
    pub(crate) fn file(&self, rulebook: &Rulebook, schemes: &[SchemeId]) -> Vec<u8> {
        let mut file =
            b"scheme,verdict,organisations,subjects,with_amount,unit,lowest_total,highest_total\r\n".to_vec();
        let rows = schemes.iter().filter_map(|id| rulebook.schemes.get(id.row()));
        for (scheme, counts) in rows.zip(&self.schemes) {
            let unit = unit(scheme);
            for (verdict, count) in VERDICTS.iter().zip(counts) {
                let total = count.added(unit);
                csv_line(
                    &mut file,
                    &[
                        Cell::text(&scheme.id),
                        Cell::text(names::verdict(*verdict)),
                        Cell::Whole(count.organisations),
                        Cell::Whole(count.subjects),
                        Cell::Whole(count.total.lines),
                        unit.map_or(Cell::Empty, |unit| Cell::text(names::unit(unit))),
                        Cell::number(total.map(|(lowest, _)| lowest)),
                        Cell::number(total.map(|(_, highest)| highest)),
                    ],
                );
            }
        }
        file
    }
}

impl SchemeCount {
    /// Both sums, if there is an amount and its unit may be added.
    pub fn added(&self, unit: Option<Unit>) -> Option<(rust_decimal::Decimal, rust_decimal::Decimal)> {
        self.total.limits().filter(|_| self.total.lines > 0 && unit.is_some_and(can_be_added))
    }
}

/// What the amount of a scheme counts; none if it has no lines.
pub fn unit(scheme: &Scheme) -> Option<Unit> {
    let Amounts::Lines(lines) = &scheme.amounts else { return None };
    steunwijzer_advisor::present::headline_line(lines).map(|line| line.unit)
}

fn count_of(counts: &mut [SchemeCount; 3], verdict: Verdict) -> &mut SchemeCount {
    let [fits, cannot_tell, does_not_fit] = counts;
    match verdict {
        Verdict::Fits => fits,
        Verdict::CannotTell => cannot_tell,
        Verdict::DoesNotFit => does_not_fit,
    }
}
