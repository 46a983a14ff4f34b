//! Compiles `messages/nl.toml` and `messages/en.toml` into typed functions.

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

fn read(language: &str) -> Result<String, Vec<String>> {
    let file = format!("messages/{language}.toml");
    fs::read_to_string(&file).map_err(|error| vec![format!("{file}: {error}")])
}
