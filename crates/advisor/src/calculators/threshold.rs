//! European procurement thresholds on a day.

use super::inputs::Inputs;
use super::{Finding, Outcome, line};
use crate::lang::Lang;
use crate::messages::calculator as messages;
use crate::present::View;
use crate::show;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{Show, Unit};
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::threshold::{Contract, ThresholdIds, reaches};

pub(super) fn outcome(view: &View<'_>, inputs: &Inputs<'_>) -> Outcome {
    let lang = view.lang;
    let Ok(ids) = ThresholdIds::new(view.rulebook) else { return Outcome::default() };
    let as_on = view.advice.as_on;
    let (first, last) = inputs.days("threshold.day").unwrap_or((as_on, as_on));
    let chosen = inputs.options("threshold.kind");
    let value = inputs.number("threshold.value");
    let mut lines = Vec::new();
    let mut sides: Option<Truth> = None;
    for contract in Contract::ALL {
        let (id, label) = named(lang, contract);
        let [from, to] = [first, last].map(|day| ids.on(view.rulebook, contract, day, as_on));
        let limit = from.value.hull(to.value);
        let figures = if from == to { vec![from] } else { vec![from, to] };
        lines.push(line(view, id, Show::Line, label, (limit, Unit::Euro)).with_figures(view, &figures));
        if chosen.contains(&id) {
            let side = reaches(value, limit);
            sides = Some(sides.map_or(side, |seen| seen.or_either(side)));
        }
    }
    let day = show::days(lang, first, last);
    let finding = match (value, sides) {
        (Number::Unknown, _) | (_, None) => None,
        (Number::Between(..), Some(side)) => Some(match side {
            Truth::Yes => finding(
                "reaches",
                messages::threshold_reached(lang),
                messages::threshold_reached_why(lang, &day),
            ),
            Truth::No => {
                finding("below", messages::threshold_below(lang), messages::threshold_below_why(lang, &day))
            }
            Truth::Open => finding("open", messages::open(lang), messages::threshold_open_why(lang, &day)),
        }),
    };
    Outcome { finding, lines, notes: vec![messages::threshold_on(lang, &day)], citations: vec![] }
}

fn finding(code: &'static str, text: &str, reason: String) -> Finding {
    Finding { code, text: text.to_owned(), reason }
}

/// The name of a kind among the options of the question, and its label.
fn named(lang: Lang, contract: Contract) -> (&'static str, &'static str) {
    match contract {
        Contract::SuppliesServices => ("supplies_services", messages::threshold_supplies(lang)),
        Contract::SocialServices => ("social_services", messages::threshold_social(lang)),
        Contract::Works => ("works", messages::threshold_works(lang)),
    }
}
