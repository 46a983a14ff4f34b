//! Whether the aid of the schemes that fit, fits too.

use super::money;
use crate::calculators::Finding;
use crate::calculators::aid_room::finding;
use crate::lang::Lang;
use crate::messages::aid as messages;
use crate::present::View;
use crate::present::amount::headline_row;
use rust_decimal::Decimal;
use steunwijzer_engine::advice::{Subject, SubjectAdvice, Verdict};
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{Amounts, AnswerType, Scheme, SchemeId, Unit};
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::world::World;
use steunwijzer_plan::aid::{
    Account, AidRules, Ceiling, GrantEquivalent, Method, Requirement, Route, SchemeFit,
};

/// The aid of the schemes that fit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SchemesAid {
    /// Those that take room, or may take it.
    pub rows: Vec<SchemeAidRow>,
    /// Those that are no state aid.
    pub not_counted: Vec<(SchemeId, String)>,
    /// Those under other rules, and what that means on the day.
    pub other_rules: Vec<(SchemeId, String)>,
    /// What is said of those under other rules.
    pub other_rules_note: Option<&'static str>,
}

/// The aid of a scheme for somebody it fits.
#[derive(Clone, Debug, PartialEq)]
pub struct SchemeAidRow {
    /// Which.
    pub scheme: SchemeId,
    /// Its name.
    pub name: String,
    /// For whom or what; empty for the organisation.
    pub subject: String,
    /// Whether it fits, and why.
    pub fit: Finding,
    /// Set when we do not know whether it is state aid.
    pub not_known: Option<&'static str>,
    /// What it counts for: the leading reading first.
    pub readings: Vec<ReadingRow>,
    /// What has to hold, as far as that is not settled.
    pub requirements: Vec<&'static str>,
}

/// One reading of what aid counts for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingRow {
    /// How it is found.
    pub method: &'static str,
    /// The amount.
    pub value: String,
}

/// Every scheme that fits, for each subject that it fits.
pub(super) fn of(view: &View<'_>, rules: &AidRules<'_>, account: &Account, day: Date) -> SchemesAid {
    let mut all = SchemesAid::default();
    let fitting = view.advice.schemes.iter().filter(|judged| judged.verdict == Verdict::Fits);
    for judged in fitting {
        let Some(scheme) = view.scheme(judged.scheme) else { continue };
        let name = view.text(scheme.texts.name).to_owned();
        for subject in judged.subjects.iter().filter(|subject| subject.verdict == Verdict::Fits) {
            let value = equivalent(view, rules, scheme, subject, day);
            let aid = if fails(&value) { Number::Unknown } else { value.if_all_holds() };
            let (fit, not_known) =
                match rules.scheme_fit(account, scheme.state_aid, Ceiling::General, aid, day) {
                    SchemeFit::NotCounted => {
                        put(&mut all.not_counted, judged.scheme, &name);
                        continue;
                    }
                    SchemeFit::OtherRoute(Route::BlockExemption { in_force }) => {
                        put(&mut all.other_rules, judged.scheme, &name);
                        all.other_rules_note = Some(match in_force {
                            true => messages::block_exemption(view.lang),
                            false => messages::block_exemption_ends(view.lang),
                        });
                        continue;
                    }
                    SchemeFit::DeMinimis(fit) => (fit, None),
                    SchemeFit::NotKnown(fit) => (fit, Some(messages::not_known_aid(view.lang))),
                };
            all.rows.push(SchemeAidRow {
                scheme: judged.scheme,
                name: name.clone(),
                subject: match subject.subject {
                    Subject::Organisation => String::new(),
                    other @ (Subject::Record(..) | Subject::Imagined(_) | Subject::Nobody(_)) => {
                        view.subject_name(other)
                    }
                },
                fit: finding(view, &fit),
                not_known,
                readings: readings(view.lang, &value),
                requirements: requirements(view.lang, &value),
            });
        }
    }
    all
}

fn put(names: &mut Vec<(SchemeId, String)>, scheme: SchemeId, name: &str) {
    if names.iter().all(|(own, _)| *own != scheme) {
        names.push((scheme, name.to_owned()));
    }
}

/// What the help of a scheme counts for: its amount, or what is asked for, as a grant.
fn equivalent(
    view: &View<'_>,
    rules: &AidRules<'_>,
    scheme: &Scheme,
    subject: &SubjectAdvice,
    day: Date,
) -> GrantEquivalent {
    let amount = match &scheme.amounts {
        Amounts::Lines(lines) => headline_row(lines)
            .filter(|row| lines.get(*row).is_some_and(|line| line.unit == Unit::Euro))
            .and_then(|row| subject.amounts.get(row))
            .map_or(Number::Unknown, |line| line.value),
        Amounts::InConsultation | Amounts::Unknown => told(view, "need.amount", subject.subject),
        Amounts::NoMoney => Number::Unknown,
    };
    rules.of_kind(scheme.kind, amount, told(view, "need.repay_months", subject.subject), day)
}

/// A number that the visitor told about a subject.
fn told(view: &View<'_>, id: &str, subject: Subject) -> Number {
    let found = view.rulebook.question_id(id).and_then(|id| Some((id, view.question(id)?)));
    let Some((id, question)) = found else { return Number::Unknown };
    let Some(whose @ Whose::Record(..)) = view.whose(question, subject) else { return Number::Unknown };
    let (AnswerType::Number { scale, .. }, Some(_)) = (&question.answer, view.answers.get(question, whose))
    else {
        return Number::Unknown;
    };
    let slot = World::new(view.rulebook, view.answers, view.advice.as_on).slot(id, whose);
    let of = |value| Decimal::try_new(value, u32::from(*scale)).ok();
    of(slot.low).zip(of(slot.high)).map_or(Number::Unknown, |(low, high)| Number::Between(low, high))
}

/// Whether something that has to hold does not.
fn fails(value: &GrantEquivalent) -> bool {
    value.requirements.iter().any(|(_, holds)| *holds == Truth::No)
}

fn readings(lang: Lang, value: &GrantEquivalent) -> Vec<ReadingRow> {
    let rows = value.readings.iter();
    rows.map(|reading| ReadingRow { method: method(lang, reading.method), value: money(lang, reading.value) })
        .collect()
}

fn method(lang: Lang, method: Method) -> &'static str {
    match method {
        Method::Nominal => messages::by_nominal(lang),
        Method::AmountAndTerm => messages::by_amount_and_term(lang),
        Method::AmountOnly => messages::by_amount_only(lang),
        Method::AgainstReferenceRate => messages::by_reference_rate(lang),
        Method::Discounted => messages::by_discounted(lang),
        Method::AtMostTheSum => messages::by_sum(lang),
        Method::BelowMarket => messages::by_market(lang),
    }
}

/// What has to hold and is open, or does not hold.
fn requirements(lang: Lang, value: &GrantEquivalent) -> Vec<&'static str> {
    let open = value.requirements.iter().filter(|(_, holds)| *holds != Truth::Yes);
    let words = open.map(|(requirement, _)| match requirement {
        Requirement::NotInsolvent => messages::needs_not_insolvent(lang),
        Requirement::HalfSecured => messages::needs_half_secured(lang),
        Requirement::InsideLimits => messages::needs_inside_limits(lang),
        Requirement::LargeFirmRated => messages::needs_rating(lang),
        Requirement::ShareGuaranteed => messages::needs_share_guaranteed(lang),
        Requirement::LossesShared => messages::needs_losses_shared(lang),
        Requirement::BaseRateKnown => messages::needs_base_rate(lang),
        Requirement::MarketPrice => messages::needs_market_price(lang),
        Requirement::PublicCapital => messages::needs_public_capital(lang),
    });
    words.collect()
}
