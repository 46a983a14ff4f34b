//! The advice: every scheme, every subject, every condition, every amount.

use crate::advice::{Advice, ConditionAdvice, Counts, SchemeAdvice, State, Subject, SubjectAdvice, Verdict};
use crate::amount;
use crate::answers::{Answers, Whose};
use crate::date::Date;
use crate::evaluate::Scope;
use crate::judge::{Judge, subjects};
use crate::rulebook::{ConditionId, DefinitionId, Role, Rulebook, Scheme, SchemeId, SubjectKind};
use crate::slot::Slot;
use crate::truth::Truth;
use crate::value::Value;
use crate::window::window_on;
use crate::world::World;

/// Judges every scheme as on a day.
pub fn advise(rulebook: &Rulebook, answers: &Answers, as_on: Date) -> Advice {
    let all = 0..u16::try_from(rulebook.schemes.len()).unwrap_or(u16::MAX);
    advise_on(rulebook, answers, as_on, all.map(SchemeId))
}

/// Judges only these schemes as on a day; the counts are of these.
pub fn advise_on(
    rulebook: &Rulebook,
    answers: &Answers,
    as_on: Date,
    schemes: impl IntoIterator<Item = SchemeId>,
) -> Advice {
    let world = World::new(rulebook, answers, as_on);
    let mut schemes: Vec<SchemeAdvice> = schemes
        .into_iter()
        .map(|scheme| SchemeAdvice { scheme, verdict: Verdict::DoesNotFit, subjects: Vec::new() })
        .collect();
    let mut judge = Judge::new(rulebook);
    for kind in subject_kinds(rulebook) {
        for (subject, slots) in subjects(&world, kind) {
            judge.next_subject();
            for advice in &mut schemes {
                if let Some(scheme) = rulebook.schemes.get(advice.scheme.row())
                    && scheme.subject == kind
                {
                    advice.subjects.push(advise_subject(&world, &mut judge, scheme, subject, slots));
                }
            }
        }
    }
    let mut counts = Counts::default();
    for advice in &mut schemes {
        advice.verdict = together(advice.subjects.iter().map(|subject| subject.verdict));
        match advice.verdict {
            Verdict::Fits => counts.fits += 1,
            Verdict::CannotTell => counts.cannot_tell += 1,
            Verdict::DoesNotFit => counts.does_not_fit += 1,
        }
    }
    Advice { as_on, schemes, conflicts: world.conflicts().to_vec(), counts }
}

/// The value of a definition, for the organisation or a record.
pub fn define(
    rulebook: &Rulebook,
    answers: &Answers,
    as_on: Date,
    definition: DefinitionId,
    whose: Whose,
) -> Value {
    let world = World::new(rulebook, answers, as_on);
    match rulebook.definitions.get(definition.row()) {
        Some(definition) => Scope::new(&world, world.slots(whose)).value(definition.value),
        None => Value::Truth(Truth::Open),
    }
}

/// *Fits* if any subject fits, *does not fit* only if none can (settled meaning 5).
pub(crate) fn together(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    verdicts.min().unwrap_or(Verdict::CannotTell)
}

/// The organisation and each list.
pub(crate) fn subject_kinds(rulebook: &Rulebook) -> Vec<SubjectKind> {
    let lists = (0..rulebook.lists.len())
        .map(|row| SubjectKind::Each(crate::rulebook::ListId(u16::try_from(row).unwrap_or(u16::MAX))));
    std::iter::once(SubjectKind::Organisation).chain(lists).collect()
}

fn advise_subject(
    world: &World<'_>,
    judge: &mut Judge,
    scheme: &Scheme,
    subject: Subject,
    slots: &[Slot],
) -> SubjectAdvice {
    let judgement = judge.judge(world, scheme, subject, slots);
    let (first, _) = scheme.conditions;
    let conditions: Vec<ConditionAdvice> = judge
        .states(scheme)
        .iter()
        .zip(first..)
        .map(|(&state, row)| ConditionAdvice {
            condition: ConditionId(u16::try_from(row).unwrap_or(u16::MAX)),
            state,
        })
        .collect();
    let (checked, of) = checked(world.rulebook, &conditions);
    let amounts = match judgement.verdict {
        Verdict::DoesNotFit => Vec::new(),
        Verdict::Fits | Verdict::CannotTell => amount::lines(world, scheme, subject, slots),
    };
    SubjectAdvice {
        subject,
        verdict: judgement.verdict,
        because: judgement.because,
        overdue: world.as_on > scheme.review.before,
        conditions,
        checked,
        of,
        window: window_on(&scheme.windows, world.as_on).and_then(|row| u16::try_from(row).ok()),
        amounts,
    }
}

/// How many conditions of the first level are settled, of those that are not steps or remarks.
fn checked(rulebook: &Rulebook, conditions: &[ConditionAdvice]) -> (u16, u16) {
    let (mut checked, mut of) = (0, 0);
    let mut routes = 0;
    for advice in conditions {
        if routes > 0 {
            routes -= 1;
            continue;
        }
        let Some(condition) = rulebook.conditions.get(advice.condition.row()) else {
            continue;
        };
        routes = condition.routes;
        if matches!(condition.role, Role::Test | Role::Judged) {
            of += 1;
            checked += u16::from(matches!(advice.state, State::Met | State::NotMet));
        }
    }
    (checked, of)
}
