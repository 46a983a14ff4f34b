//! What hires bring, hire by hire, and what that adds up to.

use super::super::{CitationRow, Headline, LineRow, Link, View};
use super::settings::CENTS;
use crate::messages::{hiring as messages, verdict};
use crate::show;
use steunwijzer_engine::advice::{Subject, Verdict};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{Citation, Unit};
use steunwijzer_plan::hires::{
    AverageRefused, Comparison, HirePlan, Hires, Labour, Lkv, More, Offer, Referral, Totals, WhyNoAverage,
    hires,
};

/// All hires, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HiringPage {
    /// Each hire, in the order in which they were told.
    pub hires: Vec<HirePage>,
    /// The sums over the hires; none when no hire was told.
    pub totals: Vec<TotalRow>,
    /// Why no average is shown: the first sentence, then the reasons. Empty if there is nothing to refuse.
    pub average: Vec<&'static str>,
}

/// One hire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HirePage {
    /// Who.
    pub subject: Subject,
    /// *Werknemer 1*.
    pub name: String,
    /// What was told, in a line; may be empty.
    pub facts: String,
    /// Loonkostensubsidie: by loonwaarde, and the flat rate beside it.
    pub subsidies: Vec<OfferPage>,
    /// Which of the two is more, for how long, and when it is set again.
    pub comparison: Vec<String>,
    /// Loonkostenvoordeel: the kinds that are possible.
    pub lkv: Vec<OfferPage>,
    /// What to know about it; why there is none.
    pub lkv_notes: Vec<String>,
    /// The no-risk cover.
    pub cover: Option<OfferPage>,
    /// What illness does to the subsidy: two readings, and the advice to ask.
    pub illness: Vec<Reading>,
    /// Where these readings stand.
    pub illness_sources: Vec<CitationRow>,
    /// Guidance, adaptation, other regimes and other schemes: a title and what is possible.
    pub groups: Vec<(&'static str, Vec<OfferPage>)>,
    /// Where a right does sit that is not had here.
    pub referrals: Vec<(String, Link)>,
    /// Why nothing is left that gives or saves money on this hire; empty if something is.
    pub nothing: Vec<(String, Link)>,
}

/// A scheme for one hire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferPage {
    /// Which.
    pub link: Link,
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// The amount.
    pub amount: Headline,
    /// How the amount comes about.
    pub lines: Vec<LineRow>,
    /// How long it holds.
    pub holds: Vec<String>,
}

/// One way to read what happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What is read.
    pub label: String,
    /// The amount that follows.
    pub value: String,
}

/// A sum over the hires.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalRow {
    /// What it sums.
    pub label: &'static str,
    /// The sum.
    pub value: String,
    /// Why it is a range, if it is; may be empty.
    pub small: &'static str,
}

impl View<'_> {
    /// What hires bring. The view must be of the whole advice.
    pub fn hiring(&self, labour: &Labour) -> HiringPage {
        let found = hires(self.rulebook, labour, self.answers, self.advice);
        let told = found.plans.iter().any(|plan| matches!(plan.subject, Subject::Record(..)));
        HiringPage {
            hires: found.plans.iter().map(|plan| self.hire_page(plan)).collect(),
            totals: if told { self.totals(&found) } else { Vec::new() },
            average: found.average.as_ref().map_or(Vec::new(), |refused| self.no_average(refused)),
        }
    }

    fn hire_page(&self, plan: &HirePlan<'_>) -> HirePage {
        let lang = self.lang;
        let offers = |offers: &[Offer<'_>]| {
            let possible = offers.iter().filter(|offer| offer.is_possible());
            possible.filter_map(|offer| self.offer_page(*offer)).collect::<Vec<_>>()
        };
        let groups = [
            (messages::guidance(lang), offers(&plan.guidance)),
            (messages::adaptation(lang), offers(&plan.adaptation)),
            (messages::regimes(lang), offers(&plan.regimes)),
            (messages::others(lang), offers(&plan.others)),
        ];
        HirePage {
            subject: plan.subject,
            name: self.subject_name(plan.subject),
            facts: self.facts(plan.subject),
            subsidies: [plan.measured, plan.flat].iter().filter_map(|one| self.offer_page(*one)).collect(),
            comparison: plan.comparison.as_ref().map_or(Vec::new(), |both| self.comparison(both)),
            lkv: offers(&plan.lkv.offers),
            lkv_notes: self.lkv_notes(&plan.lkv),
            cover: self.offer_page(plan.illness.cover),
            illness: self.illness(plan),
            illness_sources: self.sources_named(&plan.illness.sources),
            groups: groups.into_iter().filter(|(_, offers)| !offers.is_empty()).collect(),
            referrals: plan.referrals.iter().filter_map(|one| self.referral(plan, *one)).collect(),
            nothing: plan.nothing.as_ref().map_or(Vec::new(), |_| self.nothing(plan)),
        }
    }

    fn offer_page(&self, offer: Offer<'_>) -> Option<OfferPage> {
        let scheme = self.scheme(offer.scheme)?;
        let lines = if offer.is_possible() { self.line_rows(scheme, offer.advice) } else { Vec::new() };
        Some(OfferPage {
            link: self.link(offer.scheme)?,
            verdict: offer.advice.verdict,
            reason: self.reason(scheme, offer.advice),
            amount: self.headline(scheme, offer.advice),
            holds: if lines.is_empty() { Vec::new() } else { self.holds(offer.advice) },
            lines,
        })
    }

    /// What was told about a hire, that its amounts rest on.
    fn facts(&self, subject: Subject) -> String {
        let facts = ["hire.hours", "hire.place", "hire.loonwaarde", "hire.age", "hire.start"];
        let told = facts.iter().filter_map(|id| {
            let question = self.question(self.rulebook.question_id(id)?)?;
            let answer = self.answer_text(question, subject)?;
            Some([self.text(question.short), ": ", &answer].concat())
        });
        told.collect::<Vec<_>>().join(" · ")
    }

    fn comparison(&self, both: &Comparison) -> Vec<String> {
        let lang = self.lang;
        let money = |number: Number| show::amount(lang, Unit::EuroPerMonth, number, CENTS);
        let more = both.difference;
        let first = match both.more {
            More::Flat => messages::flat_more(lang, &money(more)),
            More::Measured => messages::measured_more(lang, &money(Number::exactly(0.into()).minus(more))),
            More::Same => messages::same(lang).to_owned(),
            More::CannotTell => messages::cannot_compare(lang).to_owned(),
        };
        let mut said = vec![first];
        said.extend(self.near(both.flat_ends).map(|day| messages::flat_until(lang, &day)));
        said.extend(self.near(both.set_again).map(|day| messages::set_again(lang, &day)));
        said
    }

    /// A day, or days, if they are known to within a year.
    fn near(&self, (first, last): (Date, Date)) -> Option<String> {
        let apart = last.day_number() - first.day_number();
        (0..=366).contains(&apart).then(|| show::days(self.lang, first, last))
    }

    fn lkv_notes(&self, lkv: &Lkv<'_>) -> Vec<String> {
        let lang = self.lang;
        if !lkv.offers.iter().any(|offer| offer.is_possible()) {
            let named = lkv.offers.iter().filter_map(|offer| {
                let scheme = self.scheme(offer.scheme)?;
                Some([self.text(scheme.texts.name), ": ", &self.reason(scheme, offer.advice)].concat())
            });
            return std::iter::once(messages::no_lkv(lang).to_owned()).chain(named).collect();
        }
        let mut notes =
            vec![messages::lkv_highest(lang, &show::amount(lang, Unit::EuroPerYear, lkv.highest, CENTS))];
        notes.extend(lkv.paid_by.map(|day| messages::lkv_paid_by(lang, &show::day(lang, day))));
        if let Some(link) = lkv.not_beside.and_then(|scheme| self.link(scheme)) {
            notes.push(messages::lkv_not_beside(lang, &link.name));
        }
        notes
    }

    /// Two readings, if there is a subsidy that can stop.
    fn illness(&self, plan: &HirePlan<'_>) -> Vec<Reading> {
        let lang = self.lang;
        let is_possible = plan.measured.is_possible() || plan.flat.is_possible();
        let readings = [
            (messages::illness_stops(lang), plan.illness.stops),
            (messages::illness_continues(lang), plan.illness.continues),
        ];
        let shown = readings.into_iter().filter(|_| is_possible).map(|(label, amount)| Reading {
            label: label.to_owned(),
            value: show::amount(lang, Unit::EuroPerMonth, amount, CENTS),
        });
        shown.collect()
    }

    fn sources_named(&self, sources: &[steunwijzer_engine::rulebook::SourceId]) -> Vec<CitationRow> {
        let nowhere = steunwijzer_engine::rulebook::TextId(u32::MAX); // no place in it
        let cited: Vec<Citation> =
            sources.iter().map(|source| Citation { source: *source, at: nowhere }).collect();
        self.citations(&cited)
    }

    /// *Hier niet, wel daar*: what fails, and the scheme that it names.
    fn referral(&self, plan: &HirePlan<'_>, one: Referral) -> Option<(String, Link)> {
        let from = self.judged(one.from)?.subjects.iter().find(|judged| judged.subject == plan.subject)?;
        let reason = self.reason(self.scheme(one.from)?, from);
        let name = self.link(one.from)?.name;
        let said = match one.verdict {
            Some(Verdict::DoesNotFit) => messages::refer_not(self.lang, &name, &reason),
            Some(Verdict::Fits | Verdict::CannotTell) | None => messages::refer(self.lang, &name, &reason),
        };
        Some((said, self.link(one.to)?))
    }

    fn nothing(&self, plan: &HirePlan<'_>) -> Vec<(String, Link)> {
        let ruled_out = plan.nothing.iter().flatten().filter_map(|(id, _)| {
            let judged = self.judged(*id)?.subjects.iter().find(|judged| judged.subject == plan.subject)?;
            Some((self.reason(self.scheme(*id)?, judged), self.link(*id)?))
        });
        ruled_out.collect()
    }

    fn totals(&self, found: &Hires<'_>) -> Vec<TotalRow> {
        let lang = self.lang;
        let Totals { measured_month, flat_month, lkv_year } = found.totals;
        let row = |label, unit, sum: Number| TotalRow {
            label,
            value: show::amount(lang, unit, sum, CENTS),
            small: if sum.single().is_none() { messages::total_open(lang) } else { "" },
        };
        vec![
            row(messages::total_measured(lang), Unit::EuroPerMonth, measured_month),
            row(messages::total_flat(lang), Unit::EuroPerMonth, flat_month),
            row(messages::total_lkv(lang), Unit::EuroPerYear, lkv_year),
        ]
    }

    fn no_average(&self, refused: &AverageRefused) -> Vec<&'static str> {
        let lang = self.lang;
        let why = refused.why.iter().map(|why| match why {
            WhyNoAverage::ShareIsCapped => messages::average_capped(lang),
            WhyNoAverage::HoursAndLoonwaarde => messages::average_product(lang),
            WhyNoAverage::Ages => messages::average_ages(lang),
            WhyNoAverage::Municipalities => messages::average_places(lang),
            WhyNoAverage::Starts => messages::average_starts(lang),
            WhyNoAverage::Verdicts => messages::average_verdicts(lang),
        });
        std::iter::once(messages::no_average(lang)).chain(why).collect()
    }
}

impl OfferPage {
    /// Verdict and amount in a few words: what is announced when it changes.
    pub fn briefly(&self, lang: crate::lang::Lang) -> String {
        let word = match self.verdict {
            Verdict::Fits => verdict::fits(lang),
            Verdict::CannotTell => verdict::cannot_tell(lang),
            Verdict::DoesNotFit => verdict::does_not_fit(lang),
        };
        let amount = if self.amount.is_amount { self.amount.text.as_str() } else { "" };
        let comma = if amount.is_empty() { "" } else { ", " };
        [&self.link.name, ": ", word, comma, amount].concat()
    }
}
