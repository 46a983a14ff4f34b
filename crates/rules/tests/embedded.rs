//! The embedded rulebook is the one that the rule files say.

use std::path::Path;
use steunwijzer_compiler::{Edition, compile};

fn fresh() -> Option<Edition> {
    compile(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules")).edition
}

#[test]
fn the_embedded_rulebook_equals_a_fresh_one() {
    let fresh = fresh().expect("the rules compile: this crate was built from them");
    assert!(steunwijzer_rules::rulebook() == fresh.rulebook);
}

#[test]
fn every_index_of_the_embedded_rulebook_lies_inside_its_table() {
    assert_eq!(steunwijzer_rules::rulebook().check_indices(), Ok(()));
}

#[test]
fn words_survive_being_stored() {
    let words = fresh().expect("the rules compile: this crate was built from them").nl;
    let written = postcard::to_allocvec(&words).expect("words can be stored");
    assert!(steunwijzer_rules::words(&written) == Some(words));
}

#[test]
fn bytes_that_are_no_words_give_none() {
    assert_eq!(steunwijzer_rules::words(&[255; 8]), None);
}
