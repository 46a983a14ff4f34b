//! Filters and orders.

use crate::people::{BOOK, LUNCHROOM, look};
use steunwijzer_advisor::present::{AmountFilter, EffortFilter, Filter, Order, TimeFilter, View};
use steunwijzer_engine::advice::{Subject, Verdict};
use steunwijzer_engine::rulebook::{Claim, Help, SchemeId};

fn passing(view: &View<'_>, filter: &Filter) -> Vec<SchemeId> {
    view.narrowed(filter).schemes.iter().map(|scheme| scheme.scheme).collect()
}

#[test]
fn without_a_filter_the_advice_is_as_it_was() {
    look(LUNCHROOM, |view| assert_eq!(&view.narrowed(&Filter::default()), view.advice));
}

#[test]
fn the_five_kinds_of_help_divide_the_schemes() {
    let helps = [Help::Subsidies, Help::Crowdfunding, Help::Loans, Help::InKind, Help::WageCosts];
    look("{}", |view| {
        let of = |help| passing(view, &Filter { help: Some(help), ..Filter::default() }).len();
        assert_eq!(helps.map(of).iter().sum::<usize>(), BOOK.schemes.len());
    });
}

#[test]
fn the_four_strengths_of_claim_divide_the_schemes() {
    let claims = [Claim::Right, Claim::ByLaw, Claim::Market, Claim::Discretion];
    look("{}", |view| {
        let of = |claim| passing(view, &Filter { claim: Some(claim), ..Filter::default() }).len();
        assert_eq!(claims.map(of).iter().sum::<usize>(), BOOK.schemes.len());
    });
}

#[test]
fn with_and_without_an_amount_divide_the_schemes() {
    look(LUNCHROOM, |view| {
        let of = |amount| passing(view, &Filter { amount: Some(amount), ..Filter::default() });
        let shown = of(AmountFilter::Shown);
        assert!(!shown.is_empty() && shown.iter().all(|id| view.row(*id).unwrap().amount.is_amount));
        assert_eq!(shown.len() + of(AmountFilter::None).len(), BOOK.schemes.len());
    });
}

#[test]
fn one_hire_sees_only_what_is_judged_for_that_hire() {
    let hires = BOOK.list_id("hires").unwrap();
    look(r#"{ "hires": [{ "age": 30 }, { "age": 40 }] }"#, |view| {
        let second = Some(Subject::Record(hires, 1));
        let own = view.narrowed(&Filter { subject: second, ..Filter::default() });
        assert!(!own.schemes.is_empty());
        assert!(own.schemes.iter().all(|scheme| scheme.subjects.len() == 1));
        assert!(own.schemes.iter().all(|scheme| Some(scheme.subjects[0].subject) == second));
        let counts = own.counts.fits + own.counts.cannot_tell + own.counts.does_not_fit;
        assert_eq!(usize::from(counts), own.schemes.len());
    });
}

#[test]
fn little_work_needs_a_known_list_of_at_most_two_things() {
    look("{}", |view| {
        let few = passing(view, &Filter { effort: Some(EffortFilter::Few), ..Filter::default() });
        assert!(!few.is_empty());
        for id in few {
            let effort = view.row(id).unwrap().effort;
            assert!((1..=2).contains(&(effort.documents + effort.to_do)), "{}", effort.text);
        }
    });
}

#[test]
fn no_person_means_that_no_condition_is_assessed() {
    look("{}", |view| {
        let own = passing(view, &Filter { effort: Some(EffortFilter::NoPerson), ..Filter::default() });
        assert!(!own.is_empty());
        assert!(own.into_iter().all(|id| view.row(id).unwrap().effort.judged == 0));
    });
}

#[test]
fn a_known_time_to_a_decision_is_shown_and_an_unknown_one_says_so() {
    look("{}", |view| {
        let known = passing(view, &Filter { time: Some(TimeFilter::LeadTime), ..Filter::default() });
        assert!(!known.is_empty());
        for judged in &view.advice.schemes {
            let row = view.row(judged.scheme).unwrap();
            let says_unknown = row.lead_time == "Tijd tot besluit: onbekend";
            assert_eq!(says_unknown, !known.contains(&judged.scheme), "{}", row.name);
        }
    });
}

#[test]
fn every_order_shows_every_scheme_once_and_under_its_verdict() {
    look(LUNCHROOM, |view| {
        let advised = view.groups();
        let sorted = |mut ids: Vec<SchemeId>| {
            ids.sort_unstable();
            ids
        };
        for order in Order::ALL {
            let groups = view.groups_in(order);
            assert_eq!(sorted(groups.fits), sorted(advised.fits.clone()), "{order:?}");
            assert_eq!(sorted(groups.cannot_tell), sorted(advised.cannot_tell.clone()), "{order:?}");
            assert_eq!(sorted(groups.does_not_fit), sorted(advised.does_not_fit.clone()), "{order:?}");
        }
    });
}

#[test]
fn by_claim_a_right_stands_before_rules_the_market_and_discretion() {
    let rank = |claim| match claim {
        Claim::Right => 0,
        Claim::ByLaw => 1,
        Claim::Market => 2,
        Claim::Discretion => 3,
    };
    look(LUNCHROOM, |view| {
        let groups = view.groups_in(Order::Claim);
        let keys: Vec<(i32, usize)> = groups
            .cannot_tell
            .iter()
            .map(|id| view.row(*id).unwrap())
            .map(|row| (rank(row.claim), row.effort.judged))
            .collect();
        assert!(keys.len() > 10 && keys.is_sorted(), "{keys:?}");
    });
}

#[test]
fn the_highest_certain_amount_a_month_stands_first_among_amounts_a_month() {
    look(LUNCHROOM, |view| {
        let fits = view.groups_in(Order::Amount).fits;
        let amounts: Vec<String> = fits.iter().map(|id| view.row(*id).unwrap().amount.text).collect();
        let place = |amount: &str| amounts.iter().position(|text| text.contains(amount)).unwrap();
        assert!(place("1.212,20") < place("1.090,99"), "{amounts:?}");
        let last_amount = fits.iter().rposition(|id| view.row(*id).unwrap().amount.is_amount).unwrap();
        let without = fits.iter().position(|id| !view.row(*id).unwrap().amount.is_amount);
        assert!(without.is_none_or(|first| first > last_amount), "{amounts:?}");
    });
}

#[test]
fn by_effort_what_we_know_nothing_of_stands_last() {
    look("{}", |view| {
        let open = view.groups_in(Order::Effort).cannot_tell;
        let efforts: Vec<_> = open.iter().map(|id| view.row(*id).unwrap().effort).collect();
        let keys: Vec<_> =
            efforts.iter().map(|effort| (!effort.is_known(), effort.documents + effort.to_do)).collect();
        assert!(keys.is_sorted() && keys.last().is_some_and(|(unknown, _)| *unknown), "{keys:?}");
    });
}

#[test]
fn by_deadline_the_first_to_close_stands_first() {
    look("{}", |view| {
        let shut = Verdict::DoesNotFit;
        let open = view.groups_in(Order::Deadline).cannot_tell;
        let terms: Vec<String> = open.iter().map(|id| view.row(*id).unwrap().term).collect();
        assert!(terms.first().is_some_and(|term| term.starts_with("sluit op")), "{:?}", terms.first());
        let last = terms.iter().rposition(|term| term.starts_with("sluit op")).unwrap();
        assert!(
            terms[..last].iter().all(|term| term.starts_with("sluit op") || term.starts_with("opent op"))
        );
        assert!(open.iter().all(|id| view.row(*id).unwrap().verdict != shut));
    });
}
