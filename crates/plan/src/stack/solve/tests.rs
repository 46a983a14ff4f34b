//! The search against trying everything.

use super::{AidWeight, CRITERIA, Choice, KINDS, Limits, Score, best, check};
use proptest::prelude::*;

/// Every set of choices with every amount: the best score there is.
fn exhaustive(choices: &[Choice], limits: &Limits) -> Option<Score> {
    let mut best: Option<Score> = None;
    for set in 0u32..1 << choices.len() {
        let rows: Vec<usize> = (0..choices.len()).filter(|row| set >> row & 1 == 1).collect();
        let all_kept = (0..choices.len()).all(|row| !choices[row].must || rows.contains(&row));
        if all_kept && together(choices, limits, &rows) {
            try_amounts(choices, limits, &rows, &mut Vec::new(), &mut best);
        }
    }
    best
}

/// Whether layers may stand in one stack, written down again from the meaning of the limits.
fn together(choices: &[Choice], limits: &Limits, rows: &[usize]) -> bool {
    let mut of_kind = [0; KINDS];
    for &row in rows {
        of_kind[choices[row].kind] += 1;
    }
    let too_many = (0..KINDS).any(|kind| of_kind[kind] > limits.most_of_kind[kind]);
    let rivals = limits.rivals.iter().any(|(a, b)| rows.contains(a) && rows.contains(b));
    !too_many && !rivals && rows.len() <= limits.most_layers
}

fn try_amounts(
    choices: &[Choice],
    limits: &Limits,
    rows: &[usize],
    amounts: &mut Vec<i64>,
    best: &mut Option<Score>,
) {
    if let Some(&row) = rows.get(amounts.len()) {
        for amount in choices[row].least..=choices[row].most {
            amounts.push(amount);
            try_amounts(choices, limits, rows, amounts, best);
            amounts.pop();
        }
        return;
    }
    if let Some(score) = score(choices, limits, rows, amounts) {
        *best = Some(best.map_or(score, |best| best.min(score)));
    }
}

/// The score, written down again from the meaning of the limits; none: a limit is exceeded.
fn score(choices: &[Choice], limits: &Limits, rows: &[usize], amounts: &[i64]) -> Option<Score> {
    let (mut total, mut debt, mut aid) = (0, 0, 0);
    let mut score: Score = [0; CRITERIA + 1];
    for (&row, &amount) in rows.iter().zip(amounts) {
        let choice = &choices[row];
        total += amount;
        debt += if choice.debt { amount } else { 0 };
        aid += match choice.aid {
            AidWeight::Nothing => 0,
            AidWeight::EveryCent => amount,
            AidWeight::Once(aid) => aid,
        };
        for criterion in 0..CRITERIA {
            score[criterion + 1] += choice.per_cent[criterion] * amount + choice.once[criterion];
        }
    }
    score[0] = limits.need - total;
    let fits = total <= limits.need
        && limits.debt.is_none_or(|limit| debt <= limit)
        && limits.aid.is_none_or(|limit| aid <= limit);
    fits.then_some(score)
}

fn choice() -> impl Strategy<Value = Choice> {
    let aid = prop_oneof![
        Just(AidWeight::Nothing),
        Just(AidWeight::EveryCent),
        (0i64..9).prop_map(AidWeight::Once)
    ];
    (
        1i64..5,
        0i64..5,
        [0i64..3, 0..3, 0..2],
        [0i64..3, 0..3],
        any::<bool>(),
        aid,
        0usize..3,
        prop::bool::weighted(0.1),
    )
        .prop_map(|(least, more, weights, fixed, debt, aid, kind, must)| Choice {
            least,
            most: least + more,
            per_cent: [weights[0], weights[1], 0, weights[2], 0, 0],
            once: [0, fixed[0], 0, 0, 0, fixed[1]],
            debt,
            aid: if debt && aid == AidWeight::EveryCent { AidWeight::Once(2) } else { aid },
            kind,
            must,
        })
}

fn problem() -> impl Strategy<Value = (Vec<Choice>, Limits)> {
    let choices = prop::collection::vec(choice(), 0..6);
    let limits = (
        0i64..14,
        prop::option::of(0i64..9),
        prop::option::of(0i64..9),
        prop::collection::vec((0usize..6, 0usize..6), 0..3),
        [1usize..3, 1..3, 1..3],
        1usize..5,
    );
    (choices, limits).prop_map(|(choices, (need, debt, aid, pairs, kinds, most_layers))| {
        let ordered = pairs.into_iter().map(|(a, b): (usize, usize)| (a.min(b), a.max(b)));
        let rivals = ordered.filter(|(a, b)| a != b && *b < choices.len()).collect();
        let mut most_of_kind = [1; KINDS];
        most_of_kind[..3].copy_from_slice(&kinds);
        (choices, Limits { need, debt, aid, rivals, most_of_kind, most_layers })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2500))]

    #[test]
    fn the_search_finds_what_trying_everything_finds((choices, limits) in problem()) {
        let found = best(&choices, &limits);
        prop_assert_eq!(found.map(|found| found.score), exhaustive(&choices, &limits));
    }

    #[test]
    fn what_the_search_gives_keeps_to_every_limit((choices, limits) in problem()) {
        if let Some(found) = best(&choices, &limits) {
            let rows: Vec<usize> = (0..choices.len()).filter(|&row| found.amounts[row].is_some()).collect();
            let amounts: Vec<i64> = rows.iter().filter_map(|&row| found.amounts[row]).collect();
            prop_assert!(together(&choices, &limits, &rows) && check(&choices, &limits, &rows));
            prop_assert_eq!(score(&choices, &limits, &rows, &amounts), Some(found.score));
            for (&row, &amount) in rows.iter().zip(&amounts) {
                prop_assert!(choices[row].least <= amount && amount <= choices[row].most);
            }
            for (row, choice) in choices.iter().enumerate() {
                prop_assert!(!choice.must || rows.contains(&row));
            }
        }
    }
}
