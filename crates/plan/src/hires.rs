//! Inclusive hiring, hire by hire: what the municipality, the tax service and UWV do for each, and
//! what that adds up to.
//!
//! Nothing is judged or computed twice: every verdict and amount is read from the advice. What this
//! adds is what stands between schemes: measured subsidy against flat rate, only the highest
//! loonkostenvoordeel, two readings of illness, referrals, and sums.

mod average;
mod labour;
mod offer;

pub use average::{AverageRefused, WhyNoAverage, average_refused};
pub use labour::{INNER_NAMES, Labour};
pub(crate) use labour::{Lks, LkvScheme};
pub use offer::Offer;
pub(crate) use offer::{weighed, zero};

use steunwijzer_engine::advice::{Advice, Because, Subject, Verdict};
use steunwijzer_engine::answers::{Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::evaluate::Scope;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{ConditionId, DefinitionId, Rulebook, SchemeId, SourceId, SubjectKind};
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::world::World;

/// What the hires add up to.
#[derive(Clone, Debug)]
pub struct Hires<'a> {
    /// Every hire; one imagined hire when the list was not told yet, none when it was told as empty.
    pub plans: Vec<HirePlan<'a>>,
    /// The sums over the hires.
    pub totals: Totals,
    /// Why no average is shown beside the sums, when the hires differ.
    pub average: Option<AverageRefused>,
}

/// One hire.
#[derive(Clone, Debug)]
pub struct HirePlan<'a> {
    /// Which.
    pub subject: Subject,
    /// Loonkostensubsidie by loonwaarde, with its lines.
    pub measured: Offer<'a>,
    /// The flat rate of the first months, with its lines.
    pub flat: Offer<'a>,
    /// The two side by side; only if both are still possible.
    pub comparison: Option<Comparison>,
    /// Loonkostenvoordeel.
    pub lkv: Lkv<'a>,
    /// What illness does.
    pub illness: Illness<'a>,
    /// Job coaches and other guidance at work.
    pub guidance: Vec<Offer<'a>>,
    /// Adaptation of the place of work.
    pub adaptation: Vec<Offer<'a>>,
    /// Other regimes: loondispensatie, beschut werk, a placement subsidy of the municipality.
    pub regimes: Vec<Offer<'a>>,
    /// Every other scheme about a hire that is not ruled out.
    pub others: Vec<Offer<'a>>,
    /// Where a right does sit that is not had here.
    pub referrals: Vec<Referral>,
    /// Set when nothing is left that gives or saves money on this hire: why not, scheme by scheme.
    pub nothing: Option<Vec<(SchemeId, Because)>>,
}

/// The measured subsidy against the flat rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// Which is more, by the share of the minimum wage: hours and wage do not matter.
    pub more: More,
    /// Flat minus measured, per month, charges included.
    pub difference: Number,
    /// The day on which the flat rate stops and the measured subsidy goes on: first and last possible.
    pub flat_ends: (Date, Date),
    /// The first 1 January after the start, when a running subsidy is set again.
    pub set_again: (Date, Date),
}

/// Which of two is more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum More {
    /// The flat rate.
    Flat,
    /// The measured subsidy.
    Measured,
    /// They are the same.
    Same,
    /// The loonwaarde leaves it open.
    CannotTell,
}

/// Loonkostenvoordeel of one hire.
#[derive(Clone, Debug)]
pub struct Lkv<'a> {
    /// Every kind; only the highest is given.
    pub offers: Vec<Offer<'a>>,
    /// The highest, over a full year: of ranges the highest minimum and the highest maximum.
    pub highest: Number,
    /// The kinds that can be the highest.
    pub leading: Vec<SchemeId>,
    /// The scheme beside which it is not given, when that fits or may fit.
    pub not_beside: Option<SchemeId>,
    /// The last day on which the money comes of the year in which the job begins, or of the year of the
    /// advice when it runs already; `None` when that year is not known.
    pub paid_by: Option<Date>,
}

/// What illness does. No national rule says what happens to the subsidy: ask the municipality.
#[derive(Clone, Debug)]
pub struct Illness<'a> {
    /// The no-risk cover.
    pub cover: Offer<'a>,
    /// Most municipalities stop the subsidy while UWV pays: the subsidy that is left per month.
    pub stops: Number,
    /// One municipality was seen that goes on: the subsidy that stays per month.
    pub continues: Number,
    /// Where both stand.
    pub sources: Vec<SourceId>,
}

/// A failing condition that names another scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Referral {
    /// The scheme that does not fit.
    pub from: SchemeId,
    /// The condition that fails.
    pub because: ConditionId,
    /// The scheme that it names.
    pub to: SchemeId,
    /// The verdict on that scheme for this hire, if it is about hires.
    pub verdict: Option<Verdict>,
}

/// Sums over the hires: what fits counts in full, what may fit from zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Totals {
    /// Loonkostensubsidie by loonwaarde, per month, charges included.
    pub measured_month: Number,
    /// The flat rate, per month, charges included.
    pub flat_month: Number,
    /// Loonkostenvoordeel over a full year.
    pub lkv_year: Number,
}

/// Puts together what the advice says of each hire. The answers and the rulebook must be those of the
/// advice.
pub fn hires<'a>(rulebook: &Rulebook, labour: &Labour, answers: &Answers, advice: &'a Advice) -> Hires<'a> {
    let view = View { rulebook, labour, advice, world: World::new(rulebook, answers, advice.as_on) };
    let judged = advice.schemes.get(labour.measured.scheme.row()).map_or(&[][..], |scheme| &scheme.subjects);
    let plans: Vec<HirePlan<'a>> = judged
        .iter()
        .enumerate()
        .filter(|(_, subject)| !matches!(subject.subject, Subject::Nobody(_)))
        .filter_map(|(row, subject)| view.plan(row, subject.subject))
        .collect();
    let totals = totals(rulebook, labour, &plans);
    Hires { average: average_refused(rulebook, labour, answers, &plans), plans, totals }
}

fn totals(rulebook: &Rulebook, labour: &Labour, plans: &[HirePlan<'_>]) -> Totals {
    let most = rulebook.lists.get(labour.hires.row()).map_or(0, |list| list.max);
    let sum = |of: &dyn Fn(&HirePlan<'_>) -> Number| {
        plans.iter().fold(zero(), |sum, plan| match plan.subject {
            // Nobody or as many as the list takes.
            Subject::Imagined(_) => of(plan).times(Number::Between(0.into(), most.into())).hull(zero()),
            Subject::Organisation | Subject::Record(..) | Subject::Nobody(_) => sum.plus(of(plan)),
        })
    };
    Totals {
        measured_month: sum(&|plan| plan.measured.counts(rulebook)),
        flat_month: sum(&|plan| plan.flat.counts(rulebook)),
        lkv_year: sum(&|plan| plan.lkv.highest),
    }
}

/// What all parts of a plan look at.
struct View<'v, 'a> {
    rulebook: &'v Rulebook,
    labour: &'v Labour,
    advice: &'a Advice,
    world: World<'v>,
}

impl<'a> View<'_, 'a> {
    fn plan(&self, row: usize, subject: Subject) -> Option<HirePlan<'a>> {
        let labour = self.labour;
        let measured = self.offer(labour.measured.scheme, row)?;
        let flat = self.offer(labour.flat.scheme, row)?;
        let offers = |ids: &[SchemeId]| ids.iter().filter_map(|id| self.offer(*id, row)).collect();
        let lkv = self.lkv(row, subject);
        let cover = self.offer(labour.no_risk, row)?;
        let regimes: Vec<Offer<'a>> = offers(&labour.regimes);
        let all: Vec<Offer<'a>> = self.about_hires().filter_map(|id| self.offer(id, row)).collect();
        let nothing = nothing([measured, flat, cover].iter().chain(&lkv.offers).chain(&regimes));
        let subsidy = measured.counts(self.rulebook);
        Some(HirePlan {
            subject,
            comparison: self.comparison(measured, flat, subject),
            illness: Illness { cover, stops: zero(), continues: subsidy, sources: labour.illness.clone() },
            guidance: offers(&labour.guidance),
            adaptation: offers(&labour.adaptation),
            others: all.iter().copied().filter(|offer| self.is_other(*offer)).collect(),
            referrals: all.iter().filter_map(|offer| self.referral(*offer, row)).collect(),
            measured,
            flat,
            lkv,
            regimes,
            nothing,
        })
    }

    fn offer(&self, scheme: SchemeId, row: usize) -> Option<Offer<'a>> {
        let advice = self.advice.schemes.get(scheme.row())?.subjects.get(row)?;
        Some(Offer { scheme, advice })
    }

    fn about_hires(&self) -> impl Iterator<Item = SchemeId> {
        let about = SubjectKind::Each(self.labour.hires);
        let schemes = self.rulebook.schemes.iter().zip(0u16..);
        schemes.filter(move |(scheme, _)| scheme.subject == about).map(|(_, row)| SchemeId(row))
    }

    fn is_other(&self, offer: Offer<'_>) -> bool {
        let labour = self.labour;
        let named = [labour.measured.scheme, labour.flat.scheme, labour.no_risk];
        let grouped = [&labour.guidance, &labour.adaptation, &labour.regimes];
        offer.is_possible()
            && !named.contains(&offer.scheme)
            && !grouped.iter().any(|group| group.contains(&offer.scheme))
            && !labour.lkv.iter().any(|lkv| lkv.scheme == offer.scheme)
    }

    fn comparison(&self, measured: Offer<'_>, flat: Offer<'_>, subject: Subject) -> Option<Comparison> {
        if !measured.is_possible() || !flat.is_possible() {
            return None;
        }
        let gap = measured.line(self.labour.gap);
        let share = flat.figure(self.labour.flat_share);
        let more = match (share.less(gap), gap.less(share), share.same(gap)) {
            (Truth::Yes, _, _) => More::Measured,
            (_, Truth::Yes, _) => More::Flat,
            (_, _, Truth::Yes) => More::Same,
            (Truth::No | Truth::Open, Truth::No | Truth::Open, Truth::No | Truth::Open) => More::CannotTell,
        };
        let ends = self.days(self.labour.lks_flat_end, subject);
        let wage_day = self.days(self.labour.lks_wage_day, subject);
        Some(Comparison {
            more,
            difference: flat.line(self.labour.flat.total).minus(measured.line(self.labour.measured.total)),
            flat_ends: ends,
            set_again: (next_january(wage_day.0), next_january(wage_day.1)),
        })
    }

    fn lkv(&self, row: usize, subject: Subject) -> Lkv<'a> {
        let offers: Vec<Offer<'a>> =
            self.labour.lkv.iter().filter_map(|lkv| self.offer(lkv.scheme, row)).collect();
        let beside = self.offer(self.labour.sheltered, row).filter(|offer| offer.is_possible());
        let counts = |offer: &Offer<'_>| not_beside(offer.counts(self.rulebook), beside);
        let highest = offers.iter().map(counts).fold(zero(), Number::greatest);
        let leads = |offer: &&Offer<'_>| offer.is_possible() && counts(offer).less(highest) != Truth::Yes;
        let shut_out = beside.filter(|_| offers.iter().any(|offer| offer.is_possible()));
        Lkv {
            highest,
            leading: offers.iter().filter(leads).map(|offer| offer.scheme).collect(),
            not_beside: shut_out.map(|offer| offer.scheme),
            paid_by: self.paid_by(subject),
            offers,
        }
    }

    /// The day by which the money comes of the year in which the job begins, or of the year of the
    /// advice when it runs already; `None` when that year is not known.
    fn paid_by(&self, subject: Subject) -> Option<Date> {
        let (first, last) = self.days(self.labour.lks_wage_day, subject);
        let year_of = |day: Date| first_january(self.world.as_on.max(day));
        let january = Some(year_of(last)).filter(|january| *january == year_of(first))?;
        let definition = self.rulebook.definitions.get(self.labour.lkv_paid_by.row())?;
        let world = World::new(self.rulebook, &Answers::new(self.rulebook), january);
        Some(Scope::new(&world, &[]).value(definition.value).days().1)
    }

    /// A day that a definition gives for a hire: the first and the last that is possible.
    fn days(&self, definition: DefinitionId, subject: Subject) -> (Date, Date) {
        let whose = match subject {
            Subject::Record(list, row) => Whose::Record(list, row),
            Subject::Organisation | Subject::Imagined(_) | Subject::Nobody(_) => {
                Whose::Record(self.labour.hires, 0)
            }
        };
        let scope = Scope::new(&self.world, self.world.slots(whose));
        let definition = self.rulebook.definitions.get(definition.row());
        definition.map_or((Date::MIN, Date::MAX), |definition| scope.value(definition.value).days())
    }

    fn referral(&self, offer: Offer<'_>, row: usize) -> Option<Referral> {
        let Because::Fails(because) = offer.advice.because else {
            return None;
        };
        let to = self.rulebook.conditions.get(because.row())?.refer?;
        let verdict = self.offer(to, row).map(|offer| offer.advice.verdict);
        Some(Referral { from: offer.scheme, because, to, verdict })
    }
}

/// What is left of an amount beside a scheme that shuts it out.
pub(crate) fn not_beside(amount: Number, shuts_out: Option<Offer<'_>>) -> Number {
    match shuts_out.map(|offer| offer.advice.verdict) {
        None | Some(Verdict::DoesNotFit) => amount,
        Some(Verdict::CannotTell) => amount.hull(zero()),
        Some(Verdict::Fits) => zero(),
    }
}

/// Why each of these is ruled out; `None` if one is not. A scheme of which nobody knows whether it
/// exists is no help that is left, and no reason either.
fn nothing<'o, 'a: 'o>(offers: impl Iterator<Item = &'o Offer<'a>>) -> Option<Vec<(SchemeId, Because)>> {
    let known = offers.filter(|offer| offer.advice.because != Because::StatusUnknown);
    known.map(|offer| (!offer.is_possible()).then_some((offer.scheme, offer.advice.because))).collect()
}

/// 1 January of the year of this day.
pub(crate) fn first_january(day: Date) -> Date {
    Date::new(day.parts().year, 1, 1).unwrap_or(day)
}

fn next_january(day: Date) -> Date {
    Date::new(day.parts().year + 1, 1, 1).unwrap_or(Date::MAX)
}
