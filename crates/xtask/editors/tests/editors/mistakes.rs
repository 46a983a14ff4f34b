//! The wrong files of the compiler's tests: each changes one file of a small valid rulebook.

use crate::toml::{self, File};
use std::fs;
use std::path::PathBuf;
use toml_edit::{Document, Item};
use xtask_editors::root;

/// A mistake that is made in a file of the small rulebook.
pub(crate) struct Mistake {
    pub(crate) name: String,
    /// The file, below the folder of rules.
    pub(crate) path: String,
    /// What the file holds with the mistake in it.
    pub(crate) text: String,
    pub(crate) message: String,
    /// Messages that follow from it elsewhere.
    pub(crate) also: Vec<String>,
    pub(crate) is_warning: bool,
}

fn tests() -> PathBuf {
    root().join("crates/compiler/tests")
}

/// The small rulebook without mistakes.
pub(crate) fn rulebook() -> Vec<File> {
    toml::files(&tests().join("rulebook"))
}

/// Every mistake of `diagnostics/*.toml`.
pub(crate) fn all() -> Vec<Mistake> {
    let rulebook = rulebook();
    let mut found = Vec::new();
    for file in toml::files(&tests().join("diagnostics")) {
        let document = Document::parse(file.text.as_str()).unwrap();
        let tables = document.get("mistake").and_then(Item::as_array_of_tables).into_iter().flatten();
        found.extend(tables.map(|table| {
            let text = |key: &str| table.get(key).and_then(Item::as_str);
            let path = text("file").unwrap();
            let original = rulebook.iter().find(|file| file.path == path).map_or("", |file| &file.text);
            let by = text("by").unwrap_or_default();
            let changed = match text("replace") {
                Some(replace) => original.replacen(replace, by, 1),
                None => format!("{original}{by}"),
            };
            let also = table.get("also").and_then(Item::as_array).into_iter().flatten();
            Mistake {
                name: text("name").unwrap().to_owned(),
                path: path.to_owned(),
                text: changed.replace(['«', '»'], ""),
                message: text("message").unwrap().to_owned(),
                also: also.filter_map(|message| message.as_str().map(str::to_owned)).collect(),
                is_warning: text("severity") == Some("warning"),
            }
        }));
    }
    found
}

/// The messages of `feel_mistakes.txt`: each stands under the line that marks the place.
pub(crate) fn in_expressions() -> Vec<String> {
    let text = fs::read_to_string(tests().join("feel_mistakes.txt")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let marks = |line: &str| !line.trim().is_empty() && line.trim().chars().all(|c| c == '^');
    lines.windows(2).filter(|pair| marks(pair[0])).map(|pair| pair[1].to_owned()).collect()
}
