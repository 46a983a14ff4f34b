//! Looks at worlds one by one where answers hang together.
//!
//! Interval arithmetic treats two occurrences of one answer as independent: `a or not(a)` is open
//! while `a` is. A scheme lists the answers on which two of its predicates depend; if its verdict
//! is open, the combinations of their values are judged one by one.

use crate::advice::{Because, Subject, Verdict};
use crate::answers::Whose;
use crate::cells::cells;
use crate::expression::{Input, Of};
use crate::judge::{Judge, Judgement};
use crate::rulebook::Scheme;
use crate::slot::Slot;
use crate::world::World;

/// The most combinations that are looked at for one scheme and subject.
const MOST_WORLDS: usize = 96;

/// The verdict over all combinations of the entangled answers; the given one if they do not agree.
pub(crate) fn worlds_apart(
    world: &World<'_>,
    scheme: &Scheme,
    subject: Subject,
    kleene: Judgement,
) -> Judgement {
    let axes = axes(world, scheme, subject);
    if axes.is_empty() {
        return kleene;
    }
    let without_axes = Scheme { entangled: Vec::new(), ..scheme.clone() };
    let mut judge = Judge::new(world.rulebook);
    let mut one = world.clone();
    let mut agreed: Option<Verdict> = None;
    let combinations: usize = axes.iter().map(|(_, values)| values.len()).product();
    for number in 0..combinations {
        let mut rest = number;
        for (input, values) in &axes {
            if let Some(slot) = values.get(rest % values.len()) {
                one.suppose(input.question, whose(*input, subject), *slot);
            }
            rest /= values.len();
        }
        judge.next_subject();
        let slots = one.slots(whose_of(subject)).to_vec();
        let verdict = judge.judge(&one, &without_axes, subject, &slots).verdict;
        match agreed {
            _ if verdict == Verdict::CannotTell => return kleene,
            None => agreed = Some(verdict),
            Some(before) if before != verdict => return kleene,
            Some(_) => {}
        }
    }
    match agreed {
        Some(Verdict::Fits) => Judgement { verdict: Verdict::Fits, because: Because::AllMet },
        Some(Verdict::DoesNotFit) => {
            Judgement { verdict: Verdict::DoesNotFit, because: Because::NeverTogether }
        }
        Some(Verdict::CannotTell) | None => kleene,
    }
}

/// Open entangled answers with their values, as many as stay within the limit.
fn axes(world: &World<'_>, scheme: &Scheme, subject: Subject) -> Vec<(Input, Vec<Slot>)> {
    let mut axes = Vec::new();
    let mut combinations = 1usize;
    for &input in &scheme.entangled {
        let slot = world.slot(input.question, whose(input, subject));
        let cells = cells(world.rulebook, input.question, slot);
        let values = cells.sets;
        let more = combinations.saturating_mul(values.len());
        if cells.cover && values.len() > 1 && more <= MOST_WORLDS {
            combinations = more;
            axes.push((input, values));
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
