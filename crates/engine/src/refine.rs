//! Looks at worlds one by one where answers hang together.
//!
//! Interval arithmetic treats two occurrences of one answer as independent: `a or not(a)` is open
//! while `a` is. A scheme lists the answers on which two of its predicates depend; if its verdict
//! is open, the combinations of their values are judged one by one.

use crate::advice::{Because, Subject, Verdict};
use crate::answers::Whose;
use crate::cells::{cells, is_whole};
use crate::expression::{Input, Of};
use crate::judge::{Judge, Judgement, Truths};
use crate::rulebook::Scheme;
use crate::slot::Slot;
use crate::world::World;
use std::ops::ControlFlow;

/// The most combinations that are looked at for one scheme and subject.
pub(crate) const MOST_WORLDS: usize = 96;

/// An answer that is still open, and the pieces it is cut into.
pub(crate) type Axis = (Input, Vec<Slot>);

/// The verdict over all combinations of the entangled answers; the given one if they do not agree.
pub(crate) fn worlds_apart(
    world: &World<'_>,
    scheme: &Scheme,
    subject: Subject,
    kleene: Judgement,
    known: &Truths,
    judge: &mut Judge,
) -> Judgement {
    let axes = axes(world, scheme.entangled.iter().copied(), subject, MOST_WORLDS);
    if axes.is_empty() {
        return kleene;
    }
    let mut agreed: Option<Verdict> = None;
    let agree = each_world(world, &axes, subject, |one, slots| {
        judge.other_world(known, world.rulebook, axes.iter().map(|(input, _)| input.question));
        let verdict = judge.judge_at_once(one, scheme, slots).verdict;
        let same = verdict != Verdict::CannotTell && agreed.is_none_or(|before| before == verdict);
        agreed = Some(verdict);
        if same { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    match (agree, agreed) {
        (ControlFlow::Continue(()), Some(Verdict::Fits)) => {
            Judgement { verdict: Verdict::Fits, because: Because::AllMet }
        }
        (ControlFlow::Continue(()), Some(Verdict::DoesNotFit)) => {
            Judgement { verdict: Verdict::DoesNotFit, because: Because::NeverTogether }
        }
        (ControlFlow::Continue(()), Some(Verdict::CannotTell) | None) | (ControlFlow::Break(()), _) => kleene,
    }
}

/// Goes through every combination of the pieces of some answers, until told to stop.
pub(crate) fn each_world(
    world: &World<'_>,
    axes: &[Axis],
    subject: Subject,
    mut look: impl FnMut(&World<'_>, &[Slot]) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut one = world.clone();
    let combinations: usize = axes.iter().map(|(_, pieces)| pieces.len()).product();
    for number in 0..combinations {
        let mut rest = number;
        for (input, pieces) in axes {
            if let Some(slot) = pieces.get(rest % pieces.len()) {
                one.suppose(input.question, whose(*input, subject), *slot);
            }
            rest /= pieces.len();
        }
        look(&one, one.slots(whose_of(subject)))?;
    }
    ControlFlow::Continue(())
}

/// Those of these answers that are open, cut into pieces that hold every value; as many as give no
/// more than `most` combinations.
pub(crate) fn axes(
    world: &World<'_>,
    inputs: impl Iterator<Item = Input>,
    subject: Subject,
    most: usize,
) -> Vec<Axis> {
    let mut axes = Vec::new();
    let mut combinations = 1usize;
    for input in inputs {
        let slot = world.slot(input.question, whose(input, subject));
        if is_whole(world.rulebook, input.question, slot) {
            continue;
        }
        let cells = cells(world.rulebook, input.question, slot);
        let more = combinations.saturating_mul(cells.sets.len());
        if cells.cover && cells.sets.len() > 1 && more <= most {
            combinations = more;
            axes.push((input, cells.sets));
        }
    }
    axes
}

fn whose(input: Input, subject: Subject) -> Whose {
    match input.of {
        Of::Organisation => Whose::Organisation,
        Of::Subject | Of::Loop(_) => whose_of(subject),
    }
}

/// Whose answers a subject has; the imagined record stands in row 0.
pub(crate) fn whose_of(subject: Subject) -> Whose {
    match subject {
        Subject::Organisation => Whose::Organisation,
        Subject::Record(list, row) => Whose::Record(list, row),
        Subject::Imagined(list) | Subject::Nobody(list) => Whose::Record(list, 0),
    }
}
