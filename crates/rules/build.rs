//! Compiles the folder `rules/` and stores the edition for embedding. A mistake in a rule file
//! stops the build with its message.

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use steunwijzer_compiler::{Severity, compile, render};

fn main() -> Result<(), Box<dyn Error>> {
    let rules = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../rules");
    println!("cargo::rerun-if-changed={}", rules.display());
    let compiled = compile(&rules);
    let Some(edition) = compiled.edition else {
        let errors: Vec<_> = compiled
            .diagnostics
            .into_iter()
            .filter(|diagnostic| diagnostic.severity == Severity::Error)
            .collect();
        let count = errors.len();
        return Err(format!("{count} errors in the rules\n{}", render(&errors, false)).into());
    };
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("rulebook.postcard"), postcard::to_allocvec(&edition.rulebook)?)?;
    fs::write(out.join("words-nl.postcard"), postcard::to_allocvec(&edition.nl)?)?;
    fs::write(out.join("words-en.postcard"), postcard::to_allocvec(&edition.en)?)?;
    Ok(())
}
