//! What must be on the machine, and how it gets there.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{cargo, output_of, run};
use crate::{Outcome, places};

const WASM: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;

/// Adds the compile target of the page when it is missing.
///
/// # Errors
/// A sentence with the command to type when it cannot be added.
pub(crate) fn ensure_wasm_target() -> Outcome {
    let libraries = output_of("rustc", &["--print", "target-libdir", "--target", WASM]);
    if libraries.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    println!("adding the Rust target {WASM}");
    run(Command::new("rustup").args(["target", "add", WASM])).map_err(|reason| {
        format!(
            "{reason}\nThe page needs the Rust target {WASM}. \
             With rustup: `rustup target add {WASM}`. Otherwise install the package of your \
             system that holds its standard library (on Debian: libstd-rust-dev-wasm32)."
        )
    })
}

/// Checks that Node and npm are there.
///
/// # Errors
/// A sentence that tells what is missing.
pub(crate) fn ensure_node() -> Outcome {
    let needed = format!("The browser tests need Node {OLDEST_NODE} or newer, with npm");
    let version =
        output_of("node", &["--version"]).ok_or_else(|| format!("{needed}: there is no `node`."))?;
    let major = version.trim_start_matches('v').split('.').next();
    if !matches!(major.map(str::parse::<u32>), Some(Ok(major)) if major >= OLDEST_NODE) {
        return Err(format!("{needed}: `node` is {version}."));
    }
    match output_of("npm", &["--version"]) {
        Some(_) => Ok(()),
        None => Err(format!("{needed}: there is no `npm`.")),
    }
}

/// The program of a Chromium browser; installs Debian's when it can.
///
/// # Errors
/// A sentence that tells how to get one.
pub(crate) fn ensure_chromium() -> Result<String, String> {
    let found = find_chromium();
    if found.is_err() && may_install() {
        println!("      installing chromium with apt-get");
        let quiet = ["-qq", "-y", "-o", "Dpkg::Use-Pty=0"];
        let mut update = Command::new("apt-get");
        let mut install = Command::new("apt-get");
        install.env("DEBIAN_FRONTEND", "noninteractive");
        run(update.arg("update").args(quiet))?;
        run(install.arg("install").args(quiet).arg("chromium"))?;
        return find_chromium();
    }
    found
}

/// The program of a Chromium browser that is there.
///
/// # Errors
/// A sentence that tells how to get one.
pub(crate) fn find_chromium() -> Result<String, String> {
    if let Ok(chosen) = std::env::var("CHROMIUM") {
        return Ok(chosen);
    }
    let known = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];
    let folders: Vec<_> = std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect();
    known
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|program| program.is_file())
        .map(|program| program.to_string_lossy().into_owned())
        .ok_or_else(|| {
            "There is no Chromium. On Debian: `apt-get install chromium` as root. \
             Elsewhere: install Chromium or Chrome and set CHROMIUM to its program."
                .to_owned()
        })
}

/// The tool for the bill of materials, of the version that this repository knows: its output is
/// part of what is handed out.
const CYCLONEDX: &str = "cargo-cyclonedx@0.5.9";

/// The program of that tool; installs it when it is missing.
///
/// # Errors
/// A sentence when it cannot be built.
pub(crate) fn ensure_cyclonedx() -> Result<PathBuf, String> {
    let folder = places::tools().join(CYCLONEDX);
    let program = folder.join("bin/cargo-cyclonedx");
    if !program.exists() {
        println!("installing {CYCLONEDX} into {} (about a minute)", folder.display());
        let mut install = cargo(&["install", "--quiet", "--locked", "--debug", CYCLONEDX, "--root"]);
        run(install.arg(&folder).env("CARGO_TARGET_DIR", places::tools().join("build")))?;
    }
    Ok(program)
}

/// The command that puts the packages of the browser tests in place.
pub(crate) fn browser_packages() -> Command {
    packages(places::browser_tests())
}

/// The command that puts the packages of the tests of the static pages in place.
pub(crate) fn site_packages() -> Command {
    packages(places::site_tests())
}

fn packages(folder: PathBuf) -> Command {
    let mut command = Command::new("npm");
    command.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder);
    command
}

fn may_install() -> bool {
    output_of("id", &["-u"]).as_deref() == Some("0") && output_of("apt-get", &["--version"]).is_some()
}
