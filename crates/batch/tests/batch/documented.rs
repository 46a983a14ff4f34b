//! The example of `docs/batch.md`, over the real rules.

use std::path::Path;
use steunwijzer_batch::what_if;

#[test]
fn the_documented_change_can_be_tried_out_on_the_rules_as_they_are() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let tried = what_if::compile(&root.join("rules"), &root.join("docs/examples/utrecht-wider.toml"));
    let warnings = tried.unwrap_or_else(|mistakes| panic!("{mistakes}")).warnings;
    assert!(warnings.contains("expected `20000`, got `30000`"), "{warnings}");
    let shown = std::fs::read_to_string(root.join("docs/batch.md")).unwrap();
    let file = std::fs::read_to_string(root.join("docs/examples/utrecht-wider.toml")).unwrap();
    let tables = file.split_once("[[").unwrap().1;
    assert!(shown.contains(tables.trim_end()), "docs/batch.md shows another change");
}
