//! What each scheme can give for a need, found by asking the engine: how much, and how surely.

use super::money::{Part, SchemeFacts};
use super::probe::{Asked, Probe, euro, whole_cents};
use rust_decimal::Decimal;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::judge::Judgement;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{Predicate, SchemeId, Step};

/// How the most that a scheme gives is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Maximum {
    /// Its rules say it: an amount or a test.
    Known,
    /// It is agreed or not known; the need is the only limit.
    NotKnown,
}

/// What a scheme can give for a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub scheme: SchemeId,
    /// The least it gives, in euro.
    pub least: Decimal,
    /// The most it gives for this need; with open answers: the most it may turn out to be.
    pub most: Decimal,
    /// The most as far as the answers settle it; nothing when the most is not known.
    pub sure: Decimal,
    /// How the most is known.
    pub maximum: Maximum,
    /// The judgement at the most.
    pub judgement: Judgement,
}

/// Amounts for which a scheme does not fail, from the lowest to the highest, in cents.
type Run = (i64, i64);

impl<'a> Probe<'a> {
    /// What these schemes can give, with the judgement of those that can give nothing.
    pub(crate) fn offers(&mut self, schemes: &[SchemeId]) -> Vec<Result<Offer, (SchemeId, Judgement)>> {
        if self.ask <= 0 {
            let told = self.judge_in(Asked::AsTold, schemes);
            return schemes.iter().copied().zip(told).map(Err).collect();
        }
        // Does not fit whatever part is asked: most schemes end here.
        let at_any = self.judge_in(Asked::Between(1, self.ask), schemes);
        let open: Vec<SchemeId> = schemes
            .iter()
            .zip(&at_any)
            .filter(|(_, judgement)| judgement.verdict != Verdict::DoesNotFit)
            .map(|(id, _)| *id)
            .collect();
        let unlimited = self.unlimited(&open);
        let mut runs = self.runs(&open).into_iter().zip(unlimited);
        let zipped = schemes.iter().zip(at_any);
        let results: Vec<_> = zipped
            .map(|(&id, judgement)| {
                if judgement.verdict == Verdict::DoesNotFit {
                    (id, judgement, None)
                } else {
                    (id, judgement, runs.next())
                }
            })
            .collect();
        results
            .into_iter()
            .map(|(id, judgement, found)| match found {
                Some((Some(run), unlimited)) => self.sized(id, run, unlimited).ok_or((id, judgement)),
                Some((None, _)) => Err((id, self.nearest(id).unwrap_or(judgement))),
                None => Err((id, judgement)),
            })
            .collect()
    }

    /// The judgement for the amount at which the fewest tests fail, of these the highest: what keeps a
    /// scheme out is not that less could be asked.
    fn nearest(&mut self, id: SchemeId) -> Option<Judgement> {
        let points = self.points(id).into_iter();
        let judged: Vec<(usize, i64, Judgement)> = points
            .filter_map(|x| {
                let judgement = self.judge_at(id, x)?;
                Some((self.tests_at(id, x).failing, -x, judgement))
            })
            .collect();
        judged.into_iter().min_by_key(|(failing, x, _)| (*failing, *x)).map(|(_, _, judgement)| judgement)
    }

    /// Whether each scheme still may give when the highest amount that can be told is asked.
    fn unlimited(&mut self, schemes: &[SchemeId]) -> Vec<bool> {
        let judged = self.judge_in(Asked::Highest, schemes);
        judged.iter().map(|one| one.verdict != Verdict::DoesNotFit).collect()
    }

    /// For each scheme the amounts for which it does not fail: the run with the highest.
    fn runs(&mut self, schemes: &[SchemeId]) -> Vec<Option<Run>> {
        let points: Vec<Vec<i64>> = schemes.iter().map(|&id| self.points(id)).collect();
        let mut all: Vec<i64> = points.iter().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        let mut seen: Vec<Vec<(i64, bool)>> = vec![Vec::new(); schemes.len()];
        for x in all {
            let rows: Vec<usize> = (0..schemes.len()).filter(|&row| points[row].contains(&x)).collect();
            let ids: Vec<SchemeId> = rows.iter().map(|&row| schemes[row]).collect();
            for (row, judgement) in rows.into_iter().zip(self.judge_in(Asked::Between(x, x), &ids)) {
                seen[row].push((x, judgement.verdict != Verdict::DoesNotFit));
            }
        }
        schemes.iter().zip(seen).map(|(&id, seen)| self.highest_run(id, &seen)).collect()
    }

    fn highest_run(&mut self, id: SchemeId, seen: &[(i64, bool)]) -> Option<Run> {
        let top = seen.iter().rposition(|(_, fits)| *fits)?;
        let most = match seen.get(top + 1) {
            Some((above, _)) => self.border(id, seen[top].0, *above),
            None => seen[top].0,
        };
        let mut bottom = top;
        while bottom > 0 && seen[bottom - 1].1 {
            bottom -= 1;
        }
        let least = match bottom.checked_sub(1) {
            Some(below) => self.border(id, seen[bottom].0, seen[below].0),
            None => seen[bottom].0,
        };
        Some((least, most))
    }

    /// The last amount that fits on the way from one that fits to one that does not.
    fn border(&mut self, id: SchemeId, fits: i64, fails: i64) -> i64 {
        if (fails - fits).abs() == 1 {
            return fits;
        }
        if self.rulebook.schemes.get(id.row()).is_some_and(|scheme| scheme.entangled.is_empty()) {
            let border = halve(fits, fails, |middle| self.fits_quickly(id, middle));
            let beyond = border + (fails - fits).signum();
            if self.fits_at(id, border) && !self.fits_at(id, beyond) {
                return border;
            }
        }
        halve(fits, fails, |middle| self.fits_at(id, middle))
    }

    fn fits_at(&mut self, id: SchemeId, cents: i64) -> bool {
        self.judge_at(id, cents).is_some_and(|judgement| judgement.verdict != Verdict::DoesNotFit)
    }

    /// As [`Probe::fits_at`], without making a world: only what the scheme itself sees changes. What it
    /// says is looked at again in a world of its own.
    fn fits_quickly(&mut self, id: SchemeId, cents: i64) -> bool {
        let world = self.world(Asked::Between(1, self.ask));
        let mut slots = world.slots(self.whose).to_vec();
        for (question, slot) in self.slots(Asked::Between(cents, cents)) {
            let row = self.rulebook.questions.get(question.row()).map(|question| usize::from(question.slot));
            if let Some(place) = row.and_then(|row| slots.get_mut(row)) {
                *place = slot;
            }
        }
        self.judge.next_subject();
        self.looks_at = None;
        self.rulebook.schemes.get(id.row()).is_some_and(|scheme| {
            self.judge.judge(&world, scheme, self.subject, &slots).verdict != Verdict::DoesNotFit
        })
    }

    /// Amounts at which the verdict of a scheme can change: the numbers in its conditions, and of a
    /// condition that reckons with amounts twenty points between.
    fn points(&self, id: SchemeId) -> Vec<i64> {
        let mut points = vec![1, self.ask];
        let mut reckons = false;
        for (row, predicate) in self.predicates(id) {
            if !self.depends.get(row).copied().unwrap_or(false) {
                continue;
            }
            match *predicate {
                Predicate::Within(input, low, high) if input.question == self.rules.amount => {
                    points.extend([low.saturating_sub(1), low, high, high.saturating_add(1)]);
                }
                Predicate::Within(_, low, high) => {
                    for edge in [low.saturating_sub(1), low, high, high.saturating_add(1)] {
                        points.extend(
                            [self.other.low, self.other.high]
                                .map(|other| other.saturating_add(self.ask).saturating_sub(edge)),
                        );
                    }
                }
                Predicate::Expression(_) => reckons = true,
                Predicate::OneOf(..) | Predicate::Has(..) | Predicate::PlaceIn(..) => {}
            }
        }
        if reckons {
            points.extend((1..20).map(|part| self.ask / 20 * part));
        }
        points.retain(|x| (1..=self.ask).contains(x));
        points.sort_unstable();
        points.dedup();
        points
    }

    fn predicates(&self, id: SchemeId) -> impl Iterator<Item = (usize, &'a Predicate)> {
        let rulebook = self.rulebook;
        let rows = rulebook.schemes.get(id.row()).map_or((0, 0), |scheme| scheme.conditions);
        let conditions = rulebook.conditions.get(rows.0 as usize..rows.1 as usize).unwrap_or(&[]);
        let steps = conditions.iter().flat_map(|condition| {
            let (from, to) = condition.program;
            rulebook.steps.get(from as usize..to as usize).unwrap_or(&[])
        });
        steps.filter_map(|step| match step {
            Step::Test(id) => rulebook.predicates.get(id.row()).map(|predicate| (id.row(), predicate)),
            Step::Always(_) | Step::And | Step::Or | Step::Not => None,
        })
    }

    /// The run cut down to what the amount lines give: no scheme is asked for more than it gives.
    fn sized(&mut self, id: SchemeId, (least, mut most): Run, unlimited: bool) -> Option<Offer> {
        let facts = self.rules.facts(id)?;
        let named = !facts.headline.is_empty() && facts.part != Part::Guarantee;
        let (mut sure, mut unknown) = (most, false);
        for _ in 0..MOST_CUTS {
            let Some((low, high)) = self.headline_at(facts, id, most) else {
                unknown = named;
                break;
            };
            sure = low.min(most);
            if high >= most {
                break;
            }
            most = high;
        }
        // An amount that nobody can work out yet is no maximum, though it has a line.
        let limited = !unknown && (named || !unlimited || most < self.ask);
        let judgement = self.judge_at(id, most)?;
        let gives = most >= least && most > 0 && judgement.verdict != Verdict::DoesNotFit;
        gives.then_some(Offer {
            scheme: id,
            least: euro(least),
            most: euro(most),
            sure: if limited { euro(sure.clamp(0, most)) } else { Decimal::ZERO },
            maximum: if limited { Maximum::Known } else { Maximum::NotKnown },
            judgement,
        })
    }

    /// What a scheme gives when this much is asked, in whole cents: from the lowest of its lines.
    pub(crate) fn headline_at(
        &mut self,
        facts: &SchemeFacts,
        id: SchemeId,
        cents: i64,
    ) -> Option<(i64, i64)> {
        let lines = self.lines_at(id, cents);
        let values = facts.headline.iter().filter_map(|&row| lines.get(usize::from(row)));
        let lowest = values.copied().reduce(Number::least)?;
        let (low, high) = lowest.limits()?;
        Some((whole_cents(low)?, whole_cents(high)?))
    }
}

/// Halves the distance until both are next to each other; gives the one that fits.
fn halve(mut fits: i64, mut fails: i64, mut look: impl FnMut(i64) -> bool) -> i64 {
    while (fails - fits).abs() > 1 {
        let middle = fits + (fails - fits) / 2;
        if look(middle) {
            fits = middle;
        } else {
            fails = middle;
        }
    }
    fits
}

/// How often an amount is cut down to what the lines give before it is taken as it is.
const MOST_CUTS: usize = 4;
