//! The site of the real rules, made once.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use steunwijzer_compiler::{Edition, compile};
use steunwijzer_site::{Options, Site, site};

pub(crate) const BASE: &str = "https://steun.example/regels/";

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

static EDITION: LazyLock<Edition> =
    LazyLock::new(|| compile(&root().join("rules")).edition.expect("the rules compile"));
static WITH_BASE: LazyLock<Site> = LazyLock::new(|| make(edition(), Some(BASE)));
static ANYWHERE: LazyLock<Site> = LazyLock::new(|| make(edition(), None));

pub(crate) fn edition() -> &'static Edition {
    &EDITION
}

/// As it stands at an address.
pub(crate) fn with_base() -> &'static Site {
    &WITH_BASE
}

/// As it stands in any folder.
pub(crate) fn anywhere() -> &'static Site {
    &ANYWHERE
}

pub(crate) fn make(edition: &Edition, base: Option<&str>) -> Site {
    let base = base.map(|base| base.parse().expect("an address"));
    site(edition, &Options { base, as_on: edition.rulebook.edition.date })
}

pub(crate) fn text<'s>(site: &'s Site, path: &str) -> &'s str {
    let bytes = site.files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// Every page with its path.
pub(crate) fn pages(site: &Site) -> impl Iterator<Item = (&str, &str)> {
    let pages = site.files.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("UTF-8")))
}

/// The values of an attribute, as written; our pages always write them in double quotes.
pub(crate) fn attributes<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let begin = format!(" {name}=\"");
    page.split(&begin).skip(1).filter_map(|rest| rest.split_once('"')).map(|(value, _)| value).collect()
}
