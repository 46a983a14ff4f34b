//! Building the npm package: two modules, their glue and files, then `npm pack`.

use std::path::PathBuf;
use std::process::Command;

use crate::process::{cargo, output_of, run};
use crate::{Outcome, places, tools};

/// What cargo makes of `crates/js`, whatever its features: it is bound before the next build.
const MADE: &str = "target/wasm32-unknown-unknown/web/steunwijzer_js.wasm";

/// Builds `target/npm/steunwijzer-<version>.tgz`, saying what it does.
///
/// # Errors
/// A sentence that names the step that failed; the words of its program are above it.
pub(crate) fn build() -> Outcome {
    tools::ensure_wasm_target()?;
    tools::ensure_node()?;
    for (title, mut command) in commands() {
        println!("{title}");
        run(&mut command)?;
    }
    Ok(())
}

/// The commands that build the package, in order, each with its title.
pub(crate) fn commands() -> [(&'static str, Command); 6] {
    let mut pack = Command::new("npm");
    pack.args(["pack", "--silent", "--pack-destination", ".."]).current_dir(folder().join("package"));
    [
        ("beginning the package in target/npm", program("begin", &[])),
        ("compiling the module of the advice (the first time takes minutes)", module(&[])),
        ("binding it", program("module", &["advice", MADE])),
        ("compiling the module with the money plan", module(&["--features=plan"])),
        ("binding it", program("module", &["plan", MADE])),
        ("packing the package", pack),
    ]
}

fn program(task: &str, arguments: &[&str]) -> Command {
    let mut command = cargo(&["run", "--quiet", "--package", "xtask-npm", "--", task]);
    command.arg(folder()).args(arguments);
    command
}

/// The commands that test the package that was built.
pub(crate) fn tests() -> [Command; 2] {
    let folder = places::root().join("tests/npm");
    let mut packages = Command::new("npm");
    packages.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&folder);
    let mut tests = Command::new("node");
    tests.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]).current_dir(&folder);
    [packages, tests]
}

fn module(features: &[&str]) -> Command {
    let build = ["build", "--package=steunwijzer-js", "--target=wasm32-unknown-unknown", "--profile=web"];
    let mut command = cargo(&[&build, features].concat());
    command.env("CARGO_ENCODED_RUSTFLAGS", without_paths());
    command
}

/// Panic messages name source files: without the paths of this machine, so that every machine makes
/// the same bytes.
fn without_paths() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        #[allow(deprecated)] // right again since Rust 1.85
        std::env::home_dir().map(|home| home.join(".cargo"))
    });
    let system = output_of("rustc", &["--print", "sysroot"]).map(PathBuf::from);
    let named = [(Some(places::root().to_owned()), "steunwijzer"), (home, "cargo"), (system, "rust")];
    let flags = named.iter().filter_map(|(path, name)| {
        Some(format!("--remap-path-prefix={}={name}", path.as_ref()?.canonicalize().ok()?.display()))
    });
    flags.collect::<Vec<String>>().join("\u{1f}")
}

/// Where the package is made; nothing else is there.
fn folder() -> PathBuf {
    places::root().join("target/npm")
}
