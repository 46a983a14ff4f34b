//! Stacks on the rules of this edition: scenarios S4 and S7, wishes, limits and open answers.

#![allow(clippy::expect_used, clippy::wildcard_enum_match_arm, reason = "helpers of tests")]

mod support;

use rust_decimal::Decimal;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::notation::Written;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::stack::{
    AidRoom, AidUse, Aim, Cost, In, Maximum, Means, Money, MunicipalSubsidy, Offer, OutWhy, Proposal,
    Refused, RefusedWhy, Share, Stack, StackRules, Stage, Wish,
};
use support::{Case, Known, d, layer, range, rotterdam_circular, s4, s7, scheme, text};

fn exactly(text: &str) -> Number {
    Number::exactly(d(text))
}

fn plain(case: &Case, need: u16) -> Stack {
    case.stack(need, &Known::default(), &[])
}

fn offer(stack: &Stack, id: &str) -> Option<Offer> {
    stack.offers.iter().find(|offer| offer.scheme == scheme(id)).copied()
}

fn limits(stack: &Stack, id: &str) -> Option<(Decimal, Decimal)> {
    offer(stack, id).map(|offer| (offer.least, offer.most))
}

fn by_aim(stack: &Stack, aim: Aim) -> &Proposal {
    stack.proposals.iter().find(|proposal| proposal.aims.contains(&aim)).expect("a proposal")
}

fn counted(proposal: &Proposal) -> Decimal {
    let amount = |share| if let Share::Counted(amount) = share { amount } else { Decimal::ZERO };
    proposal.layers.iter().map(|layer| amount(layer.amount)).sum()
}

#[test]
fn s4_shows_need_own_money_and_gap() {
    let stack = plain(&s4(), 0);
    assert_eq!(stack.total, exactly("400000"));
    assert_eq!(stack.own, exactly("60000"));
    assert_eq!(stack.asked, exactly("340000"));
    assert_eq!(stack.worked_for, Some(d("340000")));
}

#[test]
fn s4_tells_which_doors_carry_the_whole_gap_and_which_a_part() {
    let stack = plain(&s4(), 0);
    let most = |id| limits(&stack, id).map(|(_, most)| most);
    assert_eq!(most("geldvoorelkaar"), Some(d("340000")));
    assert_eq!(most("triodos-zakelijk-krediet"), Some(d("340000")));
    assert_eq!(limits(&stack, "qredits-microkrediet"), Some((d("0.01"), d("50000"))));
    assert_eq!(limits(&stack, "qredits-mkb-krediet"), Some((d("50000.01"), d("250000"))));
    assert_eq!(limits(&stack, "svn-nijmegen"), Some((d("2500"), d("100000"))));
    assert_eq!(limits(&stack, "nlinvesteert"), Some((d("100000"), d("340000"))));
}

// 80 % of the whole of 400,000; between 100,000 and 2,500,000.
#[test]
fn a_share_of_the_cost_is_a_share_of_the_whole() {
    let stack = plain(&s4(), 0);
    assert_eq!(limits(&stack, "bng-duurzaamheidsfonds-maatwerklening"), Some((d("100000"), d("320000"))));
}

#[test]
fn a_known_maximum_is_told_apart_from_no_known_maximum() {
    let stack = plain(&s4(), 0);
    let maximum = |id| offer(&stack, id).map(|offer| offer.maximum);
    assert_eq!(maximum("svn-nijmegen"), Some(Maximum::Known));
    assert_eq!(maximum("rabo-impactlening"), Some(Maximum::Known));
    assert_eq!(maximum("triodos-zakelijk-krediet"), Some(Maximum::NotKnown));
}

#[test]
fn every_proposal_of_s4_closes_the_gap_if_everything_comes_and_the_surest_with_what_is_known() {
    let stack = plain(&s4(), 0);
    for proposal in &stack.proposals {
        let least = proposal.gap.limits().map(|(least, _)| least);
        assert_eq!((counted(proposal), least), (d("340000"), Some(Decimal::ZERO)), "{:?}", proposal.aims);
    }
    assert_eq!(by_aim(&stack, Aim::Surest).gap, exactly("0"));
}

#[test]
fn the_cheapest_of_s4_takes_gifts_then_public_loans() {
    let stack = plain(&s4(), 0);
    let cheapest = by_aim(&stack, Aim::Cheapest);
    let amount = |id| layer(cheapest, id).map(|layer| layer.amount);
    assert_eq!(amount("postcode-loterij-buurtfonds"), Some(Share::Counted(d("5000"))));
    assert_eq!(amount("svn-nijmegen"), Some(Share::Counted(d("100000"))));
    assert_eq!(amount("geldvoorelkaar"), None);
    let why = cheapest.out.iter().find(|out| out.scheme == scheme("geldvoorelkaar")).map(|out| out.why);
    assert_eq!(why, Some(OutWhy::Covered));
}

#[test]
fn layers_stand_in_the_order_in_which_a_stack_is_filled() {
    for stack in [plain(&s4(), 0), plain(&s7(), 0), plain(&s7(), 1)] {
        for proposal in &stack.proposals {
            let stages: Vec<Stage> = proposal.layers.iter().map(|layer| layer.stage).collect();
            assert!(stages.is_sorted());
        }
    }
}

#[test]
fn a_gift_of_unknown_size_is_asked_but_not_counted() {
    let stack = plain(&s4(), 0);
    let gift = layer(by_aim(&stack, Aim::FundsCrowdAndLoan), "stichting-doen").expect("a fund");
    assert_eq!(gift.amount, Share::NotCounted(d("340000")));
    assert!(gift.why.contains(&In::AmountNotKnown));
}

// Nijmegen's only subsidy in the rules is about poverty, up to 5,000.
#[test]
fn without_a_municipal_subsidy_funds_crowdfunding_and_a_loan_are_worked_out() {
    let stack = plain(&s4(), 0);
    assert_eq!(stack.municipal, MunicipalSubsidy::NoneFits);
    let stages: Vec<Stage> =
        by_aim(&stack, Aim::FundsCrowdAndLoan).layers.iter().map(|layer| layer.stage).collect();
    assert!(stages.contains(&Stage::GiftsAndCrowd) && stages.contains(&Stage::Loan));
    assert!(!stages.contains(&Stage::Subsidy) && !stages.contains(&Stage::Equity));
}

#[test]
fn where_the_rules_hold_no_subsidy_of_the_municipality_that_is_said() {
    let mut case = s4();
    case.need(0, "need.place", &text("GM0088")).org("org.place", &text("GM0088")); // Schiermonnikoog
    assert_eq!(plain(&case, 0).municipal, MunicipalSubsidy::NoneKnown);
    assert_eq!(plain(&s7(), 0).municipal, MunicipalSubsidy::Possible);
}

#[test]
fn s7_has_two_stacks_that_are_never_added() {
    let (building, people) = (plain(&s7(), 0), plain(&s7(), 1));
    assert_eq!((building.asked, people.asked), (exactly("700000"), exactly("500000")));
    for (stack, asked) in [(&building, "700000"), (&people, "500000")] {
        assert!(stack.proposals.iter().all(|proposal| counted(proposal) == d(asked)));
        assert!(stack.offers.iter().all(|offer| offer.most <= d(asked)));
    }
}

#[test]
fn a_need_of_s7_is_the_same_stack_without_the_other_need() {
    let mut alone = s7();
    alone.answers.remove_record(support::needs(), 1);
    assert_eq!(plain(&alone, 0), plain(&s7(), 0));
}

#[test]
fn s7_gets_a_guarantee_on_the_bank_loan_with_its_fee() {
    let stack = plain(&s7(), 1);
    let loan = layer(by_aim(&stack, Aim::Surest), "triodos-zakelijk-krediet").expect("the bank");
    let bmkb = loan.guarantees.iter().find(|one| one.scheme == scheme("bmkb")).expect("a guarantee");
    // 50 % of 500,000; 90 % of that; a fee of 3.90 to 5.85 %, since the term was not told.
    let fee = Number::Between(d("9750"), d("14625"));
    assert_eq!(bmkb.lines, [exactly("250000"), exactly("225000"), fee]);
}

#[test]
fn own_money_that_was_not_told_makes_the_whole_unknown_not_zero() {
    let stack = plain(&s7(), 0);
    assert_eq!((stack.own, stack.total), (Number::Unknown, Number::Unknown));
}

#[test]
fn without_an_amount_nothing_is_proposed() {
    let mut case = s4();
    case.need(0, "need.amount", &text("?"));
    let stack = plain(&case, 0);
    assert_eq!((stack.worked_for, stack.proposals.len()), (None, 0));
    case.need(0, "need.amount", &text("0"));
    assert_eq!(plain(&case, 0).proposals.len(), 0);
}

#[test]
fn with_an_open_amount_the_gap_is_open_from_nothing_to_all() {
    let mut case = s4();
    case.need(0, "need.amount", &range("100000", "340000"));
    let stack = plain(&case, 0);
    assert_eq!(stack.worked_for, Some(d("340000")));
    assert!(stack.proposals.iter().all(|one| one.gap == Number::Between(Decimal::ZERO, d("340000"))));
}

#[test]
fn a_layer_that_is_kept_with_an_amount_has_that_amount_and_the_rest_follows() {
    let resize = Wish::Resize(scheme("qredits-mkb-krediet"), d("200000"));
    let stack = s4().stack(0, &Known::default(), &[resize]);
    assert_eq!(stack.refused, []);
    for proposal in &stack.proposals {
        let kept = layer(proposal, "qredits-mkb-krediet").expect("the kept layer");
        assert_eq!(kept.amount, Share::Counted(d("200000")));
        assert!(kept.why.contains(&In::Kept));
        assert_eq!(counted(proposal), d("340000"));
    }
}

#[test]
fn a_layer_that_is_left_out_is_in_no_proposal() {
    let stack = s4().stack(0, &Known::default(), &[Wish::Leave(scheme("svn-nijmegen"))]);
    assert!(stack.proposals.iter().all(|proposal| layer(proposal, "svn-nijmegen").is_none()));
    let why = stack.out.iter().find(|out| out.scheme == scheme("svn-nijmegen")).map(|out| out.why);
    assert_eq!(why, Some(OutWhy::LeftOut));
}

#[test]
fn a_gift_that_is_kept_with_an_amount_counts() {
    let wish = Wish::Resize(scheme("crowdfunding-donatie"), d("2500"));
    let stack = s4().stack(0, &Known::default(), &[wish]);
    let cheapest = by_aim(&stack, Aim::Cheapest);
    assert_eq!(
        layer(cheapest, "crowdfunding-donatie").map(|one| one.amount),
        Some(Share::Counted(d("2500")))
    );
}

#[test]
fn a_wish_that_cannot_be_followed_is_reported_with_why() {
    let refused = |wish| {
        let stack = s4().stack(0, &Known::default(), &[wish]);
        assert!(stack.refused.iter().all(|one| one.wish == wish));
        stack.refused.first().map(|one: &Refused| one.why)
    };
    let svn = scheme("svn-nijmegen");
    let outside = RefusedWhy::Outside { least: d("2500"), most: d("100000") };
    assert_eq!(refused(Wish::Resize(svn, d("100000"))), None);
    assert_eq!(refused(Wish::Resize(svn, d("100000.01"))), Some(outside));
    assert_eq!(refused(Wish::Resize(svn, d("2500"))), None);
    assert_eq!(refused(Wish::Resize(svn, d("2499.99"))), Some(outside));
    assert_eq!(refused(Wish::Resize(svn, d("3000.001"))), Some(outside));
    assert_eq!(refused(Wish::Keep(scheme("bmkb"))), Some(RefusedWhy::NoLayer));
    let closed = refused(Wish::Keep(scheme("svn-hilversum")));
    assert!(matches!(closed, Some(RefusedWhy::DoesNotFit(_))));
}

#[test]
fn what_does_not_go_together_is_kept_in_the_order_of_the_wishes() {
    let first = Wish::Resize(scheme("triodos-zakelijk-krediet"), d("300000"));
    let second = Wish::Resize(scheme("qredits-mkb-krediet"), d("60000"));
    let stack = s4().stack(0, &Known::default(), &[first, second]);
    assert_eq!(stack.refused, [Refused { wish: second, why: RefusedWhy::NotTogether }]);
}

#[test]
fn who_wants_no_loan_gets_none() {
    let mut case = s4();
    case.need(0, "need.repay_months", &text("0"));
    let stack = plain(&case, 0);
    assert!(stack.proposals.iter().all(|proposal| proposal.debt.borrowed.is_zero()));
    let why = stack.out.iter().find(|out| out.scheme == scheme("geldvoorelkaar")).map(|out| out.why);
    assert_eq!(why, Some(OutWhy::NoLoanWanted));
}

fn with_cash(cash: &str, rate: Option<&str>) -> Known {
    Known(Means { cash_for_debt: exactly(cash), rate: rate.map(d), ..Means::unknown() })
}

// 340,000 in 120 months without interest asks 34,000 a year; shares then carry the rest.
#[test]
fn loans_stay_within_what_can_be_repaid() {
    let mut case = s4();
    case.need(0, "need.repay_months", &Written::Whole(120));
    let tight = case.stack(0, &with_cash("12000", Some("0.05")), &[]);
    let cheapest = by_aim(&tight, Aim::Cheapest);
    assert!(cheapest.debt.borrowed > Decimal::ZERO && cheapest.debt.borrowed < d("94300"));
    assert_eq!(cheapest.debt.can_repay, Truth::Yes);
    assert!(cheapest.layers.iter().any(|layer| layer.money == Some(Money::Shares)));
    let wide = case.stack(0, &with_cash("60000", Some("0.05")), &[]);
    assert_eq!(by_aim(&wide, Aim::Cheapest).debt.borrowed, d("335000"));
}

#[test]
fn without_a_rate_repayment_is_never_a_plain_yes() {
    let mut case = s4();
    case.need(0, "need.repay_months", &Written::Whole(120));
    let stack = case.stack(0, &with_cash("60000", None), &[]);
    assert_eq!(by_aim(&stack, Aim::Cheapest).debt.can_repay, Truth::Open);
    assert_eq!(by_aim(&stack, Aim::Cheapest).debt.monthly, exactly("2791.67")); // 335,000 / 120
}

#[test]
fn wage_cost_support_comes_before_what_is_asked() {
    let means = Known(Means { wage_support: d("40000"), ..Means::unknown() });
    let stack = s4().stack(0, &means, &[]);
    for proposal in &stack.proposals {
        assert_eq!(counted(proposal), d("300000"));
    }
}

#[test]
fn de_minimis_gifts_stay_within_the_room_for_aid() {
    let citylab = scheme("rdam-citylab010");
    let stack = |room: Number| {
        let means = Known(Means { aid: AidRoom { general: room }, ..Means::unknown() });
        rotterdam_circular().stack(0, &means, &[Wish::Resize(citylab, d("6000"))])
    };
    let enough = stack(exactly("6000"));
    assert_eq!(enough.refused, []);
    let kept = layer(by_aim(&enough, Aim::Cheapest), "rdam-citylab010").map(|layer| layer.aid);
    assert_eq!(kept, Some(AidUse::Counted(d("6000"))));
    assert_eq!(stack(exactly("5999.99")).refused.first().map(|one| one.why), Some(RefusedWhy::NotTogether));
}

#[test]
fn what_must_be_asked_before_the_start_carries_that_day() {
    let mut case = s4();
    case.need(0, "need.purpose", &text("innovation")).need(0, "need.start", &text("2027-03-01"));
    let wish = Wish::Resize(scheme("vff-landelijk"), d("100000"));
    let stack = case.stack(0, &Known::default(), &[wish]);
    assert_eq!(stack.refused, []);
    let moment =
        stack.proposals[0].timeline.iter().find(|one| one.scheme == wish.scheme()).expect("a moment");
    assert!(moment.before_start);
    assert_eq!((moment.closes, moment.apply_by), ("2026-12-31".parse().ok(), "2026-12-31".parse().ok()));
}

#[test]
fn the_day_before_the_start_counts_when_it_comes_before_the_end_of_the_round() {
    let mut case = s4();
    case.need(0, "need.purpose", &text("innovation")).need(0, "need.start", &text("2026-12-15"));
    let wish = Wish::Resize(scheme("vff-landelijk"), d("100000"));
    let stack = case.stack(0, &Known::default(), &[wish]);
    let moment =
        stack.proposals[0].timeline.iter().find(|one| one.scheme == wish.scheme()).expect("a moment");
    assert_eq!(moment.apply_by, "2026-12-14".parse().ok());
}

#[test]
fn a_dated_rate_is_shown_and_other_loans_rank_by_kind() {
    let wishes = [Wish::Keep(scheme("vff-landelijk")), Wish::Keep(scheme("geldvoorelkaar"))];
    let mut case = s4();
    case.need(0, "need.purpose", &text("innovation"));
    let stack = case.stack(0, &Known::default(), &wishes);
    let cost = |id| layer(&stack.proposals[0], id).map(|layer| layer.cost);
    assert!(matches!(cost("vff-landelijk"), Some(Cost::Rate(rate, _)) if rate == d("0.0719")));
    assert_eq!(cost("geldvoorelkaar"), Some(Cost::ByKind(Money::MarketLoan)));
}

#[test]
fn a_rulebook_without_what_a_stack_needs_is_refused_with_the_id() {
    let mut book = support::rulebook().clone();
    for question in &mut book.questions {
        if question.id == "need.amount" {
            question.id = "need.sum".to_owned();
        }
    }
    let missing = StackRules::of(&book).err().map(|missing| missing.to_string()).unwrap_or_default();
    assert!(missing.contains("`need.amount`"), "{missing}");
}

#[test]
fn every_layer_fits_or_may_fit_for_its_own_amount() {
    for stack in [plain(&s4(), 0), plain(&s7(), 0), plain(&s7(), 1), plain(&rotterdam_circular(), 0)] {
        for layer in stack.proposals.iter().flat_map(|proposal| &proposal.layers) {
            let verdict = layer.judgement.map(|judgement| judgement.verdict);
            assert_ne!(verdict, Some(Verdict::DoesNotFit), "{:?}", layer.scheme);
            assert_eq!(verdict.is_some(), layer.scheme.is_some());
        }
    }
}
