//! Which schemes the advice shows, and in which order.

use super::{Order, View};
use steunwijzer_engine::advice::{Advice, Counts, OpenQuestion, SchemeAdvice, Subject, Verdict};
use steunwijzer_engine::rulebook::{Claim, Help, Rulebook, SchemeId, Status};

/// What the visitor wants to see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// One of the five kinds of help.
    pub help: Option<Help>,
    /// One need or hire.
    pub subject: Option<Subject>,
    /// One strength of claim.
    pub claim: Option<Claim>,
    /// What is known of the amount.
    pub amount: Option<AmountFilter>,
    /// What is known of the time.
    pub time: Option<TimeFilter>,
    /// What is known of the effort.
    pub effort: Option<EffortFilter>,
    /// In which order.
    pub order: Order,
    /// The groups that show all their schemes: *fits*, *cannot tell*, *does not fit*.
    pub whole: [bool; 3],
}

/// Some of the five kinds of help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u8);

impl Default for Kinds {
    fn default() -> Kinds {
        Kinds::ALL
    }
}

impl Kinds {
    /// All of them.
    pub const ALL: Kinds = Kinds(0b1_1111);

    /// The kinds with these names, as they stand in the messages (`help`), with blanks or commas
    /// between; `None` if a name is no kind, or there is none.
    pub fn named(names: &str) -> Option<Kinds> {
        let names = names.split([' ', ',']).map(str::trim).filter(|name| !name.is_empty());
        let bits = names.map(|name| HELPS.iter().find(|(_, own)| *own == name).map(|(help, _)| bit(*help)));
        let all = bits.sum::<Option<Kinds>>()?;
        (all.0 != 0).then_some(all)
    }

    /// Whether this kind is one of them.
    pub fn has(self, help: Help) -> bool {
        self.0 & bit(help).0 != 0
    }

    /// Each of them, in the order in which they are shown.
    pub fn each(self) -> impl Iterator<Item = Help> {
        HELPS.into_iter().map(|(help, _)| help).filter(move |help| self.has(*help))
    }
}

impl std::iter::Sum for Kinds {
    fn sum<I: Iterator<Item = Kinds>>(each: I) -> Kinds {
        Kinds(each.fold(0, |all, one| all | one.0))
    }
}

/// The part of an advice about schemes of some kinds, with what is still to be asked for them.
pub fn of_kinds(
    rulebook: &Rulebook,
    kinds: Kinds,
    advice: &Advice,
    questions: &[OpenQuestion],
) -> (Advice, Vec<OpenQuestion>) {
    let is_shown =
        |id: &SchemeId| rulebook.schemes.get(id.row()).is_some_and(|scheme| kinds.has(scheme.help()));
    let own = advice.schemes.iter().filter(|scheme| is_shown(&scheme.scheme));
    let schemes: Vec<SchemeAdvice> = own.cloned().collect();
    let advice = Advice {
        as_on: advice.as_on,
        conflicts: advice.conflicts.clone(),
        counts: counted(&schemes),
        schemes,
    };
    let mut questions = questions.to_vec();
    for question in &mut questions {
        question.decides.retain(is_shown);
        question.helps.retain(is_shown);
    }
    questions.retain(|question| !question.decides.is_empty() || !question.helps.is_empty());
    (advice, questions)
}

const HELPS: [(Help, &str); 5] = [
    (Help::Subsidies, "subsidies"),
    (Help::Crowdfunding, "crowdfunding"),
    (Help::Loans, "loans"),
    (Help::InKind, "in_kind"),
    (Help::WageCosts, "wage_costs"),
];

fn bit(help: Help) -> Kinds {
    Kinds(match help {
        Help::Subsidies => 1,
        Help::Crowdfunding => 1 << 1,
        Help::Loans => 1 << 2,
        Help::InKind => 1 << 3,
        Help::WageCosts => 1 << 4,
    })
}

/// A choice of schemes by their amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AmountFilter {
    /// An amount or range is shown.
    Shown,
    /// No amount: to be agreed, not about money, or not known.
    None,
}

/// A choice of schemes by their time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeFilter {
    /// A closing day is known.
    Closes,
    /// Open, without a closing day.
    Always,
    /// It is known how long a decision takes.
    LeadTime,
}

/// A choice of schemes by what they ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EffortFilter {
    /// At most two things to bring or do, and at least one is known.
    Few,
    /// No person assesses anything.
    NoPerson,
}

impl AmountFilter {
    /// All of them.
    pub const ALL: [AmountFilter; 2] = [AmountFilter::Shown, AmountFilter::None];
}

impl TimeFilter {
    /// All of them.
    pub const ALL: [TimeFilter; 3] = [TimeFilter::Closes, TimeFilter::Always, TimeFilter::LeadTime];
}

impl EffortFilter {
    /// All of them.
    pub const ALL: [EffortFilter; 2] = [EffortFilter::Few, EffortFilter::NoPerson];
}

/// The most things to bring or do that are few (our own choice).
const FEW: usize = 2;

impl View<'_> {
    /// The part of the advice that passes a filter: of a subject, its own verdicts.
    pub fn narrowed(&self, filter: &Filter) -> Advice {
        let schemes = self.advice.schemes.iter().filter_map(|scheme| self.of_subject(scheme, filter.subject));
        let of_subject = Advice {
            as_on: self.advice.as_on,
            schemes: schemes.collect(),
            conflicts: self.advice.conflicts.clone(),
            counts: Counts::default(),
        };
        let own = View { advice: &of_subject, ..*self };
        let passing = of_subject.schemes.iter().filter(|scheme| own.passes(scheme.scheme, filter));
        let schemes: Vec<SchemeAdvice> = passing.cloned().collect();
        let counts = counted(&schemes);
        Advice { schemes, counts, ..of_subject }
    }

    /// A scheme as it is judged for one subject; `None` if it is not judged for that one.
    fn of_subject(&self, scheme: &SchemeAdvice, subject: Option<Subject>) -> Option<SchemeAdvice> {
        let mut own = scheme.clone();
        if let Some(subject) = subject {
            own.subjects.retain(|judged| judged.subject == subject);
            own.verdict = own.subjects.first()?.verdict;
        }
        Some(own)
    }

    fn passes(&self, id: SchemeId, filter: &Filter) -> bool {
        let Some((scheme, best)) = self.scheme(id).zip(self.best_subject(id)) else { return false };
        let amount = |wanted| (wanted == AmountFilter::Shown) == self.headline(scheme, best).is_amount;
        let time = |wanted| match wanted {
            TimeFilter::Closes => self.closing_day(id).is_some(),
            TimeFilter::Always => scheme.status == Status::Open && self.closing_day(id).is_none(),
            TimeFilter::LeadTime => !self.text(scheme.texts.lead_time).is_empty(),
        };
        let effort = |wanted| {
            let effort = self.effort(scheme, best);
            match wanted {
                EffortFilter::Few => effort.is_known() && effort.documents + effort.to_do <= FEW,
                EffortFilter::NoPerson => effort.judged == 0,
            }
        };
        filter.help.is_none_or(|help| scheme.help() == help)
            && filter.claim.is_none_or(|claim| scheme.claim == claim)
            && filter.amount.is_none_or(amount)
            && filter.time.is_none_or(time)
            && filter.effort.is_none_or(effort)
    }
}

fn counted(schemes: &[SchemeAdvice]) -> Counts {
    let mut counts = Counts::default();
    for scheme in schemes {
        match scheme.verdict {
            Verdict::Fits => counts.fits += 1,
            Verdict::CannotTell => counts.cannot_tell += 1,
            Verdict::DoesNotFit => counts.does_not_fit += 1,
        }
    }
    counts
}
