//! Whether an undertaking is in difficulty.

use super::inputs::Inputs;
use super::{Finding, Outcome, word};
use crate::lang::Lang;
use crate::messages::calculator as messages;
use crate::present::View;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::QuestionId;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::sizes::{
    Capital, DifficultyState, DifficultyTest, FirmHealth, LargeFirmYear, SizeIds, SizeRules, TestState,
};

/// Whether a question can matter: what only limited companies have, and what only large firms are
/// asked.
pub(super) fn counts(inputs: &Inputs<'_>, question: QuestionId) -> bool {
    let forms = inputs.options("org.legal_form");
    match inputs.id(question) {
        "difficulty.capital" | "difficulty.losses" => {
            forms.iter().any(|form| kind(form) != CapitalKind::None)
        }
        "difficulty.reserves" => forms.iter().any(|form| kind(form) == CapitalKind::Limited),
        id if LAST.contains(&id) || BEFORE.contains(&id) => inputs.truth("difficulty.sme") == Truth::No,
        _ => true,
    }
}

const LAST: [&str; 4] = ["difficulty.debt", "difficulty.equity", "difficulty.result", "difficulty.interest"];
const BEFORE: [&str; 4] = [
    "difficulty.debt_before",
    "difficulty.equity_before",
    "difficulty.result_before",
    "difficulty.interest_before",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CapitalKind {
    Limited,
    Unlimited,
    None,
}

/// Who is liable, by the legal form. Of what is not in this list a person judges.
fn kind(form: &str) -> CapitalKind {
    match form {
        "bv" | "nv" | "cooperatie" => CapitalKind::Limited,
        "eenmanszaak" | "vof" | "maatschap" | "cv" => CapitalKind::Unlimited,
        _ => CapitalKind::None,
    }
}

pub(super) fn outcome(view: &View<'_>, inputs: &Inputs<'_>) -> Outcome {
    let Ok(ids) = SizeIds::new(view.rulebook) else { return Outcome::default() };
    let lang = view.lang;
    let firm = FirmHealth {
        sme: inputs.truth("difficulty.sme"),
        founded: inputs.days("org.founded").unwrap_or((Date::MIN, view.advice.as_on)),
        capital: capital(inputs),
        insolvent: inputs.truth("difficulty.insolvent"),
        rescue_aid: inputs.truth("difficulty.rescue"),
        restructuring: inputs.truth("difficulty.restructuring"),
        years: [year(inputs, BEFORE), year(inputs, LAST)],
    };
    let found = SizeRules::new(view.rulebook, &ids, view.advice.as_on).difficulty(&firm);
    let mut lines: Vec<_> = found
        .tests
        .iter()
        .map(|(test, state)| {
            word(code(*test), name(lang, *test).trim_end_matches('.'), state_word(lang, *state))
        })
        .collect();
    // The figures belong to the two tests that reckon.
    let (capital, ratios) = found.figures.split_at_checked(2).unwrap_or_default();
    for (at, figures) in [(2usize, capital), (3, ratios)] {
        if at < lines.len() {
            let own = lines.remove(at);
            lines.insert(at, own.with_figures(view, figures));
        }
    }
    Outcome { finding: Some(finding(lang, found.state)), lines, notes: vec![], citations: vec![] }
}

fn capital(inputs: &Inputs<'_>) -> Capital {
    let forms = inputs.options("org.legal_form");
    let mut kinds: Vec<CapitalKind> = forms.iter().map(|form| kind(form)).collect();
    kinds.dedup();
    match kinds.as_slice() {
        [CapitalKind::Limited] => Capital::Limited {
            subscribed: inputs.number("difficulty.capital"),
            reserves: inputs.number("difficulty.reserves"),
            losses: inputs.number("difficulty.losses"),
        },
        [CapitalKind::Unlimited] => Capital::Unlimited {
            capital: inputs.number("difficulty.capital"),
            losses: inputs.number("difficulty.losses"),
        },
        [CapitalKind::None] => Capital::None,
        _ => Capital::NotTold,
    }
}

fn year(inputs: &Inputs<'_>, [debt, equity, result, interest]: [&str; 4]) -> LargeFirmYear {
    LargeFirmYear {
        debt: inputs.number(debt),
        equity: inputs.number(equity),
        ebitda: inputs.number(result),
        interest: inputs.number(interest),
    }
}

fn finding(lang: Lang, state: DifficultyState) -> Finding {
    let (code, text, test) = match state {
        DifficultyState::InDifficulty(test) => ("in-difficulty", messages::difficulty_yes(lang), Some(test)),
        DifficultyState::NotInDifficulty => ("not-in-difficulty", messages::difficulty_no(lang), None),
        DifficultyState::PersonDecides(test) => {
            ("person-decides", messages::difficulty_person(lang), Some(test))
        }
        DifficultyState::Open(test) => ("open", messages::open(lang), Some(test)),
    };
    let reason = test.map_or(messages::difficulty_no_why(lang), |test| name(lang, test));
    Finding { code, text: text.to_owned(), reason: reason.to_owned() }
}

fn code(test: DifficultyTest) -> &'static str {
    match test {
        DifficultyTest::CapitalLost => "capital-lost",
        DifficultyTest::Insolvent => "insolvent",
        DifficultyTest::RescueAid => "rescue-aid",
        DifficultyTest::DebtAndInterest => "debt-and-interest",
    }
}

fn name(lang: Lang, test: DifficultyTest) -> &'static str {
    match test {
        DifficultyTest::CapitalLost => messages::difficulty_capital(lang),
        DifficultyTest::Insolvent => messages::difficulty_insolvent(lang),
        DifficultyTest::RescueAid => messages::difficulty_rescue(lang),
        DifficultyTest::DebtAndInterest => messages::difficulty_debt(lang),
    }
}

fn state_word(lang: Lang, state: TestState) -> &'static str {
    match state {
        TestState::Met => messages::test_met(lang),
        TestState::NotMet => messages::test_not_met(lang),
        TestState::Open => messages::open(lang),
        TestState::NotAsked => messages::test_not_asked(lang),
        TestState::PersonDecides => messages::test_person(lang),
    }
}
