//! What a loan costs.

use super::inputs::Inputs;
use super::{Finding, Outcome, ResultLine, line};
use crate::messages::calculator as messages;
use crate::present::View;
use crate::show::{self, Cents};
use rust_decimal::Decimal;
use steunwijzer_engine::number::{Number, Rounding};
use steunwijzer_engine::rulebook::{Show, Unit};
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::loan::{
    Loan, Repayment, Schedule, can_repay, capacity, debt_service_ratio, monthly_payment, schedule,
};

/// A loan of which ranges are known.
struct Ranges {
    principal: (Decimal, Decimal),
    rate: (Decimal, Decimal),
    months: (u32, u32),
    interest_only: (u32, u32),
    costs: Number,
    /// How it may be repaid: both ways until one is chosen.
    repayments: Vec<Repayment>,
}

pub(super) fn outcome(view: &View<'_>, inputs: &Inputs<'_>) -> Outcome {
    let lang = view.lang;
    let missing = missing(view, inputs);
    let Some(ranges) = ranges(inputs).filter(|_| missing.is_empty()) else {
        let unknown = line(
            view,
            "monthly",
            Show::Line,
            messages::loan_monthly(lang),
            (Number::Unknown, Unit::EuroPerMonth),
        );
        return Outcome { lines: vec![unknown.missing(missing)], ..Outcome::default() };
    };
    let Some(totals) = ranges.totals() else {
        let text = messages::loan_impossible(lang).to_owned();
        let finding =
            Finding { code: "impossible", text, reason: messages::loan_impossible_why(lang).to_owned() };
        return Outcome { finding: Some(finding), ..Outcome::default() };
    };
    let mut lines = payments(view, &ranges);
    lines.extend(costs(view, &ranges, &totals));
    let finding = carried(view, inputs, &ranges, &totals, &mut lines);
    Outcome { finding, lines, notes: assumed(view, inputs), citations: vec![] }
}

/// The labels of what a sum cannot do without.
fn missing(view: &View<'_>, inputs: &Inputs<'_>) -> Vec<String> {
    let needed = ["need.amount", "loan.rate", "need.repay_months"];
    let open = needed.into_iter().filter(|id| inputs.number(id) == Number::Unknown);
    let questions = open.filter_map(|id| view.question(view.rulebook.question_id(id)?));
    questions.map(|question| view.text(question.short).to_owned()).collect()
}

/// What was left out and is reckoned as nothing; *weet ik niet* is not nothing.
fn assumed(view: &View<'_>, inputs: &Inputs<'_>) -> Vec<String> {
    let lang = view.lang;
    let mut notes = Vec::new();
    if !inputs.told("loan.interest_only") {
        notes.push(messages::loan_no_pause(lang).to_owned());
    }
    if !inputs.told("loan.costs") {
        notes.push(messages::loan_no_costs(lang).to_owned());
    }
    if inputs.options("loan.repayment").len() > 1 {
        notes.push(messages::loan_both(lang).to_owned());
    }
    notes
}

fn ranges(inputs: &Inputs<'_>) -> Option<Ranges> {
    let months = inputs.months("need.repay_months")?;
    let repayments = inputs.options("loan.repayment").into_iter().filter_map(|id| match id {
        "annuity" => Some(Repayment::Annuity),
        "linear" => Some(Repayment::Linear),
        _ => None,
    });
    Some(Ranges {
        principal: inputs.number("need.amount").limits()?,
        rate: inputs.number("loan.rate").limits()?,
        months,
        interest_only: match inputs.months("loan.interest_only") {
            Some(range) => range,
            None if inputs.told("loan.interest_only") => (0, months.0.saturating_sub(1)),
            None => (0, 0),
        },
        costs: if inputs.told("loan.costs") {
            inputs.number("loan.costs")
        } else {
            Number::exactly(Decimal::ZERO)
        },
        repayments: repayments.collect(),
    })
}

/// Totals of the cheapest and the dearest loan that is possible.
struct Totals {
    interest: Number,
    service: Number,
    last: Number,
}

impl Ranges {
    fn turns(&self) -> (u32, u32) {
        (
            self.months.0.saturating_sub(self.interest_only.1),
            self.months.1.saturating_sub(self.interest_only.0),
        )
    }

    fn loan(&self, dearest: bool, repayment: Repayment) -> Loan {
        let pick = |range: (Decimal, Decimal)| if dearest { range.1 } else { range.0 };
        let count = |range: (u32, u32)| if dearest { range.1 } else { range.0 };
        Loan {
            principal: pick(self.principal),
            rate: pick(self.rate),
            months: count(self.months),
            interest_only: count(self.interest_only),
            repayment,
            costs: Decimal::ZERO,
        }
    }

    /// More money, interest and months make interest higher. A year asks most of a short loan.
    fn totals(&self) -> Option<Totals> {
        let mut all: Option<Totals> = None;
        for repayment in &self.repayments {
            let (low, high) = (self.loan(false, *repayment), self.loan(true, *repayment));
            let steep = Loan { months: self.months.0, ..high };
            let gentle = Loan { months: self.months.1, ..low };
            let plans = [low, high, steep, gentle].map(|loan| schedule(&loan).ok());
            let [low, high, steep, gentle] = plans;
            let (low, high, steep, gentle) = (low?, high?, steep?, gentle?);
            let of = |least: &Schedule, most: &Schedule, read: fn(&Schedule) -> Decimal| {
                Number::Between(read(least).min(read(most)), read(least).max(read(most)))
            };
            let own = Totals {
                interest: of(&low, &high, |plan| plan.interest),
                service: of(&gentle, &steep, Schedule::debt_service),
                last: of(&gentle, &steep, |plan| {
                    plan.instalments.last().map_or(Decimal::ZERO, |last| last.paid)
                }),
            };
            all = Some(match all {
                None => own,
                Some(seen) => Totals {
                    interest: seen.interest.hull(own.interest),
                    service: seen.service.hull(own.service),
                    last: seen.last.hull(own.last),
                },
            });
        }
        all
    }

    fn principal(&self) -> Number {
        Number::Between(self.principal.0, self.principal.1)
    }

    fn rate(&self) -> Number {
        Number::Between(self.rate.0, self.rate.1)
    }
}

fn payments(view: &View<'_>, ranges: &Ranges) -> Vec<ResultLine> {
    let lang = view.lang;
    let mut lines = Vec::new();
    if ranges.interest_only.1 > 0 {
        let twelfth = Number::exactly(Decimal::from(12));
        let interest = ranges.principal().times(ranges.rate()).over(twelfth).rounded(Rounding::HalfUp, 2);
        let label = messages::loan_pause(lang);
        lines.push(
            line(view, "pause", Show::Line, label, (interest, Unit::EuroPerMonth))
                .by(messages::loan_pause_by(lang)),
        );
    }
    for repayment in &ranges.repayments {
        let paid = monthly_payment(ranges.principal(), ranges.rate(), ranges.turns(), *repayment);
        let (id, label, formula) = match repayment {
            Repayment::Annuity => ("annuity", messages::loan_annuity(lang), messages::loan_annuity_by(lang)),
            Repayment::Linear => ("linear", messages::loan_linear(lang), messages::loan_linear_by(lang)),
        };
        lines.push(line(view, id, Show::Line, label, (paid, Unit::EuroPerMonth)).by(formula));
    }
    lines
}

fn costs(view: &View<'_>, ranges: &Ranges, totals: &Totals) -> Vec<ResultLine> {
    let lang = view.lang;
    let cost = totals.interest.plus(ranges.costs);
    let paid = cost.plus(ranges.principal());
    let euro = |id, show, label, number| line(view, id, show, label, (number, Unit::Euro));
    vec![
        euro("last", Show::Line, messages::loan_last(lang), totals.last).by(messages::loan_last_by(lang)),
        euro("interest", Show::Line, messages::loan_interest(lang), totals.interest)
            .by(messages::loan_interest_by(lang)),
        euro("costs", Show::Line, messages::loan_costs(lang), ranges.costs),
        euro("cost", Show::Total, messages::loan_cost(lang), cost).by(messages::loan_cost_by(lang)),
        euro("paid", Show::Line, messages::loan_paid(lang), paid).by(messages::loan_paid_by(lang)),
        line(view, "service", Show::Line, messages::loan_service(lang), (totals.service, Unit::EuroPerYear))
            .by(messages::loan_service_by(lang)),
    ]
}

/// Whether the loan can be carried, if it was told what is left a year.
fn carried(
    view: &View<'_>,
    inputs: &Inputs<'_>,
    ranges: &Ranges,
    totals: &Totals,
    lines: &mut Vec<ResultLine>,
) -> Option<Finding> {
    let lang = view.lang;
    let cash = inputs.number("loan.cash");
    let (least, most) = cash.limits()?;
    let ratio = debt_service_ratio(cash, totals.service).rounded(Rounding::HalfUp, 2);
    lines.push(
        line(view, "ratio", Show::Line, messages::loan_ratio(lang), (ratio, Unit::Plain))
            .by(messages::loan_ratio_by(lang)),
    );
    // What can be carried: the least with the dearest terms, the most with the mildest.
    let mut can: Option<Number> = None;
    for repayment in &ranges.repayments {
        let (short, long) = ranges.turns();
        let low = capacity(least, ranges.rate.1, short, *repayment).ok()?;
        let high = capacity(most, ranges.rate.0, long, *repayment).ok()?;
        let own = Number::Between(low.min(high), low.max(high));
        can = Some(can.map_or(own, |seen| seen.hull(own)));
    }
    lines.push(
        line(view, "capacity", Show::Line, messages::loan_capacity(lang), (can?, Unit::Euro))
            .by(messages::loan_capacity_by(lang)),
    );
    let service = show::amount(lang, Unit::EuroPerYear, totals.service, Cents::Always);
    let left = show::amount(lang, Unit::EuroPerYear, cash, Cents::Always);
    let reason = messages::loan_carried_why(lang, &left, &service);
    let (code, text) = match can_repay(cash, totals.service) {
        Truth::Yes => ("can-repay", messages::loan_can(lang)),
        Truth::No => ("cannot-repay", messages::loan_cannot(lang)),
        Truth::Open => ("open", messages::open(lang)),
    };
    Some(Finding { code, text: text.to_owned(), reason })
}
