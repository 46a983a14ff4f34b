//! Compiles the folder `rules/` and stores the edition for embedding. A mistake in a rule file
//! stops the build with its message.

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use steunwijzer_advisor::glossary::Term;
use steunwijzer_compiler::diagnostic::{Diagnostic, Severity};
use steunwijzer_compiler::{Edition, compile, render};
use steunwijzer_plan::hires::INNER_NAMES;

fn main() -> ExitCode {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules");
    println!("cargo::rerun-if-changed={}", rules.display());
    let compiled = compile(&rules);
    let Some(edition) = compiled.edition else {
        let is_error = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Error;
        let errors: Vec<Diagnostic> = compiled.diagnostics.into_iter().filter(is_error).collect();
        eprintln!("{}errors in the rules: {}", render(&errors, false), errors.len());
        return ExitCode::FAILURE;
    };
    match store(&edition) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the compiled rules cannot be stored: {error}");
            ExitCode::FAILURE
        }
    }
}

fn store(edition: &Edition) -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let rulebook = edition.rulebook.clone().without_inner_names(&inner_names());
    fs::write(out.join("rulebook.postcard"), postcard::to_allocvec(&rulebook)?)?;
    fs::write(out.join("named.postcard"), postcard::to_allocvec(&edition.rulebook)?)?;
    for (lang, words) in [("nl", &edition.nl), ("en", &edition.en)] {
        let (questions, schemes) = words.clone().into_parts();
        fs::write(out.join(format!("words-{lang}.postcard")), postcard::to_allocvec(&questions)?)?;
        fs::write(out.join(format!("schemes-{lang}.postcard")), postcard::to_allocvec(&schemes)?)?;
    }
    fs::write(out.join("municipal-nl.postcard"), postcard::to_allocvec(&edition.municipal_nl)?)?;
    fs::write(out.join("municipal-en.postcard"), postcard::to_allocvec(&edition.municipal_en)?)?;
    fs::write(out.join("calculators.postcard"), postcard::to_allocvec(&edition.calculators)?)?;
    Ok(())
}

/// The names by which the page looks something up.
fn inner_names() -> Vec<&'static str> {
    Term::all().filter_map(Term::source).chain(INNER_NAMES).collect()
}
