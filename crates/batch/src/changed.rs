//! Who gains and who loses when the rules change: each organisation judged by both.

use crate::columns::Who;
use crate::judging::{Judging, Line, subject};
use crate::output::{Block, csv_line};
use crate::pipeline::Task;
use crate::summary::unit;
use crate::table::{Cell, Column};
use crate::totals::{Total, can_be_added};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::rulebook::{Rulebook, SchemeId, Unit};
use steunwijzer_report::names;

/// Judging with the rules as they are, and as they would be.
pub struct Comparing<'e> {
    now: Judging<'e>,
    then: Judging<'e>,
    /// Every scheme of either, with its row among the schemes that are judged.
    schemes: Vec<Both<'e>>,
}

struct Both<'e> {
    id: &'e str,
    unit: Option<Unit>,
    now: Option<usize>,
    then: Option<usize>,
}

/// What happened to a verdict or an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    /// It fits now.
    Gained,
    /// It no longer fits.
    Lost,
    /// It no longer is certain that it does not fit.
    Opened,
    /// It is certain now that it does not fit.
    Closed,
    /// The same verdict with another amount.
    Amount,
}

/// Counts and sums of changes by scheme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// In the order of the rules; new schemes at the end.
    pub schemes: Vec<SchemeChange>,
}

/// What changes for one scheme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeChange {
    /// Organisations that it fits by the rules as they are.
    pub fits_now: u64,
    /// Organisations that it would fit.
    pub fits_then: u64,
    /// Organisations that it would fit, and does not now.
    pub gained: u64,
    /// Organisations that it fits, and would not.
    pub lost: u64,
    /// Organisations of which it would no longer be certain that it does not fit.
    pub opened: u64,
    /// Organisations of which it would be certain that it does not fit.
    pub closed: u64,
    /// Subjects with the same verdict and another amount.
    pub amount_changed: u64,
    /// Amounts where it fits now.
    pub now: Total,
    /// Amounts where it would fit.
    pub then: Total,
}

const COLUMNS: &[Column] = &[
    Column::whole("row"),
    Column::text("id"),
    Column::text("scheme"),
    Column::text("subject"),
    Column::text("effect"),
    Column::text("verdict_now"),
    Column::text("verdict_then"),
    Column::number("lowest_now"),
    Column::number("lowest_then"),
    Column::number("highest_now"),
    Column::number("highest_then"),
    Column::text("unit"),
    Column::text("because_now"),
    Column::text("condition_now"),
    Column::text("because_then"),
    Column::text("condition_then"),
];

impl<'e> Comparing<'e> {
    /// Compares these rules with those; the day is that of the first.
    pub fn new(now: Judging<'e>, then: Judging<'e>) -> Comparing<'e> {
        let find = |judging: &Judging<'e>, id: &str| {
            judging.schemes.iter().position(|one| id_of(judging, *one).is_some_and(|own| own == id))
        };
        let mut schemes: Vec<Both<'e>> = Vec::new();
        for judging in [&now, &then] {
            for scheme in
                judging.schemes.iter().filter_map(|id| judging.edition.rulebook.schemes.get(id.row()))
            {
                if schemes.iter().all(|known| known.id != scheme.id) {
                    let (in_now, in_then) = (find(&now, &scheme.id), find(&then, &scheme.id));
                    schemes.push(Both { id: &scheme.id, unit: unit(scheme), now: in_now, then: in_then });
                }
            }
        }
        Comparing { now, then, schemes }
    }

    /// The schemes of a summary: the id and what the amount counts.
    pub fn schemes(&self) -> impl Iterator<Item = (&'e str, Option<Unit>)> + '_ {
        self.schemes.iter().map(|both| (both.id, both.unit))
    }

    fn write(&self, who: &Who, id: &str, effect: Effect, (now, then): Pair<'_, 'e>, to: &mut Block) {
        let line = now.or(then);
        let rulebook = &self.now.edition.rulebook;
        let amount = |line: Option<&Line<'_>>| line.and_then(|line| line.amount);
        let (was, becomes) = (amount(now), amount(then));
        let verdict = |line: Option<&Line<'_>>| {
            line.map_or(Cell::Empty, |line| Cell::text(names::verdict(line.verdict)))
        };
        let because = |line: Option<&Line<'_>>| {
            line.map_or(Cell::Empty, |line| Cell::text(names::because(line.because)))
        };
        let unit = was.or(becomes).map(|(unit, ..)| unit);
        to.line(&[
            Cell::Whole(who.row),
            Cell::text(&who.id),
            Cell::text(id),
            line.map_or(Cell::Empty, |line| Cell::Text(subject(rulebook, line.subject))),
            Cell::text(effect.name()),
            verdict(now),
            verdict(then),
            Cell::number(was.map(|(_, low, _)| low)),
            Cell::number(becomes.map(|(_, low, _)| low)),
            Cell::number(was.map(|(_, _, high)| high)),
            Cell::number(becomes.map(|(_, _, high)| high)),
            unit.map_or(Cell::Empty, |unit| Cell::text(names::unit(unit))),
            because(now),
            Cell::text(condition(&self.now, now)),
            because(then),
            Cell::text(condition(&self.then, then)),
        ]);
    }
}

/// The same subject by both rules; one is missing if only the other has the scheme.
type Pair<'l, 'e> = (Option<&'l Line<'e>>, Option<&'l Line<'e>>);

impl Task for Comparing<'_> {
    type Summary = Changed;

    fn rulebook(&self) -> &Rulebook {
        &self.now.edition.rulebook
    }

    fn columns(&self) -> &'static [Column] {
        COLUMNS
    }

    fn nothing_yet(&self) -> Changed {
        Changed { schemes: vec![SchemeChange::default(); self.schemes.len()] }
    }

    fn organisation(&self, who: &Who, answers: &Answers, to: &mut Block, summary: &mut Changed) {
        let (now, then) = (self.now.lines(answers, false), self.then.lines(answers, false));
        for (both, count) in self.schemes.iter().zip(&mut summary.schemes) {
            let (now, then) = (of_scheme(&now, both.now), of_scheme(&then, both.then));
            count.organisation(now.first().map(|line| line.together), then.first().map(|line| line.together));
            for row in 0..now.len().max(then.len()) {
                let pair = (now.get(row), then.get(row));
                if let Some(effect) = effect(pair) {
                    count.amount_changed += u64::from(effect == Effect::Amount);
                    self.write(who, both.id, effect, pair, to);
                }
                count.amounts(pair);
            }
        }
    }

    fn add(&self, summary: &mut Changed, other: &Changed) {
        for (own, other) in summary.schemes.iter_mut().zip(&other.schemes) {
            own.plus(other);
        }
    }

    fn summary_file(&self, summary: &Changed) -> Vec<u8> {
        let mut file = b"scheme,fits_now,fits_then,gained,lost,opened,closed,amount_changed,unit,lowest_now,\
            lowest_then,highest_now,highest_then,lowest_difference,highest_difference\r\n"
            .to_vec();
        for (both, count) in self.schemes.iter().zip(&summary.schemes) {
            let [now, then] = [&count.now, &count.then].map(|total| count.added(both.unit, total));
            let [low, high] = count.differences(both.unit);
            csv_line(
                &mut file,
                &[
                    Cell::text(both.id),
                    Cell::Whole(count.fits_now),
                    Cell::Whole(count.fits_then),
                    Cell::Whole(count.gained),
                    Cell::Whole(count.lost),
                    Cell::Whole(count.opened),
                    Cell::Whole(count.closed),
                    Cell::Whole(count.amount_changed),
                    both.unit.map_or(Cell::Empty, |unit| Cell::text(names::unit(unit))),
                    Cell::number(now.map(|(low, _)| low)),
                    Cell::number(then.map(|(low, _)| low)),
                    Cell::number(now.map(|(_, high)| high)),
                    Cell::number(then.map(|(_, high)| high)),
                    Cell::number(low),
                    Cell::number(high),
                ],
            );
        }
        file
    }

    fn identity(&self) -> Vec<(&'static str, String)> {
        let mut identity = self.now.identity();
        identity.push(("what-if", self.then.edition.rulebook.edition.hash.clone()));
        identity
    }
}

impl SchemeChange {
    /// Counts the verdicts about an organisation. A scheme that does not exist fits nobody.
    fn organisation(&mut self, now: Option<Verdict>, then: Option<Verdict>) {
        self.fits_now += u64::from(now == Some(Verdict::Fits));
        self.fits_then += u64::from(then == Some(Verdict::Fits));
        match moved(now, then) {
            Some(Effect::Gained) => self.gained += 1,
            Some(Effect::Lost) => self.lost += 1,
            Some(Effect::Opened) => self.opened += 1,
            Some(Effect::Closed) => self.closed += 1,
            Some(Effect::Amount) | None => {}
        }
    }

    /// Adds the amounts of a subject where it fits.
    fn amounts(&mut self, (now, then): Pair<'_, '_>) {
        for (total, line) in [(&mut self.now, now), (&mut self.then, then)] {
            let fitting = line.filter(|line| line.verdict == Verdict::Fits);
            if let Some((unit, low, high)) = fitting.and_then(|line| line.amount)
                && can_be_added(unit)
            {
                total.add(low, high);
            }
        }
    }

    fn plus(&mut self, other: &SchemeChange) {
        self.fits_now += other.fits_now;
        self.fits_then += other.fits_then;
        self.gained += other.gained;
        self.lost += other.lost;
        self.opened += other.opened;
        self.closed += other.closed;
        self.amount_changed += other.amount_changed;
        self.now.plus(&other.now);
        self.then.plus(&other.then);
    }

    /// Whether anything changes.
    pub fn is_change(&self) -> bool {
        self.gained + self.lost + self.opened + self.closed + self.amount_changed > 0
    }

    /// Both sums, if its unit may be added.
    fn added(&self, unit: Option<Unit>, total: &Total) -> Option<(Decimal, Decimal)> {
        total.limits().filter(|_| unit.is_some_and(can_be_added))
    }

    /// What all would get more, at the lowest and at the highest; less is below zero.
    pub fn differences(&self, unit: Option<Unit>) -> [Option<Decimal>; 2] {
        match (self.added(unit, &self.now), self.added(unit, &self.then)) {
            (Some(now), Some(then)) => [then.0.checked_sub(now.0), then.1.checked_sub(now.1)],
            (Some(_) | None, Some(_) | None) => [None, None],
        }
    }
}

impl Effect {
    fn name(self) -> &'static str {
        match self {
            Effect::Gained => "gained",
            Effect::Lost => "lost",
            Effect::Opened => "opened",
            Effect::Closed => "closed",
            Effect::Amount => "amount",
        }
    }
}

/// What happened to a verdict, if anything.
fn moved(now: Option<Verdict>, then: Option<Verdict>) -> Option<Effect> {
    use Verdict::{CannotTell, DoesNotFit, Fits};
    match (now.unwrap_or(DoesNotFit), then.unwrap_or(DoesNotFit)) {
        (Fits, Fits) | (CannotTell, CannotTell) | (DoesNotFit, DoesNotFit) => None,
        (CannotTell | DoesNotFit, Fits) => Some(Effect::Gained),
        (Fits, CannotTell | DoesNotFit) => Some(Effect::Lost),
        (DoesNotFit, CannotTell) => Some(Effect::Opened),
        (CannotTell, DoesNotFit) => Some(Effect::Closed),
    }
}

fn effect((now, then): Pair<'_, '_>) -> Option<Effect> {
    let verdict = |line: Option<&Line<'_>>| line.map(|line| line.verdict);
    let amount = |line: Option<&Line<'_>>| line.and_then(|line| line.amount);
    moved(verdict(now), verdict(then)).or((amount(now) != amount(then)).then_some(Effect::Amount))
}

fn of_scheme<'l, 'e>(lines: &'l [Line<'e>], row: Option<usize>) -> &'l [Line<'e>] {
    let Some(row) = row else { return &[] };
    let begin = lines.partition_point(|line| line.row < row);
    let end = lines.partition_point(|line| line.row <= row);
    lines.get(begin..end).unwrap_or_default()
}

fn condition<'e>(judging: &Judging<'e>, line: Option<&Line<'_>>) -> &'e str {
    let decides = line.and_then(|line| line.because.condition());
    let condition = decides.and_then(|id| judging.edition.rulebook.conditions.get(id.row()));
    condition.map_or("", |condition| condition.id.as_str())
}

fn id_of<'e>(judging: &Judging<'e>, id: SchemeId) -> Option<&'e str> {
    judging.edition.rulebook.schemes.get(id.row()).map(|scheme| scheme.id.as_str())
}
