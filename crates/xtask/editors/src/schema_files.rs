//! The files that `cargo xtask schema` writes: one schema per kind of rule file, and the settings
//! that tell an editor which schema belongs to which file.

use crate::{doing, json_schema};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use steunwijzer_compiler::schema::{self, Schema};

/// The folder of the schemas, from the root of the repository.
const FOLDER: &str = "rules/schema";

/// What stands in each file, by its path from the root of the repository.
///
/// # Errors
/// A sentence if a schema cannot be made.
pub fn all() -> Result<BTreeMap<PathBuf, String>, String> {
    let schemas = schema::all();
    let mut files = BTreeMap::from([(PathBuf::from(".taplo.toml"), settings(&schemas))]);
    for schema in &schemas {
        let text = serde_json::to_string_pretty(&json_schema::of(schema)?)
            .map_err(|error| format!("`{}`: {error}", schema.name))?;
        files.insert(PathBuf::from(format!("{FOLDER}/{}.json", schema.name)), format!("{text}\n"));
    }
    Ok(files)
}

/// Writes every file.
///
/// # Errors
/// A sentence that names the file that could not be written.
pub fn write(root: &Path) -> Result<String, String> {
    let folder = root.join(FOLDER);
    doing("creating", &folder, fs::create_dir_all(&folder))?;
    let files = all()?;
    for (path, text) in &files {
        let path = root.join(path);
        doing("writing", &path, fs::write(&path, text))?;
    }
    Ok(format!("{} files written: {FOLDER}/*.json and .taplo.toml", files.len()))
}

/// Whether every file is as it would be written.
///
/// # Errors
/// A sentence that names the files that are not, and the repair.
pub fn check(root: &Path) -> Result<String, String> {
    let files = all()?;
    let fresh = |(path, text): &(&PathBuf, &String)| {
        // A checkout may have changed the ends of lines.
        fs::read_to_string(root.join(path)).is_ok_and(|found| found.replace("\r\n", "\n") == **text)
    };
    let stale: Vec<String> =
        files.iter().filter(|file| !fresh(file)).map(|(path, _)| path.display().to_string()).collect();
    match stale.as_slice() {
        [] => Ok(format!("{} files are as they should be", files.len())),
        _ => Err(format!("not as they should be: {}\nrun `cargo xtask schema`", stale.join(", "))),
    }
}

/// The settings of Taplo, which most TOML editors read.
fn settings(schemas: &[Schema]) -> String {
    let rules = schemas.iter().map(|schema| {
        let except = schema.except.map_or(String::new(), |file| format!("exclude = [\"rules/{file}\"]\n"));
        format!(
            "\n[[rule]]\ninclude = [\"rules/{}\"]\n{except}[rule.schema]\npath = \"{FOLDER}/{}.json\"\n",
            schema.files, schema.name
        )
    });
    let first = "# Which schema belongs to which rule file. Written by `cargo xtask schema`.\n";
    std::iter::once(first.to_owned()).chain(rules).collect()
}
