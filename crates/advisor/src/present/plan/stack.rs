//! The stack of finance of each need, ready as text.

mod choices;
mod layer;
mod reasons;

pub use choices::{Choose, Finance, FinanceField};
pub use layer::{GuaranteeRow, LayerRow};

use super::super::{Link, View};
use crate::messages::stack as messages;
use crate::show::{self, Cents};
use rust_decimal::Decimal;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{SchemeId, Unit};
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::aid::{AidIds, AidRules, Ceiling};
use steunwijzer_plan::stack::{
    Aim, Debt, Moment, MunicipalSubsidy, Out, OutWhy, Proposal, Refused, Stack, StackRules, Wish, stack,
};

/// The finance of one need.
#[derive(Clone, Debug, PartialEq)]
pub struct StackSheet {
    /// The row of the need.
    pub need: u16,
    /// Its name: *Behoefte 1*.
    pub name: String,
    /// What it is for, if that was told; else empty.
    pub purpose: String,
    /// What is needed, had and asked.
    pub told: Vec<MoneyRow>,
    /// What counts for all proposals.
    pub notes: Vec<String>,
    /// The proposals, at most one per aim.
    pub proposals: Vec<ProposalSheet>,
    /// Wishes that cannot be followed, each with why.
    pub refused: Vec<String>,
    /// What no proposal can use, with why.
    pub out: Vec<OutRow>,
}

/// An amount with its label.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyRow {
    /// A name for programs.
    pub code: &'static str,
    /// What it is.
    pub label: &'static str,
    /// As a number, in euro.
    pub number: Number,
    /// The same in words.
    pub text: String,
}

/// One proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposalSheet {
    /// What it is best at.
    pub aims: Vec<Aim>,
    /// The same in words: *Goedkoopst en zekerst*.
    pub title: String,
    /// What that means, one sentence for each.
    pub meaning: Vec<&'static str>,
    /// Its layers, in the order in which they are filled.
    pub layers: Vec<LayerRow>,
    /// What stays open.
    pub gap: MoneyRow,
    /// How to read that.
    pub gap_reading: &'static str,
    /// What the loans ask; empty without loans.
    pub debt: Vec<String>,
    /// Whether its aid stays within the room.
    pub aid: &'static str,
    /// What to apply for, first things first.
    pub timeline: Vec<MomentRow>,
    /// What could be in but is not, with why.
    pub out: Vec<OutRow>,
}

/// Something to apply for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MomentRow {
    /// What.
    pub scheme: Link,
    /// When, how long it takes and what to settle first.
    pub sentences: Vec<String>,
}

/// A scheme that is not in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutRow {
    /// Which.
    pub scheme: Link,
    /// A name of the reason for programs.
    pub code: &'static str,
    /// Why.
    pub why: String,
}

impl View<'_> {
    /// The finance of every need that was told. What the wishes are about: the row of the need.
    pub fn stacks(&self, rules: &StackRules, means: &Means, wishes: &[(u16, Wish)]) -> Vec<StackSheet> {
        let Some(list) = self.rulebook.list_id("needs") else { return vec![] };
        let count = self.answers.records(list).map_or(0, <[_]>::len);
        let needs = 0..u16::try_from(count).unwrap_or(u16::MAX);
        let sheet = |need: u16| {
            let own: Vec<Wish> =
                wishes.iter().filter(|(row, _)| *row == need).map(|(_, wish)| *wish).collect();
            let means = self.means(means, need);
            let found = stack(self.rulebook, rules, self.answers, self.advice.as_on, need, &means, &own)?;
            Some(self.stack_sheet(&found, self.record_name(list, need)))
        };
        needs.filter_map(sheet).collect()
    }

    fn means(&self, told: &Means, need: u16) -> steunwijzer_plan::stack::Means {
        let wages = told.wage_support.iter().find(|(row, _)| *row == need);
        steunwijzer_plan::stack::Means {
            aid: steunwijzer_plan::stack::AidRoom { general: self.general_room() },
            cash_for_debt: told.cash_for_debt.map_or(Number::Unknown, Number::exactly),
            rate: told.rate,
            wage_support: wages.map_or(Decimal::ZERO, |(_, amount)| *amount),
        }
    }

    /// The room for general aid on the day of the advice; unknown when the rules hold no ceiling. In
    /// farming or fishery, and as long as the sector is open, it may be none: nobody told whether the
    /// plan is primary production.
    pub fn general_room(&self) -> Number {
        let room = self.told_room();
        match self.is_in_farming() {
            Truth::No => room,
            Truth::Yes | Truth::Open => room.hull(Number::exactly(Decimal::ZERO)),
        }
    }

    fn told_room(&self) -> Number {
        let Ok(ids) = AidIds::new(self.rulebook) else { return Number::Unknown };
        let rules = AidRules::new(self.rulebook, &ids, self.advice.as_on);
        rules.room(&rules.account(self.answers), Ceiling::General, self.advice.as_on).left
    }

    fn stack_sheet(&self, stack: &Stack, name: String) -> StackSheet {
        let lang = self.lang;
        let row = |code, label, number| self.money_row(code, label, number);
        StackSheet {
            need: stack.need,
            name,
            purpose: self.purpose(stack.need),
            told: vec![
                row("total", messages::total(lang), stack.total),
                row("own", messages::own(lang), stack.own),
                row("promised", messages::promised(lang), stack.promised),
                row("asked", messages::asked(lang), stack.asked),
            ],
            notes: self.notes(stack),
            proposals: stack.proposals.iter().map(|one| self.proposal(stack, one)).collect(),
            refused: stack.refused.iter().map(|one| self.refused(stack.need, one)).collect(),
            out: stack.out.iter().filter_map(|out| self.out_row(stack.need, out)).collect(),
        }
    }

    fn purpose(&self, need: u16) -> String {
        let found = self.rulebook.question_id("need.purpose").and_then(|id| self.question(id));
        let Some((question, list)) = found.and_then(|one| Some((one, one.list?))) else {
            return String::new();
        };
        let subject = steunwijzer_engine::advice::Subject::Record(list, need);
        self.answer_text(question, subject).unwrap_or_default()
    }

    fn money_row(&self, code: &'static str, label: &'static str, number: Number) -> MoneyRow {
        MoneyRow { code, label, number, text: show::amount(self.lang, Unit::Euro, number, Cents::IfAny) }
    }

    fn euro(&self, amount: Decimal) -> String {
        show::number(self.lang, Unit::Euro, amount, Cents::IfAny)
    }

    fn notes(&self, stack: &Stack) -> Vec<String> {
        let lang = self.lang;
        let amount = match stack.worked_for {
            None => return vec![messages::no_amount(lang).to_owned()],
            Some(amount) => amount,
        };
        let mut notes = Vec::new();
        if stack.asked.single().is_none() {
            notes.push(messages::worked_for(lang, &self.euro(amount)));
        }
        let municipal = match stack.municipal {
            MunicipalSubsidy::PlaceOpen => messages::place_open(lang),
            MunicipalSubsidy::NoneKnown => messages::none_known(lang),
            MunicipalSubsidy::NoneFits => messages::none_fits(lang),
            MunicipalSubsidy::Possible => messages::possible(lang),
        };
        notes.push(municipal.to_owned());
        if !stack.in_kind.is_empty() {
            let names: Vec<String> = stack.in_kind.iter().map(|id| self.scheme_name(*id)).collect();
            notes.push(messages::in_kind(lang, &names.join("; ")));
        }
        if stack.proposals.is_empty() {
            notes.push(messages::no_proposal(lang).to_owned());
        } else if !stack.lead_times_known {
            notes.push(messages::no_fastest(lang).to_owned());
        }
        let first = |out: &Out| matches!(out.why, OutWhy::AnswerFirst(_));
        let waiting = stack.proposals.iter().map(|one| one.out.iter().filter(|out| first(out)).count());
        if let Some(count) = waiting.max().filter(|count| *count > 0) {
            notes.push(messages::answers_first(lang, count));
        }
        notes
    }

    fn proposal(&self, stack: &Stack, proposal: &Proposal) -> ProposalSheet {
        let lang = self.lang;
        let title: Vec<&str> = proposal.aims.iter().map(|aim| aim_word(lang, *aim)).collect();
        ProposalSheet {
            title: title.join(" · "),
            meaning: proposal.aims.iter().map(|aim| aim_meaning(lang, *aim)).collect(),
            aims: proposal.aims.clone(),
            layers: proposal.layers.iter().map(|layer| self.layer_row(stack, layer)).collect(),
            gap: self.money_row("gap", messages::gap(lang), proposal.gap),
            gap_reading: match proposal.gap {
                Number::Between(low, high) if low.is_zero() && high.is_zero() => messages::gap_none(lang),
                Number::Between(low, high) if low == high => messages::gap_one(lang),
                Number::Between(..) | Number::Unknown => messages::gap_range(lang),
            },
            debt: self.debt(&proposal.debt),
            aid: match proposal.aid_fits {
                Truth::Yes => messages::aid_fits(lang),
                Truth::No => messages::aid_too_much(lang),
                Truth::Open => messages::aid_open(lang),
            },
            timeline: proposal.timeline.iter().filter_map(|moment| self.moment(moment)).collect(),
            out: proposal.out.iter().filter_map(|out| self.out_row(stack.need, out)).collect(),
        }
    }

    fn debt(&self, debt: &Debt) -> Vec<String> {
        let lang = self.lang;
        if debt.borrowed.is_zero() {
            return vec![];
        }
        let amount = |number| show::amount(lang, Unit::Euro, number, Cents::IfAny);
        let mut sentences = vec![messages::borrowed(lang, &self.euro(debt.borrowed))];
        if debt.monthly == Number::Unknown {
            sentences.push(messages::term_open(lang).to_owned());
        } else {
            let (month, year) = (amount(debt.monthly), amount(debt.service));
            sentences.push(match debt.rate {
                Some(rate) => {
                    let rate = show::number(lang, Unit::Percent, rate, Cents::IfAny);
                    messages::pays_with_rate(lang, &month, &rate, &year)
                }
                None => messages::pays_without_rate(lang, &month, &year),
            });
        }
        let can = match debt.can_repay {
            Truth::Yes => messages::can_repay(lang),
            Truth::No => messages::cannot_repay(lang),
            Truth::Open => messages::repay_open(lang),
        };
        sentences.push(can.to_owned());
        sentences
    }

    fn moment(&self, moment: &Moment) -> Option<MomentRow> {
        let lang = self.lang;
        let day = |day| show::day(lang, day);
        let mut sentences = Vec::new();
        if moment.before_start {
            sentences.push(messages::before_start(lang).to_owned());
        }
        if let Some(by) = moment.apply_by {
            sentences.push(messages::apply_by(lang, &day(by)));
        }
        if let Some(by) = moment.better_by {
            sentences.push(messages::better_by(lang, &day(by)));
        }
        if let Some(closes) = moment.closes.filter(|closes| moment.apply_by != Some(*closes)) {
            sentences.push(messages::closes(lang, &day(closes)));
        }
        sentences.push(match moment.lead_weeks {
            Some((weeks, figure)) => self.lead_time_by(weeks, figure),
            None => match self.scheme(moment.scheme).map(|scheme| self.text(scheme.texts.lead_time)) {
                Some(told) if !told.is_empty() => messages::lead_told(lang, told.trim_end_matches('.')),
                Some(_) | None => messages::lead_unknown(lang).to_owned(),
            },
        });
        if let Some(open) = moment.settle {
            sentences.push(messages::settle(lang, &self.requirement(open)));
        }
        Some(MomentRow { scheme: self.link(moment.scheme)?, sentences })
    }

    fn refused(&self, need: u16, refused: &Refused) -> String {
        let name = self.scheme_name(refused.wish.scheme());
        let why = self.refused_why(need, refused.wish.scheme(), refused.why);
        messages::refused(self.lang, &name, &why)
    }

    fn scheme_name(&self, id: SchemeId) -> String {
        self.scheme(id).map_or("", |scheme| self.text(scheme.texts.name)).to_owned()
    }
}

/// What the visitor tells beside the answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Means {
    /// Cash available in a year for interest and repayment.
    pub cash_for_debt: Option<Decimal>,
    /// Interest per year to reckon with, as a share.
    pub rate: Option<Decimal>,
    /// Wage-cost support that counts towards a need, by its row, in euro.
    pub wage_support: Vec<(u16, Decimal)>,
}

/// What a proposal is best at: *Goedkoopst*.
pub fn aim_word(lang: crate::lang::Lang, aim: Aim) -> &'static str {
    match aim {
        Aim::Cheapest => messages::cheapest(lang),
        Aim::Surest => messages::surest(lang),
        Aim::Fastest => messages::fastest(lang),
        Aim::FundsCrowdAndLoan => messages::combination(lang),
    }
}

fn aim_meaning(lang: crate::lang::Lang, aim: Aim) -> &'static str {
    match aim {
        Aim::Cheapest => messages::cheapest_why(lang),
        Aim::Surest => messages::surest_why(lang),
        Aim::Fastest => messages::fastest_why(lang),
        Aim::FundsCrowdAndLoan => messages::combination_why(lang),
    }
}
