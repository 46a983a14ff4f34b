//! Building the site: the wasm of the page, then everything around it.

use std::path::Path;
use std::process::Command;

use crate::process::{cargo, run};
use crate::{Outcome, places, remap, tools};

/// Builds the site into `target/site`, saying what it does.
///
/// # Errors
/// A sentence that names the step that failed; the compiler's words are above it.
pub(crate) fn build() -> Outcome {
    tools::ensure_wasm_target()?;
    for (title, mut command) in commands() {
        println!("{title}");
        run(&mut command)?;
    }
    Ok(())
}

/// The commands that build the site, in order, each with its title.
pub(crate) fn commands() -> [(&'static str, Command); 2] {
    let mut compile =
        cargo(&["build", "--package=steunwijzer-app", "--target=wasm32-unknown-unknown", "--profile=web"]);
    compile.env(remap::VARIABLE, remap::flags());
    [
        ("compiling the page to wasm (the first time takes minutes)", compile),
        ("packing the site into target/site", pack(&places::site())),
    ]
}

/// The command that packs the compiled page into a folder.
pub(crate) fn pack(folder: &Path) -> Command {
    let wasm = "target/wasm32-unknown-unknown/web/steunwijzer_app.wasm";
    let mut pack = cargo(&["run", "--quiet", "--package", "xtask-pack", "--", wasm]);
    pack.arg(folder);
    pack
}
