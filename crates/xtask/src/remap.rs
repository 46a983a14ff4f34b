//! Names for folders of this machine, so that what is built is the same on every machine and in
//! every folder, and tells nobody where it was built.

use std::env;
use std::path::{Path, PathBuf};

use crate::places;
use crate::process::output_of;

/// What rustc has to know; set for every build of something that is handed out.
pub(crate) const VARIABLE: &str = "CARGO_ENCODED_RUSTFLAGS";

/// The flags for [`VARIABLE`]: the repository, the crates and the standard library by a name of
/// their own. Of a crate the name of its registry stays, which only another registry changes.
pub(crate) fn flags() -> String {
    let version = output_of("rustc", &["-vV"]).unwrap_or_default();
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
    let sysroot = PathBuf::from(output_of("rustc", &["--print", "sysroot"]).unwrap_or_default());
    let registry = cargo_home().join("registry/src");
    let named = [
        (places::root().to_owned(), "steunwijzer".to_owned()),
        (registry, "crates".to_owned()),
        // Where the sources of the standard library are installed, rustc would name their folder.
        (sysroot.join("lib/rustlib/src/rust"), format!("/rustc/{commit}")),
    ];
    let flags = named.map(|(folder, name)| flag(&folder, &name));
    // Cargo's own separator: a folder may hold a space.
    flags.join("\u{1f}")
}

fn flag(folder: &Path, name: &str) -> String {
    format!("--remap-path-prefix={}={name}", folder.display())
}

/// Where cargo keeps crates.
pub(crate) fn cargo_home() -> PathBuf {
    let home =
        || PathBuf::from(env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).unwrap_or_default());
    env::var_os("CARGO_HOME").map_or_else(|| home().join(".cargo"), PathBuf::from)
}
