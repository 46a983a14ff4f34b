//! The bill of materials, as `cargo cyclonedx` wrote it, without the folders of this machine.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::{Result, doing};

/// Its file.
pub(crate) const FILE: &str = "steunwijzer.cdx.json";

/// Names our own crates from the root of the repository.
///
/// # Errors
/// When the file is not a whole bill of materials.
pub(crate) fn finish(folder: &Path, root: &Path) -> Result<()> {
    let path = folder.join(FILE);
    let text = doing("reading", &path, fs::read_to_string(&path))?;
    let root = doing("finding", root, fs::canonicalize(root))?;
    let named = text.replace(&format!("path+file://{}/", root.display()), "path+file:///");
    check(&named)?;
    doing("writing", &path, fs::write(&path, named))
}

/// Whether it is of the form that we say, names a version, a licence and a place for each part, and
/// knows every part that something rests on.
fn check(text: &str) -> Result<()> {
    let bill: Value = serde_json::from_str(text).map_err(|error| format!("{FILE}: {error}"))?;
    if bill["bomFormat"] != "CycloneDX" || bill["specVersion"] != "1.5" {
        return Err(format!("{FILE} is not CycloneDX 1.5"));
    }
    if bill.get("serialNumber").is_some() {
        return Err(format!("{FILE} has a number that differs every time"));
    }
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let parts = list(&bill["components"]);
    for part in &parts {
        for key in ["name", "version", "purl", "bom-ref", "licenses"] {
            if part.get(key).is_none() {
                return Err(format!("{FILE}: {} has no {key}", part["name"]));
            }
        }
    }
    let mut known: BTreeSet<String> = parts.iter().map(|part| part["bom-ref"].to_string()).collect();
    known.insert(bill["metadata"]["component"]["bom-ref"].to_string());
    for rests in list(&bill["dependencies"]) {
        for name in list(&rests["dependsOn"]).iter().chain([&rests["ref"]]) {
            if !known.contains(&name.to_string()) {
                return Err(format!("{FILE} does not know {name}"));
            }
        }
    }
    if parts.is_empty() { Err(format!("{FILE} names no part")) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::check;

    fn bill(version: &str, rests: &str) -> String {
        format!(
            r#"{{"bomFormat": "CycloneDX", "specVersion": "{version}",
            "metadata": {{"component": {{"bom-ref": "page"}}}},
            "components": [{{"name": "yew", "version": "0.23.0", "purl": "pkg:cargo/yew@0.23.0",
                "bom-ref": "yew", "licenses": [{{"expression": "MIT"}}]}}],
            "dependencies": [{{"ref": "page", "dependsOn": ["{rests}"]}}]}}"#
        )
    }

    #[test]
    fn a_bill_that_is_not_whole_is_refused() {
        assert_eq!(check(&bill("1.5", "yew")), Ok(()));
        assert!(check(&bill("1.3", "yew")).is_err());
        assert!(check(&bill("1.5", "serde")).is_err(), "a part that is not listed");
        assert!(check(&bill("1.5", "yew").replace("\"licenses\"", "\"x\"")).is_err());
        assert!(check("{}").is_err());
    }
}
