//! Looks at worlds one by one where answers hang together.
//!
//! Interval arithmetic treats two occurrences of one answer as independent: `a or not(a)` is open
//! while `a` is. A scheme lists the answers on which two of its predicates depend; if its verdict
//! is open, the combinations of their values are judged one by one.

use crate::advice::{Because, Subject, Verdict};
use crate::answers::Whose;
use crate::cells::{Cells, cells, is_whole};
use crate::expression::{Input, Of};
use crate::judge::{Judge, Judgement, Tests, Truths};
use crate::rulebook::{QuestionId, Rulebook, Scheme};
use crate::slot::Slot;
use crate::world::World;
use std::ops::ControlFlow;
use std::rc::Rc;

/// The most combinations that are looked at for one scheme and subject.
pub(crate) const MOST_WORLDS: usize = 96;

/// An answer that is still open, and the pieces it is cut into.
pub(crate) type Axis = (Input, Rc<Cells>);

/// Judges worlds one by one.
#[derive(Debug)]
pub(crate) struct Refiner {
    judge: Judge,
    pieces: Pieces,
    /// The world that last left a scheme open, by the first condition of the scheme. It is looked
    /// at first: mostly it does so again, and one such world is enough.
    open_in: Vec<(u32, Vec<(Input, Slot)>)>,
}

impl Refiner {
    pub(crate) fn new(rulebook: &Rulebook) -> Refiner {
        Refiner { judge: Judge::new(rulebook), pieces: Pieces::default(), open_in: Vec::new() }
    }

    /// The verdict over all combinations of the entangled answers; the given one if they do not
    /// agree.
    pub(crate) fn worlds_apart(
        &mut self,
        world: &World<'_>,
        scheme: &Scheme,
        subject: Subject,
        kleene: Judgement,
        known: &Truths,
        plain: Tests,
    ) -> Judgement {
        let entangled = scheme.entangled.iter().copied();
        let axes = axes(world, entangled.clone(), subject, MOST_WORLDS, &mut self.pieces);
        if axes.is_empty() {
            return kleene;
        }
        let place = self.open_in.binary_search_by_key(&scheme.conditions.0, |(first, _)| *first);
        let likely = place.ok().and_then(|row| self.open_in.get(row)).map_or(&[][..], |(_, slots)| slots);
        let mut agreed: Option<Verdict> = None;
        let mut open: Option<Vec<(Input, Slot)>> = None;
        let judge = &mut self.judge;
        let agree = each_world(world, &axes, subject, likely, |one, slots| {
            judge.other_world(known, world.rulebook, axes.iter().map(|(input, _)| input.question));
            let verdict = judge.judge_entangled(one, scheme, slots, plain);
            if verdict != Verdict::CannotTell && agreed.is_none_or(|before| before == verdict) {
                agreed = Some(verdict);
                return ControlFlow::Continue(());
            }
            let slot = |input: Input| one.slot(input.question, whose(input, subject));
            open = Some(entangled.clone().map(|input| (input, slot(input))).collect());
            ControlFlow::Break(())
        });
        if let Some(slots) = open {
            match place {
                Ok(row) => {
                    self.open_in.get_mut(row).into_iter().for_each(|(_, open)| open.clone_from(&slots))
                }
                Err(row) => self.open_in.insert(row, (scheme.conditions.0, slots)),
            }
        }
        match (agree, agreed) {
            (ControlFlow::Continue(()), Some(Verdict::Fits)) => {
                Judgement { verdict: Verdict::Fits, because: Because::AllMet }
            }
            (ControlFlow::Continue(()), Some(Verdict::DoesNotFit)) => {
                Judgement { verdict: Verdict::DoesNotFit, because: Because::NeverTogether }
            }
            (ControlFlow::Continue(()), Some(Verdict::CannotTell) | None) | (ControlFlow::Break(()), _) => {
                kleene
            }
        }
    }
}

/// The pieces of each question as they were last asked for: most answers stay the same from one
/// world to the next.
#[derive(Debug, Default)]
pub(crate) struct Pieces(Vec<Option<(Slot, Rc<Cells>)>>);

impl Pieces {
    fn of(&mut self, rulebook: &Rulebook, question: QuestionId, slot: Slot) -> Rc<Cells> {
        if self.0.is_empty() {
            self.0.resize(rulebook.questions.len(), None);
        }
        if let Some(Some((before, cells))) = self.0.get(question.row())
            && *before == slot
        {
            return Rc::clone(cells);
        }
        let cells = Rc::new(cells(rulebook, question, slot));
        if let Some(place) = self.0.get_mut(question.row()) {
            *place = Some((slot, Rc::clone(&cells)));
        }
        cells
    }
}

/// Goes through every combination of the pieces of some answers, until told to stop. It begins at
/// the one that has these slots, as far as there is one.
pub(crate) fn each_world(
    world: &World<'_>,
    axes: &[Axis],
    subject: Subject,
    first: &[(Input, Slot)],
    mut look: impl FnMut(&World<'_>, &[Slot]) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut one = world.clone();
    let combinations: usize = axes.iter().map(|(_, cells)| cells.sets.len()).product();
    let mut start = 0;
    for (input, cells) in axes.iter().rev() {
        let slot = first.iter().find(|(of, _)| of == input).map(|(_, slot)| slot);
        let piece = slot.and_then(|slot| cells.sets.iter().position(|piece| piece == slot));
        start = start * cells.sets.len() + piece.unwrap_or(0);
    }
    for number in (start..combinations).chain(0..start) {
        let mut rest = number;
        for (input, cells) in axes {
            let pieces = &cells.sets;
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
    pieces: &mut Pieces,
) -> Vec<Axis> {
    let mut axes = Vec::new();
    let mut combinations = 1usize;
    for input in inputs {
        let slot = world.slot(input.question, whose(input, subject));
        if is_whole(world.rulebook, input.question, slot) {
            continue;
        }
        let cells = pieces.of(world.rulebook, input.question, slot);
        let more = combinations.saturating_mul(cells.sets.len());
        if cells.cover && cells.sets.len() > 1 && more <= most {
            combinations = more;
            axes.push((input, cells));
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
