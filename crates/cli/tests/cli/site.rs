//! `site` writes a folder, replaces its own pages and leaves everything else alone.

use crate::program::run;
use std::fs;
use tempfile::tempdir;

#[test]
fn a_second_run_replaces_the_pages_and_keeps_what_is_of_others() {
    let folder = tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let first = run(&["site", "--out", out, "--base", "https://steun.example"], "");
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""));
    let older = folder.path().join("data/2020-01-01-00000000");
    fs::create_dir_all(&older).unwrap();
    fs::write(older.join("schemes.csv"), "").unwrap();
    fs::write(folder.path().join("index.html"), "the advisor").unwrap();
    fs::write(folder.path().join("nl/old.html"), "").unwrap();
    let second = run(&["site", "--out", out], "");
    assert_eq!(second.code, Some(0), "{}", second.err);
    assert!(second.out.contains("without --base: no canonical links, no sitemap"), "{}", second.out);
    assert!(older.join("schemes.csv").is_file());
    assert_eq!(fs::read_to_string(folder.path().join("index.html")).unwrap(), "the advisor");
    assert!(!folder.path().join("nl/old.html").exists());
    assert!(!folder.path().join("sitemap.xml").exists(), "a sitemap of an address that no longer holds");
}

#[test]
fn folders_of_somebody_else_are_not_written_over() {
    let folder = tempdir().unwrap();
    fs::create_dir(folder.path().join("nl")).unwrap();
    let refused = run(&["site", "--out", folder.path().to_str().unwrap()], "");
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("was not written by this command"), "{}", refused.err);
}

#[test]
fn a_base_is_an_address_in_full() {
    let refused = run(&["site", "--out", "x", "--base", "steun.example"], "");
    assert_eq!(refused.code, Some(2));
    assert!(refused.err.contains("write an address in full"), "{}", refused.err);
}
