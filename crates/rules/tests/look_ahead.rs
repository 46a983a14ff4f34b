//! The look-ahead of the engine against its plain definition, over the real rules.

#![allow(clippy::expect_used)] // a test that cannot go on stops

mod random;

use proptest::prelude::*;
use random::{Dice, day, partial, partial_with_clashes};
use std::sync::LazyLock;
use steunwijzer_engine::rulebook::Rulebook;
use steunwijzer_engine::world::World;
use steunwijzer_engine::{open_questions, open_questions_plainly};

static RULES: LazyLock<Rulebook> = LazyLock::new(steunwijzer_rules::rulebook);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn looking_ahead_gives_what_judging_everything_again_gives(seed in any::<u64>()) {
        let on = day(&mut Dice(seed));
        let some = partial(&RULES, on, &mut Dice(seed));
        prop_assert_eq!(open_questions(&RULES, &some, on), open_questions_plainly(&RULES, &some, on));
    }

    #[test]
    fn looking_ahead_is_right_where_answers_clash(seed in any::<u64>()) {
        let on = day(&mut Dice(seed));
        let some = partial_with_clashes(&RULES, &mut Dice(seed));
        prop_assert_eq!(open_questions(&RULES, &some, on), open_questions_plainly(&RULES, &some, on));
    }
}

/// Else the second test above would look at nothing.
#[test]
fn enough_random_answers_clash() {
    let clash = |seed: &u64| {
        let some = partial_with_clashes(&RULES, &mut Dice(*seed));
        !World::new(&RULES, &some, day(&mut Dice(*seed))).conflicts().is_empty()
    };
    let clashing = (0..200).filter(clash).count();
    assert!(clashing >= 20, "{clashing} of 200");
}
