//! What always holds of a stack, for random answers, limits and wishes on the rules of this edition.

#![allow(clippy::expect_used, clippy::wildcard_enum_match_arm, reason = "helpers of tests")]

mod support;

use proptest::prelude::*;
use rust_decimal::Decimal;
use steunwijzer_engine::notation::Written;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::SchemeId;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::stack::{AidRoom, AidUse, Means, Money, Proposal, Share, Stack, Wish};
use support::{Case, Known, d, rulebook, scheme, text};

const FORMS: [&str; 5] = ["bv", "stichting", "cooperatie", "eenmanszaak", "vereniging"];
const PURPOSES: [&str; 5] = ["equipment", "building", "working_capital", "project", "innovation"];
const PLACES: [&str; 5] = ["GM0268", "GM0518", "GM0599", "GM0014", "GM0088"];
/// Schemes that wishes are about: gifts, loans, shares, and some that bring no money.
const WISHED: [&str; 8] = [
    "svn-nijmegen",
    "qredits-mkb-krediet",
    "triodos-zakelijk-krediet",
    "geldvoorelkaar",
    "crowdfunding-donatie",
    "rdam-citylab010",
    "doen-participaties",
    "bmkb",
];

#[derive(Clone, Debug)]
struct Told {
    form: Option<usize>,
    purpose: usize,
    place: usize,
    amount: i64,
    own: Option<i64>,
    months: Option<i64>,
    enterprise: Option<bool>,
}

fn told() -> impl Strategy<Value = Told> {
    (
        prop::option::of(0..FORMS.len()),
        0..PURPOSES.len(),
        0..PLACES.len(),
        prop_oneof![1i64..3_000_000, 1i64..60_000_000, 1i64..300_000_000],
        prop::option::of(0i64..20_000_000),
        prop::option::of(0i64..180),
        prop::option::of(any::<bool>()),
    )
        .prop_map(|(form, purpose, place, amount, own, months, enterprise)| Told {
            form,
            purpose,
            place,
            amount,
            own,
            months,
            enterprise,
        })
}

fn case(told: &Told) -> Case {
    let mut case = Case::on("2026-11-21");
    case.org("org.place", &text(PLACES[told.place]));
    let need = case.add_need();
    case.need(need, "need.purpose", &text(PURPOSES[told.purpose]))
        .need(need, "need.place", &text(PLACES[told.place]))
        .need(need, "need.amount", &money(told.amount))
        .need(need, "need.other_money", &text("0"))
        .need(need, "need.crowd_offered", &text("0"));
    if let Some(form) = told.form {
        case.org("org.legal_form", &text(FORMS[form]));
    }
    if let Some(yes) = told.enterprise {
        case.org("org.enterprise", &Written::Bool(yes));
    }
    if let Some(own) = told.own {
        case.need(need, "need.own_money", &money(own));
    }
    if let Some(months) = told.months {
        case.need(need, "need.repay_months", &Written::Whole(months));
    }
    case
}

fn money(cents: i64) -> Written {
    text(&Decimal::new(cents, 2).to_string())
}

fn means() -> impl Strategy<Value = Means> {
    let range = |most: i64| {
        prop::option::of((0i64..most, 0i64..most)).prop_map(|ends| {
            ends.map_or(Number::Unknown, |(a, b)| {
                Number::Between(Decimal::new(a.min(b), 2), Decimal::new(a.max(b), 2))
            })
        })
    };
    (range(40_000_000), range(20_000_000), prop::option::of(0i64..1_500), 0i64..1_000_000).prop_map(
        |(general, cash_for_debt, rate, wages)| Means {
            aid: AidRoom { general },
            cash_for_debt,
            rate: rate.map(|rate| Decimal::new(rate, 4)),
            wage_support: Decimal::new(wages, 2),
        },
    )
}

fn wish() -> impl Strategy<Value = Wish> {
    (0..WISHED.len(), 0u8..3, 1i64..20_000_000).prop_map(|(row, kind, cents)| {
        let id = scheme(WISHED[row]);
        match kind {
            0 => Wish::Keep(id),
            1 => Wish::Leave(id),
            _ => Wish::Resize(id, Decimal::new(cents, 2)),
        }
    })
}

fn counted(proposal: &Proposal) -> impl Iterator<Item = (SchemeId, Money, Decimal, AidUse)> {
    proposal.layers.iter().filter_map(|layer| match (layer.amount, layer.scheme, layer.money) {
        (Share::Counted(amount), Some(id), Some(money)) => Some((id, money, amount, layer.aid)),
        _ => None,
    })
}

fn total(proposal: &Proposal) -> Decimal {
    counted(proposal).map(|(_, _, amount, _)| amount).sum()
}

fn holds(inner: Number, outer: Number) -> bool {
    outer == Number::Unknown || outer.hull(inner) == outer
}

fn of(told: &Told, means: &Means, wishes: &[Wish]) -> Stack {
    case(told).stack(0, &Known(means.clone()), wishes)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_stack_never_exceeds_the_need_or_a_maximum(
        told in told(), means in means(), wishes in prop::collection::vec(wish(), 0..4),
    ) {
        let stack = of(&told, &means, &wishes);
        let need = Decimal::new(told.amount, 2) - means.wage_support.min(Decimal::new(told.amount, 2));
        for proposal in &stack.proposals {
            prop_assert!(total(proposal) <= need);
            for (id, _, amount, _) in counted(proposal) {
                let offer = stack.offers.iter().find(|offer| offer.scheme == id).expect("an offer");
                prop_assert!(offer.least <= amount && amount <= offer.most);
            }
        }
    }

    #[test]
    fn a_stack_never_exceeds_the_room_for_aid(told in told(), means in means()) {
        for proposal in &of(&told, &means, &[]).proposals {
            let aid: Decimal = counted(proposal)
                .map(|(_, _, _, aid)| if let AidUse::Counted(aid) = aid { aid } else { Decimal::ZERO })
                .sum();
            if let Some((_, room)) = means.aid.general.limits() {
                prop_assert!(aid <= room);
            }
            prop_assert_ne!(proposal.aid_fits, Truth::No);
        }
    }

    #[test]
    fn loans_stay_within_what_can_be_repaid(told in told(), means in means()) {
        for proposal in &of(&told, &means, &[]).proposals {
            let borrowed: Decimal = counted(proposal)
                .filter(|(_, money, _, _)| matches!(money, Money::PublicLoan | Money::MarketLoan))
                .map(|(_, _, amount, _)| amount)
                .sum();
            prop_assert_eq!(borrowed, proposal.debt.borrowed);
            prop_assert_ne!(proposal.debt.can_repay, Truth::No);
            prop_assert!(told.months != Some(0) || borrowed.is_zero());
        }
    }

    #[test]
    fn every_wish_is_followed_or_reported(
        told in told(), means in means(), wishes in prop::collection::vec(wish(), 1..4),
    ) {
        let stack = of(&told, &means, &wishes);
        for (at, wish) in wishes.iter().enumerate() {
            // A later wish about the same scheme replaces an earlier one.
            let replaced = wishes[at + 1..].iter().any(|later| later.scheme() == wish.scheme());
            if replaced || stack.refused.iter().any(|refused| refused.wish == *wish) {
                continue;
            }
            for proposal in &stack.proposals {
                let layer = proposal.layers.iter().find(|layer| layer.scheme == Some(wish.scheme()));
                match wish {
                    Wish::Keep(_) => prop_assert!(layer.is_some()),
                    Wish::Leave(_) => prop_assert!(layer.is_none()),
                    Wish::Resize(_, amount) => {
                        prop_assert_eq!(layer.map(|layer| layer.amount), Some(Share::Counted(*amount)));
                    }
                }
            }
        }
    }

    #[test]
    fn no_two_layers_exclude_each_other(told in told(), means in means()) {
        use steunwijzer_engine::rulebook::RelationKind;
        for proposal in &of(&told, &means, &[]).proposals {
            let ids: Vec<SchemeId> = proposal.layers.iter().filter_map(|layer| layer.scheme).collect();
            for id in &ids {
                let relations = &rulebook().schemes[id.row()].relations;
                let excluded = relations.iter().filter(|relation| relation.kind != RelationKind::Beside);
                prop_assert!(excluded.flat_map(|relation| &relation.with).all(|other| !ids.contains(other)));
            }
        }
    }

    #[test]
    fn more_answers_never_widen_an_offer_or_the_gap(told in told(), form in 0..FORMS.len(), enterprise: bool) {
        let wide = Told { form: None, enterprise: None, ..told.clone() };
        let narrow = Told { form: Some(form), enterprise: Some(enterprise), ..told };
        let (wide, narrow) = (of(&wide, &Means::unknown(), &[]), of(&narrow, &Means::unknown(), &[]));
        for offer in &narrow.offers {
            let before = wide.offers.iter().find(|before| before.scheme == offer.scheme);
            let before = before.expect("what may fit with more answers may fit with fewer");
            prop_assert!(before.least <= offer.least && offer.most <= before.most);
        }
        for after in &narrow.proposals {
            let before = wide.proposals.iter().find(|before| before.aims[0] == after.aims[0]);
            prop_assert!(before.is_none_or(|before| holds(after.gap, before.gap)), "{:?} {:?}", after, before);
        }
    }

    #[test]
    fn an_amount_inside_a_range_keeps_the_gap_inside(told in told(), lower in 0i64..3_000_000) {
        let inside = of(&told, &Means::unknown(), &[]);
        let mut open = case(&told);
        let low = Decimal::new((told.amount - lower).max(0), 2).to_string();
        let high = Decimal::new(told.amount, 2).to_string();
        open.need(0, "need.amount", &support::range(&low, &high));
        let open = open.stack(0, &Known::default(), &[]);
        for (one, range) in inside.proposals.iter().zip(&open.proposals) {
            prop_assert!(holds(one.gap, range.gap));
        }
        prop_assert!(holds(inside.asked, open.asked));
    }

    #[test]
    fn more_room_for_aid_and_more_cash_never_leave_more_open(told in told(), aid in 0i64..30_000_000, more in 0i64..30_000_000, cash in 0i64..5_000_000) {
        let means = |aid: i64, cash: i64| Means {
            aid: AidRoom { general: Number::exactly(Decimal::new(aid, 2)) },
            cash_for_debt: Number::exactly(Decimal::new(cash, 2)),
            rate: Some(d("0.06")),
            wage_support: Decimal::ZERO,
        };
        let left = |stack: &Stack| stack.proposals.first().map(|proposal| Decimal::new(told.amount, 2) - total(proposal));
        let (less, more) = (of(&told, &means(aid, cash), &[]), of(&told, &means(aid + more, cash + more), &[]));
        prop_assert!(left(&more) <= left(&less));
    }

    #[test]
    fn layers_and_gap_add_up_to_what_is_asked(
        told in told(), means in means(), wishes in prop::collection::vec(wish(), 0..3),
    ) {
        let stack = of(&told, &means, &wishes);
        let asked = Decimal::new(told.amount, 2);
        let needed = asked - means.wage_support.min(asked);
        for proposal in &stack.proposals {
            let not_counted = proposal.layers.iter().filter_map(|layer| match layer.amount {
                Share::NotCounted(most) => Some(most),
                _ => None,
            });
            let everything = total(proposal) + not_counted.sum::<Decimal>();
            let (least, most) = proposal.gap.limits().expect("the amount is told");
            prop_assert_eq!(least, (needed - everything).max(Decimal::ZERO));
            prop_assert!(most >= needed - total(proposal), "no more comes than what counts");
        }
    }
}
