//! The money plan as JSON: sentences of the page, numbers as decimals in texts.

use crate::amount::{LineReport, Range, lines, range};
use crate::names::verdict;
use crate::{EditionReport, Plan, edition};
use serde::Serialize;
use serde_json::{Map, Value};
use steunwijzer_advisor::present::plan::aid::ceiling_code;
use steunwijzer_advisor::present::plan::{
    GuaranteeRow, LayerRow, MoneyRow, OutRow, ProposalSheet, StackSheet, Stage,
};
use steunwijzer_engine::advice::Subject;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{SchemeId, Unit};
use steunwijzer_plan::aid::{AidRules, Ceiling};
use steunwijzer_plan::cash_flow::{CashFlow, Column, Standing};
use steunwijzer_plan::hires::{HirePlan, Offer, hires};
use steunwijzer_plan::stack::Aim;

/// A whole plan.
#[derive(Serialize)]
pub struct PlanReport {
    edition: EditionReport,
    as_on: String,
    lang: &'static str,
    hires: Vec<HireReport>,
    /// Sums over the hires; none when no hire was told.
    totals: Option<TotalsReport>,
    /// Why no average is given of these hires.
    no_average: Vec<&'static str>,
    /// None: there is no hire with a first working day.
    cash_flow: Option<CashReport>,
    needs: Vec<NeedReport>,
    /// The room for aid on the day.
    aid_room: Vec<RoomReport>,
}

#[derive(Serialize)]
struct HireReport {
    name: String,
    /// Whether it was told, and is not one that we imagine.
    told: bool,
    measured: OfferReport,
    flat: OfferReport,
    lkv_year: Option<Range>,
    lkv: Vec<String>,
    sentences: Vec<String>,
}

#[derive(Serialize)]
struct OfferReport {
    scheme: String,
    verdict: &'static str,
    month: Option<Range>,
    /// Its working, as in an advice.
    lines: Vec<LineReport>,
}

#[derive(Serialize)]
struct TotalsReport {
    measured_month: Option<Range>,
    flat_month: Option<Range>,
    lkv_year: Option<Range>,
}

#[derive(Serialize)]
struct CashReport {
    sentences: Vec<String>,
    lowest: Option<Range>,
    lowest_month: Option<String>,
    known_until: Option<String>,
    unknown_from: Option<String>,
    /// The first month that rests on the assumed rise of the minimum wage.
    assumed_from: Option<String>,
    /// By month; each cell both ends, or `null` when it is not known.
    months: Vec<Map<String, Value>>,
    csv: String,
}

#[derive(Serialize)]
struct NeedReport {
    name: String,
    purpose: String,
    told: Vec<MoneyReport>,
    notes: Vec<String>,
    proposals: Vec<ProposalReport>,
    out: Vec<OutReport>,
}

#[derive(Serialize)]
struct MoneyReport {
    code: &'static str,
    label: &'static str,
    value: Option<Range>,
    text: String,
}

#[derive(Serialize)]
struct ProposalReport {
    aims: Vec<&'static str>,
    title: String,
    layers: Vec<LayerReport>,
    gap: MoneyReport,
    debt: Vec<String>,
    aid: &'static str,
    timeline: Vec<MomentReport>,
    out: Vec<OutReport>,
}

#[derive(Serialize)]
struct LayerReport {
    stage: &'static str,
    scheme: Option<String>,
    name: String,
    /// Whether the plan rests on it.
    counted: bool,
    value: Option<Range>,
    amount: String,
    verdict: Option<&'static str>,
    reason: String,
    why: Vec<String>,
    cost: String,
    aid: String,
    limits: String,
    lines: Vec<LineText>,
    guarantees: Vec<GuaranteeReport>,
}

#[derive(Serialize)]
struct LineText {
    label: String,
    text: String,
}

#[derive(Serialize)]
struct GuaranteeReport {
    scheme: String,
    name: String,
    verdict: &'static str,
    reason: String,
    lines: Vec<LineText>,
}

#[derive(Serialize)]
struct MomentReport {
    scheme: String,
    sentences: Vec<String>,
}

#[derive(Serialize)]
struct OutReport {
    scheme: String,
    code: &'static str,
    why: String,
}

#[derive(Serialize)]
struct RoomReport {
    ceiling: &'static str,
    limit: Option<Range>,
    left: Option<Range>,
}

/// The whole plan.
pub fn plan(plan: &Plan<'_>) -> PlanReport {
    let view = &plan.view;
    let found = hires(view.rulebook, &plan.labour, view.answers, view.advice);
    let page = view.hiring(&plan.labour);
    let told = found.plans.iter().any(|one| matches!(one.subject, Subject::Record(..)));
    let aid = AidRules::new(view.rulebook, &plan.aid, view.advice.as_on);
    let rooms = aid.rooms(&aid.account(view.answers), view.advice.as_on);
    let each = found.plans.iter().zip(page.hires);
    PlanReport {
        edition: edition(view),
        as_on: view.advice.as_on.to_string(),
        lang: view.lang.code(),
        hires: each.map(|(one, shown)| hire(plan, one, shown.name, shown.comparison)).collect(),
        totals: told.then(|| TotalsReport {
            measured_month: euro(found.totals.measured_month),
            flat_month: euro(found.totals.flat_month),
            lkv_year: euro(found.totals.lkv_year),
        }),
        no_average: page.average,
        cash_flow: plan.flow().map(|flow| cash(plan, &flow)),
        needs: plan.stacks.iter().map(need).collect(),
        aid_room: rooms
            .iter()
            .map(|room| RoomReport {
                ceiling: ceiling(room.ceiling),
                limit: euro(room.limit.value),
                left: euro(room.left),
            })
            .collect(),
    }
}

fn ceiling(ceiling: Ceiling) -> &'static str {
    ceiling_code(ceiling)
}

fn euro(number: Number) -> Option<Range> {
    range(Unit::Euro, number)
}

fn hire(plan: &Plan<'_>, one: &HirePlan<'_>, name: String, sentences: Vec<String>) -> HireReport {
    let rulebook = plan.view.rulebook;
    let scheme = |id: SchemeId| rulebook.schemes.get(id.row());
    let id = |of: SchemeId| scheme(of).map_or(String::new(), |found| found.id.clone());
    let offer = |offer: Offer<'_>| OfferReport {
        scheme: id(offer.scheme),
        verdict: verdict(offer.advice.verdict),
        month: euro(offer.total(rulebook)),
        lines: scheme(offer.scheme).map_or(vec![], |found| lines(&plan.view, found, offer.advice)),
    };
    HireReport {
        name,
        told: matches!(one.subject, Subject::Record(..)),
        measured: offer(one.measured),
        flat: offer(one.flat),
        lkv_year: euro(one.lkv.highest),
        lkv: one.lkv.leading.iter().map(|scheme| id(*scheme)).collect(),
        sentences,
    }
}

fn cash(plan: &Plan<'_>, flow: &CashFlow) -> CashReport {
    let page = plan.view.cash(&plan.labour, &steunwijzer_advisor::present::plan::Settings::default()).result;
    let (sentences, csv) = page.map_or_else(
        |_| (vec![], String::new()),
        |page| ([page.sentences(), page.notes.clone()].concat(), page.csv.clone()),
    );
    let months = flow.rows().into_iter().map(|row| {
        let cells = Column::ALL.iter().zip(row.cells).map(|(column, cell)| {
            (column_name(*column).to_owned(), serde_json::to_value(euro(cell)).unwrap_or_default())
        });
        let named = [("month", row.month.to_string()), ("rests_on", standing_name(row.standing).to_owned())];
        named.map(|(name, text)| (name.to_owned(), Value::from(text))).into_iter().chain(cells).collect()
    });
    CashReport {
        sentences,
        lowest: euro(flow.lowest.balance),
        lowest_month: flow.lowest.month.map(|day| day.to_string()),
        known_until: flow.lowest.known_until.map(|day| day.to_string()),
        unknown_from: flow.unknown.as_ref().map(|missing| missing.from.to_string()),
        assumed_from: flow.assumed_from.map(|day| day.to_string()),
        months: months.collect(),
        csv,
    }
}

fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::Known => "known-figures",
        Standing::Assumed => "assumed-rise",
        Standing::Unknown => "unknown",
    }
}

fn column_name(column: Column) -> &'static str {
    match column {
        Column::Wage => "wage",
        Column::Holiday => "holiday",
        Column::Charges => "charges",
        Column::Lks => "lks",
        Column::Lkv => "lkv",
        Column::Net => "net",
        Column::Balance => "balance",
        Column::Advanced => "advanced",
    }
}

fn need(sheet: &StackSheet) -> NeedReport {
    NeedReport {
        name: sheet.name.clone(),
        purpose: sheet.purpose.clone(),
        told: sheet.told.iter().map(money).collect(),
        notes: sheet.notes.clone(),
        proposals: sheet.proposals.iter().map(proposal).collect(),
        out: out(&sheet.out),
    }
}

fn money(row: &MoneyRow) -> MoneyReport {
    MoneyReport { code: row.code, label: row.label, value: euro(row.number), text: row.text.clone() }
}

fn proposal(one: &ProposalSheet) -> ProposalReport {
    ProposalReport {
        aims: one.aims.iter().map(|aim| aim_name(*aim)).collect(),
        title: one.title.clone(),
        layers: one.layers.iter().map(layer).collect(),
        gap: money(&one.gap),
        debt: one.debt.clone(),
        aid: one.aid,
        timeline: one
            .timeline
            .iter()
            .map(|moment| MomentReport {
                scheme: moment.scheme.id.clone(),
                sentences: moment.sentences.clone(),
            })
            .collect(),
        out: out(&one.out),
    }
}

fn aim_name(aim: Aim) -> &'static str {
    match aim {
        Aim::Cheapest => "cheapest",
        Aim::Surest => "surest",
        Aim::Fastest => "fastest",
        Aim::FundsCrowdAndLoan => "funds-crowd-and-loan",
    }
}

fn layer(row: &LayerRow) -> LayerReport {
    let name = row.scheme.as_ref().map_or(row.stage_word.to_owned(), |scheme| scheme.name.clone());
    LayerReport {
        stage: stage_name(row.stage),
        scheme: row.scheme.as_ref().map(|scheme| scheme.id.clone()),
        name,
        counted: row.is_counted,
        value: euro(row.number),
        amount: row.amount.clone(),
        verdict: row.verdict.map(verdict),
        reason: row.reason.clone(),
        why: row.why.clone(),
        cost: row.cost.clone(),
        aid: row.aid.clone(),
        limits: row.limits.clone(),
        lines: texts(&row.lines),
        guarantees: row.guarantees.iter().map(guarantee).collect(),
    }
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Own => "own",
        Stage::Confirmed => "promised",
        Stage::WageCosts => "wage-costs",
        Stage::Subsidy => "subsidy",
        Stage::GiftsAndCrowd => "gifts-and-crowd",
        Stage::Loan => "loan",
        Stage::Equity => "equity",
    }
}

fn texts(rows: &[(String, String)]) -> Vec<LineText> {
    rows.iter().map(|(label, text)| LineText { label: label.clone(), text: text.clone() }).collect()
}

fn guarantee(row: &GuaranteeRow) -> GuaranteeReport {
    GuaranteeReport {
        scheme: row.scheme.id.clone(),
        name: row.scheme.name.clone(),
        verdict: verdict(row.verdict),
        reason: row.reason.clone(),
        lines: texts(&row.lines),
    }
}

fn out(rows: &[OutRow]) -> Vec<OutReport> {
    let each = rows.iter().map(|row| OutReport {
        scheme: row.scheme.id.clone(),
        code: row.code,
        why: row.why.clone(),
    });
    each.collect()
}
