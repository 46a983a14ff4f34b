//! The SME test with partner and linked enterprises.

use super::inputs::Inputs;
use super::{Finding, Outcome, ResultLine, line};
use crate::lang::Lang;
use crate::messages::calculator as messages;
use crate::present::View;
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::calculators::Calculator;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{Show, Unit};
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::sizes::{
    Class, Decided, Figures, Firm, PublicOwner, Relative, SizeIds, SizeRules, SizeTest, Year,
};

pub(super) fn outcome(view: &View<'_>, inputs: &Inputs<'_>, calculator: &Calculator) -> Outcome {
    let Ok(ids) = SizeIds::new(view.rulebook) else { return Outcome::default() };
    let firm = firm(view, inputs, calculator);
    let test = SizeRules::new(view.rulebook, &ids, view.advice.as_on).size(&firm);
    let lang = view.lang;
    let mut notes = Vec::new();
    if test.one_year_only {
        notes.push(messages::size_one_year(lang).to_owned());
    }
    if !inputs.told("size.public_share") {
        notes.push(messages::size_no_public(lang).to_owned());
    }
    if !firm.years.iter().any(|year| !year.relatives.is_empty()) {
        notes.push(messages::size_alone(lang).to_owned());
    }
    Outcome { finding: Some(finding(lang, &test)), lines: lines(view, &test), notes, citations: vec![] }
}

fn firm(view: &View<'_>, inputs: &Inputs<'_>, calculator: &Calculator) -> Firm {
    let relatives = calculator.several.map_or(vec![], |several| {
        let count = view.answers.records(several.list).map_or(0, <[_]>::len);
        let rows = 0..u16::try_from(count).unwrap_or(u16::MAX);
        let records = rows.filter(|row| {
            let record = view.answers.record(Whose::Record(several.list, *row));
            record.is_some_and(|record| !record.is_empty())
        });
        records.map(|row| relative(&inputs.of(several.list, row))).collect()
    });
    let figures = |fte, turnover, balance| Figures {
        headcount: inputs.number(fte),
        turnover: inputs.number(turnover),
        balance: inputs.number(balance),
    };
    let before = ["size.fte_before", "size.turnover_before", "size.balance_before"];
    let last = Year {
        own: figures("size.fte", "size.turnover", "size.balance"),
        relatives: relatives.clone(),
        // Left out it is two ordinary years, and so it is said; *weet ik niet* is not no.
        merged: if inputs.told("size.merged") { inputs.truth("size.merged") } else { Truth::No },
    };
    let [fte, turnover, balance] = before;
    let first = Year { own: figures(fte, turnover, balance), relatives, merged: Truth::No };
    let two = before.into_iter().any(|id| inputs.told(id));
    Firm {
        years: if two { vec![first, last] } else { vec![last] },
        public_owners: match inputs.told("size.public_share") {
            false => vec![],
            true => {
                vec![PublicOwner { share: inputs.number("size.public_share"), listed_investor: Truth::No }]
            }
        },
    }
}

fn relative(inputs: &Inputs<'_>) -> Relative {
    Relative {
        share: inputs.number("relative.share"),
        control: inputs.truth("relative.control"),
        listed_investor: inputs.truth("relative.investor"),
        figures: Figures {
            headcount: inputs.number("relative.fte"),
            turnover: inputs.number("relative.turnover"),
            balance: inputs.number("relative.balance"),
        },
        linked: vec![],
    }
}

fn finding(lang: Lang, test: &SizeTest) -> Finding {
    let (code, text) = match test.classes.as_slice() {
        [Class::Micro] => ("micro", messages::size_micro(lang)),
        [Class::Small] => ("small", messages::size_small(lang)),
        [Class::Medium] => ("medium", messages::size_medium(lang)),
        [Class::Large] => ("large", messages::size_large(lang)),
        _ => match test.is_sme {
            Truth::Yes => ("sme", messages::size_sme(lang)),
            Truth::No => ("large", messages::size_large(lang)),
            Truth::Open => ("open", messages::open(lang)),
        },
    };
    let reason = match test.decided {
        Decided::PublicOwners => messages::size_public_owners(lang),
        Decided::Headcount => messages::size_headcount(lang),
        Decided::Money => messages::size_money(lang),
        Decided::TwoYears => messages::size_two_years(lang),
        Decided::WithinLimits => messages::size_within(lang),
        Decided::OpenPublicOwners => messages::size_open_public(lang),
        Decided::OpenHeadcount => messages::size_open_headcount(lang),
        Decided::OpenMoney => messages::size_open_money(lang),
        Decided::OpenYearsBefore => messages::size_open_before(lang),
        Decided::OpenMerger => messages::size_open_merger(lang),
        Decided::NoYear => messages::size_no_year(lang),
    };
    Finding { code, text: text.to_owned(), reason: reason.to_owned() }
}

/// What counts in each year, the last first, with the limits below it.
fn lines(view: &View<'_>, test: &SizeTest) -> Vec<ResultLine> {
    let lang = view.lang;
    let names = [
        (["fte", "turnover", "balance"], messages::size_last(lang)),
        (["fte_before", "turnover_before", "balance_before"], messages::size_before(lang)),
    ];
    let limits = |row: usize| {
        test.figures.chunks(3).take(3).filter_map(move |class| class.get(row)).copied().collect::<Vec<_>>()
    };
    let mut lines = Vec::new();
    for (year, ([fte, turnover, balance], when)) in test.years.iter().rev().zip(names) {
        let figures: [(&str, &str, Number, Unit); 3] = [
            (fte, messages::size_fte(lang), year.total.headcount, Unit::Plain),
            (turnover, messages::size_turnover(lang), year.total.turnover, Unit::Euro),
            (balance, messages::size_balance(lang), year.total.balance, Unit::Euro),
        ];
        for ((id, label, number, unit), row) in figures.into_iter().zip(0usize..) {
            let label = messages::size_in(lang, label, when);
            let own = line(view, id, Show::Line, &label, (number, unit)).by(messages::size_by(lang));
            lines.push(own.with_figures(view, &limits(row)));
        }
    }
    lines
}
