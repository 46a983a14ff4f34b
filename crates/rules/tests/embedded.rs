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

#[test]
fn the_municipal_side_survives_being_stored_and_belongs_to_the_rulebook() {
    let municipal = fresh().expect("the rules compile: this crate was built from them").municipal_nl;
    let written = postcard::to_allocvec(&municipal).expect("the municipal side can be stored");
    let read = steunwijzer_rules::municipal(&written).expect("what was stored can be read");
    assert!(read == municipal);
    assert!(read.belongs_to(&steunwijzer_rules::rulebook()));
}

#[test]
fn bytes_that_are_no_municipal_side_give_none() {
    assert!(steunwijzer_rules::municipal(&[255; 8]).is_none());
}

#[test]
fn the_same_files_give_the_same_bytes_twice() {
    let bytes = || {
        let edition = fresh().expect("the rules compile: this crate was built from them");
        postcard::to_allocvec(&edition).expect("an edition can be stored")
    };
    assert!(bytes() == bytes());
}
