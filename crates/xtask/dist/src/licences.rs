//! The licences of all that the page is made of: every crate that ends up in it, with the texts that
//! its makers put beside it.
//!
//! Own code over `cargo metadata`, which needs no tool: the texts lie beside the
//! sources that were compiled.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::{Result, doing};

const PAGE: &str = "steunwijzer-app";
const TARGET: &str = "wasm32-unknown-unknown";
const HEAD: &str = "\
Licences of the software that Steunwijzer is made of

Steunwijzer itself is under the EUPL-1.2: see LICENSE. The page is made of the crates
below (macros, which write code while it is built, are among them) and of the standard
library of Rust (MIT OR Apache-2.0, see https://www.rust-lang.org). It holds no npm
package.
";

/// A crate of others.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Crate {
    name: String,
    version: String,
    licence: String,
    /// Each with its file name.
    texts: Vec<(String, String)>,
}

/// The list, and every text once.
///
/// # Errors
/// When cargo cannot tell, or a crate names no licence.
pub(crate) fn listing(root: &Path) -> Result<String> {
    Ok(listed(&crates(&metadata(root)?)?))
}

fn metadata(root: &Path) -> Result<Value> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--locked", "--filter-platform", TARGET])
        .current_dir(root)
        .output()
        .map_err(|error| format!("cargo does not start: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    serde_json::from_slice(&output.stdout).map_err(|error| format!("cargo metadata: {error}"))
}

/// The crates that the page rests on, macros included, without those of build scripts and tests.
fn crates(metadata: &Value) -> Result<BTreeSet<Crate>> {
    let list = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    let packages: BTreeMap<String, Value> =
        list(metadata, "packages").into_iter().map(|package| (text(&package, "id"), package)).collect();
    let nodes: BTreeMap<String, Value> =
        list(&metadata["resolve"], "nodes").into_iter().map(|node| (text(&node, "id"), node)).collect();
    let page = packages.values().find(|package| text(package, "name") == PAGE).ok_or("there is no page")?;
    let mut found = BTreeSet::new();
    let mut to_visit = vec![text(page, "id")];
    while let Some(id) = to_visit.pop() {
        if !found.insert(id.clone()) {
            continue;
        }
        for dependency in nodes.get(&id).map(|node| list(node, "deps")).unwrap_or_default() {
            // Without a kind: neither for building nor for tests.
            if list(&dependency, "dep_kinds").iter().any(|kind| kind["kind"].is_null()) {
                to_visit.push(text(&dependency, "pkg"));
            }
        }
    }
    let of_others =
        found.iter().filter_map(|id| packages.get(id)).filter(|package| !package["source"].is_null());
    of_others.map(of).collect()
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn of(package: &Value) -> Result<Crate> {
    let (name, licence) = (text(package, "name"), text(package, "license"));
    if licence.is_empty() {
        return Err(format!("{name} names no licence"));
    }
    let manifest = text(package, "manifest_path");
    let folder = Path::new(&manifest).parent().unwrap_or(Path::new(""));
    let mut texts = Vec::new();
    for entry in doing("listing", folder, fs::read_dir(folder))? {
        let path = doing("listing", folder, entry)?.path();
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_licence = ["LICEN", "COPYING", "NOTICE", "UNLICENSE"];
        if path.is_file() && is_licence.iter().any(|begin| file.to_uppercase().starts_with(begin)) {
            let text = doing("reading", &path, fs::read(&path))?;
            texts.push((file, String::from_utf8_lossy(&text).replace('\r', "").trim_end().to_owned()));
        }
    }
    texts.sort();
    Ok(Crate { name, version: text(package, "version"), licence, texts })
}

/// Crates that share a text stand above it together.
fn listed(crates: &BTreeSet<Crate>) -> String {
    let line = "=".repeat(80);
    let mut whole = format!("{HEAD}\n{line}\n\n");
    let mut texts: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for Crate { name, version, licence, texts: own } in crates {
        let none = if own.is_empty() {
            " (its makers put no text beside it: see that licence below, with others)"
        } else {
            ""
        };
        whole.push_str(&format!("{name} {version}: {licence}{none}\n"));
        for (file, text) in own {
            texts.entry(text).or_default().push(format!("{name} {version} ({file})"));
        }
    }
    let mut texts: Vec<_> = texts.into_iter().map(|(text, owners)| (owners, text)).collect();
    texts.sort();
    for (owners, text) in texts {
        whole.push_str(&format!("\n{line}\n{}\n{line}\n\n{text}\n", owners.join("\n")));
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::{Crate, listed, listing};
    use std::path::Path;

    #[test]
    fn a_shared_text_stands_once_below_all_its_crates() {
        let of = |name: &str| Crate {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: "MIT".to_owned(),
            texts: vec![("LICENSE".to_owned(), "Permission is hereby granted".to_owned())],
        };
        let whole = listed(&[of("b"), of("a")].into());
        assert_eq!(whole.matches("Permission").count(), 1);
        assert!(whole.contains("a 1.0.0 (LICENSE)\nb 1.0.0 (LICENSE)\n"));
    }

    #[test]
    fn the_page_rests_on_yew_and_on_nothing_that_only_builds_it() {
        let whole = listing(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")).unwrap();
        assert!(whole.contains("\nyew 0."));
        for builder in ["\nzip ", "\nbrotli ", "\nproptest ", "\nsteunwijzer-"] {
            assert!(!whole.contains(builder), "{builder}");
        }
    }
}
