//! Building the npm package: two modules, their glue and files, then `npm pack`.

use std::process::Command;

use crate::process::{cargo, run};
use crate::{Outcome, places, remap, tools};

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
    pack.args(["pack", "--silent", "--pack-destination", ".."]).current_dir(places::npm().join("package"));
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
    command.arg(places::npm()).args(arguments);
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
    command.env(remap::VARIABLE, remap::flags());
    command
}
