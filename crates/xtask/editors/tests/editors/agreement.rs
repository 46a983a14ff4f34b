//! Schema and compiler agree on what a file may look like: every line of the small rulebook is taken
//! out or given another value, and both are asked.

use crate::mistakes;
use crate::schemas::{Checker, is_structural};
use crate::toml::File;
use std::sync::Arc;
use steunwijzer_compiler::compile_files;
use steunwijzer_compiler::diagnostic::{self, Severity};

/// Lines that stand instead of a line `key = …`; none: it is taken out.
fn changes(line: &str) -> Vec<Option<String>> {
    let Some((key, _)) = line.split_once('=').filter(|(key, _)| !key.trim_start().starts_with(['#', '[']))
    else {
        return Vec::new();
    };
    let values = ["7", "\"x y\""];
    let with = values.iter().map(|value| Some(format!("{key}= {value}")));
    std::iter::once(None).chain(with).collect()
}

/// The errors of the compiler for the rulebook with this file.
fn errors(rulebook: &[File], path: &str, text: &str) -> Vec<String> {
    let file = |file: &File| {
        let text = if file.path == path { text } else { &file.text };
        Arc::new(diagnostic::File { path: file.path.clone(), text: text.to_owned() })
    };
    let found = compile_files(rulebook.iter().map(file).collect()).diagnostics;
    let errors = found.into_iter().filter(|one| one.severity == Severity::Error && one.file.path == path);
    errors.map(|error| error.message).collect()
}

/// Every changed file in which schema and compiler do not say the same.
fn disagreements(checker: &Checker, rulebook: &[File], file: &File) -> Vec<String> {
    let lines: Vec<&str> = file.text.lines().collect();
    let mut found = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        for change in changes(line) {
            let mut changed: Vec<&str> = lines.clone();
            changed[number] = change.as_deref().unwrap_or_default();
            let text = changed.join("\n");
            let refusal = checker.refusal(&file.path, &text);
            let errors = errors(rulebook, &file.path, &text);
            let structural = errors.iter().any(|message| is_structural(message));
            let too_strict = refusal.is_some() && errors.is_empty();
            if too_strict || (structural && refusal.is_none()) {
                let place = format!("{}:{}", file.path, number + 1);
                found.push(format!("{place}: `{line}` → {change:?}: {errors:?}, {refusal:?}"));
            }
        }
    }
    found
}

#[test]
fn a_changed_line_is_refused_by_both_or_by_none() {
    let checker = Checker::new();
    let rulebook = mistakes::rulebook();
    let found: Vec<String> =
        rulebook.iter().flat_map(|file| disagreements(&checker, &rulebook, file)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
