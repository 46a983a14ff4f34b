//! What limits a stack, one rule for each test, on the rules of this edition.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

mod support;

use rust_decimal::Decimal;
use steunwijzer_engine::advice::Because;
use steunwijzer_engine::notation::Written;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{RelationKind, Status};
use steunwijzer_plan::stack::{
    AidRoom, Aim, Beside, In, Means, Offer, Out, OutWhy, Proposal, RefusedWhy, Share, Stack, StackRules,
    Wish, stack,
};
use support::{Case, Known, d, layer, rulebook, s4, s7, scheme, text};

fn plain(case: &Case) -> Stack {
    case.stack(0, &Known::default(), &[])
}

fn offer(stack: &Stack, id: &str) -> Option<Offer> {
    stack.offers.iter().find(|offer| offer.scheme == scheme(id)).copied()
}

fn most(stack: &Stack, id: &str) -> Option<Decimal> {
    offer(stack, id).map(|offer| offer.most)
}

fn why_out(proposal: &Proposal, id: &str) -> Option<OutWhy> {
    proposal.out.iter().find(|out: &&Out| out.scheme == scheme(id)).map(|out| out.why)
}

fn by_aim(stack: &Stack, aim: Aim) -> Option<&Proposal> {
    stack.proposals.iter().find(|proposal| proposal.aims.contains(&aim))
}

fn counted(proposal: &Proposal, id: &str) -> Option<Decimal> {
    match layer(proposal, id)?.amount {
        Share::Counted(amount) => Some(amount),
        Share::Told(_) | Share::NotCounted(_) => None,
    }
}

/// A need in a municipality.
fn need_in(place: &str, form: &str, amount: &str, own: &str) -> Case {
    let mut case = Case::on("2026-11-21");
    case.org("org.legal_form", &text(form)).org("org.place", &text(place));
    let need = case.add_need();
    case.need(need, "need.purpose", &text("project"))
        .need(need, "need.amount", &text(amount))
        .need(need, "need.own_money", &text(own))
        .need(need, "need.other_money", &text("0"))
        .need(need, "need.place", &text(place));
    case
}

/// A technical innovation in Nijmegen that is proven, to start on 1 June 2027.
fn innovation() -> Case {
    let mut case = s4();
    case.org("org.legal_form", &text("bv"))
        .need(0, "need.purpose", &text("innovation"))
        .need(0, "need.technical", &Written::Bool(true))
        .need(0, "need.stage", &text("proven"))
        .need(0, "need.start", &text("2027-06-01"))
        .need(0, "need.started", &Written::Bool(false));
    case
}

#[test]
fn a_loan_is_not_asked_for_less_than_its_minimum() {
    let mut case = s4();
    case.need(0, "need.amount", &text("99999.99"));
    assert_eq!(most(&plain(&case), "nlinvesteert"), None);
    case.need(0, "need.amount", &text("100000"));
    assert_eq!(most(&plain(&case), "nlinvesteert"), Some(d("100000")));
}

#[test]
fn a_loan_gives_no_more_than_its_maximum_and_another_carries_the_rest() {
    let stack = plain(&s4());
    let surest = by_aim(&stack, Aim::Surest).expect("a proposal");
    assert_eq!(counted(surest, "svn-nijmegen"), Some(d("100000")));
    assert_eq!(counted(surest, "qredits-mkb-krediet"), Some(d("235000")));
}

#[test]
fn a_share_of_the_cost_counts_own_money_as_cost() {
    let id = "interreg-kleinprojectenfonds-nl-de";
    let half = |own| most(&plain(&need_in("GM0014", "stichting", "15000", own)), id);
    assert_eq!(half("0"), Some(d("7500")));
    assert_eq!(half("2000"), Some(d("8500")));
}

// Delft gives nothing to who brings nothing: with no own money something must come from others.
#[test]
fn who_must_bring_money_is_not_given_all_of_it() {
    let delft = |own| most(&plain(&need_in("GM0503", "stichting", "5000", own)), "delft-eenmalige-subsidie");
    assert_eq!(delft("1"), Some(d("5000")));
    assert_eq!(delft("0"), Some(d("4999.99")));
}

#[test]
fn two_that_exclude_each_other_are_not_kept_together() {
    let case = need_in("GM0599", "stichting", "20000", "5000");
    let first = Wish::Resize(scheme("rdam-citylab010"), d("5000"));
    let second = Wish::Resize(scheme("rdam-circulaire-initiatieven"), d("5000"));
    // As if the rules said it of these two.
    let mut book = rulebook().clone();
    let mut known = book.schemes[scheme("mia").row()].relations.iter();
    let mut relation = known.find(|one| one.kind == RelationKind::NotWith).expect("one").clone();
    relation.with = vec![second.scheme()];
    book.schemes[scheme("rdam-citylab010").row()].relations.push(relation);
    let rules = StackRules::of(&book).expect("the same rules");
    let stack = stack(&book, &rules, &case.answers, case.as_on, 0, &Means::unknown(), &[first, second]);
    let stack = stack.expect("a need");
    let refused: Vec<_> = stack.refused.iter().map(|one| (one.wish, one.why)).collect();
    assert_eq!(refused, [(second, RefusedWhy::NotTogether)]);
    let why = by_aim(&stack, Aim::Cheapest).and_then(|one| why_out(one, "rdam-circulaire-initiatieven"));
    assert_eq!(why, Some(OutWhy::NotWith(first.scheme())));
}

#[test]
fn a_de_minimis_grant_above_the_room_is_refused() {
    let case = need_in("GM0599", "stichting", "20000", "5000");
    let refused = |room: &str| {
        let aid = AidRoom { general: Number::exactly(d(room)) };
        let wish = Wish::Resize(scheme("rdam-citylab010"), d("6000"));
        let stack = case.stack(0, &Known(Means { aid, ..Means::unknown() }), &[wish]);
        stack.refused.first().map(|one| one.why)
    };
    assert_eq!((refused("6000"), refused("5999.99")), (None, Some(RefusedWhy::NotTogether)));
}

#[test]
fn a_loan_for_buildings_is_no_layer_for_a_machine() {
    let mut case = s4();
    assert_eq!(most(&plain(&case), "vastgoedlening-wooncooperatie"), None);
    case.need(0, "need.purpose", &text("building"));
    assert!(most(&plain(&case), "vastgoedlening-wooncooperatie").is_some());
}

#[test]
fn money_for_a_proven_technique_is_no_layer_for_an_idea() {
    let mut case = innovation();
    assert!(most(&plain(&case), "vff-landelijk").is_some());
    case.need(0, "need.stage", &text("idea"));
    assert_eq!(most(&plain(&case), "vff-landelijk"), None);
}

#[test]
fn who_has_begun_gets_nothing_that_must_be_asked_before_the_start() {
    let mut case = innovation();
    assert!(most(&plain(&case), "vff-landelijk").is_some());
    case.need(0, "need.started", &Written::Bool(true));
    assert_eq!(most(&plain(&case), "vff-landelijk"), None);
}

#[test]
fn loans_take_no_more_than_can_be_repaid() {
    let mut case = s4();
    case.need(0, "need.repay_months", &Written::Whole(100));
    let means = Means { cash_for_debt: Number::exactly(d("12000")), ..Means::unknown() };
    let stack = case.stack(0, &Known(means), &[]);
    // 100,000 in 100 months is 12,000 a year, which must stay below the cash.
    for proposal in &stack.proposals {
        assert!(proposal.debt.borrowed < d("100000"), "{:?}", proposal.debt);
        assert!(proposal.debt.borrowed > d("99999"), "{:?}", proposal.debt);
    }
}

#[test]
fn nothing_is_called_fastest_when_no_lead_time_is_known() {
    let stack = plain(&s4());
    assert!(!stack.lead_times_known);
    assert!(by_aim(&stack, Aim::Fastest).is_none());
}

#[test]
fn the_fastest_rests_on_a_dated_lead_time() {
    let id = "bbz-bedrijfskapitaal-gevestigd";
    let mut case = need_in("GM0268", "eenmanszaak", "50000", "0");
    case.org("org.hours_criterion", &Written::Bool(true)).need(0, "need.start", &text("2027-06-01"));
    let wish = Wish::Resize(scheme(id), d("20000"));
    let stack = case.stack(0, &Known::default(), &[wish]);
    assert_eq!(stack.refused, []);
    let fastest = by_aim(&stack, Aim::Fastest).expect("a proposal");
    let loan = layer(fastest, id).expect("the kept layer");
    let tells = |why: &In| matches!(why, In::LeadTime(weeks, _) if *weeks == d("26"));
    assert!(stack.lead_times_known && loan.why.iter().any(tells));
    // Twenty-six weeks before 1 June 2027.
    let moment = fastest.timeline.iter().find(|one| one.scheme == wish.scheme()).expect("a moment");
    assert_eq!(moment.better_by, "2026-12-01".parse().ok());
}

#[test]
fn what_a_lender_without_a_known_maximum_gives_is_not_certain() {
    let stack = s7().stack(1, &Known::default(), &[]);
    let id = "triodos-zakelijk-krediet";
    assert_eq!(offer(&stack, id).map(|offer| offer.sure), Some(Decimal::ZERO));
    let surest = by_aim(&stack, Aim::Surest).expect("a proposal");
    let bank = counted(surest, id).expect("the bank carries a part");
    let (least, most) = surest.gap.limits().expect("a gap");
    assert!(least.is_zero() && most >= bank, "{:?}", surest.gap);
}

#[test]
fn who_asks_no_money_is_not_refused_by_what_may_fit() {
    let mut case = s4();
    case.need(0, "need.amount", &text("0"));
    let open = |out: &&Out| matches!(out.why, OutWhy::DoesNotFit(Because::Open(_) | Because::AllMet));
    assert_eq!(plain(&case).out.iter().filter(open).count(), 0);
}

// That a foundation has no shares stands in a law that nobody opened: no verdict rests on it.
#[test]
fn no_plan_rests_on_shares_of_a_foundation() {
    let mut case = need_in("GM0599", "stichting", "400000", "5000");
    case.need(0, "need.repay_months", &Written::Whole(0));
    let stack = plain(&case);
    assert!(offer(&stack, "rom-participaties").is_some());
    for proposal in &stack.proposals {
        assert!(layer(proposal, "rom-participaties").is_none(), "{:?}", proposal.aims);
        let why = why_out(proposal, "rom-participaties");
        let is_unconfirmed = matches!(why, Some(OutWhy::StatusNotKnown(Because::Unconfirmed(_))));
        assert!(is_unconfirmed || proposal.aims == [Aim::FundsCrowdAndLoan], "{why:?}");
    }
}

#[test]
fn room_for_aid_that_is_not_known_is_not_called_used_up() {
    // A de minimis grant of which the status is known, and nothing else that gives money.
    let id = "rdam-citylab010";
    let mut book = rulebook().clone();
    book.schemes[scheme(id).row()].status = Status::Open;
    let rules = StackRules::of(&book).expect("the same rules");
    let mut case = need_in("GM0599", "stichting", "40000", "5000");
    let others = plain(&case).offers.into_iter().map(|offer| offer.scheme);
    let wishes: Vec<Wish> = others.filter(|other| *other != scheme(id)).map(Wish::Leave).collect();
    case.answers.tell_none(book.list_id("received_aid").expect("received aid"));
    let why = |most: &str| {
        let aid = AidRoom { general: Number::Between(Decimal::ZERO, d(most)) };
        let means = Means { aid, ..Means::unknown() };
        let stack = stack(&book, &rules, &case.answers, case.as_on, 0, &means, &wishes).expect("a need");
        by_aim(&stack, Aim::Surest).and_then(|surest| why_out(surest, id))
    };
    assert_eq!(why("300000"), Some(OutWhy::AidRoomOpen));
    assert_eq!(why("0"), Some(OutWhy::NoAidRoom));
}

#[test]
fn a_gift_of_less_than_a_hundredth_is_no_layer_unless_it_is_kept() {
    let mut case = s4();
    case.need(0, "need.amount", &text("500000.01"));
    let id = "postcode-loterij-buurtfonds";
    let stack = plain(&case);
    let cheapest = by_aim(&stack, Aim::Cheapest).expect("a proposal");
    assert_eq!((counted(cheapest, id), why_out(cheapest, id)), (Some(d("5000")), None));
    case.need(0, "need.amount", &text("500100"));
    let stack = plain(&case);
    let cheapest = by_aim(&stack, Aim::Cheapest).expect("a proposal");
    assert_eq!((counted(cheapest, id), why_out(cheapest, id)), (None, Some(OutWhy::TooSmall(d("5000")))));
    let kept = case.stack(0, &Known::default(), &[Wish::Keep(scheme(id))]);
    assert_eq!(by_aim(&kept, Aim::Cheapest).and_then(|one| counted(one, id)), Some(d("5000")));
}

// Themes and sectors of S7 were not told: heritage may not be what the plan is about.
#[test]
fn a_grant_that_may_be_about_another_plan_waits_for_an_answer() {
    for proposal in &plain(&s7()).proposals {
        let id = "fcp-cocreatie-gemeenschappen";
        assert!(layer(proposal, id).is_none());
        assert!(matches!(why_out(proposal, id), Some(OutWhy::AnswerFirst(_))), "{:?}", why_out(proposal, id));
    }
}

#[test]
fn a_company_alone_gets_no_loan_for_collectives() {
    assert_eq!(most(&plain(&s7()), "vastgoedlening-wooncooperatie"), None);
}

#[test]
fn a_wish_that_cannot_be_followed_changes_nothing_else() {
    let good = Wish::Resize(scheme("svn-nijmegen"), d("60000"));
    let bad = Wish::Resize(scheme("svn-nijmegen"), d("100000.01"));
    let with = s4().stack(0, &Known::default(), &[good, bad]);
    let without = s4().stack(0, &Known::default(), &[good]);
    assert_eq!(with.refused.len(), 1);
    assert_eq!((with.proposals, with.out), (without.proposals, without.out));
}

#[test]
fn one_layer_only_closes_the_gap() {
    for proposal in plain(&s4()).proposals {
        let closing = proposal.layers.iter().filter(|layer| layer.why.contains(&In::ClosesTheGap));
        assert_eq!(closing.count(), 1);
    }
}

// 700,000 is more than the 500,000 that Qredits takes part in; that 250,000 could be asked is no reason.
#[test]
fn what_keeps_a_loan_out_is_told_for_the_part_that_could_be_asked() {
    let stack = plain(&s7());
    let why = stack.out.iter().find(|out| out.scheme == scheme("qredits-mkb-krediet")).map(|out| out.why);
    let Some(OutWhy::DoesNotFit(Because::Fails(condition))) = why else { panic!("{why:?}") };
    // The fourth condition: the whole is at most 500,000.
    let (first, _) = rulebook().schemes[scheme("qredits-mkb-krediet").row()].conditions;
    assert_eq!(condition.row(), first as usize + 3);
}

// After 5,000 of a gift and the 100,000 of Nijmegen 50 would be left for a third.
#[test]
fn what_is_left_is_no_layer_of_a_few_euro() {
    let mut case = s4();
    case.need(0, "need.amount", &text("105050"));
    for proposal in &plain(&case).proposals {
        for layer in &proposal.layers {
            if let Share::Counted(amount) = layer.amount {
                assert!(amount >= d("1050.50"), "{:?} in {:?}", amount, proposal.aims);
            }
        }
        let least = proposal.gap.limits().map(|(least, _)| least);
        assert_eq!(least, Some(Decimal::ZERO), "{:?}", proposal.aims);
    }
}

#[test]
fn help_in_kind_is_named_when_it_fits_and_brings_no_money() {
    // A building in The Hague: the municipality may let a space below the market price.
    let stack = plain(&s7());
    assert!(stack.in_kind.contains(&scheme("inkind-real-estate-discount")), "{:?}", stack.in_kind);
    for id in &stack.in_kind {
        assert!(stack.offers.iter().all(|offer| offer.scheme != *id));
        let why = stack.out.iter().find(|out| out.scheme == *id).map(|out| out.why);
        assert_eq!(why, Some(OutWhy::Beside(Beside::NoMoney)));
    }
}

#[test]
fn help_that_does_not_fit_says_so() {
    let refused = |out: &&Out| matches!(out.why, OutWhy::DoesNotFit(_)) && out.scheme == scheme("slim");
    let mut case = s4();
    case.org("org.legal_form", &text("none_yet"));
    assert_eq!(plain(&case).out.iter().filter(refused).count(), 1);
}
