//! Filling in the page and the service worker.

use std::hash::{DefaultHasher, Hasher};

use crate::Result;

/// The files of the site that have a hashed folder.
pub(crate) struct Assets {
    /// Name of the folder.
    pub(crate) folder: String,
    /// Names of the files in it.
    pub(crate) names: Vec<String>,
}

/// A page: where its files are, and what else it is filled with.
///
/// # Errors
/// When the template names a file that is not there.
pub(crate) fn page(template: &str, assets: &Assets, values: &[(&str, &str)]) -> Result<String> {
    for after in template.split("{{assets}}/").skip(1) {
        let name = after.split('"').next().unwrap_or_default();
        if !assets.names.iter().any(|known| known == name) {
            return Err(format!("the page asks for `{name}`, which is not there"));
        }
    }
    fill(template, &[&[("assets", assets.folder.as_str())], values].concat())
}

/// The service worker: the files it keeps, and a name that changes with any of them.
pub(crate) fn worker(template: &str, assets: &Assets, page: &str) -> Result<String> {
    let Assets { folder, names } = assets;
    let mut files = vec!["\"./\"".to_owned()];
    files.extend(names.iter().map(|name| format!("\"{folder}/{name}\"")));
    let files = format!("[{}]", files.join(", "));
    let edition = short_hash(format!("{folder}{page}").as_bytes());
    fill(template, &[("files", &files), ("edition", &edition)])
}

/// Sixteen hexadecimal digits. Names versions; it guards nothing.
pub(crate) fn short_hash(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}

/// Puts each value where the template has `{{name}}`.
///
/// # Errors
/// When the template lacks a name, or has one that nobody fills.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut rest = template;
    let mut filled = String::new();
    let mut used = Vec::new();
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").ok_or("a `{{` without `}}`")?;
        let (_, value) = values
            .iter()
            .find(|(known, _)| *known == name)
            .ok_or_else(|| format!("nobody fills `{{{{{name}}}}}`"))?;
        filled.push_str(before);
        filled.push_str(value);
        used.push(name);
        rest = after;
    }
    filled.push_str(rest);
    match values.iter().find(|(name, _)| !used.contains(name)) {
        Some((name, _)) => Err(format!("the template has no `{{{{{name}}}}}`")),
        None => Ok(filled),
    }
}

#[cfg(test)]
mod tests {
    use super::{Assets, fill, page, worker};

    #[test]
    fn every_place_is_filled() {
        let text = fill("a {{x}} b {{y}} c {{x}}", &[("x", "1"), ("y", "{{2}}")]);
        assert_eq!(text.unwrap(), "a 1 b {{2}} c 1");
    }

    #[test]
    fn unfilled_and_unused_names_are_errors() {
        assert!(fill("{{x}} {{z}}", &[("x", "1")]).is_err());
        assert!(fill("{{x}}", &[("x", "1"), ("y", "2")]).is_err());
        assert!(fill("{{x", &[("x", "1")]).is_err());
    }

    fn assets() -> Assets {
        Assets { folder: "assets-1".to_owned(), names: vec!["app.js".to_owned(), "words.nl.bin".to_owned()] }
    }

    #[test]
    fn a_page_that_asks_for_a_missing_file_is_an_error() {
        let of = |name| {
            let template = format!("{{{{policy}}}}\"{{{{assets}}}}/{name}\"");
            page(&template, &assets(), &[("policy", "")])
        };
        assert_eq!(of("app.js").unwrap(), "\"assets-1/app.js\"");
        assert!(of("styles.css").is_err());
    }

    #[test]
    fn the_worker_keeps_the_page_and_each_file() {
        let text = worker("{{files}}{{edition}}", &assets(), "<p>").unwrap();
        assert!(text.starts_with(r#"["./", "assets-1/app.js", "assets-1/words.nl.bin"]"#));
    }

    #[test]
    fn a_changed_page_alone_changes_the_worker() {
        let of = |page| worker("{{files}}{{edition}}", &assets(), page).unwrap();
        assert_ne!(of("<p>"), of("<b>"));
    }
}
