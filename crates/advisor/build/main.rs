//! Compiles the messages in `messages/` into typed functions.

mod compile;

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=messages");
    println!("cargo::rerun-if-changed=build");
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(mistakes) => {
            for mistake in mistakes {
                println!("cargo::error={mistake}");
            }
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), Vec<String>> {
    let code = compile::compile(&read("nl")?, &read("en")?)?;
    let folder = env::var_os("OUT_DIR").ok_or_else(|| vec!["cargo gives no OUT_DIR".to_owned()])?;
    let file = PathBuf::from(folder).join("messages.rs");
    fs::write(&file, code).map_err(|error| vec![format!("{}: {error}", file.display())])
}

/// The files of a language, each with its name: those of a folder of its own.
fn read(language: &str) -> Result<Vec<compile::File>, Vec<String>> {
    let folder = format!("messages/{language}");
    let failed = |error: std::io::Error| vec![format!("{folder}: {error}")];
    let mut paths = vec![PathBuf::from(format!("messages/{language}.toml"))];
    for entry in fs::read_dir(&folder).map_err(failed)? {
        paths.push(entry.map_err(failed)?.path());
    }
    paths.sort();
    let text = |path: PathBuf| match fs::read_to_string(&path) {
        Ok(text) => Ok(compile::File { name: path.display().to_string(), text }),
        Err(error) => Err(vec![format!("{}: {error}", path.display())]),
    };
    paths.into_iter().map(text).collect()
}
