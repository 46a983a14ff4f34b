//! The three lists and their order.

use super::View;
use crate::interview::by_us;
use steunwijzer_engine::advice::{Because, Verdict};
use steunwijzer_engine::order::in_order;
use steunwijzer_engine::rulebook::{Claim, SchemeId};

/// The schemes by verdict, each list in the order in which it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    /// What closes within days, then the strongest claim, then what depends least on a person.
    pub fits: Vec<SchemeId>,
    /// What closes within days, then what the most useful answer settles; last what no answer settles.
    pub cannot_tell: Vec<SchemeId>,
    /// First what the visitor can change; last what no longer exists.
    pub does_not_fit: Vec<SchemeId>,
}

impl View<'_> {
    /// The three lists. Schemes that rank the same stay in the order of the rulebook.
    pub fn groups(&self) -> Groups {
        let mut groups = Groups::default();
        for judged in &self.advice.schemes {
            let group = match judged.verdict {
                Verdict::Fits => &mut groups.fits,
                Verdict::CannotTell => &mut groups.cannot_tell,
                Verdict::DoesNotFit => &mut groups.does_not_fit,
            };
            group.push(judged.scheme);
        }
        Groups {
            fits: in_order(groups.fits, |id| (self.can_wait(*id), self.strength(*id))),
            cannot_tell: in_order(groups.cannot_tell, |id| (self.can_wait(*id), self.distance(*id))),
            does_not_fit: in_order(groups.does_not_fit, |id| self.hardness(*id)),
        }
    }

    /// The list of a verdict.
    pub fn group(&self, verdict: Verdict) -> Vec<SchemeId> {
        let groups = self.groups();
        match verdict {
            Verdict::Fits => groups.fits,
            Verdict::CannotTell => groups.cannot_tell,
            Verdict::DoesNotFit => groups.does_not_fit,
        }
    }

    /// Whether it can wait: nothing closes within days.
    fn can_wait(&self, id: SchemeId) -> bool {
        let soon = |best| self.scheme(id).is_some_and(|scheme| self.closes_soon(scheme, best));
        !self.best_subject(id).is_some_and(soon)
    }

    /// The strength of the claim, then how much a person assesses.
    pub(crate) fn strength(&self, id: SchemeId) -> (u8, usize) {
        let claim = self.scheme(id).map_or(Claim::Discretion, |scheme| scheme.claim);
        let rank = match claim {
            Claim::Right => 0,
            Claim::ByLaw => 1,
            Claim::Market => 2,
            Claim::Discretion => 3,
        };
        (rank, self.best_subject(id).map_or(0, |best| self.judged_conditions(best)))
    }

    /// The rank of the first question that settles it; behind those the ones a question helps with.
    fn distance(&self, id: SchemeId) -> (u8, usize) {
        let first = |settles: &dyn Fn(&steunwijzer_engine::advice::OpenQuestion) -> bool| {
            self.questions.iter().position(settles)
        };
        if self.best_subject(id).is_some_and(|best| by_us(best.because)) {
            return (3, 0);
        }
        if let Some(rank) = first(&|question| question.decides.contains(&id)) {
            return (0, rank);
        }
        match first(&|question| question.helps.contains(&id)) {
            Some(rank) => (1, rank),
            None => (2, 0),
        }
    }

    fn hardness(&self, id: SchemeId) -> u8 {
        let Some(best) = self.best_subject(id) else {
            return 3;
        };
        if !self.proposals(id, best.subject).is_empty() {
            return 0;
        }
        match best.because {
            Because::Fails(condition) => {
                let refers = self.condition(condition).is_some_and(|condition| condition.refer.is_some());
                if refers { 1 } else { 2 }
            }
            Because::Nobody(_) | Because::NeverTogether => 1,
            Because::ClosedNow { announced: true, .. } => 1,
            Because::ClosedNow { announced: false, .. } => 3,
            Because::Ended(_) => 4,
            Because::StatusUnknown
            | Because::Overdue(_)
            | Because::UnknownFigure(_)
            | Because::Unconfirmed(_)
            | Because::PersonDecides
            | Because::NotTold(_)
            | Because::Open(_)
            | Because::AllMet => 2,
        }
    }
}
