//! Tries the answers to one question. Only what an answer touches is worked out again: the schemes
//! that are open and depend on it, and of those the predicates that read what changed. What is
//! settled stays settled: one more answer never turns it.

use super::Look;
use super::standing::Pass;
use crate::advice::Verdict;
use crate::answers::Whose;
use crate::evaluate::{MOST_SAID, Scope};
use crate::expression::Of;
use crate::judge::{Judge, TestsApart, unknown_figure};
use crate::refine::whose_of;
use crate::rulebook::{Condition, Predicate, PredicateId, QuestionId, Rulebook, Scheme, SchemeId};
use crate::slot::Slot;
use crate::truth::Truth;
use crate::world::{Supposed, World};

/// What came of trying answers on some schemes.
pub(super) struct Settled {
    /// How many answers were tried.
    pub(super) tried: usize,
    /// How many of them settle each scheme.
    pub(super) times: Vec<(SchemeId, usize)>,
}

impl Settled {
    pub(super) fn none_of(schemes: impl Iterator<Item = SchemeId>) -> Settled {
        Settled { tried: 0, times: schemes.map(|id| (id, 0)).collect() }
    }

    /// Counts one more answer, with the verdict that it gives each scheme.
    pub(super) fn count(&mut self, mut verdict: impl FnMut(usize, SchemeId) -> Option<Verdict>) {
        self.tried += 1;
        for (row, (id, times)) in self.times.iter_mut().enumerate() {
            *times += usize::from(verdict(row, *id) != Some(Verdict::CannotTell));
        }
    }
}

/// Tries these answers to a question on these open schemes.
pub(super) fn settled_by(
    look: &Look<'_>,
    judge: &mut Judge,
    (question, whose): (QuestionId, Whose),
    slots: &[Slot],
    open: &[SchemeId],
) -> Settled {
    let rulebook = look.world.rulebook;
    let tried: Vec<Tried<'_>> =
        slots.iter().zip(0..).map(|(&slot, row)| Tried::new(look, question, whose, slot, row)).collect();
    let touched = Touched::by(rulebook, &tried);
    let schemes: Vec<Affected<'_>> =
        open.iter().filter_map(|&id| Affected::new(rulebook, id, question, &tried, &touched)).collect();
    let mut views: Vec<View<'_>> =
        look.now.passes.iter().map(|pass| View::new(look, judge, pass, &schemes)).collect();
    let mut settled = Settled::none_of(schemes.iter().map(|affected| affected.id));
    for tried in &tried {
        let mut verdicts = vec![Verdict::DoesNotFit; schemes.len()];
        let mut shared: Vec<(PredicateId, Truth)> = Vec::new();
        for view in &mut views {
            let mut sitting = Sitting { judge, tried, pass: view.pass, shared: &shared, has_begun: false };
            view.judge(&mut sitting, &schemes, &mut verdicts);
            if sitting.has_begun {
                shared = judge.known(&touched.shared);
            }
        }
        settled.count(|row, _| verdicts.get(row).copied());
    }
    settled
}

/// One subject in a world that is tried.
struct Sitting<'s, 'r> {
    judge: &'s mut Judge,
    tried: &'s Tried<'r>,
    pass: &'s Pass,
    /// What is known of expressions that say the same of every subject.
    shared: &'s [(PredicateId, Truth)],
    has_begun: bool,
}

impl Sitting<'_, '_> {
    /// The judge, who looks at that world. Where nothing is judged, nothing is made ready.
    fn judge(&mut self) -> &mut Judge {
        if !self.has_begun {
            let changed = self.tried.changed.iter().map(|(question, _)| *question);
            self.judge.other_world(&self.pass.truths, self.tried.world.rulebook, changed);
            self.judge.learn(self.shared);
            self.has_begun = true;
        }
        self.judge
    }
}

/// The world with one more answer.
struct Tried<'r> {
    /// Its row among those tried.
    row: usize,
    world: World<'r>,
    /// The answers that differ.
    changed: Vec<(QuestionId, Whose)>,
    /// Whether the answer counts: not if it clashes with others.
    counts: bool,
}

impl<'r> Tried<'r> {
    fn new(look: &Look<'r>, question: QuestionId, whose: Whose, slot: Slot, row: usize) -> Tried<'r> {
        let before = look.world;
        let world = before.supposing(look.answers, &[Supposed { question, whose, slot }]);
        let mut changed = Vec::new();
        for &id in before.rulebook.index.reach_of.get(question.row()).into_iter().flatten() {
            let list = before.rulebook.questions.get(id.row()).and_then(|question| question.list);
            let differs = |whose: &Whose| before.slot(id, *whose) != world.slot(id, *whose);
            changed.extend(before.everybody(list).filter(differs).map(|whose| (id, whose)));
        }
        let counts = world.slot(question, whose) == slot;
        Tried { row, world, changed, counts }
    }
}

/// What some of the answers tried change.
struct Touched {
    changed: Vec<(QuestionId, Whose)>,
    /// For each predicate, whether it reads a changed answer.
    predicates: Vec<bool>,
    /// Expressions among them that say the same of every subject.
    shared: Vec<PredicateId>,
}

impl Touched {
    fn by(rulebook: &Rulebook, tried: &[Tried<'_>]) -> Touched {
        let mut changed: Vec<(QuestionId, Whose)> = Vec::new();
        for &one in tried.iter().flat_map(|tried| &tried.changed) {
            if !changed.contains(&one) {
                changed.push(one);
            }
        }
        let mut predicates = vec![false; rulebook.predicates.len()];
        for (question, _) in &changed {
            for id in rulebook.index.predicates_of.get(question.row()).into_iter().flatten() {
                predicates.get_mut(id.row()).into_iter().for_each(|touched| *touched = true);
            }
        }
        let is_touched = |id: &&PredicateId| predicates.get(id.row()) == Some(&true);
        let shared = rulebook.index.shared.iter().filter(is_touched).copied().collect();
        Touched { changed, predicates, shared }
    }

    /// Whether a condition reads a changed answer and a figure.
    fn beside_figures(&self, condition: &Condition) -> bool {
        let reads = |(question, _): &(QuestionId, Whose)| condition.questions.contains(question);
        !condition.parameters.is_empty() && self.changed.iter().any(reads)
    }
}

/// An open scheme that depends on the answers tried.
struct Affected<'r> {
    id: SchemeId,
    scheme: &'r Scheme,
    /// The rows of its tests that can say something else, and of the others.
    rows: Vec<u32>,
    others: Vec<u32>,
    /// The predicates in these rows that read what changes.
    predicates: Vec<PredicateId>,
    /// What they say in each world that is tried, if that is the same for every subject.
    said: Option<Vec<u64>>,
    /// The changed answers that count beside what the predicates say: see [`is_felt`].
    felt: Vec<(QuestionId, Whose)>,
    /// Whether the same can be said of it after several answers.
    remembers: bool,
    /// The conditions that read what changes beside figures.
    figures: Vec<&'r Condition>,
    /// Whether it loops over records.
    loops: bool,
}

impl<'r> Affected<'r> {
    fn new(
        rulebook: &'r Rulebook,
        id: SchemeId,
        question: QuestionId,
        tried: &[Tried<'_>],
        touched: &Touched,
    ) -> Option<Affected<'r>> {
        let scheme = rulebook.schemes.get(id.row())?;
        let is_touched = |id: &&PredicateId| touched.predicates.get(id.row()) == Some(&true);
        let (mut rows, mut others, mut predicates) = (Vec::new(), Vec::new(), Vec::new());
        for test in rulebook.index.tests_in.get(id.row())? {
            let before = predicates.len();
            predicates.extend(test.predicates.iter().filter(is_touched).copied());
            if predicates.len() > before { &mut rows } else { &mut others }.push(test.condition);
        }
        let said = say_the_same(rulebook, &predicates).then(|| {
            let said = |tried: &Tried<'_>| Scope::new(&tried.world, &[]).predicates(&predicates);
            tried.iter().map(said).collect()
        });
        let lists = rulebook.index.lists_in.get(id.row())?;
        // In a loop the same question is read of another record as well.
        let list = rulebook.questions.get(question.row()).and_then(|question| question.list);
        let alone = list.is_none_or(|list| !lists.contains(&list)).then_some(question);
        let (mut felt, mut figures) = (Vec::new(), Vec::new());
        if !scheme.entangled.is_empty() {
            let counts = |one: &&(QuestionId, Whose)| is_felt(rulebook, scheme, &predicates, alone, one.0);
            felt.extend(touched.changed.iter().filter(counts));
            let (from, to) = scheme.conditions;
            let conditions = rulebook.conditions.get(from as usize..to as usize).unwrap_or(&[]);
            figures.extend(conditions.iter().filter(|condition| touched.beside_figures(condition)));
        }
        // Each answer is another one: then nothing is said twice.
        let remembers = felt.iter().all(|(changed, _)| *changed != question);
        Some(Affected {
            id,
            scheme,
            rows,
            others,
            predicates,
            said,
            felt,
            remembers,
            figures,
            loops: !lists.is_empty(),
        })
    }
}

/// Whether these predicates are about bare answers of the organisation, and few enough for a number.
fn say_the_same(rulebook: &Rulebook, predicates: &[PredicateId]) -> bool {
    let of_organisation = |id: &PredicateId| match rulebook.predicates.get(id.row()) {
        Some(
            Predicate::Within(input, ..)
            | Predicate::OneOf(input, _)
            | Predicate::Has(input, _)
            | Predicate::PlaceIn(input, _),
        ) => input.of == Of::Organisation,
        Some(Predicate::Expression(_)) | None => false,
    };
    predicates.len() <= MOST_SAID && predicates.iter().all(of_organisation)
}

/// Whether a changed answer counts beside what the predicates say of it, where combinations of
/// answers are judged one by one: because it is itself combined, or because an expression reads it
/// together with one that is. The answer that is `tried` has one piece, so it is not combined.
fn is_felt(
    rulebook: &Rulebook,
    scheme: &Scheme,
    predicates: &[PredicateId],
    tried: Option<QuestionId>,
    changed: QuestionId,
) -> bool {
    let reads = |id: &PredicateId, question: QuestionId| {
        rulebook.index.predicates_of.get(question.row()).is_some_and(|readers| readers.contains(id))
    };
    let mut combined = scheme.entangled.iter().map(|input| input.question).filter(|id| Some(*id) != tried);
    combined.clone().any(|question| question == changed)
        || combined.any(|question| predicates.iter().any(|id| reads(id, changed) && reads(id, question)))
}

/// The open schemes about one subject.
struct View<'r> {
    pass: &'r Pass,
    schemes: Vec<Seen>,
}

/// What was seen of one scheme and subject.
struct Seen {
    /// The row of the scheme among those affected.
    scheme: usize,
    /// What the tests say that no answer changes.
    others: TestsApart,
    /// Whether the same can be said of it after several answers.
    remembers: bool,
    /// What the predicates said and the felt answers were, with the verdict that followed.
    verdicts: Vec<(u64, Vec<Slot>, Verdict)>,
}

impl<'r> View<'r> {
    fn new(look: &'r Look<'_>, judge: &mut Judge, pass: &'r Pass, schemes: &[Affected<'_>]) -> View<'r> {
        let slots = look.world.slots(whose_of(pass.subject));
        judge.other_world(&pass.truths, look.world.rulebook, std::iter::empty());
        let is_open = |affected: &Affected<'_>| pass.verdict(affected.id.row()) == Some(Verdict::CannotTell);
        let open = schemes.iter().enumerate().filter(|(_, affected)| is_open(affected));
        let seen = open.map(|(scheme, affected)| {
            let others = judge.tests_in(look.world, &affected.others, slots);
            let before = judge.truths_of(look.world, &affected.predicates, slots);
            // What is open and hears nothing new stays open.
            let before = before.filter(|_| affected.scheme.entangled.is_empty());
            let verdicts = before.map(|truths| (truths, Vec::new(), Verdict::CannotTell));
            // An unknown figure leaves a condition open by us once every answer is settled.
            let scope = Scope::new(look.world, slots);
            let mut unknown = affected.figures.iter().map(|condition| unknown_figure(condition, &scope));
            let remembers = affected.scheme.entangled.is_empty()
                || affected.remembers && unknown.all(|figure| figure.is_none());
            Seen { scheme, others, remembers, verdicts: verdicts.into_iter().collect() }
        });
        View { pass, schemes: seen.collect() }
    }

    /// The verdicts in a world that was tried, united with those about other subjects.
    fn judge(&mut self, sitting: &mut Sitting<'_, '_>, schemes: &[Affected<'_>], verdicts: &mut [Verdict]) {
        let whose = whose_of(self.pass.subject);
        let slots = sitting.tried.world.slots(whose);
        let mut changed = sitting.tried.changed.iter();
        let concerned = changed.any(|(_, of)| *of == Whose::Organisation || *of == whose);
        for seen in &mut self.schemes {
            let Some((affected, verdict)) = schemes.get(seen.scheme).zip(verdicts.get_mut(seen.scheme))
            else {
                continue;
            };
            let found = if concerned || affected.loops {
                seen.verdict(sitting, affected, slots)
            } else {
                Verdict::CannotTell
            };
            *verdict = found.min(*verdict);
        }
    }
}

impl Seen {
    fn verdict(&mut self, sitting: &mut Sitting<'_, '_>, affected: &Affected<'_>, slots: &[Slot]) -> Verdict {
        let tried = sitting.tried;
        let world = &tried.world;
        let by_truths = self.remembers && (tried.counts || affected.scheme.entangled.is_empty());
        let said = match &affected.said {
            _ if !by_truths => None,
            Some(said) => said.get(tried.row).copied(),
            None => sitting.judge().truths_of(world, &affected.predicates, slots),
        };
        let felt = || affected.felt.iter().map(|(question, whose)| world.slot(*question, *whose));
        let same = |(before, slots, _): &&(u64, Vec<Slot>, Verdict)| {
            Some(*before) == said && slots.iter().copied().eq(felt())
        };
        if let Some((_, _, verdict)) = self.verdicts.iter().find(same) {
            return *verdict;
        }
        let subject = sitting.pass.subject;
        let judge = sitting.judge();
        let judged = judge.judge_rows(world, affected.scheme, subject, slots, self.others, &affected.rows);
        self.verdicts.extend(said.map(|said| (said, felt().collect(), judged.verdict)));
        judged.verdict
    }
}
