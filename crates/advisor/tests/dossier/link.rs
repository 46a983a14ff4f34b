//! The share link.

use crate::case::{LUNCHROOM, TEXTILE, answers, arbitrary, rulebook, today};
use proptest::prelude::*;
use steunwijzer_advisor::dossier::link::{LONGEST, LinkRefused, decode, encode, short_name};
use steunwijzer_engine::answers::{Answers, Whose};
use steunwijzer_engine::rulebook::{AnswerType, ListId, Rulebook};

/// That no two ids of a kind are the same in a link.
fn assert_unique<'i>(ids: impl IntoIterator<Item = &'i str>, what: &str) {
    let mut ids: Vec<(u16, &str)> = ids.into_iter().map(|id| (short_name(id), id)).collect();
    ids.sort_unstable();
    for pair in ids.windows(2) {
        assert_ne!(pair[0].0, pair[1].0, "{what}: {pair:?} are the same in a link: rename one");
    }
}

#[test]
fn no_two_questions_of_a_list_have_the_same_short_name() {
    let rulebook = rulebook();
    for list in (0..).map(ListId).take(rulebook.lists.len()).map(Some).chain([None]) {
        let own = rulebook.questions.iter().filter(|question| question.list == list);
        assert_unique(own.map(|question| question.id.as_str()), "questions");
    }
}

#[test]
fn no_two_options_lists_or_provinces_have_the_same_short_name() {
    let rulebook = rulebook();
    for question in &rulebook.questions {
        if let AnswerType::Choice(options) | AnswerType::Choices(options) = &question.answer {
            assert_unique(options.iter().map(|option| option.id.as_str()), &question.id);
        }
    }
    assert_unique(rulebook.lists.iter().map(|list| list.id.as_str()), "lists");
    assert_unique(rulebook.provinces.iter().map(|one| one.name.as_str()), "provinces");
}

#[test]
fn every_municipality_can_stand_in_a_link() {
    let rulebook = rulebook();
    let place = rulebook.question_id("org.place").unwrap();
    for row in 0..i64::try_from(rulebook.municipalities.len()).unwrap() {
        let mut told = Answers::new(rulebook);
        let slot = steunwijzer_engine::slot::Slot::exactly(row);
        let answer = Some(steunwijzer_engine::answers::Answer::Known(slot));
        told.set(rulebook, place, Whose::Organisation, answer).unwrap();
        assert_eq!(decode(rulebook, &encode(rulebook, &told, None)).unwrap().answers, told);
    }
}

#[test]
fn the_links_of_two_scenarios_are_short() {
    // The figures of docs/dossier.md.
    let length = |text| encode(rulebook(), &answers(text), None).len();
    assert_eq!((length(TEXTILE), length(LUNCHROOM)), (146, 104));
}

#[test]
fn a_day_that_was_chosen_is_in_the_link() {
    let link = encode(rulebook(), &answers(LUNCHROOM), Some(today()));
    assert_eq!(decode(rulebook(), &link).unwrap().as_on, Some(today()));
}

#[test]
fn a_link_holds_only_signs_that_an_address_allows() {
    let link = encode(rulebook(), &answers(TEXTILE), Some(today()));
    assert!(link.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'-' || sign == b'_'), "{link}");
}

/// This edition in which one question has another name, and a number another scale.
fn other_edition() -> Rulebook {
    let mut rulebook = steunwijzer_rules::rulebook();
    let form = rulebook.question_id("org.legal_form").unwrap().row();
    rulebook.questions[form].id = "org.form".to_owned();
    let turnover = rulebook.question_id("org.turnover").unwrap().row();
    if let AnswerType::Number { scale, min, max, .. } = &mut rulebook.questions[turnover].answer {
        *scale += 1;
        *min *= 10;
        *max *= 10;
    }
    rulebook.questions.reverse();
    for list in &mut rulebook.lists {
        list.max = 1;
    }
    rulebook
}

#[test]
fn a_link_of_another_edition_gives_what_both_know_and_counts_the_rest() {
    let here = encode(rulebook(), &answers(TEXTILE), None);
    let there = decode(&other_edition(), &here).unwrap();
    // The legal form, and the answers of the second need.
    assert_eq!(there.unknown, 1 + 6);
    let turnover = &other_edition().questions[other_edition().question_id("org.turnover").unwrap().row()];
    let answer = there.answers.get(turnover, Whose::Organisation);
    let slot = steunwijzer_engine::slot::Slot::exactly(3_100_000 * 100);
    assert_eq!(answer, Some(steunwijzer_engine::answers::Answer::Known(slot)));
}

#[test]
fn a_link_that_is_not_whole_is_refused() {
    let link = encode(rulebook(), &answers(LUNCHROOM), None);
    for end in 0..link.len() {
        assert_eq!(decode(rulebook(), &link[..end]), Err(LinkRefused::Broken), "{end}");
    }
    for text in ["", "%", "é", "AAAA", "AAAAA", "====", &[&link, "A"].concat(), &link.to_lowercase()] {
        assert_eq!(decode(rulebook(), text), Err(LinkRefused::Broken), "{text}");
    }
}

#[test]
fn a_link_that_is_too_long_is_refused_before_it_is_read() {
    assert_eq!(decode(rulebook(), &"A".repeat(LONGEST + 1)), Err(LinkRefused::TooLong));
    assert_eq!(decode(rulebook(), &"A".repeat(LONGEST)), Err(LinkRefused::Broken));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_answers_come_back_from_a_link(told in arbitrary()) {
        let shared = decode(rulebook(), &encode(rulebook(), &told, None)).unwrap();
        prop_assert_eq!(shared.answers, told);
        prop_assert_eq!((shared.as_on, shared.unknown), (None, 0));
    }

    #[test]
    fn any_text_is_a_link_or_is_refused(text in "[A-Za-z0-9_-]{0,120}") {
        let _link_or_not = decode(rulebook(), &text);
    }

    #[test]
    fn any_bytes_behind_a_right_check_are_a_link_or_are_refused(
        mut bytes in prop::collection::vec(any::<u8>(), 0..80),
        begins_well in any::<bool>(),
    ) {
        if begins_well {
            bytes.splice(0..0, [1, 0]);
        }
        let _link_or_not = decode(rulebook(), &checked(&bytes));
    }
}

/// Bytes with the check of a link, as text: written apart from the program, as a second opinion.
fn checked(bytes: &[u8]) -> String {
    let mut hash: u32 = 2_166_136_261;
    for byte in bytes {
        hash = (hash ^ u32::from(*byte)).wrapping_mul(16_777_619);
    }
    let check = (hash >> 16) ^ (hash & 0xffff);
    let all = [bytes, &u16::try_from(check).unwrap().to_be_bytes()].concat();
    let signs = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut bits: Vec<u8> =
        all.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    while !bits.len().is_multiple_of(6) {
        bits.push(0);
    }
    let sign = |six: &[u8]| char::from(signs[usize::from(six.iter().fold(0, |sum, bit| sum * 2 + bit))]);
    bits.chunks(6).map(sign).collect()
}

#[test]
fn a_link_of_a_later_version_says_so() {
    assert_eq!(decode(rulebook(), &checked(&[2, 0, 0])), Err(LinkRefused::FromTheFuture));
    assert_eq!(decode(rulebook(), &checked(&[0, 0, 0])), Err(LinkRefused::Broken));
    assert_eq!(decode(rulebook(), &checked(&[1, 0, 0])).unwrap().answers, Answers::new(rulebook()));
}
