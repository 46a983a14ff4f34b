//! Tests on which a verdict may not rest alone.

use steunwijzer_engine::rulebook::{
    AnswerType, Claim, Condition, Predicate, Role, Rulebook, Scheme, Step, Unit,
};

/// Marks them: a place says little about anybody; and where somebody weighs the plan, so does the
/// wish for money ("you ask for money" would promise a grant to everybody). A market offer is open
/// to whoever wants it: there the wish is enough.
pub(super) fn mark(rulebook: &mut Rulebook) {
    let minor: Vec<bool> = rulebook.schemes.iter().flat_map(|scheme| of_scheme(rulebook, scheme)).collect();
    for (condition, minor) in rulebook.conditions.iter_mut().zip(minor) {
        condition.minor = minor;
    }
}

fn of_scheme(rulebook: &Rulebook, scheme: &Scheme) -> Vec<bool> {
    let (first, last) = scheme.conditions;
    let own = rulebook.conditions.get(first as usize..last as usize).unwrap_or_default();
    let weighed = scheme.claim != Claim::Market && own.iter().any(|condition| condition.role == Role::Judged);
    own.iter()
        .map(|condition| condition.place_only || (weighed && only_a_wish_for_money(rulebook, condition)))
        .collect()
}

/// Whether the test refuses nothing but an amount of zero.
fn only_a_wish_for_money(rulebook: &Rulebook, condition: &Condition) -> bool {
    let (first, last) = condition.program;
    let steps = rulebook.steps.get(first as usize..last as usize).unwrap_or_default();
    let [Step::Test(predicate)] = steps else { return false };
    let Some(Predicate::Within(input, low, high)) = rulebook.predicates.get(predicate.row()) else {
        return false;
    };
    let answer = rulebook.questions.get(input.question.row()).map(|question| &question.answer);
    if let Some(AnswerType::Number { unit: Unit::Euro, min, max, .. }) = answer {
        *min == 0 && (*low, *high) == (1, *max)
    } else {
        false
    }
}
