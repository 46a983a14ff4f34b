//! Why hires are never averaged.

use super::{HirePlan, Labour, Offer};
use steunwijzer_engine::advice::Subject;
use steunwijzer_engine::answers::{Answers, Whose};
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{QuestionId, Rulebook};
use steunwijzer_engine::truth::Truth;

/// An average of the hires is not given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AverageRefused {
    /// How many hires there are.
    pub hires: usize,
    /// Why an average would mislead for these.
    pub why: Vec<WhyNoAverage>,
}

/// Why the sum over hires is not a number of hires times an average hire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNoAverage {
    /// Some reach the highest share that the municipality makes up and others do not: the average
    /// loonwaarde would promise too much.
    ShareIsCapped,
    /// Both hours and loonwaarde differ: the average of a product is not the product of averages.
    HoursAndLoonwaarde,
    /// Ages differ, and with them perhaps the minimum wage and the rights.
    Ages,
    /// They live in different municipalities: each decides on its own employee.
    Municipalities,
    /// They start on different days: another minimum wage may count.
    Starts,
    /// A scheme fits one and not another.
    Verdicts,
}

/// Why no average is given of these hires; `None` if there are fewer than two or they do not differ.
pub fn average_refused(
    rulebook: &Rulebook,
    labour: &Labour,
    answers: &Answers,
    plans: &[HirePlan<'_>],
) -> Option<AverageRefused> {
    let differ = |question: QuestionId| {
        let given = |plan: &HirePlan<'_>| {
            let Subject::Record(list, row) = plan.subject else { return None };
            answers.get(rulebook.questions.get(question.row())?, Whose::Record(list, row))
        };
        plans.windows(2).any(|pair| matches!(pair, [a, b] if given(a) != given(b)))
    };
    let capped = plans.iter().map(|plan| is_capped(plan.measured, labour)).collect::<Vec<Truth>>();
    let verdicts = |plan: &HirePlan<'_>| {
        let offers = [plan.measured, plan.flat].into_iter().chain(plan.lkv.offers.iter().copied());
        offers.map(|offer| offer.advice.verdict).collect::<Vec<_>>()
    };
    let reasons = [
        (WhyNoAverage::ShareIsCapped, capped.contains(&Truth::Yes) && capped.contains(&Truth::No)),
        (WhyNoAverage::HoursAndLoonwaarde, differ(labour.hours) && differ(labour.loonwaarde)),
        (WhyNoAverage::Ages, differ(labour.age)),
        (WhyNoAverage::Municipalities, differ(labour.place)),
        (WhyNoAverage::Starts, differ(labour.start)),
        (
            WhyNoAverage::Verdicts,
            plans.windows(2).any(|pair| matches!(pair, [a, b] if verdicts(a) != verdicts(b))),
        ),
    ];
    let why: Vec<WhyNoAverage> =
        reasons.into_iter().filter(|(_, holds)| *holds).map(|(why, _)| why).collect();
    (!why.is_empty()).then_some(AverageRefused { hires: plans.len(), why })
}

/// Whether the share reaches its highest.
fn is_capped(measured: Offer<'_>, labour: &Labour) -> Truth {
    if !measured.is_possible() {
        return Truth::Open;
    }
    match measured.line(labour.gap) {
        Number::Unknown => Truth::Open,
        gap @ Number::Between(..) => !gap.less(measured.figure(labour.max_share)),
    }
}
