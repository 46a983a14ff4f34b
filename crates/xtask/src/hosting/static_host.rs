//! `_headers`, which many hosts of static sites read.

use super::Group;

/// Every entry is named once, with all of its headers: hosts join headers of several rules that fit,
/// and two policies together allow nothing.
pub(super) fn settings(entries: &[String]) -> String {
    let mut text = String::from("# Headers for hosts of static sites that read `_headers`.\n");
    let own = ["_headers", ".htaccess", "web.config"];
    let served = entries.iter().map(String::as_str).filter(|entry| !own.contains(entry));
    for entry in std::iter::once("").chain(served) {
        let path = if entry.ends_with('/') { format!("/{entry}*") } else { format!("/{entry}") };
        text.push_str(&format!("\n{path}\n"));
        for (name, value) in Group::of(&path).headers() {
            text.push_str(&format!("  {name}: {value}\n"));
        }
    }
    text
}
