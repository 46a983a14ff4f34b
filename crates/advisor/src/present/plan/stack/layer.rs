//! A layer of a stack.

use super::super::super::{CitationRow, FigureRow, Link, View};
use crate::messages::stack as messages;
use crate::show::{self, Cents};
use rust_decimal::Decimal;
use steunwijzer_engine::advice::{Because, Subject, Verdict};
use steunwijzer_engine::judge::Judgement;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{Amounts, ParameterId, SchemeId, Unit};
use steunwijzer_plan::stack::{
    AidUse, Cost, Guarantee, In, Layer, Maximum, Money, Offer, Share, Stack, Stage,
};

/// The smallest amount there is: a scheme without a minimum gives it.
const CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// A layer of a stack.
#[derive(Clone, Debug, PartialEq)]
pub struct LayerRow {
    /// Where it stands.
    pub stage: Stage,
    /// The same in words: *Lening*.
    pub stage_word: &'static str,
    /// What kind of money it is, in words; empty for one's own and promised money.
    pub money: &'static str,
    /// Whether it must be repaid.
    pub is_repaid: bool,
    /// Whether it is a share in the enterprise.
    pub is_share: bool,
    /// The scheme; none for own, promised and wage money.
    pub scheme: Option<Link>,
    /// How much, as a number.
    pub number: Number,
    /// How much, or *hoogstens*.
    pub amount: String,
    /// Whether the plan rests on it.
    pub is_counted: bool,
    /// The verdict for this amount.
    pub verdict: Option<Verdict>,
    /// Why that verdict; empty if every test holds, which `why` says.
    pub reason: String,
    /// Why it is in.
    pub why: Vec<String>,
    /// What the money costs; empty for own and promised money.
    pub cost: String,
    /// The dated figure of that cost.
    pub figure: Option<FigureRow>,
    /// Other amounts of the scheme for this layer, such as fees: label and amount.
    pub lines: Vec<(String, String)>,
    /// Where those amounts stand.
    pub citations: Vec<CitationRow>,
    /// How it uses the room for aid.
    pub aid: String,
    /// The least and the most it can give, in words; empty without a scheme.
    pub limits: String,
    /// Guarantees that may go with it.
    pub guarantees: Vec<GuaranteeRow>,
}

/// A guarantee beside a loan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuaranteeRow {
    /// Which.
    pub scheme: Link,
    /// The verdict for the loan.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// Cover and fee: label and amount.
    pub lines: Vec<(String, String)>,
    /// Where those stand.
    pub citations: Vec<CitationRow>,
}

impl View<'_> {
    pub(super) fn layer_row(&self, stack: &Stack, layer: &Layer) -> LayerRow {
        let lang = self.lang;
        let (number, is_counted) = match layer.amount {
            Share::Told(number) => (number, true),
            Share::Counted(amount) => (Number::exactly(amount), true),
            Share::NotCounted(most) => (Number::Between(Decimal::ZERO, most), false),
        };
        let offer = stack.offers.iter().find(|offer| Some(offer.scheme) == layer.scheme);
        let size_known = offer.is_none_or(|offer| offer.maximum == Maximum::Known);
        // Fees over an amount that nobody knows say nothing.
        let (lines, citations) = match is_counted || size_known {
            true => self.scheme_lines(layer.scheme, &layer.lines),
            false => (vec![], vec![]),
        };
        LayerRow {
            stage: layer.stage,
            stage_word: self.stage_word(layer.stage),
            money: layer.money.map_or("", |money| self.money_word(money)),
            is_repaid: matches!(layer.money, Some(Money::PublicLoan | Money::MarketLoan)),
            is_share: layer.money == Some(Money::Shares),
            scheme: layer.scheme.and_then(|id| self.link(id)),
            number,
            amount: match layer.amount {
                Share::NotCounted(most) if size_known => messages::at_most(lang, &self.euro(most)),
                Share::NotCounted(_) => messages::not_counted(lang).to_owned(),
                Share::Told(_) | Share::Counted(_) => show::amount(lang, Unit::Euro, number, Cents::IfAny),
            },
            is_counted,
            verdict: layer.judgement.map(|judgement| judgement.verdict),
            // That every test holds is among the reasons why it is in.
            reason: match layer.judgement.map(|judgement| judgement.because) {
                Some(Because::AllMet) => String::new(),
                Some(_) | None => self.judged_reason(stack.need, layer.scheme, layer.judgement),
            },
            why: match number {
                Number::Unknown if layer.scheme.is_none() => vec![messages::in_not_told(lang).to_owned()],
                Number::Unknown | Number::Between(..) => {
                    layer.why.iter().map(|why| self.why_in(*why)).collect()
                }
            },
            cost: if layer.scheme.is_some() { self.cost(layer.cost) } else { String::new() },
            figure: match layer.cost {
                Cost::Rate(_, figure) => self.figure_on(figure),
                Cost::Nothing | Cost::ByKind(_) => None,
            },
            lines,
            citations,
            aid: if layer.scheme.is_some() { self.aid_use(layer.aid) } else { String::new() },
            limits: offer.map_or(String::new(), |offer| self.offer_limits(offer)),
            guarantees: layer.guarantees.iter().filter_map(|one| self.guarantee(stack.need, one)).collect(),
        }
    }

    fn guarantee(&self, need: u16, guarantee: &Guarantee) -> Option<GuaranteeRow> {
        let (lines, citations) = self.scheme_lines(Some(guarantee.scheme), &guarantee.lines);
        Some(GuaranteeRow {
            scheme: self.link(guarantee.scheme)?,
            verdict: guarantee.judgement.verdict,
            reason: self.judged_reason(need, Some(guarantee.scheme), Some(guarantee.judgement)),
            lines,
            citations,
        })
    }

    fn judged_reason(&self, need: u16, scheme: Option<SchemeId>, judgement: Option<Judgement>) -> String {
        let found = scheme.and_then(|id| self.scheme(id)).zip(judgement);
        let Some((scheme, judgement)) = found else { return String::new() };
        self.because(scheme, judgement.because, self.need_subject(need))
    }

    pub(super) fn need_subject(&self, need: u16) -> Subject {
        self.rulebook.list_id("needs").map_or(Subject::Organisation, |list| Subject::Record(list, need))
    }

    fn scheme_lines(
        &self,
        scheme: Option<SchemeId>,
        values: &[Number],
    ) -> (Vec<(String, String)>, Vec<CitationRow>) {
        let scheme = scheme.and_then(|id| self.scheme(id));
        let Some(Amounts::Lines(lines)) = scheme.map(|scheme| &scheme.amounts) else {
            return (vec![], vec![]);
        };
        let each = lines.iter().zip(values).map(|(line, value)| {
            let amount = show::amount(self.lang, line.unit, *value, Cents::IfAny);
            (self.text(line.text).to_owned(), amount)
        });
        let mut citations: Vec<CitationRow> = Vec::new();
        for row in lines.iter().flat_map(|line| self.citations(&line.sources)) {
            if !citations.contains(&row) {
                citations.push(row);
            }
        }
        (each.collect(), citations)
    }

    fn stage_word(&self, stage: Stage) -> &'static str {
        let lang = self.lang;
        match stage {
            Stage::Own => messages::stage_own(lang),
            Stage::Confirmed => messages::stage_confirmed(lang),
            Stage::WageCosts => messages::stage_wages(lang),
            Stage::Subsidy => messages::stage_subsidy(lang),
            Stage::GiftsAndCrowd => messages::stage_gifts(lang),
            Stage::Loan => messages::stage_loan(lang),
            Stage::Equity => messages::stage_equity(lang),
        }
    }

    fn money_word(&self, money: Money) -> &'static str {
        match money {
            Money::Gift => messages::money_gift(self.lang),
            Money::PublicLoan => messages::money_public_loan(self.lang),
            Money::MarketLoan => messages::money_market_loan(self.lang),
            Money::Shares => messages::money_shares(self.lang),
        }
    }

    fn why_in(&self, why: In) -> String {
        let lang = self.lang;
        match why {
            In::Told => messages::in_told(lang),
            In::Kept => messages::in_kept(lang),
            In::NothingToRepay => messages::in_gift(lang),
            In::AmountNotKnown => messages::in_amount_open(lang),
            In::NotSettled => messages::in_not_settled(lang),
            In::StatusNotKnown => messages::in_status_open(lang),
            In::Fits => messages::in_fits(lang),
            In::CheaperThanTheNextKind => messages::in_cheaper(lang),
            In::ClosesTheGap => messages::in_closes(lang),
            In::LeadTime(weeks, figure) => return self.lead_time_by(weeks, figure),
        }
        .to_owned()
    }

    /// How long a decision takes at most, and who says so.
    pub(super) fn lead_time_by(&self, weeks: Decimal, figure: ParameterId) -> String {
        let cited = self.figure_on(figure).and_then(|row| row.citations.into_iter().next());
        let source = cited.map_or_else(String::new, |row| row.dated_name());
        let weeks = show::number(self.lang, Unit::Weeks, weeks, Cents::IfAny);
        messages::lead(self.lang, &source, &weeks)
    }

    fn cost(&self, cost: Cost) -> String {
        let lang = self.lang;
        match cost {
            Cost::Nothing => messages::cost_nothing(lang).to_owned(),
            Cost::Rate(rate, _) => {
                messages::cost_rate(lang, &show::number(lang, Unit::Percent, rate, Cents::IfAny))
            }
            Cost::ByKind(Money::Shares) => messages::cost_shares(lang).to_owned(),
            Cost::ByKind(Money::Gift | Money::PublicLoan | Money::MarketLoan) => {
                messages::cost_not_known(lang).to_owned()
            }
        }
    }

    fn aid_use(&self, aid: AidUse) -> String {
        let lang = self.lang;
        match aid {
            AidUse::Nothing => messages::aid_nothing(lang).to_owned(),
            AidUse::Counted(amount) => messages::aid_counted(lang, &self.euro(amount)),
            AidUse::OtherRules => messages::aid_other(lang).to_owned(),
            AidUse::NotKnown => messages::aid_not_known(lang).to_owned(),
        }
    }

    /// What a scheme can give for this need; a smallest amount or a maximum only where its rules have one.
    fn offer_limits(&self, offer: &Offer) -> String {
        match offer.maximum {
            Maximum::Known => self.range(offer.least, offer.most),
            Maximum::NotKnown if offer.least <= CENT => messages::no_limits(self.lang).to_owned(),
            Maximum::NotKnown => messages::limits_from(self.lang, &self.euro(offer.least)),
        }
    }

    pub(super) fn range(&self, least: Decimal, most: Decimal) -> String {
        if least <= CENT {
            return messages::limits_to(self.lang, &self.euro(most));
        }
        messages::limits(self.lang, &self.euro(least), &self.euro(most))
    }
}
