//! What holds of every account.

use super::{day, holds, rules};
use proptest::prelude::*;
use rust_decimal::Decimal;
use steunwijzer_engine::date::{Date, Months};
use steunwijzer_engine::number::Number;
use steunwijzer_engine::truth::Truth;
use steunwijzer_plan::aid::{
    Account, Award, Ceiling, Fit, Regime, Regimes, SplitAid, Tie, WINDOW, last_day_counted,
};

fn amount() -> impl Strategy<Value = Decimal> {
    (0i64..40_000_000).prop_map(|cents| Decimal::new(cents, 2))
}

fn a_day() -> impl Strategy<Value = Date> {
    (0i64..3000).prop_map(|days| day("2022-01-01").plus_days(days))
}

/// An award with open answers and one that these allow.
fn award() -> impl Strategy<Value = (Award, Award)> {
    (proptest::array::uniform3(amount()), proptest::array::uniform3(a_day()), 1usize..32, 0usize..5, 0u16..4)
        .prop_map(|(mut amounts, mut days, set, pick, entity)| {
            amounts.sort_unstable();
            days.sort_unstable();
            let one = Regime::ALL[pick];
            let possible = Regime::ALL.into_iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1);
            let regimes = possible.fold(Regimes::only(one), |set, (_, regime)| set.or(regime));
            let open = Award {
                amount: Number::Between(amounts[0], amounts[2]),
                first: days[0],
                last: days[2],
                regimes,
                entity,
            };
            (open, Award { entity, ..Award::known(amounts[1], days[1], one) })
        })
}

fn ties() -> Vec<Tie> {
    let half = Number::exactly(Decimal::new(5, 1));
    vec![Tie::Applicant, Tie::NoControl, Tie::SamePersons, Tie::SplitOff(SplitAid::ByEquity(half))]
}

/// An account with open answers and one that these allow.
fn accounts() -> impl Strategy<Value = (Account, Account)> {
    (proptest::collection::vec(award(), 0..5), any::<bool>()).prop_map(|(awards, complete)| {
        let (open, told): (Vec<Award>, Vec<Award>) = awards.into_iter().unzip();
        let open = Account { entities: ties(), awards: open, complete };
        (open, Account { entities: ties(), awards: told, complete: true })
    })
}

fn ceiling() -> impl Strategy<Value = Ceiling> {
    proptest::sample::select(Ceiling::ALL.to_vec())
}

/// Neither the lowest nor the highest room is more.
fn at_most(one: Number, other: Number) -> bool {
    match (one.limits(), other.limits()) {
        (Some((a, b)), Some((c, d))) => a <= c && b <= d,
        (None, _) | (_, None) => one == other,
    }
}

proptest! {
    #[test]
    fn room_is_never_negative_and_never_above_the_ceiling(
        (open, _) in accounts(), ceiling in ceiling(), on in a_day()
    ) {
        let room = rules().room(&open, ceiling, on);
        if let Some((low, high)) = room.left.limits() {
            let (_, limit) = room.limit.value.limits().expect("a limit");
            prop_assert!(Decimal::ZERO <= low && low <= high && high <= limit);
            let (careful, _) = room.careful.unwrap_or(room.left).limits().expect("known");
            prop_assert!(Decimal::ZERO <= careful && careful <= low);
        }
    }

    #[test]
    fn receiving_aid_never_makes_room(
        (mut open, _) in accounts(), (more, _) in award(), ceiling in ceiling(), on in a_day()
    ) {
        let before = rules().room(&open, ceiling, on);
        open.awards.push(more);
        let after = rules().room(&open, ceiling, on);
        prop_assert!(at_most(after.left, before.left), "{after:?} > {before:?}");
        prop_assert!(at_most(after.careful.unwrap_or(after.left), before.careful.unwrap_or(before.left)));
    }

    #[test]
    fn open_answers_never_narrow_the_room((open, told) in accounts(), ceiling in ceiling(), on in a_day()) {
        let (wide, narrow) = (rules().room(&open, ceiling, on), rules().room(&told, ceiling, on));
        prop_assert!(holds(wide.left, narrow.left), "{wide:?} {narrow:?}");
        prop_assert!(holds(wide.careful.unwrap_or(wide.left), narrow.careful.unwrap_or(narrow.left)));
    }

    #[test]
    fn a_settled_fit_holds_for_every_completion(
        (open, told) in accounts(), aid in amount(), more in amount(), on in a_day()
    ) {
        let range = Number::Between(aid, aid + more);
        let wide = rules().fit(&open, Ceiling::General, range, on).fits();
        let narrow = rules().fit(&told, Ceiling::General, Number::exactly(aid), on).fits();
        prop_assert!(wide == Truth::Open || wide == narrow);
    }

    #[test]
    fn an_open_fit_says_what_is_open((open, _) in accounts(), aid in amount(), on in a_day()) {
        if let Fit::CannotTell { because, .. } =
            rules().fit(&open, Ceiling::General, Number::exactly(aid), on)
        {
            prop_assert!(!because.is_empty());
        }
    }

    #[test]
    fn the_calendar_says_what_the_room_of_each_day_is(
        (open, _) in accounts(), ceiling in ceiling(), from in a_day(), later in 0i64..2500
    ) {
        let on = from.plus_days(later);
        let calendar = rules().calendar(&open, ceiling, from);
        let row = calendar.iter().rev().find(|row| row.day <= on).expect("the first day");
        prop_assert_eq!(row.left, rules().room(&open, ceiling, on).left);
    }

    #[test]
    fn aid_fits_on_the_first_day_that_it_does_and_not_the_day_before(
        (open, _) in accounts(), aid in amount(), from in a_day()
    ) {
        let aid = Number::exactly(aid);
        let fits = |on| rules().fit(&open, Ceiling::General, aid, on).fits();
        if let Some(first) = rules().first_fit(&open, Ceiling::General, aid, from).certain {
            prop_assert_eq!(fits(first), Truth::Yes);
            prop_assert!(first == from || fits(first.plus_days(-1)) != Truth::Yes);
        }
    }

    #[test]
    fn an_award_counts_on_its_last_day_and_not_after_it(award in a_day()) {
        let counts = |on: Date| on.plus_months(Months(-WINDOW.0)) <= award;
        let last = last_day_counted(award);
        prop_assert!(counts(last) && !counts(last.plus_days(1)));
    }

    #[test]
    fn what_counts_today_is_released_later((_, told) in accounts(), on in a_day()) {
        for free in rules().releases(&told, Ceiling::General, on) {
            let award = &told.awards[free.award];
            prop_assert_eq!(award.counts_on(free.latest.plus_days(-1)), Truth::Yes);
            prop_assert_eq!(award.counts_on(free.latest), Truth::No);
            prop_assert_eq!(free.earliest, free.latest);
        }
    }
}
