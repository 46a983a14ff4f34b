//! The page for a frame on somebody else's site, and the script that its host loads.

use std::fs;
use std::path::Path;

use crate::embed::Pinned;
use crate::templates::{self, Assets};
use crate::{Result, doing};

/// The page for a frame.
pub(crate) const PAGE: &str = "kader.html";

/// The most bytes of the script: who pins it has to be able to read it.
const MOST: usize = 2_048;

/// Writes the page for a frame and the script of its host into `folder`.
///
/// # Errors
/// When a file is not as this expects it.
pub(crate) fn write(sources: &Path, folder: &Path, assets: &Assets, policy: &str) -> Result<Pinned> {
    let text = |name: &str| {
        let path = sources.join(name);
        doing("reading", &path, fs::read_to_string(&path))
    };
    let page = templates::page(&text(PAGE)?, assets, &[("policy", policy)])?;
    let script = text("embed/steunwijzer-kader.js")?;
    if script.len() > MOST {
        return Err(format!("the script of a frame has {} bytes of {MOST}", script.len()));
    }
    let pinned = Pinned::of("steunwijzer-kader", &script);
    for (name, text) in [(PAGE, &page), (pinned.name.as_str(), &script)] {
        let path = folder.join(name);
        doing("writing", &path, fs::write(&path, text))?;
    }
    Ok(pinned)
}
