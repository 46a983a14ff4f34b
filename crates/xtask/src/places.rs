//! Where things are.

use std::path::{Path, PathBuf};

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    // This crate is in crates/xtask, two levels down.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}

/// The folder that is served: everything in it is ours and nothing else is.
pub(crate) fn site() -> PathBuf {
    root().join("target/site")
}

/// One file of output per step of `cargo xtask test`.
pub(crate) fn logs() -> PathBuf {
    root().join("target/xtask-logs")
}

/// The browser tests, a Node package.
pub(crate) fn browser_tests() -> PathBuf {
    root().join("tests/browser")
}

/// Where tools are installed, if that is not in this `target`.
pub(crate) const TOOLS: &str = "STEUNWIJZER_TOOLS";

/// The folder for tools, each version in a folder of its own.
pub(crate) fn tools() -> PathBuf {
    std::env::var_os(TOOLS).map_or_else(|| root().join("target/tools"), PathBuf::from)
}

/// Where the tests of the static pages have them written, from the root of the repository.
pub(crate) const STATIC_SITE: &str = "target/static-site";

/// The tests of the static pages, a Node package.
pub(crate) fn site_tests() -> PathBuf {
    root().join("tests/site")
}

/// The npm package.
pub(crate) fn npm() -> PathBuf {
    root().join("target/npm")
}
